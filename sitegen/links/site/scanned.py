"""What is read out of one file of a site: its links, and the places in it that links may lead to."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from sitegen.values import dataclass

Kind: TypeAlias = Literal["page", "file", "symbol"]
"""What a link asks for: a page that readers are led to, a file that a page shows or loads, or a drawing
in an SVG (`use`). The fragment counts for the first and the last.
"""


class Link(NamedTuple):
    """One address as a browser reads it: entities decoded. `start` and `end` are offsets in the text."""

    attribute: str
    kind: Kind
    address: str
    start: int
    end: int


class Id(NamedTuple):
    """An id that stands in the page already, and the offset of the second one."""

    id: str
    offset: int


@dataclass(frozen=True, slots=True)
class Scanned:
    """The links of a file in the order of its text. `anchors` are its ids and the names of its `a`,
    `twice` the ids that are not the first of their name, `base` is the address of `base href`.
    """

    links: tuple[Link, ...] = ()
    anchors: frozenset[str] = frozenset()
    twice: tuple[Id, ...] = ()
    base: str | None = None
