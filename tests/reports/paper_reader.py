"""Reads our own PDFs back: by poppler where it is installed, and by their tables alone."""

from __future__ import annotations

import re
import shutil
import subprocess
import zlib
from pathlib import Path

import pytest

needs_poppler = pytest.mark.skipif(
    shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed"
)

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PIECE = re.compile(rb"/([A-Z][A-Za-z]+) [\d.]+ Tf|<([0-9A-F]{4})>")
_FONT_REFERENCE = re.compile(rb"/([A-Z][A-Za-z]+) (\d+) 0 R")


def poppler_text(path: Path, *options: str) -> str:
    """What pdftotext gives."""
    command = ["pdftotext", *options, "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    return done.stdout.decode("utf-8")


def squeezed(text: str) -> str:
    """The text without white space: where lines end is the paper's affair."""
    return "".join(text.split())


def page_count(path: Path) -> int:
    """How many pages the file has."""
    return len(re.findall(rb"/Type /Page\b(?!s)", path.read_bytes()))


def contents(path: Path) -> list[bytes]:
    """The drawing operators of each page."""
    streams = [_content(stream) for stream in _STREAM.findall(path.read_bytes())]
    return [stream for stream in streams if b" Tf" in stream]


def reversed_text(path: Path) -> str:
    """What a reader gets that knows the reverse tables (ToUnicode) and nothing else."""
    data = path.read_bytes()
    objects = dict(re.findall(rb"(?m)^(\d+) 0 obj\r?\n(.*?)endobj", data, re.DOTALL | re.MULTILINE))
    tables: dict[str, dict[str, str]] = {}
    for name, number in _FONT_REFERENCE.findall(data):
        font = objects.get(number, b"")
        found = re.search(rb"/ToUnicode (\d+) 0 R", font)
        if found:
            table = _inflated(objects[found.group(1)]).decode("ascii")
            pairs = re.findall(r"(?m)^<([0-9A-F]{4})> <([0-9A-F]*)>$", table)
            tables[name.decode()] = {
                code: bytes.fromhex(letters).decode("utf-16-be") for code, letters in pairs
            }
    parts: list[str] = []
    for stream in _STREAM.findall(data):
        content = _content(stream)
        if b" Tf" not in content:
            continue
        content = re.sub(rb"/ActualText<[^>]*>", b"", content)
        font_name = ""
        for chosen, code in _PIECE.findall(content):
            if chosen:
                font_name = chosen.decode()
            else:
                parts.append(tables[font_name][code.decode()])
    return "".join(parts)


def _inflated(body: bytes) -> bytes:
    found = _STREAM.search(body)
    assert found is not None
    return _content(found.group(1))


def _content(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream
