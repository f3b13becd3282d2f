"""Rows of the table of codes: what a publication says of itself to machines."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_HEAD = 'languages = ["de"]\ntitle = "Beispiel"\n'
_ADDRESS = 'url = "https://example.org/studie/"\n'

ROWS: tuple[Row, ...] = (
    Row(
        "MET001",
        "no-address",
        "info",
        N_("sitegen.toml does not say at which address the publication will stand (`url`)."),
        N_('Add a line such as `url = "https://example.org/my-report/"` once you know the address.'),
        N_(
            "Some of what search engines and reference managers read must name pages by their full address:"
            " which page is the original, where it is in the other languages, the picture shown where a page"
            " is shared, the sitemap and the feeds. All of that is left out without `url`; the pages"
            " themselves do not need it."
        ),
        Example({"sitegen.toml": _HEAD}, {"sitegen.toml": _HEAD + _ADDRESS}, 1),
    ),
    Row(
        "MET002",
        "no-date-for-feed",
        "info",
        N_("There is no feed, because the publication names no date."),
        N_("Add `date` to sitegen.toml, or to the front matter of a chapter."),
        N_(
            "A feed tells those who follow a publication what is new, and each of its entries must say from"
            " when it is. The day of the build is not taken for it: the same texts would give another feed"
            " each time."
        ),
        Example(
            {"sitegen.toml": _HEAD + _ADDRESS},
            {"sitegen.toml": _HEAD + _ADDRESS + "date = 2024-11-15\n"},
            1,
        ),
    ),
)
