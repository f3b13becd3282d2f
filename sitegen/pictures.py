"""Images of the publication: decoded, freed of everything but their pixels, measured.

What a camera or a program writes beside the pixels (place, device, author, thumbnail) never leaves
the house (protection.md, section 5). SVG is refused where it holds more than a drawing.
"""

from __future__ import annotations

import io
import re
import warnings
import xml.parsers.expat
from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from sitegen.values import dataclass

PIXELS = 50_000_000
"""Of an image; of a moving one, of all its frames together (robustness.md)."""
FORMATS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".gif": "GIF",
}
QUALITY = 85
OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": QUALITY, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": QUALITY, "method": 6},
}
_LENGTH = re.compile(r"\s*(\d+(?:\.\d+)?)(?:px)?\s*")
_OUTSIDE = re.compile(r"url\((?!['\"]?#)")
_FORBIDDEN = frozenset(
    {"script", "foreignobject", "iframe", "object", "embed", "audio", "video", "image", "handler"}
)


@dataclass(frozen=True, slots=True)
class Variant:
    """The same image in another format and width; `path` is a name beside the original's."""

    path: str
    format: str
    width: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it is published; width and height in pixels, 0 where the file does not say. `pixels`
    says that it is one still image of which smaller versions can be made.
    """

    data: bytes
    width: int
    height: int
    pixels: bool = False
    variants: tuple[Variant, ...] = ()

    @property
    def without_bytes(self) -> Picture:
        """What a page needs to know of it."""
        return replace(self, data=b"", variants=tuple(replace(one, data=b"") for one in self.variants))


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an image cannot be published: a code of the table, and what fills its sentence."""

    code: str
    args: Mapping[str, str] = field(default_factory=dict)


def read_picture(path: str, data: bytes) -> Picture | Fault:
    """The clean image of a file, or what is wrong with it."""
    suffix = "." + path.rpartition(".")[2].lower()
    if suffix == ".svg":
        return _read_svg(data)
    if suffix not in FORMATS:
        return Fault("FIG010")
    return _read_raster(data, FORMATS[suffix])


def _read_raster(data: bytes, format_: str) -> Picture | Fault:
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415  (only for publications with photographs)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            image = Image.open(io.BytesIO(data), formats=[format_])
        with image:
            frames = getattr(image, "n_frames", 1) if image.width * image.height <= PIXELS else 1
            pixels = image.width * image.height * frames
            if pixels > PIXELS:
                return Fault("FIG013", {"megapixels": f"{pixels / 1e6:.0f}"})
            if frames > 1:
                return Picture(_animated(image, format_), image.width, image.height)
            upright = ImageOps.exif_transpose(image)
            still = format_ != "GIF"
            return Picture(_written(upright, format_), upright.width, upright.height, still)
    except UnidentifiedImageError:
        return Fault("FIG010")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        return Fault("FIG012", {"reason": str(error).rstrip(".")})


def _written(image: object, format_: str) -> bytes:
    """The pixels in a new file: nothing else of the old one comes along."""
    from PIL import Image  # noqa: PLC0415  (as above)

    assert isinstance(image, Image.Image)
    plain = image if image.mode in {"RGB", "RGBA", "L", "P"} else image.convert("RGB")
    clean = Image.frombytes(plain.mode, plain.size, plain.tobytes())
    if plain.mode == "P":
        clean.putpalette(plain.getpalette("RGB") or [])
    options = dict(OPTIONS.get(format_, {}))
    transparency = image.info.get("transparency")
    if transparency is not None and format_ in {"PNG", "GIF"}:
        options["transparency"] = transparency
    buffer = io.BytesIO()
    clean.save(buffer, format_, **options)
    return buffer.getvalue()


def _animated(image: object, format_: str) -> bytes:
    from PIL import Image, ImageSequence  # noqa: PLC0415  (as above)

    assert isinstance(image, Image.Image)
    frames: list[Image.Image] = []
    durations: list[int] = []
    for frame in ImageSequence.Iterator(image):
        durations.append(int(frame.info.get("duration", 100)))
        rgba = frame.convert("RGBA")
        frames.append(Image.frombytes("RGBA", rgba.size, rgba.tobytes()))
    buffer = io.BytesIO()
    frames[0].save(buffer, format_, save_all=True, append_images=frames[1:], duration=durations, loop=0)
    return buffer.getvalue()


def _read_svg(data: bytes) -> Picture | Fault:
    found: list[str] = []
    size: list[float] = []

    def doctype(*_: object) -> None:
        found.append("a document type declaration")

    def start(name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(":")[2].lower()
        if tag in _FORBIDDEN:
            found.append(f"<{name}>")
        found.extend(_bad_attributes(attributes))
        if not size:
            size.extend(_svg_size(attributes))

    def text(value: str) -> None:
        packed = re.sub(r"\s+", "", value).lower()
        if "@import" in packed or _OUTSIDE.search(packed):
            found.append(f"“{value.strip()[:40]}”")

    parser = xml.parsers.expat.ParserCreate()
    parser.buffer_text = True
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = doctype
    parser.StartElementHandler = start
    parser.ProcessingInstructionHandler = lambda target, _: found.append(f"<?{target}?>")
    try:
        parser.Parse(data, True)  # noqa: FBT003  (the library's signature)
    except xml.parsers.expat.ExpatError as error:
        if not found:
            return Fault(
                "FIG012", {"reason": f"{xml.parsers.expat.ErrorString(error.code)}, line {error.lineno}"}
            )
    if found:
        return Fault("FIG011", {"what": found[0]})
    width, height = size or (0.0, 0.0)
    return Picture(data, round(width), round(height))


def _bad_attributes(attributes: dict[str, str]) -> list[str]:
    found: list[str] = []
    for name, value in attributes.items():
        local = name.rpartition(":")[2].lower()
        packed = re.sub(r"\s+", "", value).lower()
        if local.startswith("on"):
            found.append(name)
        elif (local == "href" and not packed.startswith("#")) or _OUTSIDE.search(packed):
            found.append(f"{name}=“{value[:40]}”")
    return found


def _svg_size(attributes: dict[str, str]) -> list[float]:
    width, height = (_LENGTH.fullmatch(attributes.get(name, "")) for name in ("width", "height"))
    if width and height:
        return [float(width[1]), float(height[1])]
    box = re.split(r"[\s,]+", attributes.get("viewBox", "").strip())
    try:
        numbers = [float(number) for number in box]
    except ValueError:
        return [0.0, 0.0]
    return numbers[2:4] if len(numbers) == 4 else [0.0, 0.0]
