"""The addresses of a style sheet: `url(…)` and `@import` (CSS Syntax Level 3, 4.3), in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r"(/\*)|(?i:(@import)[\t\n\f\r ]*+(?=[\"'])|(?<![\w-])(url)\([\t\n\f\r ]*+)|([\"'])")
_STRINGS = {
    '"': re.compile(r'"((?:[^"\\\n]|\\[\s\S])*+)"?'),
    "'": re.compile(r"'((?:[^'\\\n]|\\[\s\S])*+)'?"),
}
_BARE = re.compile(r"((?:[^\"'()\\\t\n\f\r ]|\\[^\n])*+)[\t\n\f\r ]*+\)")
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})[\t\n\f\r ]?|(\n)|([\s\S]))")


class Reference(NamedTuple):
    """An address with its offsets in the style sheet, and how it is written: `url()` or `@import`."""

    form: str
    address: str
    start: int
    end: int


@lru_cache(maxsize=16)
def references(style: str) -> tuple[Reference, ...]:
    """Every address but empty ones; none in comments and strings. The pages of a site hold the same few
    styles, which are read once.
    """
    return tuple(_references(style))


def _references(style: str) -> Iterator[Reference]:
    at = 0
    while token := _TOKEN.search(style, at):
        comment, imported, url, quote = token.groups()
        at = token.end()
        if comment:
            end = style.find("*/", at)
            at = end + 2 if end >= 0 else len(style)
            continue
        if quote:
            string = _STRINGS[quote].match(style, token.start())
            at = string.end() if string else at
            continue
        value = _STRINGS.get(style[at : at + 1], _BARE).match(style, at)
        if value:
            at = value.end()
            if value[1].strip():
                yield Reference(imported or f"{url}()", _unescaped(value[1]), value.start(1), value.end(1))


def _unescaped(value: str) -> str:
    return _ESCAPE.sub(_sign, value) if "\\" in value else value


def _sign(match: re.Match[str]) -> str:
    if match[1]:
        number = int(match[1], 16)
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return "" if match[2] else match[3]
