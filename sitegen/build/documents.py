"""All chapters parsed: interfaces at hand, bodies only where a page is rendered.

A document is made of the bytes of its file and of nothing else but the settings that parsing asks for. It is
kept in the store under the digest of these, its two parts apart.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date

from sitegen.build.inputs import Inputs
from sitegen.build.store import Sealed, Store
from sitegen.build.toolchain import tool_digest
from sitegen.build.workers import Jobs, spread
from sitegen.diagnostics import Diagnostic
from sitegen.model.document import Body, Document, Interface
from sitegen.parse.chapter import parse
from sitegen.render.contents import WORDS_PER_MINUTE
from sitegen.render.kept import Kept
from sitegen.settings import Settings
from sitegen.source import Source, Span
from sitegen.values import dataclass

Progress = Callable[[str, int, int], None]

TOO_MUCH = "SRC007"
IN_FUTURE = "FRM008"
"""The one finding of a chapter that goes by with time: a date that lies ahead."""
CHAPTER, BODY = "chapter", "body"
_BATCH = 256
"""So many documents go to the store at once: bodies do not gather in memory."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What is known of a chapter beside its text. `digest` changes with every byte of the file, `face` only
    with what other pages may show of it: not with plain words, nor with the lines on which things stand.
    """

    interface: Interface
    found: tuple[Diagnostic, ...]
    day: date
    digest: str
    face: str

    @property
    def is_read(self) -> bool:
        return all(one.code != TOO_MUCH for one in self.found)

    def holds(self, today: date) -> bool:
        """Whether parsing on another day would say the same."""
        return self.day == today or (self.day < today and all(one.code != IN_FUTURE for one in self.found))


@dataclass(frozen=True, slots=True)
class Parser:
    """What parsing depends on beside the text itself."""

    settings: Settings
    today: date

    def digest(self, language: str, source: Source) -> str:
        made = hashlib.blake2b(digest_size=16)
        known = (tool_digest(), self.settings.languages, self.settings.html, language, source.path)
        made.update(repr(known).encode())
        made.update(source.text.encode("utf-8", "surrogatepass"))
        return made.hexdigest()

    def document(self, language: str, source: Source) -> tuple[Document, tuple[Diagnostic, ...]]:
        settings = self.settings
        return parse(source, language, settings.languages, self.today, html=settings.html)

    def sealed(self, chapter: tuple[str, Source]) -> tuple[Sealed, Sealed]:
        """The two parts of a document, as they travel and are kept."""
        document, found = self.document(*chapter)
        interface = document.interface
        parsed = Parsed(interface, found, self.today, self.digest(*chapter), _face(interface))
        return Sealed.of(parsed), Sealed.of(document.body)


class Documents(Mapping[str, Document]):
    """Every document by the path of its file. A body is fetched when its document is asked for; the pages of
    one chapter ask one after another.
    """

    def __init__(self, parsed: Mapping[str, Parsed], body: Callable[[str], Body]) -> None:
        self.parsed = parsed
        self._body = body
        self._last = Kept(8)

    def __getitem__(self, path: str) -> Document:
        return self._last.once(path, lambda: Document(self.parsed[path].interface, self._body(path)))

    def __iter__(self) -> Iterator[str]:
        return iter(self.parsed)

    def __len__(self) -> int:
        return len(self.parsed)

    @property
    def interfaces(self) -> tuple[Interface, ...]:
        return tuple(one.interface for one in self.parsed.values())


@dataclass(frozen=True, slots=True)
class Bodies:
    """Where bodies are: those that were made just now, those in the store. What the store has lost is
    parsed again.
    """

    parser: Parser
    store: Store
    digests: Mapping[str, str]
    sources: Mapping[str, tuple[str, Source]]
    made: dict[str, Sealed] = field(default_factory=dict)

    def __reduce__(self) -> tuple[object, ...]:
        """To another machine bodies travel as they are kept, no larger than the texts that they were made
        from; texts only where their bodies are lost.
        """
        made = {**self.store.sealed(BODY, self.digests.values()), **self.made}
        lost = {path: one for path, one in self.sources.items() if self.digests[path] not in made}
        return type(self), (self.parser, Store(), self.digests, lost, made)

    def __call__(self, path: str) -> Body:
        digest = self.digests[path]
        body: Body | None = self.made[digest].value if digest in self.made else self.store.get(BODY, digest)
        return self.parser.document(*self.sources[path])[0].body if body is None else body


def parse_all(
    inputs: Inputs,
    today: date,
    found: list[Diagnostic],
    store: Store,
    *,
    jobs: Jobs,
    progress: Progress | None,
) -> Documents:
    """Every chapter, but for those that would take too much work. What the store knows is not parsed."""
    parser = Parser(inputs.settings, today)
    digests = {source.path: parser.digest(language, source) for language, source in inputs.chapters}
    known = store.some(CHAPTER, digests.values())
    parsed = {name: one for name, one in known.items() if one.holds(today)}
    sources = {chapter[1].path: chapter for chapter in inputs.chapters}
    bodies = Bodies(parser, store, digests, sources)
    missing = [chapter for path, chapter in sources.items() if digests[path] not in parsed]
    chapters: dict[str, Sealed] = {}
    for number, (chapter, body) in enumerate(spread(parser.sealed, missing, jobs), 1):
        one: Parsed = chapter.value
        parsed[one.digest], chapters[one.digest], bodies.made[one.digest] = one, chapter, body
        if number % _BATCH == 0:
            _keep(store, chapters, bodies.made)
        if progress:
            progress("reading", number, len(missing))
    _keep(store, chapters, bodies.made)
    store.forget(CHAPTER, but=digests.values())
    store.forget(BODY, but=digests.values())
    in_order = {path: parsed[digest] for path, digest in digests.items()}
    found.extend(fault for one in in_order.values() for fault in one.found)
    return Documents({path: one for path, one in in_order.items() if one.is_read}, bodies)


def _keep(store: Store, chapters: dict[str, Sealed], bodies: dict[str, Sealed]) -> None:
    """Let the store have what was parsed; what it takes is not held here any longer."""
    if store.put(CHAPTER, chapters) and store.put(BODY, bodies):
        chapters.clear()
        bodies.clear()


def _face(interface: Interface) -> str:
    """The digest of what other pages show of a document. The places that cite a source are not among it:
    they are known when it is linked (trace.py).
    """
    shown = replace(
        interface,
        notes=(),
        note_marks=(),
        citations=(),
        references=(),
        addresses=(),
        marks=(),
        blocks=(),
        numbers=(),
        spelt=(),
        words=round(interface.words / WORDS_PER_MINUTE),
    )
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {Span: lambda _: (Span, ("",))}
    pickler.dump(shown)
    return hashlib.blake2b(buffer.getvalue(), digest_size=16).hexdigest()
