"""The index of the search, made by Pagefind: records in, files out, nothing on the disk.

Pagefind runs as a process beside the build and is asked in its service mode: messages of JSON in base64, each
followed by a comma. It takes what it is told at once and answers in the order of the questions.
"""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from typing import Any, Self

from sitegen.build.search_order import in_order
from sitegen.diagnostics import Diagnostic, report
from sitegen.exports.search_records import Record, search_records
from sitegen.model.document import Document
from sitegen.render import urls
from sitegen.render.site import Site
from sitegen.settings import PATH, Settings
from sitegen.source import Span
from sitegen.values import dataclass

LIBRARY = "pagefind_bin"
COMMAND = "pip install 'sitegen-research[search]'"
Message = Mapping[str, Any]

_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
_FOLDERS = ("fragment/", "index/", "filter/")


def can_search(settings: Settings, found: list[Diagnostic], *, wanted: bool) -> bool:
    """Whether the site gets its search: a publication may do without, and a warning says that the part of
    sitegen which makes the index is not installed.
    """
    if not (wanted and settings.search):
        return False
    if any(find_spec(library) is None for library in (LIBRARY, "cbor2")):
        found.append(report("OUT008", settings.span("search.enabled") or Span(PATH), command=COMMAND))
        return False
    return True


@contextmanager
def begun(site: Site, documents: Mapping[str, Document]) -> Iterator[Indexing | None]:
    """The index of a site, begun: None where it has no search."""
    if not site.search:
        yield None
        return
    with Indexing.of(search_records(site, documents)) as indexing:
        yield indexing


def index(records: Mapping[str, Sequence[Record]]) -> Mapping[str, bytes]:
    """The files of the index by their paths: the same records give the same bytes."""
    with Indexing.of(records) as indexing:
        return indexing.files()


@dataclass(frozen=True, slots=True)
class Indexing:
    """A process of Pagefind that makes an index while the build goes on."""

    process: subprocess.Popen[bytes]
    count: int

    @classmethod
    def of(cls, records: Mapping[str, Sequence[Record]]) -> Indexing:
        """Begin: the process reads all questions, whether or not somebody waits for its answers."""
        process = subprocess.Popen(  # noqa: S603  (a program of ours, without a shell)
            [sys.executable, "-P", "-m", LIBRARY, "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert process.stdin
        messages = list(_messages(records))
        for number, message in enumerate(messages):
            question = json.dumps({"message_id": number, "payload": message}, ensure_ascii=False)
            process.stdin.write(base64.b64encode(question.encode()) + b",")
        process.stdin.flush()
        return cls(process, len(messages))

    def files(self) -> Mapping[str, bytes]:
        """Wait for the index. OSError where the process has ended before."""
        answers = json.loads(base64.b64decode(self._last()))
        made = in_order(
            {one["path"]: base64.b64decode(one["content"]) for one in answers["payload"]["files"]}
        )
        wasm = _stems(made)
        kept = (path for path in sorted(made) if path in _NEEDED or path in wasm or _is_data(path))
        return {urls.SEARCH_INDEX + path: made[path] for path in kept}

    def _last(self) -> bytes:
        """The last of all answers, which holds the files."""
        assert self.process.stdout
        rest, answered = bytearray(), 0
        while answered < self.count:
            part = self.process.stdout.read1(1 << 20)  # type: ignore[attr-defined]
            if not part:
                raise OSError("Pagefind has ended before the index was made")
            answered += part.count(b",")
            rest += part
            if answered < self.count:
                del rest[: rest.rfind(b",") + 1]
        return bytes(rest).rstrip(b",").rpartition(b",")[2]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


def _messages(records: Mapping[str, Sequence[Record]]) -> Iterator[Message]:
    yield {"type": "NewIndex", "config": {"root_selector": "html", "keep_index_url": True}}
    for language, several in records.items():
        for one in several:
            page = _page(one, language)
            yield {"type": "AddFile", "index_id": 0, "url": one.address, "file_contents": page}
    yield {"type": "GetFiles", "index_id": 0}


def _page(record: Record, language: str) -> str:
    """A record as Pagefind reads it: a page of the text alone, with what is to be shown of it as metadata."""
    known = {"title": record.title, "label": record.label, "chapter": record.chapter}
    metadata = "".join(
        f'<meta data-pagefind-meta="{name}[content]" content="{escape(value)}">'
        for name, value in known.items()
        if value
    )
    kind = f'<meta data-pagefind-filter="kind[content]" content="{record.kind}">'
    text = "".join(_section(record))
    return f'<!doctype html><html lang="{language}"><head>{kind}{metadata}</head><body>{text}</body></html>'


def _section(record: Record) -> Iterable[str]:
    for one in record.sections:
        if one.anchor:
            yield f'<h2 id="{escape(one.anchor)}">{escape(one.heading)}</h2>'
        if one.text:
            yield f"<p>{escape(one.text)}</p>"


def _is_data(path: str) -> bool:
    return path.startswith(_FOLDERS) or path.endswith(".pf_meta")


def _stems(made: Mapping[str, bytes]) -> set[str]:
    """The programs of the languages that there are; one for all that Pagefind has no stems of."""
    known = json.loads(made["pagefind-entry.json"])["languages"]
    return {f"wasm.{one['wasm'] or 'unknown'}.pagefind" for one in known.values()}
