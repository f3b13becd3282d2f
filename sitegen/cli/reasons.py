"""Why files were made, as `sitegen build --explain` tells it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.build.published import Cause, Published
from sitegen.cli.language import say
from sitegen.diagnostics.row import N_

CAUSES = {
    "unchanged": N_("Nothing has changed since the last build, and nothing was made."),
    "new": N_("All files were made: no earlier build of this folder is known."),
    "touched": N_("All files were made: those in the folder were not as the last build had left them."),
    "other": N_("All files were made: sitegen, a library, the day or an option is another than last time."),
    "edited": N_("Files were made because this has changed since the last build: {files}."),
}


def told_reasons(done: Published, language: str) -> Iterator[str]:
    """One sentence that says why anything was made, then a line for each file that was: the source that it
    is made from, and whether it came out as it was before.
    """
    yield _cause(done.cause, language)
    written = done.written.paths if done.written else frozenset()
    for path, source in sorted(done.reasons.items()):
        text = (
            N_("{path}: from {source}; written.")
            if path in written
            else N_("{path}: from {source}; the same.")
        )
        yield say(language, text, path=path, source=source)


def _cause(cause: Cause, language: str) -> str:
    return say(language, CAUSES[cause.kind], files=", ".join(cause.files))
