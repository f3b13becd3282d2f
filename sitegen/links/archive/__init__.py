"""Archived copies: sources submitted to the Wayback Machine, their copies written into citations.bib."""
