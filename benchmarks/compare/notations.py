"""The chapters of the corpus in each program's notation: the same words, notes, quotes, citations, links.

Where a program has no citations the source is written out, as its authors do by hand.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from benchmarks.corpus import (
    PLACES,
    TABLE,
    TITLES,
    Block,
    Chapter,
    Heading,
    Note,
    Paragraph,
    Quote,
    Sentence,
    year,
)

PAGE = {"de": "S.", "ru": "с."}
MARKS = {"de": "„{}“", "ru": "«{}»"}


class Notation:
    """Markdown as pandoc reads it; the other programs' notations say what is different."""

    def chapter(self, chapter: Chapter) -> str:
        blocks = [self.block(block, chapter.language) for block in chapter.blocks]
        parts = [self.front(chapter), *blocks, self.links(chapter), self.table(chapter)]
        return "\n".join([*parts, *self.notes(chapter)]) + "\n"

    def front(self, chapter: Chapter) -> str:
        return f"---\ntitle: {chapter.title}\ndate: 2024-01-01\nlang: {chapter.language}\n---\n"

    def block(self, block: Block, language: str) -> str:
        match block:
            case Heading():
                return self.heading(block)
            case Paragraph():
                return " ".join(map(self.sentence, block.sentences)) + "\n"
            case Quote():
                return self.quote(block, language)

    def heading(self, heading: Heading) -> str:
        return f"## {heading.text} {{#{heading.anchor}}}\n"

    def sentence(self, sentence: Sentence) -> str:
        if sentence.note:
            return f"{sentence.text}[^{sentence.note.label}]."
        if sentence.source is not None:
            return f"{sentence.text} {self.cited(sentence.source)}."
        return f"{sentence.text}."

    def quote(self, quote: Quote, language: str) -> str:
        said = MARKS[language].format(quote.text)
        return f"> {said}\n>\n> {attribution(quote, language)}\n"

    def cited(self, source: int) -> str:
        return f"[@quelle{source}]"

    def cited_page(self, note: Note, language: str) -> str:
        return f"[@quelle{note.source}, {PAGE[language]} {note.page}]"

    def links(self, chapter: Chapter) -> str:
        title = f"{TITLES[chapter.language]} {chapter.following}"
        first = next(one for one in chapter.blocks if isinstance(one, Heading))
        return f"[{title}]({self.target(chapter.following)}), [{first.text}](#{first.anchor})\n"

    def target(self, number: int) -> str:
        return f"kapitel-{number}.html"

    def table(self, chapter: Chapter) -> str:
        return f"{TABLE}\n: {TITLES[chapter.language]}\n"

    def notes(self, chapter: Chapter) -> list[str]:
        return [
            f"\n[^{note.label}]: {note.text}, {self.cited_page(note, chapter.language)}."
            for note in chapter.notes
        ]


class WrittenOut(Notation):
    """No citations: each is a note in which the source is written out."""

    def cited(self, source: int) -> str:
        return f"[^q{source}]"

    def cited_page(self, note: Note, language: str) -> str:
        return f"{reference(note.source)}, {PAGE[language]} {note.page}"

    def notes(self, chapter: Chapter) -> list[str]:
        cited = dict.fromkeys(one.source for one in chapter.sentences if one.source is not None)
        return [*super().notes(chapter), *(f"\n[^q{source}]: {reference(source)}." for source in cited)]


class Hugo(WrittenOut):
    """The sources' keys stand in the front matter, from which the layout lists them, and so do the quotes as
    records; links are checked.
    """

    def front(self, chapter: Chapter) -> str:
        listed = ", ".join(f'"quelle{source}"' for source in sources(chapter))
        front = f"title: {chapter.title}\ndate: 2024-01-01\nweight: {chapter.number}\nsources: [{listed}]\n"
        quotes = json.dumps(quote_records(chapter), ensure_ascii=False)
        return f"---\n{front}quotes: {quotes}\n---\n"

    def quote(self, quote: Quote, language: str) -> str:
        return f"{super().quote(quote, language)}{{#{quote.anchor}}}\n"

    def target(self, number: int) -> str:
        return f'{{{{< relref "kapitel-{number}.md" >}}}}'

    def table(self, chapter: Chapter) -> str:
        return f"{TABLE}\n{TITLES[chapter.language]}\n"


class Material(Notation):
    """Python-Markdown with attribute lists; citations by mkdocs-bibtex, which makes notes of them."""

    def heading(self, heading: Heading) -> str:
        return f"## {heading.text} {{: #{heading.anchor} }}\n"

    def target(self, number: int) -> str:
        return f"kapitel-{number}.md"

    def table(self, chapter: Chapter) -> str:
        return f"{TABLE}\n{TITLES[chapter.language]}\n"

    def cited_page(self, note: Note, language: str) -> str:
        """A note within a note is not to be had: the source is written out there."""
        return f"{reference(note.source)}, {PAGE[language]} {note.page}"

    def notes(self, chapter: Chapter) -> list[str]:
        return [*super().notes(chapter), "\n\\bibliography"]


class Myst(Notation):
    """Sphinx with MyST; citations by sphinxcontrib-bibtex. Anchors are the whole project's."""

    def chapter(self, chapter: Chapter) -> str:
        name = f"{chapter.language}-{chapter.number}"
        blocks = (
            replace(block, anchor=f"{name}-{block.anchor}") if isinstance(block, Heading) else block
            for block in chapter.blocks
        )
        return super().chapter(replace(chapter, blocks=tuple(blocks)))

    def front(self, chapter: Chapter) -> str:
        return f"# {chapter.title}\n"

    def heading(self, heading: Heading) -> str:
        return f"{{#{heading.anchor}}}\n## {heading.text}\n"

    def target(self, number: int) -> str:
        return f"kapitel-{number}.md"

    def cited(self, source: int) -> str:
        return f"{{cite:p}}`quelle{source}`"

    def cited_page(self, note: Note, language: str) -> str:
        return f"{{cite:p}}`quelle{note.source}`, {PAGE[language]} {note.page}"

    def table(self, chapter: Chapter) -> str:
        return f"{TABLE}\n{TITLES[chapter.language]}\n"


def attribution(quote: Quote, language: str) -> str:
    """Who said it, as sitegen words it."""
    german, russian = PLACES[quote.place]
    if language == "de":
        return f"Weiblich, {quote.age} Jahre, {german}, {quote.year}"
    return f"Женский, возраст: {quote.age}, {russian}, {quote.year}"


def quote_records(chapter: Chapter) -> list[dict[str, Any]]:
    """The quotes of a chapter as data, each with the names of its facets."""
    return [
        {
            "chapter": chapter.number,
            "id": quote.anchor,
            "text": MARKS[chapter.language].format(quote.text),
            "said": attribution(quote, chapter.language),
            "facets": [band(quote.age), f"city-{quote.place}", f"year-{quote.year}", "gender-female"],
        }
        for quote in chapter.blocks
        if isinstance(quote, Quote)
    ]


def band(age: int) -> str:
    """The facet of an age, as sitegen bands them."""
    if age < 30:
        return "age-18-29"
    return "age-60-plus" if age >= 60 else f"age-{age // 10}0-{age // 10}9"


def reference(source: int) -> str:
    """A source as a note of sitegen's has it, without the full stop."""
    return f"Eva Muster / Karl Probe{source}: Buch {source}. Verlag, {year(source)}"


def sources(chapter: Chapter) -> list[int]:
    """What is cited in a chapter, sorted."""
    cited = {one.source for one in chapter.sentences if one.source is not None}
    return sorted(cited | {note.source for note in chapter.notes})
