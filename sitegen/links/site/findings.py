"""Broken links as diagnostics."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.row import N_
from sitegen.links.site.tree import Tree
from sitegen.links.site.verdicts import BrokenLink, judge
from sitegen.source import Span

TOO_LARGE = N_("it is larger than 32 MB")


def finding(broken: BrokenLink, span: Span | None = None) -> Diagnostic:
    """A broken link told where it stands in its page, or at the place in a source that it comes from."""
    return report(
        broken.code,
        span or place(broken),
        nearest=broken.nearest,
        address=broken.address,
        file=broken.file,
    )


def place(broken: BrokenLink) -> Span:
    """Where a broken link stands in its page."""
    end = broken.column + max(1, len(broken.address))
    return Span(broken.page, broken.line, broken.column, broken.line, end)


def tree_findings(tree: Tree) -> Iterator[Diagnostic]:
    """All that is wrong with the links of a tree; SIT012 for what of it was not read."""
    for path, reason in tree.unread.items():
        yield report("SIT012", Span(path), file=path, reason=reason or TOO_LARGE)
    yield from map(finding, judge(tree.files, tree.pages, tree.places))
