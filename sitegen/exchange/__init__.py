"""Worklists for translators: what is to be translated, out in a file and back into the chapters."""
