"""The version of this tool: the one place that the command line, the reports and `new` take it from.

pyproject.toml states the same number for the package index; a test compares the two.
"""

VERSION = "0.1.0"
