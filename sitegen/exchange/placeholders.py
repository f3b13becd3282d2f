"""Placeholders: ⟦1⟧, ⟦2⟧ … stand in a worklist for what no translation may change."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from sitegen.exchange.fields import Field, decoded
from sitegen.exchange.protected import Kind, Protected
from sitegen.exchange.quote_records import without_inherited
from sitegen.values import dataclass

MARK = re.compile(r"⟦([0-9]{1,4})⟧")
_EXACT: frozenset[Kind] = frozenset(("citation", "note", "sign", "row"))
"""Kinds whose members answer each other only where they are the same."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """`shown` is what it stands for, `written` what is put in its place in the translation, `identity`
    what that is. One that only the translation has is not required, nor is a single sign.
    """

    number: int
    kind: Kind
    shown: str
    written: str
    identity: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """The placeholders of a source and its translation, and the numbers in the order of either."""

    placeholders: tuple[Placeholder, ...]
    target_numbers: tuple[int, ...]


def pair(source: Field, target: Field | None, labels: Mapping[str, str]) -> Pairing:
    """Number what is protected: that of the source in its order, then what only the translation has.

    `labels` are the labels of the source's footnotes in the translation.
    """
    theirs = list(target.protected) if target else []
    wanted = [_in_target(one, labels) for one in source.protected]
    matched = _matched(source.protected, wanted, theirs)
    placeholders = [
        _placeholder(number, source, one, target, theirs, matched.get(number - 1), identity, labels)
        for number, (one, identity) in enumerate(zip(source.protected, wanted, strict=True), 1)
    ]
    numbers = {place: number + 1 for number, place in matched.items()}
    for place, one in enumerate(theirs):
        if place not in numbers:
            numbers[place] = len(placeholders) + 1
            assert target
            text = target.text[one.start : one.end]
            placeholders.append(Placeholder(numbers[place], one.kind, text, text, one.identity, False))  # noqa: FBT003
    return Pairing(tuple(placeholders), tuple(numbers[place] for place in range(len(theirs))))


def display(field: Field, numbers: Iterable[int]) -> str:
    """The words of a field with placeholders for what is protected."""
    pieces: list[str] = []
    end = 0
    for one, number in zip(field.protected, numbers, strict=True):
        pieces += (field.text[end : one.start], f"⟦{number}⟧")
        end = one.end
    return decoded(field.form, "".join((*pieces, field.text[end:])))


def filled(text: str, placeholders: Sequence[Placeholder]) -> str:
    """A text with what its placeholders stand for."""
    written = {one.number: one.written for one in placeholders}
    return MARK.sub(lambda found: written.get(int(found[1]), found[0]), text)


def identities(protected: Iterable[Protected | Placeholder]) -> Counter[tuple[str, str]]:
    """How often everything protected is there; the keys of a citation count each by itself."""
    return Counter((one.kind, name) for one in protected for name in one.identity)


def _in_target(one: Protected, labels: Mapping[str, str]) -> tuple[str, ...]:
    return (labels.get(one.identity[0], one.identity[0]),) if one.kind == "note" else one.identity


def _placeholder(
    number: int,
    source: Field,
    one: Protected,
    target: Field | None,
    theirs: Sequence[Protected],
    place: int | None,
    identity: tuple[str, ...],
    labels: Mapping[str, str],
) -> Placeholder:
    shown = source.text[one.start : one.end]
    if target is not None and place is not None:
        other = theirs[place]
        written = target.text[other.start : other.end]
        return Placeholder(number, one.kind, shown, written, other.identity, one.kind != "sign")
    if one.kind == "attributes":
        written = without_inherited(shown)
        return Placeholder(number, one.kind, shown, written, (written,), required=True)
    written = f"[^{identity[0]}]" if one.kind == "note" and labels else shown
    return Placeholder(number, one.kind, shown, written, identity, one.kind != "sign")


def _matched(
    source: Sequence[Protected], wanted: Sequence[tuple[str, ...]], theirs: Sequence[Protected]
) -> dict[int, int]:
    """Places in the source to places in the translation: what is the same, then what is left of a kind,
    in its order, where there is as much of it on either side.
    """
    free: dict[tuple[Kind, tuple[str, ...]], list[int]] = {}
    for place, one in reversed(list(enumerate(theirs))):
        free.setdefault((one.kind, one.identity), []).append(place)
    matched: dict[int, int] = {}
    for place, (one, identity) in enumerate(zip(source, wanted, strict=True)):
        if same := free.get((one.kind, identity)):
            matched[place] = same.pop()
    taken = set(matched.values())
    for kind in {one.kind for one in source} - _EXACT:
        left = [place for place, one in enumerate(source) if one.kind == kind and place not in matched]
        right = [place for place, one in enumerate(theirs) if one.kind == kind and place not in taken]
        if len(left) == len(right):
            matched.update(zip(left, right, strict=True))
    return matched
