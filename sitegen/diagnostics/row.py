"""The shape of a row in the table of codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from sitegen.values import dataclass


def N_(text: str) -> str:  # noqa: N802  (gettext's name for "translate later")
    """Mark a string for the message catalogues."""
    return text


@dataclass(frozen=True, slots=True)
class Example:
    """A small publication that shows the mistake, and the same one mended.

    `bad` and `good` map a path to the file's text. A chapter that does not begin with `---` gets
    a front matter with a title. The finding stands in the first file of `bad`, at `line`
    (counted in the text as given here). Each example is run as a test.
    """

    bad: Mapping[str, str]
    good: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of finding: its name, how grave it is, and its words.

    `message` is one plain sentence, `hint` says how to mend it, `why` says what it means and why
    it matters; `{name}` stands for what `report` is given.
    """

    code: str
    name: str
    severity: Literal["error", "warning", "info"]
    message: str
    hint: str
    why: str
    example: Example | None = None
