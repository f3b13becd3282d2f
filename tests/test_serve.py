"""The preview: what it serves and to whom, and that it follows the folder."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from sitegen.cli.findings import reader
from sitegen.serve import EVENTS, RELOAD, SCRIPT, Preview, Server, resolve, with_script

SETTINGS = 'languages = ["de"]\ntitle = "Probe"\n'
CHAPTER = "---\ntitle: Eins\n---\n\nEin Satz.\n"
PATIENCE = 30
"""Seconds: far more than any build takes, so that a failure is told and does not hang."""
BROKEN = CHAPTER + "\nSiehe [<i>dort](02-fehlt.md).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "studie"
    (root / "content" / "de").mkdir(parents=True)
    (root / "sitegen.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "content" / "de" / "01-eins.md").write_text(CHAPTER, encoding="utf-8")
    (root / "geheim.txt").write_text("geheim", encoding="utf-8")
    return root


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    """A preview on a free port that follows the folder with short waits."""
    preview = Preview(folder, "de", reader, lambda *_: None)
    running = Server(preview, 0, heartbeat=0.2)
    threads = [
        threading.Thread(target=running.serve_forever, args=(0.01,)),
        threading.Thread(target=preview.follow, kwargs={"step": 10, "pause": 20}),
    ]
    for thread in threads:
        thread.start()
    yield running
    preview.close()
    running.shutdown()
    running.server_close()
    for thread in threads:
        thread.join(10)
    assert running.bug is None


def ask(
    server: Server, path: str, *headers: str, method: str = "GET", host: str | None = None
) -> tuple[str, str]:
    """The head and the body of the answer to one raw request."""
    host = host if host is not None else f"Host: 127.0.0.1:{server.server_port}"
    lines = [f"{method} {path} HTTP/1.1", *filter(None, [host]), *headers, "Connection: close", "", ""]
    with socket.create_connection(("127.0.0.1", server.server_port), 10) as connection:
        connection.sendall("\r\n".join(lines).encode())
        with connection.makefile("rb") as answer:
            head, _, body = answer.read().decode().partition("\r\n\r\n")
    return head, body


def status(answer: tuple[str, str]) -> int:
    return int(answer[0].split()[1])


def test_pages_are_served_with_their_type_and_the_script(server: Server) -> None:
    head, body = ask(server, "/de/eins.html")
    assert "200" in head.splitlines()[0]
    assert "Content-Type: text/html; charset=utf-8" in head
    assert "Cache-Control: no-store" in head
    assert "X-Content-Type-Options: nosniff" in head
    assert "Access-Control" not in head
    assert "Ein Satz." in body
    assert body.count(f'<script src="{SCRIPT}?v=') == 1
    assert body.rindex(SCRIPT) < body.rindex("</body>")


@pytest.mark.parametrize(
    "path", ["/", "/de/", "/de/eins", "/de/eins.html?x=/../y", "/%64e/eins.html", "/de/index.html"]
)
def test_addresses_are_found_as_a_static_host_finds_them(server: Server, path: str) -> None:
    assert status(ask(server, path)) == 200


def test_a_folder_is_sent_on_to_its_slash(server: Server) -> None:
    head, _ = ask(server, "/de")
    assert "302" in head.splitlines()[0]
    assert "Location: /de/" in head


@pytest.mark.parametrize(
    "path",
    [
        "/nichts",
        "/../geheim.txt",
        "/..%2fgeheim.txt",
        "/%2e%2e/geheim.txt",
        "/de/../../geheim.txt",
        "/geheim.txt",
        "/sitegen.toml",
        "//127.0.0.1/de/",
        "/%ff",
        "/de/eins.html%00",
        "http://127.0.0.1/de/eins.html",
        "/assets/",
        "/DE/",
    ],
)
def test_what_is_not_in_the_site_is_not_found(server: Server, path: str) -> None:
    answer = ask(server, path)
    assert status(answer) == 404
    assert "geheim" not in answer[1]
    assert "text/html" in answer[0]


@pytest.mark.parametrize(
    "host",
    [
        "",
        "Host: evil.example",
        "Host: evil.example:{port}",
        "Host: 127.0.0.1",
        "Host: 127.0.0.1:{port}.evil.example",
    ],
)
@pytest.mark.parametrize("path", ["/", EVENTS, SCRIPT])
def test_another_host_gets_nothing(server: Server, host: str, path: str) -> None:
    answer = ask(server, path, host=host.format(port=server.server_port))
    assert status(answer) == 403
    assert "Ein Satz" not in answer[1]


def test_two_hosts_get_nothing(server: Server) -> None:
    assert status(ask(server, "/", "Host: evil.example")) == 403


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST", "[::1]"])
def test_our_other_names_are_fine(server: Server, name: str) -> None:
    assert status(ask(server, "/", host=f"Host: {name}:{server.server_port}")) == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_only_get_and_head(server: Server, method: str) -> None:
    answer = ask(server, "/", method=method)
    assert status(answer) == 405
    assert "Allow: GET, HEAD" in answer[0]


def test_head_has_no_body(server: Server) -> None:
    head, body = ask(server, "/de/eins.html", method="HEAD")
    assert "Content-Length: " in head
    assert body == ""


def test_what_is_no_request_is_refused_without_being_repeated(server: Server) -> None:
    answer = ask(server, "/", method="<b>")
    assert status(answer) == 501
    assert "<b>" not in answer[1]


def test_the_script_is_served(server: Server) -> None:
    head, body = ask(server, f"{SCRIPT}?v=1")
    assert "text/javascript" in head
    assert body.encode() == RELOAD


def test_another_origin_hears_of_no_changes(server: Server) -> None:
    assert status(ask(server, EVENTS, "Origin: http://evil.example")) == 403
    assert status(ask(server, EVENTS, "Origin: null")) == 403


def test_a_change_is_told_and_shown(server: Server, folder: Path) -> None:
    with Events(server) as events:
        first = events.next()
        assert first in ask(server, "/de/eins.html")[1]
        write(folder, CHAPTER.replace("Ein Satz", "Ein neuer Satz"))
        second = events.next()
    assert second != first
    body = ask(server, "/de/eins.html")[1]
    assert "Ein neuer Satz." in body
    assert second in body


def test_an_error_is_shown_at_every_address_until_it_is_mended(server: Server, folder: Path) -> None:
    with Events(server) as events:
        events.next()
        write(folder, BROKEN)
        broken = events.next()
        for path in ("/", "/de/eins.html", "/nichts"):
            head, body = ask(server, path)
            assert "500" in head.splitlines()[0]
            assert "Content-Security-Policy: default-src 'none'" in head
            assert "content/de/01-eins.md:7:" in body
            assert "Die Website lässt sich noch nicht erzeugen" in body
            assert "&lt;i&gt;dort" in body
            assert broken in body
        write(folder, CHAPTER)
        assert events.next() != broken
    assert status(ask(server, "/de/eins.html")) == 200


def test_drafts_are_shown(server: Server, folder: Path) -> None:
    with Events(server) as events:
        events.next()
        write(folder, "---\ntitle: Zwei\ndraft: true\n---\n\nEntwurf.\n", "02-zwei.md")
        events.next()
    assert "Entwurf." in ask(server, "/de/zwei.html")[1]


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("content/de/01-eins.md", True),
        ("templates/page.html", True),
        ("sitegen.toml", True),
        ("public/index.html", False),
        (".git/index", False),
        ("content/.sitegen-x/a", False),
        (".sitegen/cache", False),
        ("../anderswo", False),
    ],
)
def test_only_what_is_read_counts_as_a_change(folder: Path, path: str, counts: bool) -> None:  # noqa: FBT001  a column of the table
    preview = Preview(folder, "de", reader, lambda *_: None)
    assert (
        preview.counts(str(folder / path) if ".." not in path else str(folder.parent / "anderswo")) is counts
    )


def test_a_busy_port_is_refused(server: Server, folder: Path) -> None:
    preview = Preview(folder, "de", reader, lambda *_: None)
    with pytest.raises(OSError, match="in use"):
        Server(preview, server.server_port)


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "index.html"),
        ("/a/", "a/index.html"),
        ("/a", "a/"),
        ("/b", "b.html"),
        ("/b.html", "b.html"),
        ("/b.html/", None),
        ("b.html", None),
        ("", None),
        ("/%C3%BC.html", "ü.html"),
        ("/%25.html", None),
    ],
)
def test_an_address_is_resolved(path: str, name: str | None) -> None:
    artifacts = dict.fromkeys(("index.html", "a/index.html", "b.html", "ü.html"), b"")
    assert resolve(artifacts, path) == name


def test_a_page_without_an_end_gets_the_script_too() -> None:
    assert with_script(b"<p>x", "1").endswith(b"</script>\n")


def write(folder: Path, text: str, name: str = "01-eins.md") -> None:
    """As editors save: another file takes the name."""
    path = folder / "content" / "de" / name
    other = path.with_suffix(".tmp")
    other.write_text(text, encoding="utf-8")
    other.replace(path)


class Events(AbstractContextManager["Events"]):
    """The stream of changes, as a browser reads it."""

    def __init__(self, server: Server) -> None:
        self._socket = socket.create_connection(("127.0.0.1", server.server_port), 10)
        host = f"127.0.0.1:{server.server_port}"
        request = f"GET {EVENTS} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\n\r\n"
        self._socket.sendall(request.encode())
        self._lines = self._socket.makefile("r", encoding="utf-8", newline="\n")

    def __exit__(self, *_: object) -> None:
        self._lines.close()
        self._socket.close()

    def next(self) -> str:
        """The next version that is told; signs of life alone are not waited for without end."""
        end = time.monotonic() + PATIENCE
        for line in self._lines:
            if line.startswith("data: "):
                return line.removeprefix("data: ").strip()
            assert time.monotonic() < end, "no change was told"
        raise AssertionError("the stream has ended")
