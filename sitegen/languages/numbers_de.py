"""German words for numbers."""

from __future__ import annotations

from sitegen.languages.numbers import NumberWords, Spelt

_ONES = ("", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = (
    "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn",
    "neunzehn",
)  # fmt: skip
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_ORDINALS = {1: "erst", 2: "zweit", 3: "dritt", 7: "siebt", 8: "acht"}
_ENDINGS = ("", "e", "en", "er", "es", "em")
_FORMED = (
    "fach", "jährig", "köpfig", "malig", "minütig", "monatig", "monatlich", "prozentig", "seitig", "sprachig",
    "stellig", "stöckig", "stündig", "tägig", "teilig", "wöchig",
)  # fmt: skip
_OTHERS = {
    "1": "erstmals erstmalig erstmalige erstmaligen erstmaliger"
    " eins eine einen einem einer eines einzig einzige einzigen einziger einzige einziges",
    "2": "zwo zweie zweien beide beiden beider beides doppelt doppelte doppelten doppelter paar",
    "3": "dreie dreien dreifach",
    "7": "siebent siebente siebenten siebenter",
    "12": "dutzend dutzende dutzenden",
    "100": "hundert hunderte hunderten hunderter hundertste hundertsten einhundert",
    "1000": "tausend tausende tausenden tausender tausendste tausendsten eintausend",
    "1000000": "million millionen",
    "1000000000": "milliarde milliarden",
    "1000000000000": "billion billionen",
    "1.5": "anderthalb eineinhalb anderthalbfache anderthalbmal",
}
_PARTS = {
    "halb halbe halben halber halbes halbem hälfte hälften": ("0.5", "50"),
    "viertel vierteln viertels": ("0.25", "25", "4"),
    "dreiviertel": ("0.75", "75"),
    "drittel dritteln drittels": ("0.333", "33", "3"),
}


def _cardinal(value: int) -> str:
    if value >= 100:
        return f"{_ONES[value // 100]}hundert{_cardinal(value % 100) if value % 100 else ''}"
    if value < 10:
        return _ONES[value]
    if value < 20:
        return _TEENS[value - 10]
    tens, ones = _TENS[value // 10 - 2], value % 10
    return f"{_ONES[ones]}und{tens}" if ones else tens


def _ordinal(value: int) -> str:
    return _ORDINALS.get(value) or _cardinal(value) + ("t" if value < 20 else "st")


def _forms(value: int) -> list[str]:
    """All that is made from a number below a hundred."""
    word, ordinal = _cardinal(value), _ordinal(value)
    forms = [
        word,
        f"{word}er",
        f"{word}ern",
        f"{word}erlei",
        f"{word}mal",
        f"{word}tausend",
        f"{word}hundert",
    ]
    forms += [ordinal + ending for ending in (*_ENDINGS, "ens", "el", "eln", "els")]
    forms += [word + formed + ending for formed in _FORMED for ending in _ENDINGS]
    return forms


def spelt() -> Spelt:
    """`zwei`, `zweite`, `zweimal`, `zweijährig`, `fünfundzwanzig`, `zweihundert`, `zweieinhalb` …"""
    found: dict[str, tuple[str, ...]] = {}
    for value in range(1, 100):
        found.update(dict.fromkeys(_forms(value), (str(value),)))
        found[f"{_cardinal(value)}tausend"] = (str(value * 1000),)
        found[f"{_cardinal(value)}einhalb"] = (f"{value}.5",)
    for value in range(100, 1000):
        word = _cardinal(value)
        found.update(dict.fromkeys((word, word.removeprefix("ein") if value < 200 else word), (str(value),)))
    found["null"] = ("0",)
    for name, words in _OTHERS.items():
        found.update(dict.fromkeys(words.split(), (name,)))
    for words, values in _PARTS.items():
        found.update(dict.fromkeys(words.split(), values))
    return {**found, **{word.replace("ß", "ss"): values for word, values in found.items() if "ß" in word}}


WORDS = NumberWords(
    scales=(
        ("tsd", 3), ("tausend", 3), ("tausende", 3),
        ("mio", 6), ("million", 6), ("millionen", 6),
        ("mrd", 9), ("milliarde", 9), ("milliarden", 9),
        ("bio", 12), ("billion", 12), ("billionen", 12),
    ),
    between=("bis", "und", "oder"),
    clock=("Uhr",),
    minus="minus",
    below=("unter null", "unter dem Gefrierpunkt", "Frost", "minus"),
    spelt=spelt,
)  # fmt: skip
