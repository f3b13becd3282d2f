"""Rows of the table of codes: figures, tables, charts, images."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row

_CHAPTER = "content/de/01-beispiel.md"
_CSV = "content/assets/ziele.csv"
_DATA = "country,people\nArmenien,110000\nIsrael,80000\n"
_SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h9"/></svg>\n'


def _chart(attributes: str, caption: str = "Zielländer") -> str:
    return f"::: {{.chart #fig-ziele {attributes}}}\n{caption}\n:::\n"


_GOOD_CHART = _chart("type=bar data=../assets/ziele.csv x=country y=people")
_GOOD = {_CHAPTER: _GOOD_CHART, _CSV: _DATA}
_LINE = _chart("type=line data=../assets/ziele.csv x=year y=people")
_GOOD_LINE = {_CHAPTER: _LINE, _CSV: "year,people\n2022,650000\n2023,700000\n"}


def _chart_example(attributes: str) -> Example:
    return Example({_CHAPTER: _chart(attributes), _CSV: _DATA}, _GOOD, 1)


def _image(text: str, svg: str = _SVG) -> dict[str, str]:
    return {_CHAPTER: text + "\n", "content/assets/grenze.svg": svg}


_GOOD_IMAGE = _image('![Die Grenze](../assets/grenze.svg){#fig-grenze alt="Schlagbaum"}')

ROWS: tuple[Row, ...] = (
    Row(
        "FIG001",
        "image-not-found",
        "error",
        N_("There is no image “{file}”."),
        N_(
            "Put it into content/assets and write its name as it stands there, upper and lower case included."
        ),
        N_(
            "The page would show a gap. Names are compared letter by letter, as the web server of the "
            "published site will do."
        ),
        Example(_image('![Die Grenze](../assets/Grenze.svg){alt="Schlagbaum"}'), _GOOD_IMAGE, 1),
    ),
    Row(
        "FIG002",
        "image-without-alt",
        "error",
        N_("The image “{file}” has no text for those who cannot see it."),
        N_('Add alt="…" in braces behind it: say in one sentence what is to be seen.'),
        N_("Blind readers, and those whose line is too slow for images, get this text instead of the image."),
        Example(_image("![Die Grenze](../assets/grenze.svg)"), _GOOD_IMAGE, 1),
    ),
    Row(
        "FIG003",
        "incomplete-chart",
        "error",
        N_("This chart does not say: {names}."),
        N_(
            "A chart needs type, data, x and y: the kind, the CSV file, and the columns for labels and "
            "for numbers."
        ),
        N_("Without these the tool does not know what to draw."),
        _chart_example("type=bar data=../assets/ziele.csv x=country"),
    ),
    Row(
        "FIG004",
        "unknown-chart-type",
        "error",
        N_("There is no chart of the type “{type}”."),
        N_("Write bar or line."),
        N_("Bars compare amounts, a line shows how something changes over time."),
        _chart_example("type=pie data=../assets/ziele.csv x=country y=people"),
    ),
    Row(
        "FIG005",
        "chart-data-not-found",
        "error",
        N_("There is no data file “{file}”."),
        N_("Put the CSV file into content/assets and write its name as it stands there."),
        N_(
            "A chart is drawn from a CSV file in the publication, so that readers can check and reuse "
            "its numbers."
        ),
        _chart_example("type=bar data=../assets/zeile.csv x=country y=people"),
    ),
    Row(
        "FIG006",
        "unknown-column",
        "error",
        N_("{file} has no column “{column}”."),
        N_("Its columns are: {columns}."),
        N_(
            "The first line of a CSV file names its columns. For x=country, the German edition takes "
            "the column country_de where there is one."
        ),
        _chart_example("type=bar data=../assets/ziele.csv x=country y=poeple"),
    ),
    Row(
        "FIG007",
        "not-a-number",
        "error",
        N_("“{value}” in the column “{column}” is not a number."),
        N_(
            "Write digits only, with a point for decimals, such as 1234.5; the page sets them by its "
            "language's rules."
        ),
        N_("The column is drawn as lengths. Spaces, units or words in it cannot be drawn."),
        Example({_CSV: "country,people\nArmenien,viele\n", _CHAPTER: _GOOD_CHART}, _GOOD, 2),
    ),
    Row(
        "FIG008",
        "uneven-data",
        "error",
        N_("This line has {found} values, but the first line names {expected} columns."),
        N_("Put a value that holds a comma between straight quotation marks; leave no line unfinished."),
        N_("In a CSV file every line has the same number of values, parted by commas."),
        Example({_CSV: "country,people\nArmenien,110,000\n", _CHAPTER: _GOOD_CHART}, _GOOD, 2),
    ),
    Row(
        "FIG009",
        "caption-without-table",
        "error",
        N_("This caption has no table beside it."),
        N_(
            "Put it directly after the table, with one empty line between; a paragraph cannot begin "
            "with “: ”."
        ),
        N_("A line that begins with a colon and a blank is the caption of a table."),
        Example(
            {_CHAPTER: "Text.\n\n: Zielländer {#tbl-ziele}\n"},
            {_CHAPTER: "| Land |\n| --- |\n| Armenien |\n\n: Zielländer {#tbl-ziele}\n"},
            3,
        ),
    ),
    Row(
        "FIG010",
        "unknown-image-format",
        "error",
        N_("“{file}” is not an image that browsers show."),
        N_("Save it as JPEG, PNG, WebP, GIF or SVG, with the ending that belongs to the format."),
        N_("The content of the file decides, not its name; the two must agree."),
        Example(
            {_CHAPTER: '![Karte](../assets/karte.tif){alt="Eine Karte"}\n', "content/assets/karte.tif": "x"},
            _GOOD_IMAGE,
            1,
        ),
    ),
    Row(
        "FIG011",
        "unsafe-svg",
        "error",
        N_("The drawing “{file}” holds what a drawing must not hold: {what}."),
        N_("Save it as “plain SVG” from the drawing program."),
        N_(
            "An SVG file can carry scripts, references to other hosts and declarations that blow up "
            "memory. None of it is needed to draw."
        ),
        Example(
            _image(
                '![Die Grenze](../assets/grenze.svg){alt="Schlagbaum"}',
                _SVG.replace("<path", "<script>1</script><path"),
            ),
            _GOOD_IMAGE,
            1,
        ),
    ),
    Row(
        "FIG012",
        "broken-image",
        "error",
        N_("The image “{file}” is damaged: {reason}."),
        N_("Export it again from the program that it was made with."),
        N_("The file could not be decoded to its end; readers would see a broken image."),
        Example(
            _image('![Die Grenze](../assets/grenze.svg){alt="Schlagbaum"}', "<svg><path></svg>\n"),
            _GOOD_IMAGE,
            1,
        ),
    ),
    Row(
        "FIG013",
        "image-too-large",
        "error",
        N_("The image “{file}” has {megapixels} megapixels; at most 50 are allowed."),
        N_("Scale it down; 2,000 pixels in width are enough for any page."),
        N_("Such images come from a slip or are made to exhaust memory; no reader's screen could show them."),
    ),
    Row(
        "FIG014",
        "image-of-another-host",
        "error",
        N_("The image “{target}” does not lie in the publication."),
        N_(
            "Save it in content/assets, check whether you may publish it, and name its source with "
            'credit="…".'
        ),
        N_(
            "A page that loads an image from elsewhere tells that host who reads it. No page of the "
            "publication asks another host for anything."
        ),
        Example({_CHAPTER: '![Die Grenze](https://example.org/a.jpg){alt="Schlagbaum"}\n'}, _GOOD_IMAGE, 1),
    ),
    Row(
        "FIG015",
        "chart-without-caption",
        "error",
        N_("This chart has no caption."),
        N_("Write it between the opening line and “:::”."),
        N_("The caption says what the chart shows; it is also what a screen reader announces."),
        Example({_CHAPTER: _GOOD_CHART.replace("Zielländer\n", ""), _CSV: _DATA}, _GOOD, 1),
    ),
    Row(
        "FIG016",
        "too-much-data",
        "error",
        N_("{file} has more than {limit} lines of data."),
        N_("Sum the data up before it is drawn."),
        N_("A chart of so many values cannot be read, nor the table below it."),
    ),
    Row(
        "FIG017",
        "too-many-cells",
        "error",
        N_("This row has more cells than the table has columns; what begins here would be lost."),
        N_(
            "Take the sign “|” out, write it as “\\|” if it belongs to the text, or add a column to the "
            "first two lines."
        ),
        N_(
            "The first line of a table says how many columns there are. What stands in a row beyond "
            "them has no place on the page."
        ),
        Example(
            {_CHAPTER: "| Land | Zahl |\n| --- | --- |\n| Armenien | 1 | 2 |\n"},
            {_CHAPTER: "| Land | Zahl |\n| --- | --- |\n| Armenien | 1 |\n"},
            3,
        ),
    ),
    Row(
        "FIG018",
        "chart-without-data",
        "error",
        N_("{file} has no data below the names of its columns."),
        N_("Write one line for each bar or point: a label, a comma, a number."),
        N_("The first line of a CSV file names its columns. What is drawn stands in the lines below it."),
        Example({_CSV: "country,people\n", _CHAPTER: _GOOD_CHART}, _GOOD, 1),
    ),
    Row(
        "FIG019",
        "line-of-one-value",
        "error",
        N_("A line needs at least two values; this is the only one."),
        N_("Add further lines of data, or write type=bar."),
        N_("A line shows how something changes. One value alone does not change."),
        Example({_CSV: "year,people\n2022,650000\n", _CHAPTER: _LINE}, _GOOD_LINE, 2),
    ),
    Row(
        "FIG020",
        "label-twice",
        "error",
        N_("“{label}” stands here for the second time; a line has one value for each label."),
        N_("Take one of the two lines out, or tell their labels apart."),
        N_("Along a line every label has one place. Two values at one place say two things at once."),
        Example({_CSV: "year,people\n2022,1\n2022,2\n2023,3\n", _CHAPTER: _LINE}, _GOOD_LINE, 3),
    ),
    Row(
        "FIG021",
        "value-without-label",
        "error",
        N_("This line has no label in the column “{column}”."),
        N_("Write what the number stands for; take the line out if it is a total or a remark."),
        N_("A bar or a point without a label tells readers nothing."),
        Example({_CSV: "country,people\nArmenien,110000\n,80000\n", _CHAPTER: _GOOD_CHART}, _GOOD, 3),
    ),
    Row(
        "FIG022",
        "drawing-not-installed",
        "warning",
        N_(
            "The charts of this publication are shown as tables: the part of sitegen that draws is not installed."
        ),
        N_("Install it: {command}"),
        N_(
            "Drawing needs Vega-Lite, a library of about 80 megabytes that publications without charts do "
            "without. The pages are complete, and say the same with a table for each chart."
        ),
    ),
    Row(
        "FIG023",
        "chart-not-drawn",
        "warning",
        N_("This chart could not be drawn and is shown as a table: {reason}."),
        N_("Please report this with the data file."),
        N_(
            "The library that draws charts gave no drawing. The page is complete, with a table for the chart."
        ),
    ),
    Row(
        "FIG024",
        "heavy-image",
        "warning",
        N_("Readers load {size} kB for the image “{file}”; at most 200 are meant to be."),
        N_("Save it smaller: 1,600 pixels in width are enough, photographs as JPEG, drawings as SVG or PNG."),
        N_(
            "On a slow line 200 kB take several seconds. The figure is the heaviest file that a current browser "
            "would choose: of photographs, sitegen makes smaller versions by itself."
        ),
    ),
)
