"""The documentation has a page for every diagnostic, and the pages say what the table of codes says."""

from __future__ import annotations

from sitegen.diagnostics.explanation import explain, lines
from sitegen.diagnostics.table import TABLE
from tools.diagnostics_pages import COMMAND, FOLDER, index, page, plain

STALE = f"docs/diagnostics/ is not what the table of codes says: run {COMMAND} (or make pages)"


def test_a_page_is_what_the_table_says() -> None:
    for row in TABLE.values():
        path = FOLDER / f"{row.code}.md"
        assert path.is_file(), STALE
        assert path.read_text(encoding="utf-8") == page(row), STALE


def test_the_index_lists_every_row() -> None:
    made = index()
    assert (FOLDER / "README.md").read_text(encoding="utf-8") == made, STALE
    assert all(f"]({code}.md)" in made for code in TABLE)


def test_there_is_no_page_of_something_else() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {"README.md", *(f"{code}.md" for code in TABLE)}, STALE


def test_a_page_holds_all_that_is_explained() -> None:
    one = explain(TABLE["SRC005"])
    made = page(TABLE["SRC005"])
    for part in (one.code, one.name, "*Error*", one.message, one.why, one.hint):
        assert part in made
    assert "\n".join(one.bad["content/de/01-text.md"]) in made
    assert "content/de/01-text.md:7:5: error SRC005: Here stands" in made
    assert "No errors" not in made
    assert "1 error" not in made


def test_a_sentence_cannot_be_markup() -> None:
    assert plain("[a](b) *c* `d` <e> a_b | #") == r"\[a\]\(b) \*c\* \`d\` \<e\> a\_b \| \#"


def test_lines_end_where_editors_end_them() -> None:
    assert lines("a\x0cb\u2028c\n\nd\n") == (r"a\u000cb\u2028c", "", "d")
