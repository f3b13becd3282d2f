"""CIT005: which addresses in a text are those of a source (links.md, section 6)."""

from __future__ import annotations

import pytest

from tests.publications import CHAPTER, build

BIB = """\
@misc{seite, title = {Seite}, url = {https://example.org/a_b?x=1}, langid = {german}}
@article{doi, title = {Aufsatz}, journaltitle = {Heft}, doi = {10.5555/x}, langid = {german}}
@misc{kyrillisch, title = {Адрес}, url = {https://xn--d1abbgf6aiiy.xn--p1ai/}, langid = {russian}}
"""


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("A.[^n]\n\n[^n]: Siehe https://example.org/a_b?x=1.", ["seite"]),
        ("A.^[Siehe https://example.org/a_b?x=1.]", ["seite"]),
        ("A.[^n]\n\n[^n]: Siehe <https://example.org/a_b?x=1>.", ["seite"]),
        ("A.[^n]\n\n[^n]: HTTPS://Example.org:443/a_b?x=1#teil", ["seite"]),
        ("A.[^n]\n\n[^n]: https://doi.org/10.5555/x", ["doi"]),
        ("A.[^n]\n\n[^n]: https://президент.рф", ["kyrillisch"]),
        ("A.[^n]\n\n[^n]: https://example.org/a_b?x=1 und https://doi.org/10.5555/x", ["seite", "doi"]),
        ("A.[^n]\n\n[^n]: http://example.org/a_b?x=1", []),
        ("A.[^n]\n\n[^n]: https://example.org/a_b", []),
        ("A.[^n]\n\n[^n]: [Bericht](https://example.org/a_b?x=1)", []),
        ("A: https://example.org/a_b?x=1", []),
    ],
)
def test_addresses_in_footnotes(text: str, keys: list[str]) -> None:
    found = build({CHAPTER: text, "citations.bib": BIB}).diagnostics
    assert [dict(one.args)["key"] for one in found if one.code == "CIT005"] == keys
    assert {one.code for one in found} <= {"CIT003", "CIT005", "LNK003"}
