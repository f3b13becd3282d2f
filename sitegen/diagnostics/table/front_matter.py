"""Rows of the table of codes: front matter."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row
from sitegen.diagnostics.table import values

_CHAPTER = "content/de/02-heimat.md"


def _lines(*lines: str) -> dict[str, str]:
    """A chapter with these lines in its front matter; the first of them is line 2."""
    return {_CHAPTER: "\n".join(("---", *lines, "---", "", "Text.", ""))}


def _heimat(bad: str, good: str) -> Example:
    """An example of one line below the title."""
    return Example(_lines("title: Heimat", bad), _lines("title: Heimat", good), 3)


ROWS: tuple[Row, ...] = (
    Row(
        "FRM001",
        "front-matter-not-closed",
        "error",
        message=N_("The front matter begins here, but does not end."),
        hint=N_("Write a line with --- below the last key, before the text begins."),
        why=N_(
            "The keys of a chapter stand between two lines with three hyphens. Without the second one, "
            "nothing says where the keys end and the text begins."
        ),
        example=Example(
            {_CHAPTER: "---\ntitle: Heimat\n\nText.\n"},
            {_CHAPTER: "---\ntitle: Heimat\n---\n\nText.\n"},
            1,
        ),
    ),
    Row(
        "FRM002",
        "front-matter-syntax",
        "error",
        message=N_("The front matter cannot be read: {reason}."),
        hint=N_(
            "Look at this place and the line before it. A text that holds a colon with a blank after it, or "
            "begins with a sign, must stand in quotation marks."
        ),
        why=N_(
            "The front matter is written in YAML, where a colon, a hash or a bracket can mean something. "
            "Where such a sign was only meant as text, quotation marks say so."
        ),
        example=Example(_lines("title: Heimat: eine Frage"), _lines('title: "Heimat: eine Frage"'), 2),
    ),
    values.unknown_key(
        "FRM003",
        "unknown-front-matter-key",
        _heimat("subtitel: Eine Frage", "subtitle: Eine Frage"),
        values.YAML_KEY,
    ),
    values.wrong_type(
        "FRM004",
        "wrong-type-in-front-matter",
        _heimat("keywords: Krieg, Emigration", "keywords: [Krieg, Emigration]"),
    ),
    Row(
        "FRM005",
        "front-matter-key-repeated",
        "error",
        message=N_("The key “{key}” stands here for the second time."),
        hint=N_("Delete one of the two."),
        why=N_(
            "Each key has one value. If a key stands twice, one of the values is out of date, and nothing "
            "says which."
        ),
        example=_heimat("title: Vaterland", "subtitle: Vaterland"),
    ),
    Row(
        "FRM006",
        "page-without-title",
        "error",
        message=N_("This page has no title."),
        hint=N_("Write a line “title: …” between two lines “---” at the beginning of the file."),
        why=N_(
            "The title is the heading of the page; it stands in the table of contents, in the tab of the "
            "browser and in every link to the page. It is the only key that must be given."
        ),
        example=Example(_lines("subtitle: Eine Frage"), _lines("title: Heimat", "subtitle: Eine Frage"), 1),
    ),
    values.day("FRM007", "page-date-invalid", _heimat("date: 2024-02-30", "date: 2024-02-29")),
    values.future("FRM008", "page-date-in-future", _heimat("date: 9999-11-15", "date: 2024-11-15")),
    Row(
        "FRM009",
        "slug-invalid",
        "error",
        message=N_("“{value}” cannot be part of a web address."),
        hint=N_("Use at most 60 small Latin letters, digits and hyphens, as bleiben-oder-gehen."),
        why=N_(
            "The slug is the last part of the page's address. Other signs are written differently by "
            "browsers, servers and mail programs, and links to the page would break."
        ),
        example=_heimat("slug: Heimat & Welt", "slug: heimat-und-welt"),
    ),
    Row(
        "FRM010",
        "translated-from-unknown-language",
        "error",
        message=N_("“{value}” is not a language of this publication."),
        hint=N_("Use one of the tags under “languages” in sitegen.toml: {known}."),
        why=N_(
            "A translation links to the edition that it was made from. In a language that the publication "
            "does not have, there is nothing to link to."
        ),
        example=_heimat("translated_from: rus", "subtitle: Eine Frage"),
    ),
    Row(
        "FRM011",
        "translated-from-itself",
        "error",
        message=N_("This page is in “{language}” itself, so it cannot be translated from it."),
        hint=N_("Name the language of the original, or delete the key if this page is the original."),
        why=N_(
            "The key stands only in translations. Readers are told from which language a text was "
            "translated, and a page that is its own original would mislead them."
        ),
        example=_heimat("translated_from: de", "subtitle: Eine Frage"),
    ),
    values.orcid(
        "FRM012",
        "page-author-orcid-invalid",
        _heimat(
            "authors: [{name: Boris Muster, orcid: 0000-0002-1825-0079}]",
            "authors: [{name: Boris Muster, orcid: 0000-0002-1825-0097}]",
        ),
    ),
    values.unknown_value(
        "FRM013",
        "unknown-front-matter-value",
        _heimat("translation: partail", "subtitle: Eine Frage"),
    ),
    values.empty("FRM014", "empty-front-matter-value", _heimat("subtitle:", "subtitle: Eine Frage")),
    values.control_character(
        "FRM015",
        "control-character-in-front-matter",
        _heimat("subtitle: Eine\x07 Frage", "subtitle: Eine Frage"),
    ),
    Row(
        "FRM016",
        "yaml-sign-as-text",
        "error",
        message=N_("A text that begins with “{sign}” must stand in quotation marks."),
        hint=N_('Write the whole text in quotation marks: "…".'),
        why=N_(
            "In YAML a sign such as *, &, !, @ or % at the beginning of a text refers to another place or to "
            "a type, which a front matter never needs. In quotation marks it is a plain sign again."
        ),
        example=_heimat("subtitle: *sehr* wichtig", 'subtitle: "*sehr* wichtig"'),
    ),
    values.missing(
        "FRM017",
        "incomplete-person",
        _heimat(
            "authors: [{orcid: 0000-0002-1825-0097}]",
            "authors: [{name: Boris Muster, orcid: 0000-0002-1825-0097}]",
        ),
    ),
    Row(
        "FRM018",
        "slug-reserved",
        "error",
        message=N_("“{slug}” cannot be the slug of a page: the name is taken."),
        hint=N_("Choose another word, or add one to it."),
        why=N_(
            "Some names belong to pages that the site has anyway, such as index and search. Others, such as "
            "con and aux, are names of devices under Windows, where no file may be called so."
        ),
        example=_heimat("slug: index", "slug: heimat"),
    ),
)
