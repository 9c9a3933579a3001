"""Nothing that a camera or a program writes into a photograph stays in it; bombs are not opened."""

from __future__ import annotations

import io
import struct
import sys
import tracemalloc
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw, PngImagePlugin

from desktop.errors import UserError
from desktop.pictures import (
    HEIC,
    JPEG,
    KEPT_BYTES,
    MOST_DOTS,
    PNG,
    cleaned,
    draws_only,
    leaving,
    media_type_of,
    small_mark,
)
from tests.factories import picture

CANARY = "CANARY-บ้านแม่แจ่ม"
_BYTES = CANARY.encode()
_TELEPHONE = Path(__file__).parent / "samples" / "telephone.heic"
_XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + _BYTES + b"</x:xmpmeta>"


def _scene(width: int = 64, height: int = 48) -> Image.Image:
    """A picture whose left half is red and whose upper half is dark."""
    image = Image.new("RGB", (width, height), (250, 250, 250))
    image.paste((250, 0, 0), (0, 0, width // 2, height))
    image.paste((20, 20, 20), (0, 0, width, height // 4))
    return image


def _exif(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x010E] = CANARY
    exif[0x0112] = orientation
    exif[0x9286] = b"ASCII\x00\x00\x00" + _BYTES
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (18.0, 29.0, 54.5), 3: "E", 4: (98.0, 21.0, 12.25), 29: "2026:11:20"}
    )
    return exif


def _saved(kind: str, image: Image.Image | None = None, **more: object) -> bytes:
    out = io.BytesIO()
    (image or _scene()).save(out, kind, **more)
    return out.getvalue()


def _segment(marker: int, body: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(body) + 2).to_bytes(2, "big") + body


def _behind_the_head(content: bytes, segment: bytes) -> bytes:
    return content[:2] + segment + content[2:]


def _with_thumbnail() -> bytes:
    """A JPEG whose EXIF holds a small copy of the picture, itself with words in it."""
    small = _behind_the_head(_saved("JPEG", _scene(16, 12)), _segment(0xFE, _BYTES))
    first = struct.pack("<HHI", 0x2A49, 0x002A, 8)
    entries = [(0x0201, 4, 1, 8 + 2 + 2 * 12 + 4), (0x0202, 4, 1, len(small))]
    ifd = struct.pack("<H", len(entries))
    for tag, kind, count, value in entries:
        ifd += struct.pack("<HHII", tag, kind, count, value)
    return _behind_the_head(
        _saved("JPEG"),
        _segment(0xE1, b"Exif\x00\x00" + first[:2] + first[2:] + ifd + bytes(4) + small),
    )


def _png_with(name: bytes, body: bytes) -> bytes:
    whole = _saved("PNG")
    chunk = len(body).to_bytes(4, "big") + name + body
    chunk += zlib.crc32(name + body).to_bytes(4, "big")
    return whole[:33] + chunk + whole[33:]


def _png_texts() -> bytes:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Comment", CANARY, zip=False)
    texts.add_itxt("XML:com.adobe.xmp", _XMP.decode())
    return _saved("PNG", pnginfo=texts, exif=_exif())


_WITH_MORE: dict[str, Callable[[], bytes]] = {
    "jpeg-exif": lambda: _saved("JPEG", exif=_exif()),
    "jpeg-thumbnail": _with_thumbnail,
    "jpeg-xmp": lambda: _saved("JPEG", xmp=_XMP),
    "jpeg-comment": lambda: _saved("JPEG", comment=_BYTES),
    "jpeg-iptc": lambda: _behind_the_head(
        _saved("JPEG"), _segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04" + _BYTES)
    ),
    "jpeg-profile": lambda: _saved("JPEG", icc_profile=bytes(36) + b"acsp" + _BYTES * 4),
    "jpeg-maker": lambda: _behind_the_head(_saved("JPEG"), _segment(0xEB, _BYTES)),
    "jpeg-adobe": lambda: _behind_the_head(_saved("JPEG"), _segment(0xEE, b"Adobe" + _BYTES)),
    "jpeg-trailer": lambda: _saved("JPEG") + b"MotionPhoto" + _BYTES,
    "jpeg-progressive": lambda: _saved("JPEG", exif=_exif(), progressive=True),
    "png-texts": _png_texts,
    "png-old-text": lambda: _png_with(b"tEXt", b"Author\x00" + _BYTES),
    "png-exif": lambda: _png_with(b"eXIf", _exif().tobytes().removeprefix(b"Exif\x00\x00")),
    "png-own": lambda: _png_with(b"caNb", _BYTES),
    "png-trailer": lambda: _saved("PNG") + _BYTES,
    "webp": lambda: _saved("WEBP", exif=_exif(), xmp=_XMP),
    "webp-trailer": lambda: _saved("WEBP") + _BYTES,
    "large": lambda: _saved("JPEG", _noise(), exif=_exif(), quality=97),
}


def _noise() -> Image.Image:
    return Image.effect_noise((1800, 1400), 90).convert("RGB")


@pytest.mark.parametrize("name", _WITH_MORE)
def test_nothing_that_is_no_dot_stays(name: str) -> None:
    content = _WITH_MORE[name]()
    assert any(each in content for each in (_BYTES, _BYTES.decode().encode("utf-8")))
    assert not draws_only(content)

    clean = cleaned(content)

    assert _BYTES not in clean
    for part in (b"Exif", b"GPS", b"xmp", b"Photoshop", b"ICC_PROFILE", b"8BIM", b"Motion"):
        assert part not in clean
    assert draws_only(clean)
    with Image.open(io.BytesIO(clean)) as image:
        assert not image.getexif()
        assert max(image.size) <= 1600
        image.load()
    assert cleaned(clean) == clean


@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_without_what_said_so(orientation: int) -> None:
    turned = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    scene = _scene()
    as_taken = scene.transpose(turned[orientation]) if orientation in turned else scene
    clean = cleaned(_saved("JPEG", as_taken, exif=_exif(orientation), quality=95))
    with Image.open(io.BytesIO(clean)) as image:
        assert image.size == (64, 48)
        red = image.getpixel((8, 40))
        white = image.getpixel((56, 40))
        dark = image.getpixel((56, 4))
    assert isinstance(red, tuple)
    assert isinstance(white, tuple)
    assert isinstance(dark, tuple)
    assert red[0] > 200 > 80 > red[1]
    assert min(white) > 200
    assert max(dark) < 80


def test_a_photograph_with_nothing_in_it_stays_byte_for_byte() -> None:
    for content in (_saved("JPEG"), _saved("JPEG", progressive=True), picture(), _saved("WEBP")):
        assert draws_only(content)
        assert cleaned(content) == content


def test_what_shines_through_still_does() -> None:
    image = Image.new("RGBA", (8, 8), (255, 0, 0, 40))
    clean = cleaned(_saved("PNG", image, pnginfo=None, exif=_exif()))
    with Image.open(io.BytesIO(clean)) as found:
        assert found.getpixel((1, 1)) == (255, 0, 0, 40)


def _bomb(width: int, height: int) -> bytes:
    """A true PNG of so many dots, all white: some kilobytes."""
    row = b"\x00" + b"\xff" * width
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    out = b"\x89PNG\r\n\x1a\n"
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    for name, body in ((b"IHDR", head), (b"IDAT", packed), (b"IEND", b"")):
        out += len(body).to_bytes(4, "big") + name + body
        out += zlib.crc32(name + body).to_bytes(4, "big")
    return out


def test_a_bomb_is_refused_before_it_is_decoded() -> None:
    bomb = _bomb(9_000, 9_000)
    assert len(bomb) < 200_000
    tracemalloc.start()
    try:
        for act in (cleaned, lambda content: small_mark(content, 320)):
            with pytest.raises(UserError) as refused:
                act(bomb)
            assert refused.value.code == "photo_too_many_dots"
            assert refused.value.values == {"most": MOST_DOTS[PNG] // 1_000_000}
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_a_second_head_does_not_hide_a_bomb() -> None:
    large = _bomb(9_000, 9_000)
    small = _bomb(4, 4)
    with pytest.raises(UserError, match="photo_unreadable"):
        cleaned(small[:33] + large[8:])
    frame = _segment(0xC0, b"\x08" + struct.pack(">HH", 60_000, 60_000) + b"\x01\x01\x11\x00")
    content = _saved("JPEG")
    at = content.index(b"\xff\xda")
    with pytest.raises(UserError, match="photo_"):
        cleaned(content[:at] + frame + content[at:])


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_cut_short_or_made_of_noise_it_is_refused(kind: str) -> None:
    whole = _saved(kind)
    for size in (12, 20, len(whole) // 2):
        with pytest.raises(UserError, match="photo_unreadable"):
            cleaned(whole[:size])
    with pytest.raises(UserError, match="photo_unreadable"):
        cleaned(whole[:30] + b"\xff\xd9" * 40)


def test_types_are_told_by_the_bytes() -> None:
    assert media_type_of(_saved("JPEG")) == JPEG
    assert media_type_of(b"GIF89a") == ""
    assert media_type_of(b"\x00\x00\x00\x18ftypheic") == HEIC
    assert media_type_of(b"\x00\x00\x00\x18ftypisom") == ""


def test_a_link_of_5_kb_a_second_can_carry_it() -> None:
    photograph = _photograph()
    for content in (
        _saved("JPEG", photograph, quality=95),
        _saved("PNG", photograph.resize((900, 700))),
        _saved("WEBP", photograph, quality=100),
        _saved("JPEG", _noise(), quality=97),
    ):
        assert len(content) > KEPT_BYTES

        clean = cleaned(content)

        assert len(clean) <= KEPT_BYTES
        assert draws_only(clean)
        assert cleaned(clean) == clean


def test_writing_on_a_photographed_map_stays_as_large_as_it_can() -> None:
    clean = cleaned(_saved("JPEG", _photograph(), quality=95, exif=_exif()))
    with Image.open(io.BytesIO(clean)) as image:
        assert max(image.size) == 1600


def test_what_shines_through_stands_on_white_once_it_is_brought_down() -> None:
    image = _noise().convert("RGBA")
    image.paste((255, 0, 0, 0), (0, 0, 400, 400))
    clean = cleaned(_saved("PNG", image))
    with Image.open(io.BytesIO(clean)) as found:
        dot = found.getpixel((20, 20))
    assert isinstance(dot, tuple)
    assert min(dot) > 230


def _photograph() -> Image.Image:
    """Soft shades with fine strokes, as of a map on paper."""
    image = Image.effect_noise((60, 45), 40).resize((2400, 1800)).convert("RGB")
    draw = ImageDraw.Draw(image)
    for at in range(0, 1800, 90):
        draw.line((at, 0, 2400 - at, 1800), (20, 20, 60), 4)
    return image


def test_a_telephones_heic_is_taken_in_upright_and_bare() -> None:
    clean = cleaned(_TELEPHONE.read_bytes())

    assert media_type_of(clean) == JPEG
    assert draws_only(clean)
    with Image.open(io.BytesIO(clean)) as image:
        assert image.size == (64, 48)
        red, dark = image.getpixel((8, 40)), image.getpixel((56, 4))
    assert isinstance(red, tuple)
    assert isinstance(dark, tuple)
    assert red[0] > 200 > 80 > red[1]
    assert max(dark) < 80


def test_a_heic_that_cannot_be_read_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = _TELEPHONE.read_bytes()
    for size in (13, 100, len(whole) // 2, len(whole) - 40):
        with pytest.raises(UserError, match="photo_heic"):
            cleaned(whole[:size])
    monkeypatch.setitem(sys.modules, "pi_heif", None)  # a machine on which it does not load
    with pytest.raises(UserError, match="photo_heic"):
        cleaned(whole)


def test_what_an_earlier_version_kept_goes_out_as_it_is_unless_it_holds_more() -> None:
    large = cleaned(_saved("JPEG", _photograph(), quality=95))
    kept = _saved("JPEG", _photograph(), quality=95)
    assert len(kept) > KEPT_BYTES
    assert leaving(kept) == kept
    assert leaving(large) == large
    assert draws_only(leaving(_saved("JPEG", exif=_exif())))


def test_a_letterheads_mark_holds_its_dots_alone(tmp_path: Path) -> None:
    mark = small_mark(_png_texts(), 32)
    assert draws_only(mark)
    assert _BYTES not in mark
    with Image.open(io.BytesIO(mark)) as image:
        assert max(image.size) == 32
