"""Parsing: one file's text becomes a document and diagnostics, by itself, and never fails."""
