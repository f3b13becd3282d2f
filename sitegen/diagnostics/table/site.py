"""Rows of the table of codes: the links of the rendered site, judged against the names of its files."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.diagnostics.row import N_, Example, Row

_TEMPLATE = "templates/title_page.html"
_SETTINGS = {"sitegen.toml": 'languages = ["de"]\ntitle = "Beispiel"\nurl = "https://example.org/studie/"\n'}


def _template(bad: str, good: str, others: Mapping[str, str] | None = None) -> Example:
    """A line in the publication's own template of the title page."""
    return Example({_TEMPLATE: _page(bad), **(others or {})}, {_TEMPLATE: _page(good), **(others or {})}, 3)


def _page(line: str) -> str:
    return f'{{% extends "theme/title_page.html" %}}\n{{% block footer %}}\n<p>{line}</p>\n{{% endblock %}}\n'


ROWS: tuple[Row, ...] = (
    Row(
        "SIT001",
        "link-to-missing-page",
        "error",
        N_("“{address}” leads nowhere: the site has no such page and no such file."),
        N_("Correct the address, or take the link out."),
        N_(
            "The address was looked up among the files that the site consists of, and none of them has this"
            " name. Readers would see nothing but the message that the page was not found. Names are"
            " compared letter by letter, as a web server does."
        ),
        _template('<a href="kontakt.html">Kontakt</a>', '<a href="voices.html">Stimmen</a>'),
    ),
    Row(
        "SIT002",
        "link-to-missing-place",
        "error",
        N_("“{address}” leads to a place that there is not in “{file}”."),
        N_("Correct what stands behind “#”, or give the place that is meant this id."),
        N_(
            "What stands behind “#” is the id of a place in the page. The page has no such id, so that the"
            " browser would show its beginning and readers would look for the place in vain. Capitals"
            " count."
        ),
        _template('<a href="index.html#kontakt">Kontakt</a>', '<a href="index.html#main">Zum Text</a>'),
    ),
    Row(
        "SIT003",
        "missing-file-of-page",
        "error",
        N_("The page needs the file “{address}”, and the site has none of this name."),
        N_("Correct the address, or add the file."),
        N_(
            "A picture, a style sheet, a script or a drawing that a page shows or loads is not among the"
            " files of the site. The page would have a gap, or would look different from what was meant."
        ),
        _template(
            '<link rel="stylesheet" href="../assets/farben.css">',
            '<link rel="stylesheet" href="../assets/theme.css">',
        ),
    ),
    Row(
        "SIT004",
        "slash-behind-page",
        "error",
        N_("“{address}” ends with a slash, as if “{file}” were a folder."),
        N_("Take the slash away."),
        N_(
            "With a slash at its end an address asks for a folder and the page index.html in it. Here is a"
            " page of that name, but no folder: a web server answers that nothing was found."
        ),
        _template('<a href="voices.html/">Stimmen</a>', '<a href="voices.html">Stimmen</a>'),
    ),
    Row(
        "SIT005",
        "link-out-of-site",
        "error",
        N_("“{address}” climbs out of the site."),
        N_("Take one “../” away, or write the complete address, beginning with https:."),
        N_(
            "Each “../” goes up by one folder, and here they lead above the folder that the site consists"
            " of. What lies there on your computer is not published, and on the server it is something else."
        ),
        _template('<a href="../../index.html">Anfang</a>', '<a href="../index.html">Anfang</a>'),
    ),
    Row(
        "SIT006",
        "link-outside-base",
        "error",
        N_("“{address}” lies outside the path under which the site is published."),
        N_("Write the address relative to the page, or begin it with that path."),
        N_(
            "An address that begins with “/” counts from the root of the web server. The site stands in a"
            " folder of that server, and the address does not lead into it. Relative addresses work under"
            " any path."
        ),
        _template(
            '<a href="/de/voices.html">Stimmen</a>', '<a href="/studie/de/voices.html">Stimmen</a>', _SETTINGS
        ),
    ),
    Row(
        "SIT007",
        "malformed-mail-address",
        "error",
        N_("“{address}” is no mail address."),
        N_(
            "Behind “mailto:” stands a name, one “@” and a host, without blanks, as in mailto:team@example.org."
        ),
        N_(
            "The link shall open a letter to somebody. Without a name and a host, with two “@” or with"
            " blanks no mail program knows to whom."
        ),
        _template(
            '<a href="mailto:team.example.org">Schreiben</a>',
            '<a href="mailto:team@example.org">Schreiben</a>',
        ),
    ),
    Row(
        "SIT008",
        "incomplete-host",
        "error",
        N_("“{address}” names no complete host."),
        N_(
            "Write the complete address, such as https://example.org/; within the site, begin with a single “/”."
        ),
        N_(
            "Behind two slashes an address names a host, such as example.org. This name has no dot, so that"
            " no browser finds it in the web. Mostly one slash was typed too many."
        ),
        _template('<a href="//voices/">Stimmen</a>', '<a href="voices.html">Stimmen</a>'),
    ),
    Row(
        "SIT009",
        "address-spelt-differently",
        "error",
        N_("“{address}” is spelt differently from the name of the file “{file}”."),
        N_("Write the name exactly as it is, capitals included; copying it is safest."),
        N_(
            "The two differ in capitals only, or in how letters such as ä and й are stored: as one sign, or"
            " as a letter with a mark behind it. On some computers that makes no difference; on a web server"
            " the page is not found."
        ),
        _template('<a href="Voices.html">Stimmen</a>', '<a href="voices.html">Stimmen</a>'),
    ),
    Row(
        "SIT010",
        "id-twice-in-page",
        "warning",
        N_("The id “{address}” stands twice in the page."),
        N_("Give one of the two places another id."),
        N_(
            "An id names one place of a page. Where two have the same, a link always leads to the first, and"
            " nobody reaches the second."
        ),
        _template('<span id="main">Mehr</span>', '<span id="mehr">Mehr</span>'),
    ),
    Row(
        "SIT011",
        "folder-without-slash",
        "warning",
        N_("“{address}” names a folder without the slash at its end."),
        N_("Write the slash."),
        N_(
            "A web server sends readers on to the address with the slash, which costs a moment. From a folder"
            " or a zip on a disk, the link shows a list of files or nothing at all."
        ),
        _template('<a href="../de">Anfang</a>', '<a href="../de/">Anfang</a>'),
    ),
    Row(
        "SIT012",
        "page-not-checked",
        "warning",
        N_("“{file}” was not checked: {reason}."),
        N_("Mend that, and check again."),
        N_(
            "The file could not be read, so that nothing is known of its links, nor of the places in it that"
            " others link to."
        ),
    ),
)
