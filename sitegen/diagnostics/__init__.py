"""Diagnostics: the one table of codes, the findings, and how they are told."""

from sitegen.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity, in_order, report
from sitegen.diagnostics.nearest import nearest

__all__ = ["Diagnostic", "Fix", "Related", "Severity", "in_order", "nearest", "report"]
