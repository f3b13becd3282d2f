"""Words for numbers in running text: which values they may say."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from sitegen.languages.numbers import NumberWords, Spelt, plain, share

_FOLDED = (("ё", "е"), ("\u0301", ""), *((sign, " ") for sign in ".,:;!?…()[]/-–—\"'„“”«»‚‘’‹›\ufffc"))
"""What words are compared without."""
_TENS, _ONES = ("", "x", "xx", "xxx"), ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
_ROMAN = {
    numeral: (str(10 * tens + ones),)
    for tens, ten in enumerate(_TENS)
    for ones, one in enumerate(_ONES)
    if len(numeral := ten + one) > 1
}
"""Roman numerals up to 39, without those of one letter, which are words or abbreviations as well."""
_LONGEST = 15
"""Digits beyond which nobody writes a number in words."""


def spelt_values(text: str, words: NumberWords) -> set[str]:
    """The values for which a text has words or Roman numerals, all that each may stand for."""
    table = _table(words)
    folded = text.lower()
    for sign, other in _FOLDED:
        if sign in folded:
            folded = folded.replace(sign, other)
    return {value for word in _words(words).intersection(folded.split()) for value in table[word]}


def is_spelt(value: str, words: Collection[str]) -> bool:
    """Whether words that stand for some values may say this one: `двадцать пять` gives 20 and 5,
    `anderthalb Millionen` 1.5 and 1000000.
    """
    value = value.removeprefix("-")
    if value in words or (value.startswith("0.") and _is_share(value, words)):
        return True
    if not value.isdecimal() or len(value) > _LONGEST:
        return False
    return _is_multiple(value, words) or _is_composed(int(value), words)


def _is_share(value: str, words: Collection[str]) -> bool:
    """`две трети` gives 2 and 3, `пятая часть` 5."""
    return any(
        share(over, under) == value and str(under) in words and (over == 1 or str(over) in words)
        for under in range(2, 11)
        for over in range(1, under)
    )


def _is_multiple(value: str, words: Collection[str]) -> bool:
    return any(
        f"1{'0' * power}" in words and plain(f"{value[:-power]}.{value[-power:]}") in words
        for power in (2, 3, 6, 9, 12)
        if len(value) >= power
    )


def _is_composed(value: int, words: Collection[str]) -> bool:
    """Whether each part of a whole number, from the thousands down, is among the values."""
    for scale in (10**12, 10**9, 10**6, 1000, 100):
        count, rest = divmod(value, scale)
        if count:
            named = str(count * scale) in words or (str(scale) in words and is_spelt(str(count), words))
            return named and (not rest or is_spelt(str(rest), words))
    tens, ones = divmod(value, 10)
    return bool(tens and ones) and {str(tens * 10), str(ones)} <= set(words)


@cache
def _words(words: NumberWords) -> frozenset[str]:
    return frozenset(_table(words))


@cache
def _table(words: NumberWords) -> Spelt:
    return {**_ROMAN, **words.spelt()}
