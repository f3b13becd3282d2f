"""Rows of the table of codes: links and addresses."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"


def _example(bad: str, good: str) -> Example:
    return Example({_CHAPTER: bad + "\n"}, {_CHAPTER: good + "\n"}, 1)


ROWS: tuple[Row, ...] = (
    Row(
        "LNK001",
        "link-to-missing-file",
        "error",
        N_("There is no file “{file}” to link to."),
        N_(
            "Write the file's name as it stands in the folder, upper and lower case included, relative "
            "to this file."
        ),
        N_(
            "A link to another chapter names its source file, so that it also works in an editor. "
            "Names are compared letter by letter, as the web server of the published site will do."
        ),
        _example("Siehe [das Kapitel](02-fehlt.md).", "Siehe [das Kapitel](01-beispiel.md)."),
    ),
    Row(
        "LNK002",
        "link-to-missing-anchor",
        "error",
        N_("There is no place “#{anchor}” in {file}."),
        N_(
            "Headings, quotes, figures and tables have anchors; give the heading an id such as "
            "{#{anchor}} if it shall keep one."
        ),
        N_(
            "What stands behind “#” is the id of a heading, quote, figure or table. A heading without "
            "one has an id made from its words."
        ),
        Example(
            {_CHAPTER: "Siehe [unten](#tema).\n\n## Thema\n\nText.\n"},
            {_CHAPTER: "Siehe [unten](#thema).\n\n## Thema\n\nText.\n"},
            1,
        ),
    ),
    Row(
        "LNK003",
        "tracking-parameter",
        "warning",
        N_("The address carries a tracking parameter: {parameter}."),
        N_("Take it out; the page links to the address without it."),
        N_(
            "Such parameters tell the other side which reader came from where. They say nothing about "
            "the source, and the address works without them."
        ),
        _example("<https://example.org/a?fbclid=X>", "<https://example.org/a>"),
    ),
    Row(
        "LNK004",
        "forbidden-scheme",
        "error",
        N_("An address that begins with “{scheme}:” cannot be linked."),
        N_("Link to an address that begins with https:, http:, mailto: or tel:."),
        N_(
            "Other kinds of addresses run programs or work on one machine only; a reader could not use "
            "them, or would be put in danger by them."
        ),
        _example("[Klick](javascript:alert(1))", "[Seite](https://example.org/)"),
    ),
    Row(
        "LNK005",
        "absolute-local-path",
        "error",
        N_("“{target}” is a path on one computer or one server."),
        N_("Write the path relative to this file, such as 02-name.md or ../assets/image.png."),
        N_(
            "The site works in any folder, from a zip and on a mirror. A path that begins at the root "
            "would lead out of it."
        ),
        _example("[Kapitel](/content/de/01-beispiel.md)", "[Kapitel](01-beispiel.md)"),
    ),
    Row(
        "LNK006",
        "link-out-of-publication",
        "error",
        N_("“{file}” lies outside the publication's content."),
        N_("Put the file into content/assets and link to it there."),
        N_("Only what lies in the folder “content” is published. What lies outside is never read."),
        _example("[Tabelle](../../../tabelle.csv)", "[Kapitel](01-beispiel.md)"),
    ),
    Row(
        "LNK008",
        "empty-link",
        "error",
        N_("This link has no text."),
        N_(
            "Write a text between the square brackets; only a link within the publication finds its "
            "text by itself."
        ),
        N_("A link without words cannot be seen, and a screen reader has nothing to say for it."),
        _example("[](https://example.org/)", "[Die Seite](https://example.org/)"),
    ),
    Row(
        "LNK009",
        "link-to-draft",
        "error",
        N_("“{file}” is a draft and will not be published."),
        N_("Take the link out, or the line “draft: true” from that file's front matter."),
        N_("Drafts are shown in the preview only. In the published site the link would lead nowhere."),
        Example(
            {
                _CHAPTER: "Siehe [weiter](02-entwurf.md).\n",
                "content/de/02-entwurf.md": "---\ntitle: Entwurf\ndraft: true\n---\n\nText.\n",
            },
            {
                _CHAPTER: "Siehe [weiter](02-entwurf.md).\n",
                "content/de/02-entwurf.md": "---\ntitle: Entwurf\n---\n\nText.\n",
            },
            1,
        ),
    ),
    Row(
        "LNK010",
        "malformed-address",
        "error",
        N_("“{target}” is not a complete address."),
        N_(
            "Copy the whole address from the browser; it has no blanks, and a host such as example.org "
            "behind “//”."
        ),
        N_("The address has blanks in it or no host; no browser could open it."),
        _example("[Seite](<https://exa mple.org>)", "[Seite](https://example.org)"),
    ),
    Row(
        "LNK012",
        "address-without-scheme",
        "error",
        N_("The address “{target}” does not say how it is reached."),
        N_("Write https: before it."),
        N_(
            "An address that begins with “//” takes its scheme from the page. From a folder or a zip "
            "it leads nowhere."
        ),
        _example("[Seite](//example.org/)", "[Seite](https://example.org/)"),
    ),
    Row(
        "LNK013",
        "link-without-target",
        "error",
        N_("This link or image does not say where it leads."),
        N_("Write the address or the file between the round brackets."),
        N_("Round brackets without anything in them lead back to the same page, which nobody means."),
        _example("Siehe [das Kapitel]().", "Siehe [das Kapitel](01-beispiel.md)."),
    ),
)
