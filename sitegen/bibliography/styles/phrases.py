"""Small parts of a reference that both styles make from a language's words."""

from __future__ import annotations

import re

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.fields import CONTAINED
from sitegen.bibliography.styles.runs import CLOSED, NBSP, capital, ending, flow
from sitegen.languages.terms import Terms
from sitegen.model.document import Locator
from sitegen.model.nodes import Inlines

NUMBERED = frozenset({"report", "patent", "standard", "legislation", "jurisdiction"})
"""Types whose number is their own, not that of a series."""
WHOLE = frozenset(
    [
        "book",
        "mvbook",
        "booklet",
        "collection",
        "mvcollection",
        "proceedings",
        "mvproceedings",
        "reference",
        "mvreference",
        "manual",
        "thesis",
    ]
)
"""Types that are no part of anything: their field `pages` is not a place in a host."""

_DASH = re.compile(r"(?<=\d)\s*-\s*(?=\w)|\s*–\s*|\s*—\s*|(?<=[ivxlc])-(?=[ivxlc])")
_COMMA = re.compile(r"\s*,\s*")
_FOLLOWING = re.compile(r"(\d+[^\W\d_]?) (ff?)\.")
_SEVERAL = re.compile(r"[–,]|\bff\.")
_PLURALS = {"p.": "pp."}


def is_web(entry: Entry) -> bool:
    """A web page; or something that names no publisher, and is set like one."""
    if entry.type in ("misc", "unpublished"):
        return not any(entry.has(name) for name in ("howpublished", "publisher", "institution", "location"))
    return entry.type == "online"


def is_part(entry: Entry) -> bool:
    return entry.type in CONTAINED


def titled(entry: Entry, host: str) -> Inlines:
    """A title with its subtitle and addition; `host` is `book`, `journal`, `main`, or empty for
    the work itself, which is called by its key if it has no title.
    """
    title, subtitle = entry.text(f"{host}title"), entry.text(f"{host}subtitle")
    title = title if title or host else flow(entry.key)
    addition = entry.text(f"{host}titleaddon")
    if title and subtitle:
        title = flow(title, " " if ending(title).endswith(CLOSED) else ": ", subtitle)
    return flow(title, " " if ending(title).endswith(CLOSED) else ". ", addition) if addition else title


def brief_title(entry: Entry) -> Inlines:
    """The title of a further note: `shorttitle`, else the title without its subtitle."""
    return entry.text("shorttitle") or entry.text("title") or flow(entry.key)


def edition(entry: Entry, terms: Terms) -> str:
    """`2. Aufl.`; words are taken as they stand."""
    text = entry.plain("edition")
    if not text.isdecimal():
        return text
    number = int(text)
    is_teen = 10 < number % 100 < 20
    last = number % 10 if 0 < number % 10 < 4 and not is_teen else 4
    return terms.edition.format(number, terms.ordinals[last - 1])


def version(entry: Entry, terms: Terms) -> str:
    text = entry.plain("version")
    return f"{terms.version}{NBSP}{text}" if text else ""


def kind_of_work(entry: Entry, terms: Terms) -> str:
    """`Forschungsbericht FB-555`, `дис. … канд. социол. наук`."""
    kind = entry.plain("type")
    kind = terms.types.get(kind, kind)
    number = entry.plain("number") if entry.type in NUMBERED else ""
    if number and not kind:
        return f"{capital(terms.labels['number'])}{NBSP}{number}"
    return " ".join(part for part in (kind, number) if part)


def page_range(text: str) -> str:
    """Pages as a range is written: `112–125`, `S3–S4, 9`."""
    return _COMMA.sub(", ", _DASH.sub("–", text))


def pages(entry: Entry) -> str:
    return "" if entry.type in WHOLE else page_range(entry.plain("pages"))


def labelled_pages(entry: Entry, terms: Terms) -> str:
    """The pages of a work with their label: `S. 112–125`, in English `pp. 112–125`."""
    span = pages(entry)
    return f"{_label('page', span, terms, plurals=True)}{NBSP}{span}" if span else ""


def locator_text(locator: Locator, terms: Terms, *, capitals: bool = False, plurals: bool = False) -> str:
    """A locator with the label of a language; one of no kind as typed.

    `capitals` is for a locator that is a sentence: its first label only. `plurals` gives several
    pages the label of several, where a language has one.
    """
    first = _one_place(locator, terms, plurals=plurals)
    first = capital(first) if capitals and locator.kind else first
    return ", ".join([first, *(_one_place(one, terms, plurals=plurals) for one in locator.more)])


def _one_place(locator: Locator, terms: Terms, *, plurals: bool) -> str:
    if not locator.kind:
        return locator.value
    value = _FOLLOWING.sub(lambda match: _following(match, terms), locator.value)
    return f"{_label(locator.kind, value, terms, plurals=plurals)}{NBSP}{value}"


def _label(kind: str, value: str, terms: Terms, *, plurals: bool) -> str:
    label = terms.labels.get(kind, "")
    return _PLURALS.get(label, label) if plurals and _SEVERAL.search(value) else label


def letter(ordinal: int | None, letters: str) -> str:
    """The letter of a number: a, b … z, aa, ab …"""
    if ordinal is None:
        return ""
    before, last = divmod(ordinal, len(letters))
    return (letter(before - 1, letters) if before else "") + letters[last]


def _following(match: re.Match[str], terms: Terms) -> str:
    """`5 f.`, or as a range of two pages; `5 ff.`."""
    number, sign = match[1], match[2]
    if sign == "ff":
        return f"{number}{NBSP}{terms.next_pages}"
    if terms.next_page:
        return f"{number}{NBSP}{terms.next_page}"
    return f"{number}–{int(number) + 1}" if number.isdecimal() else f"{number}{NBSP}{terms.next_pages}"
