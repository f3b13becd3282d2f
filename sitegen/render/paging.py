"""Long lists over several pages: no page holds a list that grows with the site.

The first page has the list's own name, the others count on before its ending: `voices.html`,
`voices.2.html`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from sitegen.render import urls
from sitegen.render.views import LinkView, PagerView
from sitegen.render.voices_words import next_page, page_label, pages_label, previous_page

Item = TypeVar("Item")

SIZE = 200
"""So many items stand on one page."""
_AROUND = 2
"""So many numbers stand on either side of the current one."""


def page_count(items: int) -> int:
    """The number of pages; a list without items has one."""
    return max(1, -(-items // SIZE))


def page_of(place: int) -> int:
    """The page, from 1, that the item at a place, from 0, stands on."""
    return place // SIZE + 1


def items_of(items: Sequence[Item], number: int) -> Sequence[Item]:
    """The items of one page, from 1."""
    return items[(number - 1) * SIZE : number * SIZE]


def page_output(output: str, number: int) -> str:
    """The file of one page of the list whose first page is `output`."""
    return output if number == 1 else f"{output.removesuffix('.html')}.{number}.html"


def numbers(current: int, count: int) -> Iterator[int]:
    """The pages that a pager names: the first, those around the current one, the last; 0 is a gap."""
    around = range(max(1, current - _AROUND), min(count, current + _AROUND) + 1)
    last = 0
    for number in sorted({1, *around, count}):
        if number > last + 1:
            yield 0
        yield number
        last = number


def pager(language: str, output: Callable[[int], str], current: int, count: int) -> PagerView | None:
    """The way through the pages of a list, `output` names the file of each; None where there is but one."""
    if count < 2:
        return None
    here = output(current)

    def way(number: int, text: str) -> LinkView:
        return LinkView(urls.relative(here, output(number)), text, note=page_label(language, number))

    return PagerView(
        name=pages_label(language),
        previous=way(current - 1, previous_page(language)) if current > 1 else None,
        next=way(current + 1, next_page(language)) if current < count else None,
        pages=tuple(
            way(number, str(number)) if number and number != current else LinkView("", str(number or "…"))
            for number in numbers(current, count)
        ),
        current=str(current),
    )
