"""One chapter or title page: front matter, then text."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from markdown_it.token import Token

from sitegen import languages
from sitegen.diagnostics import Diagnostic, in_order, report
from sitegen.model.document import Body, Document
from sitegen.parse.blocks import lower_blocks
from sitegen.parse.budget import TooMuchError, with_budget
from sitegen.parse.characters import judge_characters, without_controls
from sitegen.parse.collector import Collector
from sitegen.parse.context import Context
from sitegen.parse.front_matter import read_front_matter
from sitegen.parse.markdown import DEEPEST, block_tokens
from sitegen.parse.outline import head_digest
from sitegen.source import Source, Span


def parse(
    source: Source, language: str, publication_languages: tuple[str, ...], today: date, *, html: bool = False
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of one file and all that is wrong with it by itself. Where the text would take too much
    work, the document is empty, and SRC007 says so.
    """
    front_matter, offset, found = read_front_matter(source, language, publication_languages, today)
    collector = Collector()
    collector.diagnostics.extend(found)
    collector.diagnostics.extend(judge_characters(source, offset))
    text = without_controls(source.text)
    clean = source if text == source.text else replace(source, text=text)
    context = Context(
        source=clean,
        start=offset,
        language=languages.get(language),
        languages=publication_languages,
        html=html,
        environment=with_budget(),
        collector=collector,
    )
    try:
        tokens, _ = block_tokens(clean.text[offset:], html=html, environment=context.environment)
        _judge_depth(context, tokens)
        blocks = lower_blocks(context, tokens)
    except TooMuchError:
        blocks, collector = (), Collector()
        collector.diagnostics.extend((*found, report("SRC007", Span(source.path))))
    body = Body(blocks, tuple(collector.note_texts))
    head = head_digest(front_matter)
    interface = collector.interface(source.path, language, stem(source.path), front_matter, head)
    return Document(interface, body), in_order(collector.diagnostics)


def stem(path: str) -> str:
    """The file's name without folder and ending: the same in every language."""
    return path.rpartition("/")[2].removesuffix(".md")


def _judge_depth(context: Context, tokens: list[Token]) -> None:
    for token in tokens:
        if token.level >= DEEPEST - 1:
            context.collector.report("SYN010", context.lines(token), limit=DEEPEST)
            return
