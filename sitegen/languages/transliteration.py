"""Cyrillic words in Latin letters (typography.md, section 9): Duden for running German text, DIN 1460
for names in a bibliography.

Both take and give NFC, and change nothing but Cyrillic words; stress marks on these are dropped. What
both do with letters that Russian lacks is the house's choice, near to the same standards.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

_WORD = re.compile("[\u0400-\u052f][\u0400-\u052f\u0300\u0301]*")
_STRESS = re.compile("[\u0300\u0301]")
_VOWELS = frozenset("аеёиоуыэюяіїє")
_HUSHERS = frozenset("жчшщ")

_DIN_1460 = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "ë", "ж": "ž", "з": "z", "и": "i",
    "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "ch", "ц": "c", "ч": "č", "ш": "š", "щ": "šč", "ъ": "ʺ", "ы": "y", "ь": "ʹ",
    "э": "ė", "ю": "ju", "я": "ja",
    "і": "i", "ї": "ï", "є": "je", "ґ": "g", "ў": "ŭ",
    "ђ": "đ", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "ć", "џ": "dž", "ѓ": "ǵ", "ќ": "ḱ", "ѕ": "dz",
    "ѣ": "ě", "ѳ": "f", "ѵ": "i", "ѐ": "e", "ѝ": "i",
    "ә": "ä", "ғ": "ġ", "қ": "q", "ң": "ṇ", "ө": "ö", "ұ": "ū", "ү": "ü", "һ": "h",
}  # fmt: skip

_DUDEN = {
    "а": "a", "б": "b", "в": "w", "г": "g", "д": "d", "е": "e", "ё": "jo", "ж": "sch", "з": "s", "и": "i",
    "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
    "у": "u", "ф": "f", "х": "ch", "ц": "z", "ч": "tsch", "ш": "sch", "щ": "schtsch", "ъ": "", "ы": "y",
    "ь": "", "э": "e", "ю": "ju", "я": "ja",
    "і": "i", "ї": "ji", "є": "je", "ґ": "g", "ў": "u",
    "ђ": "dj", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dsch", "ѓ": "gj", "ќ": "kj", "ѕ": "ds",
    "ѣ": "e", "ѳ": "f", "ѵ": "i", "ѐ": "e", "ѝ": "i",
    "ә": "ä", "ғ": "g", "қ": "k", "ң": "n", "ө": "ö", "ұ": "u", "ү": "ü", "һ": "h",
}  # fmt: skip

_WHOLE_WORDS = {"александр": "alexander"}
_BEGINNINGS = {"ильич": "iljitsch", "новосибирск": "nowosibirsk"}
"""Words that German writes otherwise than by the rules: alone, and with any ending."""


def din1460(text: str) -> str:
    """Every Cyrillic word by DIN 1460: `Хрущёв` becomes `Chruščëv`."""
    return _transliterated(text, lambda word, at: _DIN_1460.get(word[at], word[at]))


def duden(text: str) -> str:
    """Every Cyrillic word by Duden's table and its exceptions: `Хрущёв` becomes `Chruschtschow`."""
    return _transliterated(text, _by_duden, {**_BEGINNINGS}, _WHOLE_WORDS)
