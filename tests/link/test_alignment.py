"""Which block answers which, and what goes stale: the laws, over chapters and edits of any kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from random import Random
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.build.pipeline import link_site
from sitegen.exports.agreement import agree
from sitegen.exports.translations import TranslationStatus, translation_statuses
from sitegen.link.alignment import align
from sitegen.model.document import BlockKind, BlockSource
from sitegen.model.publication import Publication
from sitegen.source import Source, Span
from sitegen.translations_lock import TranslationsLock, lock_text, read_lock
from sitegen.world import Memory
from tests.publications import BILINGUAL, TODAY

KINDS: tuple[BlockKind, ...] = ("paragraph", "paragraph", "paragraph", "heading", "list", "quote")


def block(digest: str, size: int = 400, kind: BlockKind = "paragraph", **extra: object) -> BlockSource:
    plain = BlockSource(kind, 2 * (kind == "heading"), "", "", digest, size, frozenset(), Span("x"), (0, 1))
    return replace(plain, **extra)  # type: ignore[arg-type]


blocks = st.builds(
    lambda digest, size, kind, name, traits: block(
        digest, size, kind, id=name if kind == "quote" else "", traits=frozenset(traits)
    ),
    st.sampled_from("abcdefghij"),
    st.integers(0, 900),
    st.sampled_from(KINDS),
    st.sampled_from(["q1", "q2", "q3"]),
    st.sets(st.sampled_from(["2022", "79", "@muster"]), max_size=2),
)
chapters = st.lists(blocks, max_size=12)
agreements = st.lists(st.tuples(st.sampled_from("abcdefghij"), st.sampled_from("abcdefghij")), max_size=8)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(chapters, chapters, agreements)
def test_alignment_is_symmetric(
    one: list[BlockSource], other: list[BlockSource], agreed: list[tuple[str, str]]
) -> None:
    there = align(one, other, agreed)
    back = align(other, one, [(right, left) for left, right in agreed])
    assert sorted((left, right) for right, left in back) == there
    assert len({left for left, _ in there}) == len({right for _, right in there}) == len(there)
    assert all(one[left].kind == other[right].kind for left, right in there)


PROSE = [block(f"d{number}", size) for number, size in enumerate((520, 120, 480, 300, 90, 610, 250, 400))]
RENDERED = [replace(one, digest=f"r{one.digest}", size=one.size * 9 // 10) for one in PROSE]


@pytest.mark.parametrize("gone", [(0,), (7,), (2, 3), (1, 4), (0, 3, 7)])
def test_missing_blocks_are_found_by_order_and_length(gone: tuple[int, ...]) -> None:
    kept = [number for number in range(len(PROSE)) if number not in gone]
    rendered = [RENDERED[number] for number in kept]
    assert align(PROSE, rendered) == [(number, place) for place, number in enumerate(kept)]


def test_what_is_ambiguous_is_not_guessed() -> None:
    """Three paragraphs alike and two: which is missing cannot be known. The quote around them can."""
    alike = [block(f"a{number}", 200) for number in range(3)]
    quote = block("q", 80, "quote", id="zitat")
    assert align([quote, *alike], [replace(quote, digest="Q"), *alike[:2]]) == [(0, 0)]


def test_the_same_words_twice_are_not_ambiguous() -> None:
    twice = [block("ja", 10), block("ja", 10), block("nein", 10)]
    other = [block("da", 9), block("da", 9), block("net", 11)]
    agreed = [("ja", "da"), ("ja", "da"), ("nein", "net")]
    assert align(twice, other, agreed) == [(0, 0), (1, 1), (2, 2)]


def test_quotes_pair_by_their_ids_wherever_they_stand() -> None:
    one, other = block("a", 100, "quote", id="eins"), block("b", 100, "quote", id="zwei")
    assert align([one, other], [other, one]) == [(0, 1), (1, 0)]


def test_two_that_changed_places_are_neither_of_them_the_one_that_stayed() -> None:
    agreed = [(one.digest, other.digest) for one, other in zip(PROSE, RENDERED, strict=True)]
    swapped = [*RENDERED]
    swapped[2], swapped[3] = swapped[3], swapped[2]
    assert align(PROSE, swapped, agreed) == [(n, n) for n in range(8) if n not in {2, 3}]


def test_many_paragraphs_take_their_time_once() -> None:
    rng = Random(1)
    many = [block(f"m{number}", rng.randint(50, 900)) for number in range(2_000)]
    other = [replace(one, digest=f"x{one.digest}") for one in many if rng.random() > 0.002]
    start = process_time()
    found = align(many, other)
    assert process_time() - start < 8
    assert len(found) > 1_950
    assert all(other[right].digest == f"x{many[left].digest}" for left, right in found)


WORDS = "Krieg Frieden Stadt Land Geld Arbeit Sprache Heimat Familie Angst Hoffnung Reise Grenze".split()


@dataclass(frozen=True)
class Text:
    """The paragraphs of a chapter in two languages, and what was agreed on."""

    source: tuple[str, ...]
    target: tuple[str, ...]
    lock: TranslationsLock = field(default_factory=TranslationsLock)

    def files(self) -> dict[str, str | bytes]:
        head = "---\ntitle: Titel\n"
        return {
            "sitegen.toml": BILINGUAL,
            "content/de/01-x.md": f"{head}translated_from: ru\n---\n\n" + "\n\n".join(self.target) + "\n",
            "content/ru/01-x.md": f"{head}---\n\n" + "\n\n".join(self.source) + "\n",
            "translations.lock": lock_text(self.lock),
        }

    def publication(self) -> Publication:
        return link_site(Memory(self.files(), TODAY), jobs=1).publication

    def status(self) -> TranslationStatus:
        (status,) = translation_statuses(self.publication())
        return status

    def accepted(self) -> Text:
        lock, _ = agree(self.publication(), self.lock)
        assert read_lock(Source.of("translations.lock", lock_text(lock)))[0] == lock
        return replace(self, lock=lock)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=25).map(" ".join)
    source = draw(st.lists(sentence, min_size=1, max_size=7))
    return Text(tuple(source), tuple(f"Auch {text}" for text in source))


def edited(paragraphs: Sequence[str], place: int, operation: str) -> tuple[str, ...]:
    place %= len(paragraphs)
    before, here, after = paragraphs[:place], paragraphs[place], paragraphs[place + 1 :]
    new = {
        "edit": [f"{here} ganz anders [@muster2020] 77"],
        "signs": [here.replace(" ", "\u00a0–  ", 1) + " "],
        "remove": [],
        "insert": [here, f"Neu eingesetzt Nummer {place}"],
    }[operation]
    return (*before, *new, *after)


@settings(derandomize=True, max_examples=25, deadline=None)
@given(texts(), st.integers(0, 6))
def test_editing_one_block_makes_exactly_its_partner_stale(text: Text, place: int) -> None:
    place %= len(text.source)
    agreed = text.accepted()
    after = replace(agreed, source=edited(text.source, place, "edit")).status()
    assert (after.stale, after.missing, after.extra) == (1, 0, 0)
    assert [one.place and one.place.line for one in after.blocks] == [6 + 2 * place]
    unchanged = replace(agreed, source=edited(text.source, place, "signs")).status()
    assert unchanged.blocks == ()
    translated = replace(agreed, target=edited(text.target, place, "edit")).status()
    assert translated.blocks == ()


@settings(derandomize=True, max_examples=25, deadline=None)
@given(texts(), st.integers(0, 6))
def test_editing_the_translation_does_not_make_it_agree(text: Text, place: int) -> None:
    place %= len(text.source)
    agreed = text.accepted()
    both = replace(
        agreed, source=edited(text.source, place, "edit"), target=edited(text.target, place, "edit")
    )
    assert [one.place and one.place.line for one in both.status().blocks] == [6 + 2 * place]
    assert both.accepted().status().blocks == ()


def test_a_quote_is_looked_up_by_its_id() -> None:
    quote = "::: {{.quote #eins gender=female age=20 city=moskau year=2024}}\n{}\n:::"
    text = Text((quote.format("Да."), "Абзац."), (quote.format("Ja."), "Absatz.")).accepted()
    later = replace(text, source=(quote.format("Нет."), "Абзац."), target=(quote.format("Doch."), "Absatz."))
    assert [(one.state, one.name) for one in later.status().blocks] == [("stale", "eins")]


@settings(derandomize=True, max_examples=25, deadline=None)
@given(texts().filter(lambda text: len(set(text.source)) == len(text.source) > 1), st.integers(0, 6))
def test_a_block_taken_out_or_put_in_makes_nothing_stale(text: Text, place: int) -> None:
    agreed = text.accepted()
    shorter = replace(agreed, source=edited(text.source, place, "remove")).status()
    assert (shorter.stale, shorter.missing, shorter.extra) == (0, 0, 1)
    longer = replace(agreed, source=edited(text.source, place, "insert")).status()
    assert (longer.stale, longer.missing, longer.extra) == (0, 1, 0)


operations = st.tuples(
    st.sampled_from(["source", "target"]),
    st.integers(0, 9),
    st.sampled_from(["edit", "signs", "remove", "insert", "accept"]),
)


@settings(derandomize=True, max_examples=25, deadline=None)
@given(texts(), st.lists(operations, max_size=6))
def test_accepting_after_any_edits_leaves_nothing_stale(
    text: Text, steps: list[tuple[str, int, str]]
) -> None:
    for side, place, operation in steps:
        paragraphs: tuple[str, ...] = getattr(text, side)
        if operation == "accept":
            text = text.accepted()
        elif paragraphs:
            text = replace(text, **{side: edited(paragraphs, place, operation)})  # type: ignore[arg-type]
    assert text.status().stale == 0 or text.lock.lines
    assert text.accepted().status().stale == 0


def test_what_the_lock_does_not_know_is_not_stale() -> None:
    assert Text(("Eins", "Zwei"), ("Auch eins", "Auch zwei")).status().blocks == ()
