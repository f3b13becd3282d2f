"""What the pages of a chapter are made of, in all its languages: where all of that is as it was, the pages of
the last build are taken.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from sitegen.build.documents import Documents
from sitegen.model.publication import Page
from sitegen.render.contents import neighbours
from sitegen.render.edition_links import parallel_neighbours
from sitegen.render.metadata.work import edition_work
from sitegen.render.site import Site, all_keys
from sitegen.render.source_index import cited_keys
from sitegen.values import dataclass

Keys: TypeAlias = Mapping[str, str]
"""For each chapter's file the digest of all that its pages, and those beside other languages, are made of."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A site that was made before, and the keys of its chapters. `here` says that only this process can read
    it.
    """

    keys: Keys
    site: Mapping[str, bytes]
    here: bool = False


def unit_keys(site: Site, documents: Documents, others: str) -> Keys:
    """The keys of all chapters; `others` is a digest of what is read beside them, and of the tool."""
    common = repr((others, _of_all(site)))
    stands: dict[str, list[tuple[str, str, int]]] = {}
    for edition in site.publication.editions:
        for one in edition.fallbacks:
            stands.setdefault(one.source, []).append((edition.language, one.output, one.number))
    units: dict[str, list[Page]] = {}
    for page in site.pages.values():
        if page.number:
            units.setdefault(page.interface.stem, []).append(page)
    keys: dict[str, str] = {}
    for stem, pages in units.items():
        paths = [page.interface.path for page in pages]
        texts = [documents.parsed[path].digest for path in paths]
        around = [tuple(_around(site, page, stands.get(page.interface.path, ()))) for page in pages]
        made = repr((common, texts, site.alignments.get(stem), around)).encode("utf-8", "surrogatepass")
        keys.update(dict.fromkeys(paths, hashlib.blake2b(made, digest_size=16).hexdigest()))
    return keys


def _of_all(site: Site) -> tuple[object, ...]:
    """What every page may say of the whole."""
    works = [edition_work(site, one) for one in site.publication.editions]
    return works, bool(site.dates), bool(all_keys(site.publication, site.settings, site.bibliography))


def _around(site: Site, page: Page, stands: Sequence[tuple[str, str, int]]) -> Iterator[object]:
    """What a page shows of others: where links lead, the chapters before and after, here and where the text
    stands in for a missing one, and the letters and places of its sources.
    """
    tag = page.language
    yield page.output, page.number, page.targets
    yield [(one.language, one.output) for one in page.counterparts]
    yield neighbours(site, tag, page.output, page.number or 0)
    yield [parallel_neighbours(site, page, one.language) for one in page.counterparts]
    yield [(output, *neighbours(site, language, output, number)) for language, output, number in stands]
    keys = cited_keys(page, site.bibliography)
    yield [(key, site.suffixes[tag].get(key), site.sources[tag].output(key)) for key in keys]
