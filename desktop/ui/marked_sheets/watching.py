"""A folder watched while a dialog is open: a picture that comes into it is told at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QStandardPaths, QTimer, Signal

from desktop.paper_marks.checking import newest_pictures
from desktop.ui.jobs import Jobs

MOST = 12
_SETTLED_MILLISECONDS = 800
"""A picture that is being copied tells of itself several times."""


def first_folder() -> Path | None:
    """Where telephones' pictures mostly come to: what was downloaded."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DownloadLocation)
    return Path(found) if found and Path(found).is_dir() else None


class FolderWatch(QObject):
    """`found(pictures)`: the newest pictures of the folder, now and whenever something changed."""

    found = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self.folder: Path | None = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLED_MILLISECONDS)
        self._settling.timeout.connect(self.look)

    def watch(self, folder: Path) -> None:
        """Watch this folder and no other."""
        self.stop()
        self.folder = folder
        # A network drive that cannot be watched is still looked at, once.
        self._watcher.addPath(str(folder))
        self.look()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._settling.stop()
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)
        self.folder = None

    def look(self) -> None:
        """Look into the folder; a stick may be slow."""
        folder = self.folder
        if folder is None:
            return
        self._jobs.run(
            lambda _progress: newest_pictures(folder, MOST),
            lambda pictures: self._on_found(folder, pictures),
            self._on_failed,
            owner=self,
            supersedes="marked sheets folder",
        )

    def _on_changed(self, _folder: str) -> None:
        self._settling.start()

    def _on_found(self, folder: Path, pictures: list[Path]) -> None:
        if folder == self.folder:
            self.found.emit(pictures)

    def _on_failed(self, _error: Exception) -> None:
        # Pulled out: what lay in it is no longer offered.
        self.found.emit([])
