"""Rows of the table of codes: templates, and the folder that the site is written to."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_PAGE = "Ein Satz.\n"

ROWS: tuple[Row, ...] = (
    Row(
        code="OUT001",
        name="output-folder-refused",
        severity="error",
        message=N_("The site cannot be written to “{folder}”: that folder is, holds or lies in the sources."),
        hint=N_("Choose a folder of its own for the site, such as “public”, with `-o`."),
        why=N_(
            "In the output folder, files that an earlier build made are replaced and removed. If it were one"
            " with your texts, or held them, a build could destroy what you wrote. Such a folder is"
            " therefore refused before anything is written."
        ),
    ),
    Row(
        code="OUT002",
        name="output-not-writable",
        severity="error",
        message=N_("The site could not be written: “{path}”: {reason}."),
        hint=N_(
            "Check that the disk has space left, that you have the right to write there, and that no other"
            " program holds the file."
        ),
        why=N_(
            "The operating system refused to write a file of the site. A new site is first written whole"
            " beside the old one and only then takes its place, so that the old one is still there,"
            " unchanged."
        ),
    ),
    Row(
        code="OUT003",
        name="output-file-not-ours",
        severity="error",
        message=N_("In the output folder stands a file that sitegen did not make: “{path}”."),
        hint=N_("Move the file elsewhere, or choose an empty folder with `-o`."),
        why=N_(
            "The site needs this name for a file of its own. Only files that an earlier build made are ever"
            " replaced or removed; what somebody else put there is not touched."
        ),
    ),
    Row(
        code="OUT004",
        name="two-writers",
        severity="error",
        message=N_("“{path}” would be written twice: for “{first}” and for “{second}”."),
        hint=N_("Give one of the two another name, or another `slug` in its front matter."),
        why=N_(
            "Two parts of the publication ask for the same address. One would silently take the other's"
            " place, and readers would miss a page."
        ),
        example=Example(
            bad={
                "content/assets/theme.css": "body { color: red }\n",
                "content/de/01-text.md": "Siehe [die Datei](../assets/theme.css).\n",
            },
            good={
                "content/assets/farben.css": "body { color: red }\n",
                "content/de/01-text.md": "Siehe [die Datei](../assets/farben.css).\n",
            },
            line=1,
        ),
    ),
    Row(
        code="OUT005",
        name="template-error",
        severity="error",
        message=N_("The template “{template}” is not valid: {reason}."),
        hint=N_(
            "Mend the line, or delete the file from the folder templates: the built-in template then takes"
            " its place."
        ),
        why=N_(
            "A template is the frame that a page is set in, written in the language Jinja. A publication"
            " may replace each one by its own, and this one cannot be understood."
        ),
        example=Example(
            bad={"templates/title_page.html": "<p>\n{% if true %}\n</p>\n", "content/de/01-text.md": _PAGE},
            good={"content/de/01-text.md": _PAGE},
            line=3,
        ),
    ),
    Row(
        code="OUT006",
        name="undefined-in-template",
        severity="error",
        message=N_("The template “{template}” asks for “{name}”, and there is no such thing on this page."),
        hint=N_("Correct the name; the documentation for designers lists what each template may use."),
        why=N_(
            "A name without a value would leave a gap in the page that nobody notices before publication."
            " That is why every name in a template must exist."
        ),
        example=Example(
            bad={
                "templates/title_page.html": "<p>\n{{ no_such_name }}\n</p>\n",
                "content/de/01-text.md": _PAGE,
            },
            good={"content/de/01-text.md": _PAGE},
            line=2,
        ),
    ),
    Row(
        code="OUT007",
        name="another-build-writes",
        severity="error",
        message=N_(
            "Another build is writing to “{folder}”, and it has not finished within {seconds} seconds."
        ),
        hint=N_("Wait until it has finished and build again, or choose another folder with `-o`."),
        why=N_(
            "Two builds that write to one folder at the same time could mix their pages. So one waits for"
            " the other, though not without end. The site in the folder is whole; it is not the one that"
            " this build has made."
        ),
    ),
    Row(
        code="OUT008",
        name="search-not-installed",
        severity="warning",
        message=N_("The site is without search: the part of sitegen that makes its index is not installed."),
        hint=N_("Install it: {command} – or write `enabled = false` under `[search]` in sitegen.toml."),
        why=N_(
            "The index is made by Pagefind, a program of about 10 megabytes that small publications can do"
            " without. The site is complete otherwise, and no page links to a search that is not there."
        ),
    ),
    Row(
        code="OUT009",
        name="dask-not-installed",
        severity="error",
        message=N_("The site cannot be made on a Dask cluster: the part of sitegen for it is not installed."),
        hint=N_("Install it: {command} – or leave out `--executor`: then this computer makes the site."),
        why=N_(
            "Only very large publications need more than one computer. What is needed to speak with others is"
            " therefore not installed unless it is asked for."
        ),
    ),
    Row(
        code="OUT010",
        name="cluster-not-reached",
        severity="error",
        message=N_("The Dask scheduler at “{address}” cannot be reached: {reason}."),
        hint=N_(
            "Check the address and whether the scheduler is running, or leave out `--executor`: then this"
            " computer makes the site."
        ),
        why=N_(
            "With `--executor` other computers make the pages, and the scheduler is who gives them their"
            " work. It did not answer, so nothing was made."
        ),
    ),
    Row(
        code="OUT011",
        name="cluster-differs",
        severity="error",
        message=N_("The worker “{worker}” has {name} {theirs}, but this computer has {ours}."),
        hint=N_("Install the same versions on all computers of the cluster, and start its workers again."),
        why=N_(
            "The same texts must give the same pages, whoever makes them. Another version of sitegen, of"
            " Python or of a library could set a page in another way, so that a site would be made of pages"
            " that do not fit together. “–” means that there is none."
        ),
    ),
    Row(
        code="OUT012",
        name="process-lost",
        severity="error",
        message=N_("A process that was helping to make the site has ended before its work was done."),
        hint=N_(
            "Most often the memory was full: build with fewer processes, such as `--jobs 1`. On a cluster, the"
            " logs of its workers say more."
        ),
        why=N_(
            "Pages are made by several processes at once. The system, or somebody, has ended one of them, and"
            " what it was doing is missing. Nothing was written: the site in the folder is the old one."
        ),
    ),
    Row(
        code="OUT013",
        name="cluster-without-workers",
        severity="error",
        message=N_("The Dask cluster at “{address}” has no worker that could make the site."),
        hint=N_("Start workers, such as `dask worker {address} --nthreads 1`, and build again."),
        why=N_(
            "A scheduler only hands out work; the pages are made by workers. There are none, or all that were"
            " there when the build began have gone."
        ),
    ),
)
