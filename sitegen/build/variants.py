"""Smaller versions of photographs: AVIF and WebP at a few widths, beside the original.

A version is kept where it is smaller than the file it stands for. All are encoded from the clean
pixels, on one thread each, so that they are the same bytes every time.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sitegen.build.workers import Jobs, spread
from sitegen.diagnostics import Diagnostic, report
from sitegen.pictures import Picture, Variant
from sitegen.source import Span
from sitegen.values import dataclass

WIDTHS = (480, 960, 1600)
"""A phone in its own pixels, a phone of high density, the column of text on a screen of high density."""
NEAR = 1.2
"""An original less than so many times as wide as a version gets none of that width."""
LEAST = 16_000
"""Bytes of an original that is not worth versions."""
HEAVY = 200_000
"""Bytes of an image (delivery.md, section 1)."""
WORTH = 2
STEM = 44
"""Letters of a name that are kept, so that the whole stays under the limit of delivery.md, section 3."""

PHOTOGRAPH: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 60, "speed": 6, "max_threads": 1, "autotiling": False},
    "webp": {"quality": 78, "method": 4},
}
DRAWING: Mapping[str, Mapping[str, Any]] = {
    "avif": {"quality": 80, "speed": 6, "subsampling": "4:4:4", "max_threads": 1, "autotiling": False},
    "webp": {"lossless": True, "quality": 60, "method": 4, "exact": False},
}
"""What a PNG file holds has sharp edges: WebP keeps every pixel, AVIF the colour of each."""


@dataclass(frozen=True, slots=True)
class Encoded:
    """One version: its format, its width in pixels, its bytes."""

    format: str
    width: int
    data: bytes


_known: dict[bytes, tuple[Encoded, ...]] = {}
"""The versions made last, by the digest of the original: the preview builds again and again."""


def with_variants(pictures: Mapping[str, Picture], files: Iterable[str], *, jobs: Jobs) -> dict[str, Picture]:
    """The pictures, each with its smaller versions; their names are none of those of `files`."""
    wanted = {path: _digest(path, one) for path, one in sorted(pictures.items()) if _is_worth(one)}
    missing = [path for path, digest in wanted.items() if digest not in _known]
    made = spread(_encoded, [(path, pictures[path]) for path in missing], jobs, worth=WORTH)
    fresh = dict(zip((wanted[path] for path in missing), made, strict=True))
    versions = {path: fresh.get(digest) or _known.get(digest, ()) for path, digest in wanted.items()}
    _known.clear()
    _known.update({wanted[path]: found for path, found in versions.items()})
    taken = {path.casefold() for path in (*files, *pictures)}
    return {
        path: replace(one, variants=_named(path, versions.get(path, ()), taken))
        for path, one in sorted(pictures.items())
    }


def judge_weights(pictures: Mapping[str, Picture], uses: Mapping[str, Span]) -> list[Diagnostic]:
    """Images that are heavier than they should be, in the form that a current browser takes."""
    heavy = ((path, _weight(one)) for path, one in pictures.items())
    return [
        report("FIG024", uses[path], file=path, size=f"{weight / 1000:.0f}")
        for path, weight in heavy
        if weight > HEAVY and path in uses
    ]


def _weight(picture: Picture) -> int:
    """The bytes of the widest version in the first format that is offered."""
    offered = [one for one in picture.variants if one.format == picture.variants[0].format]
    return len(max(offered, key=lambda one: one.width).data) if offered else len(picture.data)


def _is_worth(picture: Picture) -> bool:
    return picture.pixels and len(picture.data) > LEAST


def _digest(path: str, picture: Picture) -> bytes:
    return hashlib.sha256(_ending(path).encode() + b"\0" + picture.data).digest()


def _encoded(one: tuple[str, Picture]) -> tuple[Encoded, ...]:
    return encode(*one)


def encode(path: str, picture: Picture) -> tuple[Encoded, ...]:
    """The versions of a picture that are smaller than it, AVIF before WebP, narrow before wide."""
    from PIL import Image, features  # noqa: PLC0415  (only for publications with photographs)

    options = DRAWING if _ending(path) == ".png" else PHOTOGRAPH
    found: list[Encoded] = []
    with Image.open(io.BytesIO(picture.data)) as original:
        sized = _sized(original, picture.width)
        for form in (name for name in options if features.check(name)):
            for image in sized:
                buffer = io.BytesIO()
                image.save(buffer, form.upper(), **options[form])
                found.append(Encoded(form, image.width, buffer.getvalue()))
    return tuple(one for one in found if len(one.data) < len(picture.data))


def _sized(original: Any, width: int) -> list[Any]:
    """The picture at each width, narrow before wide; what lies beside the pixels stays behind."""
    from PIL import Image  # noqa: PLC0415  (as above)

    mode = "RGBA" if original.mode == "RGBA" or "transparency" in original.info else "RGB"
    image = original.convert(mode)
    sized: list[Image.Image] = []
    for wanted in sorted(widths(width), reverse=True):
        height = max(1, round(image.height * wanted / image.width))
        if image.width != wanted:
            image = image.resize((wanted, height), Image.Resampling.LANCZOS, reducing_gap=3.0)
        sized.insert(0, Image.frombytes(mode, image.size, image.tobytes()))
    return sized


def widths(width: int) -> list[int]:
    """The widths of the versions of an image so wide: never more than its own."""
    smaller = [one for one in WIDTHS if one * NEAR <= width]
    return smaller if width > WIDTHS[-1] else [*smaller, width]


def _named(path: str, versions: Iterable[Encoded], taken: set[str]) -> tuple[Variant, ...]:
    """The versions with a path each; where an author's file has the plain name, with another."""
    folder, name = posixpath.split(path)
    stem = posixpath.join(folder, name.rpartition(".")[0][:STEM])
    variants: list[Variant] = []
    for one in versions:
        names = (f"{stem}-{one.width}{mark}.{one.format}" for mark in ("", *(f"-{n}" for n in range(2, 999))))
        chosen = next(free for free in names if free.casefold() not in taken)
        taken.add(chosen.casefold())
        variants.append(Variant(chosen, one.format, one.width, one.data))
    return tuple(variants)


def _ending(path: str) -> str:
    return posixpath.splitext(path)[1].lower()
