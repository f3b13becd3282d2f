"""The Markdown that authors may write: CommonMark, tables, and the rules of our own, in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from sitegen.parse.block_rules import BlocksBySign
from sitegen.parse.positions import PositionedInline
from sitegen.parse.rules.bare_address import bare_address
from sitegen.parse.rules.bracketed_span import bracketed_span, trailing_attributes
from sitegen.parse.rules.brackets import label_end
from sitegen.parse.rules.citation import citation, narrative_citation
from sitegen.parse.rules.count_steps import count_steps
from sitegen.parse.rules.escaped_mark import escaped_mark
from sitegen.parse.rules.fenced_div import fenced_div
from sitegen.parse.rules.gender_star import gender_star
from sitegen.parse.rules.link import link
from sitegen.parse.rules.note_definition import note_definition
from sitegen.parse.rules.note_reference import inline_note, note_reference
from sitegen.parse.rules.table import table
from sitegen.parse.rules.table_caption import table_caption

DEEPEST = 60
"""Nesting of blocks and of inlines; what lies deeper is a finding (robustness.md)."""

BLOCK_RULES: tuple[tuple[str, Callable[..., bool], tuple[str, ...]], ...] = (
    # (before which of the library's rules, ours, what it may interrupt)
    ("table", count_steps, ()),
    ("blockquote", fenced_div, ("paragraph", "reference", "blockquote", "list")),
    ("reference", note_definition, ("paragraph", "reference")),
    ("reference", table_caption, ("blockquote",)),
)
INLINE_RULES = (
    ("newline", bare_address),
    ("escape", escaped_mark),
    ("emphasis", gender_star),
    ("link", inline_note),
    ("link", note_reference),
    ("link", citation),
    ("link", narrative_citation),
    ("link", bracketed_span),
    ("link", trailing_attributes),
)
FIRST_SIGNS = {
    "bare_address": ":",
    "newline": "\n",
    "escaped_mark": "\\",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "gender_star": "*",
    "emphasis": "*_",
    "inline_note": "^",
    "note_reference": "[",
    "citation": "[",
    "narrative_citation": "@",
    "bracketed_span": "[",
    "trailing_attributes": "{",
    "link": "[",
    "image": "!",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
}
"""What each rule within a line begins with."""
_HELPERS = SimpleNamespace(
    parseLinkLabel=label_end, parseLinkDestination=parseLinkDestination, parseLinkTitle=parseLinkTitle
)
_OFF = ("fragments_join", "text_join")  # nodes are joined when tokens are lowered, with their places


@cache
def _parser(html: bool) -> MarkdownIt:  # noqa: FBT001  (a cache key)
    parser = MarkdownIt("commonmark", {"maxNesting": DEEPEST, "html": True, "store_labels": True})
    parser.helpers = _HELPERS  # type: ignore[assignment]
    parser.enable(["table", "strikethrough"])
    inline, blocks = PositionedInline(FIRST_SIGNS), BlocksBySign()
    inline.ruler, inline.ruler2, blocks.ruler = parser.inline.ruler, parser.inline.ruler2, parser.block.ruler
    parser.inline, parser.block = inline, blocks
    for before, block_rule, interrupts in BLOCK_RULES:
        parser.block.ruler.before(before, block_rule.__name__, block_rule, {"alt": list(interrupts)})
    for before, rule in INLINE_RULES:
        parser.inline.ruler.before(before, rule.__name__, rule)
    parser.inline.ruler.at("link", link)
    parser.block.ruler.at("table", table, {"alt": ["paragraph", "reference"]})
    parser.disable(["inline", *_OFF] + ([] if html else ["html_block"]))
    blocks.interrupt_by_sign()
    # The schemes are judged when links are lowered, where there is a line to point at.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return parser


def block_tokens(
    text: str, *, html: bool, environment: dict[str, object] | None = None
) -> tuple[list[Token], dict[str, object]]:
    """The blocks of a text, their inline content not yet read, and what it refers to. TooMuchError where
    the environment has a budget and it is spent.
    """
    parser = _parser(html)
    environment = {} if environment is None else environment
    tokens: list[Token] = []
    parser.block.tokenize(state := StateBlock(text, parser, environment, tokens), 0, state.lineMax)
    return tokens, environment


def inline_tokens(text: str, environment: dict[str, object], *, html: bool) -> list[Token]:
    """The inline content of one block."""
    parser = _parser(html)
    return parser.inline.parse(text, parser, environment, [])
