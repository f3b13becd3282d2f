"""Every finding points at its exact place, whatever stands around it: `⟦` and `⟧` mark it in the text."""

from __future__ import annotations

import pytest

from sitegen.source import Span
from tests.parse.dump import HEAD, parse_text

CASES = {
    # blocks
    "SYN001 in a paragraph before it": "Text.\n⟦::: {.quote #a year=2024}⟧\nWorte.\n",
    "SYN001 in a list": "1. Punkt\n\n   ⟦::: {.quote #a year=2024}⟧\n   Worte.\n",
    "SYN001 in a list item's first line": "- ⟦::: {.quote #a year=2024}⟧\n  Worte.\n",
    "SYN001 in a block quote, after a tab": ">\t⟦::: {.quote #a year=2024}⟧\n> Worte.\n",
    "SYN002 in a block quote": "> Text.\n>\n> ⟦:::⟧\n",
    "SYN003 in an opening line": "::: {.⟦qoute⟧ #a year=2024}\nWorte.\n:::\n",
    "SYN003 of a bare word": "::: ⟦qoute⟧\nWorte.\n:::\n QUO001",
    "SYN003 in a list": "- ::: {.⟦qoute⟧ #a}\n  Worte.\n  :::\n",
    "SYN003 of a span after emoji": "👍🏽 *до́ма* [x]{.⟦qoute⟧ #a}\n",
    "SYN004 of a block": "⟦::: {.quote #a city=St. Petersburg}⟧\nWorte.\n:::\n",
    "SYN004 of a span in a list": "- Text *a* [x]⟦{.quote city=St. Petersburg}⟧\n",
    "SYN004 of an image": 'Ein ![x](a.svg)⟦{alt="a" b}⟧\n',
    "SYN004 of a heading": "## Thema ⟦{#a b}⟧\n",
    "SYN005 on the second line of attributes": "Text [x]{.quote #a\n⟦gendre⟧=female}.\n",
    "SYN005 in a block quote's second line": "> Text\n> [x]{.quote #a ⟦gendre⟧=female}.\n",
    "SYN005 in a heading in a list": "- ## Thema {#a ⟦.b⟧}\n",
    "SYN006 in an opening line, behind a tab": "::: {.quote #a\tyear=2024 ⟦year⟧=2023}\nWorte.\n:::\n",
    # headings
    "SYN008": "Text.\n\n⟦# Thema⟧\n",
    "SYN008 in a list, with closing signs": "- ⟦# Thema #⟧\n",
    "SYN008 underlined": "⟦Thema⟧\n=====\n",
    "SYN009 in a block quote": "> ⟦### Thema⟧\n",
    "SYN012 of a heading": "## Eins {#a}\n\n## Zwei {⟦#a⟧}\n",
    "SYN012 of a figure": '## Eins {#a}\n\n![x](a.svg){⟦#a⟧ alt="x"}\n',
    "SYN012 of a table": "## Eins {#a}\n\n| A |\n| --- |\n| 1 |\n\n: Titel\n  weiter {⟦#a⟧}\n",
    "SYN013": "Text.\n\n⟦##⟧\n",
    "SYN014 of a quote": "::: {.quote ⟦#fn-1⟧}\nWorte.\n:::\n",
    "SYN014 of a block's number": "## Thema {⟦#p:7⟧}\n",
    "QUO002 of a span": "[x]{.quote #a} und\n[y]{.quote ⟦#a⟧}\n",
    "QUO001 of a block": "- ⟦::: {.quote year=2024}⟧\n  Worte.\n  :::\n",
    "QUO017 of a span in a table": "| A | B |\n| --- | --- |\n| x | ⟦[]{.quote #a}⟧ |\n",
    "QUO020": "Text.\n\n⟦::: {.quote #a}⟧\nWorte.\n\n## Thema\n:::\n",
    # signs
    "SYN011 after an entity and an escape": "a &amp; \\* b ⟦„⟧c\n",
    "SYN011 after emphasis and code": "*a* `b„` **c ⟦„⟧d**\n",
    "SYN011 on a later line": "Eins\nzwei *drei*\nvier ⟦„⟧fünf\nsechs.\n",
    "SYN011 in the second of two equal cells": "| A | B |\n| --- | --- |\n| a“„b“ | ⟦“⟧a„b“ |\n",
    "SYN011 in a quote's list": "::: {.quote #a}\n- eins\n- ⟦„⟧zwei\n:::\n",
    "SYN011 in a note's continued line": "Text.[^a]\n\n[^a]: Eins\n    zwei ⟦„⟧drei\n",
    "SYN011 in a note in place": "Text.^[eins ⟦„⟧zwei]\n",
    "SYN011 in a caption": '![Die ⟦„⟧Grenze](a.svg){alt="x"}\n',
    "SYN011 in a citation's prefix": "Text [  siehe ⟦„⟧dort @a].\n",
    "SYN011 in a citation's suffix": "Text [@a, S. 3, siehe ⟦„⟧dort].\n",
    "SYN011 in a citation's second prefix": "Text [@a; *vgl.* ⟦„⟧dort @b].\n",
    "SYN011 in a heading": "## Das ⟦„⟧Wort {#a}\n",
    "SYN011 in a list with a tab": "-\tEins ⟦„⟧zwei\n",
    "SYN011 in a lazy line": "> Eins\nzwei ⟦„⟧drei\n",
    "SYN011 after a wide and a combining sign": "до́ма 👍🏽 ⟦„⟧x\n",
    "LNG003 in running text": "Text до́ма ⟦W\u043ert⟧ hier.\n",
    "LNG003 after an entity": "a &amp;&amp; ⟦W\u043ert⟧\n",
    "LNG003 in a cell after an escaped bar": "| a \\| b ⟦W\u043ert⟧ |\n| --- |\n",
    "LNG003 in the second of two cells": "| Wort | ⟦W\u043ert⟧ |\n| --- | --- |\n",
    "LNG003 in a table in a list": "- Text\n\n  | a | ⟦W\u043ert⟧ |\n  | - | - |\n",
    "LNG003 in a table without outer bars": "a | ⟦W\u043ert⟧\n--- | ---\n",
    "LNG001": "[x]{lang=⟦russisch⟧}\n",
    "LNG001 in straight marks": '*a* [x]{lang="⟦russisch⟧"}\n',
    "SYN007 in a cell": "| a | ⟦<b>⟧x</b> |\n| - | - |\n",
    "SYN007 behind emphasis in a list": "- *a* ⟦<br>⟧\n",
    "SYN010 of spans": "[" * 60 + "⟦a⟧" + "]{lang=ru}" * 60 + "\n",
    "SYN010 of emphasis": "*a __b " * 30 + "⟦*⟧a c*" + " d__ e*" * 30 + "\n",
    "SYN016": "Text\u00a0x ⟦\u202e⟧y\n",
    "SRC005": "до́ма\tx ⟦\u0001⟧y\n",
    "SYN011 behind control characters": "x\u0001\u0001 y ⟦„⟧z\n SRC005",
    # notes and citations
    "FTN001 in a cell equal to another": "| [^a] | ⟦[^b]⟧ |\n| --- | --- |\n\n[^a]: Note.\n",
    "FTN001 in emphasis in a quote": "::: {.quote #a}\n„Das *Wort⟦[^b]⟧* da.“\n:::\n",
    "FTN002 in a list": "- Punkt\n\n  ⟦[^a]⟧: Note.\n",
    "FTN002 in a block quote": "> ⟦[^a]⟧: Note.\n",
    "FTN003": "Text.[^a]\n\n[^a]: Eins.\n\n⟦[^a]⟧: Zwei.\n",
    "FTN004 in place": "Text *a* ⟦^[]⟧.\n",
    "FTN005 in a note's second paragraph": "Text.[^a]\n\n[^a]: Eins.\n\n    Zwei⟦[^a]⟧.\n",
    "FTN005 in place": "Text.^[Eins ⟦^[zwei]⟧]\n",
    "CIT004": "Text [@a; ⟦siehe dort⟧ ; @b].\n",
    # links and figures
    "LNK003 bare": "Siehe *a* ⟦https://example.org/?fbclid=1⟧, ja.\n",
    "LNK003 in a link": "> Siehe\n> [dort](⟦https://example.org/?fbclid=1⟧).\n",
    "LNK003 in angle brackets": "Siehe <⟦https://example.org/?fbclid=1⟧>.\n",
    "LNK003 in a definition": "Siehe [dort].\n\n[dort]: ⟦https://example.org/?fbclid=1⟧\n",
    "LNK003 in a note": "Text.[^a]\n\n[^a]: Eins,\n  ⟦https://example.org/?fbclid=1⟧; zwei.\n",
    "LNK003 in a citation's suffix": "[@a, siehe ⟦https://example.org/?fbclid=1⟧]\n",
    "LNK003 in the second of two equal cells": "| https://a.de/ | ⟦https://a.de/?fbclid=1⟧ |\n| - | - |\n",
    "LNK004": "a &amp; ⟦[x](javascript:alert(1))⟧\n",
    "LNK005 of an image in a list": '- a\n- ⟦![x](/a.svg)⟧{alt="x"}\n',
    "LNK008": "*a* ⟦[](https://example.org/)⟧\n",
    "LNK013": "- a\n- ⟦[x]()⟧\n",
    "FIG002 within a line": "до́ма ⟦![](a.svg)⟧ x\n",
    "FIG009 in a list": "- Text\n\n  ⟦: Titel⟧\n",
    "FIG014": "Text ⟦![x](https://example.org/a.png)⟧\n",
    "FIG004": "::: {.chart #f type=⟦pie⟧ data=a.csv x=a y=b}\nTitel\n:::\n",
    "FIG017": "> | a |\n> | - |\n> | 1 | ⟦2 | 3 |⟧\n",
}


def located(marked: str) -> tuple[str, Span]:
    """The text without the marks, and the span between them."""
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")

    def position(offset: int) -> tuple[int, int]:
        before = (HEAD + text[:offset]).split("\n")
        return len(before), len(before[-1]) + 1

    return text, Span("content/de/01-beispiel.md", *position(start), *position(end))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize("name", CASES)
def test_place(name: str, line_end: str) -> None:
    marked, _, others = CASES[name].rpartition("\n")
    text, span = located(marked + "\n")
    _, found = parse_text(text.replace("\n", line_end))
    code = name.partition(" ")[0]
    ours = [one for one in found if one.code not in others.split() or one.code == code]
    assert [(one.code, one.span) for one in ours if one.code == code][-1:] == [(code, span)]
    assert {one.code for one in ours} - {"LNG006"} == {code}  # other letters are here for their width


def test_line_and_column_count_in_the_whole_file() -> None:
    """A longer front matter moves the lines, and nothing else."""
    _, found = parse_text("Text „hier.\n", head="---\ntitle: Beispiel\nkeywords: [eins,\n  zwei]\n---\n\n\n")
    assert [one.span for one in found] == [Span("content/de/01-beispiel.md", 8, 6, 8, 7)]
