"""What a quote's attribute list says in one language: its attributes are one record over all languages.

(authoring.md, Quote blocks: an attribute that one language gives holds for the others.)
"""

from __future__ import annotations

from sitegen.parse.attributes import AttributeList, read_attributes

_OWN = frozenset(("id", "class", "speaker", "role"))


def inherited(text: str) -> tuple[tuple[int, int], ...]:
    """Where the first attribute list in a text says what a translated quote has from its source, by
    offsets; nothing where it is no quote's. A quote without an id inherits nothing but loses `wording`,
    which is true of one text alone.
    """
    attributes = read_attributes(text, max(text.find("{"), 0))
    if attributes is None or not _is_quote(attributes):
        return ()
    kept = _OWN if attributes.first("id") else {part.name for part in attributes.parts} - {"wording"}
    starts = [attributes.start + 1, *(part.end for part in attributes.parts)]
    return tuple(
        (start, part.end)
        for start, part in zip(starts, attributes.parts, strict=False)
        if part.name not in kept
    )


def without_inherited(text: str) -> str:
    """An attribute list with what a translated quote says for itself."""
    kept = text
    for start, end in reversed(inherited(text)):
        kept = kept[:start] + kept[end:]
    return kept


def _is_quote(attributes: AttributeList) -> bool:
    return any(part.value == "quote" for part in attributes.classes)
