"""English."""

from __future__ import annotations

from sitegen.languages.language import NBSP, Language, Marks, Numerals, gender_table
from sitegen.languages.numbers_en import WORDS
from sitegen.languages.terms import Terms
from sitegen.languages.typography_rules import ENGLISH
from sitegen.model.quote import Age

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _age(age: Age) -> str:
    if age.high is None:
        return f"aged {age.low} or over"
    return f"aged {age.low}" if age.low == age.high else f"aged {age.low}–{age.high}"


def _day(day: int, month: str, year: int) -> str:
    return f"{day} {month} {year}"


def _month(month: str, year: int) -> str:
    return f"{month} {year}"


LANGUAGE = Language(
    tag="en",
    name="English",
    script="Latin",
    og_locale="en_GB",
    marks=Marks(outer=("“", "”"), inner=("‘", "’"), apostrophe="’", dash="–"),
    numerals=Numerals(group=",", group_from=4, decimal="."),
    typography=ENGLISH,
    gender_words=gender_table(
        female="woman | w | f",
        male="man | m",
        diverse="nonbinary | non-binary | other",
        undisclosed="not stated | n/a",
    ),
    gender_labels={
        "female": "woman",
        "male": "man",
        "diverse": "non-binary person",
        "undisclosed": "gender not stated",
    },
    months=MONTHS,
    months_of_day=MONTHS,
    age=_age,
    day=_day,
    month=_month,
    number_words=WORDS,
)

TERMS = Terms(
    others=f"et{NBSP}al.",
    editors="(eds.)",
    edited_by="ed. by",
    inside="In:",
    here="here",
    ibid="Ibid.",
    no_date=f"n.{NBSP}d.",
    circa="ca.",
    version="Version",
    edition=f"{{}}{{}}{NBSP}ed.",
    ordinals=("st", "nd", "rd", "th"),
    pages_total=f"{{}}{NBSP}p.",
    day="{}",
    seasons=("Spring", "Summer", "Autumn", "Winter"),
    accessed="accessed {}",
    accessed_month="accessed {}",
    accessed_year="accessed {}",
    archived="archived {}",
    next_page="",
    next_pages="ff.",
    labels={
        "page": "p.",
        "chapter": "ch.",
        "paragraph": "para.",
        "figure": "fig.",
        "table": "tab.",
        "volume": "vol.",
        "note": "n.",
        "section": "§",
        "number": "no.",
    },
    spellings={
        "page": ("p", "pp", "page", "pages"),
        "chapter": ("chap", "ch", "chapter"),
        "paragraph": ("para", "paras", "paragraph"),
        "figure": ("fig", "figs", "figure"),
        "table": ("tab", "tbl", "table"),
        "volume": ("vol", "vols", "volume"),
        "note": ("n", "nn", "note"),
        "section": ("§", "§§", "sec", "section"),
    },
    types={
        "phdthesis": "PhD thesis",
        "mathesis": "Master’s thesis",
        "bathesis": "Bachelor’s thesis",
        "techreport": "report",
    },
)
