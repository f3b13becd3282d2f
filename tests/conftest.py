"""For all tests: what a build keeps for the next one goes to no place of the user's, and what is compiled is
kept, or each worker and every command that a test starts would compile sitegen anew.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator

import pytest

sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest tests come first: at the end no worker waits for another one."""
    items.sort(key=lambda item: item.get_closest_marker("validators") is None)


@pytest.fixture(scope="session", autouse=True)
def _own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The key of the store lies in a cache of this run."""
    with pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CACHE_HOME", *(("LOCALAPPDATA",) if os.name == "nt" else ())):
            patch.setenv(name, str(tmp_path_factory.mktemp("cache")))
        yield
