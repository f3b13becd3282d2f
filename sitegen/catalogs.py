"""Message catalogues: what the tool says, in the reader's language.

Two domains: `messages` for authors (diagnostics, the command line), `site` for the readers of a
built page. English is the language of the strings themselves and needs no catalogue; a language
that has none reads English.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
FOLDERS = [LOCALE]
"""Where catalogues are looked for: a language that stands elsewhere adds its folder."""

MESSAGES = "messages"
SITE = "site"


@cache
def translation(domain: str, language: str) -> gettext.NullTranslations:
    """The catalogue of a domain for a BCP 47 tag; `de-AT` takes that of `de`."""
    primary = language.replace("_", "-").split("-")[0].lower()
    catalogs = (folder / primary / "LC_MESSAGES" / f"{domain}.mo" for folder in FOLDERS)
    path = next((path for path in catalogs if path.is_file()), None)
    if path is None:
        return gettext.NullTranslations()
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def languages(domain: str = MESSAGES) -> tuple[str, ...]:
    """The languages a domain can be told in, English first."""
    found = (path for folder in FOLDERS for path in folder.glob(f"*/LC_MESSAGES/{domain}.mo"))
    return ("en", *sorted({path.parent.parent.name for path in found}))
