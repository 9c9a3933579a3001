"""Scripted lives of a laptop: what the power cuts and kills are tried on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from desktop.database import DATABASE_FILE
from desktop.errors import UserError
from desktop.keys import KEY_FILE, KeyRing
from desktop.models.ids import new_id
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.persons_rights.erasing_list import FILE as ERASED
from desktop.services.plans.service import PlanService
from desktop.services.rosters.importing import ImportService
from desktop.services.sync.bundles import BundleService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, add_learner, make_workspace, open_workspace
from tests.faults.storage.state import digest_of
from tests.migrations.make_frozen import FROZEN, KEY
from tests.services.near_hub import Laptop, Province

Tell = Callable[..., None]
"""Says that something is done: a word, and what belongs to it."""

ROSTER = Path(__file__).parents[2] / "samples" / "roster-plain-30.csv"
NEW_PASSCODE = "รหัสใหม่ 5678"


def nothing(root: Path) -> None:
    """An empty laptop with a stick in it."""
    (root / "stick").mkdir()


def everyday(root: Path, tell: Tell) -> None:
    """A centre begins, people work, import, sync, back up, erase, and carry a bundle."""
    centre, stick = root / "centre", root / "stick"
    tell("trying", PASSCODE)
    workspace = make_workspace(centre)
    tell("passcode", PASSCODE)
    learners = LearnerService(workspace)
    first = add_learner(workspace, "ดาวเรือง", surname="ธารน้ำเงา", village="3")
    learners.edit(first, {"nickname": "ต้น"})
    ContactService(workspace).add(
        first, {"contact_kind": "home_visit", "text": "พบที่บ้าน", "on": "20/11/2569"}
    )
    PlanService(workspace).start(first)
    DraftService(workspace).save("visit", first.hex, {"text": "ยังเขียนไม่จบ"})
    users = UserService(workspace)
    tell("trying", NEW_PASSCODE)
    users.change_passcode(PASSCODE, NEW_PASSCODE)
    tell("passcode", NEW_PASSCODE)
    importing = ImportService(workspace)
    importing.run(importing.preview(ROSTER))
    province = Province(root.parent / "others")
    laptop = Laptop(workspace, province.wire)
    province.laptops.append(laptop)
    laptop.sync.enrol("https://hub.example", province.hub.make_code(province.centre))
    laptop.sync.sync_now()
    other = province.join()
    add_learner(other.workspace, "มานะ")
    LearnerService(other.workspace).edit(first, {"nickname": "อีกชื่อ"})
    other.sync.sync_now()
    learners.edit(first, {"nickname": "ต้นไม้"})
    laptop.sync.sync_now()
    _told_file(tell, BackupService(workspace).make(stick / "a.zip").path)
    DraftService(workspace).discard("visit", first.hex)
    _told_file(tell, BundleService(workspace).write(stick / "b.tambon").path)
    gone = add_learner(workspace, "วีระ")
    ErasureService(workspace).erase(gone, "ขอให้ลบ")
    _told_file(tell, centre / ERASED)
    _told_file(tell, BackupService(workspace).keep().path)
    workspace.close()
    again = open_workspace(centre, NEW_PASSCODE)
    add_learner(again, "พอคี")
    _told_file(tell, BackupService(again).make(stick / "c.zip").path)
    add_learner(again, "ชูใจ")
    again.close()
    province.close()


def old_centre(root: Path) -> None:
    """A centre as the program's earlier release left it."""
    centre = root / "centre"
    centre.mkdir()
    shutil.copy(sorted(FROZEN.glob("*.db"))[0], centre / DATABASE_FILE)
    keys = KeyRing(centre / KEY_FILE, QUICK)
    keys.add(new_id(), "ครูทดสอบ", "administrator", PASSCODE, KEY)


def migration(root: Path, tell: Tell) -> None:
    """A newer program opens an older centre, and works."""
    tell("passcode", PASSCODE)
    workspace = open_workspace(root / "centre")
    tell("settled", digest_of(workspace))
    add_learner(workspace, "มานี")
    workspace.close()


def backed_up(root: Path) -> None:
    """A centre with work done after its backup."""
    (root / "stick").mkdir()
    workspace = make_workspace(root / "centre")
    add_learner(workspace, "ดาวเรือง")
    BackupService(workspace).make(root / "stick" / "a.zip")
    add_learner(workspace, "มานะ")
    workspace.close()


def restoring(root: Path, tell: Tell) -> None:
    """The backup is put back."""
    tell("passcode", PASSCODE)
    restore(root / "centre", root / "stick" / "a.zip", PASSCODE, key_cost=QUICK)
    tell("acknowledged")
    workspace = open_workspace(root / "centre")
    tell("settled", digest_of(workspace))
    add_learner(workspace, "ปิติ")
    workspace.close()


def _told_file(tell: Tell, path: Path) -> None:
    tell("file", str(path), sha256(path.read_bytes()).hexdigest())


LIVES: dict[str, tuple[Callable[[Path], None], Callable[[Path, Tell], None]]] = {
    "everyday": (nothing, everyday),
    "migration": (old_centre, migration),
    "restoring": (backed_up, restoring),
}
"""Each life by name: what stands before, and what is done."""


def opened(centre: Path, passcodes: list[str]) -> Workspace:
    """Open a centre with the first of these passcodes that fits."""
    for passcode in passcodes[:-1]:
        try:
            return open_workspace(centre, passcode)
        except UserError as error:
            if error.code != "wrong_passcode":
                raise
    return open_workspace(centre, passcodes[-1])


def key_of(centre: Path) -> bytes:
    """The database key of a centre that a life made."""
    ring = KeyRing(centre / KEY_FILE)
    try:
        return ring.unlock_any(PASSCODE)[1]
    except UserError:
        return ring.unlock_any(NEW_PASSCODE)[1]
