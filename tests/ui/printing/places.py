"""Answers for the system's dialogs, in tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget


class FakePlaces:
    """Puts everything into one folder and notes what was opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.opened: list[Path] = []
        self.opens: Path | None = None
        self.printer = ""
        self.gives = True
        self.pages = (0, 0)

    def ask_file(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """The suggested name in our folder."""
        self.asked.append(suggested.name)
        return self.folder / suggested.name if self.gives else None

    def ask_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """The file that a test has put there."""
        return self.opens

    def ask_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        """Our folder."""
        return self.folder

    def ask_printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        """A printer that prints into a file of our folder; None where no name was given."""
        if not self.printer:
            return None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / self.printer))
        printer.setFromTo(*self.pages)
        return printer

    def show(self, path: Path) -> bool:
        """Note it; a file that is gone cannot be opened."""
        self.opened.append(path)
        return path.exists()
