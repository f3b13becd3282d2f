"""The report on translations as people read it: a table, then what is not in step, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from os.path import commonprefix

from sitegen.cli.language import say
from sitegen.diagnostics.emitters.text import Sources
from sitegen.diagnostics.row import N_
from sitegen.exports.earlier import Earlier, wording
from sitegen.exports.translations import BlockStatus, TranslationStatus
from sitegen.model.alignment import State
from sitegen.source import Span

STATES: Mapping[State, str] = {
    "in_step": N_("in step"),
    "stale": N_("stale"),
    "missing": N_("missing"),
    "extra": N_("extra"),
}
_LONGEST = 100
"""Characters of a wording that are shown."""
_BEFORE = 30
"""Of these, how many stand before the first difference."""


def statuses_text(
    statuses: Sequence[TranslationStatus],
    earlier: Mapping[str, Earlier],
    sources: Sources,
    language: str,
) -> str:
    if not statuses:
        return say(language, N_("There are no translations.")) + "\n"
    told = _Telling(earlier, sources, language)
    blocks = [line for status in statuses for block in status.blocks for line in told.block(status, block)]
    return "".join(f"{line}\n" for line in [*_table(statuses, language), *blocks])


def _table(statuses: Sequence[TranslationStatus], language: str) -> Iterator[str]:
    head = [say(language, text) for text in (N_("chapter"), N_("language"), *STATES.values())]
    rows = [
        [
            one.chapter,
            f"{one.language} ← {one.source}",
            *(str(number) for number in (one.in_step, one.stale, one.missing, one.extra)),
            f"{one.percent} %",
        ]
        for one in statuses
    ]
    table = [[*head, ""], *rows]
    widths = [max(len(row[column]) for row in table) for column in range(len(head) + 1)]
    for row in table:
        cells = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        yield "  ".join(cells).rstrip()


class _Telling:
    """What is told of one block: where it is, and its wordings, old and new."""

    def __init__(self, earlier: Mapping[str, Earlier], sources: Sources, language: str) -> None:
        self.earlier = earlier
        self.sources = sources
        self.language = language

    def block(self, status: TranslationStatus, block: BlockStatus) -> Iterator[str]:
        place = block.place or block.source_place
        assert place is not None
        yield ""
        state = say(self.language, STATES[block.state])
        yield f"{place.path}:{place.line}: {state}: {status.chapter}, {status.language}, {block.name}"
        if block.source_place:
            yield from self._side(N_("source"), block.source_place, block.source_was)
        if block.place:
            yield from self._side(N_("translation"), block.place, () if block.source_was else block.was)

    def _side(self, name: str, place: Span, was: Sequence[str]) -> Iterator[str]:
        """One language's wording, below what it was when it was agreed on: shown from where they differ."""
        source = self.sources(place.path)
        new = _line(wording(source, place)) if source else ""
        for digest in was:
            old = self.earlier.get(digest)
            agreed_on = say(self.language, N_("agreed on"))
            if old is None:
                yield f"  {agreed_on}: {digest}"
                continue
            text = _line(old.text)
            start = _start(text, new)
            yield f"  {agreed_on}: {old.commit}:{old.place.path}:{old.place.line}: {_excerpt(text, start)}"
        known = [_line(old.text) for digest in was if (old := self.earlier.get(digest))]
        start = _start(known[0], new) if known else 0
        yield f"  {say(self.language, name)}: {place.path}:{place.line}: {_excerpt(new, start)}"


def _line(text: str) -> str:
    """A wording in one line, without the fences of a quote."""
    words = " ".join(line for line in text.split("\n") if not line.startswith(":::"))
    return " ".join(words.split())


def _start(one: str, other: str) -> int:
    """Where an excerpt begins that shows the first difference with a few words before it."""
    same = len(commonprefix([one, other]))  # noqa: RUF071  (characters are meant)
    return one.rfind(" ", 0, same - _BEFORE) + 1 if same > _LONGEST // 2 else 0


def _excerpt(text: str, start: int) -> str:
    shown = text[start:]
    cut = shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1].rstrip() + "…"
    return f"…{cut}" if start else cut
