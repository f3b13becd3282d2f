"""Findings as a page, which the preview shows in place of a site that cannot be built.

Everything that comes from a source is escaped; the page holds no script of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from sitegen.catalogs import MESSAGES, translation
from sitegen.diagnostics.diagnostic import Diagnostic, in_order
from sitegen.diagnostics.emitters.summary import severity_word, summary
from sitegen.diagnostics.emitters.text import Sources
from sitegen.diagnostics.messages import hint, message, related_text, visible
from sitegen.source import Source, Span

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.4rem}"
    "article{border-inline-start:.3rem solid #b3261e;padding:0 1rem;margin:2rem 0}"
    "article.warning{border-color:#b26a00}article.info{border-color:#33691e}"
    "p{margin:.5rem 0}code,pre{font-family:ui-monospace,monospace;font-size:.9rem}"
    "pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.5rem;background:#8882;margin:.5rem 0}"
    "mark{background:#ffd54f;color:#000}"
)

_BEFORE, _AFTER = 200, 400
"""Characters shown around the beginning of a place: a line may be long, and have many findings."""


def emit(diagnostics: Iterable[Diagnostic], sources: Sources, *, language: str = "en") -> str:
    """A whole HTML page."""
    found = in_order(diagnostics)
    title = translation(MESSAGES, language).gettext("The site cannot be built yet")
    articles = "\n".join(_article(one, sources, language) for one in found)
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{escape(title)}</h1>\n<p>{escape(summary(found, language))}</p>\n{articles}\n"
        "</main>\n</body>\n</html>\n"
    )


def _article(diagnostic: Diagnostic, sources: Sources, language: str) -> str:
    severity = escape(severity_word(diagnostic.severity, language))
    advice = hint(diagnostic, language)
    parts = [
        f'<article class="{diagnostic.severity}">',
        f"<p><code>{_place(diagnostic.span)}</code> · {severity} {escape(diagnostic.code)}</p>",
        f"<p><strong>{escape(message(diagnostic, language))}</strong></p>",
        _line(diagnostic.span, sources),
        f"<p>{escape(advice)}</p>" if advice else "",
    ]
    for related in diagnostic.related:
        text = escape(related_text(related, language))
        parts += [f"<p><code>{_place(related.span)}</code> · {text}</p>", _line(related.span, sources)]
    return "\n".join(filter(None, [*parts, "</article>"]))


def _place(span: Span) -> str:
    return escape(f"{visible(span.path)}:{span.line}:{span.column}")


def _line(span: Span, sources: Sources) -> str:
    source: Source | None = sources(span.path)
    head, foot = source.line_bounds(span.line) if source else (0, 0)
    if source is None or head == foot:
        return ""
    start = min(head + span.column - 1, foot)
    near, far = max(head, start - _BEFORE), min(start + _AFTER, foot)
    end = min(head + span.end_column - 1, far) if span.end_line == span.line else far
    cuts = ((near, start), (start, end), (max(start, end), far))
    before, marked, after = (_shown(source.text[first:beyond]) for first, beyond in cuts)
    lead, tail = "…" if near > head else "", "…" if far < foot else ""
    return f'<pre dir="auto">{lead}{before}<mark>{marked}</mark>{after}{tail}</pre>'


def _shown(text: str) -> str:
    """Escaped, steering characters written out, tabs kept."""
    return escape("\t".join(visible(part) for part in text.split("\t")))
