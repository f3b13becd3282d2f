"""The report on translations as people read it: a table, then what is not in step, place by place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

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
        for was in block.was:
            yield self._old(was)
        if block.source_place:
            yield self._line(N_("source"), block.source_place)
        if block.place:
            yield self._line(N_("translation"), block.place)

    def _old(self, was: str) -> str:
        old = self.earlier.get(was)
        name = say(self.language, N_("agreed on"))
        if old is None:
            return f"  {name}: {was}"
        return f"  {name}: {old.commit}:{old.place.path}:{old.place.line}: {_short(old.text)}"

    def _line(self, name: str, place: Span) -> str:
        source = self.sources(place.path)
        text = _short(wording(source, place)) if source else ""
        return f"  {say(self.language, name)}: {place.path}:{place.line}: {text}"


def _short(text: str) -> str:
    words = " ".join(line for line in text.split("\n") if not line.startswith(":::"))
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
