"""Who or what stands at the head of a reference, as an edition writes it."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from sitegen import languages
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.names import NO_NAMES, Name, Names
from sitegen.bibliography.styles.labels import is_cyrillic
from sitegen.languages.transliteration import din1460
from sitegen.model.nodes import Inlines, Text, plain_text
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Writing:
    """How an edition writes names: in Latin script Cyrillic ones by DIN 1460."""

    language: str

    @property
    def is_latin(self) -> bool:
        return _is_latin(self.language)

    def of(self, text: str) -> str:
        return din1460(text) if self.is_latin and is_cyrillic(text) else text

    def inlines(self, nodes: Inlines) -> Inlines:
        text = plain_text(nodes)
        return (Text(din1460(text)),) if self.is_latin and is_cyrillic(text) else nodes

    def names(self, names: Names) -> Names:
        if not self.is_latin or not any(map(_has_cyrillic, names.people)):
            return names
        people = tuple(
            replace(one, family=self.of(one.family), given=self.of(one.given), prefix=self.of(one.prefix))
            for one in names.people
        )
        return replace(names, people=people)


@cache
def _is_latin(language: str) -> bool:
    """Whether a language is written in Latin letters; one that is not known is taken to be."""
    primary = language.partition("-")[0]
    return primary not in languages.available() or languages.get(primary).script == "Latin"


def _has_cyrillic(name: Name) -> bool:
    return is_cyrillic(name.family) or is_cyrillic(name.given) or is_cyrillic(name.prefix)


@dataclass(frozen=True, slots=True)
class Heading:
    """`role` is the field that gave it; an entry without any is headed by its title.

    `short` is the label in the text, where the entry has one of its own.
    """

    role: str
    names: Names = NO_NAMES
    organization: Inlines = ()
    short: str = ""

    @property
    def is_title(self) -> bool:
        return self.role == "title"


def heading(entry: Entry, language: str, roles: tuple[str, ...]) -> Heading:
    """The first of the roles that the entry gives."""
    writing = Writing(language)
    short = writing.of(entry.plain("shortauthor"))
    for role in roles:
        names = entry.people(role, language)
        if names:
            return Heading(role, writing.names(names), short=short)
        if role == "organization" and entry.has("organization"):
            return Heading(role, organization=writing.inlines(entry.text(role, language)), short=short)
    return Heading("title", short=short)
