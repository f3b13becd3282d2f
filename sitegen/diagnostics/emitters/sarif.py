"""Findings as SARIF 2.1.0 (OASIS), which code scanning services and editors read."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from sitegen.diagnostics.diagnostic import Diagnostic, Fix, Related, Severity, in_order
from sitegen.diagnostics.messages import hint, message, outline, related_text, why
from sitegen.diagnostics.table import TABLE
from sitegen.source import Span

Value = dict[str, object]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "note"}


def emit(diagnostics: Iterable[Diagnostic], *, version: str, language: str = "en", prefix: str = "") -> str:
    """One run; `prefix` is the publication's folder in the repository, with its last `/`."""
    found = in_order(diagnostics)
    codes = sorted({one.code for one in found})
    driver = {
        "name": "sitegen",
        "semanticVersion": version,
        "language": language,
        "rules": [_rule(code, language) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": _results(found, codes, language, prefix),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False) + "\n"


def _rule(code: str, language: str) -> Value:
    row = TABLE[code]
    advice = outline(row.hint, language)
    return {
        "id": row.code,
        "name": "".join(word.capitalize() for word in row.name.split("-")),
        "shortDescription": {"text": outline(row.message, language)},
        "fullDescription": {"text": why(row, language)},
        "help": {"text": "\n\n".join(filter(None, [why(row, language), advice]))},
        "defaultConfiguration": {"level": _LEVELS[row.severity]},
    }


def _results(found: Sequence[Diagnostic], codes: Sequence[str], language: str, prefix: str) -> list[Value]:
    seen: Counter[str] = Counter()
    results = []
    for diagnostic in found:
        content = _content(diagnostic)
        results.append(_result(diagnostic, codes, language, prefix, f"{content}:{seen[content]}"))
        seen[content] += 1
    return results


def _result(
    diagnostic: Diagnostic, codes: Sequence[str], language: str, prefix: str, fingerprint: str
) -> Value:
    text = " ".join(filter(None, [message(diagnostic, language), hint(diagnostic, language)]))
    result: Value = {
        "ruleId": diagnostic.code,
        "ruleIndex": codes.index(diagnostic.code),
        "level": _LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(diagnostic.span, prefix)}],
        "partialFingerprints": {"sitegenFinding/v1": fingerprint},
    }
    if diagnostic.related:
        result["relatedLocations"] = [_related(one, language, prefix) for one in diagnostic.related]
    if diagnostic.fix:
        result["fixes"] = [_fix(diagnostic.fix, prefix)]
    return result


def _content(diagnostic: Diagnostic) -> str:
    """What a finding says, without its line: it stays the same when text is added above it."""
    parts = (diagnostic.code, diagnostic.span.path, *(f"{name}={value}" for name, value in diagnostic.args))
    data = "\0".join(parts).encode("utf-8", "surrogateescape")
    return hashlib.sha256(data).hexdigest()[:32]


def _location(span: Span, prefix: str) -> Value:
    return {"artifactLocation": _artifact(span, prefix), "region": _region(span)}


def _artifact(span: Span, prefix: str) -> Value:
    uri = quote((prefix + span.path).encode("utf-8", "surrogateescape"), safe="/")
    return {"uri": uri, "uriBaseId": "%SRCROOT%"}


def _region(span: Span) -> Value:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _related(related: Related, language: str, prefix: str) -> Value:
    return {
        "physicalLocation": _location(related.span, prefix),
        "message": {"text": related_text(related, language)},
    }


def _fix(fix: Fix, prefix: str) -> Value:
    replacement = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.replacement}}
    return {
        "artifactChanges": [{"artifactLocation": _artifact(fix.span, prefix), "replacements": [replacement]}]
    }
