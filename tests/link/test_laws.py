"""What holds for any texts: linking never fails, takes its time, and every finding stands in a file."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.source import Source
from tests.link.zwei import DE, DE2, RU, base, changed, compiled
from tests.parse.test_laws import texts

TEXT = base()
HEAD = "---\ntitle: Beispiel\n---\n"
SECONDS = 10.0
"""Of processor time, for any of these: each takes one or two; a quadratic rule would take many times that."""


@settings(derandomize=True, max_examples=20, deadline=None)
@given(texts, texts)
def test_any_texts_are_linked(german: str, russian: str) -> None:
    files = changed({DE: HEAD + german, RU: HEAD + russian})
    sources = {path: Source.of(path, text) for path, text in files.items() if isinstance(text, str)}
    for found in compiled(files).diagnostics:
        source = sources[found.span.path]
        assert 1 <= found.span.line <= len(source.line_starts)
        assert 1 <= found.span.column <= len(source.line(found.span.line)) + 1


@settings(derandomize=True, max_examples=10, deadline=None)
@given(st.data())
def test_lines_taken_out_of_good_chapters(data: st.DataObject) -> None:
    """The outcome does not depend on the order in which files are listed."""
    files = dict(TEXT)
    for path in (DE, RU, DE2):
        lines = files[path].split("\n")
        for _ in range(data.draw(st.integers(0, 2))):
            del lines[data.draw(st.integers(4, len(lines) - 1))]
        files[path] = "\n".join(lines)
    backwards = dict(sorted(files.items(), reverse=True))
    assert compiled(changed(files)).diagnostics == compiled(changed(backwards)).diagnostics


MANY = {
    "links to nowhere": "\n\n".join(f"## Kapitel {n}\n\n[x](#kapitell-{n})" for n in range(750)),
    "links to no file": "\n\n".join(f"[x]({n:05d}-fehlt.md)" for n in range(1500)),
    "unknown keys": " ".join(f"[@muster{n}]" for n in range(2000)),
    "one key cited often": "[@muster2020] " * 3000 + "[@fehlt]",
    "unknown places": "\n\n".join(
        f"[x]{{.quote #q{n} gender=female age=20 city=moskva{n} year=2024}}" for n in range(500)
    ),
    "quotes that the other language lacks": "\n\n".join(f"[x]{{.quote #zitat-{n}}}" for n in range(800)),
}


@pytest.mark.parametrize("name", MANY)
def test_many(name: str) -> None:
    start = process_time()
    outcome = compiled(changed({DE: HEAD + MANY[name]}))
    assert process_time() - start < SECONDS
    assert outcome.artifacts == {}
