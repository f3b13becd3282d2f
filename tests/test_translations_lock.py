"""translations.lock: read back as it was written, and every other line is a finding."""

from __future__ import annotations

import tomllib

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.source import Source
from sitegen.translations_lock import Line, TranslationsLock, key, line, lock_text, read_lock

digests = st.text("0123456789abcdef", min_size=16, max_size=16)
names = st.sampled_from(["paragraph", "heading #geld", "quote #kein-geld", "head"])
stems = st.from_regex(r"[0-9]{2}-[\w-]{1,8}", fullmatch=True)
locks = st.dictionaries(
    st.tuples(stems, st.just("de"), st.sampled_from(["en", "ru", "uk-Latn"])),
    st.lists(st.builds(Line, names, digests, digests), min_size=1, max_size=6).map(sorted).map(tuple),
    max_size=4,
).map(TranslationsLock)


def lock_of(text: str) -> tuple[TranslationsLock, list[int]]:
    lock, found = read_lock(Source.of("translations.lock", text))
    assert {one.code for one in found} <= {"TRN001"}
    return lock, [one.span.line for one in found]


@settings(derandomize=True, deadline=None)
@given(locks)
def test_it_is_read_as_it_was_written(lock: TranslationsLock) -> None:
    text = lock_text(lock)
    assert lock_of(text) == (lock, [])
    tomllib.loads(text)


@settings(derandomize=True, deadline=None)
@given(st.text())
def test_any_text_is_read(text: str) -> None:
    lock, lines = lock_of(text)
    assert lock.lines == {}
    assert len(lines) <= len(Source.of("translations.lock", text).line_starts)


GOOD = lock_text(TranslationsLock({("01-a", "de", "ru"): (Line("paragraph", "0" * 16, "1" * 16),)}))


def test_a_collision_is_told_line_by_line_and_loses_nothing() -> None:
    """Both sides of a collision are kept: what one of them agreed on is agreed on."""
    entry = GOOD.split("\n")[4]
    other = entry.replace("1" * 16, "2" * 16)
    collided = GOOD.replace(entry, f"<<<<<<< HEAD\n{entry}\n=======\n{other}\n>>>>>>> neu")
    lock, lines = lock_of(collided)
    assert lines == [5, 7, 9]
    assert lock.agreed("01-a", "de", "ru") == (
        ("paragraph", "0" * 16, "1" * 16),
        ("paragraph", "0" * 16, "2" * 16),
    )


def test_pairs_are_found_in_either_order() -> None:
    lock = TranslationsLock({key("a", "ru", "de"): (line(("ru", "de"), "paragraph", ("r", "d")),)})
    assert lock.agreed("a", "de", "ru") == (("paragraph", "d", "r"),)
    assert lock.agreed("a", "ru", "de") == (("paragraph", "r", "d"),)
    assert lock.agreed("b", "ru", "de") == ()


def test_lines_that_stand_nowhere() -> None:
    assert lock_of(f'  "paragraph {"0" * 16} {"1" * 16}",\n')[1] == [1]
    assert lock_of('"de ru" = [\n]\n')[1] == [1]


def test_without_lines_there_is_no_file_to_speak_of() -> None:
    lock = TranslationsLock({("01-a", "de", "ru"): (Line("", "0" * 16, "1" * 16),)})
    assert lock.with_lines({("01-a", "de", "ru"): []}) == TranslationsLock()
    assert read_lock(None) == (TranslationsLock(), ())
