"""Bring the message catalogues up to date: `python tools/messages.py`, with `--check` only look.

Takes every marked string out of the sources (Babel), merges it into the `.po` file of each
language, where a translator fills it in, and compiles those to the `.mo` files that are read.
What no source says any more goes. Without dates and line numbers in them, the files change only
where their words do.
"""
# ruff: noqa: INP001  a script, not a package

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "sitegen" / "locale"
LANGUAGES = tuple(sorted(path.name for path in LOCALE.iterdir() if path.is_dir()))
"""Each has a folder; a new language begins with an empty one."""
READERS = ("sitegen/render", "sitegen/languages")
"""What the readers of a built page see comes from here; all else is said to authors."""
METHODS = {".py": "python", ".html": "jinja2", ".jinja": "jinja2", ".xml": "jinja2"}
PLURALS = {
    "de": "nplurals=2; plural=(n != 1);",
    "ru": (
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 :"
        " n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
    ),
}


class Plain(Catalog):
    """A catalogue whose head says only what a reader of it needs."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        language = str(self.locale)
        return [
            ("Language", language),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=UTF-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", PLURALS.get(language) or self.plural_forms),
        ]


def main(arguments: list[str]) -> int:
    """0 where all files say what the sources and translations say; after writing they do."""
    stale = [path for path, data in wanted() if not path.exists() or path.read_bytes() != data]
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is stale: run python tools/messages.py\n")
        return int(bool(stale))
    for path, data in wanted():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return 0


def wanted() -> Iterator[tuple[Path, bytes]]:
    """Every catalogue file, and what it should hold."""
    for domain in ("messages", "site"):
        template = extracted(domain)
        for language in LANGUAGES:
            folder = LOCALE / language / "LC_MESSAGES"
            catalog = merged(folder / f"{domain}.po", template, language)
            yield folder / f"{domain}.po", po_bytes(catalog)
            yield folder / f"{domain}.mo", mo_bytes(catalog)


def extracted(domain: str) -> list[tuple[str, str | tuple[str, ...], str | None]]:
    """The marked strings of a domain with the file each stands in first, and its context."""
    seen: dict[tuple[object, str | None], tuple[str, str | tuple[str, ...], str | None]] = {}
    for path in sorted((ROOT / "sitegen").rglob("*")):
        name = path.relative_to(ROOT).as_posix()
        if path.suffix not in METHODS or name.startswith(READERS) != (domain == "site"):
            continue
        keywords = {**DEFAULT_KEYWORDS, "npgettext": ((1, "c"), 2, 3)}
        for _, text, _, context in extract_from_file(METHODS[path.suffix], path, keywords=keywords):
            seen.setdefault((text if isinstance(text, str) else text[0], context), (name, text, context))
    return list(seen.values())


def merged(path: Path, template: list[tuple[str, str | tuple[str, ...], str | None]], language: str) -> Plain:
    """The catalogue with exactly the template's strings, translated as far as the file is."""
    known = Catalog(language)
    if path.exists():
        with path.open("rb") as file:
            known = read_po(file, locale=language)
    catalog = Plain(language, header_comment="", fuzzy=False)
    for name, text, context in template:
        old = known.get(text if isinstance(text, str) else text[0], context)
        same = old is not None and isinstance(old.id, str) == isinstance(text, str)
        catalog.add(text, old.string if old is not None and same else None, [(name, 0)], context=context)
    return catalog


def po_bytes(catalog: Plain) -> bytes:
    """The text that translators edit."""
    file = io.BytesIO()
    write_po(file, catalog, width=100, include_lineno=False)
    return file.getvalue()


def mo_bytes(catalog: Plain) -> bytes:
    """The form that `gettext` reads, of what is translated in all its forms."""
    finished = Plain(catalog.locale, fuzzy=False)
    for message in catalog:
        texts = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id and all(texts):
            finished.add(message.id, message.string, context=message.context)
    file = io.BytesIO()
    write_mo(file, finished)
    return file.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
