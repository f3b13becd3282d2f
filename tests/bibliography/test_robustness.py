"""Files that would exhaust a careless reader: each ends in a diagnostic, soon and in little memory."""

from __future__ import annotations

import tracemalloc
from time import monotonic

import pytest

from sitegen.bibliography import style
from sitegen.world import Memory, read_source
from tests.bibliography.cases import reading, written

BOMB = (
    "@string{a0 = {"
    + "x" * 1000
    + "}}\n"
    + "".join(f"@string{{a{n} = a{n - 1}" + f" # a{n - 1}" * 9 + "}\n" for n in range(1, 40))
    + "@book{k, title = a39}"
)
TRAPS = {
    "string bomb": (BOMB, {"BIB008"}),
    "bomb in a field that is not printed": (
        "@string{a={" + "x" * 9000 + "}}@book{k, title={T}, note=a" + "#a" * 5000 + "}",
        {"BIB008"},
    ),
    "authors": (
        "@book{k, title={T}, author={" + " and ".join(f"N{n}, V" for n in range(50_000)) + "}}",
        {"BIB008"},
    ),
    "opening braces": ("@book{k, title=" + "{" * 200_000, {"BIB001"}),
    "closing braces": ("@book{k, title={T" + "}" * 200_000, set()),
    "quotation mark": ('@book{k, title="' + "{a}" * 200_000, {"BIB002"}),
    "unclosed entries": ("@book{k, title={\n" * 100_000, {"BIB002", "BIB003"}),
    "at signs": ("@" * 500_000, {"BIB001"}),
    "at signs in comments": ("% a@b.de\n" * 100_000, {"BIB009"}),
    "comments": ("@comment{" * 50_000, set()),
    "NUL": ("@book{k, title={a\0b}}\n" + "\0" * 100_000, {"BIB011"}),
    "chain": (
        "".join(f"@book{{k{n}, title={{T}}, crossref={{k{n + 1}}}}}\n" for n in range(5000)),
        {"BIB021"},
    ),
    "circle": (
        "".join(f"@book{{k{n}, title={{T}}, crossref={{k{(n + 1) % 5000}}}}}\n" for n in range(5000)),
        {"BIB022"},
    ),
    "missing parents": (
        "".join(f"@book{{k{n}, title={{T}}, crossref={{q{n}}}}}\n" for n in range(5000)),
        {"BIB021"},
    ),
    "undefined strings": ("".join(f"@book{{k{n}, title=zz{n}}}\n" for n in range(5000)), {"BIB007"}),
    "unknown types": ("".join(f"@bock{{k{n}, title={{T}}}}\n" for n in range(2000)), {"BIB006"}),
    "nested commands": ("@book{k, title={" + "\\emph{" * 98 + "x" + "}" * 98 + "}}", set()),
    "accents": ("@book{k, title={" + "\\'" * 4900 + "}}", set()),
    "unknown commands": ("@book{k, title={" + "\\foo" * 2400 + "}}", {"BIB023"}),
    "dollars": ("@book{k, title={" + "$" * 9900 + "}}", set()),
    "dashes": ("@article{k, title={T}, journaltitle={J}, pages={" + "- " * 4900 + "}}", set()),
    "commas": ("@book{k, title={T}, author={" + "a," * 4900 + "}}", {"BIB019"}),
}


@pytest.mark.parametrize("name", TRAPS)
def test_trap(name: str) -> None:
    text, expected = TRAPS[name]
    start = monotonic()
    bibliography, found = reading(text)
    for one in bibliography.entries.values():
        assert style("ru").entry(one)
    assert monotonic() - start < 10
    assert {one.code for one in found} == expected


def test_a_thousand_entries_take_no_time() -> None:
    text = "".join(
        written(
            "article",
            f"k{n}",
            author='Иванова, Анна and M{\\"u}ller, Jan',
            journaltitle="J",
            date="2020",
            pages="1--9",
        )
        for n in range(1000)
    )
    start = monotonic()
    bibliography, found = reading(text)
    for edition in ("de", "ru"):
        by = style(edition)
        assert len([by.entry(one) for one in sorted(bibliography.entries.values(), key=by.sort_key)]) == 1000
    assert found == ()
    assert monotonic() - start < 6


def test_other_encoding_is_named_with_its_line() -> None:
    text = "@book{k,\n  title = {Книга},\n}"
    source, (one,) = read_source(Memory({"citations.bib": text.encode("cp1251")}), "citations.bib")
    assert (source, one.code, one.span.line) == (None, "SRC001", 2)


def test_bomb_takes_little_memory() -> None:
    tracemalloc.start()
    reading(BOMB)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000
