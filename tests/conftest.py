"""For all tests: what a build keeps for the next one goes to no place of the user's."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The key of the store lies in a cache of this run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", *(("LOCALAPPDATA",) if os.name == "nt" else ())):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        yield
