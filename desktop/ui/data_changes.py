"""One signal that tells every open screen what kinds of data a write has changed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal

from desktop.services.workspace import Workspace


class DataChanges(QObject):
    """`announced` carries a frozenset of kinds, such as `{"learner", "plan"}`.

    The database itself announces them, after each write here or by sync; nobody else does.
    """

    announced = Signal(object)
    _written = Signal(object)

    def __init__(self, workspace: Workspace | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # A write may happen in any thread; a queued signal brings its kinds to the window's.
        self._written.connect(self.announced, Qt.ConnectionType.QueuedConnection)
        if workspace is not None:
            workspace.database.add_listener(self._written.emit)
