"""Numbers of notes: one sequence for footnotes and, in the style of notes, for citations."""

from __future__ import annotations

from sitegen.link.notes import number_notes
from tests.parse.dump import parse_text

TEXT = """\
Eins[^b] zwei [@muster2020] drei[^a] vier^[Hier.] fünf[^b] sechs @muster2020 [S. 3].

[^a]: Note, siehe @muster2020.
[^b]: Note.
"""


def test_notes_and_citations_share_their_numbers() -> None:
    interface = parse_text(TEXT)[0].interface
    notes, places = number_notes(interface, "notes")
    assert [place.number for place in places] == [1, 2, 3, 4, 1, 5]
    assert [(note.number, note.note, note.citation) for note in notes] == [
        (1, 1, None),
        (2, None, 0),
        (3, 0, None),
        (4, 2, None),
        (5, None, 1),
    ]


def test_in_author_date_style_citations_are_no_notes() -> None:
    interface = parse_text(TEXT)[0].interface
    notes, places = number_notes(interface, "author-date")
    assert [place.number for place in places] == [1, 0, 2, 3, 1, 0]
    assert all(note.citation is None for note in notes)


def test_ids_are_unique_and_of_ascii_and_lead_back() -> None:
    text = "A[^прим] b[^Прим] c[^1] d[^прим] e[@x] f[@x]\n\n[^прим]: x\n\n[^Прим]: y\n\n[^1]: z\n"
    interface = parse_text(text)[0].interface
    notes, places = number_notes(interface, "notes")
    assert [note.id for note in notes] == ["fn-prim", "fn-prim-1", "fn-1", "fn-ref-x", "fn-ref-x-1"]
    assert notes[0].marks == ("fnref-prim", "fnref-prim-2")
    marks = [place.mark_id for place in places]
    assert len(set(marks)) == len(marks)
    assert {mark for note in notes for mark in note.marks} == set(marks)


def test_a_second_mark_is_not_another_notes_first() -> None:
    interface = parse_text("A[^a] b[^a] c[^a-2]\n\n[^a]: x\n\n[^a-2]: y\n")[0].interface
    _, places = number_notes(interface, "notes")
    assert [place.mark_id for place in places] == ["fnref-a", "fnref-a-2", "fnref-a-2-1"]
