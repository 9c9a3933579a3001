"""Workbooks written row by row without a draft in the system's temporary folder.

The library keeps each sheet as plain text in a file there until the workbook is saved; a power cut
leaves it for whoever finds the disk. Here a sheet waits packed in memory, a tenth of its text.
"""

from __future__ import annotations

import datetime
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter

from sync.own_files import open_own

_FAST: Final = 1
_PIECE: Final = 1 << 16


class PackedText(io.RawIOBase):
    """Takes bytes and holds them packed; `pieces` gives them back once it was written."""

    def __init__(self) -> None:
        super().__init__()
        self._packer = zlib.compressobj(_FAST)
        self._held = bytearray()
        self._whole = False

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self._held += self._packer.compress(data)
        return len(data)

    def pieces(self) -> Iterator[bytes]:
        """What was written, in pieces; nothing more can be written then."""
        if not self._whole:
            self._held += self._packer.flush()
            self._whole = True
        opener = zlib.decompressobj()
        for at in range(0, len(self._held), _PIECE):
            yield opener.decompress(self._held[at : at + _PIECE])
        yield opener.flush()


def begin_sheet(book: Workbook, title: str) -> Any:
    """Add a write-only sheet that waits in memory; its columns are set up before the first row."""
    sheet: Any = book.create_sheet(title)

    def in_memory() -> None:
        if sheet._writer is None:
            sheet._writer = WorksheetWriter(sheet, PackedText())
            sheet._writer.write_top()

    sheet._get_writer = in_memory
    return sheet


def save_book(book: Workbook, path: Path) -> None:
    """Save a workbook whose sheets are all of `begin_sheet`."""
    # The library writes a modified time of its own only in the function that this one stands for.
    book.properties.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    with open_own(path, "wb") as file:
        writer: Any = _Writer(book, ZipFile(file, "w", ZIP_DEFLATED, allowZip64=True))
        writer.save()


def close_sheets(book: Workbook) -> None:
    """End the sheets of a book that was given up half-way."""
    for sheet in book.worksheets:
        half: Any = sheet
        if half._writer is not None and not half.closed:
            half.close()


class _Writer(ExcelWriter):
    def write_worksheet(self, ws: Any) -> None:
        own: Any = self
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        if not ws.closed:
            ws.close()
        ws._rels = ws._writer._rels
        with own._archive.open(ws.path[1:], "w", force_zip64=True) as part:
            for piece in ws._writer.out.pieces():
                part.write(piece)
        own.manifest.append(ws)
