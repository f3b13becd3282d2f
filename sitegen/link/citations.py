"""Citations: every key is in citations.bib, or it is a finding."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.link.catalogs import Catalogs
from sitegen.model.document import CitationSource
from sitegen.model.publication import Edition
from sitegen.source import Span


def judge_citations(edition: Edition, catalogs: Catalogs, found: list[Diagnostic]) -> None:
    """Unknown keys, in text, notes and charts; those of quotes are judged with the quotes."""
    for page in edition.pages:
        for citation in page.interface.citations:
            for item in citation.items:
                judge_key(item.key, item.span, catalogs, found)
        for float_ in page.interface.floats:
            if float_.chart and float_.chart.cite:
                judge_key(float_.chart.cite, float_.chart.cite_span, catalogs, found)


def judge_key(key: str, span: Span, catalogs: Catalogs, found: list[Diagnostic]) -> bool:
    """Whether a key is known; a wrong case is a finding of its own."""
    entries = catalogs.bibliography.entries
    if key in entries:
        return True
    right = next((name for name in entries if name.casefold() == key.casefold()), None)
    if right is not None:
        found.append(report("CIT002", span, key=key, right=right))
    else:
        found.append(report("CIT001", span, key=key, nearest=nearest(key, entries)))
    return False


def cited_keys(edition: Edition, catalogs: Catalogs) -> tuple[str, ...]:
    """The keys that an edition cites, in reading order, each once."""
    known = catalogs.bibliography.entries
    return tuple(key for key in dict.fromkeys(_keys(edition)) if key in known)


def _keys(edition: Edition) -> Iterator[str]:
    for page in edition.pages:
        yield from page_keys_of_text(page.interface.citations)
        for quote in page.quotes:
            if quote and quote.attributes.cite:
                yield quote.attributes.cite
        for float_ in page.interface.floats:
            if float_.chart and float_.chart.cite:
                yield float_.chart.cite


def page_keys_of_text(citations: tuple[CitationSource, ...]) -> Iterator[str]:
    for citation in citations:
        for item in citation.items:
            yield item.key


def report_uncited(editions: tuple[Edition, ...], catalogs: Catalogs, found: list[Diagnostic]) -> None:
    """Entries that no edition cites, where only cited ones are listed. One that a misspelt key was
    meant for counts as cited: the slip is one finding, not two.
    """
    if catalogs.settings.bibliography == "all":
        return
    cited = {key for edition in editions for key in edition.cited}
    cited |= {one.nearest for one in found if one.code == "CIT001" and one.nearest}
    cited |= {dict(one.args)["right"] for one in found if one.code == "CIT002"}
    for key, entry in catalogs.bibliography.entries.items():
        if key not in cited and key not in catalogs.bibliography.faulty:
            found.append(report("CIT003", entry.span, key=key))
