"""A diagnostic told in a language: its sentence, its hint, and what stands at its related places.

The sentences are those of the table of codes, translated by the catalogue `messages`. Only
`{name}` for a name that the diagnostic fills is replaced; any other brace is text, so that a
hint can say `{#id}`.
"""

from __future__ import annotations

import re
import unicodedata

from sitegen.catalogs import MESSAGES, translation
from sitegen.diagnostics.diagnostic import Diagnostic, Related
from sitegen.diagnostics.row import N_, Row
from sitegen.diagnostics.table import TABLE

RELATED: dict[str, str] = {
    "first": N_("first here"),
    "other": N_("the other place"),
    "opened": N_("opened here"),
    "entry": N_("the entry begins here"),
    "noticed": N_("noticed here"),
    "target": N_("this is meant"),
    "wording": N_("the other wording"),
}
"""What is said of a related place, by the key that `Related.text` holds."""

TERMS = frozenset({"block", "expected", "reason"})
"""What a diagnostic fills in from words of ours, marked with `N_` where they are made: translated too."""

_DID_YOU_MEAN = N_("Did you mean “{nearest}”?")
_PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
_JOINERS = "\u200c\u200d"
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}


def message(diagnostic: Diagnostic, language: str = "en") -> str:
    """The sentence, without the code."""
    return _told(TABLE[diagnostic.code].message, dict(diagnostic.args), language)


def hint(diagnostic: Diagnostic, language: str = "en") -> str:
    """How to mend it: the nearest right name first, if there is one; empty if there is nothing to say."""
    sentences = [_told(TABLE[diagnostic.code].hint, dict(diagnostic.args), language)]
    if diagnostic.nearest is not None:
        sentences.insert(0, _told(_DID_YOU_MEAN, {"nearest": diagnostic.nearest}, language))
    return " ".join(filter(None, sentences))


def related_text(related: Related, language: str = "en") -> str:
    """What the related place is."""
    return _told(RELATED.get(related.text, related.text), {}, language)


def why(row: Row, language: str = "en") -> str:
    """What the finding means, and why it matters."""
    return _told(row.why, {}, language)


def outline(text: str, language: str = "en") -> str:
    """A sentence of the table with `…` for what a finding would fill in."""
    return _PLACEHOLDER.sub("…", translation(MESSAGES, language).gettext(text)) if text else ""


def visible(text: str) -> str:
    r"""The text with all that steers instead of being seen written out, as in `\u202e`.

    Control and bidirectional characters must reach neither a terminal nor a log (robustness.md,
    "What has bitten other generators"). The joiners that emoji and some scripts need stay.
    """
    return "".join(_escape(character) if _steers(character) else character for character in text)


def _steers(character: str) -> bool:
    if " " <= character <= "~":
        return False
    return unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in _JOINERS


def _escape(character: str) -> str:
    number = ord(character)
    return _SHORT.get(character) or (f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}")


def _told(text: str, args: dict[str, str], language: str) -> str:
    """Translate and fill; an empty text stays empty (a catalogue would answer with its header)."""
    if not text:
        return ""
    sentence = translation(MESSAGES, language).gettext(text)
    return _PLACEHOLDER.sub(lambda found: _filled(found, args, language), sentence)


def _filled(found: re.Match[str], args: dict[str, str], language: str) -> str:
    value = args.get(found[1])
    if value is None:
        return found[0]
    if value and found[1] in TERMS:
        value = translation(MESSAGES, language).gettext(value)
    return visible(value)
