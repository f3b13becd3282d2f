"""Latin letters that Unicode does not decompose, though they are a plain letter with a stroke, or two."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

PLAIN: Mapping[str, str] = MappingProxyType(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ħ": "h", "ı": "i", "ŋ": "n", "ŧ": "t", "ĸ": "k", "ɨ": "i", "ə": "e", "ƶ": "z", "ǥ": "g",
    }
)  # fmt: skip
"""Small letters only."""


def without_accents(char: str) -> str:
    """One character without its accents; signs of compatibility (`ﬁ`, `²`, `Ａ`) become plain ones."""
    return "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c))
