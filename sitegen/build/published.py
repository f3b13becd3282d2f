"""What is wanted of a build, what came of it, and why anything was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from pathlib import Path
from typing import Literal

from sitegen.build.last_build import LastBuild, Seen
from sitegen.build.output import Written
from sitegen.diagnostics import Diagnostic
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of what the site is to be made: with drafts, with search."""

    drafts: bool = False
    search: bool = True


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it: nothing is written where findings forbid a site. `reasons` give for each file that was
    made the source that it is made from, `cause` says why any was.
    """

    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[Diagnostic, ...] = ()
    written: Written | None = None
    reasons: Mapping[str, str] = field(default_factory=dict)
    cause: Cause = field(default_factory=lambda: Cause("unchanged"))


@dataclass(frozen=True, slots=True)
class Cause:
    """Why files are made. *new*: no earlier build of this folder is known; *touched*: its files are not as
    that build left them; *other*: the tool, the day or what is wanted is another; *edited*: `files` have
    changed, come or gone.
    """

    kind: Literal["unchanged", "new", "touched", "other", "edited"]
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, last: LastBuild | None, seen: Seen, out: Path) -> Cause:
        if last is None:
            return cls("new")
        if not last.is_in_place(out):
            return cls("touched")
        changed = seen.changed(last.seen)
        if changed is None:
            return cls("other")
        return cls("edited", changed) if changed else cls("unchanged")


def is_forbidden(found: Sequence[Diagnostic], *, strict: bool) -> bool:
    """Whether the findings forbid a site."""
    grave = {"error", "warning"} if strict else {"error"}
    return any(one.severity in grave for one in found)
