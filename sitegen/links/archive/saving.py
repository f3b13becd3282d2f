"""A run of `sitegen archive`: every source submitted in turn, and its copy written down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date

from sitegen.bibliography.bibtex import read_raw
from sitegen.fixes import applied
from sitegen.links.archive.candidates import Candidate
from sitegen.links.archive.fields import insertion
from sitegen.links.archive.service import FINAL, Failed
from sitegen.links_lock import LinksLock, Remembered
from sitegen.model.nodes import Archived
from sitegen.source import Source
from sitegen.values import dataclass

Save = Callable[[str], Archived | Failed]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one source; None where the run had ended before its turn."""

    candidate: Candidate
    answer: Archived | Failed | None


def run(sources: Iterable[Candidate], save: Save) -> Iterator[Result]:
    """The sources one after the other: a copy that is known is not made anew, an address is submitted
    once, and after an answer that ends the run nothing more is asked.
    """
    answers: dict[str, Archived | Failed] = {}
    has_ended = False
    for candidate in sources:
        answer = candidate.known or answers.get(candidate.submitted)
        if answer is None and not has_ended:
            answer = answers[candidate.submitted] = save(candidate.submitted)
            has_ended = isinstance(answer, Failed) and answer.kind in FINAL
        yield Result(candidate, answer)


def with_copy(data: bytes, path: str, candidate: Candidate, copy: Archived) -> bytes | None:
    """The bytes of citations.bib with the two fields of one entry; None where its `url` is no longer
    what it was.
    """
    source = Source.of(path, data.decode())
    entries, _ = read_raw(source)
    for entry in entries:
        names = {one.name for one in entry.fields}
        if entry.key != candidate.key or names & {"archiveurl", "archivedate"}:
            continue
        url = next((one for one in entry.fields if one.name == "url"), None)
        if url is not None and url.value == candidate.field.value:
            fix = insertion(source, url, copy)
            return applied(data, [fix]).data if fix else None
    return None


def remembered(lock: LinksLock, url: str, copy: Archived, today: date) -> LinksLock:
    """links.lock with the copy of an address; what else is known of it stays."""
    known = lock.get(url) or Remembered("not checked", None, "", today)
    day = date.fromisoformat(copy.date)
    return lock.with_entries({url: replace(known, copy_url=copy.url, copy_date=day)})
