"""What TOML and YAML have in common: single values and their forms."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.texts import Texts
from sitegen.schema import day_of, orcid_of, shown, unworded


@given(st.text("0123456789", min_size=15, max_size=15))
@settings(derandomize=True, deadline=None, max_examples=50)
def test_of_each_orcid_one_check_digit_is_right(digits: str) -> None:
    groups = f"{digits[:4]}-{digits[4:8]}-{digits[8:12]}-{digits[12:]}"
    assert sum(orcid_of(groups + last) is not None for last in "0123456789X") == 1


@given(st.integers(0, 14), st.integers(1, 9))
@settings(derandomize=True, deadline=None, max_examples=50)
def test_no_single_wrong_digit_passes_as_an_orcid(index: int, step: int) -> None:
    digits = list("000000021825009")
    digits[index] = str((int(digits[index]) + step) % 10)
    text = "".join(digits)
    assert orcid_of(f"{text[:4]}-{text[4:8]}-{text[8:12]}-{text[12:]}7") is None


@pytest.mark.parametrize("text", ["0000-0002-1694-233X", "https://orcid.org/0000-0002-1694-233X"])
def test_an_orcid_may_have_its_address_and_end_in_x(text: str) -> None:
    assert orcid_of(text) == "0000-0002-1694-233X"


@given(st.dates())
@settings(derandomize=True, deadline=None, max_examples=50)
def test_a_day_is_read_as_it_is_written(day: date) -> None:
    assert day_of(day.isoformat()) == day


@pytest.mark.parametrize("text", ["20241115", "2024-W46-5", "2024-02-30", "0000-01-01", "٢٠٢٤-١١-١٥", ""])
def test_what_is_no_day(text: str) -> None:
    assert day_of(text) is None


@pytest.mark.parametrize(
    ("texts", "missing"),
    [
        (Texts(), ()),
        (Texts((("", "A"),)), ("ru",)),
        (Texts((("ru", "Б"),)), ("de",)),
        (Texts((("de", "A"), ("ru", "Б"))), ()),
    ],
)
def test_the_languages_that_a_text_lacks(texts: Texts, missing: tuple[str, ...]) -> None:
    assert unworded(texts, ("de", "ru")) == missing


def test_a_long_text_is_shown_shortened() -> None:
    assert (shown("a" * 60), shown("a" * 61)) == ("a" * 60, "a" * 59 + "…")
