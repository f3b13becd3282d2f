"""What the types of BibLaTeX are called in CSL-JSON and in RIS."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.bibliography.entry import Entry
from sitegen.bibliography.styles.phrases import is_web

_CSL: Mapping[str, str] = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "periodical": "periodical",
    "incollection": "chapter",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "booklet": "pamphlet",
    "online": "webpage",
    "thesis": "thesis",
    "report": "report",
    "unpublished": "manuscript",
    "patent": "patent",
    "dataset": "dataset",
    "software": "software",
    "standard": "standard",
    "legal": "treaty",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "letter": "personal_communication",
    "review": "review",
    "artwork": "graphic",
    "image": "graphic",
    "movie": "motion_picture",
    "video": "motion_picture",
    "audio": "song",
    "music": "song",
    "performance": "performance",
    "misc": "document",
}
_RIS: Mapping[str, str] = {
    "article": "JOUR",
    "suppperiodical": "JOUR",
    "periodical": "SER",
    "incollection": "CHAP",
    "inbook": "CHAP",
    "bookinbook": "CHAP",
    "suppbook": "CHAP",
    "suppcollection": "CHAP",
    "inproceedings": "CPAPER",
    "proceedings": "CONF",
    "mvproceedings": "CONF",
    "collection": "EDBOOK",
    "mvcollection": "EDBOOK",
    "inreference": "ENCYC",
    "booklet": "PAMP",
    "online": "ELEC",
    "thesis": "THES",
    "report": "RPRT",
    "unpublished": "UNPB",
    "patent": "PAT",
    "dataset": "DATA",
    "software": "COMP",
    "standard": "STAND",
    "legislation": "STAT",
    "jurisdiction": "CASE",
    "letter": "PCOMM",
    "artwork": "ART",
    "image": "FIGURE",
    "movie": "MPCT",
    "video": "VIDEO",
    "audio": "SOUND",
    "music": "MUSIC",
    "misc": "GEN",
}


def csl_type(entry: Entry) -> str:
    """A newspaper's article and a web page are told by more than the entry's type."""
    if entry.type == "article" and entry.newspaper:
        return "article-newspaper"
    if entry.type == "misc" and is_web(entry) and entry.url:
        return "webpage"
    return _CSL.get(entry.type, "book")


def ris_type(entry: Entry) -> str:
    if entry.type == "article" and entry.newspaper:
        return "NEWS"
    if entry.type == "misc" and is_web(entry) and entry.url:
        return "ELEC"
    return _RIS.get(entry.type, "BOOK")


def is_signed_by_organization(entry: Entry) -> bool:
    """Whether the organization stands where an author would: then it is not the host as well."""
    return entry.has("organization") and not (entry.names.get("author") or entry.names.get("editor"))
