"""Ids and slugs: ASCII made from any text (authoring.md, “Footnotes, citations, references”)."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import count
from types import MappingProxyType

from sitegen.languages.letters import PLAIN, without_accents

_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z", "и": "i",
    "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "",
    "э": "e", "ю": "yu", "я": "ya",
    "і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "u",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѕ": "dz",
    "ә": "a", "ғ": "g", "қ": "q", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h",
}  # fmt: skip
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue"}
_LETTERS: Mapping[str, str] = MappingProxyType({**PLAIN, **_UMLAUTS, **_CYRILLIC})
_SIGNS = frozenset("_-.")


def slug(text: str) -> str:
    """The id of a text: its ASCII form under Pandoc's rule `auto_identifiers` (in small letters, only
    letters, digits, `_`, `-` and `.`, blanks as hyphens, nothing before the first letter); `section`
    where nothing is left.
    """
    kept = "".join(c for c in _ascii(text) if c.isspace() or (c.isascii() and (c.isalnum() or c in _SIGNS)))
    name = "-".join(kept.split())
    start = next((i for i, c in enumerate(name) if c.isalpha()), len(name))
    return name[start:] or "section"


def unique(id: str, taken: Collection[str]) -> str:  # noqa: A002 - the word of HTML and of the content format
    """The id, or where it is taken the first free of `id-1`, `id-2` and so on, as Pandoc numbers them."""
    if id not in taken:
        return id
    return next(name for number in count(1) if (name := f"{id}-{number}") not in taken)


@lru_cache(maxsize=4096)
def _ascii(text: str) -> str:
    """The text in small letters, every letter that has an ASCII form in it."""
    if text.isascii():
        return text.lower()
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(_letter(c) for c in unicodedata.normalize("NFC", composed)).lower()


def _letter(char: str) -> str:
    """Signs are left to the rule for signs: decomposed, `№` would become a word and `…` three dots."""
    if char.isascii() or not char.isalnum():
        return char
    known = _LETTERS.get(char)
    return "".join(_LETTERS.get(c, c) for c in without_accents(char)) if known is None else known
