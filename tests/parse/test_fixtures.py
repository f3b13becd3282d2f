"""Every rule of the syntax, as it is written and as it is understood: the files in `fixtures/`."""

from __future__ import annotations

import pytest

from tests.parse.cases import Case, read_cases
from tests.parse.dump import dump

CASES = tuple(read_cases())


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case) -> None:
    assert dump(case.text, case.language, html=case.html) == case.expected


def test_cases_are_all_read() -> None:
    assert len(CASES) > 200
    assert len({str(case) for case in CASES}) == len(CASES)
