"""German."""

from __future__ import annotations

import re

from sitegen.languages.language import NBSP, Language, Marks, Numerals, gender_table
from sitegen.languages.numbers_de import WORDS
from sitegen.languages.terms import Terms
from sitegen.languages.typography_rules import GERMAN
from sitegen.model.quote import Age

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip

_PERSON = "(?<=er|nt|st|ur|or|at|ge)"
GENDER_FORMS = re.compile(
    r"(?=[*:_/I\\])(?:"  # what follows takes four times as long where nothing is found
    r"(?<=[a-zäöüß])\\?(?:[*:_]|/-?)(?=innen)"
    r"|(?<=[a-zäöüß])\\?(?:\*|/-?)(?=in(?![^\W\d_]))"
    rf"|{_PERSON}\\?[:_](?=in(?![^\W\d_]))"
    rf"|{_PERSON}I(?=nnen|n(?![^\W\d_]))"
    r")"
)
"""`Leser*innen`, `Leser:in`, `Leser_in`, `Leser/-in`, `LeserInnen`."""
GENDER_HINTS = ("*in", ":in", "_in", "/in", "/-in", "eIn", "rIn", "tIn")


def _age(age: Age) -> str:
    if age.high is None:
        return f"{age.low}{NBSP}{'Jahr' if age.low == 1 else 'Jahre'} oder älter"
    if age.low != age.high:
        return f"{age.low}–{age.high}{NBSP}Jahre"
    return f"{age.low}{NBSP}{'Jahr' if age.low == 1 else 'Jahre'}"


def _day(day: int, month: str, year: int) -> str:
    return f"{day}.{NBSP}{month} {year}"


def _month(month: str, year: int) -> str:
    return f"{month} {year}"


LANGUAGE = Language(
    tag="de",
    name="Deutsch",
    script="Latin",
    og_locale="de_DE",
    marks=Marks(outer=("„", "“"), inner=("‚", "‘"), apostrophe="’", dash="–"),
    numerals=Numerals(group=".", group_from=5, decimal=","),
    typography=GERMAN,
    gender_words=gender_table(
        female="weiblich | w | Frau | f",
        male="männlich | m | Mann",
        diverse="divers | d | nichtbinär",
        undisclosed="k. A. | k.A. | keine Angabe",
    ),
    gender_labels={
        "female": "weiblich",
        "male": "männlich",
        "diverse": "divers",
        "undisclosed": "Geschlecht nicht angegeben",
    },
    months=MONTHS,
    months_of_day=MONTHS,
    age=_age,
    day=_day,
    month=_month,
    gender_forms=GENDER_FORMS,
    gender_hints=GENDER_HINTS,
    number_words=WORDS,
)

TERMS = Terms(
    others=f"u.{NBSP}a.",
    editors="(Hrsg.)",
    edited_by="hrsg. von",
    inside="In:",
    here="hier",
    ibid="Ebd.",
    no_date=f"o.{NBSP}J.",
    circa="ca.",
    version="Version",
    edition=f"{{}}.{NBSP}Aufl.",
    ordinals=("", "", "", ""),
    pages_total=f"{{}}{NBSP}S.",
    day="{}.",
    seasons=("Frühjahr", "Sommer", "Herbst", "Winter"),
    accessed="abgerufen am {}",
    accessed_month="abgerufen im {}",
    accessed_year="abgerufen {}",
    archived="archiviert am {}",
    next_page="f.",
    next_pages="ff.",
    labels={
        "page": "S.",
        "chapter": "Kap.",
        "paragraph": "Abs.",
        "figure": "Abb.",
        "table": "Tab.",
        "volume": "Bd.",
        "note": "Anm.",
        "section": "§",
        "number": "Nr.",
    },
    spellings={
        "page": ("s", "seite", "seiten"),
        "chapter": ("kap", "kapitel"),
        "paragraph": ("abs", "absatz"),
        "figure": ("abb", "abbildung"),
        "table": ("tab", "tabelle"),
        "volume": ("bd", "band"),
        "note": ("anm", "anmerkung", "fn", "fußnote"),
        "section": ("§", "§§"),
    },
    types={
        "phdthesis": "Dissertation",
        "mathesis": "Masterarbeit",
        "bathesis": "Bachelorarbeit",
        "techreport": "Bericht",
    },
)
