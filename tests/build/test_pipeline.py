"""What a build finds of files it cannot read, and that one mistake is one finding."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sitegen.build.inputs import PICTURE_LIMIT
from sitegen.build.pipeline import Outcome, compile_site
from sitegen.world import LIMIT, Folder, Memory
from tests.build.conftest import put
from tests.publications import TODAY, build, findings, publication

DE, RU = "content/de/01-text.md", "content/ru/01-text.md"
QUOTE = "::: {.quote #wort gender=female age=20 city=tula year=2024 cite=muster2020}\nWort\n:::\n"
BOTH: dict[str, str | bytes] = {
    DE: f"---\ntitle: Text\n---\n\n{QUOTE}\nSiehe [](02-zwei.md).\n",
    RU: "---\ntitle: Текст\n---\n\n::: {.quote #wort}\nСлово\n:::\n\nСм. [](02-zwei.md).\n",
    "content/de/02-zwei.md": "---\ntitle: Zwei\n---\n\nSiehe [dort](01-text.md#wort) und [](01-text.md).\n",
    "content/ru/02-zwei.md": "---\ntitle: Два\n---\n\nСм. [там](../de/01-text.md#wort) и [](01-text.md).\n",
}


def _found(outcome: Outcome) -> list[str]:
    return [str(one) for one in outcome.diagnostics if one.severity != "info"]


def test_a_fine_publication_has_no_findings() -> None:
    assert findings(BOTH) == []


def test_an_error_leaves_nothing_to_write() -> None:
    outcome = build({DE: "Siehe [dort](02-fehlt.md).\n"})
    assert _found(outcome) == [f"{DE}:5:7: LNK001"]
    assert outcome.artifacts == {}
    assert outcome.publication is not None


def test_a_warning_does_not_stop_the_build() -> None:
    outcome = build({DE: "# Zu hoch\n"})
    assert _found(outcome) == [f"{DE}:5:1: SYN008"]
    assert "de/text.html" in outcome.artifacts


def test_all_findings_come_at_once() -> None:
    files = {
        **BOTH,
        "content/de/03-drei.md": "---\ntitel: Drei\n---\n\nText [@unbekannt].\n",
        "content/ru/03-drei.md": "---\ntitle: Три\n---\n\n[нет](04-net.md)\n",
        "citations.bib": "@book{muster2020,\n  author = {A},\n",
        "places.toml": "[tula]\nname = 5\n",
    }
    paths = {path for _, path, _ in findings(files)}
    assert paths >= {"citations.bib", "places.toml", "content/de/03-drei.md", "content/ru/03-drei.md"}


@pytest.mark.parametrize("path", [DE, RU, "content/de/02-zwei.md"])
def test_a_chapter_that_is_not_utf_8_is_one_finding_at_its_byte(path: str) -> None:
    text = BOTH[path]
    assert isinstance(text, str)
    broken = text.encode().replace(b"---\n\n", b"---\n\nSch\xf6n\n\n")
    outcome = build({**BOTH, path: broken})
    assert _found(outcome) == [f"{path}:5:4: SRC001"]
    assert dict(outcome.diagnostics[-1].args)["byte"] == "0xF6"


def test_the_byte_counts_from_one_in_the_whole_file() -> None:
    data = "---\ntitle: Ä\n---\n\nÄä\n".encode() + b"\xff"
    (found,) = (one for one in build({DE: data}).diagnostics if one.code == "SRC001")
    assert dict(found.args) == {"byte": "0xFF", "offset": str(len(data))}
    assert (found.span.line, found.span.column) == (6, 1)


def test_other_findings_still_appear() -> None:
    broken: dict[str, str | bytes] = {**BOTH, RU: b"\xff"}
    broken["content/de/03-neu.md"] = "---\ntitle: Neu\n---\n\n[x](99-fehlt.md)\n"
    assert _found(build(broken)) == [
        "content/de/03-neu.md:2:8: LNG002",
        "content/de/03-neu.md:5:1: LNK001",
        f"{RU}:1:1: SRC001",
    ]


@pytest.mark.parametrize("path", ["sitegen.toml", "places.toml", "citations.bib"])
def test_a_record_that_is_not_utf_8_is_one_finding(path: str) -> None:
    assert _found(build({**BOTH, path: b"\xff\n"})) == [f"{path}:1:1: SRC001"]


@pytest.mark.parametrize("path", ["sitegen.toml", "places.toml"])
def test_a_record_with_a_slip_in_its_syntax_is_one_finding(path: str) -> None:
    assert [code for code, _, _ in findings({**BOTH, path: "[tula\n"})] in (["CFG002"], ["PLC001"])


@pytest.mark.parametrize("path", [DE, RU, "places.toml", "sitegen.toml"])
def test_a_file_that_is_too_large_is_one_finding(path: str) -> None:
    assert _found(build({**BOTH, path: b"# x\n" * (LIMIT // 4 + 1)})) == [f"{path}:1:1: SRC002"]


def test_a_file_just_within_the_limit_is_read() -> None:
    head = b"---\ntitle: Text\n---\n\n"
    text = head + b"Wort " * ((LIMIT - len(head)) // 5)
    assert _found(build({DE: text})) == []


def test_a_picture_that_is_too_large_is_told_where_it_is_shown() -> None:
    text = "Text.\n\n![B](../assets/b.png){alt=x}\n"
    files: dict[str, str | bytes] = {DE: text, "content/assets/b.png": bytes(PICTURE_LIMIT + 1)}
    assert _found(build(files)) == [f"{DE}:7:1: SRC002"]


def test_a_world_without_settings_is_one_finding() -> None:
    files = {path: data for path, data in publication(BOTH).items() if path != "sitegen.toml"}
    outcome = compile_site(Memory(files, TODAY))
    assert _found(outcome) == ["sitegen.toml:1:1: CFG001"]
    assert outcome.artifacts == {}


def test_an_empty_world_is_one_finding() -> None:
    outcome = compile_site(Memory({}, TODAY))
    assert _found(outcome) == ["sitegen.toml:1:1: CFG001"]


@pytest.mark.parametrize(
    "path", [DE, RU, "content/de", "content/ru", "sitegen.toml", "places.toml", "citations.bib"]
)
def test_a_symbolic_link_is_reported_and_not_followed(path: str, root: Path, tmp_path: Path) -> None:
    put(root, publication(BOTH))
    (root / "content/de/01-eins.md").unlink()
    elsewhere = tmp_path / "elsewhere"
    (root / path).rename(elsewhere)
    (root / path).symlink_to(elsewhere)
    outcome = compile_site(Folder.at(root, TODAY))
    assert _found(outcome) == [f"{path}:1:1: SRC004"]
    assert outcome.artifacts == {}


def test_a_symbolic_link_to_a_picture_is_one_finding(root: Path, tmp_path: Path) -> None:
    put(root, {"content/de/03-bild.md": "---\ntitle: Bild\n---\n\n![B](../assets/b.svg){alt=x}\n"})
    (tmp_path / "geheim.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    (root / "content/assets").mkdir()
    (root / "content/assets/b.svg").symlink_to(tmp_path / "geheim.svg")
    assert _found(compile_site(Folder.at(root, TODAY))) == ["content/assets/b.svg:1:1: SRC004"]


class Closed(Memory):
    """A world that lists a file and does not hand it over."""

    def read(self, path: str) -> bytes:
        if "geheim" in path:
            raise PermissionError(13, "Permission denied")
        return super().read(path)


CLOSED = [
    ("content/de/03-geheim.md", "Text.\n", "content/de/03-geheim.md:1:1: SRC003"),
    ("content/assets/geheim.png", "![B](../assets/geheim.png){alt=x}\n", f"{DE}:5:1: FIG012"),
    ("content/assets/geheim.pdf", "[Datei](../assets/geheim.pdf)\n", "content/assets/geheim.pdf:1:1: SRC003"),
]


@pytest.mark.parametrize(("path", "text", "expected"), CLOSED)
def test_a_file_that_cannot_be_read_is_one_finding(path: str, text: str, expected: str) -> None:
    outcome = compile_site(Closed(publication({path: b"", DE: text}), TODAY))
    assert _found(outcome) == [expected]
    assert outcome.artifacts == {}


def test_a_link_that_leads_round_does_not_hang(root: Path) -> None:
    (root / "content/de/rund").symlink_to(root / "content")
    assert _found(compile_site(Folder.at(root, TODAY))) == ["content/de/rund:1:1: SRC004"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_what_is_no_file_is_told(root: Path) -> None:
    os.mkfifo(root / "content/de/03-pipe.md")
    assert _found(compile_site(Folder.at(root, TODAY))) == ["content/de/03-pipe.md:1:1: SRC003"]


def test_a_quote_that_one_language_lacks_is_one_finding() -> None:
    files = {**BOTH, DE: "---\ntitle: Text\n---\n\nOhne [](02-zwei.md).\n"}
    files["content/de/02-zwei.md"] = files["content/ru/02-zwei.md"] = "---\ntitle: Zwei\n---\n\nText.\n"
    assert _found(build(files)) == [f"{RU}:5:1: QUO010"]


def test_drafts_are_left_out_unless_asked_for() -> None:
    files = {"content/de/02-entwurf.md": "---\ntitle: Entwurf\ndraft: true\n---\n\nText.\n", DE: "Text.\n"}
    assert "de/entwurf.html" not in build(files).artifacts
    assert "de/entwurf.html" in build(files, drafts=True).artifacts


def test_own_templates_and_style_take_the_place_of_the_themes() -> None:
    files = {
        DE: "Text.\n",
        "templates/theme.css": "body { color: red }\n",
        "templates/notes.html": "",
        "templates/not_found.html": (
            '{% extends "theme/not_found.html" %}{% block footer %}EIGEN{% endblock %}'
        ),
    }
    artifacts = build(files).artifacts
    assert artifacts["assets/theme.css"] == b"body { color: red }\n"
    assert b"EIGEN" in artifacts["404.html"]


def test_an_error_in_an_own_template_names_it_and_its_line() -> None:
    template = "{% extends 'theme/chapter.html' %}\n{% block main %}\n{{ view.titel }}\n{% endblock %}\n"
    files = {DE: "Text.\n", "templates/chapter.html": template}
    assert findings(files) == [("OUT006", "templates/chapter.html", 3)]


def test_progress_is_told() -> None:
    told: list[tuple[str, int, int]] = []
    compile_site(Memory(publication(BOTH), TODAY), progress=lambda *step: told.append(step))
    assert {phase for phase, _, _ in told} == {"reading", "writing"}
    assert all(1 <= number <= total for _, number, total in told)
