"""What is packed: the wheel holds every file that the tool reads, and nothing of the workplace."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from pathlib import Path

import pytest

from sitegen.version import VERSION

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HATCH = PROJECT["tool"]["hatch"]["build"]["targets"]
DATA = (
    "render/theme/base.html",
    "render/theme/theme.css",
    "render/theme/reading.js",
    "starter/sitegen.toml",
    "starter/content/de/index.md",
    "starter/github/workflows/publish.yml",
    "starter/gitignore",
    "locale/de/LC_MESSAGES/site.mo",
    "locale/ru/LC_MESSAGES/messages.mo",
)
REQUIREMENT = re.compile(r"(?P<name>[a-z0-9-]+)==(?P<version>\S+)(?: ; .+)? \\")


def test_the_version_is_told_twice_and_agrees() -> None:
    assert PROJECT["project"]["version"] == VERSION


def test_the_command_is_sitegen_though_the_distribution_is_not() -> None:
    assert PROJECT["project"]["name"] == "sitegen-research"
    assert PROJECT["project"]["scripts"] == {"sitegen": "sitegen.cli:main"}


def test_the_wheel_takes_the_whole_package() -> None:
    """Hatch packs every file below a package that version control does not ignore."""
    assert HATCH["wheel"] == {"packages": ["sitegen"]}


@pytest.mark.parametrize("name", DATA)
def test_files_that_are_read_lie_in_the_package_and_are_not_ignored(name: str) -> None:
    assert (files("sitegen") / name).is_file()
    assert not [pattern for pattern in _ignored() if _matches(pattern, f"sitegen/{name}")]


def _ignored() -> list[str]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def _matches(pattern: str, path: str) -> bool:
    """Whether a pattern of `.gitignore` covers a path; as far as ours go: names, and paths from the root."""
    name = pattern.strip("/")
    if pattern.startswith("/"):
        return path == name or path.startswith(f"{name}/")
    return any(Path(part).match(name) for part in path.split("/"))


def test_no_file_of_the_package_begins_with_a_dot() -> None:
    """Such files get lost on the way into packages: the starter keeps them under other names."""
    hidden = [path for path in (ROOT / "sitegen").rglob(".*") if "cache" not in path.name]
    assert hidden == []


def test_what_the_source_distribution_names_exists() -> None:
    for name in HATCH["sdist"]["include"]:
        assert (ROOT / name.strip("/")).exists(), name


def _locked(name: str) -> dict[str, str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return {found["name"]: found["version"] for found in REQUIREMENT.finditer(text)}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[^A-Za-z0-9-]", one)[0].lower() for one in requirements}


def test_every_dependency_is_locked_with_its_hash() -> None:
    lock, dev = _locked("requirements.txt"), _locked("requirements-dev.txt")
    assert _names(PROJECT["project"]["dependencies"]) <= set(lock)
    assert _names(PROJECT["dependency-groups"]["dev"]) <= set(dev)
    assert lock.items() <= dev.items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_index_and_hashes_everything(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text
    for entry in re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]:
        assert entry.startswith("#") or "--hash=sha256:" in entry, entry.splitlines()[0]
