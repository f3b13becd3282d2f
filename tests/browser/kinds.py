"""The kinds of pages, by the templates that make them, and a page of each in either language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from sitegen.render.templates import THEME

LANGUAGES = ("de", "ru")
NOT_FOUND = "not-found"
CLASS = re.compile(r'<main id="main" tabindex="-1" class="([\w -]*)">')
KINDS: Mapping[str, tuple[str, Callable[[str, str], bool]]] = {
    "front": ("front.html", lambda path, _: path == "index.html"),
    NOT_FOUND: ("not_found.html", lambda path, _: path == "404.html"),
    "title page": ("title_page.html", lambda path, _: path.endswith("/index.html")),
    "contents": (
        "contents.html",
        lambda path, text: _class(text) == "title-page" and not path.endswith("/index.html"),
    ),
    "chapter": ("chapter.html", lambda _, text: _class(text) == "chapter" and "status fallback" not in text),
    "fallback": ("chapter.html", lambda _, text: _class(text) == "chapter" and "status fallback" in text),
    "parallel": ("parallel.html", lambda _, text: _class(text) == "parallel"),
    "voices": ("voices.html", lambda path, _: "/voices." in path),
    "facet": ("voices.html", lambda path, text: "/voices/" in path and "blockquote" in text),
    "facet index": ("facet_index.html", lambda path, text: "/voices/" in path and "blockquote" not in text),
    "bibliography": ("bibliography.html", lambda _, text: _class(text) == "bibliography"),
    "search": ("search.html", lambda _, text: _class(text) == "search"),
}
"""The template of each kind, and by what its pages are known."""


def templates() -> set[str]:
    """The templates of whole pages."""
    return {
        path.name for path in THEME.glob("*.html") if '{% extends "base.html" %}' in path.read_text("utf-8")
    }


def pages(artifacts: Mapping[str, bytes], *, heaviest: bool) -> dict[tuple[str, str], str]:
    """By kind and language the heaviest or the lightest page; what has no language stands for all."""
    found: dict[tuple[str, str], str] = {}
    for path, data in sorted(artifacts.items(), key=lambda one: (len(one[1]), one[0]), reverse=heaviest):
        if path.endswith(".html"):
            tag = path.partition("/")[0]
            for language in (tag,) if tag in LANGUAGES else LANGUAGES:
                found.setdefault((kind(path, data.decode()), language), path)
    return found


def kind(path: str, text: str) -> str:
    """What a page is; an error where it is nothing that is known, or two things."""
    found = [name for name, (_, is_one) in KINDS.items() if is_one(path, text)]
    assert len(found) == 1, f"{path} is {' and '.join(found) or 'of no known kind'}"
    return found[0]


def _class(text: str) -> str:
    match = CLASS.search(text)
    return match[1] if match else ""
