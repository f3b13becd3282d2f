"""What only follows from another finding is not told: one mistake is one finding.

A file that could not be read is as good as missing, so that links to it lead nowhere, its quotes
lack their other half, its places and sources are unknown. All of that mends itself with the file.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from sitegen.diagnostics import Diagnostic
from sitegen.source import Span

UNREAD = frozenset(("SRC001", "SRC002", "SRC003", "SRC004", "SRC007", "CFG002", "PLC001"))
"""Findings after which a file is unknown, or known only in part."""

_PARITY = frozenset(f"PAR{number:03}" for number in range(1, 14))

OF_FILE: Mapping[str, frozenset[str]] = {
    "sitegen.toml": frozenset(("CFG001", "CFG026", "LNG002", "PLC011", "QUO010", "SYN007")) | _PARITY,
    "places.toml": frozenset(("QUO005",)),
    "citations.bib": frozenset(("CIT001",)),
}
OF_CHAPTER = frozenset(("LNG002", "QUO008", "QUO010"))
"""What the same chapter in another language is told where this one is missing."""

OF_TEXT: Mapping[str, frozenset[str]] = {
    "CIT001": frozenset(("PAR003", "PAR004", "PAR005")),
    "CIT002": frozenset(("PAR003", "PAR004", "PAR005")),
    "FIG": frozenset(("PAR001", "PAR006", "PAR007")),
    "FTN": _PARITY,
    "LNK": frozenset(("PAR008", "PAR009")),
    **dict.fromkeys(("SYN001", "SYN002", "SYN003", "SYN004", "SYN009", "SYN010", "SYN013"), _PARITY),
    **dict.fromkeys(("SYN018", "SYN019", "QUO001", "QUO002", "QUO017", "QUO020"), _PARITY),
}
"""What is not told of a chapter and its translation where one of them has such a mistake, by its code or its
family: what was meant to stand there is not known.
"""
HARMLESS = frozenset(("FIG002", "LNK003", "LNK007", "LNK008"))
"""Findings of those families after which it is known."""

SIGN, WITH_SIGNS = "SYN016", frozenset(("LNK010", "BIB033", "FRM009"))
"""A sign that turns the direction, and what it makes of an address or a slug."""

OF_TARGET = frozenset(("FIG001", "FIG005", "LNK001", "LNK002", "LNK009"))
OF_ANY_CHAPTER = frozenset(("CFG009", "CFG026", "CIT003"))


def unread_files(found: Iterable[Diagnostic]) -> frozenset[str]:
    """The files and folders that are there and could not be read, as far as is known by now."""
    return frozenset(one.span.path for one in found if one.code in UNREAD)


def without_consequences(found: Iterable[Diagnostic], unread: frozenset[str]) -> list[Diagnostic]:
    """The findings without those that only say that unread files are missing, or that a quote lacks
    what the other language's half of it would say, where that half is missing.
    """
    kept = [one for one in found if not (unread and _follows(one, unread))]
    kept = _without_differences(kept)
    kept = _without_signs(kept)
    halves = {one.span for one in kept if one.code == "QUO010"}
    return [one for one in kept if not (one.code == "QUO008" and one.span in halves)]


def _without_signs(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings without bidirectional controls in what is wrong as a whole, such as an address."""
    if not any(one.code == SIGN for one in found):
        return found
    wrong = [one.span for one in found if one.code in WITH_SIGNS]
    return [one for one in found if one.code != SIGN or not any(_holds(span, one.span) for span in wrong)]


def _holds(outer: Span, inner: Span) -> bool:
    begins = (outer.path, outer.line, outer.column) <= (inner.path, inner.line, inner.column)
    return begins and (inner.path, inner.line, inner.column) < (outer.path, outer.end_line, outer.end_column)


def _without_differences(found: list[Diagnostic]) -> list[Diagnostic]:
    """The findings without differences between a chapter and its translation that follow from a mistake."""
    hidden: dict[str, set[str]] = {}
    for one in found:
        codes = OF_TEXT.get(one.code) or OF_TEXT.get(one.code[:3])
        if codes and one.code not in HARMLESS:
            hidden.setdefault(_file(one), set()).update(codes)
    return [one for one in found if one.code not in hidden.get(_file(one), ())] if hidden else found


def _file(one: Diagnostic) -> str:
    """A chapter's file name, the same in every language."""
    return one.span.path.rpartition("/")[2]


def _follows(one: Diagnostic, unread: frozenset[str]) -> bool:
    if any(one.code in OF_FILE.get(path, ()) for path in unread):
        return True
    if one.code in OF_ANY_CHAPTER:
        return any(path.startswith("content") for path in unread)
    if one.code in OF_CHAPTER:
        return _lacks_counterpart(one.span.path, unread)
    return one.code in OF_TARGET and _is_covered(_target(one), unread)


def _lacks_counterpart(path: str, unread: frozenset[str]) -> bool:
    """Whether the chapter is unread in another language."""
    name = path.rpartition("/")[2]
    return any(one.endswith(f"/{name}") or (one.count("/") < 2 and "." not in one) for one in unread)


def _target(one: Diagnostic) -> str:
    """The path of what a link or an image leads to; links name it as the author would."""
    file = dict(one.args).get("file", "")
    return (
        file
        if file.startswith("content/")
        else posixpath.normpath(posixpath.join(posixpath.dirname(one.span.path), file))
    )


def _is_covered(path: str, unread: frozenset[str]) -> bool:
    return any(path == one or path.startswith(f"{one}/") for one in unread)
