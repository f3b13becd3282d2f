"""Parsing: one file's text becomes a document and diagnostics, by itself, and never fails."""

from sitegen.parse.chapter import parse

__all__ = ["parse"]
