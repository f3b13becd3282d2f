"""Rows of the table of codes: what external addresses answer (`sitegen links`)."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_LOCK = "links.lock"
_GOOD = '"https://kurier.example/a" = { result = "ok", status = 200, date = 2025-11-15 }\n'
_FILE = "content/de/01-beispiel.md"
_CHAPTER = {_FILE: "Text.\n"}
_MOVED = '"https://kurier.org/alt" = { result = "ok", status = 200, moved = "https://kurier.org/neu", date = 2025-11-15 }\n'

ROWS: tuple[Row, ...] = (
    Row(
        "EXT001",
        "dead-source",
        "error",
        N_("“{url}” is no longer there: {reason} (status: {status}; asked from this machine on {date})."),
        N_(
            "Look for the page's new address, or for a copy at web.archive.org: put that into “archiveurl” "
            "and “archivedate” of the source. A source with a copy is no error."
        ),
        N_(
            "Readers who follow the link find nothing, and the statement that rests on it can no longer be "
            "checked. The page says so beside the link. Only clear answers count as dead, never a timeout "
            "or a server that refuses to talk."
        ),
    ),
    Row(
        "EXT002",
        "dead-source-with-copy",
        "warning",
        N_("“{url}” is no longer there: {reason} (status: {status}; asked from this machine on {date})."),
        N_("Nothing must be done: the page links to the archived copy of the source first."),
        N_(
            "The source has an archived copy, so readers still find what was cited. If the page has only "
            "moved, write its new address in “url”."
        ),
    ),
    Row(
        "EXT003",
        "unsure-source",
        "info",
        N_(
            "It is not sure that “{url}” is there: {reason} (status: {status}; asked from this machine on {date})."
        ),
        N_("Open it in a browser. If it is there, nothing must be done."),
        N_(
            "Many servers refuse programs, foreign addresses or answer with a fault for a day. That says "
            "nothing about the page, so it is listed but never fails the run."
        ),
    ),
    Row(
        "EXT004",
        "moved-source",
        "info",
        N_("“{url}” has moved for good, to “{moved}” (status: {status}; asked from this machine on {date})."),
        N_("Write the new address; “sitegen check --fix” does it."),
        N_(
            "The server sends every reader on to the new address (status 301 or 308). Such signposts are "
            "taken down some day; then the old address is dead."
        ),
        Example(
            {_FILE: "Siehe <https://kurier.org/alt>.\n", _LOCK: _MOVED},
            {_FILE: "Siehe <https://kurier.org/neu>.\n", _LOCK: _MOVED},
            1,
        ),
    ),
    Row(
        "EXT005",
        "private-address",
        "error",
        N_("“{url}” is an address within a private network or of this machine: no reader can open it."),
        N_("Write the public address of the page, or take the link out."),
        N_(
            "Addresses such as localhost or 192.168.0.10 mean another machine for every reader. sitegen "
            "never asks them, so that no text can make it talk to the inside of a network."
        ),
    ),
    Row(
        "EXT006",
        "missing-anchor",
        "error",
        N_(
            "The page “{url}” is there, its anchor is not (status: {status}; asked from this machine on {date})."
        ),
        N_("Open the page, look for the passage and write its anchor, or leave out all from the “#” on."),
        N_(
            "The part of the address behind “#” names a place in the page. The page has no such place any "
            "more, so readers land at its beginning."
        ),
    ),
    Row(
        "EXT007",
        "no-address",
        "error",
        N_("“{url}” cannot be read as a web address: {reason}."),
        N_("Copy the address anew from the browser's address line."),
        N_(
            "No browser can follow such a link: its host, port or number is written in a way that means "
            "nothing."
        ),
    ),
    Row(
        "EXT008",
        "links-lock-line",
        "warning",
        N_("This line of links.lock cannot be read: “{text}”."),
        N_(
            "If two people's changes collided here, delete only the lines with <<<<<<<, ======= and >>>>>>>. "
            "Else delete the line, or the whole file: “sitegen links” writes it anew."
        ),
        N_(
            "The file is written by “sitegen links” and remembers what external addresses last answered. "
            "A line that cannot be read counts as an address that was never asked."
        ),
        Example({_LOCK: f"<<<<<<< HEAD\n{_GOOD}", **_CHAPTER}, {_LOCK: _GOOD, **_CHAPTER}, 1),
    ),
    Row(
        "EXT009",
        "almost-same-address",
        "info",
        N_("“{url}” and “{other}” are probably the same page."),
        N_("Write the address in one way only."),
        N_(
            "The two differ only in a slash at the end or in http and https. Each is asked by itself, and "
            "in the list of sources one page looks like two."
        ),
    ),
)
