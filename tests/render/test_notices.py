"""A translation that is behind its source, or unfinished, says so at its top, with what is missing."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from sitegen.build.pipeline import Outcome, compile_site
from sitegen.render.translation_words import missing_passages, stale_passages
from sitegen.translations_lock import PATH, TranslationsLock, key, line, lock_text
from sitegen.world import Memory
from tests.publications import PLACES, TODAY, build
from tests.site.dom import Page, text

DE, RU = "content/de/01-geld.md", "content/ru/01-geld.md"
GERMAN = """\
---
title: Geld
---

Ein Anfang aus Worten.

## Eins {#eins}

Der erste Absatz über Geld.

Der zweite Absatz über Arbeit.

## Zwei {#zwei}

Der dritte Absatz über Reisen.

## Drei {#drei}

Der vierte Absatz über Freunde.
"""
RUSSIAN = """\
---
title: Деньги
translated_from: de
---

Начало из слов.

## Один {#eins}

Первый абзац о деньгах.

Второй абзац о работе.

## Два {#zwei}

Третий абзац о поездках.

## Три {#drei}

Четвёртый абзац о друзьях.
"""
FILES = {
    "sitegen.toml": 'languages = ["de", "ru"]\ntitle = { de = "Beispiel", ru = "Пример" }\n',
    "places.toml": PLACES,
    DE: GERMAN,
    RU: RUSSIAN,
}


def compiled(files: Mapping[str, str]) -> Outcome:
    outcome = compile_site(Memory(files, TODAY), jobs=1)
    assert [str(one) for one in outcome.diagnostics if one.severity == "error"] == []
    return outcome


def accepted(files: Mapping[str, str]) -> dict[str, str]:
    """The files with a lock that agrees to all of them as they are."""
    publication = compiled(files).publication
    assert publication
    interfaces = {
        (page.language, page.interface.stem): page.interface
        for edition in publication.editions
        for page in edition.chapters
    }
    lines = {}
    for one in publication.alignments:
        here, there = interfaces[one.source, one.chapter], interfaces[one.target, one.chapter]
        digests = [
            (here.blocks[row.source].digest, there.blocks[row.target].digest)
            for row in one.rows
            if row.source is not None and row.target is not None
        ]
        pair = (one.source, one.target)
        lines[key(one.chapter, *pair)] = [
            line(pair, "", both) for both in [*digests, (here.head, there.head)]
        ]
    return {**files, PATH: lock_text(TranslationsLock().with_lines(lines))}


def page_of(files: Mapping[str, str], path: str = "ru/geld.html") -> Page:
    return Page.of(path, compiled(files).artifacts[path])


def edited(files: Mapping[str, str], path: str, *changes: tuple[str, str]) -> dict[str, str]:
    changed = files[path]
    for old, new in changes:
        assert old in changed
        changed = changed.replace(old, new, 1)
    return {**files, path: changed}


def told(page: Page) -> list[str]:
    """The sentences of the notice."""
    (notice,) = page.all("div", class_="status")
    return [text(one) for one in notice]


def ways(page: Page) -> list[tuple[str, tuple[str, str], str]]:
    (notice,) = page.all("div", class_="status")
    return [(text(one), page.target(one.attrib["href"]), page.lang(one)) for one in notice.iter("a")]


def test_nothing_is_said_where_all_is_in_step() -> None:
    for path in ("ru/geld.html", "de/geld.html"):
        assert not page_of(FILES, path).all("div", class_="status")
        assert not page_of(accepted(FILES), path).all("div", class_="status")


def test_what_changed_since_the_translation() -> None:
    files = edited(accepted(FILES), DE, ("erste Absatz", "erste neue Absatz"), ("über Arbeit", "über Mühe"))
    page = page_of(files)
    assert told(page) == [
        "Этот перевод отстаёт от оригинала.",
        "2 фрагмента оригинала изменились после перевода: Eins (2 фрагмента)",
    ]
    (way,) = ways(page)
    assert (way[0], way[1][0], way[2]) == ("Eins", "de/geld.html", "de")
    assert not page_of(files, "de/geld.html").all("div", class_="status")


def test_links_lead_to_places_that_exist() -> None:
    files = edited(
        accepted(FILES), DE, ("Anfang", "neuer Anfang"), ("erste", "allererste"), ("dritte", "ganz dritte")
    )
    outcome = compiled(files)
    source = Page.of("de/geld.html", outcome.artifacts["de/geld.html"])
    found = ways(Page.of("ru/geld.html", outcome.artifacts["ru/geld.html"]))
    assert [name for name, _, _ in found] == ["Geld", "Eins", "Zwei"]
    for _, (path, anchor), _ in found:
        assert path == "de/geld.html"
        assert not anchor or anchor in source.ids


def test_many_places_are_folded() -> None:
    files = edited(
        accepted(FILES), DE, ("erste", "allererste"), ("dritte", "ganz dritte"), ("vierte", "fast vierte")
    )
    page = page_of(files)
    (details,) = page.one("div", class_="status").iter("details")
    assert text(details[0]) == "3 фрагмента оригинала изменились после перевода"
    assert [name for name, _, _ in ways(page)] == ["Eins", "Zwei", "Drei"]


def test_the_title_is_a_place_too() -> None:
    page = page_of(edited(accepted(FILES), DE, ("title: Geld", "title: Das Geld")))
    assert told(page)[1:] == ["1 фрагмент оригинала изменился после перевода: Das Geld"]
    assert ways(page) == [("Das Geld", ("de/geld.html", ""), "de")]


def test_what_is_missing() -> None:
    page = page_of(edited(FILES, RU, ("Третий абзац о поездках.\n\n", "")))
    assert told(page) == [
        "Этот перевод отстаёт от оригинала.",
        "1 фрагмент оригинала ещё не переведён: Zwei",
    ]
    assert ways(page) == [("Zwei", ("de/geld.html", "zwei"), "de")]


def test_no_more_is_missing_than_there_is_less() -> None:
    """One of two paragraphs is there, nobody knows which: one is missing."""
    page = page_of(edited(FILES, RU, ("Второй абзац о работе.\n\n", "")))
    assert told(page)[1:] == ["1 фрагмент оригинала ещё не переведён: Eins"]


def test_an_unfinished_translation() -> None:
    partial = ("translated_from: de", "translated_from: de\ntranslation: partial")
    assert told(page_of(edited(FILES, RU, partial))) == ["Перевод ещё не завершён."]
    page = page_of(edited(FILES, RU, partial, ("Второй абзац о работе.\n\n", "")))
    assert told(page) == ["Перевод ещё не завершён.", "1 фрагмент оригинала ещё не переведён: Eins"]


def test_where_neither_is_the_original_both_may_have_changed() -> None:
    files = edited(FILES, RU, ("translated_from: de\n", ""))
    changed = edited(accepted(files), RU, ("Третий", "Самый третий"))
    page = page_of(changed)
    assert told(page) == [
        "Тексты этой главы на двух языках расходятся.",
        "1 фрагмент изменён только здесь или только на немецком: Zwei",
    ]


def test_a_fallback_shows_the_notice_of_its_text() -> None:
    three = FILES["sitegen.toml"].replace('"ru"]', '"ru", "en"]').replace("{ de", '{ en = "Example", de')
    places = PLACES.replace('ru = "Москва"', 'ru = "Москва", en = "M"').replace(
        'ru = "Тула"', 'ru = "Тула", en = "T"'
    )
    files = {
        **FILES,
        "sitegen.toml": three + '\n[translations]\nunfinished = ["en"]\n',
        "places.toml": places,
    }
    german = GERMAN.replace("title: Geld", "title: Geld\ntranslated_from: ru").replace(
        "Der dritte Absatz über Reisen.\n\n", ""
    )
    russian = RUSSIAN.replace("translated_from: de\n", "")
    page = page_of({**files, DE: german, RU: russian}, "en/geld.html")
    notices = page.all("div", class_="status")
    assert [page.lang(one) for one in notices] == ["en", "de"]
    assert "1 Stelle des Originals fehlt: Два" in text(notices[1])
    (link,) = notices[1].iter("a")
    assert page.target(link.attrib["href"]) == ("ru/geld.html", "zwei")


COUNTS = {
    1: ("1 Stelle des Originals hat sich", "1 фрагмент оригинала ещё не переведён"),
    2: ("2 Stellen des Originals haben sich", "2 фрагмента оригинала ещё не переведены"),
    5: ("5 Stellen des Originals haben sich", "5 фрагментов оригинала ещё не переведены"),
    21: ("21 Stellen des Originals haben sich", "21 фрагмент оригинала ещё не переведён"),
}


@pytest.mark.parametrize("number", COUNTS)
def test_plural_forms(number: int) -> None:
    german, russian = COUNTS[number]
    assert stale_passages("de", "ru", number, declared=True).replace("\u00a0", " ").startswith(german)
    assert missing_passages("ru", "de", number, declared=True).replace("\u00a0", " ") == russian


def inline(path: str, words: str) -> dict[str, str]:
    """A chapter in both languages with a quote within a sentence, whose original is Russian."""
    quote = "{.quote #land gender=m age=53 city=Moskau year=2024 original=ru}"
    german = f"---\ntitle: Land\n---\n\nEr sagt: [Mein Land.]{quote}. So.\n"
    russian = "---\ntitle: Страна\n---\n\nОн говорит: [Моя страна.]{.quote #land}. Так.\n"
    return {**FILES, "content/de/02-land.md": german, "content/ru/02-land.md": russian, path: words or german}


def test_an_inline_quote_says_what_it_is_and_leads_to_the_other_wording() -> None:
    files = inline("content/de/02-land.md", "")
    german, russian = page_of(files, "de/land.html"), page_of(files, "ru/land.html")
    (attribution,) = german.all("span", class_="attribution")
    assert text(attribution) == "(männlich, 53 Jahre, Moskau, 2024; aus dem Russischen)"
    (way,) = attribution.iter("a")
    assert (text(way), german.target(way.attrib["href"])) == ("aus dem Russischen", ("ru/land.html", "land"))
    (attribution,) = russian.all("span", class_="attribution")
    assert text(attribution).endswith("; оригинал; также на немецком)")
    (way,) = attribution.iter("a")
    assert russian.target(way.attrib["href"]) == ("de/land.html", "land")
    assert way.get("hreflang") == "de"


def test_a_parallel_page_says_it_too() -> None:
    """At the head of the translation, and at each pair that is no longer what was agreed on."""
    lock = '["01-a"]\n"de ru" = [\n  "paragraph 0123456789abcdef 79df8ff7c28da0c5",\n]\n'
    files: dict[str, str | bytes] = {
        "content/de/01-a.md": "Text.\n",
        "content/ru/01-a.md": "---\ntitle: Пример\ntranslated_from: de\n---\n\nТекст.\n",
        "translations.lock": lock,
    }
    artifacts = build(files).artifacts
    for path in ("de/a.parallel.html", "ru/a.parallel.html"):
        page = artifacts[path].decode()
        assert page.count('class="status"') == 1
        assert (
            page.count("seit der Übersetzung geändert" if path[:2] == "de" else "изменено после перевода")
            == 1
        )
