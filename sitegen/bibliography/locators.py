"""Locators: places in a source, as typed in any language (citations.md, section 5, Locators)."""

from __future__ import annotations

import re
from functools import cache

from sitegen.bibliography.vocabulary import all_terms
from sitegen.model.document import Locator

_ROMAN = r"(?:m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))"
_FOLLOWED = r"(?:ff?(?![^\W_])|и\s+сл)"  # `5ff.`, `5и след.`
_NO_MORE = rf"(?!(?!{_FOLLOWED})[^\W_])"
_LETTER = rf"(?:(?!{_FOLLOWED})[a-zа-яё])?"
_NUMBER = rf"(?:[^\W\d_]{{0,3}}-?\d+(?:\.\d+)*{_LETTER}{_NO_MORE}|(?=[ivxlcdm])(?i:{_ROMAN})(?![^\W_]))"
_RANGE = rf"{_NUMBER}(?:\s*(?:--?-?|–|—)\s*{_NUMBER})?"
_FOLLOWING = r"(?:\s*(?:ff?|и\s+след|и\s+сл|след)(?![^\W_])\.?)"
_NO_LABEL = r"(?![^\W\d_]+(?:\.\s*|\s+)\d)"  # a label may look like a Roman number: `Bd. 2, c. 5`
_VALUE = re.compile(rf"{_RANGE}{_FOLLOWING}?(?:\s*,\s*{_NO_LABEL}{_RANGE}{_FOLLOWING}?)*", re.IGNORECASE)
_LABEL = re.compile(r"(§§?|[^\W\d_]+)(\.?)(\s*)")
_MARKUP = re.compile(r"""[*_`\[\]<>^\\"'„“«»]""")
_NEXT_WORD = re.compile(r"\s*\w")
_ABBREVIATED = re.compile(r"\.\s*\w")
_COMMA = re.compile(r"\s*,\s*")
_TAIL = re.compile(r"\s*(?:(ff)|(f)|и\s+след|и\s+сл|след)\.?$", re.IGNORECASE)
_RANGED = re.compile(rf"({_NUMBER})\s*(?:--?-?|–|—)\s*({_NUMBER})", re.IGNORECASE)


def split(text: str, languages: tuple[str, ...]) -> tuple[Locator | None, str]:
    """What follows a citation's key after its comma: the locator, and what is left as suffix.

    A label may be in any language, those of the publication first; after a comma another label
    goes on (`т. 2, с. 5`). Words that are no locator are one of no kind, taken as typed; with marks
    of emphasis, a link or quotation in them, a suffix.
    """
    text = text.strip()
    if not text:
        return None, ""
    kind, start = _labelled(text, 0, languages) or ("page", 0)
    match = _VALUE.match(text, start)
    if match is None:
        return (None, text) if _MARKUP.search(text) else (Locator("", text), "")
    more, end = _more(text, match.end(), languages)
    return Locator(kind, normal(match[0]), more), text[end:].lstrip()


def normal(value: str) -> str:
    """A value in its kept form: `5–7`, `S3–S4, 9`, `5 f.`, `5 ff.`; dashes within one label stay."""
    parts = []
    for part in _COMMA.split(value.strip()):
        tail = _TAIL.search(part)
        number = part[: tail.start()] if tail and tail.start() else part
        ranged = _RANGED.fullmatch(number)
        number = f"{ranged[1]}–{ranged[2]}" if ranged else number
        sign = "" if number == part or not tail else " f." if tail[2] else " ff."
        parts.append(number + sign)
    return ", ".join(parts)


def _more(text: str, end: int, languages: tuple[str, ...]) -> tuple[tuple[Locator, ...], int]:
    """The further places, each after a comma with a label of its own, and where the last one ends."""
    found: list[Locator] = []
    while comma := _COMMA.match(text, end):
        labelled = _labelled(text, comma.end(), languages)
        match = _VALUE.match(text, labelled[1]) if labelled else None
        if not labelled or not match or _is_prose(text, comma.end(), match):
            break
        found.append(Locator(labelled[0], normal(match[0])))
        end = match.end()
    return tuple(found), end


def _is_prose(text: str, start: int, value: re.Match[str]) -> bool:
    """What looks like a label and a value, but goes on as words: `с 2010 года`, `Anm. d. Red.`"""
    label = text[start : value.start()].strip()
    if len(label) == 1 and label.isalpha():
        return bool(_NEXT_WORD.match(text, value.end()))
    return value[0].isalpha() and len(value[0]) == 1 and bool(_ABBREVIATED.match(text, value.end()))


def _labelled(text: str, start: int, languages: tuple[str, ...]) -> tuple[str, int] | None:
    """The kind that a label at `start` names and where its value begins."""
    match = _LABEL.match(text, start)
    if match and (match[2] or match[3] or match[1].startswith("§")):
        kind = _spellings(languages).get(match[1].casefold())
        if kind and _VALUE.match(text, match.end()):
            return kind, match.end()
    return None


@cache
def _spellings(languages: tuple[str, ...]) -> dict[str, str]:
    """Every spelling of a label; what several languages share means what the first one says."""
    found: dict[str, str] = {}
    for terms in all_terms(languages):
        for kind, words in terms.spellings.items():
            for word in words:
                found.setdefault(word.casefold(), kind)
    return found
