"""What signs come out, whatever was typed: spaces, soft hyphens, marks of titles, gender forms
(typography.md, sections 1, 2, 6, 7).
"""

from __future__ import annotations

import re

import pytest

from tests.publications import build
from tests.site.dom import Page, text

ODD = "a\u2009b\u202fc\u200bd"
SOFT = "Wort\u00adteil"
TYPED = f"{ODD} {SOFT}"
FILES = {
    "sitegen.toml": (
        f'languages = ["de"]\ntitle = "Titel {TYPED}"\n'
        f'publisher = "Verlag {TYPED}"\nauthors = ["Eva {TYPED}"]\n'
    ),
    "places.toml": f'[moskau]\nname = "Moskau {TYPED}"\n',
    "citations.bib": (
        f"@book{{muster2020, author = {{Muster, Eva}}, title = {{Ein {TYPED}}}, publisher = {{V {TYPED}}},"
        " date = {2020}, langid = {german}}\n"
    ),
    "content/assets/b.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"></svg>',
    "content/assets/w.csv": f"Jahr,Wert {TYPED}\n2020 {TYPED},5\n",
    "content/de/01-eins.md": f"""\
---
title: Titel {TYPED}
subtitle: Zeile {TYPED}
abstract: Kurz {TYPED}
keywords: [Wort {TYPED}]
authors: [Eva {TYPED}]
---

## Abschnitt {TYPED}

Text {TYPED} &#8203;&thinsp;&#8239;&shy; `code {TYPED}` [@muster2020, S. 5 {TYPED}]

::: {{.quote #q gender=female age=20 city=moskau year=2024}}
Worte {TYPED}
:::

![Bild {TYPED}](../assets/b.svg){{alt="Alt {TYPED}" credit="Foto {TYPED}"}}

::: {{.chart #d type=bar data=../assets/w.csv x="Jahr" y="Wert {TYPED}"}}
Kurve {TYPED}
:::

```
code {TYPED}
```
""",
}


def test_no_output_holds_a_space_that_is_thin_narrow_or_without_width() -> None:
    outcome = build(FILES)
    assert [str(one) for one in outcome.diagnostics if one.severity == "error"] == []
    for path, data in outcome.artifacts.items():
        if path != "assets/w.csv" and not path.endswith(".png"):  # handed on as it is; drawn
            assert not set("\u2009\u202f\u200b") & set(data.decode()), path


def test_soft_hyphens_stay_in_the_text_and_nowhere_else() -> None:
    artifacts = build(FILES).artifacts
    page = Page.of("de/eins.html", artifacts["de/eins.html"])
    assert SOFT in "".join(page.one("div", class_="text").itertext())
    for path, data in artifacts.items():
        if not path.endswith((".html", ".png")) and path != "assets/w.csv":
            assert "\u00ad" not in data.decode(), path
    for path, data in artifacts.items():
        if path.endswith(".html"):
            _look_for_soft_hyphens(Page.of(path, data))


def _look_for_soft_hyphens(page: Page) -> None:
    for element in page.elements:
        assert all("\u00ad" not in value for value in element.attrib.values()), element.attrib
    for tag in ("title", "h1", "header", "nav", "footer", "cite"):
        for element in page.all(tag):
            if not page.within(element, "blockquote"):
                assert "\u00ad" not in "".join(element.itertext()), (page.path, tag)
    for element in page.all("*", class_="references"):
        assert "\u00ad" not in "".join(element.itertext()), page.path


def test_titles_are_set_by_the_rules_of_their_language() -> None:
    files = {
        "sitegen.toml": 'languages = ["de", "ru"]\n'
        'title = { de = "Ein \\"Titel\\" - hier", ru = "\\"Да\\" - да" }\n',
        "content/de/01-eins.md": '---\ntitle: Was "das" - soll\nsubtitle: Seit 20 Jahren\n'
        "abstract: Er sagte 'ja' ...\nkeywords: ['\"Wort\"']\n---\n\nText.\n",
        "content/ru/01-eins.md": '---\ntitle: Что "это" - такое\n---\n\nТекст.\n',
    }
    artifacts = build(files).artifacts
    german = Page.of("de/eins.html", artifacts["de/eins.html"])
    assert "".join(german.one("h1").itertext()) == "Was „das“\u00a0– soll"
    assert "".join(german.one("p", class_="subtitle").itertext()) == "Seit 20\u00a0Jahren"
    assert "".join(german.one("section", role="doc-abstract").itertext()).strip() == "Er sagte „ja“\u00a0…"
    assert "„Wort“" in text(german.one("p", class_="keywords"))
    assert "".join(german.one("title").itertext()).endswith("– Ein „Titel“\u00a0– hier")
    russian = Page.of("ru/eins.html", artifacts["ru/eins.html"])
    assert "".join(russian.one("h1").itertext()) == "Что «это»\u00a0— такое"
    assert "".join(russian.one("title").itertext()).endswith("«Да»\u00a0— да")


def test_an_unpaired_mark_of_a_title_is_told_of_where_it_stands() -> None:
    found = build({"content/de/01-eins.md": "---\ntitle: Was „das soll\n---\n\nText.\n"}).diagnostics
    told = [(one.code, one.span.line, one.span.column) for one in found if one.severity != "info"]
    assert told == [("SYN011", 2, 8)]


FORMS = (
    "Bürger*innen und Nutzer*innen, die*der Leser*in, jede*r und alle*n, Lehrer*innenschaft, trans* und"
    " inter* Personen, Bürger_innen, Adressat:innen, Leser/-innen, LeserInnen"
)


def test_gender_forms_are_kept_letter_for_letter() -> None:
    quote = "::: {.quote #q gender=female age=20 city=moskau year=2024}\n" + FORMS + "\n:::\n"
    page = Page.of("de/x", build({"content/de/01-x.md": f"{FORMS}.\n\n{quote}"}).artifacts["de/x.html"])
    assert text(page.root).count(FORMS) >= 2
    assert page.all("em") == []
    labels = [one.attrib["aria-label"] for one in page.elements if "aria-label" in one.attrib]
    assert not [label for label in labels if "innen" in label]


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        ("Leser*innen und Nutzer*innen.", "Bürger*in.", []),
        ("Leser*innen und Nutzer*innen.", "Bürger:in.", [("LNG009", "content/de/02-b.md", 5, ":", "*")]),
        ("Leser\\*innen, Nutzer*innen, Leser_innen.", "A.", [("LNG009", "content/de/01-a.md", 5, "_", "*")]),
        (
            "Leser/-innen, LeserInnen, Nutzer/innen.",
            "A.",
            [("LNG009", "content/de/01-a.md", 5, "I", "/")],
        ),
        (
            "Leser*innen.",
            "`Nutzer:innen` <https://a.de/er_innen> LinkedIn PlugIn data_in",
            [],
        ),
    ],
)
def test_several_signs_in_one_language(first: str, second: str, found: list[object]) -> None:
    files = {
        name: f"---\ntitle: T\n---\n\n{words}\n"
        for name, words in (("content/de/01-a.md", first), ("content/de/02-b.md", second))
    }
    told = [
        (one.code, one.span.path, one.span.line, dict(one.args)["sign"], dict(one.args)["usual"])
        for one in build(files).diagnostics
        if one.code == "LNG009"
    ]
    assert told == found


def test_fixes_do_what_the_author_would() -> None:
    body = "Der Fonds «Дом с\nмаяком» und [Київ](https://example.org/), z.B. hier.\n"
    outcome = build({"content/de/01-x.md": f"---\ntitle: T\n---\n\n{body}"})
    lines = ["", "---", "title: T", "---", "", *body.splitlines()]
    fixes = [one.fix for one in outcome.diagnostics if one.fix]
    assert [one.code for one in outcome.diagnostics if one.fix] == ["LNG006", "LNG006", "LNG008"]
    for fix in reversed(fixes):
        span = fix.span
        if span.line != span.end_line:
            lines[span.line] += "\n" + lines.pop(span.end_line)
        line = lines[span.line]
        end = span.end_column - 1 + (line.find("\n") + 1 if span.line != span.end_line else 0)
        lines[span.line] = line[: span.column - 1] + fix.replacement + line[end:]
    mended = "\n".join(lines[1:])
    assert "«[Дом с\nмаяком]{lang=ru}» und [[Київ]{lang=uk}](https://example.org/), z. B. hier." in mended
    again = build({"content/de/01-x.md": mended})
    assert [str(one) for one in again.diagnostics if one.code.startswith("LNG")] == []
    html = again.artifacts["de/x.html"].decode()
    assert '<span lang="ru">Дом с\nмаяком</span>“' in html
    assert re.search(r'<a [^>]*><span lang="uk">Київ</span></a>', html)
