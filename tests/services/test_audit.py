"""The audit chain and its anchors: what was changed, cut off or written anew is found."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, update

from desktop.exchange.writing import Column, Table
from desktop.models.program import AuditAnchor, AuditEntry, Change, DeviceState
from desktop.services import audit
from desktop.services.audit import AuditQuery, AuditService
from desktop.services.keeping.checking import CheckService
from desktop.services.learners.people import PeopleService
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner, make_workspace


def noted(workspace: Workspace, count: int = 3) -> None:
    with workspace.write() as session:
        for number in range(count):
            audit.note(session, workspace, "private_seen", number=number)


def written_anew(workspace: Workspace, left_out: int) -> None:
    """Write the chain as somebody with the key and this program could: with right hashes."""
    with workspace.database.write() as session:
        kept = [
            (each.at, each.author, each.event, each.record_id, each.detail)
            for each in session.scalars(select(AuditEntry).order_by(AuditEntry.number))
            if each.number != left_out
        ]
        session.execute(delete(AuditEntry))
        session.expunge_all()
        before = audit.FIRST
        for number, (at, author, event, record_id, detail) in enumerate(kept, 1):
            entry = AuditEntry(
                number=number, at=at, author=author, event=event, record_id=record_id,
                detail=detail,
            )  # fmt: skip
            before = entry.chain = audit._chain(before, entry)
            session.add(entry)


def test_a_chain_left_alone_is_whole(workspace: Workspace) -> None:
    noted(workspace)
    assert AuditService(workspace).anchor()
    state = AuditService(workspace).state()
    assert (state.whole, state.entries, state.anchors, state.anchored) == (True, 3, 1, 3)
    assert CheckService(workspace).check().findings == ()


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_changed_entry_is_found(workspace: Workspace, number: int) -> None:
    noted(workspace)
    with workspace.write() as session:
        session.execute(
            update(AuditEntry).where(AuditEntry.number == number).values(event="nothing")
        )
    assert AuditService(workspace).state().broken == number


def test_an_entry_taken_out_of_the_middle_is_found(workspace: Workspace) -> None:
    noted(workspace)
    with workspace.write() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.number == 2))
    assert AuditService(workspace).state().broken == 3


def test_entries_cut_off_at_the_end_are_found_by_the_anchor(workspace: Workspace) -> None:
    noted(workspace)
    AuditService(workspace).anchor()
    with workspace.write() as session:
        session.execute(delete(AuditEntry).where(AuditEntry.number > 1))
    state = AuditService(workspace).state()
    assert (state.broken, state.differs, state.whole) == (None, (3,), False)
    found = {(each.code, each.detail) for each in CheckService(workspace).check().findings}
    assert ("audit_anchor_differs", "3") in found


def test_a_chain_written_anew_with_right_hashes_is_found_by_the_anchor(
    workspace: Workspace,
) -> None:
    noted(workspace)
    AuditService(workspace).anchor()
    noted(workspace)
    written_anew(workspace, left_out=2)
    state = AuditService(workspace).state()
    assert state.broken is None
    assert state.differs == (3,)


def test_an_anchor_that_came_back_with_other_words_counts_too(workspace: Workspace) -> None:
    noted(workspace)
    AuditService(workspace).anchor()
    with workspace.database.write() as session:
        device = session.get_one(DeviceState, 1)
        anchor = session.scalars(select(AuditAnchor)).one()
        change = session.scalars(select(Change).where(Change.kind == "audit_anchor")).one()
        fields = {name: list(edit) for name, edit in change.fields.items()}
        fields["chain"][0] = "AAAAAAAAAAAAAAAA"
        # As it comes from a neighbour that got it before this laptop was tampered with.
        session.add(
            Change(
                number=device.next_number, record_id=anchor.id, kind="audit_anchor", fields=fields,
                device=b"neighbou", epoch=1, lane=2, seq=1, stamp=bytes(16), action=bytes(16),
                wall_ms=1, remote=True,
            )
        )  # fmt: skip
        device.next_number += 1
    assert AuditService(workspace).state().differs == (3,)


def test_an_anchor_is_set_once_a_day_and_after_something_grave(tmp_path: Path) -> None:
    clock = Clock()
    workspace = make_workspace(tmp_path / "centre", clock)
    service = AuditService(workspace)
    assert not service.anchor()
    noted(workspace)
    assert service.anchor()
    assert not service.anchor()
    noted(workspace)
    assert not service.anchor()
    with workspace.write() as session:
        audit.note(session, workspace, "user_added")
    assert service.anchor()
    noted(workspace)
    clock.now_ms += int(timedelta(days=1).total_seconds() * 1000)
    assert service.anchor()
    assert service.state().anchored == 10
    workspace.close()


def test_an_older_copy_that_the_chain_tells_of_is_no_tampering(workspace: Workspace) -> None:
    noted(workspace)
    AuditService(workspace).anchor()
    with workspace.database.write() as session:
        # An older copy was put back: its chain is shorter, says so, and a new epoch begins.
        session.execute(delete(AuditEntry).where(AuditEntry.number > 1))
    with workspace.write() as session:
        audit.note(session, workspace, "old_copy")
        session.get_one(DeviceState, 1).epoch += 1
    noted(workspace)
    assert AuditService(workspace).state().whole


def test_entries_are_found_by_who_what_when_and_whom(workspace: Workspace) -> None:
    first, second = add_learner(workspace, "กา"), add_learner(workspace, "ขา", surname="งาม")
    people, service = PeopleService(workspace), AuditService(workspace)
    people.private(first)
    people.save_private(second, {"health_note": "แพ้ถั่ว"})
    today = workspace.today()

    def found(**wanted: object) -> list[str]:
        query = AuditQuery(**wanted)  # type: ignore[arg-type]
        return [line.event for line in service.entries(query=query)]

    assert found() == ["private_changed", "private_seen"]
    assert found(learner_id=first) == ["private_seen"]
    assert found(events=("private_changed",)) == ["private_changed"]
    assert found(author=workspace.user.user_id) == ["private_changed", "private_seen"]
    assert found(author=first) == []
    assert found(since=today, until=today) == ["private_changed", "private_seen"]
    assert found(since=today + timedelta(days=1)) == []
    assert found(until=today - timedelta(days=1)) == []
    assert [line.subject for line in service.entries()] == ["ขา งาม", "กา"]
    assert service.events() == ("private_changed", "private_seen")
    assert [line.number for line in service.entries(1, before=2)] == [1]


@pytest.mark.parametrize("name", ["a.csv", "a.xlsx"])
def test_what_is_shown_becomes_a_file_and_that_is_noted(
    workspace: Workspace, tmp_path: Path, name: str
) -> None:
    service = AuditService(workspace)
    table = Table("รายการ", (Column("what", "ทำอะไร", "What"),), (("=1+1",), ("เปิดดู",)))
    service.export(tmp_path / name, table)
    assert (tmp_path / name).stat().st_size > 20
    assert [(line.event, line.detail) for line in service.entries()] == [
        ("audit_exported", {"count": 2})
    ]
