"""Locators: places in a source, as typed in any language (citations.md, section 5, Locators)."""

from __future__ import annotations

import re
from functools import cache

from sitegen.bibliography.vocabulary import all_terms
from sitegen.model.document import Locator

_ROMAN = r"(?:m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3}))"
_NO_MORE = r"(?!(?!ff?(?![^\W_]))[^\W_])"  # but for the sign for pages that follow: `5ff.`
_LETTER = r"(?:(?!ff?(?![^\W_]))[a-z])?"
_NUMBER = rf"(?:[^\W\d_]{{0,3}}-?\d+(?:\.\d+)*{_LETTER}{_NO_MORE}|(?=[ivxlcdm])(?i:{_ROMAN})(?![^\W_]))"
_RANGE = rf"{_NUMBER}(?:\s*(?:--?-?|–|—)\s*{_NUMBER})?"
_FOLLOWING = r"(?:\s*(?:ff?|и\s+след|и\s+сл|след)(?![^\W_])\.?)"
_VALUE = re.compile(rf"{_RANGE}{_FOLLOWING}?(?:\s*,\s*{_RANGE}{_FOLLOWING}?)*", re.IGNORECASE)
_LABEL = re.compile(r"(§§?|[^\W\d_]+)(\.?)(\s*)")
_MARKUP = re.compile(r"""[*_`\[\]<>^\\"'„“«»]""")
_COMMA = re.compile(r"\s*,\s*")
_TAIL = re.compile(r"\s*(?:(ff)|(f)|и\s+след|и\s+сл|след)\.?$", re.IGNORECASE)
_RANGED = re.compile(rf"({_NUMBER})\s*(?:--?-?|–|—)\s*({_NUMBER})", re.IGNORECASE)


def split(text: str, languages: tuple[str, ...]) -> tuple[Locator | None, str]:
    """What follows a citation's key after its comma: the locator, and what is left as suffix.

    A label may be in any language, those of the publication first. Words that are no locator are
    one of no kind, taken as typed; with marks of emphasis, a link or quotation in them, a suffix.
    """
    text = text.strip()
    if not text:
        return None, ""
    kind, start = _kind(text, languages)
    match = _VALUE.match(text, start)
    if match is None:
        return (None, text) if _MARKUP.search(text) else (Locator("", text), "")
    return Locator(kind, normal(match[0])), text[match.end() :].lstrip()


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


def _kind(text: str, languages: tuple[str, ...]) -> tuple[str, int]:
    """The kind that a label names and where its value begins; a page where there is no label."""
    match = _LABEL.match(text)
    if match and (match[2] or match[3] or match[1].startswith("§")):
        kind = _spellings(languages).get(match[1].casefold())
        if kind and _VALUE.match(text, match.end()):
            return kind, match.end()
    return "page", 0


@cache
def _spellings(languages: tuple[str, ...]) -> dict[str, str]:
    """Every spelling of a label; what several languages share means what the first one says."""
    found: dict[str, str] = {}
    for terms in all_terms(languages):
        for kind, words in terms.spellings.items():
            for word in words:
                found.setdefault(word.casefold(), kind)
    return found
