"""Small publications that cite, and what their pages show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tests.publications import CHAPTER, build
from tests.site.dom import Page, text

BIB = """\
@book{muster2020,
  author = {Muster, Eva}, title = {Ein Beispiel}, subtitle = {Mit Anhang}, publisher = {Verlag},
  date = {2020}, langid = {german},
}
@book{petrov2021,
  author = {Петров, Сергей}, title = {Книга}, publisher = {Наука}, date = {2021}, langid = {russian},
}
@article{berg2020,
  author = {van der Berg, Jan}, title = {Work}, journaltitle = {Journal}, volume = {3}, pages = {1--9},
  date = {2020}, langid = {english},
}
@online{seite,
  title = {Seite}, organization = {Amt}, date = {2022-02-28}, url = {https://amt.example/seite},
  urldate = {2024-07-17}, langid = {german},
}
@book{zwei2021a, author = {Zwei, Ada}, title = {Anfang}, date = {2021}, langid = {german}}
@book{zwei2021b, author = {Zwei, Ada}, title = {Ende}, date = {2021}, langid = {german}}
"""
RUSSIAN = "content/ru/01-beispiel.md"
SECOND = "content/de/02-zweites.md"


class Pages(Mapping[str, Page]):
    """Pages by their paths, each read when it is looked at."""

    def __init__(self, artifacts: Mapping[str, bytes]) -> None:
        self._artifacts = {path: data for path, data in artifacts.items() if path.endswith(".html")}
        self._read: dict[str, Page] = {}

    def __getitem__(self, path: str) -> Page:
        if path not in self._read:
            self._read[path] = Page.of(path, self._artifacts[path])
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._artifacts)

    def __len__(self) -> int:
        return len(self._artifacts)


def pages(
    german: str = "",
    russian: str = "",
    *,
    style: str = "notes",
    bibliography: str = "cited",
    files: Mapping[str, str] | None = None,
) -> Mapping[str, Page]:
    """The built pages of a chapter in one edition or two, by their paths."""
    texts = {CHAPTER: german} if german else {}
    texts |= {RUSSIAN: russian} if russian else {}
    texts |= dict(files or {})
    tags = sorted({"de", *(path.split("/")[1] for path in texts if path.endswith(".md"))})
    titles = ", ".join(f'{tag} = "Reihe {tag}"' for tag in tags)
    settings = (
        f"languages = {tags}\ntitle = {{ {titles} }}\n[translations]\nunfinished = {tags[1:]}\n"
        f'[citations]\nstyle = "{style}"\nbibliography = "{bibliography}"\n'
    )
    outcome = build({"sitegen.toml": settings, "citations.bib": BIB, **texts})
    faults = [str(one) for one in outcome.diagnostics if one.severity != "info"]
    assert faults == []
    return Pages(outcome.artifacts)


def chapter(text_: str, *, language: str = "de", style: str = "notes") -> Page:
    """The chapter alone."""
    german, russian = (text_, "") if language == "de" else ("", text_)
    return pages(german, russian, style=style)[f"{language}/beispiel.html"]


def notes(page: Page) -> list[str]:
    """The notes at the foot, without their arrows back."""
    items = [one for section in page.all("section", role="doc-endnotes") for one in section.iter("li")]
    return [text(one).partition(" \u21a9")[0] for one in items]


def body(page: Page) -> str:
    """The running text."""
    return text(page.one("div", class_="text"))


def sources(page: Page) -> dict[str, str]:
    """The list of sources, by the key, without the places that cite them."""
    items = [one for one in page.elements if one.tag == "li" and one.get("id", "").startswith("ref-")]
    found = {}
    for one in items:
        mentions = "".join(text(span) for span in one.iter("span") if span.get("class") == "mentions")
        found[one.attrib["id"][4:]] = text(one).removesuffix(mentions).strip()
    return found


def mentions(page: Page, key: str) -> list[tuple[str, str]]:
    """Text and address of the places that cite a source."""
    spans = [one for one in page.by_id(f"ref-{key}").iter("span") if one.get("class") == "mentions"]
    return [(text(link), link.attrib["href"]) for span in spans for link in span.iter("a")]
