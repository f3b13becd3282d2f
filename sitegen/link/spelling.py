"""Links that are right but for the case of their letters: a safe fix (authoring.md, references)."""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Iterable

from sitegen.diagnostics import Fix
from sitegen.model.document import ReferenceSource
from sitegen.source import Span

_PLAIN = re.compile(r"[\w./-]+")


def same_but_case(name: str, names: Iterable[str]) -> str | None:
    """The one name that differs in case or Unicode form only; None where there are none or several."""
    wanted = _folded(name)
    found = {other for other in names if _folded(other) == wanted}
    return found.pop() if len(found) == 1 else None


def file_fix(source: ReferenceSource, right: str | None) -> Fix | None:
    """The file of a link in the right letters; `right` is its path in the publication."""
    typed = source.typed.partition("#")[0]
    if right is None or not typed or source.place is None or posixpath.basename(typed) in {"", ".", ".."}:
        return None
    kept = len(right.split("/")) - len([part for part in typed.split("/") if part not in {".", ".."}])
    named = iter(right.split("/")[kept:] if kept >= 0 else ())
    parts = [part if part in {".", ".."} else next(named, "") for part in typed.split("/")]
    return _fix(source.place, 0, typed, "/".join(parts))


def anchor_fix(source: ReferenceSource, right: str | None) -> Fix | None:
    """The anchor of a link in the right letters."""
    before, sign, typed = source.typed.partition("#")
    if right is None or not typed or source.place is None:
        return None
    return _fix(source.place, len(before + sign), typed, right)


def _fix(place: Span, start: int, typed: str, right: str) -> Fix | None:
    """Letters are exchanged one by one: a target that is encoded, or longer, is left to its author."""
    if place.line != place.end_line or _folded(typed) != _folded(right) or not _PLAIN.fullmatch(right):
        return None
    column = place.column + start
    return Fix(Span(place.path, place.line, column, place.line, column + len(typed)), right)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
