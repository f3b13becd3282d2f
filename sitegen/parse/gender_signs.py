"""The signs in words for several genders: one in all texts of a language (typography.md, section 6)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from sitegen import languages
from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.source import Source, Span

_SKIPPED = re.compile(
    r"""^[ ]{0,3}(`{3,}|~{3,}).*?(?:^[ ]{0,3}\1|\Z)   # a block of code
      | `[^`\n]*` | \{[^{}\n]*\} | \]\([^()\s]*\)   # code, attributes, targets of links
      | (?:\b\w{1,20}://|www\.|(?<![\w.])10\.\d)\S* | @\S*  # addresses, keys of citations
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)


Uses: TypeAlias = Mapping[str, Mapping[str, Sequence[Span]]]
"""Where each language's texts use each sign, in the order of the texts."""


def gender_signs(chapters: Iterable[tuple[str, Source]]) -> Uses:
    """The signs that texts use; `chapters` are those of a publication with the tag of their language."""
    used: dict[str, dict[str, list[Span]]] = {}
    for tag, source in chapters:
        signs = used.setdefault(tag, {})
        for sign, span in _signs(tag, source):
            signs.setdefault(sign, []).append(span)
    return used


def judge_gender_signs(used: Uses) -> list[Diagnostic]:
    """LNG009 for each sign but the most frequent one of a language, where it is first used."""
    return [found for signs in used.values() for found in _found(signs)]


def _signs(tag: str, source: Source) -> Iterator[tuple[str, Span]]:
    language = languages.get(tag)
    forms = language.gender_forms
    if forms is None or not any(hint in source.text for hint in language.gender_hints or ("",)):
        return
    text = _SKIPPED.sub(lambda skipped: " " * len(skipped[0]), source.text)
    for match in forms.finditer(text):
        yield match[0].lstrip("\\")[0], source.span(match.start(), match.end())


def _found(signs: Mapping[str, Sequence[Span]]) -> Iterator[Diagnostic]:
    if len(signs) < 2:
        return
    usual = max(signs, key=lambda sign: len(signs[sign]))
    related = (Related(signs[usual][0], "other"),)
    for sign, places in signs.items():
        if sign != usual:
            yield report("LNG009", places[0], sign=sign, usual=usual, count=len(places), related=related)
