"""`sitegen archive`: have sources archived, and write their copies into citations.bib."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

import click

from sitegen.atomic import replace_file
from sitegen.build.inputs import BIB, BIB_LIMIT, SETTINGS, language_folders
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, opened
from sitegen.cli.language import Command, Option, reason, say, spoken
from sitegen.cli.options import root_option
from sitegen.cli.terminal import put_text
from sitegen.diagnostics.messages import visible
from sitegen.diagnostics.row import N_
from sitegen.links.archive.candidates import Candidate, Skipped, candidates
from sitegen.links.archive.fields import insertion
from sitegen.links.archive.saving import Result, remembered, run, with_copy
from sitegen.links.archive.service import COPIES, SERVER, Failed, Pauses, Service
from sitegen.links_lock import LIMIT, PATH, LinksLock, links_lock_text, read_links_lock
from sitegen.model.nodes import Archived
from sitegen.settings import Settings, read_settings
from sitegen.source import Source
from sitegen.web_addresses import masked
from sitegen.world import Folder, read_source

KEY, SECRET = "IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY"
"""The environment's names for the keys of an account at archive.org."""

SKIPPED = {
    "own": N_("it is a page of this publication"),
    "onion": N_("no archive reaches .onion addresses"),
    "private": N_("it is reached only within a network"),
    "secret": N_("the address carries a token or a password"),
    "login": N_("it is behind a login"),
    "archive": N_("the address is an archive's already"),
    "invalid": N_("it is no web address"),
    "composed": N_("the field “url” is not one text in braces or quotation marks"),
    "fields": N_("it has a field “archiveurl” or “archivedate” already; complete it by hand"),
}
FAILED = {
    "refused": N_("the archive could not save it: {said}"),
    "blocked": N_("the archive answers with a page for people; try again later, or with keys"),
    "keys": N_("the archive does not accept the keys: {said}"),
    "limit": N_("the archive accepts no more for now: {said}"),
    "pending": N_("the archive is still at work; ask again later"),
    "unreadable": N_("the answer of the archive cannot be understood"),
    "unreachable": N_("the archive cannot be reached: {said}"),
}


@dataclass
class _Files:
    """What is read and written: citations.bib as it is now, and links.lock."""

    root: Path
    world: Folder
    language: str
    lock: LinksLock = field(default_factory=LinksLock)
    keeps_lock: bool = True

    def put(self, candidate: Candidate, copy: Archived) -> str:
        """Write a copy down; what went wrong, or nothing."""
        try:
            data = with_copy((self.root / BIB).read_bytes(), BIB, candidate, copy)
            if data is not None:
                replace_file(self.root / BIB, data)
            if self.keeps_lock:
                self.lock = remembered(self.lock, candidate.url, copy, self.world.today)
                replace_file(self.root / PATH, links_lock_text(self.lock).encode())
        except (OSError, UnicodeDecodeError) as error:
            why = reason(self.language, error) if isinstance(error, OSError) else "UTF-8"
            text = N_("The file “{path}” cannot be written: {reason}.")
            return say(self.language, text, path=self.root / BIB, reason=why)
        if data is None:
            return say(self.language, N_("{path} has changed meanwhile; the copy was not written."), path=BIB)
        return ""


@click.command(
    "archive",
    cls=Command,
    help=N_(
        "Have the sources of citations.bib saved by the Wayback Machine, and write the copies into it. Keys "
        "are taken from IA_ACCESS_KEY_ID and IA_SECRET_ACCESS_KEY in the environment."
    ),
)
@root_option()
@click.option(
    "--dry-run",
    cls=Option,
    is_flag=True,
    help=N_("Show what would be submitted and written; ask nobody and write nothing."),
)
@click.option(
    "--server",
    cls=Option,
    metavar="URL",
    default=SERVER,
    help=N_("Address of the save service (default: https://web.archive.org)."),
)
@click.option(
    "--delay",
    cls=Option,
    metavar="S",
    type=click.FloatRange(min=0, max=3600),
    help=N_("Seconds between two submissions (default: 15, with keys 5)."),
)
@click.pass_context
def command(ctx: click.Context, *, root: Path, dry_run: bool, server: str, delay: float | None) -> int:
    language = spoken(ctx)
    where, keys = _server(server, language), _keys(language)
    files = _Files(root, opened(root, language), language)
    read = _read(files)
    if read is None:
        return 1
    source, settings = read
    found = candidates(source, settings.url, files.lock) if source else ()
    _tell_skipped((one for one in found if isinstance(one, Skipped)), language)
    ready = [one for one in found if isinstance(one, Candidate)]
    if dry_run:
        assert source is not None or not ready
        return _show(ready, source, language) if source else 0
    service = Service(where, Pauses.of(delay, has_keys=bool(keys)), keys)
    results = [_told(result, files) for result in run(ready, service.save)]
    _tell_sum(results.count(True), len(results), language)
    return int(not all(results))


def _read(files: _Files) -> tuple[Source | None, Settings] | None:
    """citations.bib (None if there is none) and the settings; None where they cannot be read."""
    world, telling = files.world, Telling(files.language, files.root, files.world)
    known = {path for path in (BIB, SETTINGS, PATH) if path in world.files}
    limits = {BIB: BIB_LIMIT, PATH: LIMIT}
    texts = {path: read_source(world, path, limits.get(path, 1_000_000)) for path in sorted(known)}
    settings, faults = read_settings(
        texts[SETTINGS][0] if SETTINGS in texts else None, language_folders(world), world.today
    )
    unread = [fault for path in (BIB, SETTINGS) if path in texts for fault in texts[path][1]]
    if unread or any(one.severity == "error" for one in faults):
        telling.tell([*unread, *faults])
        return None
    files.lock, broken = read_links_lock(texts[PATH][0] if PATH in texts else None)
    files.keeps_lock = not broken and PATH not in world.symlinks and not (PATH in texts and texts[PATH][1])
    return texts[BIB][0] if BIB in texts else None, settings


def _show(ready: list[Candidate], source: Source, language: str) -> int:
    for one in ready:
        copy = one.known or Archived(f"{COPIES}/YYYYMMDDhhmmss/{one.submitted}", "YYYY-MM-DD")
        fix = insertion(source, one.field, copy)
        if fix is None:
            _tell_skipped([Skipped(one.key, one.url, "composed")], language)
        else:
            put_text(f"{one.key}: {visible(one.submitted)}\n")
            put_text(f"  archiveurl = {visible(copy.url)}\n  archivedate = {copy.date}\n")
    return 0


def _told(result: Result, files: _Files) -> bool:
    """Write down and say what became of a source: whether its copy is in citations.bib now."""
    one, answer, language = result.candidate, result.answer, files.language
    if isinstance(answer, Archived):
        refusal = files.put(one, answer)
        put_text(f"{one.key}: {visible(refusal or answer.url)}\n", err=bool(refusal))
        return not refusal
    text = N_("its turn did not come")
    if isinstance(answer, Failed):
        text = FAILED[answer.kind]
    said = say(language, answer.text) if isinstance(answer, Failed) and answer.text else "–"
    why = say(language, text, said=visible(said))
    put_text(_not_saved(one.key, one.url, why, language), err=True)
    return False


def _tell_skipped(skipped: Iterable[Skipped], language: str) -> None:
    for one in skipped:
        put_text(_not_saved(one.key, one.url, say(language, SKIPPED[one.reason]), language), err=True)


def _not_saved(key: str, url: str, why: str, language: str) -> str:
    text = N_("{key}: not saved, {reason} ({url}).")
    return say(language, text, key=key, reason=why, url=visible(masked(url[:200]))) + "\n"


def _tell_sum(saved: int, total: int, language: str) -> None:
    text = translation(MESSAGES, language).ngettext(
        "{saved} of {total} source has its copy.", "{saved} of {total} sources have their copies.", total
    )
    put_text(text.format(saved=saved, total=total) + "\n")


def _server(text: str, language: str) -> SplitResult:
    try:
        parts = urlsplit(text.removesuffix("/").removesuffix("/save"))
        is_right = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_right = False
    if not is_right or "@" in parts.netloc or parts.query:
        raise click.UsageError(say(language, N_("“{url}” is no address of a server."), url=visible(text)))
    return parts


def _keys(language: str) -> str:
    """`key:secret` from the environment; empty where it is not set."""
    key, secret = os.environ.get(KEY, ""), os.environ.get(SECRET, "")
    if not key and not secret:
        return ""
    if not all(part.isascii() and part.isprintable() and part and " " not in part for part in (key, secret)):
        names = {"key": KEY, "secret": SECRET}
        raise click.UsageError(say(language, N_("{key} and {secret} do not hold a pair of keys."), **names))
    return f"{key}:{secret}"
