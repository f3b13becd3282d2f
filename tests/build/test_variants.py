"""Smaller versions of photographs: which there are, what they are called, and what is not in them."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from sitegen.build import variants
from sitegen.build.pipeline import Outcome
from sitegen.pictures import Fault, Picture, Variant, read_picture
from sitegen.source import Span
from tests.publications import CHAPTER, build
from tests.site.dom import Page

CANARY = "Kanarienvogel"
EXIF_DESCRIPTION, EXIF_ARTIST, EXIF_GPS = 0x010E, 0x013B, 0x8825


@cache
def pixels(width: int = 1100, height: int = 300) -> Image.Image:
    """What compresses like a photograph, the same every time."""
    across = Image.linear_gradient("L").resize((width, height))
    round_ = Image.radial_gradient("L").resize((width, height))
    rough = Image.frombytes("L", (64, 64), bytes((i * i * 7 + i * 13) % 251 for i in range(4096)))
    return Image.merge("RGB", (across, round_, rough.resize((width, height), Image.Resampling.BICUBIC)))


def saved(form: str, image: Image.Image | None = None, **options: Any) -> bytes:
    buffer = io.BytesIO()
    (image or pixels()).save(buffer, form, **options)
    return buffer.getvalue()


def telltale(form: str) -> bytes:
    """A file with a canary in everything that may stand beside the pixels."""
    exif = Image.Exif()
    exif[EXIF_DESCRIPTION], exif[EXIF_ARTIST] = CANARY, CANARY
    exif.get_ifd(EXIF_GPS)[29] = CANARY
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes().replace(b"sRGB", b"Kana")
    beside: dict[str, Any] = {"exif": exif, "icc_profile": profile + CANARY.encode()}
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", CANARY)
        info.add_itxt("XML:com.adobe.xmp", f"<x>{CANARY}</x>")
        return saved(form, pnginfo=info, **beside)
    if form == "JPEG":
        beside["comment"] = CANARY
    data = saved(form, xmp=f"<x>{CANARY}</x>".encode(), **beside)
    return data + CANARY.encode() if form == "JPEG" else data


def published(files: dict[str, bytes]) -> Outcome:
    figures = "\n\n".join(f'![Bild](../{path.removeprefix("content/")}){{alt="Bild"}}' for path in files)
    return build({**files, CHAPTER: figures + "\n"})


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_lies_beside_the_pixels_is_in_no_version(form: str) -> None:
    data = telltale(form)
    canaries = [CANARY.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    assert canaries[0] in data
    made = published({f"content/assets/bild.{form.lower()}": data}).artifacts
    files = {path: one for path, one in made.items() if path.startswith("assets/bild")}
    assert {path.rpartition(".")[2] for path in files} == {form.lower(), "avif", "webp"}
    for path, one in files.items():
        assert not any(canary in one for canary in canaries), path
        with Image.open(io.BytesIO(one)) as image:
            beside = {"exif", "xmp", "icc_profile", "comment", "Author", "XML:com.adobe.xmp", "photoshop"}
            assert not {name for name in beside & image.info.keys() if image.info[name]}, path
            assert not image.getexif(), path
        for block in (b"Exif\0", b"<x:xmpmeta", b"ICC_PROFILE", b"ICCP", b"EXIF", b"XMP ", b"8BIM"):
            assert block not in one, (path, block)


def test_a_page_offers_the_versions_best_format_first() -> None:
    made = published({"content/assets/bild.jpg": saved("JPEG", quality=90)})
    page = Page.of("de/beispiel.html", made.artifacts["de/beispiel.html"])
    sources = [(one.get("type"), one.get("srcset")) for one in page.all("source")]
    assert sources == [
        (f"image/{form}", ", ".join(f"../assets/bild-{width}.{form} {width}w" for width in (480, 1100)))
        for form in ("avif", "webp")
    ]
    image = page.one("img")
    assert (image.get("src"), image.get("width"), image.get("height")) == (
        "../assets/bild.jpg",
        "1100",
        "300",
    )
    for width in (480, 1100):
        with Image.open(io.BytesIO(made.artifacts[f"assets/bild-{width}.webp"])) as version:
            assert version.width == width


def test_names_of_an_author_are_left_alone() -> None:
    jpeg, png, own = (
        saved("JPEG", pixels(600, 200), quality=90),
        saved("PNG", pixels(600, 200)),
        saved("WEBP", Image.new("RGB", (9, 9))),
    )
    files = {
        "content/assets/bild.jpg": jpeg,
        "content/assets/bild.png": png,
        "content/assets/bild-480.webp": own,
    }
    made = published(files)
    assert not [one for one in made.diagnostics if one.severity == "error"]
    names = {path for path in made.artifacts if path.startswith("assets/bild-480")}
    assert {"assets/bild-480.webp", "assets/bild-480-2.webp", "assets/bild-480-2.avif"} <= names
    assert len(made.artifacts["assets/bild-480.webp"]) < 200


@pytest.mark.parametrize(
    ("width", "expected"),
    [(300, [300]), (500, [500]), (576, [480, 576]), (1100, [480, 1100]), (1152, [480, 960, 1152])],
)
def test_widths_never_exceed_the_original(width: int, expected: list[int]) -> None:
    assert variants.widths(width) == expected


def test_large_originals_end_at_the_widest() -> None:
    assert variants.widths(1700) == [480, 960]
    assert variants.widths(4000) == [480, 960, 1600]


UNTOUCHED = {
    "small.png": saved("PNG", Image.new("RGB", (600, 400), "grey")),
    "moving.gif": saved("GIF", pixels(), save_all=True, append_images=[Image.new("RGB", (1100, 300))]),
    "still.gif": saved("GIF"),
    "moving.webp": saved("WEBP", pixels(), save_all=True, append_images=[pixels().rotate(180)]),
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="900" height="9"/>' + b" " * 20_000,
}


@pytest.mark.parametrize("name", UNTOUCHED)
def test_what_has_no_versions(name: str) -> None:
    picture = read_picture(f"content/assets/{name}", UNTOUCHED[name])
    assert isinstance(picture, Picture)
    made = variants.with_variants({f"content/assets/{name}": picture}, (), jobs=1)
    assert [one.variants for one in made.values()] == [()]


def test_the_same_bytes_on_any_number_of_processes() -> None:
    pictures: dict[str, Picture] = {}
    for number, quality in enumerate((60, 90)):
        picture = read_picture("a.jpg", saved("JPEG", pixels(700, 300), quality=quality))
        assert not isinstance(picture, Fault)
        pictures[f"content/assets/{number}.jpg"] = picture
    made = []
    for jobs in (1, 2):
        variants._known.clear()
        made.append(variants.with_variants(pictures, (), jobs=jobs))
    made.append(variants.with_variants(pictures, (), jobs=1))
    assert made[0] == made[1] == made[2]
    assert all(one.variants for one in made[0].values())


def test_transparency_stays() -> None:
    image = pixels(600, 200).copy()
    image.putalpha(Image.linear_gradient("L").resize(image.size))
    picture = read_picture("a.png", saved("PNG", image))
    assert isinstance(picture, Picture)
    for one in variants.encode("a.png", picture):
        with Image.open(io.BytesIO(one.data)) as version:
            assert version.mode == "RGBA"


def test_heavy_images_are_told_by_what_readers_load() -> None:
    light, heavy = bytes(variants.HEAVY), bytes(variants.HEAVY + 1_000)
    files = {
        "a.svg": Picture(heavy, 9, 9),
        "b.svg": Picture(light, 9, 9),
        "c.jpg": Picture(heavy, 9, 9, pixels=True, variants=(Variant("c.avif", "avif", 9, light),)),
        "d.jpg": Picture(
            heavy,
            9,
            9,
            pixels=True,
            variants=(
                Variant("d-4.avif", "avif", 4, light),
                Variant("d-9.avif", "avif", 9, heavy),
                Variant("d-9.webp", "webp", 9, light),
            ),
        ),
    }
    found = variants.judge_weights(files, {path: Span(path) for path in files})
    assert [(one.span.path, dict(one.args)["size"]) for one in found] == [("a.svg", "201"), ("d.jpg", "201")]
