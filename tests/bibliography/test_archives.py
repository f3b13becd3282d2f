"""Archived copies, row by row (links.md, section 4)."""

from __future__ import annotations

import pytest

from sitegen.model.nodes import Archived
from tests.bibliography.cases import codes, reading, written

URL = "https://kurier.example/a"
COPY = "https://web.archive.org/web/20241115081500/" + URL


def source(**fields: str) -> str:
    values = {"url": URL, "urldate": "2024-11-15", "archiveurl": COPY, "archivedate": "2024-11-15", **fields}
    return written(**{name: value for name, value in values.items() if value})


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, []),
        ({"url": "http://www.kurier.example/a/"}, []),
        ({"archiveurl": COPY + "/"}, []),
        ({"archiveurl": COPY.replace("0/", "0id_/")}, []),
        ({"archivedate": "2024-11-14"}, [("BIB026", 7)]),
        ({"archivedate": "2024-11"}, [("BIB020", 7)]),
        ({"url": "https://kurier.example/b"}, [("BIB027", 6)]),
        ({"urldate": "2025-11-15"}, []),
        ({"urldate": "2025-11-16"}, [("BIB028", 7)]),
        ({"archivedate": ""}, [("BIB029", 6)]),
        ({"url": COPY, "archiveurl": "", "archivedate": ""}, [("BIB030", 4)]),
        ({"archiveurl": "https://web.archive.org/web/2024/" + URL}, [("BIB031", 6)]),
        ({"archiveurl": "https://web.archive.org/web/*/" + URL}, [("BIB031", 6)]),
        *[
            ({"archiveurl": f"https://archive.{end}/Ab1"}, [("BIB032", 6)])
            for end in ["today", "is", "ph", "fo", "li", "md", "vn"]
        ],
        ({"url": "https://archive.ph/Ab1", "archiveurl": "", "archivedate": ""}, [("BIB032", 4)]),
        ({"archiveurl": "https://archiv.example/a"}, [("BIB035", 6)]),
        ({"archiveurl": "javascript:alert(1)"}, [("BIB033", 6)]),
        ({"archiveurl": "https://ghostarchive.org/archive/Ab1"}, []),
        ({"archiveurl": "https://perma.cc/AB12-CD34"}, []),
        ({"archiveurl": "https://megalodon.jp/2024-1115-0815-00/" + URL}, []),
        ({"archiveurl": "https://megalodon.jp/2024-1114-0815-00/" + URL}, [("BIB026", 7)]),
        ({"archiveurl": "assets/kurier.pdf"}, []),
    ],
)
def test_check(fields: dict[str, str], found: list[tuple[str, int]]) -> None:
    assert codes(source(**fields)) == found


def test_copy_is_kept() -> None:
    assert reading(source())[0].entries["k"].archived == Archived(COPY, "2024-11-15")


def test_missing_date_is_proposed() -> None:
    (one,) = reading(source(archivedate=""))[1]
    assert dict(one.args) == {"date": "2024-11-15"}


@pytest.mark.parametrize(
    "copy", ["https://archive.ph/Ab1", "https://web.archive.org/web/2024/" + URL, "javascript:x"]
)
def test_refused_copy_is_not_linked(copy: str) -> None:
    assert reading(source(archiveurl=copy))[0].entries["k"].archived is None
