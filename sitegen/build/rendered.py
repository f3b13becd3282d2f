"""The links of the rendered site, judged before anything is written, and told where they come from.

The author sees neither the page nor the template's loops: a finding is put at the place in the chapter,
or in the publication's own template, that holds the address.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.build.origins import Origins
from sitegen.diagnostics import Diagnostic
from sitegen.links.site.encoding import decoded
from sitegen.links.site.findings import finding
from sitegen.links.site.pages import PageLinks, Place, Places, is_read, page_links, places
from sitegen.links.site.resolution import base_path
from sitegen.links.site.verdicts import judge
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Rendered:
    """What was rendered, each by its path: the artifacts, what the pages say of their links, and from
    which source each was made.
    """

    artifacts: Mapping[str, bytes]
    links: Mapping[str, PageLinks]
    reasons: Mapping[str, str]


def read_links(output: str, data: bytes, url: str) -> PageLinks | None:
    """The links of one artifact; None for what has none. A site without an address of its own is taken to
    stand at the root of its server, as by 404.html.
    """
    return page_links(output, data, _place(url)) if is_read(output) else None


def judge_rendered(rendered: Rendered, origins: Origins) -> Iterable[Diagnostic]:
    """A finding for each place that holds a link that leads nowhere, however many pages share it, and
    whatever else is wrong with it on another page: the gravest counts, then the first.
    """
    told: dict[object, Diagnostic] = {}
    place = _place(origins.site.settings.url)

    def again(path: str) -> Places:
        return places(path, decoded(rendered.artifacts[path]), place)

    for broken in judge(rendered.artifacts, rendered.links, again):
        span = origins.find(broken, rendered.reasons.get(broken.page, ""))
        key = span or (broken.code, broken.address)
        found = finding(broken, span)
        first = told.setdefault(key, found)
        if found.severity == "error" and first.severity != "error":
            told[key] = found
    return told.values()


def _place(url: str) -> Place:
    return Place(base_path(url), url)
