"""A text that may be worded for each language: a title, a publisher, a place's name."""

from __future__ import annotations

from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Texts:
    """Pairs of language tag and wording, in the order of the source. The tag is empty where one
    text serves every language.
    """

    values: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.values)

    def get(self, language: str) -> str | None:
        """The wording for a language, or the one for all; None where there is neither."""
        found = dict(self.values)
        return found.get(language, found.get(""))

    def best(self, language: str) -> tuple[str, str]:
        """The wording for a language, else the first there is, with the tag of what it is in
        (the asked one where one text serves all; empty if there is no text at all).
        """
        text = self.get(language)
        if text is not None:
            return text, language
        return (self.values[0][1], self.values[0][0]) if self.values else ("", language)
