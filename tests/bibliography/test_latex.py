"""LaTeX decoding, row by row (citations.md, section 1, second table)."""

from __future__ import annotations

import pytest

from sitegen.bibliography.latex import Issue, decode, verbatim
from sitegen.bibliography.vocabulary import marks
from sitegen.model.nodes import Bold, Inlines, Italic, SmallCaps, Text, plain_text


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (r"\v{S} {\L} {\"O} \ss{} \"a", "Š Ł Ö ß ä"),
        (r"Mar{\'i}a Pawe{\l} Bj\"orn Gro{\ss}e", "María Paweł Björn Große"),
        (r"\c{c} \k{a} \H{o} \.{z} \r{a} \~n \^{e} \`e \=a \u{g} \d{s}", "ç ą ő ż å ñ ê è ā ğ ṣ"),
        ("50 % of", "50 % of"),
        (r"50\% of", "50% of"),
        (r"\emph{x} \textit{y} \mkbibemph{z}", "x y z"),
        (r"\url{a} \texttt{b}", "a b"),
        (r"\href{https://a.example}{t}", "t"),
        (r"\"{\i} \'\i", "ï í"),
        (r"a--b---c~d\,e\-f\dots g \ldots{} h...", "a–b—c\u00a0d\u00a0ef…g … h…"),
        ("O'Neill d'Ivoire", "O’Neill d’Ivoire"),
        ("the '90s and dogs' end", "the '90s and dogs' end"),
        (r"{Europe}: {A} B \& C \_ \# \$", "Europe: A B & C _ # $"),
        ("``x'' y", "“x” y"),
        ("e\u0301", "é"),
        ("", ""),
        ("{", ""),
        ("a } b", "a  b"),
        ("\\", "\\"),
        (r"\emph", ""),
        (r"\'", ""),
    ],
)
def test_text(written: str, shown: str) -> None:
    nodes, issues = decode(written)
    assert plain_text(nodes) == shown
    assert issues == ()


@pytest.mark.parametrize("command", ["textquote", "enquote", "mkbibquote", "enquote*"])
@pytest.mark.parametrize(
    ("language", "shown"),
    [("de", "„x ‚y‘“"), ("ru", "«x „y“»"), ("en", "“x ‘y’”")],
)
def test_marks_are_those_of_the_entry(command: str, language: str, shown: str) -> None:
    nodes, _ = decode(rf"\{command}{{x \{command}{{y}}}}", marks(language))
    assert plain_text(nodes) == shown


@pytest.mark.parametrize(
    ("written", "nodes"),
    [
        (r"\emph{x}", (Italic((Text("x"),)),)),
        (r"\textbf{x}", (Bold((Text("x"),)),)),
        (r"\textsc{x}", (SmallCaps((Text("x"),)),)),
        (r"{\em x} y", (Italic((Text("x"),)), Text(" y"))),
        (r"a \emph{b \textbf{c}}", (Text("a "), Italic((Text("b "), Bold((Text("c"),)))))),
    ],
)
def test_type(written: str, nodes: Inlines) -> None:
    assert decode(written) == (nodes, ())


@pytest.mark.parametrize(
    ("written", "shown", "issue"),
    [
        (r"\foo{x} y", "x y", Issue("command", r"\foo")),
        (r"\foo y", "y", Issue("command", r"\foo")),
        ("$x^2$", "$x^2$", Issue("math", "$x^2$")),
    ],
)
def test_issue(written: str, shown: str, issue: Issue) -> None:
    nodes, issues = decode(written)
    assert plain_text(nodes) == shown
    assert issues == (issue,)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("https://x.y/a_b%20c?d=1", "https://x.y/a_b%20c?d=1"),
        (r"https://x.y/a\_b\%20c\&d\#e", "https://x.y/a_b%20c&d#e"),
        ("10.1000/a--b{c}", "10.1000/a--b{c}"),
    ],
)
def test_verbatim(written: str, shown: str) -> None:
    assert verbatim(written) == shown
