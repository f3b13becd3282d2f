"""Findings for scripts: one JSON object, whose keys are a contract (docs: the command line)."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sitegen.diagnostics.diagnostic import Diagnostic, Fix, Related, in_order
from sitegen.diagnostics.emitters.summary import count
from sitegen.diagnostics.messages import hint, message, related_text
from sitegen.source import Span

Value = dict[str, object]


def emit(diagnostics: Iterable[Diagnostic], *, language: str = "en") -> str:
    """`{"diagnostics": […], "errors": N, "warnings": N}`; a hint or a fix that there is not is null."""
    found = in_order(diagnostics)
    result = {
        "diagnostics": [_finding(one, language) for one in found],
        "errors": count(found, "error"),
        "warnings": count(found, "warning"),
    }
    return json.dumps(result, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, language: str) -> Value:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": message(diagnostic, language),
        "hint": hint(diagnostic, language) or None,
        **_stretch(diagnostic.span),
        "related": [_related(one, language) for one in diagnostic.related],
        "fix": _fix(diagnostic.fix),
    }


def _stretch(span: Span) -> Value:
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _related(related: Related, language: str) -> Value:
    span = related.span
    return {
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": related_text(related, language),
    }


def _fix(fix: Fix | None) -> Value | None:
    return None if fix is None else {**_stretch(fix.span), "replacement": fix.replacement}
