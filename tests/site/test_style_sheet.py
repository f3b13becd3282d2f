"""What the style sheet promises: contrast by arithmetic, underlines, motion (WCAG 2.2)."""

from __future__ import annotations

import re
from functools import cache

import pytest

from sitegen.render.templates import theme_file
from tests.site.samples import site

TEXT_ON_PAPER = ("ink", "quiet", "petrol", "madder", "plum")
MAY_LACK_AN_UNDERLINE = (
    ".skip", ".masthead", ".foot", ".rail", ".contents", ".adjacent", ".more", ".downloads", ".about",
    ".mentions", ".other-title", ".publication", "h1", "h2", ".noteref", ".back", ".anchor", ".switch",
    ".permalink", ".facts", ".other", ".orcid",
)  # fmt: skip
"""What leads elsewhere outside of running text, and the marks of notes."""


@cache
def _sheet() -> str:
    return re.sub(r"/\*.*?\*/", "", theme_file("theme.css"), flags=re.DOTALL)


def _colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+):\s*(#[0-9a-fA-F]{6})\b", block))


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root\s*\{(.*?)\}", _sheet(), flags=re.DOTALL)[:2]
    return {"light": _colours(light), "dark": _colours(light) | _colours(dark)}


def _luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ground", ["paper", "wash"])
@pytest.mark.parametrize("ink", TEXT_ON_PAPER)
def test_text_has_a_contrast_of_4_5(scheme: str, ground: str, ink: str) -> None:
    colours = _schemes()[scheme]
    assert _contrast(colours[ink], colours[ground]) >= 4.5


def test_links_in_running_text_are_underlined() -> None:
    rule = re.search(r"(?:^|\})\s*a\s*\{([^}]*)\}", _sheet())
    assert rule
    assert "text-decoration: underline" in rule[1]
    screen = _sheet().partition("@media print")[0]
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", screen):
        if re.search(r"text-decoration:\s*none|text-decoration-color:\s*transparent", body):
            for selector in selectors.split(","):
                assert any(part in selector for part in MAY_LACK_AN_UNDERLINE), selector


def test_nothing_moves_for_those_who_ask_for_rest() -> None:
    """What moves stands in a block for those who have not asked."""
    sheet = _sheet()
    quiet = re.sub(
        r"@media[^{]*prefers-reduced-motion: no-preference[^{]*\{(?:[^{}]*|\{(?:[^{}]*|\{[^{}]*\})*\})*\}",
        "",
        sheet,
    )
    assert not re.search(r"(?<![-\w])(?:animation|transition|scroll-behavior)\s*:", quiet)


def test_nothing_is_kept_from_those_who_choose_their_colours() -> None:
    assert "forced-color-adjust: none" not in _sheet()


def test_no_face_without_cyrillic_stands_first() -> None:
    assert '--serif: Georgia, "PT Serif"' in _sheet()
    assert "@font-face" not in _sheet()


def test_the_focus_is_seen() -> None:
    assert re.search(r":focus-visible\s*\{[^}]*outline:\s*2px", _sheet())
    hidden = re.findall(r"([^{}]+)\{[^{}]*outline:\s*(?:none|0)\b", _sheet())
    assert [one.strip() for one in hidden] in ([], ["main:focus"])


def test_the_style_sheet_is_the_one_file_of_a_page() -> None:
    for path, page in site("demonstration").pages.items():
        assert len(page.all("link", rel="stylesheet")) == 1, path


def test_names_addresses_code_and_headings_are_not_hyphenated() -> None:
    """Typography.md, section 7; the rest is, and a word without a dictionary may break anywhere."""
    rules = re.findall(r"([^{}]+)\{([^{}]*)\}", _sheet())
    manual = ",".join(selector for selector, body in rules if re.search(r"hyphens:\s*manual", body))
    selectors = {one.strip() for one in manual.split(",")}
    assert {"h1", "h2", "h3", "h4", "h5", "h6", "code", "pre", ".name", ".address", "address"} <= selectors
    body = next(body for selector, body in rules if selector.strip() == "body")
    assert "overflow-wrap: break-word" in body
    assert "hyphens: auto" in body
