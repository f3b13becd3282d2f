"""sitegen.toml: what a publication says about itself as a whole (authoring.md)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from typing import Literal
from urllib.parse import urlsplit

from sitegen import languages
from sitegen.diagnostics import Diagnostic, report
from sitegen.diagnostics.table import TABLE as TABLE_OF_CODES
from sitegen.languages.tags import is_tag
from sitegen.model.document import Person
from sitegen.model.texts import Texts
from sitegen.schema import TABLE, Codes, Reading, shown, unworded
from sitegen.source import Source, Span
from sitegen.toml_source import read_toml
from sitegen.tree import Entry, Scalar, Table
from sitegen.values import dataclass

PATH = "sitegen.toml"
ASSETS = "assets"
"""The folder of content/ that is no language's."""

SECTIONS = {
    "citations": ("style", "bibliography"),
    "translations": ("unfinished",),
    "markdown": ("html",),
    "search": ("enabled",),
    "diagnostics": ("ignore",),
}
KEYS = (
    "languages",
    "title",
    "url",
    "authors",
    "publisher",
    "license",
    "date",
    "doi",
    "contact",
    *SECTIONS,
)
STYLES: Mapping[str, Literal["notes", "author-date"]] = {"notes": "notes", "author-date": "author-date"}
BIBLIOGRAPHIES: Mapping[str, Literal["cited", "all"]] = {"cited": "cited", "all": "all"}

CODES = Codes(
    unknown_key="CFG003",
    wrong_type="CFG004",
    language="CFG011",
    day="CFG014",
    future="CFG015",
    orcid="CFG016",
    missing="CFG023",
    empty="CFG024",
    control="CFG025",
)

_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:)?(10\.[0-9]{4,9}(?:\.[0-9]+)*/[^\s<>\"]+)")
_MAILTO = re.compile(r"mailto:[^\s@<>]+@[^\s@<>]+")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A finding that the publication accepts: code, glob over paths, and the reason why."""

    code: str
    path: str
    reason: str
    span: Span


@dataclass(frozen=True, slots=True)
class Settings:
    """Every key of sitegen.toml, validated. `date` is an ISO date; `url` ends in `/` or is empty."""

    languages: tuple[str, ...]
    title: Texts = Texts()
    url: str = ""
    authors: tuple[Person, ...] = ()
    publisher: Texts = Texts()
    license: str = ""
    date: str | None = None
    doi: Texts = Texts()
    contact: str = ""
    citation_style: Literal["notes", "author-date"] = "notes"
    bibliography: Literal["cited", "all"] = "cited"
    unfinished: tuple[str, ...] = ()
    html: bool = False
    search: bool = True
    ignore: tuple[Ignore, ...] = field(default=())
    spans: tuple[tuple[str, Span], ...] = ()
    """Each given key's value's place; a key of a table is named as `citations.style`."""

    def span(self, key: str) -> Span | None:
        return dict(self.spans).get(key)


def read_settings(
    source: Source | None, folders: tuple[str, ...], today: date
) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings, made of what is good in the file; `folders` are the folders of
    content/ that hold texts.

    There is always one language at least: where the file names none, those of the folders.
    """
    fallback = Settings(_known(folders) or languages.available()[:1])
    if source is None:
        return fallback, (report("CFG001", Span(PATH)),)
    tree, found = read_toml(source, "CFG002")
    if tree is None:
        return fallback, found
    reading = Reading(CODES, today)
    settings = _settings(reading, tree, folders)
    return settings, tuple(reading.found)


def _known(tags: Iterable[str]) -> tuple[str, ...]:
    """Those tags that have a language module; `de-AT` has that of `de`."""
    available = languages.available()
    return tuple(tag for tag in tags if is_tag(tag) and tag.partition("-")[0] in available)


def _typeset(texts: Texts, tags: tuple[str, ...]) -> Texts:
    """Each text by its language, one for all by the first one (typography.md, section 2)."""
    return Texts(tuple((tag, languages.get(tag or tags[0]).typeset([text])[0]) for tag, text in texts.values))


def _settings(reading: Reading, tree: Table, folders: tuple[str, ...]) -> Settings:
    keys = _keys(reading, tree)
    tags, complete = _languages(reading, keys.get("languages"), folders)
    wordings = tags if complete else tuple(dict.fromkeys((*tags, *languages.available())))
    before = len(reading.found)
    unfinished = reading.members(keys.get("translations.unfinished"), "CFG020", wordings)
    if not complete:
        del reading.found[before:]  # what is no language here may be meant to be one
    if complete:
        _compare(reading, keys["languages"], tags, folders, unfinished)
    style = reading.member(keys.get("citations.style"), "CFG019", STYLES)
    bibliography = reading.member(keys.get("citations.bibliography"), "CFG019", BIBLIOGRAPHIES)
    return Settings(
        languages=tags,
        title=_typeset(_title(reading, keys.get("title"), tags if complete else (), wordings), tags),
        url=reading.shaped(keys.get("url"), "CFG013", _url) or "",
        authors=reading.people(keys.get("authors")),
        publisher=reading.texts(keys.get("publisher"), wordings),
        license=reading.text(keys.get("license")) or "",
        date=reading.day(keys.get("date")),
        doi=reading.texts(keys.get("doi"), wordings, lambda entry: reading.shaped(entry, "CFG017", _doi)),
        contact=reading.shaped(keys.get("contact"), "CFG018", _contact) or "",
        citation_style=STYLES.get(style or "", "notes"),
        bibliography=BIBLIOGRAPHIES.get(bibliography or "", "cited"),
        unfinished=unfinished,
        html=reading.flag(keys.get("markdown.html"), default=False),
        search=reading.flag(keys.get("search.enabled"), default=True),
        ignore=_ignores(reading, keys.get("diagnostics.ignore")),
        spans=tuple((name, entry.value.span) for name, entry in keys.items()),
    )


def _keys(reading: Reading, tree: Table) -> dict[str, Entry]:
    """All the keys that are known, those of a table by their full name."""
    keys = reading.entries(tree, KEYS)
    for name, known in SECTIONS.items():
        if name in keys:
            section = reading.table(keys.pop(name), known, f"{name}.")
            keys.update({entry.key: entry for entry in section.values()})
    return keys


def _languages(
    reading: Reading, entry: Entry | None, folders: tuple[str, ...]
) -> tuple[tuple[str, ...], bool]:
    """The languages, and whether the author's list of them is whole; what is missing in a broken one
    is taken from the folders, so that one wrong tag does not orphan an edition.
    """
    if entry is None:
        if reading.lacks((), "languages"):
            reading.add(report("CFG006", Span(PATH)))
        return _known(folders) or languages.available()[:1], False
    before = len(reading.found)
    tags: list[str] = []
    for item in reading.items(entry):
        tag = _language(reading, item)
        if tag in tags:
            reading.add(report("CFG008", item.value.span, language=tag))
        elif tag:
            tags.append(tag)
    complete = len(reading.found) == before
    if complete and not tags:
        reading.add(report("CFG006", entry.value.span))
    if complete and tags:
        return tuple(tags), True
    return tuple(dict.fromkeys((*tags, *_known(folders)))) or languages.available()[:1], False


def _language(reading: Reading, entry: Entry) -> str | None:
    tag = reading.text(entry)
    if tag is None or _known((tag,)):
        return tag
    return reading.member(entry, "CFG007", languages.available())


def _compare(
    reading: Reading,
    entry: Entry,
    tags: tuple[str, ...],
    folders: tuple[str, ...],
    unfinished: tuple[str, ...],
) -> None:
    """The languages of the publication and the folders that there are."""
    for item, tag in zip(reading.items(entry), tags, strict=True):
        if tag not in folders and tag not in unfinished:
            reading.add(report("CFG009", item.value.span, language=tag))
    for tag in folders:
        if tag not in {*tags, ASSETS}:
            reading.add(report("CFG010", entry.value.span, language=tag))


def _title(reading: Reading, entry: Entry | None, tags: tuple[str, ...], wordings: tuple[str, ...]) -> Texts:
    if entry is None:
        if reading.lacks((), "title"):
            reading.add(report("CFG005", Span(PATH)))
        return Texts()
    before = len(reading.found)
    title = reading.texts(entry, wordings)
    missing = unworded(title, tags)
    if missing and len(reading.found) == before:
        names = ", ".join(missing)
        reading.add(report("CFG012", entry.value.span, languages=names, text=shown(title.values[0][1])))
    return title


def _url(text: str) -> str | None:
    """The canonical address, with the slash that it must end in."""
    if not is_web_address(text) or set(text) & set("?#"):
        return None
    return text if text.endswith("/") else f"{text}/"


def is_web_address(text: str) -> bool:
    """Whether a text is an absolute http(s) address."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in text
    except ValueError:
        return False


def _doi(text: str) -> str | None:
    found = _DOI.fullmatch(text)
    return found[1] if found else None


def _contact(text: str) -> str | None:
    return text if _MAILTO.fullmatch(text) or is_web_address(text) else None


def _ignores(reading: Reading, entry: Entry | None) -> tuple[Ignore, ...]:
    ignores = (_ignore(reading, item) for item in reading.items(entry))
    return tuple(ignore for ignore in ignores if ignore)


def _ignore(reading: Reading, entry: Entry) -> Ignore | None:
    if not isinstance(entry.value, Table):
        reading.wrong_type(entry, TABLE)
        return None
    before = len(reading.found)
    keys = reading.entries(entry.value, ("code", "path", "reason"), f"{entry.key}.")
    for name in ("code", "path"):
        if reading.lacks(keys, name, before):
            reading.add(report("CFG023", entry.value.span, key=name, where=entry.key))
    code = reading.member(keys.get("code"), "CFG021", TABLE_OF_CODES)
    path = reading.text(keys.get("path"))
    reason = _reason(reading, keys.get("reason"))
    if reading.lacks(keys, "reason", before):
        reading.add(report("CFG022", entry.value.span))
    return Ignore(code, path, reason, entry.value.span) if code and path and reason else None


def _reason(reading: Reading, entry: Entry | None) -> str | None:
    value = entry.value if entry else None
    if isinstance(value, Scalar) and isinstance(value.value, str) and not value.value.strip():
        reading.add(report("CFG022", value.span))
        return None
    return reading.text(entry)
