"""Words of another script within a text (typography.md, section 8)."""

from __future__ import annotations

import re
from functools import lru_cache

LATIN = "Latin"
CYRILLIC = "Cyrillic"
"""Scripts, as a language's module names its own."""

_WRITTEN_IN_CYRILLIC = frozenset("ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk".split())

_ACCENT = r"\u0300-\u036f\u0483-\u0487"
_LETTER = r"[^\W\d_]"
_CYRILLIC_RANGE = r"\u0400-\u0481\u048a-\u052f"
_LATIN_RANGE = r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
# Blanks, quotation marks, punctuation; a number only where nothing but blanks parts it from the words.
_JOINT = r"(?:[\W_]+|\s+\d+\s+)"

_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_ROMAN = re.compile(r"(?=.)M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_WORD = re.compile(f"{_LETTER}(?:{_LETTER}|[{_ACCENT}])*")
_ASCII_LETTER = re.compile("[A-Za-z]")
_CYRILLIC_SIGN = re.compile("[\u0400-\u04ff]")


def _runs_of(letters: str) -> re.Pattern[str]:
    """Runs of whole words of one script: a word that mixes two is a mistake of its own."""
    start = f"(?<!{_LETTER})(?<!{_LETTER}[{_ACCENT}])(?<!{_LETTER}[{_ACCENT}]{{2}})"
    word = f"{start}[{letters}][{letters}{_ACCENT}]*+(?!{_LETTER})"
    return re.compile(f"{word}(?:{_JOINT}{word})*")


_CYRILLIC_RUN = _runs_of(_CYRILLIC_RANGE)
_LATIN_RUN = _runs_of(_LATIN_RANGE)
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC_RANGE}]")
_HAS_LATIN = re.compile(f"[{_LATIN_RANGE}]")


@lru_cache(maxsize=256)
def is_written_in_cyrillic(tag: str) -> bool:
    """Whether the language of a tag, also one that has no module here, uses Cyrillic letters."""
    primary, *rest = tag.lower().split("-")
    return primary in _WRITTEN_IN_CYRILLIC and "latn" not in rest


def foreign_runs(text: str, script: str) -> list[tuple[int, int, str]]:
    """Runs of words in another script than that of the text: start, end and the tag to guess.

    In Latin text these are runs of Cyrillic words, taken for `ru`, or for `uk` where they hold
    `і ї є ґ`; in Cyrillic text runs of Latin words, whose language is unknown (an empty tag), but not
    Roman numerals. Words of a run may have blanks, quotation marks and punctuation between them.
    """
    if script == CYRILLIC:
        found = _LATIN_RUN.finditer(text) if _HAS_LATIN.search(text) else ()
        return [(match.start(), match.end(), "") for match in found if not _is_roman(match[0])]
    found = _CYRILLIC_RUN.finditer(text) if _HAS_CYRILLIC.search(text) else ()
    return [(match.start(), match.end(), "uk" if _UKRAINIAN.search(match[0]) else "ru") for match in found]


def may_mix(text: str) -> bool:
    """Whether a text holds letters of both scripts at all."""
    return not text.isascii() and bool(_CYRILLIC_SIGN.search(text) and _ASCII_LETTER.search(text))


def mixed_words(text: str) -> list[tuple[int, int]]:
    """Start and end of each word that mixes `A–Z` with Cyrillic letters. A hyphen parts words:
    `GULAG-система` is not mixed.
    """
    if not may_mix(text):
        return []
    return [match.span() for match in _WORD.finditer(text) if _is_mixed(match[0])]


def _is_roman(run: str) -> bool:
    return all(_ROMAN.fullmatch(word) for word in _WORD.findall(run))


def _is_mixed(word: str) -> bool:
    return bool(_ASCII_LETTER.search(word)) and bool(_CYRILLIC_SIGN.search(word))
