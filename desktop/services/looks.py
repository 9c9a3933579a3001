"""How the window looks on this laptop: known before anyone signs in, so kept beside the database.

No word about a learner lies here.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

import msgspec

from sync.own_files import open_own

logger = logging.getLogger(__name__)

LOOK_FILE = "window.json"


class Look(msgspec.Struct, frozen=True):
    """Language, colours, text size, who signed in last, and after how many minutes it locks.

    `scheme` "" follows the system; `lock_minutes` 0 never locks by itself.
    """

    language: str = "th"
    scheme: str = ""
    scale: int = 100
    last_user: str = ""
    lock_minutes: int = 10


class LookFile:
    """Reads and writes the look; a file that cannot be read is the same as none."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LOOK_FILE
        self.look = self._read()

    def change(self, **values: object) -> Look:
        """Keep some of the choices; a disk that refuses costs the choice, not the session."""
        self.look = msgspec.structs.replace(self.look, **values)
        if not self._path.parent.is_dir():
            return self.look
        beside = self._path.with_name(self._path.name + ".new")
        try:
            with open_own(beside, "wb") as file:
                file.write(msgspec.json.format(msgspec.json.encode(self.look), indent=1))
            os.replace(beside, self._path)
        except OSError:
            logger.warning("the look of the window could not be kept")
        return self.look

    def keep(self) -> None:
        """Write the choices made before the folder was there."""
        self.change()

    def _read(self) -> Look:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=Look)
        except FileNotFoundError:
            return Look()
        except (OSError, msgspec.DecodeError):
            logger.warning("the look of the window could not be read")
            return Look()
