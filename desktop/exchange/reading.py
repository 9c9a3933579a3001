"""Open a file from somewhere and read its cells; what is unsafe or no table is refused."""

from __future__ import annotations

import io
import re
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from lzma import LZMAError
from pathlib import Path
from typing import Final
from zipfile import BadZipFile

from desktop.errors import UserError
from desktop.exchange.cells import Sheet, SheetRow, read_text
from desktop.exchange.csv_records import csv_records
from desktop.exchange.limits import LIMITS, Limits
from desktop.exchange.workbook_xml import read_xlsx
from desktop.progress import Progress, SilentProgress

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_OTHER_KINDS: Final = (
    (b"%PDF", "file_is_pdf"),
    (b"{\\rtf", "file_not_workbook"),
    (b"\x89PNG", "file_not_workbook"),
    (b"\xff\xd8\xff", "file_not_workbook"),
    (b"Rar!", "file_not_workbook"),
    (b"7z\xbc\xaf", "file_not_workbook"),
    (b"\x1f\x8b", "file_not_workbook"),
    (b"MZ", "file_not_workbook"),
)
# A web page or a mail message, whatever it begins with: programs save both under the name .xls.
_WEB_PAGE: Final = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|table|style|div|tr|td)[\s>/]|^MIME-Version:"
    rb"|^Content-Type:\s*(?:text/html|multipart/)",
    re.IGNORECASE | re.MULTILINE,
)
_MARKUP: Final = re.compile(r"\s*<(?:!|\?xml|[a-z][\w:]*[\s>/])", re.IGNORECASE)
_BROKEN_AT_MOST: Final = 50
_DELIMITERS: Final = ",;\t|"
# Everything that unpacking a bitten archive was seen to raise.
_DAMAGE: Final = (
    BadZipFile,
    EOFError,
    NotImplementedError,
    LZMAError,
    UnicodeError,
    struct.error,
    zlib.error,
)


@dataclass(frozen=True, slots=True)
class Book:
    """What was read from one file; `kind` is `xlsx` or `csv`."""

    kind: str
    sheets: tuple[Sheet, ...]
    encoding: str = ""


def read_book(path: Path, progress: Progress | None = None, limits: Limits = LIMITS) -> Book:
    """Read every sheet of a workbook or CSV file, judged by its content and not by its name.

    Raises:
        UserError: `file_missing`, `file_unreadable`, `file_empty`, `file_too_large`,
            `file_encrypted`, `file_old_excel`, `file_is_pdf`, `file_is_opendocument`,
            `file_is_web_page`, `file_not_workbook`, `file_damaged`, `file_suspicious` (packed to
            burst, or XML with a DOCTYPE), `file_too_many_rows`, `file_too_many_columns`,
            `file_too_many_sheets`, `file_cell_too_long`, `file_unknown_encoding`; values hold
            `name` and the `limit`.
        Cancelled: once the person has asked to stop.
    """
    progress = progress or SilentProgress()
    name = path.name
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UserError("file_not_workbook", name=name)
        if size == 0:
            raise UserError("file_empty", name=name)
        if size > limits.file_size:
            raise UserError("file_too_large", name=name, limit=limits.file_size)
        with path.open("rb") as stream:
            head = stream.read(4096)
            if head.startswith(_OLE):
                encrypted = _ENCRYPTED in head or _holds(stream, _ENCRYPTED)
                raise UserError("file_encrypted" if encrypted else "file_old_excel", name=name)
        for magic, code in _OTHER_KINDS:
            if head.startswith(magic):
                raise UserError(code, name=name)
        if head.startswith(b"PK"):
            return Book("xlsx", read_xlsx(path, progress, limits))
        # Plain text is held several times over while it is taken apart.
        if size > limits.plain_size:
            raise UserError("file_too_large", name=name, limit=limits.plain_size)
        return _read_csv(path, head, progress, limits)
    except FileNotFoundError as error:
        raise UserError("file_missing", name=name) from error
    except _DAMAGE as error:
        raise UserError("file_damaged", name=name) from error
    except OSError as error:
        raise UserError("file_unreadable", name=name) from error


def _holds(stream: io.BufferedReader, needle: bytes) -> bool:
    tail = b""
    while chunk := stream.read(1 << 20):
        if needle in tail + chunk:
            return True
        tail = chunk[-len(needle) :]
    return False


def _read_csv(path: Path, head: bytes, progress: Progress, limits: Limits) -> Book:
    raw = path.read_bytes()
    if _WEB_PAGE.search(head.replace(b"\0", b"")):
        raise UserError("file_is_web_page", name=path.name)
    text, encoding = _decoded(raw, path.name)
    if _MARKUP.match(text) or "\0" in text:
        raise UserError("file_not_workbook", name=path.name)
    delimiter = _delimiter(text)
    rows = _csv_rows(csv_records(text, delimiter), path.name, progress, limits)
    return Book("csv", (Sheet(path.stem, tuple(rows)),), encoding)


def _csv_rows(
    reader: Iterable[list[str]], name: str, progress: Progress, limits: Limits
) -> Iterator[SheetRow]:
    for number, fields in enumerate(reader, 1):
        if len(fields) > limits.columns and any(
            field.strip() for field in fields[limits.columns :]
        ):
            raise UserError("file_too_many_columns", name=name, limit=limits.columns)
        if number > limits.rows:
            raise UserError("file_too_many_rows", name=name, limit=limits.rows)
        if number % 2_000 == 0:
            progress.step(number, 0, "reading")
        cells = tuple(read_text(text) for text in fields[: limits.columns])
        if any(cells):
            yield SheetRow(number, cells)


def _decoded(raw: bytes, name: str) -> tuple[str, str]:
    for encoding, errors in _encodings(raw):
        try:
            text = raw.decode(encoding, errors)
        except UnicodeDecodeError:
            continue
        control = sum(text.count(chr(code)) for code in range(1, 32) if code not in (9, 10, 13))
        if control * 50 > len(text):
            raise UserError("file_not_workbook", name=name)
        # A broken letter here and there is told at its cell; many are another encoding.
        if errors == "strict" or text.count("\ufffd") * _BROKEN_AT_MOST <= len(text):
            return text, encoding
    raise UserError(
        "file_not_workbook" if b"\0" in raw[:65_536] else "file_unknown_encoding", name=name
    )


def _encodings(raw: bytes) -> list[tuple[str, str]]:
    """The encodings to try, the surest first, each with what becomes of a broken letter."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return [("utf-16", "strict")]
    if b"\0" in raw[:65_536]:
        # Without its mark at the head, the order of bytes shows in the line breaks.
        ends = [b"\n\0", b"\0\n"] if len(raw) % 2 == 0 else []
        kinds = [("utf-16-le", "strict"), ("utf-16-be", "strict")]
        counted = [sum(raw[at : at + 2] == end for at in range(0, len(raw), 2)) for end in ends]
        return [kind for kind, count in zip(kinds, counted, strict=False) if count]
    # cp874 takes nearly any bytes, so it is asked behind the others; and text in it is hardly
    # ever taken for broken UTF-8, whose letters have three bytes.
    return [("utf-8-sig", "strict"), ("utf-8-sig", "replace"), ("cp874", "replace")]


def _delimiter(text: str) -> str:
    start = text[:65_536]
    bare = re.sub(r'"[^"]*"', "", start)
    lines = [line for line in bare.splitlines() if line.strip()][:30]
    if not any(mark in line for line in lines for mark in _DELIMITERS):
        return ","
    return max(
        _DELIMITERS,
        key=lambda mark: (
            sum(mark in line for line in lines),
            sum(line.count(mark) for line in lines),
        ),
    )
