"""links.lock: read back as it was written, and every other line is a finding."""

from __future__ import annotations

import tomllib
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.links_lock import LinksLock, Remembered, links_lock_text, read_links_lock
from sitegen.source import Source

DAY = date(2024, 11, 15)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
texts = st.sampled_from(["", "https://kurier.org/neu", 'https://kurier.org/"\\\u202e', "gone"])
entries = st.builds(
    Remembered,
    st.sampled_from(["ok", "dead", "unsure", "not checked"]),
    st.one_of(st.none(), st.integers(100, 999)),
    texts,
    days,
    texts,
    texts,
    texts,
    st.one_of(st.none(), days),
)
urls = st.sampled_from(
    ["https://kurier.org/", "https://kurier.org/a#b", "http://президент.рф/я", "mailto:a@b.org"]
)
locks = st.dictionaries(urls, entries, max_size=4).map(LinksLock().with_entries)


def lock_of(text: str) -> tuple[LinksLock, list[int]]:
    lock, found = read_links_lock(Source.of("links.lock", text))
    assert {one.code for one in found} <= {"EXT008"}
    return lock, [one.span.line for one in found]


@settings(derandomize=True, deadline=None, max_examples=40)
@given(locks)
def test_it_is_read_as_it_was_written(lock: LinksLock) -> None:
    text = links_lock_text(lock)
    assert lock_of(text) == (lock, [])
    tomllib.loads(text)
    assert text.split("\n")[1:] == sorted(
        text.split("\n")[1:], key=lambda line: (not line, line.split('"')[1:2])
    )


@settings(derandomize=True, deadline=None, max_examples=80)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    assert lock_of(text)[0].entries == {}


LINE = '"https://kurier.org/a" = { result = "ok", status = 200, date = 2024-11-15 }'


def test_a_collision_is_told_and_the_later_day_counts() -> None:
    later = LINE.replace("2024-11-15", "2024-11-20").replace('"ok", status = 200', '"dead", status = 404')
    lock, lines = lock_of(f"# Kopf\n<<<<<<< HEAD\n{later}\n=======\n{LINE}\n>>>>>>> neu\n")
    assert lines == [2, 4, 6]
    known = lock.get("https://kurier.org/a")
    assert known is not None
    assert (known.result, known.date) == ("dead", date(2024, 11, 20))


def test_lines_of_another_form() -> None:
    for wrong in (
        LINE.replace("200", '"200"'), LINE.replace('"ok"', '"gut"'),
        LINE.replace("2024-11-15", '"2024-11-15"'),
        LINE.replace("date =", "tag ="), LINE.replace("200", "true"), '"https://kurier.org/a" = 1', "[a]",
        LINE.replace("2024-11-15", "2024-11-15T10:00:00"), LINE.replace("{", "{ wer = 'x',"),
    ):  # fmt: skip
        assert lock_of(wrong) == (LinksLock(), [1])


def test_addresses_are_found_however_they_are_spelt_and_anchors_count() -> None:
    lock, _ = lock_of(LINE)
    assert lock.get("HTTPS://Kurier.org:443/x/../a") == Remembered("ok", 200, "", DAY)
    assert lock.get("https://kurier.org/a#b") is None
    assert lock.get("https://[") is None


def test_secrets_are_not_written_and_such_addresses_never_fresh() -> None:
    url = "https://anna:geheim@kurier.org/a?token=abc"
    entry = Remembered("dead", 404, "https://kurier.org/login?token=abc", DAY, "gone")
    text = links_lock_text(LinksLock().with_entries({url: entry}))
    assert "geheim" not in text
    assert "abc" not in text
    lock, _ = lock_of(text)
    assert lock.get(url) is not None
    assert lock.fresh(url, DAY) is None


def test_without_a_file_nothing_is_known() -> None:
    assert read_links_lock(None) == (LinksLock(), ())
