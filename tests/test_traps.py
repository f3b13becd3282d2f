"""Each row of robustness.md, "What bites the libraries", that no other test holds shut.

Elsewhere: marks, addresses and one reference used often in parse/test_robustness.py; `@string`,
unknown types and all that is slow in citations.bib in bibliography/test_robustness.py.
"""

from __future__ import annotations

import struct
import tracemalloc
import zlib

import pytest

from sitegen.pictures import PIXELS, Fault, read_picture
from tests.bibliography.cases import reading
from tests.publications import build

PAGE = "de/text.html"


def _page(text: str) -> str:
    outcome = build({"content/de/01-text.md": text})
    assert [one.code for one in outcome.diagnostics if one.severity == "error"] == []
    return outcome.artifacts[PAGE].decode()


def test_text_thirty_deep_is_not_dropped() -> None:
    assert "tiefes Wort" in _page("> " * 30 + "tiefes Wort\n")


def test_tags_are_no_default() -> None:
    outcome = build({"content/de/01-text.md": "Ein <b onclick=alert(1)>Wort</b>.\n\n<b>\n\n</b>\n"})
    assert any(one.code.startswith("SYN") for one in outcome.diagnostics)
    assert b"<b" not in outcome.artifacts.get(PAGE, b"").partition(b"<main")[2]


@pytest.mark.parametrize("attribute", ["style=color:red", "onclick=alert(1)", "class=x", "srcdoc=x", ".x"])
@pytest.mark.parametrize(
    "form", ["[Wort]{{{}}}", "[Wort]{{lang=en {}}}", "![[a]](x){{{}}}", "## Titel {{{}}}"]
)
def test_attributes_are_those_of_the_list(form: str, attribute: str) -> None:
    """An attribute that is not known is refused; none ever reaches the page as one."""
    outcome = build({"content/de/01-text.md": form.format(attribute) + "\n"})
    refused = any(one.severity == "error" for one in outcome.diagnostics)
    page = outcome.artifacts.get(PAGE, b"").decode().partition("<main")[2]
    assert refused or (f"<span {attribute}" not in page and "{" + attribute in page)


@pytest.mark.parametrize("value", ["a\\", "\\", "{\\}", "\\'", '\\"{', "\\u", "\\char255 x", "\\ü"])
def test_a_stray_backslash_names_its_line(value: str) -> None:
    text = "@book{gut, title={T}, date={2020}}\n\n@book{k,\n  title = {" + value + "},\n}\n"
    bibliography, found = reading(text)
    assert "gut" in bibliography.entries
    assert all(one.span.path == "citations.bib" and one.span.line >= 3 for one in found)


def test_one_bad_entry_hides_no_other() -> None:
    good = "@book{{{}, title={{T}}}}\n"
    text = (
        good.format("a") + "@book{b, title=\n" + good.format("c") + "@bock{d, title={T}}\n" + good.format("e")
    )
    bibliography, found = reading(text)
    assert {"a", "c", "e"} <= set(bibliography.entries)
    assert len(found) == 2
    assert {2, 4} >= {one.span.line for one in found} - {3}  # what is missing is told where it should stand


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    "head",
    [
        LAUGHS + "title: A\n",
        "title: A\ndate: 2024-02-31\n",
        "title: A\ndate: 0000-00-00\n",
        f"title: A\norder: {'9' * 10_000}\n",
        f"title: {'[' * 1000}{']' * 1000}\n",
        f"title: {'{a: ' * 1000}b{'}' * 1000}\n",
        "title: !!python/object/apply:os.system [id]\n",
        "title: &a [*a]\n",
        "? [a]\n: b\n",
        "<<: {title: A}\n",
    ],
    ids=range(10),
)
def test_a_trap_in_the_front_matter_has_a_place(head: str) -> None:
    """One error or more, each on a line of the front matter, and none in the text."""
    outcome = build({"content/de/01-text.md": f"---\n{head}---\n\nText.\n"})
    errors = [one for one in outcome.diagnostics if one.severity == "error"]
    assert errors
    assert all(1 <= one.span.line <= head.count("\n") + 2 for one in errors)


def _png(width: int, height: int) -> bytes:
    """A PNG of these measures in few bytes, whose pixels are not there."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)),
        (b"IDAT", b"x"),
        (b"IEND", b""),
    )
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


@pytest.mark.parametrize("size", [(12_000, 12_000), (1_000_000, 1_000_000), (PIXELS + 1, 1)])
def test_an_image_is_refused_by_its_header(size: tuple[int, int]) -> None:
    read_picture("a.png", _png(1, 1))  # the library is loaded
    tracemalloc.start()
    picture = read_picture("a.png", _png(*size))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(picture, Fault)
    assert picture.code in {"FIG012", "FIG013"}
    assert peak < 50_000_000


@pytest.mark.parametrize("suffix", ["png", "jpg", "webp", "gif"])
@pytest.mark.parametrize(
    "data",
    [
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n%%EndComments\n(%pipe%id) (r) file\n",
        b"P6 1 1 255 abc",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"%PDF-1.4\n",
        b"",
    ],
    ids=["eps", "ppm", "svg", "pdf", "empty"],
)
def test_an_image_is_what_its_name_says(suffix: str, data: bytes) -> None:
    picture = read_picture(f"a.{suffix}", data)
    assert isinstance(picture, Fault)


def test_frames_count_together() -> None:
    """A GIF of some bytes whose every frame is an image of its own."""
    size = 4000
    frame = b"\x2c" + struct.pack("<HHHHB", 0, 0, size, size, 0) + b"\x02\x02\x44\x01\x00"
    head = b"GIF89a" + struct.pack("<HHBBB", size, size, 0x80, 0, 0) + bytes(6)
    picture = read_picture("a.gif", head + frame * 1000 + b"\x3b")
    assert picture == Fault("FIG013", {"megapixels": "16000"})
