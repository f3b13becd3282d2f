"""What export and import of worklists share: the publication linked, and the formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from importlib import import_module
from typing import Any

import click

from sitegen.build.pipeline import link_site
from sitegen.build.store import Store
from sitegen.cli.findings import Telling
from sitegen.cli.language import say
from sitegen.cli.terminal import progress
from sitegen.cli.translations import FATAL
from sitegen.diagnostics import nearest
from sitegen.diagnostics.row import N_
from sitegen.exchange.chapter import Rules
from sitegen.exchange.pairs import chapter_pairs
from sitegen.exchange.units import ChapterPair
from sitegen.model.alignment import Alignment
from sitegen.model.publication import Publication
from sitegen.values import dataclass

FORMATS = {"xliff": "xliff", "docx-table": "docx_table", "md": "markdown_list"}
"""The formats, each a module of the package `exchange`."""
ENDINGS = {".xlf": "xliff", ".xliff": "xliff", ".docx": "docx-table", ".md": "md"}


@dataclass(frozen=True, slots=True)
class Translations:
    """The chapters of a publication with their translations, in every direction."""

    chapters: tuple[ChapterPair, ...]
    rules: Rules

    def into(self, language: str) -> tuple[ChapterPair, ...]:
        return tuple(one for one in self.chapters if one.alignment.target == language)


def linked(telling: Telling) -> Translations:
    """Read the publication and align its chapters; no page is made. What is wrong with it is no matter
    here, unless nothing can be said of its translations. The pairs are those that `sitegen translations`
    lists; a translation that is a draft is there all the same.
    """
    store = Store.known(telling.root)
    with progress(telling.language) as show:
        site = link_site(telling.world, progress=show, store=store)
    fatal = [one for one in site.diagnostics if one.severity == "error" and one.code.startswith(FATAL)]
    if fatal:
        telling.tell(fatal, err=True)
        raise click.exceptions.Exit(1)
    settings = site.inputs.settings
    rules = Rules(settings.languages, telling.world.today, settings.html)
    sources = {source.path: source for _, source in site.inputs.chapters}
    reported = [one for one in site.publication.alignments if one.reported]
    if any(one.front_matter.draft for one in site.documents.interfaces):
        reported = _with_drafts(reported, link_site(telling.world, drafts=True, store=store).publication)
    return Translations(chapter_pairs(reported, sources, rules), rules)


def _with_drafts(reported: Iterable[Alignment], publication: Publication) -> list[Alignment]:
    """The same pairs, aligned with what drafts hold already."""
    known = {(one.chapter, one.source, one.target): one for one in publication.alignments}
    return [known.get((one.chapter, one.source, one.target), one) for one in reported]


def target_of(translations: Translations, asked: str | None, language: str) -> str:
    """The language of the translation: the one that was asked for, or the only one there is."""
    targets = sorted({one.alignment.target for one in translations.chapters})
    if asked is None and len(targets) == 1:
        return targets[0]
    names = ", ".join(targets)
    if not targets:
        raise click.ClickException(say(language, N_("No chapter of this publication is a translation.")))
    if asked is None:
        raise click.UsageError(
            say(language, N_("Say into which language, with --language: {names}."), names=names)
        )
    if asked not in targets:
        text = N_("Nothing is translated into “{name}”. Choose from: {names}.")
        raise click.UsageError(say(language, text, name=asked, names=names))
    return asked


def named(chapters: Sequence[ChapterPair], names: Sequence[str], language: str) -> tuple[ChapterPair, ...]:
    """The chapters of these names: of a file, with or without folder and ending; all where none is given."""
    wanted = [name.replace("\\", "/").rpartition("/")[2].removesuffix(".md") for name in names]
    known = {one.alignment.chapter for one in chapters}
    for name in wanted:
        if name not in known:
            text = say(language, N_("There is no chapter “{name}”."), name=name)
            near = nearest(name, known)
            hint = say(language, N_("Did you mean “{nearest}”?"), nearest=near) if near else ""
            raise click.UsageError(f"{text} {hint}".rstrip())
    return tuple(one for one in chapters if not wanted or one.alignment.chapter in wanted)


def format_module(form: str, language: str) -> Any:
    """The module of a format. What it needs beside sitegen itself may not be there."""
    try:
        return import_module(f"sitegen.exchange.{FORMATS[form]}")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in {"lxml", "docx"}:
            raise
        text = N_("For this format, install sitegen with its part for translators: {command}")
        command = "pip install 'sitegen-research[translators]'"
        raise click.ClickException(say(language, text, command=command)) from None
