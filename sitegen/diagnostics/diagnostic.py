"""What the tool has to say about a publication: one frozen value per finding.

A diagnostic holds no sentence. It names its row in the table of codes and what fills that row's
templates, so that one finding can be told in any language, and kept without one.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from sitegen.diagnostics.table import TABLE
from sitegen.source import Span
from sitegen.values import dataclass

Severity = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class Related:
    """Another place that belongs to the finding; `text` is a key of `messages.RELATED`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A safe edit: the span is replaced by the text, and nothing else changes."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: code, place, what fills the sentence, and where possible the edit that mends it."""

    code: str
    span: Span
    severity: Severity
    args: tuple[tuple[str, str], ...] = ()
    nearest: str | None = None
    related: tuple[Related, ...] = ()
    fix: Fix | None = None

    def __str__(self) -> str:
        return f"{self.span.path}:{self.span.line}:{self.span.column}: {self.code}"


def report(
    code: str,
    span: Span,
    *,
    nearest: str | None = None,
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
    severity: Severity | None = None,
    **args: Any,
) -> Diagnostic:
    """Make a diagnostic from its row in the table; `args` fill the row's templates."""
    row = TABLE[code]
    texts = tuple(sorted((name, str(value)) for name, value in args.items()))
    return Diagnostic(code, span, severity or row.severity, texts, nearest, related, fix)


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by path, line, column and code; the same finding twice is one finding."""

    def key(one: Diagnostic) -> tuple[object, ...]:
        return (one.span.path, one.span.line, one.span.column, one.code, one.args)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))
