"""Findings for people at a terminal: place, sentence, the source line with the place marked, hint."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from sitegen.catalogs import MESSAGES, translation
from sitegen.diagnostics.diagnostic import Diagnostic, in_order
from sitegen.diagnostics.emitters.excerpt import excerpt
from sitegen.diagnostics.emitters.summary import severity_word, summary
from sitegen.diagnostics.messages import hint, message, related_text, visible
from sitegen.source import Source, Span
from sitegen.values import dataclass

Sources = Callable[[str], Source | None]
"""Looks up a source file by its path; none where it cannot be read as text."""

_COLORS = {"error": "31;1", "warning": "33;1", "info": "36;1", "place": "1", "rail": "34"}
_MARGIN = 12
"""Columns that the line number and its rail may take."""
_MOST = 50
"""So many findings of one code are shown of one file; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Style:
    """How the text is set: its language, with or without colours, and the terminal's width."""

    language: str = "en"
    color: bool = False
    width: int = 100

    def paint(self, text: str, name: str) -> str:
        return f"\x1b[{_COLORS[name]}m{text}\x1b[0m" if self.color else text


def emit(
    diagnostics: Iterable[Diagnostic],
    sources: Sources,
    style: Style | None = None,
    *,
    seconds: float | None = None,
    notes: Iterable[str] = (),
) -> str:
    """Errors and warnings in order, with their lines, at most 50 of a code in a file; then remarks
    (info), a line each; then `notes`, and as the last line how many there are and the time taken.
    """
    style = style or Style()
    found = in_order(diagnostics)
    grave = [one for one in found if one.severity != "info"]
    blocks = list(_blocks(grave, sources, style))
    remarks = [_headline(one, style) for one in found if one.severity == "info"]
    if remarks:
        remarks.append("")
    return "\n".join([*blocks, *remarks, *notes, summary(found, style.language, seconds)]) + "\n"


def _blocks(found: list[Diagnostic], sources: Sources, style: Style) -> Iterator[str]:
    """Each finding with its line; where a file has very many of a code, how many more after the last."""
    total = Counter(map(_kind, found))
    told: Counter[tuple[str, str]] = Counter()
    for one in found:
        kind = _kind(one)
        told[kind] += 1
        if told[kind] <= _MOST:
            yield "\n".join(_finding(one, sources, style)) + "\n"
        if told[kind] == _MOST < total[kind]:
            yield _more(one, total[kind] - _MOST, style) + "\n"


def _kind(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.span.path, diagnostic.code


def _more(diagnostic: Diagnostic, count: int, style: Style) -> str:
    path = style.paint(visible(diagnostic.span.path), "place")
    kind = style.paint(diagnostic.code, diagnostic.severity)
    text = translation(MESSAGES, style.language).ngettext(
        "and {count} more of this kind", "and {count} more of this kind", count
    )
    return f"{path}: {kind}: {text.format(count=count)}"


def _headline(diagnostic: Diagnostic, style: Style) -> str:
    kind = style.paint(
        f"{severity_word(diagnostic.severity, style.language)} {diagnostic.code}", diagnostic.severity
    )
    return f"{_place(diagnostic.span, style)}: {kind}: {message(diagnostic, style.language)}"


def _finding(diagnostic: Diagnostic, sources: Sources, style: Style) -> Iterator[str]:
    yield _headline(diagnostic, style)
    yield from _marked(diagnostic.span, sources, style, diagnostic.severity)
    advice = hint(diagnostic, style.language)
    if advice:
        word = translation(MESSAGES, style.language).gettext("hint")
        yield f"  {style.paint('=', 'rail')} {word}: {advice}"
    for related in diagnostic.related:
        yield f"  {_place(related.span, style)}: {related_text(related, style.language)}"
        yield from _marked(related.span, sources, style, "info")


def _place(span: Span, style: Style) -> str:
    return style.paint(f"{visible(span.path)}:{span.line}:{span.column}", "place")


def _marked(span: Span, sources: Sources, style: Style, color: str) -> Iterator[str]:
    source = sources(span.path)
    head, foot = source.line_bounds(span.line) if source else (0, 0)
    if source is None or head == foot:
        return
    number = f"{span.line:>4}"
    rail = style.paint("|", "rail")
    line, marks = excerpt(source, span, style.width - _MARGIN)
    yield f"  {style.paint(number, 'rail')} {rail} {line}"
    yield f"  {' ' * len(number)} {rail} {style.paint(marks, color)}"
