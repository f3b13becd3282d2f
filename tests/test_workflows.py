"""The workflows of `sitegen new` and of this repository (robustness.md, the last rule).

They are linted by zizmor, which is one of the locked development tools, and read.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.cli.new import starter

ROOT = Path(__file__).parent.parent
FOLDER = ".github/workflows"
ZIZMOR = Path(sys.executable).with_name("zizmor")
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40}")


def workflows() -> dict[str, str]:
    """Every workflow by its name: those of a new publication, and our own."""
    made = {f"new/{path}": data.decode() for path, data in starter().items() if path.startswith(FOLDER)}
    own = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in (ROOT / FOLDER).iterdir()}
    return {**made, **own}


WORKFLOWS = workflows()
PUBLISH = ("new/.github/workflows/publish.yml", ".github/workflows/publish.yml")
LINKS = ("new/.github/workflows/links.yml", ".github/workflows/links.yml")


def read(name: str) -> dict[str, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(WORKFLOWS[name])
    return {("on" if key is True else key): value for key, value in loaded.items()}  # YAML 1.1: `on` is true


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in read(name)["jobs"].values() for step in job["steps"]]


def linted(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    path = folder / FOLDER / "workflow.yml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    options = ("--offline", "--no-config", "--no-ignores", "--strict-collection", "--persona=pedantic", "-q")
    return subprocess.run([ZIZMOR, *options, path], capture_output=True, text=True, check=False)


def test_both_are_there() -> None:
    assert {*PUBLISH, *LINKS} == set(WORKFLOWS)


@pytest.mark.parametrize("name", WORKFLOWS)
def test_the_linter_finds_nothing(name: str, tmp_path: Path) -> None:
    result = linted(tmp_path, WORKFLOWS[name])
    assert result.returncode == 0, result.stdout + result.stderr


SPOILT = {
    "text of strangers in a command": (
        "run: sitegen check",
        "run: echo ${{ github.event.head_commit.message }} #",
    ),
    "a tag that can be moved": ("checkout@11bd71901bbe5b1630ceea73d27597364c9af683", "checkout@v4"),
    "credentials that stay": ("persist-credentials: false", "fetch-depth: 1"),
    "rights for all jobs": ("contents: read", "contents: write"),
    "strangers with our rights": ("pull_request:", "pull_request_target:"),
    "a key that is not known": ("runs-on:", "runs-off:"),
}


@pytest.mark.parametrize("name", SPOILT)
def test_the_linter_would_find_it(name: str, tmp_path: Path) -> None:
    good, bad = SPOILT[name]
    assert good in WORKFLOWS[PUBLISH[0]]
    assert linted(tmp_path, WORKFLOWS[PUBLISH[0]].replace(good, bad)).returncode != 0


@pytest.mark.parametrize("name", WORKFLOWS)
def test_actions_are_pinned_and_leave_no_credentials(name: str) -> None:
    used = [step for step in steps(name) if "uses" in step]
    assert used
    for step in used:
        assert PINNED.fullmatch(step["uses"]), step["uses"]
        if step["uses"].startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("name", WORKFLOWS)
def test_commands_hold_nothing_that_github_fills_in(name: str) -> None:
    commands = [step["run"] for step in steps(name) if "run" in step]
    assert commands
    assert not [command for command in commands if "${{" in command]


@pytest.mark.parametrize("name", WORKFLOWS)
def test_rights_are_read_but_for_the_job_that_needs_more(name: str) -> None:
    workflow = read(name)
    assert workflow["permissions"] == {"contents": "read"}
    granted = {job: spec["permissions"] for job, spec in workflow["jobs"].items() if "permissions" in spec}
    expected = {"deploy": {"pages": "write", "id-token": "write"}}, {"report": {"issues": "write"}}
    assert granted == expected[name in LINKS]
    for job in granted:
        uses = [step.get("uses", "") for step in workflow["jobs"][job]["steps"]]
        assert not any("checkout" in action for action in uses)
    assert all(spec["timeout-minutes"] <= 90 for spec in workflow["jobs"].values())


@pytest.mark.parametrize("name", PUBLISH)
def test_pull_requests_are_checked_and_built_and_only_main_is_published(name: str) -> None:
    workflow = read(name)
    assert workflow["on"] == {"pull_request": None, "push": {"branches": ["main"]}}
    runs = "\n".join(step.get("run", "") for step in workflow["jobs"]["build"]["steps"])
    assert "sitegen check --strict --format github" in runs
    assert "sitegen build --strict" in runs
    deploy = workflow["jobs"]["deploy"]
    assert deploy["if"] == "github.event_name == 'push' && github.ref == 'refs/heads/main'"
    assert "build" in deploy["needs"]


@pytest.mark.parametrize("name", LINKS)
def test_links_are_asked_by_night_and_told_in_an_issue(name: str) -> None:
    workflow = read(name)
    assert set(workflow["on"]) == {"schedule", "workflow_dispatch"}
    asks = "\n".join(step.get("run", "") for step in workflow["jobs"]["links"]["steps"])
    assert "sitegen links" in asks
    assert "GH_TOKEN" not in str(workflow["jobs"]["links"])
    tells = workflow["jobs"]["report"]["steps"][-1]["run"]
    assert "gh issue create" in tells
    assert "--body-file links.md" in tells
