"""Personal and corporate names, as BibTeX and BibLaTeX write them (citations.md, section 1)."""

from __future__ import annotations

import re
from itertools import pairwise

from sitegen.bibliography.latex import plain
from sitegen.values import dataclass

_SPLIT = re.compile(r"[{}]|\s+and(?=\s)|\s+and$|^and(?=\s)", re.IGNORECASE)
_COMMA = re.compile(r"[{},]")
_WORD = re.compile(r"[{}]|[\s~]+")
_KEYED = re.compile(
    r"\s*(family|given|prefix|suffix|given-i|prefix-i|family-i|useprefix|id)\s*=\s*(.*)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Name:
    """A person; or a corporate body, which has only a family name.

    `prefix` is the particle (`van der`): part of the shown family name, not of its sort key.
    """

    family: str
    given: str = ""
    prefix: str = ""
    suffix: str = ""
    corporate: bool = False

    @property
    def surname(self) -> str:
        """The shown family name."""
        return f"{self.prefix} {self.family}" if self.prefix else self.family


@dataclass(frozen=True, slots=True)
class Names:
    """The persons of one role; `others` says that there are more (`and others`)."""

    people: tuple[Name, ...] = ()
    others: bool = False

    def __bool__(self) -> bool:
        return bool(self.people)


NO_NAMES = Names()


class InvalidNameError(ValueError):
    """A name that cannot be read; its argument is the name as written."""


def parse_names(value: str) -> Names:
    """All names of a field. Raises InvalidNameError at the first that is none."""
    written = split_names(value)
    others = bool(written) and written[-1].casefold() == "others"
    return Names(tuple(parse_name(name) for name in written[: -1 if others else None]), others)


def split_names(value: str) -> list[str]:
    """The names as written, between the words `and` that stand outside of braces."""
    return [name.strip() for name in _outside(value, _SPLIT)]


def parse_name(text: str) -> Name:
    """One name, as written. Raises InvalidNameError."""
    if is_braced(text):
        return Name(plain(text[1:-1]).strip(), corporate=True)
    parts = [part.strip() for part in _outside(text, _COMMA)]
    if all(_KEYED.match(part) for part in parts):
        return _keyed(parts, text)
    if len(parts) > 3 or not parts[0]:
        raise InvalidNameError(text)
    if len(parts) == 1:
        return _unsorted(parts[0])
    prefix, family = _particle(_words(parts[0]))
    given, suffix = (parts[1], "") if len(parts) == 2 else (parts[2], parts[1])
    return Name(family, plain(given), prefix, plain(suffix))


def is_braced(text: str) -> bool:
    """Whether one pair of braces holds the whole name."""
    if not (text.startswith("{") and text.endswith("}")):
        return False
    depth = 0
    for position, sign in enumerate(text):
        depth += (sign == "{") - (sign == "}")
        if depth == 0:
            return position == len(text) - 1
    return False


def _keyed(parts: list[str], text: str) -> Name:
    """BibLaTeX's `family=Berg, given=Jan, prefix=van der`."""
    values: dict[str, str] = {}
    for part in parts:
        match = _KEYED.match(part)
        if match:
            values[match[1]] = plain(match[2].strip().strip('"'))
    if not values.get("family"):
        raise InvalidNameError(text)
    return Name(values["family"], values.get("given", ""), values.get("prefix", ""), values.get("suffix", ""))


def _unsorted(text: str) -> Name:
    """`Jan van der Berg`: what stands before the first small word is given, the last is family."""
    words = _words(text)
    if not words:
        raise InvalidNameError(text)
    small = [number for number, word in enumerate(words[:-1]) if _is_small(word)]
    first = small[0] if small else len(words) - 1
    prefix, family = _particle(words[first:])
    return Name(family, " ".join(words[:first]), prefix)


def _particle(words: list[str]) -> tuple[str, str]:
    """Particle and family name: the particle ends with the last small word before the last word."""
    small = [number for number, word in enumerate(words[:-1]) if _is_small(word)]
    if not small or not _is_small(words[0]):
        return "", " ".join(words)
    end = small[-1] + 1
    return " ".join(words[:end]), " ".join(words[end:])


def _is_small(word: str) -> bool:
    letter = next((sign for sign in word if sign.isalpha()), "")
    return letter.islower()


def _words(text: str) -> list[str]:
    return [plain(word) for word in _outside(text, _WORD) if word]


def _outside(text: str, pattern: re.Pattern[str]) -> list[str]:
    """Split at what the pattern finds outside of braces."""
    cuts = [(0, 0)]
    depth = 0
    for match in pattern.finditer(text):
        sign = match[0]
        if sign == "{":
            depth += 1
        elif sign == "}":
            depth -= 1
        elif depth == 0:
            cuts.append(match.span())
    cuts.append((len(text), len(text)))
    return [text[before[1] : after[0]] for before, after in pairwise(cuts)]
