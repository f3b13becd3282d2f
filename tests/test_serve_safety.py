"""The preview against whoever means it ill: raw sockets, by robustness.md's rule for preview servers."""

from __future__ import annotations

import random
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli.findings import reader
from sitegen.serve import EVENTS, SCRIPT, Preview, Server

CHAPTER = "---\ntitle: Eins\n---\n\nEin Satz.\n"
SECRET = "geheim-4711"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A preview that is built once, of a folder with secrets in it, above it and in files of the disk."""
    root = tmp_path_factory.mktemp("vorschau") / "studie"
    for path, text in {
        "sitegen.toml": 'languages = ["de"]\ntitle = "Probe"\n',
        "content/de/01-eins.md": CHAPTER,
        "content/assets/notiz.txt": SECRET,
        "geheim.txt": SECRET,
        "public/geheim.txt": SECRET,
        "../geheim.txt": SECRET,
    }.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    preview = Preview(root, "de", reader, lambda *_: None)
    preview.build()
    running = Server(preview, 0, heartbeat=0.2)
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    yield running
    preview.close()
    running.shutdown()
    running.server_close()
    thread.join(10)
    assert running.bug is None


def send(server: Server, data: bytes, *, address: str = "127.0.0.1") -> bytes:
    """All that comes back for these very bytes."""
    with socket.create_connection((address, server.server_port), 10) as connection:
        try:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
        except OSError:  # the server has heard enough and answers
            pass
        parts = []
        try:
            while part := connection.recv(65536):
                parts.append(part)
        except ConnectionResetError:
            pass
        return b"".join(parts)


def get(server: Server, path: bytes | str, *headers: str, method: str = "GET", host: str = "") -> bytes:
    target = path.encode() if isinstance(path, str) else path
    lines = [f"Host: {host or f'127.0.0.1:{server.server_port}'}", *headers, "", ""]
    return send(server, method.encode() + b" " + target + b" HTTP/1.1\r\n" + "\r\n".join(lines).encode())


def status(answer: bytes) -> int:
    return int(answer.split(None, 2)[1])


def test_only_this_machine_can_connect(server: Server) -> None:
    """127.0.0.2 is this machine too, but not the address that is bound; nor is any of the network."""
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with pytest.raises(OSError, match="refused"):
        send(server, b"", address="127.0.0.2")


@pytest.mark.parametrize(
    "path",
    [
        "/..%2fgeheim.txt",
        "/..%2Fgeheim.txt",
        "/%2e%2e/geheim.txt",
        "/%2e%2e%2fgeheim.txt",
        "/%252e%252e%252fgeheim.txt",
        "/..%252fgeheim.txt",
        "/..%c0%afgeheim.txt",
        "/%c0%ae%c0%ae/geheim.txt",
        "/..%5cgeheim.txt",
        "/..\\geheim.txt",
        "/....//geheim.txt",
        "/../../../../../../../../etc/passwd",
        "/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/%2Fetc%2Fpasswd",
        "///etc/passwd",
        "/etc/passwd",
        "/file:///etc/passwd",
        "file:///etc/passwd",
        "C:/geheim.txt",
        "/C:%5cgeheim.txt",
        "/public/geheim.txt",
        "/geheim.txt",
        "/content/assets/notiz.txt",
        "/assets/notiz.txt",
        "/sitegen.toml",
        "/.git/config",
        "/.sitegen-manifest.json",
        "/de/eins.html%00.txt",
        "/%00",
        "/geheim.txt%00.html",
        "/de/eins.html/../../../geheim.txt",
        "/de/./eins.html",
        "/de//eins.html",
        "/de/eins.html%20",
        "/de/eins.html.",
        "/%64%65/%2e/eins.html",
        "*",
        "?",
    ],
)
def test_an_address_that_climbs_finds_nothing(server: Server, path: str) -> None:
    answer = get(server, path)
    assert status(answer) == 404
    assert SECRET.encode() not in answer
    assert b"root:" not in answer


@pytest.mark.parametrize("sign", [b"\0", b"\x07", b"\xff", b"\x80", b"\x1b[31m", "ü".encode()])
def test_raw_bytes_in_an_address_find_nothing(server: Server, sign: bytes) -> None:
    answer = get(server, b"/de/eins.html" + sign)
    assert status(answer) == 404
    assert sign not in answer.partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize("path", ["/assets/", "/assets", "/data/", "/data", "/de/x/", "/.sitegen/"])
def test_no_folder_is_listed(server: Server, path: str) -> None:
    answer = get(server, path)
    assert status(answer) == 404
    assert b'theme.css">' not in answer.partition(b"<main")[2]
    assert b"quotes.json" not in answer


@pytest.mark.parametrize("path", ["/", "/de/", "/de", "/assets/theme.css", SCRIPT, EVENTS, "/fehlt"])
@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "POST"])
def test_no_other_origin_may_read(server: Server, path: str, method: str) -> None:
    """None of the answers lets another page read it, whatever that page asks for."""
    asked = ("Access-Control-Request-Method: GET", "Access-Control-Request-Private-Network: true")
    answer = get(server, path, "Origin: http://evil.example", *asked, method=method)
    head = answer.partition(b"\r\n\r\n")[0].lower()
    assert b"access-control" not in head
    assert b"cross-origin-resource-policy: same-origin" in head
    assert b"set-cookie" not in head


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:{port}", 200),
        ("localhost:{port}", 200),
        ("LocalHost:{port}", 200),
        ("[::1]:{port}", 200),
        ("localhost", 403),
        ("127.0.0.1:80", 403),
        ("localhost.:{port}", 403),
        ("127.0.0.1.:{port}", 403),
        ("[::ffff:127.0.0.1]:{port}", 403),
        ("::1:{port}", 403),
        ("0.0.0.0:{port}", 403),
        ("2130706433:{port}", 403),
        ("0x7f.1:{port}", 403),
        ("127.1:{port}", 403),
        ("localhost:{port}@evil.example", 403),
        ("evil.example@localhost:{port}", 403),
        ("localhost:{port}.evil.example", 403),
        ("localhost.evil.example:{port}", 403),
        ("localhost:{port}, evil.example", 403),
        ("localhost:0{port}", 403),
        ("ＬＯＣＡＬＨＯＳＴ:{port}", 403),
        ("evil.example:{port}", 403),
    ],
)
def test_the_host_is_one_of_ours(server: Server, host: str, code: int) -> None:
    for path in ("/", EVENTS):
        method = "HEAD" if path == EVENTS else "GET"
        answer = get(server, path, host=host.format(port=server.server_port), method=method)
        assert status(answer) == code
        assert (b"Probe" in answer) == (code == 200 and method == "GET")


@pytest.mark.parametrize("head", [b"GET / HTTP/1.1\r\n\r\n", b"GET / HTTP/1.0\r\n\r\n", b"GET /\r\n\r\n"])
def test_who_names_no_host_gets_nothing(server: Server, head: bytes) -> None:
    answer = send(server, head)
    assert b"Probe" not in answer
    assert b"only to its own address" in answer


@pytest.mark.parametrize(
    ("origin", "code"),
    [
        ("http://127.0.0.1:{port}", 200),
        ("http://localhost:{port}", 200),
        ("https://localhost:{port}", 403),
        ("http://localhost", 403),
        ("http://localhost:{port}.evil.example", 403),
        ("http://evil.example", 403),
        ("null", 403),
        ("file://", 403),
        ("", 403),
    ],
)
def test_the_channel_of_changes_asks_for_the_origin(server: Server, origin: str, code: int) -> None:
    header = f"Origin: {origin.format(port=server.server_port)}"
    assert status(get(server, EVENTS, header, method="HEAD")) == code


def test_one_good_origin_among_others_is_none(server: Server) -> None:
    good = f"Origin: http://localhost:{server.server_port}"
    assert status(get(server, EVENTS, good, "Origin: http://evil.example", method="HEAD")) == 403


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", "X" * 500]
)
def test_other_methods_do_nothing(server: Server, method: str) -> None:
    answer = get(server, "/de/eins.html", "Content-Length: 5", method=method)
    assert status(answer) in {405, 501}
    assert b"Ein Satz" not in answer
    assert method.encode() not in answer.replace(b"Allow: GET, HEAD", b"").replace(b"Only GET and HEAD", b"")


def test_head_is_get_without_the_body(server: Server) -> None:
    heads = [get(server, "/de/eins.html", method=method).partition(b"\r\n\r\n") for method in ("GET", "HEAD")]
    assert [line for line in heads[0][0].splitlines() if b"Date" not in line] == [
        line for line in heads[1][0].splitlines() if b"Date" not in line
    ]
    assert (b"Ein Satz" in heads[0][2], heads[1][2]) == (True, b"")


@pytest.mark.parametrize("value", ["bytes=0-3", "bytes=-5", "bytes=9-1", f"bytes={'0-1,' * 5000}0-1", "x"])
def test_a_range_is_answered_with_the_whole(server: Server, value: str) -> None:
    answer = get(server, "/de/eins.html", f"Range: {value}")
    assert status(answer) == 200
    assert b"Ein Satz" in answer
    assert b"Content-Range" not in answer


@pytest.mark.parametrize(
    "data",
    [
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n",
        b"G" * 100_000,
        b"GET / HTTP/1.1\r\nX: " + b"a" * 70_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"".join(b"X-%d: y\r\n" % number for number in range(200)) + b"\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/1." + b"9" * 5000 + b"\r\n\r\n",
        b"GET / FTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1 x y\r\n\r\n",
        b"POST\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(range(256)) + b"\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_too_much_or_no_request_is_refused(server: Server, data: bytes) -> None:
    answer = send(server, data)
    assert b"Probe" not in answer
    assert answer == b"" or b"This request cannot be answered." in answer
    assert status(get(server, "/")) == 200


def test_noise_ends_nothing(server: Server) -> None:
    """Good requests with some bytes changed: every answer is one, and the next reader is served."""
    chance = random.Random(5)
    good = f"GET /de/eins.html?a#b HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\nOrigin: null\r\n\r\n"
    for _ in range(100):
        data = bytearray(good.encode())
        for _ in range(chance.randrange(1, 8)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        answer = send(server, bytes(data) + b"\r\n\r\n")
        assert SECRET.encode() not in answer
    assert status(get(server, "/")) == 200
    assert server.bug is None


def test_who_dawdles_keeps_nobody_waiting(server: Server) -> None:
    """Half a request, no request, and readers who do not read: the next one is served at once."""
    start = f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.server_port}\r\n".encode()
    slow = []
    for number in range(30):
        connection = socket.create_connection(("127.0.0.1", server.server_port), 10)
        connection.sendall((start, b"", start + b"\r\n", b"G")[number % 4])
        slow.append(connection)
    try:
        assert b"Ein Satz" in get(server, "/de/eins.html")
    finally:
        for connection in slow:
            connection.close()


def test_nothing_outside_the_site_is_ever_opened(server: Server, tmp_path: Path) -> None:
    """Not even a file that appears in the folder: what is served is what was built."""
    (server.preview.root / "public" / "neu.html").write_text(SECRET, encoding="utf-8")
    (server.preview.root / "content" / "neu.html").write_text(SECRET, encoding="utf-8")
    assert status(get(server, "/neu.html")) == 404
    assert status(get(server, "/public/neu.html")) == 404
