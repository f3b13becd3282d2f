"""A publication in two languages for tests: exported, changed, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from sitegen.build.documents import parse_all
from sitegen.build.inputs import read_inputs
from sitegen.build.store import Store
from sitegen.diagnostics import Diagnostic
from sitegen.exchange import docx_table, markdown_list, xliff
from sitegen.exchange.chapter import Rules
from sitegen.exchange.intake import Intake, take_back
from sitegen.exchange.pairs import chapter_pairs, worklist
from sitegen.exchange.returned import ReturnedList
from sitegen.exchange.units import ChapterPair, Unit, Worklist
from sitegen.link import Catalogs, link
from sitegen.model.publication import Publication
from sitegen.source import Source
from sitegen.world import Memory
from tests.publications import BIB, TODAY

DE, RU = "content/de/01-kapitel.md", "content/ru/01-kapitel.md"
HEAD_DE = "---\ntitle: Das Kapitel\n---\n\n"
HEAD_RU = "---\ntitle: Глава\ntranslated_from: de\n---\n\n"
RULES = Rules(("de", "ru"), TODAY)
FORMATS = {
    "xliff": (xliff.write, xliff.read, "list.xlf"),
    "docx-table": (docx_table.write, docx_table.read, "list.docx"),
    "md": (markdown_list.write, markdown_list.read, "list.md"),
}


@dataclass(frozen=True)
class Project:
    """The files of a small publication, German and Russian."""

    files: Mapping[str, str | bytes]

    @cached_property
    def publication(self) -> Publication:
        """Linked, without its pages."""
        base = 'languages = ["de", "ru"]\ntitle = { de = "Beispiel", ru = "Пример" }\n'
        world = Memory({"sitegen.toml": base, "citations.bib": BIB, **self.files}, TODAY)
        found: list[Diagnostic] = []
        inputs = read_inputs(world, found)
        documents = parse_all(inputs, TODAY, found, Store(), jobs=1, progress=None)
        catalogs = Catalogs(
            inputs.settings, inputs.bibliography, inputs.gazetteer, inputs.files, {}, TODAY, lock=inputs.lock
        )
        return link(documents.interfaces, catalogs)[0]

    @cached_property
    def chapters(self) -> tuple[ChapterPair, ...]:
        sources = {
            path: Source.of(path, text if isinstance(text, str) else text.decode())
            for path, text in self.files.items()
        }
        return chapter_pairs(self.publication.alignments, sources, RULES)

    @property
    def bytes(self) -> dict[str, bytes]:
        return {path: text.encode() if isinstance(text, str) else text for path, text in self.files.items()}

    def export(self, *, everything: bool = True) -> Worklist:
        made = worklist(self.chapters, everything=everything)
        assert made
        return made

    def take(self, *lists: ReturnedList) -> Intake:
        return take_back(lists, self.chapters, self.bytes, RULES)


def project(german: str, russian: str | None, **more: str) -> Project:
    """One chapter and its translation; texts without a front matter get one."""
    files = {DE: german if german.startswith("---") else HEAD_DE + german}
    if russian is not None:
        files[RU] = russian if russian.startswith("---") else HEAD_RU + russian
    return Project({**files, **more})


def sent(made: Worklist, form: str = "md") -> ReturnedList:
    """A worklist written and read again."""
    write, read, path = FORMATS[form]
    return read(write(made), path)


def changed(returned: ReturnedList, **texts: str) -> ReturnedList:
    """A returned list with other translations, by keys (`n` and a number for that of a block)."""
    wanted = {key.removeprefix("b").replace("_", ".", 1): text for key, text in texts.items()}
    assert set(wanted) <= {one.key for one in returned.units}, [one.key for one in returned.units]
    units = tuple(replace(one, text=wanted.get(one.key, one.text)) for one in returned.units)
    return replace(returned, units=units)


def units(made: Worklist) -> dict[str, Unit]:
    return {unit.key: unit for chapter in made.chapters for unit in chapter.units}


def key_name(key: str) -> str:
    """A unit's key as `changed` takes it."""
    return ("b" + key if key[0].isdigit() else key).replace(".", "_")
