"""The text that the search knows: what signs become, and what of a page is in it."""

from __future__ import annotations

import pytest

from sitegen.exports.search_text import JOINT, index_text

SIGNS = {
    "Kriegs\u00adgegner": "Kriegsgegner",
    "20\u00a0Jahre\u202falt": "20 Jahre alt",
    "null\u200bbreit\u2060es\ufeff": "nullbreites",
    " viele \n\t Zeilen ": "viele Zeilen",
    "Bu\u0308rger": "Bürger",
    "и\u0306од": "йод",
    "е\u0308лка": "ёлка",
    "ещё": "ещё",
    "Straße": "Straße",
    "Café": "Café",
    "Bürger*innen": "Bürger*innen",
    "Bürger:innen": "Bürger:innen",
    "Bürger/innen": "Bürger/innen",
    "Bürger_innen": f"Bürger{JOINT}innen",
    "читатель_ницы": f"читатель{JOINT}ницы",
    "Leser\u00ad_\u00adinnen": f"Leser{JOINT}innen",
    "ein_zwei_drei": f"ein{JOINT}zwei{JOINT}drei",
    "_betont_ und __init__": "_betont_ und __init__",
}


@pytest.mark.parametrize("text", SIGNS, ids=ascii)
def test_signs(text: str) -> None:
    assert index_text(text) == SIGNS[text]


@pytest.mark.parametrize("text", SIGNS, ids=ascii)
def test_a_text_of_the_index_stays_as_it_is(text: str) -> None:
    assert index_text(SIGNS[text]) == SIGNS[text]
