"""sitegen: bilingual research publications from Markdown.

    >>> from sitegen import check_site
    >>> for diagnostic in check_site("my-report"):
    ...     print(diagnostic)

The public API is `build_site`, `check_site` and `Diagnostic`; everything else may change. They are
loaded when they are first asked for, so that `import sitegen` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sitegen.api import Diagnostic, build_site, check_site

__all__ = ["Diagnostic", "build_site", "check_site"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module “sitegen” has no attribute “{name}”")
    return getattr(import_module("sitegen.api"), name)
