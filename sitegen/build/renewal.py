"""A site made anew: only the pages of chapters that have changed, where that is enough, else the whole."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from sitegen.build.last_build import LastBuild, Seen, name_of, output_digest, remember
from sitegen.build.output import OutputError, Written, write, write_changes
from sitegen.build.pipeline import NOTHING, compile_site
from sitegen.build.published import Published, Wanted, is_forbidden
from sitegen.build.revision import revise
from sitegen.build.store import Store
from sitegen.build.trace import Trace
from sitegen.build.tree import Tree
from sitegen.build.units import Earlier
from sitegen.build.workers import Jobs
from sitegen.values import dataclass
from sitegen.world import Folder

Progress = Callable[[str, int, int], None]

KIND = "trace"
FEW = 8
"""So many changed chapters are made again one by one; for more, a build of the whole is as quick."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """Which folder is to hold which site. `seen` are the sources as they were before anything was read."""

    world: Folder
    out: Path
    store: Store
    wanted: Wanted
    seen: Seen
    strict: bool

    def made(
        self, moment: int | None, changed: Sequence[str], jobs: Jobs, progress: Progress | None
    ) -> Published:
        """What came of it. `changed` are the sources that differ from those of the build that looked at them
        at `moment`, whose site is in place; None where there is none. OutputError where nothing can be
        written.
        """
        trace = None if moment is None else self._trace(moment)
        done = self._revised(trace, changed) if trace and 0 < len(changed) <= FEW else None
        return done or self._built(trace, jobs, progress)

    def _trace(self, moment: int) -> Trace | None:
        """The trace of that build; none if what is kept is of another one, which was cut off."""
        looked, trace = self.store.get(KIND, name_of(self.out)) or (0, None)
        return trace if looked == moment else None

    def _revised(self, trace: Trace, changed: Sequence[str]) -> Published | None:
        tree = Tree(self.out)
        made = revise(self.world, changed, trace, tree, self.store)
        if made is None:
            return None
        if is_forbidden(made.diagnostics, strict=self.strict):
            return Published(made.diagnostics)
        written = write_changes(made.artifacts, tree, self.world.root)
        if written is None:
            return None
        done = Published(made.diagnostics, made.remarks, written, made.reasons)
        return self._kept(done, made.trace, written)

    def _built(self, trace: Trace | None, jobs: Jobs, progress: Progress | None) -> Published:
        """Pages of the last site are taken where they can be."""
        outcome = compile_site(
            self.world,
            drafts=self.wanted.drafts,
            search=self.wanted.search,
            jobs=jobs,
            progress=progress,
            store=self.store,
            others=self.seen.others,
            earlier=Earlier(trace.keys, Tree(self.out)) if trace else NOTHING,
        )
        if is_forbidden(outcome.diagnostics, strict=self.strict):
            return Published(outcome.diagnostics)
        try:
            written = write(outcome.artifacts, self.out, self.world.root)
        except OutputError as error:
            raise OutputError(error.diagnostic, outcome.diagnostics) from error
        done = Published(outcome.diagnostics, outcome.remarks, written, outcome.reasons)
        return self._kept(done, outcome.trace, written)

    def _kept(self, done: Published, trace: Trace | None, written: Written) -> Published:
        """Let the next build know of this one."""
        self.store.put(KIND, {name_of(self.out): (self.seen.looked, trace)})
        files, state = written.written + written.unchanged, output_digest(self.out)
        remember(self.store, self.out, LastBuild(self.seen, state, files, done.diagnostics, done.remarks))
        return done
