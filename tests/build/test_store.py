"""The store: what was put in comes out, or nothing does."""

from __future__ import annotations

import os
import pickle
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.build.store import FILE, FOLDER, Sealed, Store
from sitegen.build.template_store import prepare_templates
from sitegen.build.toolchain import tool_digest
from sitegen.render.templates import Templates


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.open(tmp_path)


class Planted:
    """A value that does harm where it is read."""

    def __reduce__(self) -> tuple[object, ...]:
        return os.mkdir, ("planted",)


def test_what_was_put_in_comes_out(store: Store, tmp_path: Path) -> None:
    assert store.put("kind", {"a": (1, 2), "b": Sealed.of("text")})
    store.close()
    again = Store.open(tmp_path)
    assert again.some("kind", ["a", "b", "c"]) == {"a": (1, 2), "b": "text"}
    assert again.get("kind", "b") == "text"
    assert again.get("other", "b") is None


def test_what_is_not_named_is_forgotten(store: Store) -> None:
    store.put("kind", {"a": 1, "b": 2})
    store.put("other", {"c": 3})
    store.forget("kind", but=["b"])
    assert store.some("kind", ["a", "b"]) == {"b": 2}
    assert store.get("other", "c") == 3


def test_an_empty_store_takes_nothing() -> None:
    store = Store()
    assert not store.put("kind", {"a": 1})
    assert store.get("kind", "a") is None


def test_the_folder_keeps_itself_out_of_version_control(store: Store, tmp_path: Path) -> None:
    assert store.is_open
    assert (tmp_path / FOLDER / ".gitignore").read_text(encoding="utf-8") == "*\n"


@pytest.mark.parametrize("data", [b"", b"no database at all", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_store_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).write_bytes(data)
    store = Store.open(tmp_path)
    assert store.get("kind", "a") is None
    store.put("kind", {"a": 1})
    assert Store.open(tmp_path).get("kind", "a") in {1, None}


def test_a_store_damaged_while_in_use_gives_nothing(store: Store, tmp_path: Path) -> None:
    store.put("kind", {str(number): b"x" * 4000 for number in range(50)})
    path = tmp_path / FOLDER / FILE
    path.write_bytes(path.read_bytes()[:4096] + b"\0" * 60_000)
    assert Store.open(tmp_path).some("kind", ["1", "2"]) in ({}, {"1": b"x" * 4000})


def test_what_another_has_written_is_not_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    store.put("kind", {"a": 1})
    store.close()
    with sqlite3.connect(tmp_path / FOLDER / FILE) as connection:
        harm = b"\0" * 16 + pickle.dumps(Planted())
        connection.execute("INSERT OR REPLACE INTO value VALUES ('kind', 'b', ?)", (harm,))
        connection.execute("UPDATE value SET name = 'c' WHERE name = 'a'")
    connection.close()
    assert Store.open(tmp_path).some("kind", ["a", "b", "c"]) == {}
    assert not (tmp_path / "planted").exists()


def test_another_user_has_another_key(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store.put("kind", {"a": 1})
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("other")))
    assert Store.open(tmp_path).get("kind", "a") is None


def test_a_link_in_the_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "root").mkdir()
    (tmp_path / "root" / FOLDER).symlink_to(tmp_path / "elsewhere")
    assert not Store.open(tmp_path / "root").is_open
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_folder_that_cannot_be_made_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file", encoding="utf-8")
    assert not Store.open(tmp_path).is_open


def test_without_a_home_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert not Store.open(tmp_path).is_open


def test_what_another_version_has_written_is_not_read(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put("kind", {"name": 1})
    (tmp_path / "libraries" / "neu-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "libraries"))
    tool_digest.cache_clear()
    try:
        assert Store.open(tmp_path).get("kind", "name") is None
    finally:
        tool_digest.cache_clear()


def test_compiled_templates_are_kept(tmp_path: Path) -> None:
    store = Store.open(tmp_path)
    prepare_templates(Templates({"front.html": "<p>{{ view }}</p>"}), store)
    program = (
        "import sys, jinja2\n"
        "from pathlib import Path\n"
        "from sitegen.build.store import Store\n"
        "from sitegen.build.template_store import recall_templates\n"
        "from sitegen.render.templates import Templates\n"
        "jinja2.Environment.compile = None\n"  # would be called for a template that is not known
        "recall_templates(Store.open(Path(sys.argv[1])))\n"
        "print(Templates({'front.html': '<p>{{ view }}</p>'}).render('front.html', {'view': '<'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, check=True, text=True
    )
    assert done.stdout == "<p>&lt;</p>\n"
