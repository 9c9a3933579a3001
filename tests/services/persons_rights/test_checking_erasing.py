"""Checking what is stored, erasing a person, and loading the sample centre."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from desktop.errors import UserError
from desktop.models.people import Contact, Learner
from desktop.models.plan import Goal, Plan
from desktop.models.program import Change, DeviceState
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.rosters.importing import ImportService
from desktop.services.sample import SampleService
from desktop.services.storage.drafts_aside import DraftsAside
from desktop.services.sync.store import DesktopStore
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from sync.ports import Incoming
from tests.factories import RULES, add_learner, make_workspace, national_number
from tests.services.rosters.test_importing import SAMPLES

CANARY = "กระรอกบินลายจุด"


def _codes(workspace: Workspace) -> set[str]:
    return {finding.code for finding in CheckService(workspace).check().findings}


def _everything(workspace: Workspace) -> bytes:
    """Every value of every table, as bytes."""
    found = bytearray()
    with workspace.read() as session:
        tables = session.execute(
            text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%fts%'")
        ).scalars()
        for table in list(tables):
            for row in session.execute(text(f'SELECT * FROM "{table}"')):
                for value in row:
                    found += value if isinstance(value, bytes) else str(value).encode()
    return bytes(found)


def test_a_fresh_centre_and_one_with_people_are_whole(workspace: Workspace) -> None:
    assert _codes(workspace) == set()
    service = ImportService(workspace)
    service.run(service.preview(SAMPLES / "roster-oao-240.xlsx"))
    learner_id = add_learner(workspace)
    LearnerService(workspace).hide([learner_id])

    report = CheckService(workspace).check()

    assert report.whole
    assert report.counts["learner"] == 240


@pytest.mark.parametrize(
    ("statements", "code"),
    [
        (["DELETE FROM learner_search"], "search_rows_differ"),
        (
            ["PRAGMA foreign_keys = OFF", "DELETE FROM change WHERE kind = 'learner'"],
            "change_gap",
        ),
        (["UPDATE device_state SET next_number = 1"], "change_number_reused"),
        (["DROP TRIGGER learner_search_removed", "DELETE FROM learner_search"],
         "search_index_damaged"),
    ],
)  # fmt: skip
def test_what_is_amiss_is_told(workspace: Workspace, statements: list[str], code: str) -> None:
    add_learner(workspace, "ดาวเรือง")
    add_learner(workspace, "มานะ")
    with workspace.read() as session:
        connection: Any = session.connection().connection.dbapi_connection
        connection.rollback()
        if code == "change_gap":
            (number,) = connection.execute(
                "SELECT min(number) FROM change WHERE lane = 1"
            ).fetchone()
            statements = [statements[0], f"DELETE FROM change WHERE number = {number}"]
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA foreign_keys = ON")

    assert code in _codes(workspace)


def test_changes_of_a_copied_folder_are_nothing_amiss(workspace: Workspace) -> None:
    add_learner(workspace, "ดาวเรือง")
    theirs = "UPDATE change SET epoch = epoch + 1, remote = {} WHERE lane = 1"
    with workspace.read() as session:
        connection: Any = session.connection().connection.dbapi_connection
        connection.rollback()
        connection.execute(theirs.format(1))
    assert "change_of_later_epoch" not in _codes(workspace)

    with workspace.read() as session:
        connection = session.connection().connection.dbapi_connection
        connection.rollback()
        connection.execute(theirs.format(0))
    assert "change_of_later_epoch" in _codes(workspace)


def test_erasing_destroys_every_value(workspace: Workspace) -> None:
    kept = add_learner(workspace, "มานะ", note="อยู่ต่อ")
    number = national_number()
    gone = add_learner(workspace, CANARY, national_id=number, note=CANARY, village="3")
    with workspace.write() as session:
        plan = Plan(learner_id=gone, dream=CANARY)
        session.add_all([
            plan, Goal(plan_id=plan.id, text=CANARY),
            Contact(learner_id=gone, contact_kind="home_visit", on="2026-11-22", text=CANARY),
        ])  # fmt: skip
    LearnerService(workspace).edit(gone, {"nickname": CANARY})
    assert CANARY.encode() in _everything(workspace)

    erased = ErasureService(workspace).erase(gone, "ผู้ปกครองขอ")

    wal = workspace.database.path.with_name(workspace.database.path.name + "-wal")
    assert not wal.exists() or wal.stat().st_size == 0
    left = _everything(workspace)
    assert CANARY.encode() not in left
    assert number.encode() not in left
    assert erased.records == 5
    assert [row.id for row in LearnerLists(workspace).find(LearnerQuery())] == [kept]
    assert CheckService(workspace).check().findings == ()


def test_erasing_travels_and_leaves_no_gap(workspace: Workspace) -> None:
    gone = add_learner(workspace, CANARY)

    ErasureService(workspace).erase(gone, "ผู้ปกครองขอ")

    with workspace.read() as session:
        changes = list(
            session.scalars(select(Change).where(Change.record_id == gone).order_by(Change.number))
        )
        following = session.get_one(DeviceState, 1).next_seq
    assert changes[-1].fields == {"erased": ["2026-11-22", [], None]}
    assert {entry[0] for entry in changes[0].fields.values()} == {None}
    assert changes[-1].seq == following[changes[-1].lane] - 1


def test_erasing_reaches_another_laptop(workspace: Workspace, tmp_path: Path) -> None:
    gone = add_learner(workspace, CANARY, national_id=national_number())
    other = make_workspace(tmp_path / "other")
    here, there = DesktopStore(workspace), DesktopStore(other)

    def send() -> None:
        changes = tuple(
            change for lane in range(RULES.lanes) for change in here.pending(lane, 0, 1 << 30)
        )
        there.apply(
            Incoming(there.link(), (0,) * RULES.lanes, changes, hub_ms=other.database.clock())
        )

    send()
    assert CANARY.encode() in _everything(other)

    ErasureService(workspace).erase(gone, "ผู้ปกครองขอ")
    send()

    assert CANARY.encode() not in _everything(other)
    assert LearnerLists(other).count(LearnerQuery()) == 0
    assert CheckService(other).check().findings == ()
    other.close()


def test_erasing_takes_joined_twins_along(workspace: Workspace) -> None:
    keep, twin = add_learner(workspace, "ซอวาทู"), add_learner(workspace, CANARY)
    LearnerService(workspace).join(keep, twin)

    ErasureService(workspace).erase(keep, "ขอ")

    assert CANARY.encode() not in _everything(workspace)


def test_erasing_takes_the_forms_that_lie_beside_the_database(workspace: Workspace) -> None:
    gone, kept = add_learner(workspace, CANARY), add_learner(workspace, "มานะ")
    me, aside = b"u" * 16, workspace.aside
    aside.keep((me, "learner", str(gone)), {"note": CANARY}, 1)
    aside.keep((me, "visit", f"{gone.hex}:2026-11-22"), {"note": CANARY}, 1)
    aside.keep((me, "urgent", "new"), {"learner_id": gone.bytes, "note": CANARY}, 1)
    aside.keep((me, "visit", "new"), {"who": {"ids": [str(gone)]}, "note": CANARY}, 1)
    aside.keep((me, "visit", str(kept)), {"note": "อยู่ต่อ"}, 1)

    ErasureService(workspace).erase(gone, "ผู้ปกครองขอ")

    assert aside.of(me) == {(me, "visit", str(kept)): ({"note": "อยู่ต่อ"}, 1)}
    again = DraftsAside(workspace.folder, workspace.database)
    assert again.of(me) == aside.of(me)


def test_erasing_takes_the_urgent_cases_of_the_person_along(workspace: Workspace) -> None:
    gone, kept = add_learner(workspace, "ซอวาทู"), add_learner(workspace, "มานะ")
    twin = add_learner(workspace, "ซอวาทู")
    LearnerService(workspace).join(gone, twin)
    urgent = UrgentService(workspace)
    for learner in (gone, twin):
        case = urgent.open({"learner_id": learner, "case_kind": "harmed", "summary": CANARY})
        urgent.add_note(case, CANARY)
    others = urgent.open({"learner_id": kept, "case_kind": "harmed", "summary": "อยู่ต่อ"})

    ErasureService(workspace).erase(gone, "ขอ")

    assert CANARY.encode() not in _everything(workspace)
    assert [line.id for line in urgent.mine()] == [others]


def test_an_unnamed_case_stays_when_a_person_is_erased(workspace: Workspace) -> None:
    gone = add_learner(workspace, "ซอวาทู")
    urgent = UrgentService(workspace)
    case = urgent.open({"person_note": "เด็กที่ตลาด", "case_kind": "harmed"})

    ErasureService(workspace).erase(gone, "ขอ")

    assert urgent.get(case).person_note == "เด็กที่ตลาด"


def test_erasing_asks_for_a_reason_and_a_learner(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    with pytest.raises(UserError, match="reason_missing"):
        ErasureService(workspace).erase(learner_id, " ")
    with pytest.raises(UserError, match="learner_unknown"):
        ErasureService(workspace).erase(workspace.centre_id, "ขอ")
    assert LearnerLists(workspace).count(LearnerQuery()) == 1


def test_the_sample_centre_loads_once_and_looks_current(workspace: Workspace) -> None:
    loaded = SampleService(workspace).load()

    assert loaded.counts["learner"] == 60
    assert loaded.counts["village"] >= 6
    assert min(loaded.counts[kind] for kind in ("plan", "goal", "rating", "contact")) > 0
    assert CheckService(workspace).check().whole
    rows = LearnerLists(workspace).find(LearnerQuery(plan="any"))
    assert rows
    with workspace.read() as session:
        assert session.scalars(select(Learner.facilitator_id)).first() == workspace.user.user_id
        newest = max(session.scalars(select(Contact.on)))
    assert workspace.today() - timedelta(days=60) < workspace.today().fromisoformat(newest)
    with pytest.raises(UserError, match="sample_needs_empty_centre"):
        SampleService(workspace).load()
