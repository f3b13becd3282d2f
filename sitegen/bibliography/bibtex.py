"""BibTeX's syntax: a file's text to raw entries, each with its places in the file.

pybtex's scanner reads the tokens; what is made of them, and how the reading goes on after a fault,
is decided here (citations.md, section 1). A fault costs at most the rest of its own entry.
Diagnostics: BIB001, BIB002, BIB007, BIB008, BIB009, BIB010.
"""

from __future__ import annotations

import re
from dataclasses import field

from pybtex.database.input.bibtex import LowLevelParser, month_names
from pybtex.scanner import PrematureEOF, PybtexSyntaxError

from sitegen.diagnostics import Diagnostic, Related, nearest, report
from sitegen.source import Source, Span
from sitegen.values import dataclass

LIMIT = 10_000
"""Characters that a value may have once its strings are put together."""
DEPTH = 100
"""How deep braces may nest."""
SUGGESTIONS = 20
"""So many findings look for the nearest name: among thousands of names each search takes its time."""

UNLIMITED = frozenset({"abstract", "annotation", "annote", "file", "keywords", "note", "review", "comment"})
"""Fields that are never printed: they may be long."""

FAULTS = 1_000
"""A file with more faults of syntax is no bibliography; reading it stops."""

_BLANK = re.compile(r"\s*")
_COMMENT_LINE = re.compile(r"[ \t]*%")
_HEAD = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
_FIELD = re.compile(r"\s*,\s*([A-Za-z_-]+)\s*=\s*\{([^{}@]*)\}(?=\s*[,}])")
"""A field of the simplest form, read at once; whatever else there is goes through the scanner."""
_NEXT = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_BRACES = re.compile(r"[{}]|^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_QUOTES = re.compile(r'[{}"]|^[ \t]*@[A-Za-z]+[ \t]*[{(]', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RawField:
    """A field as written: `span` is the place of its value, `name` is in small letters."""

    name: str
    value: str
    span: Span


@dataclass(slots=True)
class RawEntry:
    """An entry as written; a broken one has lost something, which has been reported.

    `span` is the place of the key, `fields` may hold a name twice.
    """

    type: str
    key: str
    span: Span
    fields: list[RawField] = field(default_factory=list)
    broken: bool = False


class _UnclosedError(Exception):
    """A value, or an entry, that goes on to the next entry or to the end of the file."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class _UnexpectedError(Exception):
    """A sign where another one belongs."""


def read_raw(source: Source) -> tuple[list[RawEntry], list[Diagnostic]]:
    """All entries of a file, in its order, and all faults of its syntax."""
    scanner = _Scanner(source)
    scanner.read()
    return scanner.entries, scanner.found


class _Scanner(LowLevelParser):  # type: ignore[misc]  # the library has no types
    def __init__(self, source: Source) -> None:
        super().__init__(source.text)
        self.text: str = source.text
        self.pos: int = 0
        self.source = source
        self.entries: list[RawEntry] = []
        self.found: list[Diagnostic] = []
        self.strings: dict[str, str | None] = dict(month_names)  # None: its own value has a fault
        self.comment: tuple[int, int] | None = None  # how many braces are open in a comment, up to where

    def eat_whitespace(self) -> None:
        """Lines are not counted: offsets are enough, and the source knows their lines."""
        match = _BLANK.match(self.text, self.pos)
        assert match is not None
        self.pos = match.end()

    def read(self) -> None:
        while (start := self.text.find("@", self.pos)) >= 0 and len(self.found) < FAULTS:
            line = self.source.line_starts[self.source.position(start)[0] - 1]
            in_comment_line = _COMMENT_LINE.match(self.text, line) is not None
            head = _HEAD.match(self.text, start)
            if head is None:
                self._stray(start, in_comment_line=in_comment_line)
            elif head[1].lower() == "comment":
                self._open_comment(head)
            else:
                self._command(head, in_comment_line=in_comment_line)

    def _stray(self, start: int, *, in_comment_line: bool) -> None:
        """An at sign that begins no entry."""
        self.pos = start + 1
        if not in_comment_line and self._in_comment(start):
            return
        place = self.source.span(start)
        if in_comment_line:
            self.found.append(report("BIB009", place))
        else:
            self.found.append(report("BIB001", place, key="@", sign=self._sign(start + 1)))

    def _command(self, head: re.Match[str], *, in_comment_line: bool) -> None:
        start = head.start()
        hidden = in_comment_line or self._in_comment(start)
        entry = RawEntry(head[1].lower(), "", self.source.span(start, head.end(1)))
        self.pos = head.end()
        try:
            self._body(entry, self.RBRACE if head[2] == "{" else self.RPAREN)
        except (_UnclosedError, _UnexpectedError, PybtexSyntaxError) as error:
            entry.broken = True
            if in_comment_line:
                self.found.append(report("BIB009", self.source.span(start)))
            else:
                self._report(entry, start, error)
            self._recover(error)
        else:
            if hidden and entry.key:
                self.found.append(report("BIB010", entry.span, key=entry.key))
        if entry.key and not (in_comment_line and entry.broken):
            self.entries.append(entry)
        if self.comment:
            self.comment = (self.comment[0], self.pos)

    def _body(self, entry: RawEntry, end: object) -> None:
        if entry.type == "string":
            name = self.required([self.NAME]).value
            self.required([self.EQUALS])
            value = self._value(entry, name).value
            self.strings[name.lower()] = None if entry.broken else value
        elif entry.type == "preamble":
            self._value(entry, "preamble")
        else:
            self._entry(entry, self.KEY_BRACE if end is self.RBRACE else self.KEY_PAREN)
        self.required([end])

    def _entry(self, entry: RawEntry, pattern: object) -> None:
        entry.key = self.required([pattern]).value
        entry.span = self.source.span(self.pos - len(entry.key), self.pos)
        while True:
            simple = _FIELD.match(self.text, self.pos)
            if simple and simple.end() - simple.start(2) <= LIMIT:
                span = self.source.span(simple.start(2), simple.end(2))
                entry.fields.append(RawField(simple[1].lower(), simple[2], span))
                self.pos = simple.end()
                continue
            if not self._skip(","):
                return
            name = self.optional([self.NAME])
            if name:
                self.required([self.EQUALS])
                entry.fields.append(self._value(entry, name.value.lower()))

    def _value(self, entry: RawEntry, name: str) -> RawField:
        """Parts joined by `#`: strings in braces or quotation marks, numbers, names of strings."""
        parts: list[str] = []
        spans: list[Span] = []
        length = 0
        while True:
            part, span = self._part(entry)
            length += len(part)
            spans.append(span)
            if length <= LIMIT or (name in UNLIMITED and not parts):
                parts.append(part)
            if not self._skip("#"):
                break
        if len(parts) < len(spans):
            entry.broken = True
            self.found.append(report("BIB008", spans[0], name=name, limit=f"{LIMIT:,}"))
            parts = []
        place = spans[0]
        return RawField(name, "".join(parts), place if len(spans) == 1 else _join(place, spans[-1]))

    def _skip(self, sign: str) -> bool:
        """Whether a sign comes next; if so, it is read."""
        self.eat_whitespace()
        if not self.text.startswith(sign, self.pos):
            return False
        self.pos += 1
        return True

    def _forget_word_before(self, place: Span) -> None:
        """A word without braces just before the sign that cannot be read is the same mistake."""
        last = self.found[-1] if self.found else None
        if last is not None and last.code == "BIB007" and last.span.line == place.line:
            self.found.pop()

    def _part(self, entry: RawEntry) -> tuple[str, Span]:
        if self._skip("{"):
            return self._string(self.pos, _BRACES)
        if self._skip('"'):
            return self._string(self.pos, _QUOTES)
        token = self.required([self.NUMBER, self.NAME])
        word: str = token.value
        span = self.source.span(self.pos - len(word), self.pos)
        if token.pattern is self.NUMBER:
            return word, span
        if word.lower() not in self.strings:
            close = nearest(word, self.strings) if len(self.found) < SUGGESTIONS else None
            self.found.append(report("BIB007", span, name=word, nearest=close))
        value = self.strings.get(word.lower())
        entry.broken = entry.broken or value is None
        return value or "", span

    def _string(self, start: int, pattern: re.Pattern[str]) -> tuple[str, Span]:
        """A value up to the brace or mark that closes it; it ends before the next entry at the latest."""
        depth = 0
        for match in pattern.finditer(self.text, start):
            sign = match[0]
            if sign == "{":
                depth += 1
            elif sign == "}" and depth:
                depth -= 1
            elif sign == "}" and pattern is _QUOTES:
                break
            elif sign in ("}", '"'):
                if depth == 0:
                    self.pos = match.end()
                    return self.text[start : match.start()], self.source.span(start, match.start())
            else:
                raise _UnclosedError(match.end() - len(sign.lstrip()))
            if depth > DEPTH:
                break
        else:
            raise _UnclosedError(self.end_pos)
        self.pos = match.start()
        raise _UnexpectedError

    def _report(self, entry: RawEntry, start: int, error: Exception) -> None:
        begin = self.source.span(start)
        if isinstance(error, PrematureEOF):
            noticed = self.end_pos
        elif isinstance(error, _UnclosedError):
            noticed = error.position
        elif _HEAD.match(self.text, self.pos) and self._is_line_start(self.pos):
            noticed = self.pos
        else:
            related = (Related(begin, "entry"),)
            sign = self._sign(self.pos)
            place = self.source.span(self.pos)
            self._forget_word_before(place)
            self.found.append(
                report("BIB001", place, key=entry.key or entry.type, sign=sign, related=related)
            )
            return
        related = (Related(self.source.span(min(noticed, max(0, self.end_pos - 1))), "noticed"),)
        self.found.append(report("BIB002", begin, key=entry.key or entry.type, related=related))

    def _recover(self, error: Exception) -> None:
        """Go on with the next entry that begins a line."""
        position = error.position if isinstance(error, _UnclosedError) else self.pos
        following = _NEXT.search(self.text, self.source.line_starts[self.source.position(position)[0] - 1])
        while following and following.end() <= position:
            following = _NEXT.search(self.text, following.end())
        self.pos = following.end() - len(following[0].lstrip()) if following else self.end_pos

    def _open_comment(self, head: re.Match[str]) -> None:
        self.pos = head.end()
        self.comment = (1, self.pos)

    def _in_comment(self, position: int) -> bool:
        """Whether a `@comment{` is still open here: braces are counted from entry to entry."""
        if self.comment is None:
            return False
        depth, counted = self.comment
        depth += self.text.count("{", counted, position) - self.text.count("}", counted, position)
        self.comment = (depth, position) if depth > 0 else None
        return depth > 0

    def _is_line_start(self, position: int) -> bool:
        line = self.source.line_starts[self.source.position(position)[0] - 1]
        match = _BLANK.match(self.text, line)
        return match is not None and match.end() >= position

    def _sign(self, position: int) -> str:
        """What stands at a place, to be shown."""
        word = self.text[position : position + 20].split()
        return word[0] if word else ""


def _join(first: Span, last: Span) -> Span:
    return Span(first.path, first.line, first.column, last.end_line, last.end_column)
