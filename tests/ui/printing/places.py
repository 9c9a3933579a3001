"""Answers for the system's dialogs, in tests."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget


class FakePlaces:
    """Puts everything into one folder and notes what was opened."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.asked: list[str] = []
        self.opened: list[Path] = []
        self.opens: Path | None = None

    def ask_file(self, parent: QWidget, title: str, suggested: Path, kinds: str) -> Path | None:
        """The suggested name in our folder."""
        self.asked.append(suggested.name)
        return self.folder / suggested.name

    def ask_open(self, parent: QWidget, title: str, folder: Path, kinds: str) -> Path | None:
        """The file that a test has put there."""
        return self.opens

    def ask_folder(self, parent: QWidget, title: str, suggested: Path) -> Path | None:
        """Our folder."""
        return self.folder

    def show(self, path: Path) -> bool:
        """Note it; a file that is gone cannot be opened."""
        self.opened.append(path)
        return path.exists()
