"""Runs of text: pieces joined, and closed by one full stop."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.model.nodes import Inline, Inlines, LanguageSpan, Text, plain_text

NBSP = "\u00a0"
CLOSED = (".", "?", "!", "…")
"""A part that ends so takes no full stop (citations.md, section 3, rule 1)."""


def flow(*pieces: str | Inlines) -> Inlines:
    """Pieces in a row; neighbouring texts become one."""
    nodes: list[Inline] = []
    letters = ""
    for piece in pieces:
        if not piece:
            continue
        if isinstance(piece, str):
            letters += piece
            continue
        for node in piece:
            if isinstance(node, Text):
                letters += node.value
            else:
                if letters:
                    nodes.append(Text(letters))
                    letters = ""
                nodes.append(node)
    if letters:
        nodes.append(Text(letters))
    return tuple(nodes)


def join(separator: str, parts: Iterable[Inlines]) -> Inlines:
    """What is not empty, with a separator between."""
    pieces: list[str | Inlines] = []
    for part in parts:
        if part:
            pieces += (separator, part) if pieces else (part,)
    return flow(*pieces)


def stopped(part: Inlines) -> Inlines:
    """A part with its full stop; none after `? ! …`."""
    return part if not part or ending(part).endswith(CLOSED) else flow(part, ".")


def sentences(parts: Iterable[Inlines]) -> Inlines:
    """Parts that each end in one full stop."""
    return join(" ", [stopped(part) for part in parts])


def ending(nodes: Inlines) -> str:
    """The last letters of a run."""
    for node in reversed(nodes):
        text = node.value if isinstance(node, Text) else plain_text((node,))
        if text:
            return text[-8:]
    return ""


def in_language(nodes: Inlines, tag: str, page: str) -> Inlines:
    """Marked as being in a language, unless it is the page's or not known."""
    if not nodes or not tag or tag.partition("-")[0] == page.partition("-")[0]:
        return nodes
    return (LanguageSpan(tag, nodes),)


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def capitalised(nodes: Inlines) -> Inlines:
    """The same run, its first letter a capital."""
    match nodes:
        case (Text(value), *rest):
            return (Text(capital(value)), *rest)
        case (LanguageSpan(lang, children), *rest):
            return (LanguageSpan(lang, capitalised(children)), *rest)
        case _:
            return nodes
