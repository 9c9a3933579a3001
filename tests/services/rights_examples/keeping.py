"""Examples of backups, checks and recovery."""

from __future__ import annotations

from typing import Any

from tests.factories import PASSCODE
from tests.services.rights_world import Call, Later, Place, call


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    return {
        "BackupService.due": call("opened"),
        "BackupService.kept": call(),
        "BackupService.holding": call(place.workspace.now()),
        "CheckService.check": call(),
        "RecoveryService.status": call(),
        "CheckService.notices": call(),
        "CheckService.quick": call(),
        "CheckService.weekly_due": call(),
        "BackupService.make": call(place.file("backup.tambon")),
        "BackupService.keep": call(),
        "BackupService.renew": call(),
        "CheckService.weekly": call(),
        "CheckService.notices_read": call(),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    return {
        "RecoveryService.make": call(PASSCODE),
        "RecoveryService.put_away": call(),
        "RecoveryService.print_sheet": call(Later(_sheet), place.file("recovery.pdf")),
    }


def _sheet(place: Place) -> Any:
    return place.answers["RecoveryService.make"]
