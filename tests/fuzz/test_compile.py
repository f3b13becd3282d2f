"""Whatever stands in the files: no traceback, no finding outside its file, no more than the budget.

`SITEGEN_FUZZ=N` tries N examples of each instead of a few, other ones each time.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz import seeds
from tests.fuzz.damage import damaged
from tests.fuzz.grammars import MADE
from tests.fuzz.laws import compile_within_budget

LONG = int(os.environ.get("SITEGEN_FUZZ", "0"))
FEW = 6


def run(few: int) -> settings:
    return settings(
        derandomize=not LONG,
        max_examples=LONG or few,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


def test_the_seed_is_good() -> None:
    outcome = compile_within_budget(seeds.good())
    assert len(outcome.artifacts) > 20
    assert [one for one in outcome.diagnostics if one.severity == "error"] == []


@pytest.mark.parametrize("path", seeds.SPOILT)
def test_a_good_file_spoilt(path: str) -> None:
    @run(FEW)
    @given(damaged(seeds.good()[path]))
    def law(data: bytes) -> None:
        compile_within_budget({**seeds.good(), path: data})

    law()


@pytest.mark.parametrize("path", MADE)
def test_a_file_made_up(path: str) -> None:
    @run(FEW)
    @given(MADE[path]())
    def law(text: str) -> None:
        compile_within_budget({**seeds.good(), path: text.encode("utf-8", "surrogatepass")})

    law()


@st.composite
def all_at_once(draw: st.DrawFn) -> dict[str, bytes]:
    """Several files spoilt or made up in one publication; now and then one is not there."""
    files = dict(seeds.good())
    for path in draw(st.lists(st.sampled_from(seeds.SPOILT), min_size=2, max_size=5, unique=True)):
        data = files.pop(path)
        match draw(st.sampled_from(["spoilt", "made up", "gone"])):
            case "spoilt":
                files[path] = draw(damaged(data))
            case "made up":
                made = draw(MADE.get(path, MADE[seeds.DE])())
                files[path] = made.encode("utf-8", "surrogatepass")
            case _:
                pass
    return files


@run(FEW * 3)
@given(all_at_once())
def test_several_files_at_once(files: dict[str, bytes]) -> None:
    compile_within_budget(files)
