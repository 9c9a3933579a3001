"""Where files go: asked by the system's own dialogs, and opened afterwards."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from desktop.ui import file_asking


class Places(Protocol):
    """Asks where to put a file, and shows what lies there."""

    def ask_file(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """A file to write, or None."""

    def ask_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file that is there, or None."""

    def ask_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        """A folder, or None."""

    def ask_printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        """A printer with the pages and copies that are wanted of it, or None."""

    def show(self, path: Path) -> bool:
        """Open a file or folder in the program that the system has for it."""


class SystemPlaces:
    """The dialogs and programs of the system."""

    def ask_file(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        return file_asking.ask_save(parent, title, suggested, kinds)

    def ask_open(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return file_asking.ask_open(parent, title, kinds)

    def ask_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        return file_asking.ask_folder(parent, title, suggested)

    def ask_printer(self, parent: QWidget, pages: int) -> QPrinter | None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        dialog = QPrintDialog(printer, parent)
        dialog.setMinMax(1, pages)
        dialog.setFromTo(1, pages)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None

    def show(self, path: Path) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
