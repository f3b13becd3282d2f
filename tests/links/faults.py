"""The table of faults: name, what the server does, and what must be concluded (links.md, sections 1 to 3)."""

# ruff: noqa: E501  (a row of a table is a line)

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sitegen.links_lock import Result
from tests.links.fault_server import RESET, Answer, Part, Request

WORDS = " ".join(f"Wort{number}" for number in range(60))
ARTICLE = f"<title>Ein Beitrag</title><h1 id=anfang>Ein Beitrag</h1><p>{WORDS}</p><a name=ende>.</a>"
LONG = 5.0
"""Seconds: longer than anybody waits here."""


def reply(
    request: Request,
    body: str | bytes = ARTICLE,
    status: str = "200 OK",
    *lines: str,
    kind: str = "text/html; charset=utf-8",
) -> bytes:
    """A whole answer; to HEAD without its body."""
    data = body if isinstance(body, bytes) else body.encode()
    head = [
        f"HTTP/1.1 {status}",
        f"Content-Type: {kind}",
        f"Content-Length: {len(data)}",
        "Connection: close",
        *lines,
    ]
    return "\r\n".join([*head, "", ""]).encode() + (b"" if request.is_head else data)


def status(line: str, *lines: str, body: str = "<title>?</title>") -> Answer:
    return lambda request: [reply(request, body, line, *lines)]


def page(body: str | bytes, kind: str = "text/html; charset=utf-8") -> Answer:
    """The page where it was asked for; its neighbours do not exist."""
    return found(lambda request: [reply(request, body, kind=kind)])


def found(answer: Answer) -> Answer:
    """An answer for the paths that are asked for; 404 for the twin beside them."""

    def answered(request: Request) -> Iterable[Part]:
        return (
            [reply(request, "<title>404</title>", "404 Not Found")] if is_twin(request) else answer(request)
        )

    return answered


def is_twin(request: Request) -> bool:
    name = request.target.rpartition("/")[2]
    return len(name) == 16 and name.isalpha()


def redirect(code: int, target: str, *lines: str) -> Answer:
    """To another place of the same host; there it answers with the article."""

    def answer(request: Request) -> Iterable[Part]:
        if request.target == "/artikel/seite.html":
            return [
                reply(request, "", f"{code} Moved", f"Location: {target.format(port=request.port)}", *lines)
            ]
        return [reply(request)]

    return found(answer)


def chain(length: int) -> Answer:
    def answer(request: Request) -> Iterable[Part]:
        number = int(request.target.rpartition("=")[2]) if "=" in request.target else 0
        if number == length:
            return [reply(request)]
        return [reply(request, "", "302 Found", f"Location: /artikel/seite.html?n={number + 1}")]

    return found(answer)


def first(times: int, fault: Answer, then: Answer) -> Answer:
    """A fault for the first requests, then another answer."""
    return found(lambda request: (fault if request.number <= times else then)(request))


def only_get(fault: Answer, then: Answer | None = None) -> Answer:
    """The fault answers HEAD only."""
    return found(lambda request: fault(request) if request.is_head else (then or page(ARTICLE))(request))


def only_head(fault: Answer) -> Answer:
    """HEAD is fine, GET is not."""
    return found(lambda request: [reply(request)] if request.is_head else fault(request))


def raw(*parts: Part) -> Answer:
    return lambda _request: list(parts)


def head_of(*lines: str) -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", "Content-Type: text/html", *lines, "", ""]).encode()


def endless(start: bytes, chunk: bytes) -> Answer:
    def answer(request: Request) -> Iterable[Part]:
        yield start
        while not request.is_head:
            yield chunk

    return found(answer)


def packed(body: bytes, encoding: str) -> Answer:
    return found(lambda request: [reply(request, body, "200 OK", f"Content-Encoding: {encoding}")])


def cookies(request: Request) -> Iterable[Part]:
    """Sends in a circle whoever brings no cookie back."""
    if "besucht=ja" in request.headers.get("cookie", ""):
        return [reply(request)]
    return [reply(request, "", "302 Found", "Set-Cookie: besucht=ja; Path=/", f"Location: {request.target}")]


def everywhere_the_same(request: Request) -> Iterable[Part]:
    return [reply(request, f"<title>Portal</title><p>{WORDS}</p>")]


def raw_deflate(data: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(data) + packer.flush()


def not_found(words: str) -> str:
    return f"<title>{words}</title><p>Leider."


BOMB = gzip.compress(b"<title>Ein Beitrag</title>" + b"a" * 20_000_000)
SCRIPT = "<script>document.body.append('x')</script>"
TEST = "<title></title><script>document.cookie='t=1';location.reload()</script>"
CLOUD = "<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x.js></script>"
DROP: tuple[Part, ...] = tuple(
    part for byte in b"HTTP/1.1 200 OK\r\nX-Slow: " for part in (bytes([byte]), 0.05)
)


@dataclass(frozen=True)
class Fault:
    """A row: `path` is what the text links to, `moved` the path that is proposed instead."""

    answer: Answer
    result: Result
    reason: str = ""
    path: str = "/artikel/seite.html"
    moved: str = ""


def dead(answer: Answer, reason: str = "gone", path: str = "/artikel/seite.html") -> Fault:
    return Fault(answer, "dead", reason, path)


def unsure(answer: Answer, reason: str, path: str = "/artikel/seite.html") -> Fault:
    return Fault(answer, "unsure", reason, path)


def fine(answer: Answer, path: str = "/artikel/seite.html", moved: str = "") -> Fault:
    return Fault(answer, "ok", "", path, moved)


STATUSES: dict[str, Fault] = {
    **{
        f"status {code}": unsure(status(f"{code} No"), "refused")
        for code in (401, 403, 406, 407, 418, 429, 451, 999)
    },
    **{
        f"status {code}": unsure(status(f"{code} Oh"), "server-fault")
        for code in (500, 502, 503, 504, 520, 530, 599)
    },
    **{
        f"status {code}": unsure(status(f"{code} Hm"), "other-status")
        for code in (300, 400, 402, 405, 408, 421)
    },
    "status 304": unsure(status("304 Not Modified", body=""), "other-status"),
    "status 404": dead(status("404 Not Found")),
    "status 410": dead(status("410 Gone")),
    "status 200": fine(page(ARTICLE)),
    "status 204": fine(found(status("204 No Content", body=""))),
    "status 206": fine(found(status("206 Partial Content", body=ARTICLE))),
    "404 with a page in it": dead(status("404 Not Found", body=ARTICLE)),
}

BROKEN: dict[str, Fault] = {
    "no answer at all": unsure(raw(LONG), "timeout"),
    "head drop by drop": unsure(raw(*DROP, LONG), "timeout"),
    "reset at once": unsure(raw(RESET), "no-connection"),
    "closed without a word": unsure(raw(), "no-connection"),
    "reset within the head": unsure(raw(b"HTTP/1.1 200 OK\r\nContent-", 0.01, RESET), "no-connection"),
    "no HTTP": unsure(raw(b"SSH-2.0-OpenSSH_9.0\r\n\r\n"), "no-http"),
    "status that is no number": unsure(raw(b"HTTP/1.1 OK\r\n\r\n"), "no-http"),
    "a head of 100 kB in one line": unsure(raw(head_of("X: " + "a" * 100_000)), "no-http"),
    "a head of 100 kB in many lines": unsure(
        raw(head_of(*(f"X-{n}: {'a' * 90}" for n in range(1000)))), "no-http"
    ),
    "contradicting lengths": unsure(
        raw(head_of("Content-Length: 5", "Content-Length: 7"), b"Hallo"), "no-http"
    ),
    "negative length": unsure(raw(head_of("Content-Length: -5"), b"Hallo"), "no-http"),
    "body shorter than said": fine(found(raw(head_of("Content-Length: 5000"), ARTICLE.encode()))),
    "body breaks off by reset": fine(found(raw(head_of("Content-Length: 5000"), b"<p>Hal", 0.02, RESET))),
    "body stalls": fine(found(raw(head_of("Content-Length: 5000"), b"<p>Hal", LONG))),
    "chunks that are none": fine(found(raw(head_of("Transfer-Encoding: chunked"), b"zz\r\nHallo\r\n"))),
    "chunks that never end": fine(
        endless(head_of("Transfer-Encoding: chunked"), b"2000\r\n" + b"a" * 8192 + b"\r\n")
    ),
    "endless body": fine(endless(head_of(), b"<p>Text" * 2000)),
    "gzip bomb": fine(packed(BOMB, "gzip")),
    "gzip that is none": fine(packed(b"kein gzip", "gzip")),
    "deflate without its head": fine(
        packed(raw_deflate(ARTICLE.encode()), "deflate"), "/artikel/seite.html#ende"
    ),
    "unknown encoding": fine(packed(b"\x01\x02", "br")),
    "body stalls before the anchor": unsure(
        found(raw(head_of("Content-Length: 5000"), b"<p>Hal", LONG)),
        "anchor-unsure",
        "/artikel/seite.html#ende",
    ),
    "gzip bomb before the anchor": unsure(packed(BOMB, "gzip"), "anchor-unsure", "/artikel/seite.html#ende"),
    "body stalls behind the anchor": fine(
        found(raw(head_of("Content-Length: 5000"), b"<p id=ende>Hal", LONG)), "/artikel/seite.html#ende"
    ),
    "slow once": fine(first(2, raw(LONG), page(ARTICLE))),
    "reset once": fine(first(2, raw(RESET), page(ARTICLE))),
    "a fault twice": fine(first(3, status("503 Oh"), page(ARTICLE))),
}

REDIRECTED: dict[str, Fault] = {
    "301": fine(redirect(301, "/artikel/neu.html"), moved="/artikel/neu.html"),
    "308": fine(redirect(308, "neu.html"), moved="/artikel/neu.html"),
    "301 with a fragment in the text": fine(
        redirect(301, "/artikel/neu.html"), "/artikel/seite.html#ende", "/artikel/neu.html#ende"
    ),
    "302": fine(redirect(302, "/artikel/neu.html")),
    "303": fine(redirect(303, "//127.0.0.1:{port}/artikel/neu.html")),
    "307": fine(redirect(307, "?seite=2")),
    "301 to the same, spelt otherwise": fine(redirect(301, "/artikel/neu.html"), "/artikel/./seite.html", ""),
    "ten redirects": fine(chain(10)),
    "eleven redirects": unsure(chain(11), "too-many-redirects"),
    "circle": unsure(redirect(302, "/artikel/seite.html"), "loop"),
    "without Location": unsure(found(status("302 Found", body="")), "no-target"),
    "Location that is empty": unsure(redirect(302, ""), "no-target"),
    "Location without host": unsure(redirect(302, "http://"), "no-target"),
    "Location with half an address": unsure(redirect(302, "http://[::1"), "no-target"),
    "Location with an impossible port": unsure(redirect(302, "http://127.0.0.1:99999/"), "no-target"),
    "Location in Cyrillic, raw": fine(redirect(302, "/artikel/статья.html")),
    "to a file": dead(redirect(302, "file:///etc/passwd"), "forbidden-scheme"),
    "to a script": dead(redirect(301, "javascript:alert(1)"), "forbidden-scheme"),
    "to ftp": dead(redirect(302, "ftp://127.0.0.1/x"), "forbidden-scheme"),
    "to a private address": dead(redirect(302, "http://10.0.0.1/artikel/seite.html"), "leads-inside"),
    "to this machine": dead(redirect(302, "http://127.0.0.1:1/artikel/seite.html"), "leads-inside"),
    "to this machine, mapped": dead(redirect(302, "http://[::ffff:127.0.0.1]/"), "leads-inside"),
    "to this machine, in hexadecimal": dead(redirect(302, "http://0x7f000001/"), "leads-inside"),
    "to this machine, as one number": dead(redirect(302, "http://2130706433/"), "leads-inside"),
    "to the data of a cloud": dead(redirect(302, "http://169.254.169.254/latest/meta-data/"), "leads-inside"),
    "to localhost": dead(redirect(302, "http://localhost/artikel/seite.html"), "leads-inside"),
    "to a name that leads inside": dead(redirect(302, "http://innen.sitegen-probe.org/"), "leads-inside"),
    "to a page that is gone": dead(found(lambda request: (
        redirect(301, "/artikel/neu.html")(request) if request.target.endswith("seite.html") else status("404 No")(request)
    ))),
    "cookies are needed": fine(found(cookies)),
}  # fmt: skip

METHODS: dict[str, Fault] = {
    "HEAD is not allowed": fine(only_get(status("405 Method Not Allowed"))),
    "HEAD is not known": fine(only_get(status("501 Not Implemented"))),
    "HEAD says 404": fine(only_get(status("404 Not Found"))),
    "HEAD is refused": fine(only_get(status("403 Forbidden"))),
    "HEAD stalls": fine(only_get(raw(LONG))),
    "HEAD is reset": fine(only_get(raw(RESET))),
    "HEAD is no HTTP": fine(only_get(raw(b"Hallo\r\n\r\n"))),
    "HEAD waits an hour": fine(only_get(status("503 Later", "Retry-After: 3600"))),
    "HEAD with a body": fine(
        found(lambda request: [reply(request) + (b"Hallo" if request.is_head else b"")])
    ),
    "HEAD lies": dead(only_head(status("404 Not Found"))),
    "ranges are refused": fine(
        found(
            lambda request: [reply(request, "", "416 No")] if "range" in request.headers else [reply(request)]
        )
    ),
    "Retry-After in seconds": fine(first(2, status("429 Later", "Retry-After: 0"), page(ARTICLE))),
    "Retry-After in the past": fine(
        first(2, status("503 Later", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"), page(ARTICLE))
    ),
    "Retry-After that is negative": fine(first(2, status("503 Later", "Retry-After: -5"), page(ARTICLE))),
    "Retry-After that is a word": fine(first(2, status("429 Later", "Retry-After: bald"), page(ARTICLE))),
    "Retry-After of an hour": unsure(
        first(9, status("429 Later", "Retry-After: 3600"), page(ARTICLE)), "asks-to-wait"
    ),
}

SOFT: dict[str, Fault] = {
    "nicht gefunden": unsure(page(not_found("Seite nicht gefunden")), "says-not-found"),
    "existiert nicht": unsure(page(not_found("Diese Seite existiert nicht")), "says-not-found"),
    "не найдена": unsure(page(not_found("Страница не найдена")), "says-not-found"),
    "удалена, in windows-1251": unsure(
        page(not_found("Страница удалена").encode("cp1251"), "text/html; charset=windows-1251"), "says-not-found"
    ),
    "не найдено, charset in meta": unsure(
        page(("<meta charset=koi8-r>" + not_found("Ничего не найдено")).encode("koi8-r"), "text/html"), "says-not-found"
    ),
    "a charset that nobody knows": unsure(page(not_found("404"), "text/html; charset=x-nie"), "says-not-found"),
    "not found in h1": unsure(page("<title>Portal</title><h1>404 — Not Found</h1>"), "says-not-found"),
    "a long text about it": fine(page(f"<title>Verlorenes nicht gefunden</title><p>{WORDS * 6}")),
    "a long title about it": fine(page(not_found("Wie man lebt, wenn das Gesuchte auch nach Jahren nicht gefunden ist"))),
    "a number that only looks so": fine(page(not_found("Modell 4040"))),
    "a short page": fine(page("<title>Kurz</title>Kurz.")),
    "to the home page": unsure(redirect(302, "/"), "home-page"),
    "to the home page of a language": unsure(redirect(301, "/de/"), "home-page"),
    "to index.php": unsure(redirect(302, "/index.php"), "home-page"),
    "to 404.html": unsure(redirect(302, "/404.html"), "home-page"),
    "home page that moves to a language": fine(
        found(lambda request: [
            reply(request, "", "302 Found", "Location: /de/") if request.target == "/" else reply(request)
        ]), "/"
    ),
    "twin with the same text": unsure(everywhere_the_same, "twin"),
    "twin at the same place": unsure(lambda request: [
        reply(request, "", "302 Found", "Location: /suche/leer.html") if "/artikel/" in request.target else reply(request)
    ], "twin"),
    "a portal at its root": fine(everywhere_the_same, "/"),
    "parked": unsure(page(f"<title>seite</title><p>This domain is for sale. {WORDS} parked"), "parked"),
    "one word of parking": fine(page(f"<title>Stadt</title><p>The car was parked. {WORDS}")),
    "anchor there, by id": fine(page(ARTICLE), "/artikel/seite.html#anfang"),
    "anchor there, by name": fine(page(ARTICLE), "/artikel/seite.html#ende"),
    "anchor there, encoded": fine(page(ARTICLE + "<p id='глава 1'>"), "/artikel/seite.html#%D0%B3%D0%BB%D0%B0%D0%B2%D0%B0%201"),
    "anchor not there": dead(page(ARTICLE), "no-anchor", "/artikel/seite.html#mitte"),
    "anchor in a comment": dead(page(ARTICLE + "<!-- <p id=mitte> -->"), "no-anchor", "/artikel/seite.html#mitte"),
    "anchor in capitals": dead(page(ARTICLE), "no-anchor", "/artikel/seite.html#Ende"),
    "anchor that a script may add": unsure(page(ARTICLE + SCRIPT), "anchor-unsure", "/artikel/seite.html#mitte"),
    "anchor behind 64 kB": fine(page("<p>" + "a " * 100_000 + "<p id=mitte>"), "/artikel/seite.html#mitte"),
    "top": fine(page(ARTICLE), "/artikel/seite.html#Top"),
    "passage of text": fine(page(ARTICLE), "/artikel/seite.html#:~:text=Wort7"),
    "route of a script": fine(page(ARTICLE), "/artikel/seite.html#!/kapitel/3"),
    "page of a PDF": fine(page(b"%PDF-1.4", "application/pdf"), "/artikel/seite.html#page=4"),
    "challenge by header": unsure(status("403 No", "cf-mitigated: challenge"), "challenge"),
    "challenge with 503": unsure(status("503 No", body=CLOUD), "challenge"),
    "challenge with 200": unsure(page(CLOUD), "challenge"),
    "a script that only tests": unsure(page(TEST), "challenge"),
    "a shell for a script": fine(page("<title>App</title><div id=app></div><script src=/app.js></script>")),
}  # fmt: skip

TABLE: dict[str, Fault] = {**STATUSES, **BROKEN, **REDIRECTED, **METHODS, **SOFT}
Rows = Callable[[], dict[str, Fault]]
