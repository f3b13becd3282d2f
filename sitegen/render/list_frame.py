"""The frame of a page of a long list, whose switch leads to the same list in every edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sitegen.model.publication import Counterpart
from sitegen.render import urls
from sitegen.render.frame import frame
from sitegen.render.site import Site
from sitegen.render.views import PageView, SwitchView
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class ListPages:
    """A list in one edition: the file of each of its pages, from 1, and how many there are. An edition that
    lacks the list has none of its pages, and `output` says what is next to it there.
    """

    output: Callable[[int], str]
    count: int

    def nearest(self, number: int) -> str:
        """The file of a page; beyond the end that of the last one."""
        return self.output(max(1, min(number, self.count)))


def list_frame(
    site: Site,
    kind: str,
    language: str,
    number: int,
    title: str,
    editions: Mapping[str, ListPages],
    description: str = "",
) -> PageView:
    """The frame of one page of a list. Lists are not translated and differ in length: where an edition has no
    such page, the switch leads to its nearest one.
    """
    output = editions[language].output(number)
    others = {tag: pages for tag, pages in editions.items() if tag != language}
    there = [
        Counterpart(tag, pages.output(number), "", {})
        for tag, pages in others.items()
        if number <= pages.count
    ]
    view = frame(site, kind, language, output, title, there, description)
    near = {tag: urls.relative(output, pages.nearest(number)) for tag, pages in others.items()}
    return replace(view, switch=tuple(_leading(one, near.get(one.tag, "")) for one in view.switch))


def _leading(one: SwitchView, near: str) -> SwitchView:
    return one if one.href or not near else replace(one, href=near, note="", is_near=True)
