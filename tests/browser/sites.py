"""The sites that the browser reads: the demonstration, and one whose lists go over several pages."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from sitegen.build.pipeline import compile_site
from sitegen.render.paging import SIZE
from sitegen.world import Folder, Memory
from tests.site.samples import ROOT, TODAY

BASE = "/repo/"
ADDRESS = f"https://example.org{BASE}"
COUNT = SIZE + 3
ONLY = {
    "content/de/06-nur-deutsch.md": "---\ntitle: Nur deutsch\n---\n\n## Teil\n\nText.[^a]\n\n[^a]: Note.\n",
    "content/ru/07-tolko-po-russki.md": (
        "---\ntitle: Только по-русски\n---\n\n## Раздел\n\nТекст.[^a]\n\n[^a]: Сноска.\n"
    ),
}
"""A chapter that only one edition has is shown in the other one under a notice."""


@cache
def demonstration() -> Mapping[str, bytes]:
    """The demonstration as it would be published under a sub-path, with a chapter of each language's own."""
    folder = Folder.at(ROOT, TODAY)
    files: dict[str, str | bytes] = {path: folder.read(path) for path in folder.files}
    settings = folder.read("sitegen.toml").decode()
    files["sitegen.toml"] = settings.replace("https://example.org/bleiben/", ADDRESS)
    return _compiled({**files, **ONLY}, search=True)


@cache
def long_lists() -> Mapping[str, bytes]:
    """More chapters, and more places of quotes, than stand on one page."""
    numbers = range(1, COUNT)
    place = '[ort-{0}]\nname = {{ de = "Ort {0}", ru = "Место {0}" }}\n'
    quote = "::: {{.quote #q-{0} gender=female age=30 city=ort-{0} year=2024}}\n{1} {0}.\n:::\n\n"
    files: dict[str, str | bytes] = {
        "sitegen.toml": f'languages = ["de", "ru"]\ntitle = {{ de = "Reihe" }}\nurl = "{ADDRESS}"\n',
        "places.toml": "".join(map(place.format, numbers)),
        "citations.bib": "",
    }
    for tag, title, word in (("de", "Viele", "Wort"), ("ru", "Многие", "Слово")):
        quotes = "".join(quote.format(number, word) for number in numbers)
        files[f"content/{tag}/001-viele.md"] = f"---\ntitle: {title}\n---\n\n{quotes}"
    for number in range(2, COUNT):
        files[f"content/de/{number:03}-kapitel-{number}.md"] = f"---\ntitle: Kapitel {number}\n---\n\nText.\n"
    return _compiled(files)


def _compiled(files: Mapping[str, str | bytes], *, search: bool = False) -> Mapping[str, bytes]:
    outcome = compile_site(Memory(files, TODAY), jobs=1, search=search)
    assert outcome.artifacts, [str(one) for one in outcome.diagnostics if one.severity == "error"]
    return outcome.artifacts
