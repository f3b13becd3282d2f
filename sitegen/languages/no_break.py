"""No-break spaces: where a line must not end (typography.md, section 3).

Decided on a view of the text in which all spaces are alike, so that setting it again changes nothing.
"""

from __future__ import annotations

import re
from functools import cache

from sitegen.languages.quotation_marks import DOUBLE, OPAQUE, SINGLE
from sitegen.languages.typography_rules import Typography

NO_BREAK = "\u00a0"

_AROUND = "([{<–—-/" + "".join(sorted(DOUBLE | SINGLE)) + OPAQUE
_CLOSING = re.escape(".,;:!?…)]}" + "".join(sorted(DOUBLE | SINGLE)))
_SIGNS = frozenset("%‰°€$₽£₴")
_ROMAN = re.compile(r"[IVXLC]+(?!\w)")
_WORD = re.compile(r"[^\W\d_][\w*-]*\.?|[%‰°€$₽£₴]")
_DAY = re.compile(r"\d{1,2}\.")
_PART = re.compile(r"[^\W\d_]\.")
_WINDOW = 32
_CANDIDATE = re.compile(r" (?:(?<=[.\d§№IVXLC] )|(?=\d|[IVXLC]+(?!\w)))")


def set_spaces(typography: Typography, text: str) -> str:
    """Make the spaces that no line may end at U+00A0; a thin or narrow space becomes one anywhere."""
    text = text.replace("\u2009", NO_BREAK).replace("\u202f", NO_BREAK)
    if " " not in text:
        return text
    view = text.replace(NO_BREAK, " ")
    places = [found.start() for found in _fixed(typography).finditer(view)]
    places += [at.start() for at in _CANDIDATE.finditer(view) if _binds(typography, view, at.start())]
    if not places:
        return text
    characters = list(text)
    for place in places:
        characters[place] = NO_BREAK
    return "".join(characters)


@cache
def _fixed(typography: Typography) -> re.Pattern[str]:
    """The spaces that need no second look: beside dashes, ellipses and certain words."""
    ways = [rf"(?=[–—](?:[\s{_CLOSING}]|$))"]
    if typography.spaced_ellipsis:
        ways.append(rf"(?=…(?:[\s{_CLOSING}]|$))")
    if typography.dialogue:
        marks = "".join(sorted(DOUBLE | SINGLE)) + OPAQUE
        ways.append(rf"(?<=^{typography.dash} )(?=\S)|(?<=[{marks}]{typography.dash} )(?=\S)")
    if typography.particles:
        ways.append(rf"(?=(?i:{'|'.join(sorted(typography.particles, reverse=True))})(?![\w-]|(?<= \w)\.))")
    ways += [rf"(?:{_whole_word(words)})(?=[^\s])" for words in _by_length(typography.short_words)]
    plain = frozenset(word.capitalize() for word in typography.titles if "." not in word and len(word) > 3)
    ways += [rf"(?:{_whole_word(words)})(?=[A-ZÀ-ÖØ-ÞĀČŁŚŠŽЀ-Я])" for words in _by_length(plain)]
    return re.compile(" (?:" + "|".join(ways) + ")")
