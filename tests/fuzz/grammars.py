"""Files put together at random from what they are made of: keys that are known and ones that are not, with
values of every type, so that nonsense gets past the reader and reaches what stands behind it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from sitegen.bibliography.fields import ROLES, TEXTS, TYPES
from sitegen.parse.front_matter import KEYS as FRONT_MATTER
from sitegen.places import KEYS as PLACE
from sitegen.settings import KEYS as SETTINGS
from sitegen.settings import SECTIONS
from tests.fuzz import seeds
from tests.parse.test_laws import texts

WORDS = (
    "Moskau", "Tula", "moskau", "de", "ru", "en", "xx", "ar", "zh-Hant", "X Y", "", " ", "-", "cited", "all",
    "notes", "author-date", "partial", "2024-11-15", "2024-02-31", "0000-0001-5000-0007", "10.5555/a",
    "LNK003", "content/de/*", "*", "https://example.org/", "http://[::1", "https://a:99999/", "//x",
    "javascript:alert(1)", "data:text/html,x", "mailto:a@b.de", "mailto:", "../../x",
    "%2e%2e/x", "..", "CON", "a/b", "<b>&amp;\"'",
    "{{ 1 }}", "Привет", "до\u0301ма", "\u202eab", "a\u200bb", "\U0001f44d", "index", "voices",
    "S. 5 ff.", "\u0378",
)  # fmt: skip
KNOWN = ("muster2020", "petrov2021", "seite2022")
DATES = ("2024", "2024-03-05", "2018/2023", "2022/..", "2024~", "2024%", "2024-21", "9999", "0", "-44", "x")

words = st.one_of(st.sampled_from(WORDS), st.text(max_size=12))
scalars = st.one_of(
    words, st.booleans(), st.integers(-(10**20), 10**20), st.floats(allow_nan=False, allow_infinity=False)
)
names = st.one_of(st.sampled_from(["name", "de", "ru", "orcid", "code", "path", "reason"]), words)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(names, inner, max_size=3)),
    max_leaves=6,
)


def keyed(known: tuple[str, ...]) -> st.SearchStrategy[dict[str, object]]:
    """A table of known keys, and now and then another one."""
    return st.dictionaries(
        st.one_of(st.sampled_from(known), st.sampled_from(known), names), values, max_size=6
    )


def _toml(value: object) -> str:
    match value:
        case dict():
            return "{ " + ", ".join(f"{_quoted(key)} = {_toml(one)}" for key, one in value.items()) + " }"
        case list():
            return "[" + ", ".join(map(_toml, value)) + "]"
        case str():
            return _quoted(value)
        case bool():
            return str(value).lower()
        case _:
            return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text)


def _settings(drawn: tuple[list[str], dict[str, object], dict[str, dict[str, object]]]) -> str:
    tags, table, sections = drawn
    rows = {"languages": tags, "title": dict.fromkeys(tags, "Titel"), **table}
    for section in sections:
        rows.pop(section, None)
    text = "".join(f"{_quoted(key)} = {_toml(value)}\n" for key, value in rows.items())
    return text + "".join(_section(name, table) for name, table in sections.items())


def _section(name: str, table: Mapping[str, object]) -> str:
    return f"\n[{_quoted(name)}]\n" + "".join(
        f"{_quoted(key)} = {_toml(one)}\n" for key, one in table.items()
    )


IN_SECTIONS = tuple(key for keys in SECTIONS.values() for key in keys)
settings_files = st.tuples(
    st.sampled_from([["de"], ["de", "ru"], ["ru", "de", "en"], ["ar", "de"], ["zh-Hant", "de"]]),
    keyed(SETTINGS),
    st.dictionaries(
        st.sampled_from(sorted(SECTIONS)), keyed(tuple(k for s in SECTIONS.values() for k in s)), max_size=2
    ),
).map(_settings)

places_files = st.dictionaries(
    st.one_of(st.sampled_from(["moskau", "tula"]), words), keyed(tuple(PLACE)), max_size=3
).map(lambda places: "".join(_section(name, table) for name, table in places.items()))

tex = st.lists(
    st.one_of(
        st.sampled_from(
            [" and ", "{", "}", "\\emph{a}", '\\"o', "\\", "$", "~", "--", "``", "''", "%", "#", "&", ", "]
        ),
        words,
    ),
    max_size=5,
).map("".join)
FIELDS = (
    *sorted(TEXTS), *sorted(ROLES), "date", "urldate", "url", "doi", "langid", "pages", "crossref", "xdata",
    "title_ru", "author_de", "archiveurl", "archivedate", "ids", "eprint", "isbn", "number", "volume",
    "nonsense",
)  # fmt: skip
field_values = st.one_of(tex, st.sampled_from(DATES), st.sampled_from(KNOWN), st.sampled_from(WORDS))


def _entry(drawn: tuple[str, str, list[tuple[str, str]]]) -> str:
    kind, key, fields = drawn
    return f"@{kind}{{{key},\n" + "".join(f"  {name} = {{{value}}},\n" for name, value in fields) + "}\n"


bib_files = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(sorted(TYPES)), st.sampled_from(["string", "comment", "preamble", "bock"])),
        st.one_of(st.sampled_from(KNOWN), words),
        st.lists(st.tuples(st.sampled_from(FIELDS), field_values), max_size=7),
    ).map(_entry),
    max_size=5,
).map("\n".join)


def _head(table: dict[str, object]) -> str:
    rows = {"title": "T", **table}
    return "---\n" + "".join(f"{key}: {json.dumps(one)}\n" for key, one in rows.items()) + "---\n\n"


chapters = st.tuples(keyed(FRONT_MATTER).map(_head), texts).map("".join)

digests = st.one_of(st.text("0123456789abcdef", min_size=16, max_size=16), st.sampled_from(["", "x" * 16]))
lock_lines = st.one_of(
    st.sampled_from(['["01-formen"]', '"de ru" = [', '"ru de" = []', "]", "# ", "", '["x"]']),
    st.tuples(words, digests, digests).map(lambda parts: f'  "{" ".join(parts)}",'),
)
lock_files = st.lists(lock_lines, max_size=12).map("\n".join)
cells = st.one_of(
    words, st.sampled_from(['"', ",", "\n", "country", "people", "110000", "-3", "1e400", "NaN", ";"])
)
csv_files = st.lists(st.lists(cells, max_size=4).map(",".join), max_size=6).map("\n".join)
DRAWN = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'>", "</svg>", "<!DOCTYPE svg>", "<script>",
    "<a href='javascript:x'/>", "<image href='http://x'/>", "<style>@import 'x'</style>", "<g", ">",
    " onload='x'", "<!ENTITY a '&a;'>", "<?xml version='1.0' encoding='utf-16'?>", "&#0;", "<use href='#a'/>",
    " width='1e999'",
)  # fmt: skip
drawings = st.lists(st.sampled_from(DRAWN), max_size=6).map("".join)

MADE: Mapping[str, Callable[[], st.SearchStrategy[str]]] = {
    seeds.DE: lambda: chapters,
    seeds.RU: lambda: chapters,
    seeds.BIB: lambda: bib_files,
    seeds.PLACES: lambda: places_files,
    seeds.SETTINGS: lambda: settings_files,
    seeds.LOCK: lambda: lock_files,
    seeds.CSV: lambda: csv_files,
    seeds.SVG: lambda: drawings,
}
