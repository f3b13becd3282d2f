"""Russian."""

from __future__ import annotations

from sitegen.languages.language import NBSP, Language, Marks, Numerals, gender_table
from sitegen.languages.numbers_ru import WORDS
from sitegen.languages.terms import Terms
from sitegen.languages.typography_rules import RUSSIAN
from sitegen.model.quote import Age

MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
MONTHS_OF_DAY = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip


def years(number: int) -> str:
    """The word for years after a number: 1 год, 2 года, 5 лет, 11 лет, 21 год."""
    if 11 <= number % 100 <= 14 or number % 10 == 0 or number % 10 >= 5:
        return "лет"
    return "год" if number % 10 == 1 else "года"


def _age(age: Age) -> str:
    if age.high is None:
        return f"{age.low}{NBSP}{years(age.low)} и старше"
    shown = str(age.low) if age.low == age.high else f"{age.low}–{age.high}"
    return f"{shown}{NBSP}{years(age.high)}"


def _day(day: int, month: str, year: int) -> str:
    return f"{day}{NBSP}{month} {year}{NBSP}г."


def _month(month: str, year: int) -> str:
    return f"{month} {year}{NBSP}г."


LANGUAGE = Language(
    tag="ru",
    name="Русский",
    script="Cyrillic",
    og_locale="ru_RU",
    marks=Marks(outer=("«", "»"), inner=("„", "“"), apostrophe="’", dash="—", stop_after_closing=True),
    numerals=Numerals(group=NBSP, group_from=5, decimal=","),
    typography=RUSSIAN,
    gender_words=gender_table(
        female="женщина | женский | жен | ж",
        male="мужчина | мужской | муж | м",
        diverse="другой | другое | небинарный",
        undisclosed="не указан | не указано | н/д",
    ),
    gender_labels={
        "female": "женщина",
        "male": "мужчина",
        "diverse": "другой гендер",
        "undisclosed": "гендер не указан",
    },
    months=MONTHS,
    months_of_day=MONTHS_OF_DAY,
    age=_age,
    day=_day,
    month=_month,
    number_words=WORDS,
)

TERMS = Terms(
    others=f"и{NBSP}др.",
    editors="(ред.)",
    edited_by="ред.",
    inside="В кн.:",
    here="здесь",
    ibid="Там же.",
    no_date=f"б.{NBSP}г.",
    circa="ок.",
    version="Версия",
    edition=f"{{}}-е{NBSP}изд.",
    ordinals=("", "", "", ""),
    pages_total=f"{{}}{NBSP}с.",
    day="{}",
    seasons=("Весна", "Лето", "Осень", "Зима"),
    accessed="дата обращения: {}",
    accessed_month="дата обращения: {}",
    accessed_year="дата обращения: {}",
    archived="архивная копия: {}",
    next_page="",
    next_pages=f"и{NBSP}след.",
    labels={
        "page": "с.",
        "chapter": "гл.",
        "paragraph": "абз.",
        "figure": "рис.",
        "table": "табл.",
        "volume": "т.",
        "note": "примеч.",
        "section": "§",
        "number": "№",
    },
    spellings={
        "page": ("с", "сс", "c", "стр", "страница", "страницы"),
        "chapter": ("гл", "глава"),
        "paragraph": ("абз", "абзац"),
        "figure": ("рис", "рисунок"),
        "table": ("табл", "таблица"),
        "volume": ("т", "том"),
        "note": ("прим", "примеч", "примечание", "сноска"),
        "section": ("§", "§§"),
    },
    types={
        "phdthesis": "дис.",
        "mathesis": "магистерская дис.",
        "bathesis": "выпускная квалификационная работа",
        "techreport": "отчёт",
    },
    gost=True,
    suffixes="абвгдежзиклмнопрстуфхцчшщэюя",
)
