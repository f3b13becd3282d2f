"""What this machine has to offer a build, and what is said where processes fail it. Loaded by every build."""

from __future__ import annotations

import os
import sys
from typing import Any

from sitegen.diagnostics import Diagnostic, report
from sitegen.source import Span

CAN_FORK = sys.platform not in {"win32", "darwin"}
"""Windows cannot, and on macOS the system's own libraries do not survive it (Python's documentation of
multiprocessing, "Contexts and start methods").
"""


class WorkersError(Exception):
    """Processes that should have done the work cannot; `diagnostic` says why, at no place in particular."""

    def __init__(self, code: str, **values: Any) -> None:
        self.diagnostic: Diagnostic = report(code, Span("sitegen.toml"), **values)
        super().__init__(str(self.diagnostic))


def processors() -> int:
    """How many this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
