"""Cross references: links within the publication are bound to pages, places in them, and files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.link.catalogs import Catalogs
from sitegen.model.document import Interface, ReferenceSource
from sitegen.model.nodes import Inlines, Text
from sitegen.model.publication import Edition, Page, Target, TargetKind

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
    """Every page by its source file, with what can be linked to in it."""

    pages: Mapping[str, Page]
    anchors: Mapping[str, Mapping[str, Target]]
    drafts: frozenset[str]
    files: frozenset[str]

    @classmethod
    def of(cls, editions: tuple[Edition, ...], catalogs: Catalogs) -> Registry:
        pages = {page.interface.path: page for edition in editions for page in edition.pages}
        own = {path: _anchors(page) for path, page in pages.items()}
        by_output = {page.output: own[path] for path, page in pages.items()}
        anchors = {path: _with_borrowed(page, own[path], by_output) for path, page in pages.items()}
        published = frozenset(file for file in catalogs.files if file.startswith(CONTENT))
        sources = frozenset(file for file in published if file.endswith(".md"))
        return cls(pages, anchors, sources - pages.keys(), published - sources)


def bind_references(page: Page, registry: Registry, found: list[Diagnostic]) -> tuple[Target | None, ...]:
    """A target for each of the interface's references; None, with a diagnostic, where there is none."""
    return tuple(_bind(page, reference, registry, found) for reference in page.interface.references)


def _bind(page: Page, source: ReferenceSource, registry: Registry, found: list[Diagnostic]) -> Target | None:
    path = source.file or page.interface.path
    if not path.startswith(CONTENT) or path == "..":
        found.append(report("LNK006", source.span, file=source.file))
    elif path in registry.pages:
        return _bind_page(page, path, source, registry, found)
    elif path in registry.files:
        if source.empty:
            found.append(report("LNK008", source.span, target=path))
        return Target("file", path.removeprefix(CONTENT), "", (), page.language)
    elif path in registry.drafts:
        found.append(report("LNK009", source.span, file=_relative(path, page)))
    else:
        names = [_relative(name, page) for name in (*registry.pages, *registry.files)]
        shown = _relative(path, page)
        found.append(report("LNK001", source.span, file=shown, nearest=nearest(shown, names)))
    return None


def _bind_page(
    page: Page, path: str, source: ReferenceSource, registry: Registry, found: list[Diagnostic]
) -> Target | None:
    target = registry.pages[path]
    if not source.anchor:
        return Target("page", target.output, "", (Text(target.title),), target.language)
    anchors = registry.anchors[path]
    if source.anchor in anchors:
        return anchors[source.anchor]
    near = nearest(source.anchor, anchors)
    file = path.rpartition("/")[2]
    found.append(report("LNK002", source.span, anchor=source.anchor, file=file, nearest=near and "#" + near))
    return None


def _anchors(page: Page) -> dict[str, Target]:
    """What a page itself offers: headings, quotes, figures, tables."""
    interface, output, language = page.interface, page.output, page.language
    anchors: dict[str, Target] = {}
    for heading in interface.headings:
        anchors[heading.id] = Target("heading", output, heading.id, heading.children, language)
    for source, quote in zip(interface.quotes, page.quotes, strict=True):
        wording = quote.wording(language) if quote else None
        title: Inlines = (Text(wording.attribution),) if wording else ()
        anchors[source.id] = Target("quote", output, source.id, title, language)
    for float_, number in zip(interface.floats, page.float_numbers, strict=True):
        if float_.id:
            kind: TargetKind = "table" if float_.kind == "table" else "figure"
            anchors[float_.id] = Target(kind, output, float_.id, (Text(float_.caption),), language, number)
    return anchors


def _with_borrowed(
    page: Page, own: dict[str, Target], by_output: Mapping[str, Mapping[str, Target]]
) -> Mapping[str, Target]:
    """Ids that only another language writes explicitly name the paired heading here too."""
    borrowed: dict[str, Target] = {}
    for counterpart in page.counterparts:
        theirs = by_output[counterpart.output]
        for here, there in counterpart.headings.items():
            if there not in own and there in theirs and here in own:
                borrowed.setdefault(there, own[here])
    return {**borrowed, **own}


def _relative(path: str, page: Page) -> str:
    """A path as an author would write it in the page's file."""
    folder = page.interface.path.rpartition("/")[0] + "/"
    if path.startswith(folder):
        return path.removeprefix(folder)
    return "../" + path.removeprefix(CONTENT) if path.startswith(CONTENT) else path
