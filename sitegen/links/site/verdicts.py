"""What is wrong with the links of a site: the verdicts of robustness.md, Links of a built tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote

from sitegen.links.site.names import Found, Names, way
from sitegen.links.site.pages import PageLinks, PlacedLink, Places
from sitegen.links.site.resolution import Target, Told, target_of
from sitegen.values import dataclass

CODES = {"climbs": "SIT005", "outside": "SIT006", "mail": "SIT007", "host": "SIT008"}
_LOADED = frozenset({"file", "symbol"})


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """A link, or an id, that does not do what it should: where it stands in the page, as it is typed
    there, the code of what is wrong, the file meant (where that is known) and the nearest right name.
    """

    page: str
    line: int
    column: int
    attribute: str
    address: str
    code: str
    file: str = ""
    nearest: str | None = None


class _Wrong(NamedTuple):
    code: str
    file: str = ""
    nearest: str | None = None


Reader: TypeAlias = Callable[[str], Places]
"""Reads a file again, for the places of its links."""


def judge(files: Iterable[str], pages: Mapping[str, PageLinks], reader: Reader) -> tuple[BrokenLink, ...]:
    """All that is wrong in a site of these files, whose pages, style sheets and drawings were read."""
    names = _names(files, pages)
    broken = [one for path in _faulty(pages, names) for one in _broken(path, reader(path), names)]
    for path in _linked(pages, names):
        broken += (
            BrokenLink(path, one.line, one.column, "id", one.id, "SIT010", path) for one in reader(path).twice
        )
    return tuple(sorted(broken, key=lambda one: (one.page, one.line, one.column, one.code)))


def faulty(files: Iterable[str], pages: Mapping[str, PageLinks]) -> Iterator[str]:
    """The pages that hold a link which does not do what it should."""
    return _faulty(pages, _names(files, pages))


def _names(files: Iterable[str], pages: Mapping[str, PageLinks]) -> Names:
    return Names(frozenset(files), {path: page.anchors for path, page in pages.items() if page.has_anchors})


def _faulty(pages: Mapping[str, PageLinks], names: Names) -> Iterator[str]:
    """A target that is right on one page is right on all."""
    right: set[Told] = set()
    wrong: set[Told] = set()
    for path, page in pages.items():
        others = {*page.led, *page.loaded} - right
        for new in others - wrong:
            (right if _is_right(new, names) else wrong).add(new)
        if not wrong.isdisjoint(others):
            yield path


def _is_right(told: Told, names: Names) -> bool:
    target = target_of(told)
    if target is None:
        return False
    found = names.find(target.path, slash=target.slash)
    return found.answer == "file" and _leads(target.fragment, found.file, names)


def _leads(fragment: str | None, file: str, names: Names) -> bool:
    """Whether a fragment is there, in a page or a drawing whose anchors are known."""
    anchors = names.anchors.get(file)
    return not fragment or anchors is None or _is_there(fragment, file, anchors)


def _linked(pages: Mapping[str, PageLinks], names: Names) -> list[str]:
    """The pages with an id that stands there twice which readers are led to; those that only link to
    themselves where they mean that id.
    """
    twice = {path: page.twice for path, page in pages.items() if page.twice}
    linked = {path for path in twice if pages[path].is_own}
    for path, page in pages.items() if twice else ():
        for target in filter(None, map(target_of, page.led)):
            file = names.find(target.path, slash=target.slash).file
            if file != path or unquote(target.fragment or "") in page.twice:
                linked.add(file)
    return [path for path in twice if path in linked]


def _broken(path: str, places: Places, names: Names) -> Iterator[BrokenLink]:
    for link in places.links:
        if isinstance(link.target, str):
            wrong: _Wrong | None = _Wrong(CODES[link.target])
        else:
            found = names.find(link.target.path, slash=link.target.slash)
            wrong = _wrong(path, link, link.target, found, names)
        if wrong:
            yield BrokenLink(path, link.line, link.column, link.attribute, link.address, *wrong)


def _wrong(page: str, link: PlacedLink, target: Target, found: Found, names: Names) -> _Wrong | None:
    if found.answer == "none":
        return _missing(page, link, target.path, names)
    if found.answer == "slash":
        return _Wrong("SIT004", found.file, way(page, found.file))
    anchor = _missing_anchor(link, target.fragment, found.file, names)
    if anchor is None and found.answer == "redirect":
        return _Wrong("SIT011", found.file, _with_slash(link.address))
    return anchor


def _missing(page: str, link: PlacedLink, path: str, names: Names) -> _Wrong:
    meant = names.nearest_file(path)
    if meant and meant == names.spelt(path):
        return _Wrong("SIT009", meant, way(page, meant))
    return _Wrong("SIT003" if link.kind in _LOADED else "SIT001", path, way(page, meant) if meant else None)


def _missing_anchor(link: PlacedLink, fragment: str | None, file: str, names: Names) -> _Wrong | None:
    """The fragment counts where a page or a drawing is led to."""
    if link.kind == "file" or _leads(fragment, file, names):
        return None
    close = names.nearest_anchor(file, unquote(fragment or ""))
    return _Wrong("SIT002", file, f"#{close}" if close else None)


def _is_there(fragment: str, file: str, anchors: frozenset[str]) -> bool:
    """As a browser looks for it: as typed, then decoded; `top` is the page itself."""
    if fragment in anchors:
        return True
    decoded = unquote(fragment)
    if decoded in anchors or decoded.lower() == "top":
        return True
    return file.endswith(".svg") and decoded.startswith(("svgView(", "xywh=", "t="))


def _with_slash(address: str) -> str:
    end = min((at for sign in "?#" if (at := address.find(sign)) >= 0), default=len(address))
    return f"{address[:end]}/{address[end:]}"
