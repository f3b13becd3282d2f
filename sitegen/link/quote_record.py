"""What the languages say of one quote, judged together: it must agree, and be complete."""

from __future__ import annotations

from sitegen.diagnostics import Diagnostic, Related, report
from sitegen.link.quote_attributes import ReadQuote
from sitegen.model.document import Attribute

INTERVIEWEE = ("gender", "age", "city", "year")
NAMED = ("role", "date")
"""What may be said of a named speaker only, beside the name."""


def judge_record(group: list[ReadQuote], *, is_whole: bool, found: list[Diagnostic]) -> None:
    """`is_whole` says that nothing more can be said of the quote elsewhere."""
    _judge_agreement(group, found)
    if any("speaker" in one.tried for one in group):
        _judge_named(group, found)
    elif is_whole:
        _judge_interviewee(group, found)


def _judge_agreement(group: list[ReadQuote], found: list[Diagnostic]) -> None:
    first: dict[str, tuple[object, Attribute]] = {}
    for one in group:
        for name, value in one.values.items():
            typed = one.typed[name]
            known, other = first.setdefault(name, (value, typed))
            if known != value:
                found.append(_differs(one.spelling(name), typed, other))


def _differs(name: str, typed: Attribute, other: Attribute) -> Diagnostic:
    related = (Related(other.span, "other"),)
    return report("QUO009", typed.span, related=related, name=name, value=typed.value, other=other.value)


def _judge_named(group: list[ReadQuote], found: list[Diagnostic]) -> None:
    """The name is each language's own."""
    missing = (one for one in group if not one.speaker and "speaker" not in one.source.misspelt)
    found.extend(report("QUO008", one.source.span, names="speaker") for one in missing)


def _judge_interviewee(group: list[ReadQuote], found: list[Diagnostic]) -> None:
    """One finding, at the first language's quote, for all that nobody says and nobody got wrong."""
    tried = {name for one in group for name in one.tried}
    for one in group:
        given = dict(one.source.attributes)
        strange = next((name for name in NAMED if name in given), None)
        if strange:
            found.append(report("QUO018", given[strange].span, name=strange))
            return
    missing = [name for name in INTERVIEWEE if name not in tried]
    if missing:
        found.append(report("QUO008", group[0].source.span, names=", ".join(missing)))
