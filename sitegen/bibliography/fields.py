"""What BibLaTeX's entry types and fields are called, and how each field is read."""

from __future__ import annotations

from collections.abc import Mapping

TYPES = frozenset(
    [
        "article",
        "book",
        "mvbook",
        "inbook",
        "bookinbook",
        "suppbook",
        "booklet",
        "collection",
        "mvcollection",
        "incollection",
        "suppcollection",
        "proceedings",
        "mvproceedings",
        "inproceedings",
        "manual",
        "misc",
        "online",
        "patent",
        "periodical",
        "suppperiodical",
        "reference",
        "mvreference",
        "inreference",
        "report",
        "thesis",
        "unpublished",
        "dataset",
        "software",
        "artwork",
        "audio",
        "image",
        "movie",
        "music",
        "video",
        "performance",
        "standard",
        "legal",
        "legislation",
        "jurisdiction",
        "commentary",
        "letter",
        "review",
        "bibnote",
    ]
)

TYPE_ALIASES: Mapping[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "techreport": "report",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
}
TYPE_WORDS: Mapping[str, str] = {
    "techreport": "techreport",
    "phdthesis": "phdthesis",
    "mastersthesis": "mathesis",
}
"""Types that also say what kind of report or thesis it is."""

CONTAINED = frozenset(
    ["incollection", "inproceedings", "inbook", "bookinbook", "suppbook", "suppcollection", "inreference"]
)
"""Types that stand in a book, and need its title."""

FIELD_ALIASES: Mapping[str, str] = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "annote": "annotation",
    "hyphenation": "langid",
}

ROLES = frozenset(
    [
        "author",
        "editor",
        "translator",
        "bookauthor",
        "afterword",
        "foreword",
        "introduction",
        "commentator",
        "annotator",
    ]
)
"""Fields that hold names of persons; each may be given per language (`author_de`)."""

TEXTS = frozenset(
    [
        "title",
        "subtitle",
        "titleaddon",
        "maintitle",
        "mainsubtitle",
        "maintitleaddon",
        "booktitle",
        "booksubtitle",
        "booktitleaddon",
        "journaltitle",
        "journalsubtitle",
        "journaltitleaddon",
        "shorttitle",
        "shortauthor",
        "sortname",
        "series",
        "publisher",
        "location",
        "organization",
        "institution",
        "howpublished",
        "type",
        "edition",
        "version",
        "volume",
        "number",
        "pages",
        "pagetotal",
        "addendum",
    ]
)
"""Fields whose text is printed; each may be given per language (`title_ru`)."""

IDENTIFIERS = ("isbn", "issn", "eprint", "eprinttype", "eprintclass")
"""Fields that are kept for other programs as they stand, and never printed."""

LANGUAGES: Mapping[str, str] = {
    "german": "de",
    "ngerman": "de",
    "austrian": "de",
    "naustrian": "de",
    "swissgerman": "de",
    "nswissgerman": "de",
    "russian": "ru",
    "english": "en",
    "american": "en",
    "usenglish": "en",
    "british": "en",
    "ukenglish": "en",
    "ukrainian": "uk",
    "french": "fr",
    "polish": "pl",
    "italian": "it",
    "spanish": "es",
    "czech": "cs",
    "georgian": "ka",
    "armenian": "hy",
    "belarusian": "be",
    "kazakh": "kk",
    "serbian": "sr",
    "finnish": "fi",
    "turkish": "tr",
}
"""BibLaTeX's names of languages, as BCP 47 tags."""
