"""Linking: names in the documents are bound to what they name. It never fails."""

from sitegen.link.catalogs import Catalogs
from sitegen.link.linker import link

__all__ = ["Catalogs", "link"]
