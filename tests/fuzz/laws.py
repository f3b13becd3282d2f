"""What holds for whatever a publication's files hold (robustness.md, promises 4, 5 and 6)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from time import process_time

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.diagnostics import Diagnostic
from sitegen.diagnostics.emitters import github, sarif, text
from sitegen.diagnostics.emitters import json as json_emitter
from sitegen.source import Source, Span
from sitegen.world import Memory
from tests.publications import TODAY

SECONDS = 20.0
"""Of processor time, for any of these small publications: each takes a tenth of one."""
ROOM, TIMES = 1_000_000, 200
"""Bytes that all artifacts may make up: the theme's and, for each byte of the input, so many."""
FINDINGS = 1
"""For each byte of the input; a hundred more are free."""
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
SCRIPT = re.compile(
    r"""<script(?! defer src="(?:\.\./)*assets/(?:reading|search|voices)\.js"[ >]"""
    r"""| type="application/ld\+json">[^<]*</script>)"""
    r"""|(?:href|src)="\s*(?:javascript|vbscript|data:text)""",
    re.IGNORECASE,
)
TEXTS = (".html", ".xml", ".css", ".js", ".json", ".csv", ".txt", ".svg", ".bib", ".ris")


def compile_within_budget(files: Mapping[str, str | bytes]) -> Outcome:
    """Compile, and hold the outcome to every law."""
    start = process_time()
    outcome = compile_site(Memory(files, TODAY), jobs=1)
    _assert_told(outcome.diagnostics, files)
    assert process_time() - start < SECONDS
    size = sum(len(Memory(files).read(path)) for path in files)
    assert sum(map(len, outcome.artifacts.values())) <= TIMES * size + ROOM
    assert len(outcome.diagnostics) <= FINDINGS * size + 100
    for path, data in outcome.artifacts.items():
        _assert_harmless(path, data)
    return outcome


def _assert_told(found: tuple[Diagnostic, ...], files: Mapping[str, str | bytes]) -> None:
    sources = {path: _source(path, data) for path, data in files.items()}
    for one in found:
        places = [one.span, *(related.span for related in one.related), *([one.fix.span] if one.fix else [])]
        for span in places:
            _assert_inside(one, span, sources)
    told = (text.emit(found, sources.get), github.emit(found))
    for each in told:
        assert not STEERING.search(each), STEERING.search(each)
    assert len(told[1].splitlines()) == len(found) + 1
    assert len(json.loads(json_emitter.emit(found))["diagnostics"]) == len(found)
    assert len(json.loads(sarif.emit(found, version="1.0.0"))["runs"][0]["results"]) == len(found)


def _source(path: str, data: str | bytes) -> Source | None:
    try:
        return Source.of(path, data if isinstance(data, str) else data.decode())
    except UnicodeDecodeError:
        return None


def _assert_inside(one: Diagnostic, span: Span, sources: Mapping[str, Source | None]) -> None:
    """A finding stands within its file; one about a file that is not there, or no text, at its beginning."""
    source = sources.get(span.path)
    if source is None:
        assert span.line >= 1, one
        assert span.path in sources or span == Span(span.path), one
        return
    assert 1 <= span.line <= span.end_line <= len(source.line_starts), one
    assert 1 <= span.column <= len(source.line(span.line)) + 1, one
    assert 1 <= span.end_column <= len(source.line(span.end_line)) + 2, one
    assert (span.line, span.column) <= (span.end_line, span.end_column), one


def _assert_harmless(path: str, data: bytes) -> None:
    parts = path.split("/")
    assert not {"", ".", ".."} & set(parts), path
    assert not CONTROL.search(path), path
    if path.endswith(TEXTS):
        shown = data.decode()
        assert not CONTROL.search(shown), (path, CONTROL.search(shown))
        assert not (path.endswith(".html") and SCRIPT.search(shown)), (path, SCRIPT.search(shown))
