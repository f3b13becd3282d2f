"""What the operating system, `tomllib` and PyYAML say most often when they refuse something: listed
here for the message catalogues, since it is told as the `reason` of a finding. Nothing imports
this module.
"""

from __future__ import annotations

from sitegen.diagnostics.row import N_

SYSTEM = (
    N_("Address already in use"),
    N_("Connection refused"),
    N_("Disk quota exceeded"),
    N_("File exists"),
    N_("File name too long"),
    N_("Input/output error"),
    N_("Is a directory"),
    N_("No space left on device"),
    N_("No such file or directory"),
    N_("Not a directory"),
    N_("Permission denied"),
    N_("Read-only file system"),
    N_("Too many open files"),
)

TOML = (
    N_("Cannot overwrite a value"),
    N_("Expected ']' at the end of a table declaration"),
    N_("Expected ']]' at the end of an array declaration"),
    N_("Expected '=' after a key in a key/value pair"),
    N_("Expected newline or end of document after a statement"),
    N_("Invalid date or datetime"),
    N_("Invalid initial character for a key part"),
    N_("Invalid statement"),
    N_("Invalid value"),
    N_("Unclosed array"),
    N_("Unclosed inline table"),
    N_("Unescaped '\\' in a string"),
    N_("Unterminated string"),
)

YAML = (
    N_("could not find expected ':'"),
    N_("expected <block end>, but found '<block mapping start>'"),
    N_("expected <block end>, but found '<block sequence start>'"),
    N_("expected <block end>, but found '<scalar>'"),
    N_("expected ',' or ']', but got '<stream end>'"),
    N_("expected ',' or '}', but got '<stream end>'"),
    N_("found character '\\t' that cannot start any token"),
    N_("found unexpected end of stream"),
    N_("mapping values are not allowed here"),
    N_("sequence entries are not allowed here"),
)
