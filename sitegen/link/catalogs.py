"""What a publication refers to beside its chapters, read once before linking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from sitegen.bibliography import Bibliography
from sitegen.places import Gazetteer
from sitegen.settings import Settings
from sitegen.source import Source
from sitegen.translations_lock import TranslationsLock
from sitegen.values import dataclass


@dataclass(frozen=True, slots=True)
class Catalogs:
    """Settings, sources, places, the names of all files, the texts of the data files that charts name,
    and what was agreed on of the translations. `drafts` says whether drafts are pages of this build.
    """

    settings: Settings
    bibliography: Bibliography
    gazetteer: Gazetteer
    files: frozenset[str]
    data: Mapping[str, Source]
    today: date
    drafts: bool = False
    lock: TranslationsLock = field(default_factory=TranslationsLock)
