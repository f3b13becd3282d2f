"""`sitegen translations accept`: record that wordings were agreed on as they are now."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import click

from sitegen.atomic import replace_file
from sitegen.catalogs import MESSAGES, translation
from sitegen.cli.findings import Telling, opened
from sitegen.cli.language import Command, Option, did_you_mean, reason, say, spoken
from sitegen.cli.options import root_option
from sitegen.cli.terminal import put_text
from sitegen.cli.translations import folder, read_linked
from sitegen.diagnostics import nearest
from sitegen.diagnostics.row import N_
from sitegen.exports.agreement import agree, names
from sitegen.model.publication import Publication
from sitegen.translations_lock import PATH, lock_text


@click.command(
    "accept",
    cls=Command,
    help=N_(
        "Record that translations are in step with their sources as they are now: all, or some chapters."
    ),
)
@click.argument("chapters", nargs=-1, metavar="[CHAPTER]...")
@click.option(
    "--block",
    cls=Option,
    metavar="ID",
    default=None,
    help=N_("Only the block of this id, or whose digest begins so; “head” is title and abstract."),
)
@root_option()
@click.pass_context
def command(ctx: click.Context, *, chapters: tuple[str, ...], block: str | None, root: Path) -> int:
    language, root = spoken(ctx), folder(ctx, root)
    linked = read_linked(Telling(language, root, opened(root, language)))
    if linked is None:
        return 1
    stems = [PurePosixPath(name).name.removesuffix(".md") for name in chapters]
    _judge(linked.publication, stems, block, language)
    known = {one.stem for one in linked.documents.interfaces}
    lock, fresh = agree(linked.publication, linked.lock.of_chapters(known), stems, block)
    if lock != linked.inputs.lock or not (root / PATH).exists():
        try:
            replace_file(root / PATH, lock_text(lock).encode())
        except OSError as error:
            text = N_("The file “{path}” cannot be written: {reason}.")
            raise click.ClickException(
                say(language, text, path=root / PATH, reason=reason(language, error))
            ) from error
    told = translation(MESSAGES, language).ngettext(
        "{path}: {count} passage newly agreed on.", "{path}: {count} passages newly agreed on.", fresh
    )
    put_text(told.format(path=root / PATH, count=fresh) + "\n")
    return 0


def _judge(publication: Publication, stems: Sequence[str], block: str | None, language: str) -> None:
    """Names that nothing has are wrong usage."""
    pages = [page for edition in publication.editions for page in edition.pages]
    known = sorted({page.interface.stem for page in pages})
    for stem in stems:
        if stem not in known:
            text = say(language, N_("There is no chapter “{name}”."), name=stem)
            meant = nearest(stem, known)
            raise click.UsageError(f"{text} {did_you_mean(language, meant)}" if meant else text)
    chosen = [page for page in pages if not stems or page.interface.stem in stems]
    if block is not None and not any(names(page, block) for page in chosen):
        ids = sorted({one.id for page in chosen for one in page.interface.blocks if one.id})
        text = say(language, N_("There is no block “{name}”."), name=block)
        meant = nearest(block, ids)
        raise click.UsageError(f"{text} {did_you_mean(language, meant)}" if meant else text)
