"""How a centre begins: its first records; and a set-up that was cut off, told from a centre.

A centre begins with its database; its key file is written last, and with it the centre is there. A
power cut before that leaves a database whose key was never stored: nobody had worked in it, and
nobody can open it. A database that had been opened even once has its mark beside it: if that one's
key file is missing, it was lost some other way, and nothing is touched.
"""

from __future__ import annotations

import os
import secrets
import string
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.database import Database, translating
from desktop.durable_files import make_folder_durably, move_durably
from desktop.errors import UserError
from desktop.keys import KEY_FILE, Tries
from desktop.migrations import upgrade
from desktop.models import search
from desktop.models.area import Centre
from desktop.models.ids import new_id
from desktop.models.program import DeviceState, Setting, User
from desktop.services.storage.disk_room import RESERVE_FILE
from desktop.services.storage.high_water import MARK_FILE, outer_file
from resources.version import VERSION
from sync.own_files import make_own_folder

_FILES = ("", "-wal", "-journal", "-shm")


@dataclass(frozen=True)
class NewCentre:
    """What is asked when a centre begins."""

    name: str
    tambon: str
    user: str
    passcode: str
    sample: bool = False


def make_way(database_file: Path) -> None:
    """Make a folder ready for a new centre.

    Raises:
        UserError: `centre_exists`. OSError: the folder cannot be made or written.
    """
    folder = database_file.parent
    if (folder / KEY_FILE).exists():
        raise UserError("centre_exists", folder=str(folder))
    make_folder_durably(folder)
    left = [
        path
        for ending in _FILES
        if (path := database_file.with_name(database_file.name + ending)).exists()
    ]
    if not left:
        return
    if (folder / MARK_FILE).exists():
        raise UserError("centre_exists", folder=str(folder))
    number = 1
    while (aside := folder / f"unfinished-{number}").exists():
        number += 1
    make_own_folder(aside)
    for path in left:
        move_durably(path, aside / path.name)


def unmake(database_file: Path) -> None:
    """Take away a centre that was begun and never held anything, as after a joining that failed.

    Cut off anywhere, what is left is a centre that opens, or leftovers that `make_way` moves.
    """
    folder = database_file.parent
    for path in (outer_file(folder), folder / MARK_FILE, folder / KEY_FILE):
        path.unlink(missing_ok=True)
    for ending in _FILES:
        database_file.with_name(database_file.name + ending).unlink(missing_ok=True)
    for path in (*Tries.of_folder(folder).files(), folder / RESERVE_FILE):
        path.unlink(missing_ok=True)


OPENED_BY: Final = "opened_by"
"""The setting that says which version of the program opened the database last."""


def first_records(
    database: Database, new: NewCentre, lanes: int, joining: UUID | None, user_id: UUID
) -> None:
    """Make the schema, this laptop's own row, its first user, and the centre unless it is joined.

    Raises:
        StorageError: what the disk refuses.
    """
    upgrade(database.engine)
    centre_id = joining or new_id()
    with translating(), database.engine.begin() as connection:
        connection.execute(
            DeviceState.__table__.insert(),  # type: ignore[attr-defined]
            {
                "id": 1,
                "device": os.urandom(8),
                "epoch": 1,
                "letters": "".join(secrets.choice(string.ascii_uppercase) for _ in "MB"),
                "next_code": 1,
                "centre_id": centre_id,
                "signing_key": os.urandom(32),
                "last_stamp": bytes(16),
                "next_number": 1,
                "next_seq": [1] * lanes,
                "acked_seq": [0] * lanes,
                "link": b"",
            },
        )
    with database.write(user_id) as session:
        if joining is None:
            session.add(Centre(id=centre_id, name=new.name, tambon=new.tambon, sample=new.sample))
        session.add(User(id=user_id, name=new.user.strip(), role="administrator"))
        session.add(Setting(user="", name=search.SETTING, value=search.EDITION))
        session.add(Setting(user="", name=OPENED_BY, value=VERSION))
