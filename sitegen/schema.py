"""The typed reading of a tree: what a key may hold, checked once for TOML and YAML.

A `Reading` gives the values that are good and collects a diagnostic for each that is not.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from dataclasses import field
from datetime import date, datetime

from sitegen.diagnostics import Diagnostic, nearest, report
from sitegen.diagnostics.row import N_
from sitegen.model.document import Person
from sitegen.model.texts import Texts
from sitegen.source import DIRECTION, bare
from sitegen.tree import Array, Entry, Scalar, Table
from sitegen.values import dataclass

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text holds on purpose."""

TEXT = N_("a text")
TEXTS = N_("a text, or one text per language")
FLAG = N_("true or false")
LIST = N_("a list in square brackets")
TABLE = N_("a table of keys with values")
PERSON = N_("a name, or a name with an ORCID iD")
DAY = N_("a day such as 2024-11-15")
NUMBER = N_("a number")
WHOLE = N_("a whole number")

FEW = 20
"""Words that a sentence can list."""

_BLANKS = re.compile(r"[ \t\n]+")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ORCID = re.compile(r"(?:https?://orcid\.org/)?([0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X])")


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes that one family of the table has for what is checked here; empty where its files
    hold no such value.
    """

    unknown_key: str
    wrong_type: str
    empty: str
    control: str
    missing: str = ""
    language: str = ""
    orcid: str = ""
    day: str = ""
    future: str = ""


@dataclass(slots=True)
class Reading:
    """One reading of one file: the codes it reports with, and what it has found so far."""

    codes: Codes
    today: date = date.max
    found: list[Diagnostic] = field(default_factory=list)

    def add(self, diagnostic: Diagnostic) -> None:
        self.found.append(diagnostic)

    def entries(self, table: Table, known: tuple[str, ...], prefix: str = "") -> dict[str, Entry]:
        """The keys that are known, by name; the entries carry their full name, as `search.enabled`."""
        good = {}
        for entry in table.entries:
            if entry.key in known:
                good[entry.key] = Entry(prefix + entry.key, entry.span, entry.value)
            else:
                name = shown(prefix + entry.key)
                self.add(
                    report(self.codes.unknown_key, entry.span, nearest=nearest(entry.key, known), key=name)
                )
        return good

    def lacks(self, keys: Container[str], key: str, since: int = 0) -> bool:
        """Whether a key is missing, and not only misspelt: that has been said by then."""
        said = (one.nearest == key and one.code == self.codes.unknown_key for one in self.found[since:])
        return key not in keys and not any(said)

    def table(self, entry: Entry, known: tuple[str, ...], prefix: str = "") -> dict[str, Entry]:
        """The known keys of a value that must be a table; none where it is not one."""
        if isinstance(entry.value, Table):
            return self.entries(entry.value, known, prefix)
        self.wrong_type(entry, TABLE)
        return {}

    def wrong_type(self, entry: Entry, expected: str) -> None:
        """A key without any value is a mistake of its own."""
        if isinstance(entry.value, Scalar) and entry.value.value is None:
            self.add(report(self.codes.empty, entry.value.span, key=entry.key))
        else:
            self.add(report(self.codes.wrong_type, entry.value.span, key=entry.key, expected=expected))

    def text(self, entry: Entry | None, expected: str = TEXT) -> str | None:
        """A text of one line, in Unicode form NFC."""
        paragraphs = self.paragraphs(entry, expected)
        return _BLANKS.sub(" ", " ".join(paragraphs)) or None

    def paragraphs(self, entry: Entry | None, expected: str = TEXT) -> tuple[str, ...]:
        """A text, divided where blank lines stand in it."""
        if entry is None:
            return ()
        scalar = entry.value
        if not isinstance(scalar, Scalar) or not isinstance(scalar.value, str):
            self.wrong_type(entry, expected)
            return ()
        control = CONTROL.search(scalar.value)
        if control:
            character = f"U+{ord(control[0]):04X}"
            self.add(report(self.codes.control, scalar.span, key=entry.key, character=character))
            return ()
        turned = DIRECTION.search(scalar.value)
        if turned:
            self.add(report("SYN016", scalar.span, character=f"U+{ord(turned[0]):04X}"))
        text = unicodedata.normalize("NFC", bare(scalar.value)).strip()
        if not text:
            self.add(report(self.codes.empty, scalar.span, key=entry.key))
            return ()
        return tuple(_BLANKS.sub(" ", part) for part in _PARAGRAPHS.split(text))

    def texts(
        self,
        entry: Entry | None,
        languages: Iterable[str],
        read: Callable[[Entry], str | None] | None = None,
    ) -> Texts:
        """A text, or one per language; `read` is what each of them is read with."""
        read = read or self.text
        if entry is None:
            return Texts()
        if isinstance(entry.value, Scalar):
            text = read(Entry(entry.key, entry.span, entry.value))
            return Texts((("", text),)) if text else Texts()
        if isinstance(entry.value, Array):
            self.wrong_type(entry, TEXTS)
            return Texts()
        languages = tuple(languages)
        values = []
        for part in self._languages(entry.key, entry.value, languages):
            text = read(Entry(f"{entry.key}.{part.key}", part.span, part.value))
            if text:
                values.append((part.key, text))
        return Texts(tuple(values))

    def _languages(self, key: str, table: Table, languages: tuple[str, ...]) -> Iterable[Entry]:
        if not table.entries:
            self.add(report(self.codes.empty, table.span, key=key))
        for entry in table.entries:
            if entry.key in languages:
                yield entry
            else:
                guess = nearest(entry.key, languages)
                self.add(
                    report(self.codes.language, entry.span, nearest=guess, key=key, language=shown(entry.key))
                )

    def flag(self, entry: Entry | None, *, default: bool) -> bool:
        if entry is None:
            return default
        value = entry.value
        if isinstance(value, Scalar):
            if isinstance(value.value, bool):
                return value.value
            if value.untyped and value.value in ("true", "false"):
                return value.value == "true"
        self.wrong_type(entry, FLAG)
        return default

    def items(self, entry: Entry | None) -> tuple[Entry, ...]:
        """The items of a list, each as an entry under the list's key."""
        if entry is None:
            return ()
        if isinstance(entry.value, Array):
            return tuple(Entry(entry.key, entry.span, item) for item in entry.value.items)
        self.wrong_type(entry, LIST)
        return ()

    def text_list(self, entry: Entry | None) -> tuple[str, ...]:
        texts = (self.text(item) for item in self.items(entry))
        return tuple(text for text in texts if text)

    def people(self, entry: Entry | None) -> tuple[Person, ...]:
        people = (self._person(item) for item in self.items(entry))
        return tuple(person for person in people if person)

    def _person(self, entry: Entry) -> Person | None:
        if not isinstance(entry.value, Table):
            name = self.text(entry, PERSON)
            return Person(name) if name else None
        before = len(self.found)
        keys = self.entries(entry.value, ("name", "orcid"), f"{entry.key}.")
        orcid = self.shaped(keys.get("orcid"), self.codes.orcid, orcid_of)
        if self.lacks(keys, "name", before):
            self.add(report(self.codes.missing, entry.value.span, key="name", where=entry.key))
        name = self.text(keys.get("name"))
        return Person(name, orcid) if name else None

    def shaped(self, entry: Entry | None, code: str, shape: Callable[[str], str | None]) -> str | None:
        """A text in the form that `shape` gives it; reported with the code where it gives none."""
        text = self.text(entry)
        value = shape(text) if text else None
        if entry and text and value is None:
            self.add(report(code, entry.value.span, key=entry.key, value=shown(text)))
        return value

    def member(self, entry: Entry | None, code: str, names: Iterable[str]) -> str | None:
        """One of a few words; reported with the code where it is another."""
        text = self.text(entry)
        names = tuple(names)
        if entry is None or text is None or text in names:
            return text
        guess = nearest(text, names)
        known = ", ".join(names) if len(names) <= FEW else ""
        where = entry.value.span
        self.add(report(code, where, nearest=guess, key=entry.key, value=shown(text), known=known))
        return None

    def members(self, entry: Entry | None, code: str, names: Iterable[str]) -> tuple[str, ...]:
        """Several of a few words; each of them once."""
        names = tuple(names)
        found = (self.member(item, code, names) for item in self.items(entry))
        return tuple(dict.fromkeys(word for word in found if word))

    def day(self, entry: Entry | None) -> str | None:
        """A real day that is not in the future, as ISO date."""
        if entry is None:
            return None
        day = self._day(entry)
        if day is None or day <= self.today:
            return day.isoformat() if day else None
        self.add(report(self.codes.future, entry.value.span, key=entry.key, date=day, today=self.today))
        return None

    def _day(self, entry: Entry) -> date | None:
        plain = entry.value.value if isinstance(entry.value, Scalar) else None
        if isinstance(plain, date) and not isinstance(plain, datetime):
            return plain
        text = self.text(entry, DAY)
        day = day_of(text) if text else None
        if text and not day:
            self.add(report(self.codes.day, entry.value.span, key=entry.key, value=shown(text)))
        return day


def day_of(text: str) -> date | None:
    """The day that `YYYY-MM-DD` stands for, if there is such a day."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def orcid_of(text: str) -> str | None:
    """The ORCID iD that a text is, with or without its web address; its last character must be the
    check digit of the others (ISO 7064, MOD 11-2).
    """
    found = _ORCID.fullmatch(text)
    if not found:
        return None
    total = 0
    for digit in found[1].replace("-", "")[:-1]:
        total = (total + int(digit)) * 2
    check = "0123456789X"[(12 - total % 11) % 11]
    return found[1] if found[1][-1] == check else None


def unworded(texts: Texts, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The languages that a text has no wording for; one text for all is the first language's."""
    given = {tag or languages[0] for tag, _ in texts.values} if languages else set()
    return tuple(tag for tag in languages if tag not in given) if texts else ()


def shown(text: str) -> str:
    """A text as a sentence may quote it: not longer than anyone reads."""
    return text if len(text) <= 60 else f"{text[:59]}…"
