"""Rows of the table of codes: addresses and archived copies in citations.bib."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Row
from sitegen.diagnostics.table.bibliography_syntax import book, example

_URL = "https://kurier.example/a"
_COPY = "https://web.archive.org/web/20241115081500/https://kurier.example/a"


def _archived(
    url: str = _URL, copy: str = _COPY, date: str = "2024-11-15", urldate: str = "2024-11-15"
) -> str:
    fields = {"url": url, "urldate": urldate, "archiveurl": copy, "archivedate": date}
    return book("a", **{name: value for name, value in fields.items() if value})


ROWS: tuple[Row, ...] = (
    Row(
        "BIB026",
        "archive-date-differs",
        "error",
        N_("“archivedate” is {written}, but the address of the copy says {taken}."),
        N_("Take the date from the address, or the address of the copy that is meant."),
        N_("The reference would promise a copy of another day than the one that is linked."),
        example(_archived(date="2024-11-16"), _archived(), 7),
    ),
    Row(
        "BIB027",
        "archive-of-another-page",
        "error",
        N_("The archived copy is of another page than “url”: {original}."),
        N_("Look up “url” itself in the archive and copy that address."),
        N_("A reader who follows the copy must find the same page as under the address."),
        example(_archived(copy=_COPY + "b"), _archived(), 6),
    ),
    Row(
        "BIB028",
        "archive-older-than-access",
        "warning",
        N_("The archived copy is more than {days} days older than the day of access."),
        N_("Have the page archived anew, or take the copy that is nearest to “urldate”."),
        N_("A page may have changed in that time, so that the copy does not show what was cited."),
        example(_archived(urldate="2026-01-10"), _archived(), 7),
    ),
    Row(
        "BIB029",
        "archive-without-date",
        "error",
        N_("“archiveurl” needs “archivedate”, the day of the copy."),
        N_("Add archivedate = {{date}}."),
        N_("The reference names the day of the copy, so that readers know which state of the page they see."),
        example(_archived(date=""), _archived(), 6),
    ),
    Row(
        "BIB030",
        "address-of-an-archive",
        "warning",
        N_("“url” is the address of an archive ({host}), not of the source."),
        N_("Write the original address in “url”, and this one in “archiveurl” with its “archivedate”."),
        N_("The original address says who published the page; the copy is only where it can still be read."),
        example(book("a", url=_COPY), _archived(), 4),
    ),
    Row(
        "BIB031",
        "not-a-single-copy",
        "error",
        N_("“archiveurl” is not the address of one single copy."),
        N_(
            "Open the copy in the archive and take its address, which holds 14 digits: "
            "…/web/20241115081500/https://…"
        ),
        N_("An address with only a year or with a star shows whatever copy the archive chooses on that day."),
        example(_archived(copy="https://web.archive.org/web/2024/https://kurier.example/a"), _archived(), 6),
    ),
    Row(
        "BIB032",
        "refused-archive",
        "error",
        N_("Copies on {host} are not accepted."),
        N_("Have the page archived at web.archive.org or ghostarchive.org and take that address."),
        N_(
            "The pages of archive.today and its other names have been found to alter copies and to misuse"
            " their readers' browsers."
        ),
        example(_archived(copy="https://archive.ph/abcde"), _archived(), 6),
    ),
    Row(
        "BIB033",
        "not-a-web-address",
        "error",
        N_("“{url}” is no address that may be linked."),
        N_("Write the whole address, beginning with https:// and without spaces."),
        N_("Sources are linked by http and https only; anything else could harm a reader, or leads nowhere."),
        example(book("a", url="javascript:alert(1)"), book("a", url="https://example.org/"), 4),
    ),
    Row(
        "BIB034",
        "tracking-parameter-in-source",
        "warning",
        N_("The address carries a tracking parameter: {parameter}."),
        N_("Take it out; the page links to the address without it."),
        N_(
            "Such parameters tell the other side which reader came from where. They say nothing about the"
            " source, and the address works without them."
        ),
        example(book("a", url=_URL + "?fbclid=Q"), book("a", url=_URL), 4),
    ),
    Row(
        "BIB035",
        "unknown-archive",
        "error",
        N_("{host} is no archive that is known."),
        N_(
            "Use web.archive.org, ghostarchive.org, megalodon.jp or perma.cc, or a copy that you keep "
            "yourself."
        ),
        N_(
            "A copy is worth something only if it is certain that nobody has altered it and that it will "
            "stay."
        ),
        example(_archived(copy="https://kopien.example/a"), _archived(), 6),
    ),
    Row(
        "BIB036",
        "invalid-doi",
        "error",
        N_("“{doi}” is no DOI."),
        N_("A DOI begins with “10.”, followed by digits, a slash and a name: 10.1007/978-3-658-12345-6."),
        N_("The DOI becomes the link of the reference; a wrong one leads nowhere."),
        example(book("a", doi="978-3-658-12345-6"), book("a", doi="10.1007/978-3-658-12345-6"), 4),
    ),
)
