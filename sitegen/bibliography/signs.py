"""LaTeX's commands that stand for letters, signs and type (citations.md, section 1)."""

from __future__ import annotations

from collections.abc import Mapping

ACCENTS: Mapping[str, str] = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
"""Accents, as combining signs that follow their letter."""

SIGNS: Mapping[str, str] = {
    "ss": "ß",
    "SS": "ẞ",
    "l": "ł",
    "L": "Ł",
    "o": "ø",
    "O": "Ø",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "aa": "å",
    "AA": "Å",
    "i": "ı",
    "j": "ȷ",
    "dh": "ð",
    "DH": "Ð",
    "dj": "đ",
    "DJ": "Đ",
    "th": "þ",
    "TH": "Þ",
    "ng": "ŋ",
    "NG": "Ŋ",
    "S": "§",
    "P": "¶",
    "pounds": "£",
    "euro": "€",
    "texteuro": "€",
    "EUR": "€",
    "copyright": "©",
    "textcopyright": "©",
    "textregistered": "®",
    "texttrademark": "™",
    "textdegree": "°",
    "textnumero": "№",
    "No": "№",
    "dots": "…",
    "ldots": "…",
    "textellipsis": "…",
    "textendash": "–",
    "textemdash": "—",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "lq": "‘",
    "rq": "’",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "guillemotleft": "«",
    "guillemotright": "»",
    "guillemetleft": "«",
    "guillemetright": "»",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "textquotedbl": '"',
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textless": "<",
    "textgreater": ">",
    "textbar": "|",
    "textbullet": "•",
    "textperiodcentered": "·",
    "cdot": "·",
    "times": "×",
    "slash": "/",
    "textvisiblespace": " ",
    "newline": " ",
    "par": " ",
    "linebreak": " ",
    "space": " ",
    "nobreakspace": "\u00a0",
    "quad": " ",
    "addspace": " ",
    "addnbspace": "\u00a0",
    "bibrangedash": "–",
    "LaTeX": "LaTeX",
    "TeX": "TeX",
}

STYLED: Mapping[str, str] = {
    "emph": "italic",
    "textit": "italic",
    "textsl": "italic",
    "mkbibemph": "italic",
    "mkbibitalic": "italic",
    "textbf": "bold",
    "mkbibbold": "bold",
    "textsc": "small-caps",
}
"""Commands that set their argument in another type."""

DECLARATIONS: Mapping[str, str] = {
    "em": "italic",
    "it": "italic",
    "itshape": "italic",
    "sl": "italic",
    "bf": "bold",
    "bfseries": "bold",
    "sc": "small-caps",
    "scshape": "small-caps",
    "rm": "",
    "sf": "",
    "tt": "",
    "upshape": "",
    "normalfont": "",
}
"""Commands that set the rest of their group in another type; an empty one changes nothing."""

QUOTES = frozenset({"textquote", "enquote", "mkbibquote"})

PLAIN = frozenset(
    """
    url nolinkurl texttt textrm textsf textup textmd textnormal text mbox hbox mkbibparens mkbibbrackets
    textsuperscript textsubscript mkbibsuperscript uppercase lowercase MakeUppercase MakeLowercase
    ensuremath autocap ignorespaces relax protect
    """.split()
)
"""Commands whose argument is taken as it stands."""

SWALLOWED: Mapping[str, int] = {"href": 1, "foreignlanguage": 1, "textcolor": 1, "noopsort": 1, "hspace": 1}
"""Commands whose first argument (or arguments, so many) is not printed; what follows is."""
