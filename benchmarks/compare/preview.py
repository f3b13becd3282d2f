"""From saving a chapter to its new page: `sitegen serve` asked as a browser asks it.

A browser waits for the event that there is a new version (server-sent events), then loads the page again.
The clock runs from before the file is written until the page with the new sentence has been read.
"""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPResponse

from benchmarks.compare.measure import started
from benchmarks.compare.programs import SITEGEN
from benchmarks.compare.project import Project
from benchmarks.compare.results import Row

HOST = "127.0.0.1"
PATIENCE = 900.0
"""Seconds that the first build may take."""


def previewed(chapters: int, saves: int) -> Row:
    """The wall times are those of the saves, one after the other."""
    project = Project.made(SITEGEN, chapters)
    port = _free_port()
    serve = project.command(sys.executable, "-m", "sitegen", "serve", "--port", str(port))
    process = started(serve, subprocess.DEVNULL)
    try:
        _wait(process, port)
        walls = _saves(project, port, saves)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    print(f"  preview: {', '.join(f'{wall:.2f}' for wall in walls)} s", flush=True)
    return Row(SITEGEN.key, "preview", chapters, walls)


def _saves(project: Project, port: int, saves: int) -> tuple[float, ...]:
    events = _get(port, "/.sitegen/events")
    _next_version(events)
    return tuple(_save(project, port, events, f"Gespeichert {number}.") for number in range(saves))


def _save(project: Project, port: int, events: HTTPResponse, sentence: str) -> float:
    page = f"/de/kapitel-{project.chapter.stem.rpartition('-')[2]}.html"
    text = project.edited(sentence).encode()
    before = time.perf_counter()
    project.chapter.write_bytes(text)
    while True:
        _next_version(events)
        if sentence.encode() in _get(port, page).read():
            return time.perf_counter() - before


def _next_version(events: HTTPResponse) -> None:
    while not events.readline().startswith(b"data:"):
        if events.isclosed():
            raise ConnectionError("the preview has ended")


def _get(port: int, path: str) -> HTTPResponse:
    connection = HTTPConnection(HOST, port, timeout=PATIENCE)
    connection.request("GET", path)
    return connection.getresponse()


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    """Until the first build is shown; what is asked before is answered then."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise ConnectionError("the preview did not start")
        try:
            _get(port, "/de/").read()
        except ConnectionRefusedError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the preview did not build")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind((HOST, 0))
        return int(one.getsockname()[1])
