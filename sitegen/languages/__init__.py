"""Languages: one module for each, found by its file; nothing is wired to two of them."""

from __future__ import annotations

import pkgutil
from functools import cache
from importlib import import_module

from sitegen.languages.language import Language

_TAG_LENGTHS = (2, 3)


def forget() -> None:
    """Look for modules anew: a folder may have been added to this package's `__path__`."""
    available.cache_clear()
    get.cache_clear()


@cache
def available() -> tuple[str, ...]:
    """The tags of all languages there are: modules of this package named like a tag."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in names if len(name) in _TAG_LENGTHS))


@cache
def get(tag: str) -> Language:
    """The language of a tag; `de-AT` is served by `de`. KeyError where there is none."""
    primary = tag.partition("-")[0].lower()
    if primary not in available():
        raise KeyError(tag)
    language: Language = import_module(f"{__name__}.{primary}").LANGUAGE
    return language
