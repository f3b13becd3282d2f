"""Every quote as data: `data/quotes.json` and `sitegen quotes`."""

from __future__ import annotations

import csv
import io
import json

from sitegen.model.publication import Publication, Quote, Wording
from sitegen.model.quote import Age
from sitegen.source import bare

COLUMNS = (
    "id",
    "chapter",
    "kind",
    "gender",
    "age",
    "city",
    "year",
    "speaker",
    "role",
    "date",
    "cite",
    "loc",
    "original",
)


def quote_records(publication: Publication) -> list[dict[str, object]]:
    """One record a quote, in reading order; absent keys are left out."""
    return [_record(quote) for quote in publication.quotes]


def quotes_json(publication: Publication) -> str:
    return json.dumps(quote_records(publication), ensure_ascii=False, indent=2) + "\n"


def quotes_csv(publication: Publication) -> str:
    """One line a quote; the wordings follow as `text_de`, `attribution_de` … for each language."""
    tags = [edition.language for edition in publication.editions]
    fields = ("text", "attribution", "url", "wording", "speaker", "role")
    header = [*COLUMNS, *(f"{field}_{tag}" for tag in tags for field in fields)]
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(header)
    for record in quote_records(publication):
        texts = record["texts"]
        assert isinstance(texts, dict)
        row = [record.get(name, "") for name in COLUMNS]
        row += [texts.get(tag, {}).get(field, "") for tag in tags for field in fields]
        writer.writerow([_harmless(cell) for cell in row])
    return buffer.getvalue()


def _harmless(cell: object) -> object:
    """A cell that a spreadsheet would read as a formula is marked as text (CSV injection)."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t")):
        return "'" + cell
    return cell


def _record(quote: Quote) -> dict[str, object]:
    known = quote.attributes
    named = next((one.speaker for one in quote.wordings if one.speaker), None)
    record: dict[str, object | None] = {
        "id": quote.id,
        "chapter": quote.chapter,
        "kind": known.kind,
        "gender": known.gender,
        "age": _age(known.age),
        "city": known.city,
        "year": known.year,
        "speaker": named.name if named else None,
        "role": (named.role or None) if named else None,
        "date": known.date,
        "cite": known.cite,
        "loc": _loc(quote),
        "original": known.original,
        "texts": {one.language: _wording(one) for one in quote.wordings},
    }
    return {name: value for name, value in record.items() if value is not None}


def _age(age: Age | None) -> int | str | None:
    if age is None:
        return None
    return age.low if age.low == age.high else str(age)


def _loc(quote: Quote) -> str | None:
    """The place as the first language that gives one typed it."""
    typed = (one.source.attribute("loc") for one in quote.wordings)
    return next((attribute.value for attribute in typed if attribute), None)


def _wording(wording: Wording) -> dict[str, str]:
    texts = {
        "text": wording.text,
        "attribution": wording.attribution,
        "url": f"{wording.output}#{wording.source.id}",
        "wording": wording.standing,
        "speaker": wording.speaker.name if wording.speaker else "",
        "role": wording.speaker.role if wording.speaker else "",
    }
    return {name: bare(text) for name, text in texts.items() if text}
