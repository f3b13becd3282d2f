"""A bibliography and its entries: language-neutral records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.bibliography.dates import Date
from sitegen.bibliography.names import NO_NAMES, Names
from sitegen.model.nodes import Archived, Inlines, plain_text
from sitegen.source import Span


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One source, whatever the language it is shown in.

    `type` is BibLaTeX's name in small letters, aliases resolved. `names` holds the persons of each
    role and `texts` the other printed fields, by BibLaTeX's names (`author`, `author_de`,
    `journaltitle` …); a field that is not given is not in them. `language` is a BCP 47 tag, empty
    if unknown; `words` the language whose words serve the entry (never empty). `url` and `doi` are
    as written, the DOI without its resolver, the address without tracking parameters.
    """

    key: str
    type: str
    span: Span
    names: Mapping[str, Names] = field(default_factory=dict)
    texts: Mapping[str, Inlines] = field(default_factory=dict)
    date: Date | None = None
    urldate: Date | None = None
    archived: Archived | None = None
    language: str = ""
    words: str = "en"
    url: str = ""
    doi: str = ""
    newspaper: bool = False
    identifiers: Mapping[str, str] = field(default_factory=dict)
    """Numbers that are never printed, but kept for other programs: `isbn`, `issn`, `eprint`."""
    spans: Mapping[str, Span] = field(default_factory=dict)
    """Where each field's value stands in the file."""

    def people(self, role: str, language: str) -> Names:
        """The names of a role as an edition of that language writes them."""
        return self.names.get(f"{role}_{language}") or self.names.get(role, NO_NAMES)

    def text(self, name: str, language: str = "") -> Inlines:
        """A printed field, in the form for that language where there is one; empty if not given."""
        if language:
            found = self.texts.get(f"{name}_{language}")
            if found is not None:
                return found
        return self.texts.get(name, ())

    def plain(self, name: str, language: str = "") -> str:
        """A field's words without markup."""
        return plain_text(self.text(name, language))

    def has(self, name: str) -> bool:
        return name in self.texts


@dataclass(frozen=True, slots=True, eq=False)
class Bibliography:
    """The entries of one file, in its order; crossref and xdata are resolved. `faulty` are the keys
    of entries that have an error: nothing more is said of them.
    """

    entries: Mapping[str, Entry] = field(default_factory=dict)
    path: str = "citations.bib"
    faulty: frozenset[str] = frozenset()

    def get(self, key: str) -> Entry | None:
        return self.entries.get(key)

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(self.entries)
