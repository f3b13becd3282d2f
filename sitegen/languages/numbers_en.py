"""English words for numbers."""

from __future__ import annotations

from sitegen.languages.numbers import NumberWords, Spelt

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_OTHERS: dict[str, tuple[str, ...]] = {
    "once single": ("1",),
    "twice both pair couple double doubled twofold": ("2",),
    "thrice triple threefold": ("3",),
    "dozen dozens": ("12",),
    "hundred hundreds hundredth": ("100",),
    "thousand thousands thousandth": ("1000",),
    "million millions": ("1000000",),
    "billion billions": ("1000000000",),
    "trillion trillions": ("1000000000000",),
    "half halves": ("0.5", "50"),
    "quarter quarters": ("0.25", "25", "4"),
    "third thirds": ("0.333", "33", "3"),
}


def spelt() -> Spelt:
    """`two`, `second`, `twice`, `twenties`; `twenty-five` are two words."""
    found: dict[str, tuple[str, ...]] = {word: (str(value),) for value, word in enumerate(_CARDINALS)}
    found.update({word: (str(value),) for value, word in enumerate(_ORDINALS, 1)})
    for value, word in enumerate(_TENS, 2):
        forms = (word, word[:-1] + "ieth", word[:-1] + "ies")
        found.update(dict.fromkeys(forms, (str(value * 10),)))
    for words, values in _OTHERS.items():
        found.update(dict.fromkeys(words.split(), values))
    return found


WORDS = NumberWords(
    scales=(
        ("thousand", 3), ("m", 6), ("mn", 6), ("million", 6),
        ("bn", 9), ("billion", 9), ("tn", 12), ("trillion", 12),
    ),
    between=("to", "and", "or"),
    clock=("a.m", "p.m", "am", "pm"),
    minus="minus",
    below=("below zero", "below freezing", "of frost"),
    spelt=spelt,
)  # fmt: skip
