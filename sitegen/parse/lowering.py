"""How the steps of lowering call one another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from markdown_it.token import Token

from sitegen.model.nodes import Inlines
from sitegen.parse.positions import Origin

Lower: TypeAlias = Callable[[Sequence[Token], Origin, str], Inlines]
"""Lowers inline tokens, made from a text of that origin, to nodes. It is handed down, so that the steps
need not import one another.
"""
