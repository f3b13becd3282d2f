"""A link that is right but for the case of its letters is mended by exchanging letters only."""

from __future__ import annotations

import pytest

from tests.publications import build

HERE, THERE = "content/de/01-hier.md", "content/de/02-Größe.md"
PAGE = "---\ntitle: Da\n---\n\n## Das Recht\n\nText.\n"


@pytest.mark.parametrize(
    ("target", "code", "at", "replacement"),
    [
        ("02-größe.md", "LNK001", "02-größe.md", "02-Größe.md"),
        ("./02-größe.MD#das-recht", "LNK001", "./02-größe.MD", "./02-Größe.md"),
        ("../DE/02-Größe.md", "LNK001", "../DE/02-Größe.md", "../de/02-Größe.md"),
        (
            "../../content/De/02-Größe.md",
            "LNK001",
            "../../content/De/02-Größe.md",
            "../../content/de/02-Größe.md",
        ),
        ("02-Größe.md#Das-Recht", "LNK002", "Das-Recht", "das-recht"),
        ("#UNTEN", "LNK002", "UNTEN", "unten"),
        ("02-gr%C3%B6%C3%9Fe.md", "LNK001", "", ""),
        ("02-groesse.md", "LNK001", "", ""),
        ("#oben", "LNK002", "", ""),
    ],
)
@pytest.mark.parametrize("form", ["Siehe [dort]({}).", "Siehe [dort][d].\n\n[d]: {}\n"])
def test_case(form: str, target: str, code: str, at: str, replacement: str) -> None:
    text = "---\ntitle: Hier\n---\n\n## Unten\n\n" + form.format(target) + "\n"
    found = build({HERE: text, THERE: PAGE, "citations.bib": ""}).diagnostics
    (one,) = [one for one in found if one.code.startswith("LNK")]
    assert one.code == code
    if not at:
        assert one.fix is None
        return
    assert one.fix
    span = one.fix.span
    assert text.split("\n")[span.line - 1][span.column - 1 : span.end_column - 1] == at
    assert one.fix.replacement == replacement


def test_of_two_names_none_is_taken() -> None:
    names = ("content/assets/Da.pdf", "content/assets/da.pdf")
    files = {HERE: "Siehe [dort](../assets/DA.pdf).\n", **dict.fromkeys(names, "%PDF-1.4\n")}
    found = [one for one in build(files).diagnostics if one.code == "LNK001"]
    assert [one.fix for one in found] == [None]
