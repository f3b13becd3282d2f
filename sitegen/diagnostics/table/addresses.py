"""Rows of the table of codes: what is wrong with addresses that a browser would still open."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"


def _example(bad: str, good: str) -> Example:
    return Example({_CHAPTER: f"Siehe <{bad}>.\n"}, {_CHAPTER: f"Siehe <{good}>.\n"}, 1)


ROWS: tuple[Row, ...] = (
    Row(
        "ADR001",
        "address-with-password",
        "error",
        N_("The address holds a user name or a password."),
        N_(
            "Take out what stands between “//” and “@”, and change the password: it is in this file's history."
        ),
        N_(
            "Every reader would be given this access. What stands before “@” is also a way to disguise an "
            "address: https://example.org@other.example/ leads to other.example."
        ),
        _example("https://eva:geheim@example.org/a", "https://example.org/a"),
    ),
    Row(
        "ADR002",
        "share-link",
        "error",
        N_("This is a share link ({detail}): it hands on access that was given to somebody."),
        N_("Link to the public address of the source. If there is none, describe the source without a link."),
        N_(
            "Links for sharing are made for certain people. In a publication they open a document or a group "
            "to everybody, and may show who shared them."
        ),
        _example(
            "https://docs.example.org/document/d/1x/edit?usp=sharing",
            "https://docs.example.org/document/d/1x/pub",
        ),
    ),
    Row(
        "ADR003",
        "deceptive-address",
        "error",
        N_("The address is not what it looks like: {detail}."),
        N_("Type the address anew, or copy it from the browser's address bar."),
        N_(
            "Letters of two scripts in one word of a host's name look like another name: a Cyrillic “а” for a "
            "Latin “a”. Controls of the writing direction show an address in another order. Both are used "
            "to mislead readers."
        ),
        _example("https://ex\u0430mple.org/", "https://example.org/"),
    ),
    Row(
        "ADR004",
        "wrapped-address",
        "warning",
        N_("The address leads through {detail} to another one."),
        N_("Write the address that it leads to; the page links to that one."),
        N_(
            "Search engines and social networks put an address of theirs before a link, to count who follows "
            "it. It says nothing about the source, and stops working when they wish."
        ),
        _example("https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa", "https://example.org/a"),
    ),
    Row(
        "ADR005",
        "shortened-address",
        "warning",
        N_("{detail} shortens addresses; readers cannot see where this one leads."),
        N_("Open it and write the address at which you arrive."),
        N_(
            "A shortened address hides the source, counts who follows it, and is lost with the service that "
            "made it."
        ),
        _example("https://bit.ly/3abcdef", "https://example.org/a"),
    ),
    Row(
        "ADR006",
        "address-with-token",
        "warning",
        N_("The address carries a token ({detail})."),
        N_("Look for the address that works without it."),
        N_(
            "A token lets in whoever has the address, often for a few hours only. Readers would find nothing, "
            "or more than they should. Such an address is never archived, and nothing is taken out of it."
        ),
        _example("https://files.example.org/a.pdf?token=abc123", "https://files.example.org/a.pdf"),
    ),
    Row(
        "ADR007",
        "mobile-address",
        "info",
        N_("The address is that of a page for phones; the whole page may be at {detail}."),
        N_("Open the other address; if it shows the same page, write that one."),
        N_("Pages for phones often leave parts out, look odd on a large screen, and are given up first."),
        _example("https://de.m.wikipedia.org/wiki/Moskau", "https://de.wikipedia.org/wiki/Moskau"),
    ),
    Row(
        "ADR008",
        "doi-in-address",
        "info",
        N_("The address holds a DOI, whose own address is probably {detail}."),
        N_("Open it; if it shows the same work, write that address, in citations.bib the field “doi”."),
        N_(
            "A DOI stays when a publisher moves its pages. It is the address by which a work is cited and found "
            "again."
        ),
        _example("https://verlag.example/article/10.5555/12345678/full", "https://doi.org/10.5555/12345678"),
    ),
)
