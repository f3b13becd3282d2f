"""An interview quote as one record over all languages (authoring.md, Quote blocks)."""

from __future__ import annotations

from typing import Literal, TypeAlias

from sitegen.model.document import Locator
from sitegen.values import dataclass

Gender: TypeAlias = Literal["female", "male", "diverse", "undisclosed"]


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """Whole years: one number (`high == low`), a band, or an open band (`high` is None)."""

    low: int
    high: int | None

    def __str__(self) -> str:
        if self.high is None:
            return f"{self.low}+"
        return str(self.low) if self.high == self.low else f"{self.low}-{self.high}"


@dataclass(frozen=True, slots=True)
class Speaker:
    """A named person, as one language writes the name and the role."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Attributes:
    """Who speaks, where and when: the same in every language.

    `city` is a place's id, `date` an ISO date of day, month or year precision.
    """

    kind: Literal["verbatim", "paraphrase"] = "verbatim"
    gender: Gender | None = None
    age: Age | None = None
    city: str | None = None
    year: int | None = None
    date: str | None = None
    cite: str | None = None
    locator: Locator | None = None
    original: str | None = None
