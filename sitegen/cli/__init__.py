"""The command line: `sitegen`. The only package that prints or exits."""

from sitegen.cli.group import main

__all__ = ["main"]
