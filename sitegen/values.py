"""`dataclass` as in the standard library, made in a tenth of the time where it is frozen and has slots.

The values between the phases are some three hundred such classes. The library compiles six methods for each
when it is imported: a tenth of the build of a small publication. Here a method is compiled when it is first
called. `__init__` sets the slots directly, and a pickle holds no more than class and values: making one
takes half the time, keeping it and reading it back a quarter.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **options: bool) -> Any:
        """The decorator; what is not simply frozen with slots is left to the library."""
        if options == {"frozen": True, "slots": True}:
            return _frozen
        return dataclasses.dataclass(cls, **options)


__all__ = ["dataclass"]

_Method = Callable[..., Any]
_TO_MAKE = object()
"""Stands for a value that its factory makes."""


def _frozen(cls: type) -> type:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the library writes the signature there, slowly
    own = cls.__dict__
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True)(cls)
    methods = {
        "__init__": _later(made, "__init__", _init),
        "__repr__": _later(made, "__repr__", _repr),
        "__eq__": _later(made, "__eq__", _eq),
        "__hash__": _later(made, "__hash__", _hash),
        "__setattr__": _refused,
        "__delattr__": _refused,
        "__reduce__": _later(made, "__reduce__", _reduce),
    }
    for name in methods.keys() - own.keys():
        setattr(made, name, methods[name])
    return made


def _later(cls: type, name: str, make: Callable[[type], _Method]) -> _Method:
    """A method that puts the real one in its place when it is first called."""

    def method(self: Any, *args: Any, **named: Any) -> Any:
        made = make(cls)
        setattr(cls, name, made)
        return made(self, *args, **named)

    return method


def _init(cls: type) -> _Method:
    names: dict[str, Any] = {"TO_MAKE": _TO_MAKE}
    parameters, lines = ["self"], ["pass"]
    for one in dataclasses.fields(cls):
        name, given = one.name, one.name
        names[f"set_{name}"] = getattr(cls, name).__set__
        if one.default_factory is not dataclasses.MISSING:
            names[f"make_{name}"] = one.default_factory
            parameters.append(f"{name}=TO_MAKE")
            given = f"make_{name}() if {name} is TO_MAKE else {name}"
        elif one.default is not dataclasses.MISSING:
            names[f"default_{name}"] = one.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        lines.append(f"set_{name}(self, {given})")
    return _compiled("__init__", ", ".join(parameters), "; ".join(lines), names)


def _eq(cls: type) -> _Method:
    mine, theirs = (_values(of, _compared(cls)) for of in ("self", "other"))
    same = f"return {mine} == {theirs} if other.__class__ is self.__class__ else NotImplemented"
    return _compiled("__eq__", "self, other", same)


def _hash(cls: type) -> _Method:
    return _compiled("__hash__", "self", f"return hash({_values('self', _compared(cls))})")


def _reduce(cls: type) -> _Method:
    values = _values("self", [one.name for one in dataclasses.fields(cls)])
    return _compiled("__reduce__", "self", f"return self.__class__, {values}")


def _repr(cls: type) -> _Method:
    shown = [one.name for one in dataclasses.fields(cls) if one.repr]
    values = ", ".join(f"{name}={{self.{name}!r}}" for name in shown)
    return _compiled("__repr__", "self", f"return f'{{self.__class__.__qualname__}}({values})'")


def _refused(self: Any, name: str, *_: Any) -> None:
    raise dataclasses.FrozenInstanceError(f"{self.__class__.__qualname__} is frozen: {name!r} stays as it is")


def _compared(cls: type) -> list[str]:
    return [one.name for one in dataclasses.fields(cls) if one.compare]


def _values(of: str, names: list[str]) -> str:
    """The source of a tuple of attributes."""
    return f"({''.join(f'{of}.{name}, ' for name in names)})"


def _compiled(name: str, parameters: str, body: str, names: dict[str, Any] | None = None) -> _Method:
    names = {} if names is None else names
    exec(f"def {name}({parameters}): {body}", names)  # noqa: S102  (names of fields, as the library does)
    method: _Method = names[name]
    return method
