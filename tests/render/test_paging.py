"""Laws of long lists over several pages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render.paging import SIZE, items_of, numbers, page_count, page_of, page_output
from tests.render.cited import pages
from tests.site.dom import text


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.integers(0, 5 * SIZE))
def test_every_item_stands_on_exactly_one_page_in_its_order(count: int) -> None:
    items = range(count)
    parts = [items_of(items, number) for number in range(1, page_count(count) + 1)]
    assert [item for part in parts for item in part] == list(items)
    assert all(len(part) <= SIZE for part in parts)
    assert all(page_of(item) == number for number, part in enumerate(parts, 1) for item in part)
    assert all(parts) or count == 0


@settings(derandomize=True, max_examples=60, deadline=None)
@given(st.integers(1, 300), st.data())
def test_a_pager_names_the_ends_and_the_neighbours_and_stays_short(count: int, data: st.DataObject) -> None:
    current = data.draw(st.integers(1, count))
    named = list(numbers(current, count))
    real = [number for number in named if number]
    assert real == sorted(set(real))
    assert {1, current, count} <= set(real)
    assert {max(1, current - 1), min(count, current + 1)} <= set(real)
    assert len(named) <= 9
    gaps = [(one, other) for one, zero, other in zip(named, named[1:], named[2:], strict=False) if not zero]
    assert all(other - one > 1 for one, other in gaps)


@pytest.mark.parametrize(
    ("current", "count", "named"),
    [
        (1, 1, [1]),
        (2, 3, [1, 2, 3]),
        (1, 9, [1, 2, 3, 0, 9]),
        (5, 9, [1, 0, 3, 4, 5, 6, 7, 0, 9]),
        (9, 9, [1, 0, 7, 8, 9]),
    ],
)
def test_what_a_pager_names(current: int, count: int, named: list[int]) -> None:
    assert list(numbers(current, count)) == named


def test_the_first_page_has_the_name_of_the_list() -> None:
    assert page_output("de/voices.html", 1) == "de/voices.html"
    assert page_output("de/voices.html", 12) == "de/voices.12.html"


def test_the_switch_of_a_list_leads_to_the_nearest_page_of_the_other_edition() -> None:
    quote, years = "::: {{.quote #a{} speaker=Eva{}}}\nWort.\n:::\n", {1: " date=2021", 2: " date=2022"}
    german = "\n".join(quote.format(number, years.get(number, "")) for number in range(SIZE + 1))
    found = pages(german, quote.format(2, years[2]))
    switches = {
        "voices.2.html": "ru/voices.html",
        "voices/chapter-01-beispiel.2.html": "ru/voices/chapter-01-beispiel.html",
        "voices/year-2022.html": "ru/voices/year-2022.html",
        "voices/year-2021.html": "ru/voices.html",
    }
    for output, other in switches.items():
        (link,) = found[f"de/{output}"].one("nav", class_="languages").iter("a")
        assert (link.attrib["href"].replace("../", ""), text(link)) == (other, "Русский")
