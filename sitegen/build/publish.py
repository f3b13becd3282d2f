"""A publication brought into its output folder: built where anything has changed, written where it may be.

Where nothing has changed, this is all that is loaded; the phases are loaded where there is work for them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from sitegen.build.last_build import Seen, last_build, look
from sitegen.build.output import Written, check_folder
from sitegen.build.published import Cause, Published, Wanted, is_forbidden
from sitegen.build.store import Store
from sitegen.world import Folder

if TYPE_CHECKING:  # a build with nothing to do loads no processes
    from sitegen.build.workers import Jobs

Progress = Callable[[str, int, int], None]


def publish(
    world: Folder,
    out: Path,
    store: Store,
    wanted: Wanted,
    *,
    strict: bool = False,
    jobs: Jobs = None,
    progress: Progress | None = None,
) -> Published:
    """Build into a folder. OutputError where the folder may not or cannot be written."""
    check_folder(out, world.root)
    last = last_build(store, out)
    seen = look(world, repr(wanted), last.seen if last else None) if store.is_open else Seen()
    cause = Cause.of(last, seen, out)
    if last and cause.kind == "unchanged" and not is_forbidden(last.diagnostics, strict=strict):
        return Published(last.diagnostics, last.remarks, Written(0, last.files, 0))
    from sitegen.build.renewal import Renewal  # noqa: PLC0415  (see above)

    renewal = Renewal(world, out, store, wanted, seen, strict)
    moment = last.seen.looked if last and cause.kind == "edited" else None
    return replace(renewal.made(moment, cause.files, jobs, progress), cause=cause)
