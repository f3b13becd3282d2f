"""Make a publication of any size for measuring: `python benchmarks/corpus.py DIR --chapters 1000`.

Every chapter has about 1,500 words in each language, with headings, quotes, footnotes, citations,
links and a table. The words are drawn by a fixed seed, from small lists or from a `--vocabulary` of that
many made-up ones, as unevenly as people use theirs: the same call makes the same bytes.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

WORDS = {
    "de": (
        "Arbeit Stadt Familie Grenze Freiheit Sprache Heimat Zukunft Entscheidung bleiben gehen "
        "sprechen denken arbeiten helfen fragen warten einer jeder vieles anderes wieder immer auch aber "
        "denn weil obwohl während zwischen neben ohne gegen für über unter"
    ).split(),
    "ru": (
        "работа город семья граница свобода язык родина будущее решение остаться уехать "
        "говорить думать работать помогать спрашивать ждать один каждый многое другое снова всегда также но "
        "потому хотя пока между рядом без против для над под"
    ).split(),
}
SYLLABLES = {
    "de": "ab an auf be bruch denk dorf er ge gang hand haus kraft land mit nach recht tag vor weg zeit",
    "ru": "бе бор вы дел до гор за ко ла лес мир на от под при про раз род сто тор уч ход",
}
ENDINGS = {"de": " e en er es t te ung ungen lich", "ru": " а у ы ой ом ами ать ил ение ского"}
TITLES = {"de": "Kapitel", "ru": "Глава"}
PUBLICATION = {"de": "Korpus", "ru": "Корпус"}
PLACES = {"moskau": ("Moskau", "Москва"), "tula": ("Tula", "Тула"), "irkutsk": ("Irkutsk", "Иркутск")}
SOURCES = 200
PARAGRAPHS = 20
SENTENCES = 5
TABLE = "| A | B |\n| --- | ---: |\n| x | 110000 |\n| y | 80000 |\n"
ANCHOR = "teil-0"
"""Of the first heading of every chapter."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: some words, and a source with a page."""

    label: str
    text: str
    source: int
    page: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words without the full stop, before which a note is marked or a source is cited."""

    text: str
    note: Note | None = None
    source: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Quote:
    """What a woman of that age said there and then; `place` is a key of `PLACES`."""

    text: str
    anchor: str
    age: int
    place: str
    year: int


Block = Heading | Paragraph | Quote


@dataclass(frozen=True, slots=True)
class Chapter:
    """What a chapter says in one language, in no program's notation; at its end it links to `following`."""

    language: str
    number: int
    following: int
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        return f"{TITLES[self.language]} {self.number}"

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return tuple(one for block in self.blocks if isinstance(block, Paragraph) for one in block.sentences)

    @property
    def notes(self) -> tuple[Note, ...]:
        return tuple(one.note for one in self.sentences if one.note)


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words and the lot that draws from them."""

    known: Sequence[str]
    lot: random.Random

    def draw(self, length: int) -> str:
        return " ".join(self.lot.choice(self.known) for _ in range(length)).capitalize()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--chapters", type=int, default=1000)
    parser.add_argument("--vocabulary", type=int, default=0, help="different words of a language")
    arguments = parser.parse_args()
    write_corpus(arguments.folder, arguments.chapters, vocabulary(arguments.vocabulary))


def vocabulary(size: int) -> Mapping[str, Sequence[str]]:
    """The words of each language, the one of rank n as many times as it is drawn beside others: 1/n of the
    first (Zipf's law), so that half of the different words of a text stand in it once. Without a size the
    short lists, each word once.
    """
    if not size:
        return WORDS
    found: dict[str, Sequence[str]] = {}
    for language, words in WORDS.items():
        draw, made = random.Random(language), dict.fromkeys(words)
        syllables, endings = SYLLABLES[language].split(), ENDINGS[language].split(" ")
        while len(made) < size:
            made["".join(draw.choices(syllables, k=draw.randrange(2, 5))) + draw.choice(endings)] = None
        found[language] = tuple(_by_rank(made, size))
    return found


def _by_rank(words: Iterable[str], size: int) -> Iterable[str]:
    for rank, word in enumerate(words, 1):
        yield from [word] * round(size / rank)


def write_corpus(folder: Path, chapters: int, words: Mapping[str, Sequence[str]] = WORDS) -> None:
    """The publication as sitegen reads it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "sitegen.toml").write_text(
        'languages = ["de", "ru"]\ntitle = { de = "Korpus", ru = "Корпус" }\nurl = "https://example.org/"\n',
        encoding="utf-8",
    )
    (folder / "places.toml").write_text(
        "".join(f'[{tag}]\nname = {{ de = "{de}", ru = "{ru}" }}\n\n' for tag, (de, ru) in PLACES.items()),
        encoding="utf-8",
    )
    (folder / "citations.bib").write_text(bibliography(), encoding="utf-8")
    for language in WORDS:
        target = folder / "content" / language
        target.mkdir(parents=True, exist_ok=True)
        for number in range(1, chapters + 1):
            text = chapter(language, number, chapters, words)
            (target / f"{number:05}-kapitel-{number}.md").write_text(text, encoding="utf-8")


def drawn(language: str, number: int, chapters: int, known: Mapping[str, Sequence[str]] = WORDS) -> Chapter:
    """Both languages take the same turns, with words of their own."""
    draw = random.Random(f"{number}")
    words = Words(known[language], random.Random(f"{number}/{language}"))
    blocks: list[Block] = []
    for place in range(PARAGRAPHS):
        if place % 4 == 0:
            blocks.append(Heading(words.draw(4), f"teil-{place}"))
        blocks.append(_paragraph(draw, words, place))
        if place % 5 == 2:
            blocks.append(_quote(draw, words, place))
    return Chapter(language, number, number % chapters + 1, tuple(blocks))


def chapter(language: str, number: int, chapters: int, words: Mapping[str, Sequence[str]] = WORDS) -> str:
    """A chapter in sitegen's notation."""
    one = drawn(language, number, chapters, words)
    parts = [f"---\ntitle: {one.title}\ndate: 2024-01-01\n---\n", *map(_block, one.blocks)]
    parts.append(f"[](./{one.following:05}-kapitel-{one.following}.md), [](#{ANCHOR})\n")
    parts.append(f"{TABLE}\n: {TITLES[language]} {{#tbl-a}}\n")
    parts += [
        f"\n[^{note.label}]: {note.text}, [@quelle{note.source}, S. {note.page}]." for note in one.notes
    ]
    return "\n".join(parts) + "\n"


def bibliography() -> str:
    """The sources as BibLaTeX; `quelle0` is the first."""
    return "\n".join(
        f"@book{{quelle{number},\n  author = {{Muster, Eva and Probe{number}, Karl}},\n"
        f"  title = {{Buch {number}}},\n  publisher = {{Verlag}},\n  date = {{{year(number)}}},\n"
        "  langid = {german},\n}\n"
        for number in range(SOURCES)
    )


def year(source: int) -> int:
    """Of publication."""
    return 1990 + source % 30


def _paragraph(draw: random.Random, words: Words, place: int) -> Paragraph:
    sentences = [Sentence(words.draw(14)) for _ in range(SENTENCES)]
    source = draw.randrange(SOURCES)
    if place % 3 == 0:
        note = Note(f"n{place}", words.draw(5), source, place + 1)
        sentences[1] = Sentence(sentences[1].text, note=note)
    elif place % 3 == 1:
        sentences[2] = Sentence(sentences[2].text, source=source)
    return Paragraph(tuple(sentences))


def _quote(draw: random.Random, words: Words, place: int) -> Quote:
    age, city, then = draw.randrange(18, 80), draw.choice(sorted(PLACES)), draw.randrange(2022, 2025)
    said = " ".join(words.draw(12) + "." for _ in range(3))
    return Quote(said, f"q-{place}", age, city, then)


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"## {block.text} {{#{block.anchor}}}\n"
        case Paragraph():
            return " ".join(map(_sentence, block.sentences)) + "\n"
        case Quote():
            who = f"gender=female age={block.age} city={block.place} year={block.year} original=ru"
            return f"::: {{.quote #{block.anchor} {who}}}\n{block.text}\n:::\n"


def _sentence(sentence: Sentence) -> str:
    if sentence.note:
        return f"{sentence.text}[^{sentence.note.label}]."
    if sentence.source is not None:
        return f"{sentence.text} [@quelle{sentence.source}]."
    return f"{sentence.text}."


if __name__ == "__main__":
    main()
