"""Our `dataclass` against the one of the standard library: the same behaviour."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from pathlib import Path
from typing import Any

import pytest

from sitegen import values


def _classes(dataclass: Any) -> dict[str, Any]:
    frozen = dataclass(frozen=True, slots=True)

    @frozen
    class Plain:
        path: str
        line: int

    @frozen
    class Defaults:
        path: str
        line: int = 3
        found: list[str] = dataclasses.field(default_factory=list)
        secret: str = dataclasses.field(default="s", repr=False)
        note: str = dataclasses.field(default="n", compare=False)

    @frozen
    class Empty:
        """Nothing."""

    @frozen
    class Own:
        value: int

        def __eq__(self, other: object) -> bool:
            return type(other) is type(self)

        def __hash__(self) -> int:
            return 7

        def __repr__(self) -> str:
            return "own"

    return {one.__name__: one for one in (Plain, Defaults, Empty, Own)}


OURS, THEIRS = _classes(values.dataclass), _classes(dataclasses.dataclass)
CALLS: tuple[tuple[str, tuple[Any, ...], dict[str, Any]], ...] = (
    ("Plain", ("a", 1), {}),
    ("Plain", ("a",), {"line": 2}),
    ("Plain", ("a", 2), {}),
    ("Defaults", ("a",), {}),
    ("Defaults", ("a",), {"note": "other"}),
    ("Defaults", ("a", 4, ["x"]), {"secret": "t"}),
    ("Empty", (), {}),
    ("Own", (1,), {}),
)
REFUSED: tuple[tuple[tuple[Any, ...], dict[str, Any]], ...] = (
    ((), {}),
    (("a", 1, 2), {}),
    (("a", 1), {"colour": 3}),
    (("a",), {"path": "b"}),
)


def _state(value: Any) -> tuple[Any, ...]:
    return repr(value), type(value).__match_args__, dataclasses.asdict(value), hasattr(value, "__dict__")


@pytest.mark.parametrize("call", CALLS, ids=repr)
def test_a_value_is_what_the_library_would_make(call: tuple[str, tuple[Any, ...], dict[str, Any]]) -> None:
    name, args, named = call
    ours = OURS[name](*args, **named)
    assert _state(ours) == _state(THEIRS[name](*args, **named))
    assert dataclasses.replace(ours) == copy.copy(ours) == ours
    with pytest.raises(dataclasses.FrozenInstanceError):
        ours.path = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del ours.path


def _hash(value: object) -> int | None:
    try:
        return hash(value)
    except TypeError:
        return None


def test_values_are_equal_and_hashed_as_the_librarys_are() -> None:
    ours, theirs = ([kind[name](*args, **named) for name, args, named in CALLS] for kind in (OURS, THEIRS))
    assert [[one == other for other in ours] for one in ours] == [
        [one == other for other in theirs] for one in theirs
    ]
    assert [*map(_hash, ours)] == [*map(_hash, theirs)]


@pytest.mark.parametrize("given", REFUSED, ids=repr)
def test_what_the_library_refuses_is_refused(given: tuple[tuple[Any, ...], dict[str, Any]]) -> None:
    args, named = given
    for kind in (OURS, THEIRS):
        with pytest.raises(TypeError):
            kind["Plain"](*args, **named)


@values.dataclass(frozen=True, slots=True)
class Kept:
    path: str
    inner: Kept | None = None


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_gives_the_value_back(protocol: int) -> None:
    value = Kept("a", Kept("b"))
    assert pickle.loads(pickle.dumps(value, protocol)) == value


def test_a_factory_makes_a_new_value_each_time() -> None:
    assert OURS["Defaults"]("a").found is not OURS["Defaults"]("a").found


@pytest.mark.parametrize("options", [{"slots": True}, {"frozen": True}, {}], ids=repr)
def test_anything_else_is_left_to_the_library(options: dict[str, bool]) -> None:
    @values.dataclass(**options)
    class Point:
        x: int

    assert Point(1) == Point(1)
    assert dataclasses.is_dataclass(Point)


def test_the_package_makes_its_frozen_values_here() -> None:
    texts = {path: path.read_text("utf-8") for path in Path(values.__file__).parent.rglob("*.py")}
    frozen = {path: text for path, text in texts.items() if "@dataclass(frozen=True, slots=True)\n" in text}
    assert len(frozen) > 100
    assert not [path for path, text in frozen.items() if "from sitegen.values import dataclass" not in text]
