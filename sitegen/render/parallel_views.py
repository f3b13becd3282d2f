"""What the template of a parallel page sees."""

from __future__ import annotations

from markupsafe import Markup

from sitegen.render.views import LinkView, NoteView, PageView, PersonView, ReadingScriptView, StatusView
from sitegen.render.words import Words
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class ParallelColumnView:
    """One language of a parallel page. `words` are in it; `chapter` leads to the chapter by itself;
    `notes_id` is the id of the heading of its notes.
    """

    lang: str
    name: str
    words: Words
    number: str
    title: Markup
    subtitle: Markup
    authors: tuple[PersonView, ...]
    translators: tuple[PersonView, ...]
    translated_from: str
    abstract: tuple[str, ...]
    status: StatusView | None
    chapter: LinkView
    notes: tuple[NoteView, ...]
    notes_id: str


@dataclass(frozen=True, slots=True)
class ParallelRowView:
    """Two blocks that answer each other, or one that stands alone; `remark` then says why, at the
    first of several, or that the two are no longer what was agreed on.
    """

    own: Markup
    other: Markup
    remark: str


@dataclass(frozen=True, slots=True)
class ParallelView:
    """A chapter in two languages, block by block: the edition's own (`own`) and another one."""

    page: PageView
    own: ParallelColumnView
    other: ParallelColumnView
    rows: tuple[ParallelRowView, ...]
    previous: LinkView | None
    next: LinkView | None
    script: ReadingScriptView | None = None
