"""How a good file is spoilt: bits turned over, stretches cut, doubled, moved, and signs put in."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.fuzz.seeds import pieces
from tests.parse.test_laws import FRAGMENTS

BYTES = (
    b"\0", b"\xff", b"\xc3", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xf4\x90\x80\x80", b"\r", b"\r\n", b"\n",
    b"\x1b[2J", b"\xe2\x80\xae", b"\xe2\x80\xa8", b"\xc2\x85", b"\xcc\x81", b"<script>", b"]]>", b"&", b"%",
    b"{{ 7*7 }}", b"{% include 'x' %}", b"javascript:alert(1)", b"../../etc", b"%2e%2e/",
    b"&#12;", b"&#x202e;", b"&#xfffe;", b"&#133;", b"&#x1f;",
)  # fmt: skip
SYNTAX = (
    "---\n", "title: ", "- ", "? ", "!!python/object:x ", "&a ", "*a ", "<<: *a", "|\n", ">-\n", "~", "null",
    "2024-02-31", "0x", "1e999", "nan", "=", "'", '"', '"""', "[[", "]]", "[a]\n", "{ ", " }", ",", "#", "\\",
    "\\u0000", "\\ud800", "@book{", "@string{", "@comment{", "crossref = {", "{\\", '\\"', "~", "$", "{\\'e}",
    "0" * 5000, "[" * 300, "{" * 300, "a" * 3000, "- " * 200, "> " * 200, "1" * 400,
)  # fmt: skip
TOKENS = (*BYTES, *(token.encode() for token in (*SYNTAX, *FRAGMENTS)))


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The file after one to five injuries."""
    for _ in range(draw(st.integers(1, 5))):
        data = draw(st.sampled_from(INJURIES))(draw, data)
    return data


def _turn_a_bit(draw: st.DrawFn, data: bytes) -> bytes:
    if not data:
        return data
    at = draw(st.integers(0, len(data) - 1))
    return data[:at] + bytes([data[at] ^ (1 << draw(st.integers(0, 7)))]) + data[at + 1 :]


def _cut(draw: st.DrawFn, data: bytes) -> bytes:
    start, end = _stretch(draw, data)
    return data[:start] + data[end:]


def _double(draw: st.DrawFn, data: bytes) -> bytes:
    start, end = _stretch(draw, data)
    return data[:end] + data[start:end] * draw(st.integers(1, 40)) + data[end:]


def _put_in(draw: st.DrawFn, data: bytes) -> bytes:
    at = draw(st.integers(0, len(data)))
    return data[:at] + draw(st.sampled_from(TOKENS)) + data[at:]


def _replace(draw: st.DrawFn, data: bytes) -> bytes:
    start, end = _stretch(draw, data)
    return data[:start] + draw(st.sampled_from(TOKENS)) + data[end:]


def _move_in(draw: st.DrawFn, data: bytes) -> bytes:
    piece = draw(st.sampled_from(pieces()))
    start, end = _stretch(draw, piece)
    at = draw(st.integers(0, len(data)))
    return data[:at] + piece[start:end] + data[at:]


def _swap_lines(draw: st.DrawFn, data: bytes) -> bytes:
    lines = data.split(b"\n")
    one, other = (draw(st.integers(0, len(lines) - 1)) for _ in range(2))
    lines[one], lines[other] = lines[other], lines[one]
    return b"\n".join(lines)


def _stretch(draw: st.DrawFn, data: bytes) -> tuple[int, int]:
    start = draw(st.integers(0, len(data)))
    return start, min(len(data), start + draw(st.integers(0, 300)))


INJURIES = (_turn_a_bit, _cut, _double, _put_in, _replace, _move_in, _swap_lines)
