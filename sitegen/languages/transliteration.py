"""Cyrillic words in Latin letters (typography.md, section 9): Duden for running German text, DIN 1460
for names in a bibliography.

Both take and give NFC, and change nothing but Cyrillic words; stress marks on these are dropped. What
both do with letters that Russian lacks is the house's choice, near to the same standards.
"""

from __future__ import annotations

import re
import unicodedata

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
    return _WORD.sub(lambda match: _din_word(_STRESS.sub("", match[0])), unicodedata.normalize("NFC", text))


def duden(text: str) -> str:
    """Every Cyrillic word by Duden's table and its exceptions: `Хрущёв` becomes `Chruschtschow`."""
    return _WORD.sub(lambda match: _duden_word(_STRESS.sub("", match[0])), unicodedata.normalize("NFC", text))


def _din_word(word: str) -> str:
    return "".join(_cased(_DIN_1460.get(c, c), word, at) for at, c in enumerate(word.lower()))


def _duden_word(word: str) -> str:
    small = word.lower()
    begun, done = _exception(small)
    rest = (_cased(_duden_letter(small, at), word, at) for at in range(done, len(word)))
    return _cased_as(begun, word[:done]) + "".join(rest)


def _exception(word: str) -> tuple[str, int]:
    """How the word's beginning is written against the rules, and how many letters that takes up."""
    if word in _WHOLE_WORDS:
        return _WHOLE_WORDS[word], len(word)
    return next(((_BEGINNINGS[b], len(b)) for b in _BEGINNINGS if word.startswith(b)), ("", 0))


def _duden_letter(word: str, at: int) -> str:
    """One letter of a word in small letters, written as its neighbours demand."""
    letter, before, after = word[at], word[at - 1 : at], word[at + 1 : at + 2]
    if letter == "й":
        return _short_i(before, after)
    for applies, written in (
        (letter == "е" and (at == 0 or before in _VOWELS or before in "ъь"), "je"),
        (letter == "ё" and before in _HUSHERS, "o"),
        (letter == "к" and after == "с", "x"),
        (letter == "с" and before == "к", ""),
        (letter == "с" and before in _VOWELS and after in _VOWELS, "ss"),
        (letter == "ь" and after == "о", "j"),
    ):
        if applies:
            return written
    return _DUDEN.get(letter, letter)


def _short_i(before: str, after: str) -> str:
    """`Горький` Gorki, `Андрей` Andrei, `Йошкар` Joschkar, `Бийск` Bijsk."""
    follows_i = before in {"и", "ы"}
    if follows_i and not after:
        return ""
    return "j" if follows_i or after in _VOWELS else "i"


def _cased(letters: str, word: str, at: int) -> str:
    """Letters for one letter of a word: all capital in a word of capitals (`Щ` `SCHTSCH`, else `Schtsch`)."""
    if not word[at].isupper():
        return letters
    neighbour = word[at + 1 : at + 2] or word[max(at - 1, 0) : at]
    return letters.upper() if len(letters) == 1 or neighbour.isupper() else letters.capitalize()


def _cased_as(letters: str, model: str) -> str:
    if len(model) > 1 and model.isupper():
        return letters.upper()
    return letters.capitalize() if model[:1].isupper() else letters
