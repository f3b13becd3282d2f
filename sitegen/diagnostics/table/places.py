"""Rows of the table of codes: places."""

from __future__ import annotations

from sitegen.diagnostics.row import N_, Example, Row
from sitegen.diagnostics.table import values

_BASE = (
    '[moskau]\nname = { de = "Moskau", ru = "Москва" }\n[tula]\nname = { de = "Tula", ru = "Тула" }\n[omsk]\n'
)
_NAME = 'name = { de = "Omsk", ru = "Омск" }\n'


def _omsk(bad: str, good: str = _NAME, line: int = 6) -> Example:
    """An example in places.toml: the keys of a third place, which begin on line 6."""
    return Example({"places.toml": _BASE + bad}, {"places.toml": _BASE + good}, line)


ROWS: tuple[Row, ...] = (
    Row(
        "PLC001",
        "places-syntax",
        "error",
        message=N_("places.toml cannot be read as TOML: {reason}."),
        hint=N_(
            "Look at this place: ids stand in square brackets, texts in quotation marks, and each key once."
        ),
        why=N_(
            "The file is written in TOML: the id of a place in square brackets, below it one key per line. "
            "From a line that breaks the form, nothing that follows can be understood."
        ),
        example=_omsk('name = { de = "Omsk", ru = "Омск" \n'),
    ),
    values.unknown_key(
        "PLC002",
        "unknown-place-key",
        _omsk(f"{_NAME}popluation = 1125000\n", f"{_NAME}population = 1125000\n", 7),
    ),
    values.wrong_type(
        "PLC003",
        "wrong-type-of-place-value",
        _omsk(f'{_NAME}population = "1125000"\n', f"{_NAME}population = 1125000\n", 7),
    ),
    Row(
        "PLC004",
        "place-without-name",
        "error",
        message=N_("The place “{id}” has no name."),
        hint=N_('Add a line such as name = { de = "…", ru = "…" }.'),
        why=N_(
            "The attribution of a quote names the place where the person lives, in the language of the page. "
            "Without a name there is nothing to show."
        ),
        example=_omsk('country = "RU"\n', f'{_NAME}country = "RU"\n', 5),
    ),
    Row(
        "PLC005",
        "place-name-shared",
        "error",
        message=N_("The places “{id}” and “{other}” both go by the name “{name}”."),
        hint=N_("Give one of them another name, such as one with its region, or delete the double entry."),
        why=N_(
            "A quote may name its place in any spelling that places.toml gives. A spelling that two places "
            "share does not say which of them is meant, and the quote would be ascribed to the wrong one."
        ),
        example=_omsk(f'{_NAME}aliases = ["Tula"]\n', f'{_NAME}aliases = ["Omsk"]\n', 7),
    ),
    Row(
        "PLC006",
        "coordinate-out-of-range",
        "error",
        message=N_("“{key}” is {value}, but it must lie between {low} and {high}."),
        hint=N_(
            "Write decimal degrees: lat from -90 to 90, lon from -180 to 180; perhaps the two are swapped."
        ),
        why=N_(
            "The coordinates set the place on maps and in data sets. A value outside the globe is a slip, "
            "and the place would be drawn somewhere else."
        ),
        example=_omsk(f"{_NAME}lat = 154.99\nlon = 73.37\n", f"{_NAME}lat = 54.99\nlon = 73.37\n", 7),
    ),
    Row(
        "PLC007",
        "coordinate-alone",
        "error",
        message=N_("The place “{id}” has “{key}”, but not “{other}”."),
        hint=N_("Give both coordinates, or neither."),
        why=N_(
            "Only latitude and longitude together are a point on the map. With one of them alone the place "
            "cannot be drawn."
        ),
        example=_omsk(f"{_NAME}lat = 54.99\n", f"{_NAME}lat = 54.99\nlon = 73.37\n", 7),
    ),
    Row(
        "PLC008",
        "population-impossible",
        "error",
        message=N_("No place has {value} inhabitants."),
        hint=N_("Write a whole number that is not negative, without blanks or dots, as 13010000."),
        why=N_(
            "The number of inhabitants is shown to readers and goes into the data sets. A number that cannot "
            "be is a slip in the sign or in the zeros."
        ),
        example=_omsk(f"{_NAME}population = -1125000\n", f"{_NAME}population = 1125000\n", 7),
    ),
    Row(
        "PLC009",
        "place-id-invalid",
        "error",
        message=N_("“{id}” is not an id for a place."),
        hint=N_("Use small Latin letters, digits and single hyphens, as sankt-petersburg."),
        why=N_(
            "The id of a place is typed in quotes and stands in addresses and data sets. In plain letters it "
            "can be typed on every keyboard and means the same everywhere."
        ),
        example=Example(
            {"places.toml": '[Omsk_1]\nname = { de = "Omsk", ru = "Омск" }\n'},
            {"places.toml": '[omsk]\nname = { de = "Omsk", ru = "Омск" }\n'},
            1,
        ),
    ),
    Row(
        "PLC010",
        "place-name-not-translated",
        "warning",
        message=N_("The place “{id}” has no name in: {languages}."),
        hint=N_('Give its name in each language: name = { de = "…", ru = "…" }.'),
        why=N_(
            "The attribution of a quote names the place in the language of the page. Without a name in that "
            "language, the page shows a name that its readers may not be able to read."
        ),
        example=_omsk('name = { ru = "Омск" }\n'),
    ),
    values.unknown_language(
        "PLC011",
        "place-wording-for-no-language",
        _omsk('name = { de = "Omsk", ru = "Омск", rus = "Омск" }\n'),
    ),
    values.empty(
        "PLC012",
        "empty-place-value",
        _omsk(f'{_NAME}aliases = ["Omsk", ""]\n', f'{_NAME}aliases = ["Omsk"]\n', 7),
    ),
    values.control_character(
        "PLC013",
        "control-character-in-place",
        _omsk(f'{_NAME}aliases = ["Om\\u0000sk"]\n', f'{_NAME}aliases = ["Omsk"]\n', 7),
    ),
    Row(
        "PLC014",
        "country-invalid",
        "error",
        message=N_("“{value}” is not the code of a country."),
        hint=N_("Write the two capital letters of ISO 3166, as RU or DE."),
        why=N_(
            "Countries are written as a code, so that each edition can name them in its own language and "
            "data sets can be compared."
        ),
        example=_omsk(f'{_NAME}country = "Russland"\n', f'{_NAME}country = "RU"\n', 7),
    ),
)
