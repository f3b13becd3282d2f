"""What is wrong with the links of a site: the verdicts of robustness.md, Links of a built tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import unquote

from sitegen.links.site.names import Found, Names, way
from sitegen.links.site.pages import PageLink, PageLinks
from sitegen.links.site.resolution import Target

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


def judge(files: Iterable[str], pages: Mapping[str, PageLinks]) -> tuple[BrokenLink, ...]:
    """All that is wrong in a site of these files, whose pages, style sheets and drawings were read."""
    names = Names(frozenset(files), {path: page.anchors for path, page in pages.items() if page.has_anchors})
    linked: set[str] = set()
    broken = [one for path, page in pages.items() for one in _broken(path, page, names, linked)]
    for path in linked & pages.keys():
        broken += (
            BrokenLink(path, one.line, one.column, "id", one.id, "SIT010", path) for one in pages[path].twice
        )
    return tuple(sorted(broken, key=lambda one: (one.page, one.line, one.column, one.code)))


def _broken(path: str, page: PageLinks, names: Names, linked: set[str]) -> Iterator[BrokenLink]:
    for link in page.links:
        if isinstance(link.target, str):
            wrong: _Wrong | None = _Wrong(CODES[link.target])
        else:
            found = names.find(link.target.path, slash=link.target.slash)
            if link.kind == "page" and (found.file != path or _names_one(link.target, page)):
                linked.add(found.file)
            wrong = _wrong(path, link, link.target, found, names)
        if wrong:
            yield BrokenLink(path, link.line, link.column, link.attribute, link.address, *wrong)
    linked.update([path] if page.is_own else ())


def _names_one(target: Target, page: PageLinks) -> bool:
    """Whether a link within a page names an id that stands there twice."""
    return any(unquote(target.fragment or "") == one.id for one in page.twice)


def _wrong(page: str, link: PageLink, target: Target, found: Found, names: Names) -> _Wrong | None:
    if found.answer == "none":
        return _missing(page, link, target.path, names)
    if found.answer == "slash":
        return _Wrong("SIT004", found.file, way(page, found.file))
    anchor = _missing_anchor(link, target.fragment, found.file, names)
    if anchor is None and found.answer == "redirect":
        return _Wrong("SIT011", found.file, _with_slash(link.address))
    return anchor


def _missing(page: str, link: PageLink, path: str, names: Names) -> _Wrong:
    meant = names.nearest_file(path)
    if meant and meant == names.spelt(path):
        return _Wrong("SIT009", meant, way(page, meant))
    return _Wrong("SIT003" if link.kind in _LOADED else "SIT001", path, way(page, meant) if meant else None)


def _missing_anchor(link: PageLink, fragment: str | None, file: str, names: Names) -> _Wrong | None:
    """The fragment counts where a page or a drawing is led to whose anchors are known."""
    anchors = names.anchors.get(file)
    if not fragment or link.kind == "file" or anchors is None or _is_there(fragment, file, anchors):
        return None
    close = names.nearest_anchor(file, unquote(fragment))
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
