"""Photographs from outside: measured before they are decoded, and rid of what a camera writes in.

A telephone writes into each photograph where it was taken, when, with whose device, and a small
copy of the picture before it was cut. None of that may stay: the place is a child's home.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from desktop.errors import UserError

if TYPE_CHECKING:
    from PIL.Image import Image

logger = logging.getLogger(__name__)

JPEG: Final = "image/jpeg"
PNG: Final = "image/png"
WEBP: Final = "image/webp"
HEIC: Final = "image/heic"
"""As telephones of Apple keep them: read, and kept as JPEG."""
NAMES: Final = {JPEG: "JPEG", PNG: "PNG", WEBP: "WEBP"}
"""What the media types of photographs are called that are kept."""

MOST_DOTS: Final = {JPEG: 60_000_000, PNG: 40_000_000, WEBP: 40_000_000, HEIC: 50_000_000}
"""A decompression bomb says so in its header: larger pictures are not decoded at all."""

KEPT_BYTES: Final = 200_000
"""What is larger is brought down to this: at 5 kB/s it takes 40 seconds to the next laptop."""

# Side and quality, from the first that is small enough; the last holds even pure noise.
_STEPS: Final = (
    (1600, 85), (1600, 75), (1600, 65), (1600, 55), (1400, 55), (1200, 50), (1000, 45), (800, 40),
    (640, 30),
)  # fmt: skip
_SMALL_DOTS: Final = 6_000_000  # copied three times on the way: 70 MB
_QUALITY_OF_SMALL: Final = 92
_APPLES: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})

# What draws a picture, and nothing else. Everything that is not named here goes.
_JPEG_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_DRAWS: Final = _JPEG_FRAMES | {0xC4, 0xCC, 0xDA, 0xDB, 0xDD}
_JPEG_HEADS: Final = {0xE0: (14, b"JFIF\x00"), 0xEE: (12, b"Adobe")}
_PNG_DRAWS: Final = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT pHYs bKGD".split())
_WEBP_DRAWS: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})
_WEBP_MORE: Final = 0b0010_1110  # in VP8X: a colour profile, EXIF, XMP or an animation follows


class _OddPicture(ValueError):  # noqa: N818 - says what it is
    """The bytes are not laid out as their first ones say."""


def media_type_of(content: bytes) -> str:
    """Return the media type of a photograph by its first bytes, "" for what is none."""
    if content.startswith(b"\xff\xd8\xff"):
        return JPEG
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return WEBP
    if content[4:8] == b"ftyp" and content[8:12] in _APPLES:
        return HEIC
    return ""


def draws_only(content: bytes) -> bool:
    """Tell whether a photograph holds nothing but what draws it."""
    try:
        media_type = media_type_of(content)
        if media_type == JPEG:
            return _jpeg_draws_only(content)
        if media_type == PNG:
            return _png_draws_only(content)
        return media_type == WEBP and _webp_draws_only(content)
    except (_OddPicture, IndexError):
        return False


def cleaned(content: bytes) -> bytes:
    """Return a photograph that only draws: upright, and of at most `KEPT_BYTES`.

    A small one without anything else in it stays byte for byte what it was.

    Args:
        content: JPEG, PNG, WebP or HEIC, of which a JPEG is made.

    Raises:
        UserError: `photo_unreadable`, `photo_heic`; `photo_too_many_dots` (`most`, in millions).
    """
    dots, light = measured(content), len(content) <= KEPT_BYTES
    if light and draws_only(content):
        upright(content, None)
        return content
    media_type = media_type_of(content)
    if light and dots <= _SMALL_DOTS and media_type in NAMES:
        clean = _written(upright(content, None), media_type, _QUALITY_OF_SMALL)
        if len(clean) <= KEPT_BYTES:
            return clean
    return _brought_down(upright(content, _STEPS[0][0]))


def leaving(content: bytes) -> bytes:
    """Return a kept photograph as it may go out: one of an earlier version may hold its place.

    Raises:
        UserError: as `cleaned`.
    """
    return content if draws_only(content) else cleaned(content)


def _brought_down(image: Image) -> bytes:
    """The picture as a JPEG of at most `KEPT_BYTES`, what shines through on white."""
    from PIL import Image as Images

    if image.mode == "RGBA":
        white = Images.new("RGBA", image.size, "white")
        image = Images.alpha_composite(white, image).convert("RGB")
    for side, quality in _STEPS:
        image.thumbnail((side, side))
        written = _written(image, JPEG, quality)
        if len(written) <= KEPT_BYTES:
            break
    return written


def small_mark(content: bytes, side: int) -> bytes:
    """Return a picture as a PNG of at most so many dots a side, as a letterhead keeps it.

    Raises:
        UserError: as `cleaned`.
    """
    return _written(upright(content, side), PNG, 0)


def upright(content: bytes, side: int | None) -> Image:
    """Return a picture upright, without anything beside its dots, no larger than `side`.

    Raises:
        UserError: as `cleaned`.
    """
    # Heavy, and not needed before somebody takes a photograph in.
    from PIL import ImageOps
    from PIL.Image import DecompressionBombError
    from PIL.Image import open as opening

    media_type = media_type_of(content)
    measured(content)
    try:
        if media_type == HEIC:
            return _of_apple(content, side)
        with opening(io.BytesIO(content), formats=[NAMES[media_type]]) as opened:
            if opened.width * opened.height > MOST_DOTS[media_type]:
                raise _OddPicture  # a second head, behind the one that was measured
            if side is not None:
                opened.thumbnail((side, side))  # a JPEG is decoded at a fraction of its size
            opened.load()
            turned = ImageOps.exif_transpose(opened)
            clear = "A" in turned.getbands() or "transparency" in turned.info
            bare = turned.convert("RGBA" if clear else "RGB")
    except (OSError, ValueError, SyntaxError, EOFError, DecompressionBombError) as error:
        logger.info("a photograph was refused: %s", type(error).__name__)
        raise UserError("photo_unreadable") from error
    # Some writers put in again what was read: comments, profiles, texts.
    bare.info = {}
    return bare


def _of_apple(content: bytes, side: int | None) -> Image:
    """The dots of a HEIC, upright; the library turns it as the file says."""
    try:
        image: Image = _heif(content).to_pillow()
    except _NOT_READ as error:
        logger.info("a HEIC was refused: %s", type(error).__name__)
        raise UserError("photo_heic") from error
    bare = image.convert("RGBA" if "A" in image.getbands() else "RGB")
    if side is not None:
        bare.thumbnail((side, side))
    bare.info = {}
    return bare


_NOT_READ: Final = (ImportError, OSError, ValueError, SyntaxError, EOFError, RuntimeError)


def _heif(content: bytes) -> Any:
    """A HEIC whose head is read; raises one of `_NOT_READ`."""
    # Heavy, and needed by few; a machine on which it does not load reads all other pictures.
    from pi_heif import open_heif  # type: ignore[import-untyped]

    return open_heif(io.BytesIO(content))


def _written(image: Image, media_type: str, quality: int) -> bytes:
    out = io.BytesIO()
    if media_type == PNG:
        image.save(out, "PNG", optimize=True)
    else:
        image.save(out, NAMES[media_type], quality=quality)
    return out.getvalue()


def measured(content: bytes) -> int:
    """Return how many dots a photograph has as its head says, without decoding it.

    Raises:
        UserError: `photo_unreadable`, `photo_heic`; `photo_too_many_dots` (`most`, in millions).
    """
    media_type = media_type_of(content)
    try:
        dots = _dots(content, media_type)
    except (_OddPicture, IndexError) as error:
        raise UserError("photo_unreadable") from error
    most = MOST_DOTS[media_type]
    if dots > most:
        raise UserError("photo_too_many_dots", most=most // 1_000_000)
    return dots


def _dots(content: bytes, media_type: str) -> int:
    if media_type == JPEG:
        for marker, start, _end in _jpeg_parts(content):
            if marker in _JPEG_FRAMES:
                return _number(content, start + 1, 2) * _number(content, start + 3, 2)
    elif media_type == PNG and content[12:16] == b"IHDR":
        return _number(content, 16, 4) * _number(content, 20, 4)
    elif media_type == WEBP:
        width, height = _webp_size(content)
        return width * height
    elif media_type == HEIC:
        try:
            width, height = _heif(content).size
        except _NOT_READ as error:
            raise UserError("photo_heic") from error
        return int(width) * int(height)
    raise _OddPicture


def _jpeg_parts(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, and where what belongs to it begins and ends; the last one is the end (0xD9)."""
    at = 2
    while True:
        if content[at] != 0xFF:
            raise _OddPicture
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        at += 1
        if marker == 0xD9:
            yield marker, at, at
            return
        length = _number(content, at, 2)
        if length < 2 or at + length > len(content):
            raise _OddPicture
        yield marker, at + 2, at + length
        at += length
        if marker == 0xDA:
            at = _after_scan(content, at)


def _after_scan(content: bytes, at: int) -> int:
    """Where the next marker stands behind the dots of a scan."""
    while True:
        at = content.find(b"\xff", at)
        if at < 0:
            raise _OddPicture
        following = content[at + 1]
        if following == 0xFF:
            at += 1
        elif following == 0 or 0xD0 <= following <= 0xD7:
            at += 2
        else:
            return at


def _jpeg_draws_only(content: bytes) -> bool:
    for marker, start, end in _jpeg_parts(content):
        if marker == 0xD9:
            return end == len(content)
        # Two that are known tell of the format; longer ones hold a small picture, or anything.
        told = (end - start, content[start : start + 5])
        if told != _JPEG_HEADS.get(marker) and marker not in _JPEG_DRAWS:
            return False
    return False


def _png_draws_only(content: bytes) -> bool:
    at = 8
    while at + 12 <= len(content):
        length, name = _number(content, at, 4), content[at + 4 : at + 8]
        at += 12 + length
        if name not in _PNG_DRAWS:
            return False
        if name == b"IEND":
            return at == len(content) and length == 0
    return False


def _webp_draws_only(content: bytes) -> bool:
    if int.from_bytes(content[4:8], "little") + 8 != len(content):
        return False
    at = 12
    while at + 8 <= len(content):
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        if name not in _WEBP_DRAWS or (name == b"VP8X" and content[at + 8] & _WEBP_MORE):
            return False
        at += 8 + length + length % 2
    return at == len(content)


def _webp_size(content: bytes) -> tuple[int, int]:
    name = content[12:16]
    if name == b"VP8X":
        return (
            1 + int.from_bytes(content[24:27], "little"),
            1 + int.from_bytes(content[27:30], "little"),
        )
    if name == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if name == b"VP8 " and content[23:26] == b"\x9d\x01\x2a":
        return (
            int.from_bytes(content[26:28], "little") & 0x3FFF,
            int.from_bytes(content[28:30], "little") & 0x3FFF,
        )
    raise _OddPicture


def _number(content: bytes, at: int, size: int) -> int:
    if at + size > len(content):
        raise _OddPicture
    return int.from_bytes(content[at : at + size], "big")
