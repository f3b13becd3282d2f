"""What is skipped for speed would have found nothing: the short way gives what the long one does."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sitegen import languages
from sitegen.languages.no_break import _binds, _candidate
from sitegen.languages.typography_rules import ENGLISH, GERMAN, RUSSIAN
from sitegen.parse.characters import judge_characters, may_deceive
from sitegen.parse.markdown import FIRST_SIGNS, _parser, block_tokens, inline_tokens
from sitegen.parse.positions import TextState
from sitegen.source import Source

LAW = settings(derandomize=True, max_examples=150, deadline=None)
LINES = (
    "Wort", "слово", "- Punkt", "1. eins", "    Code", "\tCode", "# Titel", "===", "---", "> Zitat",
    "| a | b |", "a | b", "--- | ---", "```", "~~~", "[^n]: Note", "[a]: b", ": Legende", "::: {.quote #q}",
    ":::", "<b>", "", "  Wort", "  mehr", "é", "²", "_a_",
)  # fmt: skip
PIECES = (
    "dr.", "Dr.", "проф.", "Prof", "z.", "B.", "и", "др.", "abs.", "1.", "17", "3.5", "XII", "I", "№", "§",
    "Wort.", "Слово.", "A.-B.", "J.-", "(S.", "„Nr.", "Juli", "Jh.", "v.", "Chr.", "просп.", "ŉ.", "ß.", "_.",
    "n.e.",
)  # fmt: skip
texts = st.lists(st.sampled_from(LINES), max_size=12).map("\n".join)
words = st.lists(st.sampled_from(PIECES), min_size=2, max_size=8).map(" ".join)
signs = st.text("aб \n\\`~*_^[]{}@!<>&:/;-1", max_size=12)
forms = st.lists(
    st.sampled_from(
        ("Leser", "Student", "Ärzt", "Kolleg", "*", ":", "_", "/", "/-", "I", "\\", "in", "innen", "nen", " ")
    ),
    max_size=8,
).map("".join)


@LAW
@given(texts)
def test_a_line_of_words_is_read_as_by_all_rules(text: str) -> None:
    read = [one.as_dict() for one in block_tokens(text, html=False)[0]]
    parser, every = _parser(html=False), ParserBlock()
    every.ruler = parser.block.ruler
    tokens: list[Token] = []
    state = StateBlock(text, parser, {}, tokens)
    shorter = every.ruler.__dict__.pop("getRules")
    try:
        every.tokenize(state, 0, state.lineMax)
    finally:
        every.ruler.__dict__["getRules"] = shorter
    assert read == [one.as_dict() for one in tokens]


@LAW
@given(st.text("aб .,;?()'\"„“…–\u00a0|", min_size=1, max_size=30))
def test_text_without_any_mark_is_one_token(text: str) -> None:
    parser = _parser(html=False)
    state = TextState(text, parser, {}, [])
    parser.inline.tokenize(state)
    assert [one.as_dict() for one in inline_tokens(text, {}, html=False)] == [
        one.as_dict() for one in state.tokens
    ]


@LAW
@given(words)
def test_every_space_that_binds_is_looked_at(text: str) -> None:
    for typography in (GERMAN, RUSSIAN, ENGLISH):
        looked_at = {found.start() for found in re.finditer(" " + _candidate(typography), text)}
        spaces = {found.start() for found in re.finditer(" ", text)}
        assert not {place for place in spaces - looked_at if _binds(typography, text, place)}


@LAW
@given(forms)
def test_every_word_for_several_genders_holds_a_hint(text: str) -> None:
    german = languages.get("de")
    assert german.gender_forms is not None
    if german.gender_forms.search(text):
        assert any(hint in text for hint in german.gender_hints)


def test_no_deceiving_character_is_overlooked() -> None:
    printable = "".join(sign for sign in map(chr, range(0x3000)) if not may_deceive(sign))
    # The no-break space makes it a text that is read in full.
    assert not judge_characters(Source("kapitel.md", printable + "\u00a0", (0,)))


@LAW
@given(signs)
def test_within_a_line_only_rules_of_other_signs_are_left_out(text: str) -> None:
    parser = _parser(html=True)
    for place in range(len(text)):
        left_out = {name for name, signs in FIRST_SIGNS.items() if text[place] not in signs} - {"text"}
        for name, rule in zip(
            parser.inline.ruler.get_active_rules(), parser.inline.ruler.getRules(""), strict=True
        ):
            state = TextState(text, parser, {}, [])
            state.pos = place
            assert name not in left_out or not rule(state, False)  # noqa: FBT003  (the library's signature)
            assert name == "text" or name in FIRST_SIGNS
