"""What the screens of an open centre are made from."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from desktop.services.all import Services
from desktop.ui.looks import Looks
from desktop.ui.sync_watch import SyncWatch


class Wishes(QObject):
    """What only the window can do: `restore_wanted` opens the wizard that puts a backup back.

    `recovery_settled`: the recovery sheet is put away, and nothing need remind of it.
    """

    restore_wanted = Signal()
    recovery_settled = Signal()


@dataclass(frozen=True)
class Parts:
    """The services of an open centre, its sync, the window's look, and wishes to the window."""

    services: Services
    watch: SyncWatch
    looks: Looks
    wishes: Wishes
