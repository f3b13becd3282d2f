"""LaTeX in a field's text, decoded to nodes (citations.md, section 1, the table of LaTeX decoding).

Letter case is never changed, braces go, and whatever is not known is reported and leaves its words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from typing import Literal

from sitegen.bibliography.signs import ACCENTS, DECLARATIONS, PLAIN, QUOTES, SIGNS, STYLED, SWALLOWED
from sitegen.model.nodes import Bold, Inline, Inlines, Italic, SmallCaps, Text, plain_text
from sitegen.source import bare
from sitegen.values import dataclass

Marks = tuple[str, str, str, str]
ENGLISH: Marks = ("“", "”", "‘", "’")

_SPECIAL = re.compile(r"[\\{}$~'`]|--|\.\.\.")
_TOKEN = re.compile(
    r"(?P<word>\\[A-Za-z]+\*?)[ \t]*|(?P<sign>\\.)|(?P<dash>---?)|(?P<dots>\.\.\.)|(?P<quote>``|'')|"
    r"(?P<char>[{}$~'])|(?P<text>[^\\{}$~'`.\-]+|.)",
    re.DOTALL,
)
_MATH = re.compile(r"\$[^$]+\$")
_VERBATIM = re.compile(r"\\([%_&#~{}])")
_BLANK = re.compile(r"\s+")
_SPANS: dict[str, Callable[[Inlines], Inline]] = {"italic": Italic, "bold": Bold, "small-caps": SmallCaps}


@dataclass(frozen=True, slots=True)
class Issue:
    """What could not be decoded: a command that is not known, or a formula."""

    kind: Literal["command", "math"]
    text: str


@dataclass(slots=True)
class _Reader:
    text: str
    marks: Marks
    issues: list[Issue]
    position: int = 0
    quotes: int = 0
    """How many quotations are open."""


@dataclass(slots=True)
class _Run:
    """What has been read of one group."""

    nodes: list[Inline] = field(default_factory=list)
    letters: list[str] = field(default_factory=list)

    def close(self) -> Inlines:
        if self.letters:
            self.nodes.append(Text(unicodedata.normalize("NFC", bare("".join(self.letters)))))
            self.letters = []
        return tuple(self.nodes)

    def add(self, nodes: Inlines) -> None:
        """Take over what an argument held; text flows together."""
        for node in nodes:
            if isinstance(node, Text):
                self.letters.append(node.value)
            else:
                self.close()
                self.nodes.append(node)


def decode(value: str, marks: Marks = ENGLISH) -> tuple[Inlines, tuple[Issue, ...]]:
    """A field's text as nodes, and what could not be understood. `marks` are the quotation marks of
    the entry's language, outer then inner.
    """
    if not _SPECIAL.search(value):
        return (Text(unicodedata.normalize("NFC", bare(value))),) if value else (), ()
    reader = _Reader(value, marks, [])
    run = _Run()
    while reader.position < len(value):
        _read(reader, run)
        if reader.position < len(value):  # a closing brace without an opening one
            reader.position += 1
    return run.close(), tuple(dict.fromkeys(reader.issues))


def plain(value: str) -> str:
    """A text's words, decoded, for names and the like."""
    if not _SPECIAL.search(value):
        return unicodedata.normalize("NFC", value)
    return plain_text(decode(value)[0])


def verbatim(value: str) -> str:
    """An address or an identifier: only the escapes of LaTeX's own signs are undone."""
    return _VERBATIM.sub(r"\1", value) if "\\" in value else value


def squeeze(value: str) -> str:
    """White space as BibTeX sees it: any run of it is one space."""
    return _BLANK.sub(" ", value).strip()


def _read(reader: _Reader, run: _Run) -> None:
    """Read to the end of the group; the closing brace stays unread."""
    while reader.position < len(reader.text):
        match = _TOKEN.match(reader.text, reader.position)
        assert match is not None
        if match.lastgroup == "char" and match[0] == "}":
            return
        start = reader.position
        reader.position = match.end()
        if match.lastgroup == "text":
            run.letters.append(match[0])
        elif match.lastgroup == "word":
            _command(reader, run, match["word"][1:].rstrip("*"))
        elif match.lastgroup == "sign":
            _control_sign(reader, run, match[0][1])
        else:
            _sign(reader, run, match[0], start)


def _sign(reader: _Reader, run: _Run, sign: str, start: int) -> None:
    if sign == "{":
        run.add(_group(reader))
    elif sign == "$":
        _math(reader, run, start)
    elif sign == "'":
        run.letters.append("’" if _is_between_letters(reader.text, start) else "'")
    elif sign in ("``", "''"):
        _tex_quote(reader, run, sign)
    else:
        run.letters.append({"--": "–", "---": "—", "...": "…", "~": "\u00a0"}[sign])


def _group(reader: _Reader) -> Inlines:
    """What a pair of braces holds; the opening one is read."""
    inner = _Run()
    _read(reader, inner)
    reader.position += 1
    return inner.close()


def _math(reader: _Reader, run: _Run, start: int) -> None:
    match = _MATH.match(reader.text, start)
    formula = match[0] if match else "$"
    reader.position = start + len(formula)
    if match:
        reader.issues.append(Issue("math", formula))
    run.letters.append(formula)


def _is_between_letters(text: str, position: int) -> bool:
    before = text[position - 1 : position].rstrip("}")
    after = text[position + 1 : position + 2]
    return (before.isalpha() or text[:position].endswith("}")) and (after.isalpha() or after in ("{", "\\"))


def _tex_quote(reader: _Reader, run: _Run, sign: str) -> None:
    opening = sign == "``"
    if not opening:
        reader.quotes = max(0, reader.quotes - 1)
    inner = 2 if reader.quotes else 0
    run.letters.append(reader.marks[inner + (not opening)])
    if opening:
        reader.quotes += 1


def _control_sign(reader: _Reader, run: _Run, sign: str) -> None:
    if sign in ACCENTS:
        _accent(reader, run, ACCENTS[sign])
    elif sign in "-/":
        return
    else:
        run.letters.append(
            {",": "\u00a0", ";": "\u00a0", ":": "\u00a0", "\\": " ", "\n": " "}.get(sign, sign)
        )


def _accent(reader: _Reader, run: _Run, combining: str) -> None:
    base = {"ı": "i", "ȷ": "j"}.get(letter := plain_text(_argument(reader)), letter)
    run.letters.append(base[:1] + combining + base[1:] if base else "")


def _command(reader: _Reader, run: _Run, name: str) -> None:
    if name in SIGNS:
        run.letters.append(SIGNS[name])
        _skip_empty_group(reader)
    elif name in ACCENTS:
        _accent(reader, run, ACCENTS[name])
    elif name in STYLED:
        _styled(run, STYLED[name], _argument(reader))
    elif name in DECLARATIONS:
        _declaration(reader, run, DECLARATIONS[name])
    elif name in QUOTES:
        _quotation(reader, run)
    elif name in SWALLOWED:
        for _ in range(SWALLOWED[name]):
            _argument(reader)
        _skip_empty_group(reader)
    else:
        if name not in PLAIN:
            reader.issues.append(Issue("command", "\\" + name))
        run.add(_argument(reader) if _next_is(reader, "{") else ())


def _styled(run: _Run, style: str, children: Inlines) -> None:
    if children:
        run.close()
        run.nodes.append(_SPANS[style](children))


def _declaration(reader: _Reader, run: _Run, style: str) -> None:
    r"""`{\em …}`: the rest of the group."""
    rest = _Run()
    _read(reader, rest)
    _styled(run, style, rest.close()) if style else run.add(rest.close())


def _quotation(reader: _Reader, run: _Run) -> None:
    inner = 2 if reader.quotes % 2 else 0
    reader.quotes += 1
    children = _argument(reader)
    reader.quotes -= 1
    run.letters.append(reader.marks[inner])
    run.add(children)
    run.letters.append(reader.marks[inner + 1])


def _argument(reader: _Reader) -> Inlines:
    """A command's argument: a group, a command, or a single letter."""
    while _next_is(reader, " "):
        reader.position += 1
    if _next_is(reader, "{"):
        reader.position += 1
        return _group(reader)
    if _next_is(reader, "\\"):
        match = _TOKEN.match(reader.text, reader.position)
        assert match is not None
        if match["word"] and match["word"][1:] in SIGNS:
            reader.position = match.end()
            return (Text(SIGNS[match["word"][1:]]),)
        return ()
    letter = reader.text[reader.position : reader.position + 1]
    if letter in ("", "}"):
        return ()
    reader.position += 1
    return (Text(letter),)


def _next_is(reader: _Reader, sign: str) -> bool:
    return reader.text.startswith(sign, reader.position)


def _skip_empty_group(reader: _Reader) -> None:
    r"""`\ldots{}`: the braces only end the name."""
    if reader.text.startswith("{}", reader.position):
        reader.position += 2
