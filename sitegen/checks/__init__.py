"""Checks of the linked whole: one module per family, in an explicit order."""

from __future__ import annotations

from sitegen.bibliography import Bibliography
from sitegen.checks.addresses import check_addresses
from sitegen.checks.counterparts import check_counterparts
from sitegen.checks.moved import check_moved
from sitegen.checks.parity import check_parity
from sitegen.checks.publishing import check_publishing
from sitegen.checks.quotes import check_quotes
from sitegen.checks.translations import check_translations
from sitegen.diagnostics import Diagnostic
from sitegen.links_lock import LinksLock
from sitegen.model.publication import Publication
from sitegen.settings import Settings

CHECKS = (check_counterparts, check_quotes, check_translations, check_parity, check_publishing)


def check(
    publication: Publication, settings: Settings, bibliography: Bibliography, links: LinksLock
) -> tuple[Diagnostic, ...]:
    """What is wrong with the publication as a whole."""
    found = [found for one in CHECKS for found in one(publication, settings)]
    addresses = check_addresses(publication, bibliography)
    return (*found, *addresses, *check_moved(publication, bibliography, links))
