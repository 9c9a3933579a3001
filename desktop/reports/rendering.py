"""Pages of a finished PDF as pictures: what is looked at and printed is the file itself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.errors import UserError

# PDFium keeps state of its own beside the document: one page at a time, whichever the thread.
_ONE_AT_A_TIME = threading.Lock()


@dataclass(frozen=True, slots=True)
class PageSize:
    """Width and height of a page in points."""

    width: float
    height: float

    @property
    def crosswise(self) -> bool:
        """Whether the page is laid crosswise."""
        return self.width > self.height


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page, four bytes a dot (blue, green, red, nothing), row under row of `stride` bytes."""

    width: int
    height: int
    stride: int
    dots: bytes


def page_sizes(path: Path) -> tuple[PageSize, ...]:
    """Return the size of each page.

    Raises:
        desktop.errors.UserError: `file_missing`, `file_damaged`.
    """
    with _opened(path) as document:
        sizes = (document.get_page_size(number) for number in range(len(document)))
        return tuple(PageSize(*size) for size in sizes)


def page_picture(path: Path, number: int, dots_per_point: float) -> PagePicture:
    """Draw a page, 0 the first, on white.

    Raises:
        desktop.errors.UserError: `file_missing`, `file_damaged`.
    """
    with _opened(path) as document:
        page = document[number]
        bitmap = page.render(scale=dots_per_point, prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return picture


def first_page(content: bytes, longest: int) -> PagePicture:
    """Draw the first page of a PDF, its longer side `longest` dots.

    Raises:
        desktop.errors.UserError: `file_damaged`.
    """
    with _opened_content(content, "PDF") as document:
        page = document[0]
        bitmap = page.render(scale=longest / max(*page.get_size(), 1.0), prefer_bgrx=True)
        picture = PagePicture(bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
        bitmap.close()
        page.close()
        return picture


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    try:
        # Read whole: a file that stays open cannot be written anew on Windows.
        content = path.read_bytes()
    except OSError as error:
        raise UserError("file_missing", name=path.name) from error
    with _opened_content(content, path.name) as document:
        yield document


@contextmanager
def _opened_content(content: bytes, name: str) -> Iterator[Any]:
    import pypdfium2  # type: ignore[import-untyped] # loaded at the first look, not at the start

    with _ONE_AT_A_TIME:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as error:
            raise UserError("file_damaged", name=name) from error
        try:
            yield document
        finally:
            document.close()
