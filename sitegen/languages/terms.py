"""The words a bibliography needs in one language: `S.`, `Hrsg.`, `abgerufen am` (citations.md).

A language module holds them as its constant `TERMS`. A language without them is served by English.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Terms:
    """Words of references in one language; `{}` stands for what is filled in, U+00A0 stands where
    a line may not break.

    `others` is the sign for further names; `edited_by` stands before editors' names, `editors`
    after them. `ordinals` are the endings of 1, 2, 3 and any other number in `edition`. `accessed`
    and `archived` take a whole day, `accessed_month` and `accessed_year` what is less exact.
    `next_page` is the sign for one more page (empty: written as a range), `next_pages` for several.
    `labels` gives a kind of locator its label
    within a sentence, `spellings` every way to type it, in small letters and without the dot.
    `gost`: a bibliography of this language follows GOST R 7.0.5, any other DIN ISO 690.
    `types` names kinds of theses and reports; `suffixes` are the letters that part works of a year.
    """

    others: str
    editors: str
    edited_by: str
    inside: str
    here: str
    ibid: str
    no_date: str
    circa: str
    version: str
    edition: str
    ordinals: tuple[str, str, str, str]
    pages_total: str
    day: str
    seasons: tuple[str, str, str, str]
    accessed: str
    accessed_month: str
    accessed_year: str
    archived: str
    next_page: str
    next_pages: str
    labels: Mapping[str, str]
    spellings: Mapping[str, tuple[str, ...]]
    types: Mapping[str, str]
    gost: bool = False
    suffixes: str = "abcdefghijklmnopqrstuvwxyz"
