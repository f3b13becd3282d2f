"""The typographer against the tables of typography.md, sections 1 to 3, and its laws on random texts."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.languages.typography import ENGLISH, GERMAN, RUSSIAN, Typography, typeset, unpaired

OPAQUE = "\ufffc"


def one_block(typography: Typography, text: str, level: int = 0) -> str:
    """Runs are written with `|` between them, U+00A0 as ⍽."""
    runs = text.replace("⍽", "\u00a0").split("|")
    return "|".join(typeset(typography, runs, level)).replace("\u00a0", "⍽")


GERMAN_TABLE = """
# quotation marks, section 2
"Er sagte "ja""  →  „Er sagte ‚ja‘“
„Er sagte „ja““  →  „Er sagte ‚ja‘“
„Er sagte ‚ja‘“  →  „Er sagte ‚ja‘“
»Ja«  →  „Ja“
»Er sagte ›ja‹«  →  „Er sagte ‚ja‘“
«Ja»  →  „Ja“
« Ja »  →  „ Ja “
“Yes ‘no’ yes”  →  „Yes ‚no‘ yes“
„Ja”  →  „Ja“
""Ja" sagte er"  →  „‚Ja‘ sagte er“
"A "B "C" B" A"  →  „A ‚B „C“ B‘ A“
"Ja""Nein"  →  „Ja“„Nein“
("Ja")  →  („Ja“)
["Ja"]/"Nein"  →  [„Ja“]/„Nein“
"Ja", sagte sie, "nein."  →  „Ja“, sagte sie, „nein.“
Anti-"Kriegs"-Partei  →  Anti-„Kriegs“-Partei
Sie sagte:"Ja"  →  Sie sagte:„Ja“
"Ja"und "nein"  →  „Ja“und „nein“
'Ja' und 'nein'  →  „Ja“ und „nein“
"Ach..."  →  „Ach…“
„A!“…„B“  →  „A!“…„B“
(‚Der Leuchtturm‘)  →  („Der Leuchtturm“)
# strays stay
Er sagte „ja  →  Er sagte „ja
Er sagte ja“ und "nein"  →  Er sagte ja“ und „nein“
A » B  →  A » B
"Er "sagte ja"  →  "Er „sagte ja“
# apostrophes and primes
geht's  →  geht’s
geht‘s und geht’s  →  geht’s und geht’s
'68er  →  ’68er
Die '68er und '89er  →  Die ’68er und ’89er
's ist Hans' Buch  →  ’s ist Hans’ Buch
"Das ist Hans' Buch", sagt sie  →  „Das ist Hans’ Buch“, sagt sie
"Wie geht's 'dir' so?"  →  „Wie geht’s ‚dir‘ so?“
5' 6"  →  5' 6"
Er misst 5' 6" und sagt "Ja"  →  Er misst 5' 6" und sagt „Ja“
55°45'20"  →  55°45'20"
"Sie ist 20"  →  „Sie ist 20“
# dashes
Er - ging  →  Er⍽– ging
Er -- ging  →  Er⍽– ging
Er --- ging  →  Er⍽– ging
Er — ging  →  Er⍽– ging
Er – ging  →  Er⍽– ging
Er⍽– ging  →  Er⍽– ging
er – weil er wollte –, ging  →  er⍽– weil er wollte⍽–, ging
er — weil er wollte —: ging  →  er⍽– weil er wollte⍽–: ging
„Ich wollte –“  →  „Ich wollte⍽–“
Vor- und Nachteile, Zu- oder -abnahme  →  Vor- und Nachteile, Zu- oder -abnahme
Wort--Wort Wort—Wort --hilfe  →  Wort--Wort Wort—Wort --hilfe
Berg-Karabach, A-7, T-34-85, COVID-19  →  Berg-Karabach, A-7, T-34-85, COVID-19
2024-07-17, 2022-03, 2024-10  →  2024-07-17, 2022-03, 2024-10
030-1234567, 555-1234, 8-800-555-35-35  →  030-1234567, 555-1234, 8-800-555-35-35
+49 30 1234-5678, Tel. 1234-5678  →  +49 30 1234-5678, Tel. 1234-5678
-5, von -5 auf −3, 3-1, 7-7  →  -5, von -5⍽auf −3, 3-1, 7-7
ISBN 978-3-658-12345-6, ISSN 1234-5679  →  ISBN 978-3-658-12345-6, ISSN 1234-5679
2018-2023, 2018—2023, 2018--2023  →  2018–2023, 2018–2023, 2018–2023
(1998-99), 5-7, 30-39, 98-102, 1,5-2  →  (1998–99), 5–7, 30–39, 98–102, 1,5–2
10:30-12:00, 17.-19. Juli  →  10:30–12:00, 17.–19.⍽Juli
18-21-jährige  →  18–21-jährige
2018-2023.csv und 10-20er  →  2018-2023.csv und 10-20er
# ellipsis
Wort ...  →  Wort⍽…
Wort ..., ja  →  Wort⍽…, ja
Verd...  →  Verd…
Wort…  →  Wort…
ja ...ja  →  ja …ja
Ende....  →  Ende….
1 ........ 5  →  1 ........ 5
# no-break spaces, section 3
5 % und 20 Jahre und 22 Uhr  →  5⍽% und 20⍽Jahre und 22⍽Uhr
100 km, 3 Mio. Euro  →  100⍽km, 3⍽Mio. Euro
79 Interviews, 12.345 Menschen  →  79⍽Interviews, 12.345⍽Menschen
2000 Jahre, 2024 war gut  →  2000⍽Jahre, 2024 war gut
am 17.07.2024 war es  →  am 17.07.2024 war es
von 2018-2023 gab es  →  von 2018–2023 gab es
10 000 Menschen  →  10⍽000⍽Menschen
G20 tagt, COVID-19 bleibt  →  G20 tagt, COVID-19 bleibt
S. 5, Nr. 3, Abb. 1, Kap. 2  →  S.⍽5, Nr.⍽3, Abb.⍽1, Kap.⍽2
(§ 7), §§ 7, Seite 5, Bd. II  →  (§⍽7), §§⍽7, Seite⍽5, Bd.⍽II
z. B., d. h., u. a., o. J., i. d. R.  →  z.⍽B., d.⍽h., u.⍽a., o.⍽J., i.⍽d.⍽R.
z.B. im Jahr 200 v. Chr.  →  z.B. im Jahr 200⍽v.⍽Chr.
Dr. Müller, Prof. Dr. Weiß  →  Dr.⍽Müller, Prof.⍽Dr.⍽Weiß
J. S. Bach, J.-P. Sartre, „A. B.“  →  J.⍽S.⍽Bach, J.-P.⍽Sartre, „A.⍽B.“
Frau Beispiel, Herrn Muster  →  Frau⍽Beispiel, Herrn⍽Muster
die Frau ging, Hausfrau Meier  →  die Frau ging, Hausfrau Meier
17. Juli 2024, 3. Tag, 17. 7. 2024  →  17.⍽Juli 2024, 3.⍽Tag, 17.⍽7. 2024
Es war 2024. Danach  →  Es war 2024. Danach
im XX. Jahrhundert  →  im XX. Jahrhundert
St. Petersburg, Nischni Nowgorod  →  St.⍽Petersburg, Nischni Nowgorod
in der Stadt, und wir  →  in der Stadt, und wir
# across runs
"|Wort|" sagte "|￼|".  →  „|Wort|“ sagte „|￼|“.
|Er -|  ging  →  |Er⍽–|  ging
Er |– doch|￼| – ging  →  Er⍽|– doch|￼|⍽– ging
"A |"B"| C"  →  „A |‚B‘| C“
mit |20| Jahren  →  mit |20|⍽Jahren
Wort..|.  →  Wort..|.
„Ja“|￼| sagte  →  „Ja“|￼| sagte
# addresses
https://a-b.de/5-7--y...z?q='a'b  →  https://a-b.de/5-7--y...z?q='a'b
"https://example.org/a_b".  →  „https://example.org/a_b“.
www.example.org/1-2, a-1-2@b.de  →  www.example.org/1-2, a-1-2@b.de
10.1234/a--b...c-1-2 - ja  →  10.1234/a--b...c-1-2⍽– ja
https://example.org...  →  https://example.org…
"""

RUSSIAN_TABLE = """
"Дом "с маяком""  →  «Дом „с⍽маяком“»
«Дом «с маяком»»  →  «Дом „с⍽маяком“»
«Дом „с маяком“»  →  «Дом „с⍽маяком“»
„Да“  →  «Да»
«Да „Нет «Мы» Вы“ Он»  →  «Да „Нет «Мы» Вы“ Он»
"Да "Нет "Мы" Вы" Он"  →  «Да „Нет «Мы» Вы“ Он»
“Да ‘нет’”  →  «Да „нет“»
д'Артаньян, Кот-д'Ивуар  →  д’Артаньян, Кот-д’Ивуар
«Да», - сказал он, - «нет».  →  «Да»,⍽— сказал он,⍽— «нет».
Москва - столица  →  Москва⍽— столица
Москва – столица -- да  →  Москва⍽— столица⍽— да
- Да.  →  —⍽Да.
— Да, — сказал он.  →  —⍽Да,⍽— сказал он.
-- Да.|￼|– Нет.  →  —⍽Да.|￼|—⍽Нет.
«- Да»  →  «—⍽Да»
2018-2023, 2018—2023  →  2018–2023, 2018–2023
20-30-летние, 5-й, из-за, кто-то  →  20–30-летние, 5-й, из-за, кто-то
Правда?.. Нет!.. Да...  →  Правда?.. Нет!.. Да…
слово ... слово  →  слово … слово
5 %, 20 лет, 1998 г., 100 км, 3 млн  →  5⍽%, 20⍽лет, 1998⍽г., 100⍽км, 3⍽млн
летом 2022 года, 2024 стал  →  летом 2022⍽года, 2024 стал
10 000 рублей  →  10⍽000⍽рублей
с. 5, № 3, рис. 1, гл. 2  →  с.⍽5, №⍽3, рис.⍽1, гл.⍽2
§ 7, стр. 5, т. II, С. 5, Рис. 1  →  §⍽7, стр.⍽5, т.⍽II, С.⍽5, Рис.⍽1
т. е., и т. д., и т. п., и др.  →  т.⍽е., и⍽т.⍽д., и⍽т.⍽п., и⍽др.
до н. э.  →  до⍽н.⍽э.
Д. Б. Кирсанов, г-н Иванов, г. Тверь  →  Д.⍽Б.⍽Кирсанов, г-н⍽Иванов, г.⍽Тверь
В 1998 г. Москва  →  В⍽1998⍽г. Москва
17 июля 2024 г., XX в., XIX века  →  17⍽июля 2024⍽г., XX⍽в., XIX⍽века
в Туле, к Туле, с Тулой, о Туле, у Тулы  →  в⍽Туле, к⍽Туле, с⍽Тулой, о⍽Туле, у⍽Тулы
и Тула, а Тула, я тут, но Тула, не Тула, ни Тула  →  и⍽Тула, а⍽Тула, я⍽тут, но⍽Тула, не⍽Тула, ни⍽Тула
за Тулу, на Тулу, по Туле, из Тулы, от Тулы, до Тулы  →  за⍽Тулу, на⍽Тулу, по⍽Туле, из⍽Тулы, от⍽Тулы, до⍽Тулы
об Англии, во Пскове, ко мне, со мной  →  об⍽Англии, во⍽Пскове, ко⍽мне, со⍽мной
И в доме, «В доме»  →  И⍽в⍽доме, «В⍽доме»
если бы, он же, так ли, мы б, кто ж  →  если⍽бы, он⍽же, так⍽ли, мы⍽б, кто⍽ж
едва ль. Жена лишь была  →  едва⍽ль. Жена лишь была
из-за дома, кое-что, ча́с утра  →  из-за дома, кое-что, ча́с утра
Санкт-Петербург, Нижний Новгород  →  Санкт-Петербург, Нижний Новгород
в |"доме"  →  в⍽|«доме»
"""

ENGLISH_TABLE = """
"He said 'it's Hans' book' now"  →  “He said ‘it’s Hans’ book’ now”
„Ja“ and «oui»  →  “Ja” and “oui”
rock'n'roll, 'tis so  →  rock’n’roll, ’tis so
A—B - c -- d  →  A—B⍽– c⍽– d
2018-2023, p. 5, Dr. Smith, 20 years  →  2018–2023, p.⍽5, Dr.⍽Smith, 20⍽years
e. g. this, J. S. Bach  →  e.⍽g. this, J.⍽S.⍽Bach
"""


def rows(table: str) -> list[tuple[str, str]]:
    lines = [line for line in table.strip().splitlines() if not line.startswith("#")]
    return [(text, expected) for text, _, expected in (line.partition("  →  ") for line in lines)]


@pytest.mark.parametrize(("text", "expected"), rows(GERMAN_TABLE))
def test_german(text: str, expected: str) -> None:
    assert one_block(GERMAN, text) == expected


@pytest.mark.parametrize(("text", "expected"), rows(RUSSIAN_TABLE))
def test_russian(text: str, expected: str) -> None:
    assert one_block(RUSSIAN, text) == expected


@pytest.mark.parametrize(("text", "expected"), rows(ENGLISH_TABLE))
def test_english(text: str, expected: str) -> None:
    assert one_block(ENGLISH, text) == expected


@pytest.mark.parametrize(
    ("typography", "text", "expected"),
    [
        (GERMAN, 'Er sagte "ja"', "Er sagte ‚ja‘"),
        (GERMAN, "Kanal ‚Dom s Mayakom‘ („Haus“)", "Kanal ‚Dom s Mayakom‘ (‚Haus‘)"),
        (GERMAN, '"A "B""', "‚A „B“‘"),
        (RUSSIAN, "Канал «Дом»", "Канал „Дом“"),
        (ENGLISH, "“Yes”", "‘Yes’"),
    ],
)
def test_marks_within_a_quotation(typography: Typography, text: str, expected: str) -> None:
    assert one_block(typography, text, level=1) == expected


def test_only_one_kind_of_narrow_space_leaves() -> None:
    assert typeset(GERMAN, ["1\u202f234\u2009a\u00a0b\u2060c\u00add"]) == [
        "1\u00a0234\u00a0a\u00a0b\u2060c\u00add"
    ]


@pytest.mark.parametrize(
    ("runs", "places"),
    [
        (['"Ja"'], []),
        (['Er sagte "ja'], [(0, 9)]),
        (["Er sagte ", "ja“", ' und "nein"'], [(1, 2)]),
        (['"A "B', OPAQUE, "C"], [(0, 0), (0, 3)]),
        (["5' 6\"", "geht's", "'68er", "‚a", "Hans'"], []),
        (["https://example.org/x ", "„a"], [(1, 0)]),
        (["„https://example.org/x“"], []),
        ([], []),
    ],
)
def test_marks_without_a_partner(runs: list[str], places: list[tuple[int, int]]) -> None:
    assert unpaired(GERMAN, runs) == places


ALPHABET = "\"\"''„“”«»‚‘’‹›aбВ Я я..….,:!?()[/-–—−123 57\u00a0\u2009\u202f\n\u0301§№%"
WORDS = [
    *(
        "ja",
        "и",
        "в",
        "же",
        "geht's",
        "S.",
        "z.",
        "B.",
        "г.",
        "Dr.",
        "Müller",
        "XX",
        "5",
        "2024",
        "17.",
        "Juli",
        "-5",
    ),
    *(
        "2018-2023",
        "--",
        "-",
        "—",
        "...",
        "?..",
        '"',
        "„",
        "“",
        "«",
        "»",
        "'",
        "‚",
        "‘",
        " ",
        " ",
        " ",
        " ",
        "\n",
    ),
    *("https://a.de/x-1", "www.b.de", "a@b.de", "10.1234/a--b", OPAQUE),
]
TEXTS = st.text(alphabet=ALPHABET, max_size=24) | st.lists(st.sampled_from(WORDS), max_size=16).map("".join)
BLOCKS = st.lists(TEXTS | st.just(OPAQUE) | st.just("\n"), max_size=4)
TYPOGRAPHIES = st.sampled_from([GERMAN, RUSSIAN, ENGLISH])
LEVELS = st.sampled_from([0, 1])


def alike(text: str) -> str:
    """What must stay: typography.md, section 2, invariant 2."""
    text = re.sub(r"\s", " ", text)
    text = re.sub("[\"'„“”«»‚‘’‹›]", '"', text).replace("…", "...")
    return re.sub("-+", "-", re.sub("[–—−-]", "-", text))


@settings(derandomize=True, deadline=None, max_examples=250)
@given(TYPOGRAPHIES, BLOCKS, LEVELS)
def test_setting_twice_changes_nothing_more(typography: Typography, runs: list[str], level: int) -> None:
    once = typeset(typography, runs, level)
    assert typeset(typography, once, level) == once


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TYPOGRAPHIES, BLOCKS, LEVELS)
def test_nothing_but_signs_changes(typography: Typography, runs: list[str], level: int) -> None:
    done = typeset(typography, runs, level)
    assert [alike(run) for run in done] == [alike(run) for run in runs]
    assert not {"\u2009", "\u202f"} & set("".join(done))


@settings(derandomize=True, deadline=None, max_examples=200)
@given(TYPOGRAPHIES, BLOCKS, LEVELS)
def test_runs_and_their_ends_stay(typography: Typography, runs: list[str], level: int) -> None:
    done = typeset(typography, runs, level)
    for old, new in zip(runs, done, strict=True):
        assert new == old if old in {OPAQUE, "\n"} else len(new) <= len(old)
        assert [end.isspace() for end in (new[:1], new[-1:])] == [
            end.isspace() for end in (old[:1], old[-1:])
        ]
        assert old.count("\n") == new.count("\n")


@settings(derandomize=True, deadline=None, max_examples=200)
@given(BLOCKS)
def test_places_without_a_partner_are_double_marks(runs: list[str]) -> None:
    places = unpaired(GERMAN, runs)
    assert places == sorted(set(places))
    assert all(runs[run][offset] in '"„“”«»' for run, offset in places)


UNITS = (
    *(
        '"',
        "a' \"",
        "'",
        "„a",
        "“",
        "»«",
        '("',
        "([",
        "( [",
        "\"'",
        "' ",
        "'a ",
        '"a ',
        '" 1',
        "5' ",
        "«a» ",
        '"ja" ',
        "'68er ",
        "'a",
    ),
    *("-", "- ", " - ", "– ", "a-", "-5", "5-", "1-2", "2018-2023 ", "--- ", "a–b "),
    *(".", "...", "… ", "1.", "a.", "z. B. ", "S. 5 ", "XX в. ", "A. "),
    *(" ", "\u00a0", "\u2009", "\n", "1", "1 ", "X ", "и ", "(", "a@", "www.", "://", "10.1234/", "\ufffc"),
)


@pytest.mark.parametrize("unit", UNITS, ids=ascii)
def test_a_hundred_kilobytes_of_anything_are_set_at_once(unit: str) -> None:
    """In under 0.2 seconds of processor time on a quiet machine; the best of several tries counts."""
    text = unit * (100_000 // len(unit.encode()))
    assert any(seconds(RUSSIAN, text) < 0.5 for _ in range(5))


@pytest.mark.parametrize("mark", ['"', "'", "„", "“", "«", "»", "„“", "\"'", '" ', '"\u00a0', "' "])
def test_a_hundred_kilobytes_of_quotation_marks(mark: str) -> None:
    text = mark * (100_000 // len(mark.encode()))
    assert any(seconds(GERMAN, text) < 0.1 for _ in range(5))


def seconds(typography: Typography, text: str) -> float:
    start = time.process_time()
    typeset(typography, [text])
    unpaired(typography, [text])
    return time.process_time() - start


def test_a_long_row_of_marks_is_no_quotation() -> None:
    """It stays, and is told of once."""
    text = '""""""" ja """"""" "nein"'
    assert typeset(GERMAN, [text]) == ['""""""" ja """"""" „nein“']
    assert unpaired(GERMAN, [text]) == [(0, 0), (0, 11)]


def test_a_row_of_marks_with_blanks_between_is_no_quotation_either() -> None:
    text = '" " " " " " " ja "nein"'
    assert typeset(GERMAN, [text]) == ['" " " " " " " ja „nein“']
    assert unpaired(GERMAN, [text]) == [(0, 0)]
    assert typeset(GERMAN, ['"‚ja‘" "‚ja‘"']) == ["„‚ja‘“ „‚ja‘“"]
