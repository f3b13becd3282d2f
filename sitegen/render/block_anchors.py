"""Ids of a text's blocks, the same in all editions, and where the other editions have each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from sitegen.model.document import BlockSource
from sitegen.model.publication import Counterpart, Page
from sitegen.render.site import Site
from sitegen.values import dataclass

FLOATS = frozenset({"figure", "chart", "table"})


@dataclass(frozen=True, slots=True)
class Place:
    """An id on a page of another edition."""

    language: str
    output: str
    anchor: str


def page_ids(site: Site, page: Page) -> tuple[str, ...]:
    """The ids of a page's blocks in its site, each empty where it has none."""
    make = partial(block_ids, page, site.settings.languages)
    return site.recent.once(("ids", page.interface.path), make)


def block_ids(page: Page, languages: Sequence[str]) -> tuple[str, ...]:
    """The id of each block, empty where it has none: its own, else the number (from 1) of the block
    that it answers in the first edition that has the chapter (`p:7`), else its own number (`p:ru-7`).

    Only what another edition answers is given one, and raw HTML never is. `languages` are the
    editions in their order.
    """
    first = min((page.language, *(one.language for one in page.counterparts)), key=languages.index)
    others = {one.language: one.blocks for one in page.counterparts if one.language != page.language}
    reference = others.get(first)
    answered = {number for one in page.counterparts for number in one.blocks}
    return tuple(
        block.anchor
        or (_made(number, page.language, reference) if _needs_id(number, block, answered) else "")
        for number, block in enumerate(page.interface.blocks)
    )


def _needs_id(number: int, block: BlockSource, answered: Collection[int]) -> bool:
    return number in answered and block.kind != "html"


def _made(number: int, language: str, reference: Mapping[int, int] | None) -> str:
    if reference is None:
        return f"p:{number + 1}"
    return f"p:{reference[number] + 1}" if number in reference else f"p:{language}-{number + 1}"


def float_places(site: Site, page: Page) -> Mapping[str, tuple[Place, ...]]:
    """Where the other editions have the figures, charts and tables of a page, by their ids here."""
    found: dict[str, tuple[Place, ...]] = {}
    if not any(block.kind in FLOATS for block in page.interface.blocks):
        return found
    ids = page_ids(site, page)
    for one in page.counterparts:
        there = ids_there(site, one)
        for number, other in one.blocks.items():
            is_float = page.interface.blocks[number].kind in FLOATS
            if is_float and ids[number] and there[other]:
                place = Place(one.language, one.output, there[other])
                found[ids[number]] = (*found.get(ids[number], ()), place)
    return found


def made_ids_without_answer(site: Site, page: Page, counterpart: Counterpart) -> Iterator[str]:
    """The ids made here that the other edition's page does not have."""
    there = ids_there(site, counterpart)
    for number, anchor in enumerate(page_ids(site, page)):
        if anchor and not page.interface.blocks[number].anchor:
            other = counterpart.blocks.get(number)
            if other is None or there[other] != anchor:
                yield anchor


def ids_there(site: Site, counterpart: Counterpart) -> tuple[str, ...]:
    return page_ids(site, site.by_output[counterpart.output])
