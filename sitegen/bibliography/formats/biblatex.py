"""Entries as a BibLaTeX file: cleaned, in UTF-8, with braces only where they mean something.

What entries took over from others is written out; our own fields (citations.md, section 2) stay.
Reading the file again gives entries that are set in the same way.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sitegen.bibliography.dates import Date, Day
from sitegen.bibliography.entry import Entry
from sitegen.bibliography.fields import LANGUAGES, ROLES, TEXTS
from sitegen.bibliography.formats.latex import encode, encode_text
from sitegen.bibliography.names import InvalidNameError, Name, Names, parse_name

ORDER = """
author editor translator bookauthor title titleaddon subtitle shorttitle maintitle booktitle journaltitle
organization institution howpublished type series edition version volume number pages pagetotal publisher
location date
""".split()
"""The fields that come first, each followed by its forms for the languages; the others by the alphabet."""
LAST = "entrysubtype isbn issn doi url urldate archiveurl archivedate langid".split()
RANGES = frozenset({"pages", "volume", "number"})
_NAMES = {"de": "ngerman", **{tag: name for name, tag in reversed(tuple(LANGUAGES.items())) if tag != "de"}}


def biblatex(entries: Iterable[Entry]) -> str:
    """The whole file."""
    return "\n".join(biblatex_entry(entry) for entry in entries)


def biblatex_entry(entry: Entry) -> str:
    """One entry, a field a line."""
    values = dict(_fields(entry))
    width = max((len(name) for name in values), default=0)
    names = sorted(values, key=_rank)
    lines = [f"  {name:<{width}} = {{{values[name]}}},\n" for name in names]
    return f"@{entry.type}{{{entry.key},\n{''.join(lines)}}}\n"


def _fields(entry: Entry) -> Iterator[tuple[str, str]]:
    for role, names in entry.names.items():
        yield role, _names(names)
    for name, text in entry.texts.items():
        value = encode(text)
        yield name, value.replace("–", "--") if name in RANGES else value
    yield from _given(
        {
            "date": edtf(entry.date) if entry.date else "",
            "urldate": edtf(entry.urldate) if entry.urldate else "",
            "doi": entry.doi,
            "url": entry.url,
            "archiveurl": entry.archived.url if entry.archived else "",
            "archivedate": entry.archived.date if entry.archived else "",
            "langid": _NAMES.get(entry.language, entry.language),
            "entrysubtype": "newspaper" if entry.newspaper else "",
            **entry.identifiers,
        }
    )


def _given(values: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    return ((name, value) for name, value in values.items() if value)


def _rank(name: str) -> tuple[int, str]:
    base = name.partition("_")[0]
    if base in ORDER:
        return ORDER.index(base), name
    known = base in TEXTS or base in ROLES
    return (len(ORDER), name) if known or base not in LAST else (len(ORDER) + 1 + LAST.index(base), name)


def _names(names: Names) -> str:
    return " and ".join([*map(_name, names.people), *(["others"] if names.others else [])])


def _name(name: Name) -> str:
    """`van der Berg, Jan`; by its parts where that would be read otherwise (BibLaTeX's manual, 3.4)."""
    if name.corporate:
        return f"{{{encode_text(name.family)}}}"
    surname = f"{name.prefix} {name.family}" if name.prefix else name.family
    parts = [surname, name.suffix, name.given] if name.suffix else [surname, name.given]
    usual = ", ".join(encode_text(part) for part in parts if part)
    if _reads_as(usual, name):
        return usual
    keyed = {"family": name.family, "given": name.given, "prefix": name.prefix, "suffix": name.suffix}
    return ", ".join(f"{key}={{{encode_text(value)}}}" for key, value in keyed.items() if value)


def _reads_as(text: str, name: Name) -> bool:
    if " and " in f" {text} ".casefold():
        return False
    try:
        return parse_name(text) == name
    except InvalidNameError:
        return False


def edtf(date: Date) -> str:
    """A date as EDTF writes it."""
    start = ".." if date.open_start else _day(date.start)
    if date.open_start:
        return f"{start}/{_day(date.start)}"
    if date.open_end:
        return f"{start}/.."
    return f"{start}/{_day(date.end)}" if date.end else start


def _day(day: Day) -> str:
    return (
        day.iso()
        + {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}[
            day.circa, day.uncertain
        ]
    )
