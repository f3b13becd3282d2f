"""Findings as GitHub workflow commands, which show them beside the lines of a pull request.

The escapes are those of GitHub's own toolkit (actions/toolkit, command.ts): `%`, CR and LF
in the message, in a property `:` and `,` too.
"""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.diagnostics.diagnostic import Diagnostic, Severity, in_order
from sitegen.diagnostics.emitters.summary import summary
from sitegen.diagnostics.messages import hint, message, visible
from sitegen.source import Span

_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}


def emit(
    diagnostics: Iterable[Diagnostic],
    *,
    language: str = "en",
    prefix: str = "",
    seconds: float | None = None,
) -> str:
    """One command per finding, then the summary; `prefix` is the publication's folder in the repository."""
    found = in_order(diagnostics)
    lines = [_command(one, language, prefix) for one in found]
    return "\n".join([*lines, summary(found, language, seconds)]) + "\n"


def escape_data(text: str) -> str:
    """Text for the message of a workflow command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """Text for a property of a workflow command."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _command(diagnostic: Diagnostic, language: str, prefix: str) -> str:
    properties = {"file": prefix + visible(diagnostic.span.path), **_place(diagnostic.span)}
    properties["title"] = diagnostic.code
    listed = ",".join(f"{name}={escape_property(value)}" for name, value in properties.items())
    text = "\n".join(filter(None, [message(diagnostic, language), hint(diagnostic, language)]))
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{escape_data(text)}"


def _place(span: Span) -> dict[str, str]:
    """Columns only within one line: GitHub takes none with two."""
    lines = {"line": str(span.line), "endLine": str(span.end_line)}
    if span.line != span.end_line:
        return lines
    return {**lines, "col": str(span.column), "endColumn": str(span.end_column)}
