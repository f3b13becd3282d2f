"""Text as a field of a BibLaTeX file holds it: UTF-8, with LaTeX only for what it would misread."""

from __future__ import annotations

import re

from sitegen.model.nodes import Bold, Inline, Inlines, Italic, SmallCaps, Text, plain_text

_ESCAPES = {
    **{sign: "\\" + sign for sign in "%&#_"},
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "$": "\\textdollar{}",
    "^": "\\textasciicircum{}",
    "~": "\\textasciitilde{}",
    "`": "\\textasciigrave{}",
    "'": "\\textquotesingle{}",
    "\u00a0": "~",
    "...": ".{.}.",
    "--": "-{-}",
    " ": "{} ",
}
_SPECIAL = re.compile(r"(?<= ) |\.\.\.|--|[%&#_\\{}$^~`'\u00a0]")
_COMMANDS: dict[type[Inline], str] = {Italic: "textit", Bold: "textbf", SmallCaps: "textsc"}


def encode(children: Inlines) -> str:
    """A field's text; `sitegen.bibliography.latex.decode` makes the same nodes of it again."""
    text = _encode(children)
    return text if text == text.strip() else f"{{}}{text}{{}}"


def encode_text(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def _encode(children: Inlines) -> str:
    parts: list[str] = []
    for node in children:
        command = _COMMANDS.get(type(node))
        if isinstance(node, Text):
            parts.append(encode_text(node.value))
        elif command and isinstance(node, Italic | Bold | SmallCaps):
            parts.append(f"\\{command}{{{_encode(node.children)}}}")
        else:
            parts.append(encode_text(plain_text((node,))))
    return "".join(parts)
