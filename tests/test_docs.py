"""The documentation is true: its examples build and show what it says, its commands and names exist.

In the pages for authors the `markdown` blocks of one section are chapters of one publication. The
word behind the language is the chapter's path; without one it is the first chapter of the page's
language. A `text` block in that section is what the built pages show. A block `markdown mistake`
has a finding, and what follows it is that finding as the command line tells it.
"""

from __future__ import annotations

import html
import io
import re
import shlex
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

import click
import pytest
from jinja2 import nodes as jinja
from PIL import Image

from sitegen import languages
from sitegen.bibliography import read as read_bibliography
from sitegen.build.pipeline import Outcome, compile_site
from sitegen.cli import main
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.emitters import github, text
from sitegen.diagnostics.emitters import json as json_emitter
from sitegen.diagnostics.table import FAMILIES, TABLE
from sitegen.languages.language import fold_word
from sitegen.parse import charts, front_matter, images, quotes
from sitegen.places import KEYS as PLACE_KEYS
from sitegen.places import read_places
from sitegen.render import float_views, parallel_views, search, views, voices_views
from sitegen.render.metadata import views as metadata_views
from sitegen.render.templates import THEME, Templates, theme_file
from sitegen.render.words import Words
from sitegen.settings import KEYS, SECTIONS, Settings, read_settings
from sitegen.source import Source
from sitegen.world import Memory
from tests.fences import ROOT, Fence, Page, Section, pages
from tests.publications import TODAY, with_head

FIRST = {
    "docs/authors.md": "content/de/01-beispiel.md",
    "docs/authors.de.md": "content/de/01-beispiel.md",
    "docs/authors.ru.md": "content/ru/01-primer.md",
    "docs/ci.md": "content/de/01-beispiel.md",
    "docs/citations.md": "content/de/01-beispiel.md",
}
AUTHORS = [path for path in pages() if path in FIRST]
NEIGHBOUR = "---\ntitle: Heimat\n---\n\n## Das Recht {#recht}\n\nText.\n"
PICTURE = io.BytesIO()
Image.new("RGB", (40, 25), "grey").save(PICTURE, "PNG")
ASSETS = {"content/assets/grenze.png": PICTURE.getvalue(), "content/assets/fragebogen.pdf": b"%PDF-1.4\n"}

_TAG = re.compile(r"<[^>]*>")
_BLANK = re.compile(r"[\s\u00a0\u202f\u2060]+")
_BLOCK = re.compile(r"</(?:p|li|h\d|tr|figcaption|figure)>")


def examples() -> list[tuple[str, str]]:
    """Every section with chapters in it that should be without a finding."""
    return [
        (path, section.title)
        for path in AUTHORS
        for section in Page.read(path).sections
        if any(fence.rest != "mistake" for fence in section.of("markdown"))
    ]


def mistakes() -> list[tuple[str, str]]:
    return [
        (path, section.title)
        for path in AUTHORS
        for section in Page.read(path).sections
        if any(fence.rest == "mistake" for fence in section.of("markdown"))
    ]


def publication(page: Page, section: Section) -> dict[str, str | bytes]:
    """A publication of a section's chapters, with the places, sources and data that the page gives."""
    first = FIRST[page.path]
    chapters: dict[str, str] = {}
    for fence in section.of("markdown"):
        path = first if fence.rest in {"", "mistake"} else fence.rest
        chapters[path] = f"{chapters[path]}\n{fence.text}" if path in chapters else fence.text
    tags = sorted({path.split("/")[1] for path in chapters})
    titles = ", ".join(f'{tag} = "Beispiel"' for tag in tags)
    neighbours = {f"content/{tag}/03-heimat.md": NEIGHBOUR for tag in tags}
    return {
        "sitegen.toml": f'languages = {tags}\ntitle = {{ {titles} }}\n[citations]\nbibliography = "all"\n',
        **ASSETS,
        **{fence.rest: fence.text for kind in ("bibtex", "csv") for fence in page.fences(kind)},
        **{fence.rest: fence.text for fence in page.fences("toml") if fence.rest == "places.toml"},
        **neighbours,
        **{path: with_head(path, chapter) for path, chapter in chapters.items()},
    }


def built(files: Mapping[str, str | bytes]) -> Outcome:
    return compile_site(Memory(files, TODAY), jobs=1)


def language_of(path: str) -> str:
    """The language of a page: `authors.ru.md` is Russian."""
    return {".de": "de", ".ru": "ru"}.get(PurePosixPath(path.removesuffix(".md")).suffix, "en")


def plain(text: str) -> str:
    return _BLANK.sub(" ", text).strip()


def shown(outcome: Outcome) -> str:
    """The words of all pages, blanks made equal."""
    pages = [data.decode() for path, data in outcome.artifacts.items() if path.endswith(".html")]
    return plain(html.unescape(_TAG.sub("", _BLOCK.sub(" ", "\n".join(pages)))))


@pytest.mark.parametrize(("path", "title"), examples())
def test_examples_for_authors_build_and_show_what_is_said(path: str, title: str) -> None:
    page = Page.read(path)
    section = page.section(title)
    outcome = built(publication(page, section))
    # The examples of citations show what each language cites by itself: that is no parity.
    assert [one for one in outcome.diagnostics if not one.code.startswith("PAR")] == []
    words = shown(outcome)
    for line in (line for fence in section.of("text") for line in fence.text.splitlines()):
        assert plain(line) in words


@pytest.mark.parametrize(("path", "title"), mistakes())
def test_messages_are_shown_as_they_are(path: str, title: str) -> None:
    page = Page.read(path)
    section = page.section(title)
    files = publication(page, section)
    found = built(files).diagnostics
    assert len(found) == 1
    told = [fence for fence in section.fences if fence.kind in {"text", "json"}]
    assert told
    for fence in told:
        assert fence.text.strip() in as_told(fence, found, files, language_of(path))


def as_told(
    fence: Fence, found: tuple[Diagnostic, ...], files: Mapping[str, str | bytes], language: str
) -> str:
    if fence.kind == "json":
        return json_emitter.emit(found)
    if fence.rest == "github":
        return github.emit(found)
    return text.emit(found, lambda path: Source.of(path, str(files[path])), text.Style(language, width=120))


def data() -> list[tuple[str, Fence]]:
    """Every example of a file of data, with its place."""
    return [
        (f"{path}:{fence.line}", fence)
        for path in pages()
        for kind in ("toml", "bibtex")
        for fence in Page.read(path).fences(kind)
    ]


@pytest.mark.parametrize(("place", "fence"), data(), ids=[place for place, _ in data()])
def test_toml_and_bibtex_examples_have_no_finding(place: str, fence: Fence) -> None:
    source = Source.of(fence.rest, fence.text)
    if fence.rest == "sitegen.toml":
        assert read_settings(source, ("de", "ru"), TODAY)[1] == ()
    elif fence.rest == "places.toml":
        assert read_places(source, Settings(("de", "ru")))[1] == ()
    elif fence.rest == "citations.bib":
        assert read_bibliography(source, ("de", "ru"))[1] == ()
    else:
        pytest.fail(f"{place}: which file is it?")


def commands() -> list[tuple[str, str]]:
    found = []
    for path in pages():
        for fence in Page.read(path).fences("console"):
            lines = [line[2:] for line in fence.text.splitlines() if line.startswith("$ ")]
            assert lines, f"{path}:{fence.line}: no command in a console block"
            found += [(path, line) for line in lines]
    return found


@pytest.mark.parametrize(("path", "line"), commands())
def test_commands_exist_with_their_options(path: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    while "=" in words[0]:
        words = words[1:]
    program, arguments = PurePosixPath(words[0]).name, words[1:]
    if program == "python" and arguments[:2] == ["-m", "sitegen"]:
        program, arguments = "sitegen", arguments[2:]
    match program:
        case "sitegen":
            group = main.make_context("sitegen", arguments, obj="en")
            name, command, rest = main.resolve_command(group, [*group._protected_args, *group.args])
            assert isinstance(command, click.Command)
            command.make_context(name, rest, parent=group)
        case "make":
            targets = re.findall(r"^([a-z][\w-]*):", (ROOT / "Makefile").read_text(), re.MULTILINE)
            assert {word for word in arguments if "=" not in word} <= set(targets)
        case "python" if arguments[0] == "-m":
            assert find_spec(arguments[1])
        case "python":
            assert (ROOT / arguments[0]).is_file()
        case "pip":
            assert arguments[0] == "install"
        case _:
            assert program == "cd"


def test_links_between_pages_lead_somewhere() -> None:
    links = [(path, link) for path in pages() for link in Page.read(path).links]
    own = [one for one in links if not one[1].startswith(("http://", "https://", "mailto:"))]
    assert len(own) > len(pages())
    for path, link in own:
        file, _, anchor = link.partition("#")
        target = _joined(PurePosixPath(path).parent, file) if file else path
        assert is_there(target), f"{path}: {link}"
        if anchor:
            assert anchor in Page.read(target).anchors, f"{path}: {link}"


def _joined(folder: PurePosixPath, file: str) -> str:
    parts = list(folder.parts)
    for part in PurePosixPath(file).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def is_there(path: str) -> bool:
    """Whether a path of the repository exists, capitals counted."""
    folder = ROOT
    for part in PurePosixPath(path).parts:
        if part not in names_in(folder):
            return False
        folder /= part
    return True


@cache
def names_in(folder: Path) -> frozenset[str]:
    return frozenset(one.name for one in folder.iterdir())


def test_codes_of_diagnostics_exist() -> None:
    families = "|".join(sorted({row.code[:3] for family in FAMILIES for row in family.ROWS}))
    code = re.compile(rf"\b(?:{families})\d{{3}}\b")
    named = {(path, one) for path in pages() for one in code.findall((ROOT / path).read_text("utf-8"))}
    assert len(named) > len(TABLE)
    assert [(path, one) for path, one in sorted(named) if one not in TABLE] == []


def test_pictures_are_small_and_used() -> None:
    used = {link.partition("#")[0] for path in pages() for link in Page.read(path).links}
    files = sorted((ROOT / "docs" / "pictures").iterdir())
    assert files
    for file in files:
        data = file.read_bytes()
        assert data.startswith(b"\x89PNG")
        assert len(data) < 150_000
        assert any(link.endswith(f"pictures/{file.name}") for link in used)


TABLES = {
    "All keys of the front matter": set(front_matter.KEYS),
    "All attributes of a quote": {"#id", *quotes.ATTRIBUTES, "female", "male", "diverse", "undisclosed"},
    "Pictures": {"#id", *images.ATTRIBUTES},
    "Charts": {"#id", *charts.ATTRIBUTES},
    "places.toml": {"[moskau]", *PLACE_KEYS},
    "sitegen.toml": {
        *(set(KEYS) - set(SECTIONS)),
        *(f"{a}.{b}" for a, keys in SECTIONS.items() for b in keys),
    },
}


@pytest.mark.parametrize("title", TABLES)
def test_tables_for_authors_are_complete(title: str) -> None:
    assert set(Page.read("docs/authors.md").section(title).column()) == TABLES[title]


@pytest.mark.parametrize("path", ["docs/authors.de.md", "docs/authors.ru.md"])
def test_translations_of_the_tables_lack_nothing(path: str) -> None:
    listed = {word for section in Page.read(path).sections for word in section.column()}
    assert set().union(*TABLES.values()) - {"female", "male", "diverse", "undisclosed"} <= listed


def test_every_word_for_a_gender_is_listed() -> None:
    lines = Page.read("docs/authors.md").section("All attributes of a quote").lines
    rows = [row for line in lines if len(row := line.strip("|").split("|")) == 4]
    for column, tag in ((1, "de"), (2, "ru"), (3, "en")):
        listed = {
            fold_word(word): row[0].strip(" `")
            for row in rows
            for word in re.findall(r"`(.+?)`", row[column])
        }
        own = {"female", "male", "diverse", "undisclosed"}
        known = {word: gender for word, gender in languages.get(tag).gender_words.items() if word not in own}
        assert listed == known


DESIGNERS = Page.read("docs/designers.md")
PLAIN = {"str": "text", "int": "number", "bool": "yes or no", "Markup": "HTML", "Words": "[words](#words)"}
VIEWS = {
    name: view
    for module in (views, float_views, parallel_views, voices_views, search, metadata_views)
    for name, view in vars(module).items()
    if name.endswith("View") and is_dataclass(view)
}


def kind(annotation: str) -> str:
    """A field's type in the words of the page."""
    if annotation.endswith(" | None"):
        return f"{kind(annotation.removesuffix(' | None'))}, or none"
    if annotation.startswith("tuple["):
        return f"list of {kind(annotation.removeprefix('tuple[').removesuffix(', ...]'))}"
    return PLAIN.get(annotation) or f"[{annotation}](#{annotation.lower()})"


@pytest.mark.parametrize("name", VIEWS)
def test_the_fields_of_every_view_are_listed(name: str) -> None:
    lines = DESIGNERS.section(name).lines
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("| `")]
    expected = [[f"`{one.name}`", kind(str(one.type))] for one in fields(VIEWS[name])]
    assert [row[:2] for row in rows] == expected


def test_every_word_of_the_interface_is_listed() -> None:
    listed = re.findall(r"`(\w+)`", "\n".join(DESIGNERS.section("Words").lines))
    assert {one.name for one in fields(Words)} <= set(listed)


def test_templates_and_blocks_are_those_of_the_theme() -> None:
    parse = Templates({}).environment.parse
    trees = {path.name: parse(path.read_text(encoding="utf-8")) for path in THEME.glob("*.html")}
    lines = DESIGNERS.section("Templates and their blocks").lines
    rows = [line.strip("|").split("|") for line in lines if line.startswith("| `")]
    listed = {
        row[0].strip(" `"): set(re.findall(r"`(\w+)`", row[2])) if len(row) > 2 else set() for row in rows
    }
    assert listed == {name: {one.name for one in tree.find_all(jinja.Block)} for name, tree in trees.items()}
    macros = next(row[1] for row in rows if "macros.html" in row[0])
    assert re.findall(r"`(\w+)`", macros) == [one.name for one in trees["macros.html"].find_all(jinja.Macro)]


def test_custom_properties_are_those_of_the_theme() -> None:
    root = theme_file("theme.css").partition(":root {")[2].partition("}")[0]
    defined = re.findall(r"^ +(--[\w-]+):", root, re.MULTILINE)
    listed = DESIGNERS.section("Colours, type and measure").column()
    assert sorted(listed) == sorted(set(defined))


def test_the_worked_example_is_the_file_and_builds() -> None:
    (example,) = DESIGNERS.fences("html")
    assert (ROOT / example.rest).read_text(encoding="utf-8") == example.text
    files = {
        "sitegen.toml": 'languages = ["de"]\ntitle = "Beispiel"\n',
        "content/de/index.md": "---\ntitle: Beispiel\n---\n",
        example.rest: example.text,
    }
    outcome = built(files)
    assert outcome.diagnostics == ()
    assert "Demonstrationsausgabe" in shown(outcome)
