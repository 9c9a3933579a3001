"""What the laptop is doing when it is killed or its disk fails, one act of each kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select, text

from desktop.models.ids import new_id
from desktop.models.program import Change
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.importing import ImportService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from sync.hub.database import Database as HubDatabase
from sync.hub.service import Hub
from tests.factories import (
    NOON,
    PASSCODE,
    QUICK,
    Clock,
    add_learner,
    make_workspace,
    open_workspace,
)
from tests.faults.storage.lives import NEW_PASSCODE, ROSTER, old_centre
from tests.services.near_hub import Laptop, Wire


@dataclass(frozen=True)
class Act:
    """One kind of work.

    Attributes:
        prepare: makes what stands before, in an empty folder.
        do: works on an open centre, or opens it itself where `opens` is false.
        opens: whether `do` is given an open centre.
        tables: those that are compared, all without: a restored copy goes on in an epoch of its
            own, and a start finishes what a passcode's change or an erasing had left to do.
    """

    prepare: Callable[[Path], None]
    do: Callable[[Path, Workspace | None], None]
    opens: bool = True
    tables: tuple[str, ...] = ()


def _centre(root: Path) -> None:
    workspace = make_workspace(root / "centre")
    add_learner(workspace, "ดาวเรือง", village="3")
    workspace.close()
    (root / "stick").mkdir()


def _save(_root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    learner = add_learner(workspace, "มานะ", surname="ธารน้ำเงา")
    LearnerService(workspace).edit(learner, {"nickname": "ต้น"})
    ContactService(workspace).add(
        learner, {"contact_kind": "home_visit", "text": "พบที่บ้าน", "on": "20/11/2569"}
    )
    PlanService(workspace).start(learner)


def _import(_root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    importing = ImportService(workspace)
    importing.run(importing.preview(ROSTER))


def _passcode(_root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    UserService(workspace).change_passcode(PASSCODE, NEW_PASSCODE)


def _erase(_root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    (row,) = LearnerLists(workspace).find(LearnerQuery())
    ErasureService(workspace).erase(row.id, "ขอให้ลบ")


def _hub(root: Path) -> Hub:
    return Hub(HubDatabase(f"sqlite:///{(root.parent / 'hub.db').as_posix()}"), Clock(NOON))


def _laptop(root: Path, workspace: Workspace) -> Laptop:
    return Laptop(workspace, Wire(_hub(root)))


def _enrolled(root: Path) -> None:
    """Two laptops with work for each other, and their hub."""
    hub = _hub(root)
    centre = hub.add_centre("ศูนย์ตัวอย่าง", "580604")
    wire = Wire(hub)
    first = Laptop(make_workspace(root / "centre"), wire)
    first.sync.enrol("https://hub.example", hub.make_code(centre))
    shared = add_learner(first.workspace, "ดาวเรือง")
    first.sync.sync_now()
    second = Laptop(make_workspace(root.parent / "other", joining=new_id(), name=""), wire)
    second.sync.enrol("https://hub.example", hub.make_code(centre))
    second.sync.sync_now()
    LearnerService(second.workspace).edit(shared, {"nickname": "ต้น", "phone": "0800000000"})
    for given in ("มานี", "ปิติ", "ชูใจ"):
        add_learner(second.workspace, given)
    second.sync.sync_now()
    LearnerService(first.workspace).edit(shared, {"nickname": "อีกชื่อ"})
    for given in ("วีระ", "สมคิด"):
        add_learner(first.workspace, given)
    first.workspace.close()
    second.workspace.close()
    hub.close()


def _sync(root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    _laptop(root, workspace).sync.sync_now()


def _migrate(root: Path, _none: Workspace | None) -> None:
    open_workspace(root / "centre").close()


def _backup(root: Path, workspace: Workspace | None) -> None:
    assert workspace is not None
    BackupService(workspace).make(root / "stick" / "new.zip")


def _backed_up(root: Path) -> None:
    _centre(root)
    workspace = open_workspace(root / "centre")
    BackupService(workspace).make(root / "stick" / "old.zip")
    add_learner(workspace, "มานะ")
    workspace.close()


def _restore(root: Path, _none: Workspace | None) -> None:
    restore(root / "centre", root / "stick" / "old.zip", PASSCODE, key_cost=QUICK)


ACTS: dict[str, Act] = {
    "save": Act(_centre, _save),
    "erase": Act(_centre, _erase, tables=("learner", "learner_search")),
    "import": Act(_centre, _import),
    "sync": Act(_enrolled, _sync),
    "migration": Act(old_centre, _migrate, opens=False),
    "backup": Act(_centre, _backup),
    "passcode": Act(_centre, _passcode, tables=("learner", "change", "user")),
    "restore": Act(_backed_up, _restore, opens=False, tables=("learner", "change")),
}
"""Each act by name."""


def settle_sync(root: Path, workspace: Workspace) -> list[str]:
    """After a sync was cut off: sync once more, and tell what the hub does not have just once."""
    laptop = _laptop(root, workspace)
    report = laptop.sync.sync_now()
    wrong = [] if report.waiting == 0 else [f"{report.waiting} changes still wait"]
    with workspace.read() as session:
        here = session.scalar(select(func.count()).select_from(Change))
    hub = _hub(root)
    with hub.database.engine.connect() as connection:
        there, apart = connection.execute(
            text("SELECT count(*), count(DISTINCT hex(record) || hex(stamp)) FROM change")
        ).one()
    hub.close()
    if not here == there == apart:
        wrong.append(f"{here} changes here, {there} at the hub, {apart} of them different")
    return wrong
