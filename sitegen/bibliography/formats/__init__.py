"""Entries in the formats that programs for references read: BibLaTeX, CSL-JSON, RIS."""
