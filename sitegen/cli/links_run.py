"""One run of `sitegen links` over a publication: asked, remembered, told."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import click

from sitegen.atomic import replace_file
from sitegen.build.pipeline import Linked, link_site
from sitegen.build.store import Store
from sitegen.checks.ignored import EXTERNAL, without_ignored
from sitegen.checks.moved import check_moved
from sitegen.cli.findings import Telling, failed, opened, reader
from sitegen.cli.language import reason, say
from sitegen.cli.terminal import progress, put_data
from sitegen.diagnostics import Diagnostic, in_order
from sitegen.diagnostics.emitters import json as json_emitter
from sitegen.diagnostics.row import N_
from sitegen.links.addresses import Address, collect
from sitegen.links.guard import Guard
from sitegen.links.report import OF_TEXT, counts, findings, records, without_secrets
from sitegen.links.run import Checked, Run, check_addresses, remembering
from sitegen.links.waiting import Waits
from sitegen.links_lock import PATH, LinksLock, links_lock_text
from sitegen.source import Source
from sitegen.web_addresses import masked
from sitegen.world import World

FATAL = "CFG"
"""Findings without which it is not known which texts there are."""


@dataclass(frozen=True)
class Covered:
    """A world whose texts are shown without the secrets of their addresses."""

    world: World

    @property
    def today(self) -> date:
        return self.world.today

    @property
    def files(self) -> tuple[str, ...]:
        return self.world.files

    @property
    def symlinks(self) -> tuple[str, ...]:
        return self.world.symlinks

    def read(self, path: str) -> bytes:
        source = without_secrets(Source.of(path, self.world.read(path).decode("utf-8", "replace")))
        return source.text.encode()

    def size(self, path: str) -> int:
        return self.world.size(path)


def check_publication(
    language: str, root: Path, form: str, allowed: Sequence[tuple[str, int]], waits: Waits, *, use_lock: bool
) -> int:
    """Ask all external addresses of the publication in a folder; the exit code: 1 where one is dead and
    has no copy, or is no address at all.
    """
    world = opened(root, language)
    telling = Telling(language, root, Covered(world), form)
    linked = link_site(world, store=Store.known(root))
    fatal = [one for one in linked.diagnostics if one.severity == "error" and one.code.startswith(FATAL)]
    if fatal:
        telling.tell(fatal)
        return 1
    run = Run(world.today, linked.inputs.links, Guard(allowed), waits, use_lock)
    with progress(language) as show:
        checked = check_addresses(_addresses(linked, world), run, show)
    lock = remembering(checked, run)
    _remember(root, lock, language)
    found = _findings(linked, checked, lock)
    _tell(telling, found, checked)
    return int(failed(found, strict=False))


def waits_of(timeout: float | None, delay: float | None, max_time: float | None) -> Waits:
    """The times of a run, as far as they are given: seconds."""
    waits = replace(Waits(), run=max_time)
    if timeout is not None:
        waits = replace(waits, connect=timeout, read=timeout)
    return waits if delay is None else replace(waits, delay=delay)


def _addresses(linked: Linked, world: World) -> tuple[Address, ...]:
    interfaces = linked.documents.interfaces
    shown = [one for one in interfaces if not one.front_matter.draft]
    return collect(shown, linked.inputs.bibliography, reader(world))


def _findings(linked: Linked, checked: Sequence[Checked], lock: LinksLock) -> tuple[Diagnostic, ...]:
    """What was found, and what is wrong with the addresses themselves."""
    settings = linked.inputs.settings
    own = replace(settings, ignore=tuple(one for one in settings.ignore if one.code.startswith(EXTERNAL)))
    found = [
        *findings(checked, lock),
        *check_moved(linked.publication, linked.inputs.bibliography, lock),
        *_of_text(linked.diagnostics),
        *(one for one in linked.diagnostics if one.code == "EXT008"),
    ]
    return in_order(without_ignored(found, own))


def _of_text(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    return [
        replace(one, args=tuple((name, masked(value)) for name, value in one.args))
        for one in found
        if one.code in OF_TEXT
    ]


def _remember(root: Path, lock: LinksLock, language: str) -> None:
    """Write links.lock, if there is anything to remember or to forget, and only where it changes."""
    path, data = root / PATH, links_lock_text(lock).encode()
    try:
        if (path.read_bytes() if path.exists() else b"") != data and (lock.entries or path.exists()):
            replace_file(path, data)
    except OSError as error:
        text = N_("The file “{path}” cannot be written: {reason}.")
        raise click.ClickException(say(language, text, path=path, reason=reason(language, error))) from error


def _tell(telling: Telling, found: Sequence[Diagnostic], checked: Sequence[Checked]) -> None:
    if telling.form == "json":
        data = json.loads(json_emitter.emit(found, language=telling.language))
        data["links"] = records(checked, [one for one in found if one.code in OF_TEXT])
        put_data(json.dumps(data, ensure_ascii=False, indent=2) + "\n")
        return
    numbers = counts(checked)
    note = N_("Addresses: {ok} there, {dead} dead, {unsure} unsure, {unchecked} not checked.")
    telling.tell(
        found,
        [
            say(
                telling.language,
                note,
                ok=numbers["ok"],
                dead=numbers["dead"],
                unsure=numbers["unsure"],
                unchecked=numbers["not checked"],
            )
        ],
    )
