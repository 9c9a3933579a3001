"""Compression with a versioned dictionary; none and old ones stay readable."""

from __future__ import annotations

from functools import cache
from importlib import resources
from io import BytesIO
from typing import Final

import zstandard

from sync.errors import Malformed
from sync.protocol import MAX_PLAIN_BYTES, Code

# First byte of what is packed: 0 as it is, 1 zstd, 16 + n zstd with dictionary n.
_BARE: Final = 0
_ZSTD: Final = 1
_WITH_DICTIONARY: Final = 16

DICTIONARY: Final = 1  # the newest, used for sending
DICTIONARIES: Final = (1,)  # all that can be read; the files are never changed once released

# Above this size a dictionary gains nothing, and a lower level is fast enough for the hub.
_SMALL: Final = 64 << 10
_MAX_WINDOW: Final = 8 << 20


def pack(plain: bytes, dictionary: int = DICTIONARY) -> bytes:
    """Compress; `dictionary` 0 uses none (for a reader that has not this one yet)."""
    if dictionary and len(plain) <= _SMALL:
        packed = _compressor(dictionary, 15).compress(plain)
        mark = _WITH_DICTIONARY + dictionary
    else:
        packed = _compressor(0, 15 if len(plain) <= _SMALL else 6).compress(plain)
        mark = _ZSTD
    if len(packed) >= len(plain):
        return bytes([_BARE]) + plain
    return bytes([mark]) + packed


def unpack(packed: bytes, limit: int = MAX_PLAIN_BYTES) -> bytes:
    """Decompress at most `limit` bytes, never more memory than that.

    Raises:
        Malformed: for damage, an unknown dictionary, or more than `limit`.
    """
    if not packed:
        raise Malformed(Code.BAD_MESSAGE, reason="empty")
    mark, body = packed[0], packed[1:]
    if mark == _BARE:
        if len(body) > limit:
            raise Malformed(Code.TOO_LARGE, bytes=len(body))
        return body
    dictionary = mark - _WITH_DICTIONARY
    if mark == _ZSTD:
        dictionary = 0
    elif dictionary not in DICTIONARIES:
        raise Malformed(Code.BAD_MESSAGE, reason="dictionary")
    try:
        # Read as a stream: the frame's own word on its size is not to be trusted.
        with _decompressor(dictionary).stream_reader(BytesIO(body)) as reader:
            plain = reader.read(limit + 1)
    except zstandard.ZstdError:
        raise Malformed(Code.BAD_MESSAGE, reason="compression") from None
    if len(plain) > limit:
        raise Malformed(Code.TOO_LARGE, bytes=len(plain))
    return plain


def _compressor(dictionary: int, level: int) -> zstandard.ZstdCompressor:
    # Made for each use: a compressor must not be shared between threads, and is cheap.
    if dictionary:
        return zstandard.ZstdCompressor(
            dict_data=_digested(dictionary, level), compression_params=_parameters(level)
        )
    return zstandard.ZstdCompressor(compression_params=_parameters(level))


@cache
def _parameters(level: int) -> zstandard.ZstdCompressionParameters:
    return zstandard.ZstdCompressionParameters.from_level(
        level,
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
        write_content_size=False,
        write_checksum=False,
        write_dict_id=False,
    )


@cache
def _digested(version: int, level: int) -> zstandard.ZstdCompressionDict:
    """A dictionary made ready for compressing: doing that for each turn cost most of packing it."""
    content = zstandard.ZstdCompressionDict(_dictionary(version).as_bytes())
    content.precompute_compress(compression_params=_parameters(level))
    return content


def _decompressor(dictionary: int) -> zstandard.ZstdDecompressor:
    return zstandard.ZstdDecompressor(
        dict_data=_dictionary(dictionary) if dictionary else None,
        max_window_size=_MAX_WINDOW,
        format=zstandard.FORMAT_ZSTD1_MAGICLESS,
    )


@cache
def _dictionary(version: int) -> zstandard.ZstdCompressionDict:
    file = resources.files("sync") / "dictionaries" / f"{version}.zdict"
    return zstandard.ZstdCompressionDict(file.read_bytes())
