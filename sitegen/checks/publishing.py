"""What the settings lack for pages to be found and cited once they are published (accessibility-metadata.md,
section 5).
"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, report
from sitegen.model.publication import Publication
from sitegen.settings import PATH, Settings
from sitegen.source import Span


def check_publishing(publication: Publication, settings: Settings) -> Iterator[Diagnostic]:
    """MET001 where there is no address, else MET002 where nothing has a date; nothing of a value that is
    there and wrong.
    """
    if not settings.span("url"):
        yield report("MET001", Span(PATH))
    elif settings.url and not settings.span("date") and not _has_date(publication):
        yield report("MET002", Span(PATH))


def _has_date(publication: Publication) -> bool:
    fronts = (page.interface.front_matter for edition in publication.editions for page in edition.pages)
    return any((front.date and not front.draft) or front.span("date") for front in fronts)


def is_remark(finding: Diagnostic) -> bool:
    """Whether a finding is one of these: it is told where a site is written, and not before."""
    return finding.code.startswith("MET")
