"""Another language is one module and one message catalogue: English, and one that was made up here."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from sitegen import catalogs, languages
from sitegen.languages import en
from sitegen.render.words import words
from tests.publications import build
from tests.site.dom import Page, text

CYRILLIC = re.compile("[\u0400-\u052f]")
TOY = "qaa"
"""A tag for private use (ISO 639-2)."""
MADE_UP = {
    'tag="en"': 'tag="qaa"',
    'name="English"': 'name="Toyska"',
    "“": "⟦",
    "”": "⟧",
    "January": "Primono",
    "aged {age.low}": "anoj {age.low}",
    '"woman"': '"femono"',
    '"accessed {}"': '"vidita {}"',
    '"In:"': '"En:"',
    '"n."': '"not."',
    '"p."': '"pag."',
}
TRANSLATED: dict[str | tuple[str, ...], str | tuple[str, ...]] = {
    "Contents": "Enhavo",
    "Bibliography": "Librolisto",
    "Voices": "Voĉoj",
    "Notes": "Notoj",
    "Skip to the text": "Al la teksto",
    ("{number}\u00a0quote", "{number}\u00a0quotes"): ("{number}\u00a0citaĵo", "{number}\u00a0citaĵoj"),
}


def files(tag: str) -> dict[str, str | bytes]:
    """A publication of which one edition is in the language."""
    front = "---\ntitle: {}\ndate: 2024-01-17\nabstract: {}\n---\n\n"
    quote = (
        "::: {{.quote #geld gender=female age=21 city=moskau year=2024}}\n{}\n:::\n\nText [@drei, S. 5].\n"
    )
    titles = {"de": "Eins", "ru": "Раз", tag: "One"}
    chapters = {
        f"content/{one}/01-eins.md": front.format(title, title) + quote.format(title)
        for one, title in titles.items()
    }
    listed = ", ".join(f'"{one}"' for one in titles)
    named = ", ".join(f'{one} = "{title} T"' for one, title in titles.items())
    return {
        "sitegen.toml": f"languages = [{listed}]\ntitle = {{ {named} }}\n",
        "places.toml": f'[moskau]\nname = {{ de = "Moskau", ru = "Москва", {tag} = "Moscow" }}\n',
        "citations.bib": (
            "@online{drei, author = {Doe, Jane}, title = {Site}, url = {https://example.org/},"
            " urldate = {2024-01-02}, date = {2023}, langid = {english}}\n"
        ),
        **chapters,
    }


def pages(publication: Mapping[str, str | bytes], tag: str) -> dict[str, Page]:
    outcome = build(publication)
    assert [str(one) for one in outcome.diagnostics if one.severity != "info"] == []
    return {
        path: Page.of(path, data)
        for path, data in outcome.artifacts.items()
        if path.startswith(f"{tag}/") and path.endswith(".html")
    }


def test_an_english_edition_is_english_throughout() -> None:
    english = pages(files("en"), "en")
    chapter = english["en/eins.html"]
    shown = text(chapter.root)
    for said in (
        "“One”",
        "Woman, aged 21, Moscow, 2024",
        "17 January 2024",
        "1 minute to read",
        "p. 5",
        "accessed 2 January 2024",
    ):
        assert said in shown, said
    german = "|".join(re.escape(word) for word in _texts("de") - _texts("en"))
    for path, page in english.items():
        own = [run for run, lang in page.runs() if lang == "en"]
        assert not [run for run in own if CYRILLIC.search(run)], path
        assert not [run for run in own if re.fullmatch(german, run.strip())], path


def _texts(tag: str) -> set[str]:
    shown = words(tag)
    return {getattr(shown, name) for name in shown.__slots__}


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The made-up language: English with words of its own, in a folder of its own."""
    module = Path(en.__file__).read_text(encoding="utf-8")
    for old, new in MADE_UP.items():
        module = module.replace(old, new)
    (tmp_path / f"{TOY}.py").write_text(module, encoding="utf-8")
    catalog = Catalog()
    for english, own in TRANSLATED.items():
        catalog.add(english, own)
    folder = tmp_path / "locale" / TOY / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "site.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(languages, "__path__", [*languages.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogs, "FOLDERS", [*catalogs.FOLDERS, tmp_path / "locale"])
    languages.forget()
    yield
    monkeypatch.undo()
    languages.forget()
    catalogs.translation.cache_clear()
    sys.modules.pop(f"{languages.__name__}.{TOY}", None)


@pytest.mark.usefixtures("toy")
def test_a_language_that_was_made_up_is_built_like_any_other() -> None:
    assert TOY in languages.available()
    made = pages(files(TOY), TOY)
    assert sorted(path for path in made if "parallel" not in path and "/voices/" not in path) == [
        "qaa/bibliography.html",
        "qaa/eins.html",
        "qaa/index.html",
        "qaa/voices.html",
    ]
    chapter = made["qaa/eins.html"]
    shown = text(chapter.root)
    for said in (
        "⟦One⟧",
        "Femono, anoj 21, Moscow, 2024",
        "17 Primono 2024",
        "pag. 5",
        "vidita 2 Primono 2024",
    ):
        assert said in shown, said
    assert text(chapter.one("a", class_="skip")) == "Al la teksto"
    assert text(made["qaa/voices.html"].one("h1")) == "Voĉoj"
    assert "1 citaĵo" in text(made["qaa/voices.html"].root)
    assert text(made["qaa/bibliography.html"].one("h1")) == "Librolisto"
    assert "Toyska" in text(chapter.root)
    assert {one.get("lang") for one in chapter.all("html")} == {TOY}


def test_it_is_unknown_again_afterwards() -> None:
    assert TOY not in languages.available()
    with pytest.raises(KeyError):
        languages.get(TOY)
