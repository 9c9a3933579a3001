"""A workbook made wholly in memory: the library would keep each sheet in the temporary folder.

There it lies as plain text until the book is saved, and stays where the hub is cut off before.
"""

from __future__ import annotations

import datetime
import io
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.writer.excel import ExcelWriter


def begin_sheet(book: Workbook, title: str) -> Any:
    """Add a sheet to a write-only book; its columns are set up before the first row."""
    sheet: Any = book.create_sheet(title)

    def in_memory() -> None:
        if sheet._writer is None:
            sheet._writer = WorksheetWriter(sheet, io.BytesIO())
            sheet._writer.write_top()

    sheet._get_writer = in_memory
    return sheet


def book_bytes(book: Workbook) -> bytes:
    """Return a workbook whose sheets are all of `begin_sheet`, as its file's content."""
    book.properties.modified = datetime.datetime.now(datetime.UTC).replace(tzinfo=None)
    content = io.BytesIO()
    writer: Any = _Writer(book, ZipFile(content, "w", ZIP_DEFLATED, allowZip64=True))
    writer.save()
    return content.getvalue()


class _Writer(ExcelWriter):
    def write_worksheet(self, ws: Any) -> None:
        own: Any = self
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts = ws._charts
        ws._drawing.images = ws._images
        if not ws.closed:
            ws.close()
        ws._rels = ws._writer._rels
        own._archive.writestr(ws.path[1:], ws._writer.out.getvalue())
        own.manifest.append(ws)
