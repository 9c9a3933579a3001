"""What of a roster ended in nobody: every cell, where it stands and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.exchange.preview import LeftOut
from desktop.models.text import sort_key
from desktop.ui.importing.words import ImportWords
from desktop.ui.widgets.table_model import Column, DataclassTableModel


@dataclass(frozen=True)
class LeftCell:
    """One cell that was left out."""

    sheet: str
    row: int
    letters: str
    text: str
    reason: str


class LeftWords(QObject):
    """Headings of the table of what was left out."""

    def head(self, key: str) -> str:
        """The heading of a column."""
        return {
            "sheet": self.tr("แผ่นงาน"),
            "cell": self.tr("ช่อง"),
            "text": self.tr("ข้อความในแฟ้ม"),
            "reason": self.tr("เพราะเป็น"),
        }[key]


def left_cells(parts: Iterable[LeftOut]) -> list[LeftCell]:
    """Each cell of what was left out, once, as the file goes."""
    found: dict[tuple[str, int, str], LeftCell] = {}
    for part in parts:
        for row, letters, text in part.held:
            found.setdefault(
                (part.sheet, row, letters), LeftCell(part.sheet, row, letters, text, part.reason)
            )
    return list(found.values())


def left_model(words: LeftWords) -> DataclassTableModel[LeftCell]:
    """The model of the table."""
    says = ImportWords()

    def order(cell: LeftCell) -> tuple[str, int, int, str]:
        return cell.sheet, cell.row, len(cell.letters), cell.letters

    columns = [
        Column[LeftCell](
            "sheet", lambda: words.head("sheet"), lambda cell: cell.sheet,
            lambda cell: sort_key(cell.sheet), 150, hint=lambda cell: cell.sheet,
        ),
        Column[LeftCell](
            "cell", lambda: words.head("cell"), lambda cell: f"{cell.letters}{cell.row}", order, 90
        ),
        Column[LeftCell](
            "text", lambda: words.head("text"), lambda cell: cell.text,
            lambda cell: sort_key(cell.text), 0, hint=lambda cell: cell.text,
        ),
        Column[LeftCell](
            "reason", lambda: words.head("reason"), lambda cell: says.left(cell.reason),
            lambda cell: cell.reason, 240, hint=lambda cell: says.left(cell.reason),
        ),
    ]  # fmt: skip
    return DataclassTableModel(columns, lambda cell: (cell.sheet, cell.row, cell.letters))
