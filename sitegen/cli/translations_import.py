"""`sitegen translations import`: what translators sent back, put into the chapters."""

from __future__ import annotations

import errno
import os
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import click

from sitegen.atomic import replace_file
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, failed, opened
from sitegen.cli.language import Command, Option, say, spoken
from sitegen.cli.options import root_option
from sitegen.cli.translations import folder
from sitegen.cli.worklists import ENDINGS, FORMATS, Translations, format_module, linked
from sitegen.diagnostics import Diagnostic, in_order, report
from sitegen.diagnostics.row import N_
from sitegen.exchange.intake import Intake, take_back
from sitegen.exchange.returned import LIMIT, TOO_LARGE, ReturnedList, Unreadable
from sitegen.source import Span
from sitegen.world import World


@click.command("import", cls=Command, help=N_("Take a worklist back, with what was translated."))
@root_option()
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(tuple(FORMATS)),
    help=N_("Format of the files (default: by the ending of their names)."),
)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.pass_context
def command(ctx: click.Context, *, root: Path, form: str | None, files: tuple[Path, ...]) -> int:
    language, root = spoken(ctx), folder(ctx, root)
    telling = Telling(language, root, opened(root, language))
    intake = import_files(telling, form, files)
    telling.tell(intake.diagnostics, [_summary(intake, language)])
    return int(failed(intake.diagnostics, strict=False))


def import_files(telling: Telling, form: str | None, files: Sequence[Path]) -> Intake:
    """Take the files back and write the chapters; `taken` are the units that were put in."""
    found: list[Diagnostic] = []
    lists = list(_read_lists(files, form, telling.language, found))
    translations = linked(telling)
    old = _targets(telling.world, translations)
    intake = take_back(lists, translations.chapters, old, translations.rules)
    found += intake.diagnostics
    written = _write(telling.root, intake, old, found)
    taken = tuple(one for one in intake.taken if one.path in written)
    return Intake(written, taken, intake.untouched, in_order(found))


def _read_lists(
    files: Iterable[Path], form: str | None, language: str, found: list[Diagnostic]
) -> Iterable[ReturnedList]:
    for path in files:
        name = form or ENDINGS.get(path.suffix.lower())
        if name is None:
            text = N_("“{path}” has none of the endings of a worklist; say its format with --format.")
            raise click.UsageError(say(language, text, path=path))
        module = format_module(name, language)
        try:
            yield module.read(_read(path), path.as_posix())
        except Unreadable as unreadable:
            found.append(unreadable.diagnostic(path.as_posix()))


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise Unreadable(error.strerror or str(error)) from None
    if len(data) > LIMIT:
        raise Unreadable(TOO_LARGE)
    return data


def _targets(world: World, translations: Translations) -> dict[str, bytes]:
    """The translations' files as they are."""
    paths = {one.target.source.path for one in translations.chapters if one.target}
    return {path: world.read(path) for path in paths}


def _write(root: Path, intake: Intake, old: Collection[str], found: list[Diagnostic]) -> dict[str, bytes]:
    written: dict[str, bytes] = {}
    for path, data in sorted(intake.files.items()):
        try:
            _put(root, path, data, is_new=path not in old)
        except OSError as error:
            found.append(report("XCH016", Span(path), path=path, reason=error.strerror or str(error)))
        else:
            written[path] = data
    return written


def _put(root: Path, path: str, data: bytes, *, is_new: bool) -> None:
    """Write a chapter: a new one not over what stands there, and none beyond the publication."""
    target = root / path
    if is_new and (target.is_symlink() or target.exists()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if not target.parent.resolve().is_relative_to(root.resolve()):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    replace_file(target, data)


def _summary(intake: Intake, language: str) -> str:
    count = len(intake.taken)
    if not count:
        text = N_("Nothing was taken over; {untouched} came back untouched.")
        return say(language, text, untouched=intake.untouched)
    text = translation(MESSAGES, language).ngettext(
        "{count} translation taken over into {files}; {untouched} came back untouched.",
        "{count} translations taken over into {files}; {untouched} came back untouched.",
        count,
    )
    files = ", ".join(sorted(intake.files))
    return text.format(count=count, files=files, untouched=intake.untouched)
