"""A build ends: what makes other parsers slow takes time in proportion to its length (robustness.md)."""

from __future__ import annotations

from functools import cache
from time import process_time

import pytest

from sitegen.diagnostics import Diagnostic
from sitegen.model.document import Document
from sitegen.parse import budget
from sitegen.parse.links import EXPANSION, ROOM
from sitegen.world import LIMIT
from tests.parse.dump import parse_text
from tests.publications import build

LONG, SHORT = 50_000, 10_000
SECONDS = 8.0
"""Of processor time: each takes one or two; a quadratic rule would take minutes."""


def repeated(piece: str, length: int = LONG) -> str:
    return (piece * (length // len(piece) + 1))[:length]


NAMED = {
    "brackets": repeated("["),
    "emphasis": repeated("*a "),
    "strong emphasis": repeated("*a **a "),
    "quotation marks": repeated("\"a' "),
    "addresses": repeated("http://a "),
    "braces": repeated("{"),
    "notes in place": repeated("^["),
    "blocks on one line": repeated("::: {.quote}"),
    "blocks": repeated("::: {.quote}\n"),
    "blocks never closed": repeated("::: {.quote #a}\n\n"),
    "ends of blocks": repeated(":::\n"),
    "citations": repeated("[@a "),
    "bars": repeated("| "),
    "block quotes": repeated("> "),
    "lists": repeated("+ "),
    "nested lists": "".join("  " * depth + "- a\n" for depth in range(400)),
    "a long table": "| a | b |\n| - | - |\n" + repeated("| 1 | 2 |\n"),
    "one reference, used often": f"[a]: http://x.de/{'y' * 50_000}\n\n" + repeated("[a] ", 50_000),
    "entities": repeated("&"),
    "escapes": repeated("\\"),
}

OTHERS = [
    "]", "**a ", "_a ", "~~a ", "`", "``` ", "„a ", "«a ", "'", "...", "--- ", "http", "http:",
    "http://", "http://(", "[a]{", "[a]{.quote ", "[a]{lang=ru} ", "[a]{.quote #a} ", "^[a] ",
    "@a ", "@a [", "[@a] ", "[@a;", "[-@a", "[vgl. @a; vgl. @b] ", "[](", "![", "![a](b) ",
    "![[a]](b) ", "[a](<b", "[a](b ", "[![", "[a][", "[[a]]", "[a](b", "[^a] ", "[^a]: b\n",
    "[^a]: ", "## a\n", "## {#a}\n", "a\n===\n", ": a\n\n", "> a\n", "1. ", "-\t", "- a\n", "\n",
    "&amp;", "&#1", "<", "<a ", "<!--", '<a b="', "<?", "<![CDATA[", "<b>a</b>", "(", "!",
    "a@b.c", "10.1/a(", "a*", "\u202e\n", "\u0000\n", "a\u0430", "\ufeff", "\u00a0",
    "::: {.quote #a}\na\n:::\n", "- ::: {.quote #a}\n", "~", ":",
]  # fmt: skip

COMPOSED = {
    "undefined marks beside other notes": "".join(f"[^x{n}] " for n in range(2000))
    + "".join(f"\n\n[^y{n}]: a" for n in range(2000)),
    "two long labels": f"Text.[^{'a' * 40_000}]\n\n[^{'b' * 40_000}]: a\n",
    "equal headings": "".join("## a\n\n" for _ in range(5000)),
    "headings that give way": "".join("## a\n\n" for _ in range(3000)) + "::: {.quote #a}\nb\n:::\n",
    "blanks in a heading": f"## a{' ' * LONG}{{#b}}",
    "blanks in a caption": f": {' ' * LONG}a{' ' * LONG}b",
    "braces in a heading": "## " + repeated("{#a "),
    "a word of two scripts": repeated("a\u0430"),
    "nested spans": "[" * 20_000 + "a" + "]{lang=ru}" * 8000,
    "nested quotes": "[" * 5000 + "a" + "]{.quote #a}" * 5000,
    "nested emphasis": "*a **b " * 8000 + "c** d* " * 8000,
    "nested links": "[" * 5000 + "a" + "](b)" * 5000,
    "pairs of brackets": "[" * LONG + "]" * LONG,
    "a quote of many paragraphs": f"::: {{.quote #a}}\n„{'a.' + chr(10) * 2}" * 5000 + "“\n:::\n",
    "a quote of brackets": f"::: {{.quote #a}}\n„{'(' * LONG})“\n:::\n",
    "a quote of dots": f"::: {{.quote #a}}\n{'.' * LONG}\n:::\n",
    "ticks of every length": "".join("`" * n + " " for n in range(440)),
    "a wide table": f"|{'a|' * 2000}\n|{'-|' * 2000}\n" + "|1|\n" * 1000,
}


@cache
def parsed(text: str) -> tuple[Document, tuple[Diagnostic, ...], float]:
    """What a text gives, and the seconds that it took: once, for the long ones are asked for twice."""
    start = process_time()
    document, found = parse_text(text)
    return document, found, process_time() - start


def seconds(text: str) -> float:
    return parsed(text)[2]


@pytest.mark.parametrize("name", NAMED)
def test_long_texts(name: str) -> None:
    assert seconds(NAMED[name]) < SECONDS


@pytest.mark.parametrize("piece", OTHERS)
def test_ten_kilobytes(piece: str) -> None:
    assert seconds(repeated(piece, SHORT)) < SECONDS / 5


@pytest.mark.parametrize("name", COMPOSED)
def test_composed(name: str) -> None:
    assert seconds(COMPOSED[name]) < SECONDS


def test_addresses_do_not_outgrow_the_file() -> None:
    """One definition may be used any number of times, each with its whole address."""
    text = NAMED["one reference, used often"]
    document, found, _ = parsed(text)
    written = sum(len(one.url) for one in document.interface.addresses)
    assert written <= EXPANSION * len(text) + ROOM + 100_000
    assert [one.code for one in found] == ["SYN017"]


def test_depth_has_a_limit_that_is_told() -> None:
    for text in (
        NAMED["block quotes"],
        NAMED["lists"],
        COMPOSED["nested spans"],
        COMPOSED["nested emphasis"],
    ):
        _, found, _ = parsed(text)
        assert [one.code for one in found if one.severity != "info"] == ["SYN010"]


SCALE = 20
"""The same a twentieth as large, with a twentieth of the steps: what holds in proportion, holds."""
WORKING = {
    "brackets": "[" * (LIMIT // SCALE),
    "wide tables": f"|{'a|' * 300}\n|{'-|' * 300}\n{'|1|' + chr(10) * 20}\n" * 30,
    "a long list": "- a\n" * (LIMIT // SCALE // 4),
}


@pytest.fixture
def scaled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "STEPS", budget.STEPS // SCALE)


@pytest.mark.usefixtures("scaled")
@pytest.mark.parametrize("name", WORKING)
def test_work_has_a_limit_that_is_told(name: str) -> None:
    assert len(WORKING[name]) <= LIMIT // SCALE
    document, found = parse_text(WORKING[name])
    assert [(one.code, one.span.line) for one in found] == [("SRC007", 1)]
    assert document.body.blocks == ()


@pytest.mark.usefixtures("scaled")
def test_a_long_book_is_within_the_limit() -> None:
    """A text of the largest size, with more notes, emphasis and links than any."""
    text = "Ein Satz mit *Ton*, [Verweis](https://example.org/a) und „Wort“[^a].\n\n"
    document, found = parse_text("## Teil\n\n" + text * (LIMIT // SCALE // len(text)) + "[^a]: Note.\n")
    assert "SRC007" not in {one.code for one in found}
    assert len(document.body.blocks) > 500


@pytest.mark.usefixtures("scaled")
def test_a_text_that_takes_too_much_work_is_one_finding() -> None:
    """What links to it, and its translation, say nothing."""
    files = {
        "content/de/01-a.md": WORKING["brackets"],
        "content/ru/01-a.md": "::: {.quote #a gender=female age=20 city=tula year=2024}\nСлова.\n:::\n",
        "content/de/02-b.md": "Siehe [dort](01-a.md).\n",
        "content/ru/02-b.md": "См. [там](01-a.md).\n",
    }
    assert [one.code for one in build(files).diagnostics if one.severity == "error"] == ["SRC007"]
