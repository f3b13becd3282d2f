"""The sources of a publication: citations.bib read, and set in the styles of each language.

pybtex is imported here and nowhere else.
"""

from sitegen.bibliography.entry import Bibliography, Entry
from sitegen.bibliography.reader import read

__all__ = ["Bibliography", "Entry", "read"]
