"""The save service: asked as links.md, section 4, says, and believed only in its known form."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from sitegen.links.archive.service import LARGEST, Failed, Pauses, Service
from sitegen.model.nodes import Archived
from tests.links.archive.save_service import CUT, Reply, error, job, pending, save_service, success

URL = "https://kurier.example/a?b=1&c=д"
COPY = Archived(f"https://web.archive.org/web/20241115081500/{URL}", "2024-11-15")
QUICK = Pauses(between=0, poll=0.01, polls=5, retries=(0.01, 0.02), request=5)
PAGE = Reply(body=b"<html>Please solve the captcha</html>", kind="text/html; charset=utf-8")
BUSY = Reply(429, {"message": "too many"})


def ask(
    *replies: Reply, keys: str = "", pauses: Pauses = QUICK
) -> tuple[Archived | Failed, list[tuple[str, str]]]:
    with save_service(*replies) as service:
        answer = Service(urlsplit(service.url), pauses, keys).save(URL)
        return answer, [(one.method, one.path) for one in service.asked]


def test_a_submission() -> None:
    with save_service() as service:
        answer = Service(urlsplit(service.url), QUICK, "schluessel:geheim").save(URL)
        post, get = service.asked
    assert answer == COPY
    assert (post.method, post.path, post.form) == ("POST", "/save", {"url": URL})
    assert (get.method, get.path) == ("GET", "/save/status/job-1")
    for one in (post, get):
        assert one.headers["accept"] == "application/json"
        assert one.headers["authorization"] == "LOW schluessel:geheim"
        assert "referer" not in one.headers
        assert "cookie" not in one.headers


def test_without_keys_none_are_sent() -> None:
    with save_service() as service:
        Service(urlsplit(service.url), QUICK).save(URL)
        assert all("authorization" not in one.headers for one in service.asked)


def test_keys_are_not_sent_in_the_clear() -> None:
    service = Service(urlsplit("http://archive.example"), QUICK, "a:b")
    assert "Authorization" not in service._headers(None)
    assert (
        Service(urlsplit("https://archive.example"), QUICK, "a:b")._headers(None)["Authorization"]
        == "LOW a:b"
    )
    assert "a:b" not in repr(service)


def test_the_job_is_asked_for_until_it_is_done() -> None:
    answer, asked = ask(job(), pending(), pending(), success())
    assert answer == COPY
    assert len(asked) == 4


ANSWERS = [
    # what the service answers, what kind of failure it is, how often it was asked
    ([job()] + [pending()] * 5, "pending", 6),
    ([job(), error("error:invalid-host-resolution", "Couldn't resolve host")], "refused", 2),
    ([error("error:not-found", "no such page", status=400)], "refused", 1),
    ([error("error:user-session-limit", "limit of sessions")], "limit", 1),
    ([error("error:too-many-daily-captures", "this URL has been captured 10 times today")], "limit", 1),
    ([Reply(401, {"message": "You need to be logged in"})], "keys", 1),
    ([Reply(403, {"message": "blocked"})], "blocked", 1),
    ([PAGE], "blocked", 1),
    (
        [Reply(302, body=b"", kind="text/html", headers={"Location": "http://127.0.0.1:1/login"})],
        "blocked",
        1,
    ),
    ([job(), PAGE], "blocked", 2),
    ([Reply(body=b'{"job_id": "x')], "unreadable", 1),
    ([Reply(body=b"\xff\xfe")], "unreadable", 1),
    ([Reply(data=[1, 2])], "unreadable", 1),
    ([Reply(data=None)], "unreadable", 1),
    ([Reply(body=b"[" * 100_000)], "unreadable", 1),
    ([Reply(body=b'{"job_id": "x", "a": "' + b"x" * LARGEST + b'"}')], "unreadable", 1),
    ([Reply(data={"job_id": 5})], "refused", 1),
    ([Reply(data={"job_id": "../../x"})], "refused", 1),
    ([job(), Reply(data={"status": "neu"})], "refused", 2),
    ([job(), success("2024")], "unreadable", 2),
    ([job(), success("20249915081500")], "unreadable", 2),
    ([job(), success("00000101000000")], "unreadable", 2),
    ([job(), success(20241115081500)], "unreadable", 2),
    ([job(), success("2024111508150٠")], "unreadable", 2),
    ([job(), success("../../../../../x")], "unreadable", 2),
    ([Reply(503, {"message": "down"})] * 3, "unreachable", 3),
    ([BUSY] * 3, "limit", 3),
    ([Reply(429, {}, headers={"Retry-After": "3600"})], "limit", 1),
    ([CUT] * 3, "unreachable", 3),
]


@pytest.mark.parametrize(("replies", "kind", "times"), ANSWERS)
def test_answers_that_are_no_copy(replies: list[Reply], kind: str, times: int) -> None:
    answer, asked = ask(*replies)
    assert isinstance(answer, Failed)
    assert answer.kind == kind
    assert len(asked) == times


@pytest.mark.parametrize(
    "first",
    [BUSY, Reply(502, body=b"<html>", kind="text/html"), CUT, Reply(429, {}, headers={"Retry-After": "0"})],
)
def test_a_busy_service_is_asked_again(first: Reply) -> None:
    answer, asked = ask(first)
    assert answer == COPY
    assert [method for method, _ in asked] == ["POST", "POST", "GET"]


@pytest.mark.parametrize(
    ("value", "waited"),
    [("5", 5), ("Wed, 21 Oct 2015 07:28:00 GMT", 0), ("-3", 8), ("bald", 8), ("120", 120), ("121", None)],
)
def test_retry_after(value: str, waited: float | None) -> None:
    """Seconds or a date; at most two minutes; what cannot be read is eight seconds (section 3)."""
    slept: list[float] = []
    with save_service(Reply(429, {}, headers={"Retry-After": value})) as service:
        answer = Service(urlsplit(service.url), QUICK, sleep=slept.append).save(URL)
    if waited is None:
        assert answer == Failed("limit")
    else:
        assert answer == COPY
        assert waited in slept


def test_the_words_of_the_service_are_cut_short() -> None:
    answer, _ = ask(error("error:x", "sehr\nlang " * 100))
    assert isinstance(answer, Failed)
    assert answer.text.startswith("sehr lang sehr")
    assert len(answer.text) == 200


def test_an_answer_that_drips_ends() -> None:
    pauses = Pauses(between=0, poll=0.01, retries=(), request=0.3)
    answer, _ = ask(Reply(data={"job_id": "x" * 100}, drip=0.05), pauses=pauses)
    assert isinstance(answer, Failed)
    assert answer.kind in ("unreachable", "unreadable")


def test_nobody_there() -> None:
    with save_service() as service:
        url = service.url
    answer = Service(urlsplit(url), QUICK).save(URL)
    assert isinstance(answer, Failed)
    assert answer.kind == "unreachable"


def test_submissions_keep_their_distance() -> None:
    slept: list[float] = []
    with save_service() as server:
        service = Service(urlsplit(server.url), Pauses(between=60, poll=0.01), sleep=slept.append)
        service.save(URL)
        service.save(URL)
    assert slept[0] == 0
    assert 50 < slept[1] <= 60


@pytest.mark.parametrize(
    ("delay", "has_keys", "between"), [(None, False, 15), (None, True, 5), (0.5, True, 0.5)]
)
def test_the_pace(delay: float | None, has_keys: bool, between: float) -> None:  # noqa: FBT001
    """4 a minute without keys, 12 with them."""
    assert Pauses.of(delay, has_keys=has_keys).between == between
