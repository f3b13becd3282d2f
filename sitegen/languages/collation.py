"""The order of names, places and titles (citations.md, section 5, “Sorting”). No locale is asked."""

from __future__ import annotations

import unicodedata
from functools import cache

from sitegen.languages.letters import PLAIN, without_accents

_SCRIPTS = {
    "CYRILLIC": "ab av ba be bg ce cu cv kk kv ky mk mn os ru sr tg tt uk",
    "GREEK": "el",
    "ARMENIAN": "hy",
    "GEORGIAN": "ka",
    "HEBREW": "he yi",
    "ARABIC": "ar fa ps ur",
}
_SCRIPT_OF = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}
_SUBTAGS = {"latn": "LATIN", "cyrl": "CYRILLIC"}

# Letters of other languages stand where their own alphabets, read together, put them.
_CYRILLIC = "аәбвгґғдђеєжзѕиіїйјкқлљмнңњоөпрстћуўұүфхһцчџшщъыьэюя"

_GAP, _DIGITS, _OWN, _LATIN, _FOREIGN_CYRILLIC, _OTHERS = range(6)
_APOSTROPHES = frozenset("'’‘`´")


def sort_key(text: str, language: str) -> tuple[tuple[int, ...], str]:
    """A key that puts texts into one order, the same on every machine: digits, the letters of the
    language's own script, Latin, Cyrillic, all others. Equal keys are of equal texts only: where
    the letters are the same (`primary_key`), the text itself decides.
    """
    return primary_key(text, language), text


def primary_key(text: str, language: str) -> tuple[int, ...]:
    """The order by letters alone: case, accents, apostrophes and leading punctuation do not count
    (`Š`=`S`, `ё`=`е`, `ß`=`ss`, `ł`=`l`, `ı`=`i`, but `й`≠`и`), other signs and blanks are one gap, which
    comes before all. For sorting by more than one text: `(primary_key(heading), date, title, key)`.
    """
    own = _script_of(language)
    key: list[int] = []
    gap = False
    for char in _folded(text):
        for script, weight in _weights(char):
            if script == "":
                gap = bool(key)
                continue
            if gap:
                key.append(_GAP)
                gap = False
            key.append((_rank(script, own) << 21) + weight + 1)
    return tuple(key)


def _script_of(language: str) -> str:
    """The script a language is written in: named in its tag, known, or else Latin."""
    first, *subtags = language.lower().split("-")
    named = [_SUBTAGS[subtag] for subtag in subtags if subtag in _SUBTAGS]
    return named[0] if named else _SCRIPT_OF.get(first, "LATIN")


def _rank(script: str, own: str) -> int:
    if script == own:
        return _OWN
    return {"DIGIT": _DIGITS, "LATIN": _LATIN, "CYRILLIC": _FOREIGN_CYRILLIC}.get(script, _OTHERS)


def _folded(text: str) -> str:
    """Without case, and composed, so that `й` is one letter."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


@cache
def _weights(char: str) -> tuple[tuple[str, int], ...]:
    """Script and place in it for each letter that a folded character stands for; no script for a gap."""
    if (place := _CYRILLIC.find(char)) >= 0:
        return (("CYRILLIC", place),)
    if _is_ignored(char):
        return ()
    return tuple(_weight(c) for base in without_accents(char) for c in PLAIN.get(base, base))


def _weight(char: str) -> tuple[str, int]:
    if char.isdecimal():
        return "DIGIT", unicodedata.decimal(char)
    if not char.isalnum():
        return "", 0
    if (place := _CYRILLIC.find(char)) >= 0:
        return "CYRILLIC", place
    return unicodedata.name(char, "").partition(" ")[0] or "UNNAMED", ord(char)


def _is_ignored(char: str) -> bool:
    """Apostrophes, the signs that transliteration writes for `ь` and `ъ`, accents, soft hyphens, joiners."""
    return (
        char in _APOSTROPHES
        or "\u02b0" <= char <= "\u02ff"
        or unicodedata.category(char) in {"Mn", "Me", "Cf"}
    )
