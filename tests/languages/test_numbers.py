"""Numbers in running text: every language's notation reads as one value, and words for numbers are known."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen import languages
from sitegen.languages.numbers import plain
from sitegen.languages.spelt_numbers import is_spelt

LAWS = settings(max_examples=100, derandomize=True, deadline=None)

READ = [
    # language, text, values in their order
    ("de", "1.234,5 und 12.345 und 1234", "1234.5 12345 1234"),
    ("ru", "1\u00a0234,5 и 12 345 и 1234", "1234.5 12345 1234"),
    ("en", "1,234.5 and 12,345 and 1234", "1234.5 12345 1234"),
    ("de", "1.234.567,89", "1234567.89"),
    ("ru", "1 234 567,89", "1234567.89"),
    ("en", "1,234,567.89", "1234567.89"),
    ("de", "1’234 und 12\u202f345", "1234 12345"),
    ("de", "3,5 Mio. = 3.500.000", "3500000 3500000"),
    ("ru", "3,5 млн = 3 500 000 = 3,5 миллиона", "3500000 3500000 3500000"),
    ("en", "3.5 million = 3,500,000", "3500000 3500000"),
    ("de", "700 Tsd., 700 Tausend, 2 Mrd.", "700000 700000 2000000000"),
    ("ru", "700 тыс. человек, 700 тысяч, 2\nмиллиарда", "700000 700000 2000000000"),
    ("de", "2–3 Mio.", "2000000 3000000"),
    ("ru", "от 2 до 3 млн", "2000000 3000000"),
    ("de", "5 Prozent, 5 %", "5 5"),
    ("de", "24.02.2022, 24. Februar 2022, 24. 2. 2022", "24 2022 24 2022 24 2022"),
    ("ru", "2022-02-24, 24 февраля 2022 г., 24.02.", "2022 24 24 2022 24"),
    ("en", "24/02/2022, 02/24/2022, 24 February 2022", "24 2022 24 2022 24 2022"),
    ("de", "2022-02 und Februar 2022", "2022 2022"),
    ("de", "um 22.30 Uhr und 22:30, um 8:00", "22 30 22 30 8"),
    ("ru", "в 22:30 и в 22.30", "22 30 22 30"),
    ("de", "2018–2023, 2018-23, 2022/23, 1999/00", "2018 2023 2018 2023 2022 2023 1999 2000"),
    ("ru", "18–72 года, 18-72", "18 72 18 72"),
    ("de", "die 1990er, 50-jährig, am 17.", "1990 50 17"),
    ("ru", "1990-х, 50-летний, 17-й", "1990 50 17"),
    ("de", "-5 Grad, −7 Grad, minus 3 Grad, (-8)", "-5 -7 -3 -8"),
    ("ru", "минус 3, −3", "-3 -3"),
    ("de", "5 –7", "5 7"),
    ("de", "½, 3½ und ¾", "0.5 3.5 0.75"),
    ("de", "COVID-19, G7, Т-34", ""),
    ("de", "007 und 3,50", "7 3.5"),
    ("de", "3.5 %, 22.30 %, Abschnitt 3.2", "3.5 22.3 3.2"),
    ("ru", "24 февраля 2022 100 000 человек", "24 2022 100000"),
    ("de", "keine Zahl", ""),
    ("de", "1/3 der Leute, 2/3, ¼", "0.333 0.667 0.25"),
    ("de", "Heft 1/2, 24/7", "1 2 24 7"),
    ("ru", "+7 495 123-45-67, +7 (495) 123-45-67, 8 (495) 123-45-67", " ".join(["+74951234567"] * 3)),
    ("de", "+49 (0)30 1234567, +49 30 123 45 67, +1 000 000", "+49301234567 +49301234567 1000000"),
    ("de", "6-10 Jahre, 100-200-300", "6 10 100 200 300"),
]


@pytest.mark.parametrize(("language", "text", "values"), READ)
def test_values(language: str, text: str, values: str) -> None:
    assert [one.value for one in languages.get(language).numbers(text)] == values.split()


PLACES = [
    ("de", "etwa 3,5 Mio. Menschen", ["3,5 Mio."]),
    ("de", "am 24.02.2022 um 22:30", ["24", "2022", "22", "30"]),
    ("ru", "всего 1\u00a0234,5 (−7)", ["1\u00a0234,5", "−7"]),
    ("de", "minus 3", ["minus 3"]),
]


@pytest.mark.parametrize(("language", "text", "stretches"), PLACES)
def test_places(language: str, text: str, stretches: list[str]) -> None:
    found = languages.get(language).numbers(text)
    assert [text[one.start : one.end] for one in found] == stretches


MONTHS = [
    ("de", "am 17.7.2024, 17.07.24, 17.07., 17. Juli 2024, 2024-07-17", 5),
    ("ru", "17 июля 2024, 17.07.2024", 2),
    ("en", "17 July 2024, 07/17/2024, 17/07/2024", 3),
    ("de", "17 Leute, der 17. Juliabend, 3.7 %", 0),
]


@pytest.mark.parametrize(("language", "text", "days"), MONTHS)
def test_a_day_has_its_month(language: str, text: str, days: int) -> None:
    found = [(one.value, one.month) for one in languages.get(language).numbers(text) if one.month]
    assert found == [("17", 7)] * days


@pytest.mark.parametrize(
    ("language", "text", "doubtful"),
    [
        ("de", "bei -5 Grad", False),
        ("de", "bei −5 Grad", False),
        ("de", "bei –5 Grad", True),
        ("de", "-5 Grad", True),
        ("de", "5 Grad unter null", True),
        ("ru", "5 градусов мороза", True),
        ("ru", "5 градусов", False),
    ],
)
def test_a_minus_may_be_a_dash(language: str, text: str, doubtful: bool) -> None:  # noqa: FBT001  (a table)
    assert [one.doubtful for one in languages.get(language).numbers(text)] == [doubtful]


@LAWS
@given(
    language=st.sampled_from(("de", "ru", "en")),
    whole=st.integers(-(10**12), 10**12),
    places=st.text("0123456789", max_size=4),
)
def test_a_value_survives_being_set(language: str, whole: int, places: str) -> None:
    value = f"{whole}.{places}" if places else str(whole)
    tongue = languages.get(language)
    found = tongue.numbers(f"a {tongue.number(value)} b")
    assert [one.value for one in found] == [plain(value)]


@LAWS
@given(
    text=st.text("0123456789.,:-–/ \u00a0½MioабTsd", max_size=60),
    language=st.sampled_from(("de", "ru", "en")),
)
def test_places_are_in_order_and_in_the_text(text: str, language: str) -> None:
    found = languages.get(language).numbers(text)
    edges = [edge for one in found for edge in (one.start, one.end)]
    assert edges == sorted(edges)
    assert all(one.start < one.end <= len(text) for one in found)


SPELT = [
    ("de", "zwei Fragen", "2"),
    ("de", "mit zweien, zum zweiten Mal, zweimal, zweijährig", "2"),
    ("de", "Fünfundzwanzig", "25"),
    ("de", "das 20. bis XXI. Jahrhundert", "21"),
    ("de", "fünfundzwanzigjährige", "25"),
    ("de", "im zwanzigsten Jahrhundert", "20"),
    ("de", "dreißig oder dreissig", "30"),
    ("de", "anderthalb Millionen", "1500000"),
    ("de", "zweihundertfünfzig", "250"),
    ("de", "fünftausend", "5000"),
    ("de", "die Hälfte", "50"),
    ("de", "ein Dutzend", "12"),
    ("ru", "два вопроса", "2"),
    ("ru", "двумя, двое, второго, двухлетний", "2"),
    ("ru", "двадцати пяти", "25"),
    ("ru", "двадцать пятый", "25"),
    ("ru", "пятидесятилетний", "50"),
    ("ru", "XX век", "20"),
    ("ru", "с тремя детьми, трёх, трое", "3"),
    ("ru", "полтора миллиона", "1500000"),
    ("ru", "двадцать пять тысяч", "25000"),
    ("ru", "трёмстам", "300"),
    ("ru", "половина", "0.5"),
    ("ru", "две трети", "0.667"),
    ("ru", "пятая часть", "0.2"),
    ("ru", "впервые", "1"),
    ("de", "erstmals", "1"),
    ("ru", "около полусотни", "50"),
    ("de", "ein halbes Hundert", "50"),
    ("en", "two questions, twice, second", "2"),
    ("en", "twenty-five", "25"),
    ("en", "three hundred", "300"),
]


@pytest.mark.parametrize(("language", "text", "value"), SPELT)
def test_words_for_numbers(language: str, text: str, value: str) -> None:
    assert is_spelt(value, languages.get(language).spelt_values(text))


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "zwei Fragen", "3"),
        ("de", "zwanzig Fragen", "25"),
        ("de", "zwei Millionen", "2000"),
        ("ru", "двадцать вопросов", "25"),
        ("ru", "дважды", "20"),
        ("en", "tent", "10"),
    ],
)
def test_other_words_are_none(language: str, text: str, value: str) -> None:
    assert not is_spelt(value, languages.get(language).spelt_values(text))


@pytest.mark.parametrize("language", ["de", "ru", "en"])
def test_every_number_below_a_hundred_has_words(language: str) -> None:
    words = set().union(*languages.get(language).number_words.spelt().values())
    assert [value for value in range(1, 101) if not is_spelt(str(value), words)] == []


@pytest.mark.parametrize(
    "text", ["9" * 100_000, "1.234" * 20_000, "1 000 " * 20_000, "12.12." * 20_000, "- " * 50_000]
)
def test_long_texts_are_read(text: str) -> None:
    for language in ("de", "ru", "en"):
        found = languages.get(language).numbers(text)
        assert len(found) <= len(text)
