"""How many findings there are, as numbers and as a line of text."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.catalogs import MESSAGES, translation
from sitegen.diagnostics.diagnostic import Diagnostic, Severity
from sitegen.diagnostics.row import N_

SEVERITIES: dict[Severity, str] = {"error": N_("error"), "warning": N_("warning"), "info": N_("note")}


def count(diagnostics: Iterable[Diagnostic], severity: Severity) -> int:
    """How many of the findings are that grave."""
    return sum(diagnostic.severity == severity for diagnostic in diagnostics)


def severity_word(severity: Severity, language: str) -> str:
    """The word that stands before a finding."""
    return translation(MESSAGES, language).gettext(SEVERITIES[severity])


def summary(diagnostics: Iterable[Diagnostic], language: str = "en", seconds: float | None = None) -> str:
    """One line: how many errors and warnings, and the time taken."""
    catalog = translation(MESSAGES, language)
    found = tuple(diagnostics)
    errors, warnings = count(found, "error"), count(found, "warning")
    parts = [
        catalog.ngettext("{count} error", "{count} errors", errors).format(count=errors),
        catalog.ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
    ]
    line = ", ".join(parts) if errors or warnings else catalog.gettext("No errors, no warnings")
    return line if seconds is None else f"{line} ({_duration(seconds, language)})"


def _duration(seconds: float, language: str) -> str:
    catalog = translation(MESSAGES, language)
    point = catalog.pgettext("decimal point", ".")
    number = f"{seconds:.2f}" if seconds < 10 else f"{seconds:.0f}"
    return catalog.gettext("{number} s").format(number=number.replace(".", point))
