"""Charts are drawn: one process of Vega-Lite for all, and every drawing once."""

from __future__ import annotations

import atexit
import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

from sitegen import languages
from sitegen.diagnostics import Diagnostic, report
from sitegen.model.document import FloatSource
from sitegen.model.publication import ChartData, Publication
from sitegen.render.charts.labels import ChartText
from sitegen.render.charts.scene import Scene, scene
from sitegen.render.site import Drawings

LIBRARY = "vl_convert"
PROGRAM = Path(__file__).with_name("vega_process.py")
COMMAND = "pip install 'sitegen-research[charts]'"

_answers: dict[str, Mapping[str, Any]] = {}
"""What Vega-Lite has answered in this process, by the question."""
_running: list[subprocess.Popen[str]] = []


def draw_charts(publication: Publication, found: list[Diagnostic]) -> Drawings:
    """The drawing of every chart by language, kind and data. A chart that has none is shown as a table:
    where the library is not installed that is said once, at the first chart.
    """
    drawn: dict[tuple[str, str, ChartData], Scene] = {}
    for language, float_, data in _charts(publication):
        if find_spec(LIBRARY) is None:
            found.append(report("FIG022", float_.span, command=COMMAND))
            return {}
        assert float_.chart
        text = ChartText(float_.chart.type, data, languages.get(language))
        answer = _ask(json.dumps(text.spec()))
        if "graph" in answer:
            drawn[language, text.kind, data] = scene(text.plot, text.lines, answer["graph"])
        else:
            found.append(report("FIG023", float_.span, reason=str(answer.get("error", "")).rstrip(".")))
    return drawn


def _charts(publication: Publication) -> Iterator[tuple[str, FloatSource, ChartData]]:
    for edition in publication.editions:
        for page in edition.pages:
            for float_, data in zip(page.interface.floats, page.charts, strict=False):
                if float_.chart and data and data.rows:
                    yield page.language, float_, data


def _ask(question: str) -> Mapping[str, Any]:
    """The answer of Vega-Lite; an error where its process has ended."""
    if question not in _answers:
        try:
            answer = _asked(question)
        except (OSError, ValueError) as error:
            _close()
            return {"error": str(error)}
        _answers[question] = answer
    return _answers[question]


def _asked(question: str) -> Mapping[str, Any]:
    questions, answers = _pipes()
    questions.write(question + "\n")
    questions.flush()
    answer: Mapping[str, Any] = json.loads(answers.readline())
    return answer


def _pipes() -> tuple[IO[str], IO[str]]:
    """To and from the process, which is started with the first question."""
    if not _running:
        _running.append(
            subprocess.Popen(  # noqa: S603  (our own program, without a shell)
                [sys.executable, "-P", str(PROGRAM)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
            )
        )
        atexit.register(_close)
    process = _running[0]
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


def _close() -> None:
    """End the process: it ends itself when its questions do."""
    while _running:
        process = _running.pop()
        process.kill()
        process.communicate()
