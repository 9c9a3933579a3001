"""Asks for files and folders: one way for all screens, beginning in the person's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget


def documents_folder() -> Path:
    """The person's documents, or their home."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found and Path(found).is_dir() else Path.home()


class _Last:
    """Where somebody chose last since the program began: often a stick, and often again."""

    folder: Path | None = None


def begins_in() -> Path:
    """The folder that a dialog opens on: where one chose last, else the documents."""
    last = _Last.folder
    return last if last is not None and last.is_dir() else documents_folder()


def ask_open(parent: QWidget, title: str, kinds: str) -> Path | None:
    """A file that is there, or None."""
    name, _ = QFileDialog.getOpenFileName(parent, title, str(begins_in()), kinds)
    return _chosen(name)


def ask_open_many(parent: QWidget, title: str, kinds: str) -> list[Path]:
    """Files that are there; none when the person thought better of it."""
    names, _ = QFileDialog.getOpenFileNames(parent, title, str(begins_in()), kinds)
    for name in names[:1]:
        _chosen(name)
    return [Path(name) for name in names]


def ask_save(parent: QWidget, title: str, suggested: str | Path, kinds: str) -> Path | None:
    """A file to write, or None; a suggested name without a folder is put where one chose last."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(begins_in() / suggested), kinds)
    return _chosen(name)


def ask_folder(parent: QWidget, title: str, folder: Path | None = None) -> Path | None:
    """A folder, or None."""
    name = QFileDialog.getExistingDirectory(parent, title, str(folder or begins_in()))
    if name:
        _Last.folder = Path(name)
    return Path(name) if name else None


def _chosen(name: str) -> Path | None:
    if not name:
        return None
    _Last.folder = Path(name).parent
    return Path(name)
