"""The two fields stand behind `url`, as the entry writes it, and no other byte changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.bibliography import read
from sitegen.links.archive.candidates import Candidate, candidates
from sitegen.links.archive.saving import with_copy
from sitegen.links_lock import LinksLock
from sitegen.model.nodes import Archived
from sitegen.source import Source

URL = "https://kurier.example/a"
COPY = Archived(f"https://web.archive.org/web/20241115081500/{URL}", "2024-11-15")
FORMS = [
    # the entry, the text that is put behind the value of `url`
    ("@online{a,\n  title = {A},\n  url = {U},\n}\n", ",\n  archiveurl = {C},\n  archivedate = {D}"),
    ("@online{a,\n\ttitle={A},\n\turl={U}\n}\n", ",\n\tarchiveurl={C},\n\tarchivedate={D}"),
    (
        "@online{a,\n  title       = {A},\n  url         = {U},\n}\n",
        ",\n  archiveurl  = {C},\n  archivedate = {D}",
    ),
    ("@online{a,\n  url   = {U}\n}\n", ",\n  archiveurl = {C},\n  archivedate = {D}"),
    ('@online{a,\n  URL = "U",\n}\n', ',\n  ARCHIVEURL = "C",\n  ARCHIVEDATE = "D"'),
    ("@online{a, title={A}, url={U}}\n", ", archiveurl={C}, archivedate={D}"),
    ("@online(a, url = {U})", ", archiveurl = {C}, archivedate = {D}"),
    ("@online{a\n  , url = {U}\n  }\n", "\n  , archiveurl = {C}\n  , archivedate = {D}"),
    ("@online{a,\n  url =\n    {U},\n}\n", ",\n  archiveurl = {C},\n  archivedate = {D}"),
    (
        "% Кто это\n@online{a,\n  url = {U}\n}\n",
        ",\n  archiveurl = {C},\n  archivedate = {D}",
    ),
]


def only(text: str) -> Candidate:
    (one,) = candidates(Source.of("citations.bib", text), "", LinksLock())
    assert isinstance(one, Candidate)
    return one


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("entry", "added"), FORMS)
def test_forms(entry: str, added: str, mark: str, ending: str) -> None:
    value = f'"{URL}"' if '"U"' in entry else f"{{{URL}}}"
    added = added.replace("{C}", f"{{{COPY.url}}}").replace('"C"', f'"{COPY.url}"')
    added = added.replace("{D}", f"{{{COPY.date}}}").replace('"D"', f'"{COPY.date}"')
    before = entry.replace('"U"', value).replace("{U}", value)
    after = before.replace(value, value + added)
    data = (mark + before).replace("\n", ending).encode()
    changed = with_copy(data, "citations.bib", only(before), COPY)
    assert changed is not None
    assert changed.decode() == (mark + after).replace("\n", ending)


@pytest.mark.parametrize(
    "value", ['{https://kurier.example/} # "a"', "kurier", '"https://kurier." # "example/a"']
)
def test_a_value_of_parts_is_left_alone(value: str) -> None:
    text = f'@string{{kurier = "{URL}"}}\n@online{{a, url = {value}}}\n'
    assert with_copy(text.encode(), "citations.bib", only(text), COPY) is None


def test_the_file_may_have_changed_elsewhere() -> None:
    """Only the entry's own address must still be there: others may have been added before it."""
    one = only(f"@online{{a, url = {{{URL}}}}}\n")
    later = f"@book{{b, title = {{B}}}}\n@online{{a, note = {{x}}, url = {{{URL}}}}}\n"
    changed = with_copy(later.encode(), "citations.bib", one, COPY)
    assert changed is not None
    assert changed.decode().startswith(
        f"@book{{b, title = {{B}}}}\n@online{{a, note = {{x}}, url = {{{URL}}}, arch"
    )
    assert with_copy(later.replace("/a}", "/b}").encode(), "citations.bib", one, COPY) is None
    assert with_copy(changed, "citations.bib", one, COPY) is None


@settings(derandomize=True, max_examples=40, deadline=None)
@given(
    st.sampled_from([entry for entry, _ in FORMS]),
    st.text(" \n\tя%", max_size=10),
    st.text(" \nй%", max_size=10),
)
def test_taking_the_fields_out_gives_the_file_back(entry: str, before: str, after: str) -> None:
    text = before + "\n" + entry.replace('"U"', f'"{URL}"').replace("{U}", f"{{{URL}}}") + after
    changed = with_copy(text.encode(), "citations.bib", only(text), COPY)
    assert changed is not None
    new, length = changed.decode(), len(changed.decode()) - len(text)
    start = next(at for at in range(len(new)) if new[:at] + new[at + length :] == text)
    assert "rchive" in new[start : start + length].lower()
    entries = read(Source.of("citations.bib", new), ("de",))[0].entries
    assert entries["a"].archived == COPY
