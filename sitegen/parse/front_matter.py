"""The front matter of a chapter or title page (authoring.md, Front matter)."""

from __future__ import annotations

import re
from datetime import date

from sitegen import languages as known_languages
from sitegen.diagnostics import Diagnostic, report
from sitegen.languages import scripts
from sitegen.model.document import FrontMatter
from sitegen.parse.yaml_source import read_yaml
from sitegen.schema import Codes, Reading, shown
from sitegen.source import Source
from sitegen.tree import Entry, Table

KEYS = (
    "title",
    "subtitle",
    "authors",
    "translators",
    "translated_from",
    "translation",
    "date",
    "abstract",
    "keywords",
    "slug",
    "draft",
)

CODES = Codes(
    unknown_key="FRM003",
    wrong_type="FRM004",
    day="FRM007",
    future="FRM008",
    orcid="FRM012",
    empty="FRM014",
    control="FRM015",
    missing="FRM017",
)

DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)
"""Names that no file may have on Windows."""

RESERVED = frozenset(("index", "404", "assets", "bibliography", "search", "voices"))
"""Names that the site itself uses beside its chapters."""

_FENCE = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)
_OPEN_LINES = re.compile(r"(?:(?:[\w-]+[ \t]*:|[ \t]+\S|[#\-\]}])[^\n]*(?:\n|\Z))*")
_SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,59}")


def read_front_matter(
    source: Source, language: str, languages: tuple[str, ...], today: date
) -> tuple[FrontMatter, int, tuple[Diagnostic, ...]]:
    """The front matter, and the offset at which the text after it begins.

    `language` is that of the file, `languages` are those of the publication.
    """
    opening = _FENCE.match(source.text)
    if not opening:
        return FrontMatter(), 0, (report("FRM006", source.line_span(1)),)
    closing = _CLOSING.search(source.text, opening.end())
    end = closing.start() if closing else _end_of_open(source, opening.end())
    table, complete, found = read_yaml(source, opening.end(), end)
    reading = Reading(CODES, today, list(found))
    front_matter = _front_matter(reading, table, languages, language)
    if not closing:
        return front_matter, end, (report("FRM001", source.line_span(1)),)
    if complete and reading.lacks(dict(front_matter.spans), "title"):
        reading.add(report("FRM006", source.line_span(1)))
    return front_matter, closing.end(), tuple(reading.found)


def _end_of_open(source: Source, start: int) -> int:
    """Where a front matter without an end probably ends: before the first line that is none of it."""
    lines = _OPEN_LINES.match(source.text, start)
    return lines.end() if lines else start


def _front_matter(reading: Reading, table: Table, languages: tuple[str, ...], language: str) -> FrontMatter:
    keys = reading.entries(table, KEYS)
    title, subtitle = (reading.text(keys.get(key)) or "" for key in ("title", "subtitle"))
    return FrontMatter(
        title=_typeset(reading, keys.get("title"), (title,), language)[0],
        subtitle=_typeset(reading, keys.get("subtitle"), (subtitle,), language)[0],
        authors=reading.people(keys.get("authors")),
        translators=reading.people(keys.get("translators")),
        translated_from=_translated_from(reading, keys.get("translated_from"), languages, language),
        partial=reading.member(keys.get("translation"), "FRM013", ("partial",)) is not None,
        date=reading.day(keys.get("date")),
        abstract=_typeset(reading, keys.get("abstract"), reading.paragraphs(keys.get("abstract")), language),
        keywords=_typeset(reading, None, reading.text_list(keys.get("keywords")), language),
        slug=_slug(reading, keys.get("slug")),
        draft=reading.flag(keys.get("draft"), default=False),
        spans=tuple((name, entry.value.span) for name, entry in keys.items()),
    )


def _typeset(reading: Reading, entry: Entry | None, texts: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Texts by the rules of the file's language (typography.md, section 2)."""
    rules = known_languages.get(language)
    if entry:
        marks = (text[offset] for text in texts for _, offset in rules.unpaired([text]))
        for mark in marks:
            reading.add(report("SYN011", entry.value.span, mark=mark))
        _judge_scripts(reading, entry, texts, language)
    return tuple(rules.typeset([text])[0] for text in texts)


def _judge_scripts(reading: Reading, entry: Entry, texts: tuple[str, ...], language: str) -> None:
    """LNG010 once for a value with Cyrillic words where the language has none: no mark-up is possible."""
    if scripts.is_written_in_cyrillic(language):
        return
    runs = [
        (text[start:end], tag)
        for text in texts
        for start, end, tag in scripts.foreign_runs(text, scripts.LATIN)
    ]
    if runs:
        words = shown(", ".join(words for words, _ in runs))
        reading.add(report("LNG010", entry.value.span, words=words, language=runs[0][1]))


def _translated_from(
    reading: Reading, entry: Entry | None, languages: tuple[str, ...], language: str
) -> str | None:
    tag = reading.member(entry, "FRM010", languages)
    if entry and tag == language:
        reading.add(report("FRM011", entry.value.span, language=language))
        return None
    return tag


def _slug(reading: Reading, entry: Entry | None) -> str | None:
    slug = reading.shaped(entry, "FRM009", slug_of)
    if entry and slug in DEVICES | RESERVED:
        reading.add(report("FRM018", entry.value.span, slug=shown(slug)))
        return None
    return slug


def slug_of(text: str) -> str | None:
    """A text that may be the last part of an address: lower case letters, digits and hyphens."""
    return text if _SLUG.fullmatch(text) else None
