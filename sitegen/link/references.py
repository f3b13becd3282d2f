"""Cross references: links within the publication are bound to pages, places in them, and files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Any

from sitegen.diagnostics import Diagnostic, report
from sitegen.link.catalogs import Catalogs
from sitegen.link.fallbacks import borrowed
from sitegen.link.spelling import anchor_fix, file_fix, same_but_case
from sitegen.model.document import Interface, ReferenceSource
from sitegen.model.nodes import Inlines, Text
from sitegen.model.publication import Edition, Fallback, Page, Target, TargetKind
from sitegen.parse.suggestions import Suggestions
from sitegen.values import dataclass

CONTENT = "content/"


def number_floats(interface: Interface) -> tuple[int, ...]:
    """Figures and charts are numbered together, tables on their own (authoring.md)."""
    counts = {"figure": 0, "table": 0}
    numbers: list[int] = []
    for float_ in interface.floats:
        kind = "table" if float_.kind == "table" else "figure"
        counts[kind] += 1
        numbers.append(counts[kind])
    return tuple(numbers)


@dataclass(frozen=True, slots=True)
class Registry:
    """Every page by its source file, with what can be linked to in it. `drafts` and `unlinked` are
    chapters without a page: of the latter it was told why. `fallbacks` are by the file that an edition
    lacks.
    """

    pages: Mapping[str, Page]
    fallbacks: Mapping[str, Fallback]
    anchors: Mapping[str, Mapping[str, Target]]
    drafts: frozenset[str]
    unlinked: frozenset[str]
    files: frozenset[str]
    unfinished: tuple[str, ...]
    counterparts: Mapping[str, tuple[str, ...]]
    suggestions: Suggestions

    @classmethod
    def of(
        cls,
        editions: tuple[Edition, ...],
        catalogs: Catalogs,
        drafts: frozenset[str],
        unlinked: frozenset[str],
    ) -> Registry:
        pages = {page.interface.path: page for edition in editions for page in edition.pages}
        own = {path: _anchors(page) for path, page in pages.items()}
        by_output = {page.output: page for page in pages.values()}
        anchors = {path: _with_borrowed(page, own, by_output) for path, page in pages.items()}
        published = frozenset(file for file in catalogs.files if file.startswith(CONTENT))
        others = published - pages.keys() - drafts - unlinked
        counterparts = {
            path: tuple(by_output[one.output].interface.path for one in page.counterparts)
            for path, page in pages.items()
        }
        unfinished = catalogs.settings.unfinished
        fallbacks = {one.missing: one for edition in editions for one in edition.fallbacks}
        close = Suggestions()
        return cls(pages, fallbacks, anchors, drafts, unlinked, others, unfinished, counterparts, close)


def bind_references(page: Page, registry: Registry, found: list[Diagnostic]) -> tuple[Target | None, ...]:
    """A target for each of the interface's references; None where there is none, which is a finding
    unless what it names is one already.
    """
    return tuple(_bind(page, reference, registry, found) for reference in page.interface.references)


def _bind(page: Page, source: ReferenceSource, registry: Registry, found: list[Diagnostic]) -> Target | None:
    path = source.file or page.interface.path
    if path in registry.pages:
        return _bind_page(path, source, registry, found)
    if fallback := registry.fallbacks.get(path):
        there = _bind_page(fallback.source, source, registry, found)
        return borrowed(there, fallback) if there else None
    if path in registry.files:
        if source.empty:
            found.append(report("LNK008", source.span, target=path))
        return Target("file", path.removeprefix(CONTENT), "", (), page.language)
    if not path.startswith(CONTENT):
        found.append(report("LNK006", source.span, file=path))
    elif path in registry.drafts:
        found.append(report("LNK009", source.span, file=_relative(path, page)))
    elif path not in registry.unlinked:
        names = [_relative(name, page) for name in (*registry.pages, *registry.fallbacks, *registry.files)]
        shown = _relative(path, page)
        alike = same_but_case(path, (*registry.pages, *registry.fallbacks, *registry.files))
        close = _relative(alike, page) if alike else registry.suggestions.nearest(shown, names)
        found.append(report("LNK001", source.span, file=shown, nearest=close, fix=file_fix(source, alike)))
    return None


def _bind_page(
    path: str, source: ReferenceSource, registry: Registry, found: list[Diagnostic]
) -> Target | None:
    target = registry.pages[path]
    anchors = registry.anchors[path]
    if source.anchor in anchors:
        return anchors[source.anchor]
    if source.anchor.lower() in {"", "top"}:  # what a browser takes for the page itself
        return Target("page", target.output, "", (Text(target.title),), target.language)
    if _is_told(source.anchor, target, registry):
        return None
    alike = same_but_case(source.anchor, anchors)
    close = alike or registry.suggestions.nearest(source.anchor, anchors.keys())
    args: dict[str, Any] = {"anchor": source.anchor, "file": path.rpartition("/")[2]}
    fix = anchor_fix(source, alike)
    found.append(report("LNK002", source.span, nearest=f"#{close}" if close else None, fix=fix, **args))
    return None


def _is_told(anchor: str, page: Page, registry: Registry) -> bool:
    """Whether an anchor is missing for a reason that is told elsewhere: its place cannot be shown, a
    quote has lost its id, or it is a quote's that only another language has.
    """
    interface = page.interface
    if anchor in interface.lost or not all(quote.id for quote in interface.quotes):
        return True
    if interface.front_matter.partial or page.language in registry.unfinished:
        return False
    others = (registry.pages[path].interface for path in registry.counterparts.get(interface.path, ()))
    return any(quote.id == anchor for other in others for quote in other.quotes)


def _anchors(page: Page) -> dict[str, Target]:
    """What a page itself offers: headings, quotes, figures, tables."""
    interface, output, language = page.interface, page.output, page.language
    anchors: dict[str, Target] = {}
    for heading in interface.headings:
        anchors[heading.id] = Target("heading", output, heading.id, heading.children, language)
    for source, quote in zip(interface.quotes, page.quotes, strict=True):
        if not source.id:
            continue
        wording = quote.wording(language) if quote else None
        title: Inlines = (Text(wording.attribution),) if wording else ()
        anchors[source.id] = Target("quote", output, source.id, title, language)
    for float_, number in zip(interface.floats, page.float_numbers, strict=True):
        if float_.id:
            kind: TargetKind = "table" if float_.kind == "table" else "figure"
            anchors[float_.id] = Target(kind, output, float_.id, (Text(float_.caption),), language, number)
    return anchors


def _with_borrowed(
    page: Page, own: Mapping[str, Mapping[str, Target]], by_output: Mapping[str, Page]
) -> Mapping[str, Target]:
    """Ids that only another language writes explicitly name the paired heading here too."""
    ours = own[page.interface.path]
    borrowed: dict[str, Target] = {}
    for counterpart in page.counterparts:
        theirs = by_output[counterpart.output].interface.headings
        explicit = {heading.id for heading in theirs if heading.explicit}
        for here, there in counterpart.headings.items():
            if there in explicit and there not in ours and here in ours:
                borrowed.setdefault(there, ours[here])
    return {**borrowed, **ours}


def _relative(path: str, page: Page) -> str:
    """A path as an author would write it in the page's file."""
    return posixpath.relpath(path, posixpath.dirname(page.interface.path))
