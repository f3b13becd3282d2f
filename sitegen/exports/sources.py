"""The sources of all editions as files for other programs: what is cited, or all (authoring.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from sitegen.bibliography import Entry
from sitegen.bibliography.formats.biblatex import biblatex
from sitegen.bibliography.formats.csl_json import csl_json
from sitegen.bibliography.formats.ris import ris
from sitegen.render import urls

FORMATS: Mapping[str, Callable[[Iterable[Entry]], str]] = {
    urls.SOURCES_BIB: biblatex,
    urls.SOURCES_CSL: csl_json,
    urls.SOURCES_RIS: ris,
}
"""The output files, each with what makes its text of the entries."""
