"""The output folder: what is written, what is removed, and what is never touched."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.build.output import MANIFEST, OutputError, Written, check_folder, write
from sitegen.build.plan import plan

SITE = {"index.html": b"front", "de/a.html": b"a", "de/b.html": b"b", "assets/theme.css": b"css"}


def _snapshot(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def _refused(code: str, artifacts: dict[str, bytes], out: Path) -> str:
    """What stands in the way; nothing has changed."""
    before = _everything(out)
    with pytest.raises(OutputError) as caught:
        write(artifacts, out)
    assert caught.value.diagnostic.code == code
    assert _everything(out) == before
    return dict(caught.value.diagnostic.args)["path"]


def _everything(out: Path) -> list[tuple[str, bytes | str]]:
    return [(str(path), _content(path)) for path in sorted(out.rglob("*"))]


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return str(path.readlink())
    return path.read_bytes() if path.is_file() else "folder"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture(autouse=True)
def no_litter(tmp_path: Path) -> Iterator[None]:
    """Whatever happens, no temporary file stays behind."""
    yield
    assert [path for path in tmp_path.rglob(".sitegen-*") if path.name != MANIFEST] == []


def test_every_file_is_written(out: Path) -> None:
    assert write(SITE, out) == Written(4, 0, 0)
    assert _snapshot(out) == SITE


def test_a_second_build_writes_nothing(out: Path) -> None:
    write(SITE, out)
    before = {path: path.stat() for path in out.rglob("*")}
    assert write(SITE, out) == Written(0, 4, 0)
    assert {path: path.stat().st_mtime_ns for path in out.rglob("*")} == {
        path: known.st_mtime_ns for path, known in before.items()
    }
    assert {path: path.stat().st_ino for path in out.rglob("*")} == {
        path: known.st_ino for path, known in before.items()
    }


def test_only_what_differs_is_written(out: Path) -> None:
    write(SITE, out)
    os.utime(out / "index.html", (1, 1))
    assert write({**SITE, "de/a.html": b"new"}, out) == Written(1, 3, 0)
    assert (out / "index.html").stat().st_mtime == 1
    assert (out / "de/a.html").read_bytes() == b"new"


def test_the_work_grows_with_the_files_that_change(out: Path) -> None:
    few, many = (_steps(out.with_name(f"{files}"), files) for files in (20, 200))
    assert many < 11 * few


def _steps(out: Path, files: int) -> int:
    """So many functions are called to plan that every file of a site is another now."""
    write({f"de/{number}.html": b"old" for number in range(files)}, out)
    new = {f"de/{number}.html": b"new" for number in range(files)}
    steps = 0

    def count(*_: object) -> None:
        nonlocal steps
        steps += 1

    sys.setprofile(count)
    try:
        plan(new, out)
    finally:
        sys.setprofile(None)
    return steps


def test_what_is_no_longer_made_goes_and_so_does_its_empty_folder(out: Path) -> None:
    write({**SITE, "assets/sub/deep/x.png": b"x"}, out)
    assert write({"index.html": b"front"}, out) == Written(0, 1, 4)
    assert sorted(path.name for path in out.iterdir()) == [MANIFEST, "index.html"]


def test_a_folder_with_something_else_in_it_stays(out: Path) -> None:
    write(SITE, out)
    (out / "de" / "notiz.txt").write_bytes(b"mine")
    write({"index.html": b"front"}, out)
    assert _snapshot(out) == {"index.html": b"front", "de/notiz.txt": b"mine"}


def test_what_others_put_there_stays(out: Path) -> None:
    out.mkdir()
    (out / "CNAME").write_bytes(b"example.org")
    write(SITE, out)
    write({"index.html": b"2"}, out)
    assert _snapshot(out) == {"CNAME": b"example.org", "index.html": b"2"}


def test_a_file_of_somebody_else_in_the_way_is_not_replaced(out: Path) -> None:
    out.mkdir()
    (out / "index.html").write_bytes(b"mine")
    assert _refused("OUT003", SITE, out) == "index.html"


def test_the_same_bytes_are_in_nobodys_way(out: Path) -> None:
    out.mkdir()
    (out / "index.html").write_bytes(b"front")
    assert write(SITE, out) == Written(3, 1, 0)


def test_a_folder_in_the_place_of_a_file_is_not_replaced(out: Path) -> None:
    (out / "index.html").mkdir(parents=True)
    assert _refused("OUT003", SITE, out) == "index.html"


def test_a_file_in_the_place_of_a_folder_is_not_replaced(out: Path) -> None:
    out.mkdir()
    (out / "de").write_bytes(b"mine")
    assert _refused("OUT003", SITE, out) == "de"


def test_a_file_of_ours_gives_way_to_a_folder(out: Path) -> None:
    write({"data": b"1"}, out)
    assert write({"data/quotes.json": b"2"}, out) == Written(1, 0, 1)
    assert _snapshot(out) == {"data/quotes.json": b"2"}


def test_a_link_in_the_place_of_a_file_is_not_replaced(out: Path, tmp_path: Path) -> None:
    out.mkdir()
    (tmp_path / "other.html").write_bytes(b"mine")
    (out / "index.html").symlink_to(tmp_path / "other.html")
    assert _refused("OUT003", SITE, out) == "index.html"
    (tmp_path / "other.html").unlink()
    assert _refused("OUT003", SITE, out) == "index.html"


def test_a_link_in_the_place_of_a_folder_is_not_followed(out: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    out.mkdir()
    (out / "de").symlink_to(elsewhere)
    assert _refused("OUT003", SITE, out) == "de"
    assert list(elsewhere.iterdir()) == []


def test_the_folder_itself_may_be_a_link(out: Path, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    out.symlink_to(tmp_path / "real")
    write(SITE, out)
    assert _snapshot(tmp_path / "real") == SITE


def test_one_of_our_files_that_somebody_changed_is_made_again(out: Path) -> None:
    write(SITE, out)
    (out / "de/a.html").write_bytes(b"by hand")
    assert write(SITE, out) == Written(1, 3, 0)
    assert _snapshot(out) == SITE


def test_one_of_our_files_that_is_gone_is_made_again(out: Path) -> None:
    write(SITE, out)
    (out / "de/a.html").unlink()
    assert write(SITE, out) == Written(1, 3, 0)


@pytest.mark.parametrize("name", ["../other.txt", "de/../../other.txt", "sub/link/other.txt", "ABSOLUTE"])
def test_a_manifest_that_was_tampered_with_removes_nothing_outside(
    name: str, out: Path, tmp_path: Path
) -> None:
    write(SITE, out)
    (tmp_path / "other.txt").write_bytes(b"mine")
    (out / "sub").mkdir()
    (out / "sub" / "link").symlink_to(tmp_path)
    name = str(tmp_path / "other.txt") if name == "ABSOLUTE" else name
    _tamper(out, {name: "0" * 64})
    write({"index.html": b"front"}, out)
    assert (tmp_path / "other.txt").read_bytes() == b"mine"


def test_a_link_in_the_manifest_is_removed_and_not_what_it_leads_to(out: Path, tmp_path: Path) -> None:
    write(SITE, out)
    (tmp_path / "other.txt").write_bytes(b"mine")
    (out / "link.txt").symlink_to(tmp_path / "other.txt")
    _tamper(out, {"link.txt": "0" * 64})
    write(SITE, out)
    assert (tmp_path / "other.txt").read_bytes() == b"mine"


@pytest.mark.parametrize("text", ["", "{", "[]", "17", '{"de": {}}', '{"": "x", ".": "y", "de": "z"}'])
def test_a_broken_manifest_is_as_good_as_none(text: str, out: Path) -> None:
    write(SITE, out)
    (out / MANIFEST).write_text(text, encoding="utf-8")
    assert write(SITE, out).removed == 0
    assert _snapshot(out) == SITE
    assert sorted(json.loads((out / MANIFEST).read_bytes())) == sorted(SITE)


def _tamper(out: Path, more: dict[str, str]) -> None:
    known = json.loads((out / MANIFEST).read_bytes())
    (out / MANIFEST).write_text(json.dumps(known | more), encoding="utf-8")


def test_everybody_may_read_and_only_the_owner_write(out: Path) -> None:
    old = os.umask(0o077)
    try:
        write({**SITE, "assets/sub/x.png": b"x"}, out)
    finally:
        os.umask(old)
    for path in (out, *out.rglob("*")):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path


def test_a_disk_that_refuses_is_told(out: Path) -> None:
    out.parent.mkdir(exist_ok=True)
    out.write_bytes(b"a file")
    with pytest.raises(OutputError) as caught:
        write(SITE, out)
    assert caught.value.diagnostic.code == "OUT002"


@pytest.mark.parametrize(
    "folder",
    [
        ".",
        "..",
        "content",
        "content/de",
        "content/neu",
        "templates",
        "templates/x",
        ".git",
        ".sitegen/x",
        "/",
        "~",
    ],
)
def test_folders_of_sources_are_refused(folder: str, root: Path) -> None:
    out = Path(folder).expanduser() if folder == "~" else root / folder
    with pytest.raises(OutputError) as caught:
        check_folder(out, root)
    assert caught.value.diagnostic.code == "OUT001"


@pytest.mark.parametrize("file", ["sitegen.toml", "citations.bib", "places.toml"])
def test_another_publication_is_refused(file: str, root: Path, tmp_path: Path) -> None:
    other = tmp_path / "andere"
    other.mkdir()
    (other / file).write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        check_folder(other, root)


def test_a_link_to_the_sources_is_refused(root: Path, tmp_path: Path) -> None:
    (tmp_path / "public").symlink_to(root / "content")
    with pytest.raises(OutputError):
        check_folder(tmp_path / "public", root)


@pytest.mark.parametrize("folder", ["public", "a/b/site", "../site", "content-site"])
def test_other_folders_are_taken(folder: str, root: Path) -> None:
    check_folder(root / folder, root)
