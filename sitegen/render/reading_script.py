"""The one script of a page, which refines what works without it: notes and the language switch."""

from __future__ import annotations

from sitegen.model.publication import Page
from sitegen.render import urls
from sitegen.render.block_anchors import made_ids_without_answer
from sitegen.render.site import Site
from sitegen.render.views import ReadingScriptView, UnansweredView


def chapter_script(site: Site, page: Page) -> ReadingScriptView | None:
    """That of a chapter: it has notes, or there is the chapter in another language."""
    if not page.counterparts:
        return notes_script(page.output, has_notes=bool(page.notes))
    unanswered = (
        UnansweredView(one.language, " ".join(made_ids_without_answer(site, page, one)))
        for one in page.counterparts
    )
    return ReadingScriptView(
        urls.relative(page.output, urls.READING_SCRIPT),
        notes=bool(page.notes),
        follows=True,
        unanswered=tuple(one for one in unanswered if one.ids),
    )


def notes_script(output: str, *, has_notes: bool) -> ReadingScriptView | None:
    """That of a page whose switch leads to the page as a whole."""
    return ReadingScriptView(urls.relative(output, urls.READING_SCRIPT), notes=True) if has_notes else None
