"""No synced record changes without its change row, whatever way a service tries."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

import desktop.services
from desktop.models.area import Village
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import (
    UncapturedWriteError,
    from_wire,
    pack_stamps,
    split_stamps,
    to_wire,
    unpack_stamps,
)
from desktop.models.derived import ensure
from desktop.models.fields import fields_of
from desktop.models.ids import derived_id, new_id
from desktop.models.partners import PartnerMove
from desktop.models.people import Learner
from desktop.models.program import Change, DeviceState
from desktop.services.learners.service import LearnerService
from desktop.services.workspace import Workspace
from tests.factories import add_learner


def changes_of(workspace: Workspace, record: UUID) -> list[Change]:
    with workspace.read() as session:
        return list(
            session.scalars(
                select(Change).where(Change.record_id == record).order_by(Change.number)
            )
        )


def test_an_edit_holds_value_base_and_value_before(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, nickname="ต้น")
    LearnerService(workspace).edit(learner_id, {"nickname": "บอย"})

    made, edited = changes_of(workspace, learner_id)

    assert made.created
    assert made.fields["nickname"] == ["ต้น", [], None]
    assert edited.fields == {"nickname": ["บอย", [made.stamp], "ต้น"]}
    assert edited.stamp > made.stamp
    assert edited.author == workspace.user.user_id
    assert edited.seq == made.seq + 1 or edited.lane != made.lane


def test_saving_what_stands_already_is_no_edit(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, nickname="ต้น", interests="ซ่อมรถ")
    LearnerService(workspace).edit(learner_id, {"nickname": "ต้น"})

    assert len(changes_of(workspace, learner_id)) == 1


def test_text_goes_out_as_it_was_typed(workspace: Workspace) -> None:
    learner_id = add_learner(workspace, "นํ้าใส")

    assert changes_of(workspace, learner_id)[0].fields["given"][0] == "นํ้าใส"
    with workspace.read() as session:
        learner = session.get_one(Learner, learner_id)
        assert (learner.given, learner.typed) == ("น้ำใส", {"given": "นํ้าใส"})


def test_hiding_names_every_version_it_saw(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    LearnerService(workspace).edit(learner_id, {"phone": "0800000000"})
    LearnerService(workspace).hide([learner_id])

    *seen, hidden = changes_of(workspace, learner_id)

    assert hidden.fields["deleted"][1] == sorted(change.stamp for change in seen)


def test_sequences_have_no_gaps_and_stamps_rise(workspace: Workspace) -> None:
    for number in range(5):
        add_learner(workspace, f"คน{number}", village=str(number % 3))

    with workspace.read() as session:
        rows = session.scalars(select(Change).order_by(Change.number)).all()
        device = session.get_one(DeviceState, 1)
    for lane in {row.lane for row in rows}:
        seqs = [row.seq for row in rows if row.lane == lane]
        assert seqs == list(range(1, len(seqs) + 1))
        assert device.next_seq[lane] == len(seqs) + 1
    stamps = [row.stamp for row in rows]
    assert stamps == sorted(stamps)
    assert device.last_stamp == stamps[-1]


def test_a_failed_action_leaves_neither_record_nor_change(workspace: Workspace) -> None:
    def half(session: Session) -> None:
        session.add(Learner(code="x", given="ครึ่ง"))
        session.flush()
        raise ZeroDivisionError

    with workspace.read() as session:
        before = session.scalar(select(func.count()).select_from(Change))
    with pytest.raises(ZeroDivisionError), workspace.write() as session:
        half(session)

    with workspace.read() as session:
        assert session.scalar(select(func.count()).select_from(Change)) == before
        assert session.scalar(select(func.count()).select_from(Learner)) == 0
        assert session.get_one(DeviceState, 1).next_seq[1] >= 1


@pytest.mark.parametrize("cls", synced_classes().values(), ids=synced_classes())
def test_the_database_itself_refuses_sql_without_a_change_row(
    workspace: Workspace, cls: type[SyncedRecord]
) -> None:
    record_id = _make(workspace, cls)
    table = cls.__tablename__  # type: ignore[attr-defined]

    with pytest.raises(IntegrityError, match="without a change row"), workspace.write() as session:
        session.execute(text(f'UPDATE "{table}" SET verified_on = 2569'))
    with pytest.raises(IntegrityError, match="only on request"), workspace.write() as session:
        session.execute(text(f'DELETE FROM "{table}"'))
    with workspace.database.read() as session:
        assert session.get(cls, record_id) is not None


def test_a_row_that_points_at_no_change_is_refused_at_commit(workspace: Workspace) -> None:
    add_learner(workspace)

    with pytest.raises(IntegrityError, match="FOREIGN KEY"), workspace.write() as session:
        session.execute(text("UPDATE learner SET last_change = 987654, given = 'ก'"))


@pytest.mark.parametrize(
    "statement",
    [
        update(Learner).values(given="ก"),
        delete(Learner),
        insert(Village).values(moo="1"),
    ],
)
def test_bulk_statements_on_synced_classes_are_refused(
    workspace: Workspace, statement: object
) -> None:
    with pytest.raises(UncapturedWriteError), workspace.write() as session:
        session.execute(statement)  # type: ignore[call-overload]


def test_a_record_cannot_be_written_in_a_read(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)

    with workspace.read() as session:
        session.get_one(Learner, learner_id).given = "ก"
        with pytest.raises(UncapturedWriteError):
            session.flush()


def test_a_record_is_hidden_never_deleted(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)

    with pytest.raises(UncapturedWriteError), workspace.write() as session:
        session.delete(session.get_one(Learner, learner_id))


def test_what_is_only_added_to_stays_as_it_was_written_but_for_its_end(
    workspace: Workspace,
) -> None:
    with workspace.write() as session:
        states = {"from_state": "", "to_state": "active", "done_on": "2026-11-22"}
        move = PartnerMove(partner_id=new_id(), move="begin", **states)
        session.add(move)

    with pytest.raises(UncapturedWriteError, match="stays"), workspace.write() as session:
        session.get_one(PartnerMove, move.id).to_state = "ended"
    with workspace.write() as session:
        kept = session.get_one(PartnerMove, move.id)
        kept.verified_on, kept.deleted = "2026-11-22", True
    with workspace.database.write(erasing=True) as session:
        session.get_one(PartnerMove, move.id).to_state = ""

    assert [sorted(each.fields) for each in changes_of(workspace, move.id)[1:]] == [
        ["deleted", "verified_on"], ["to_state"],
    ]  # fmt: skip


def test_an_id_goes_over_the_wire_as_its_bytes_and_nothing_as_nothing() -> None:
    village, given_name = fields_of(Learner)["village_id"], fields_of(Learner)["given"]
    some = new_id()
    assert to_wire(village, some) == some.bytes
    assert from_wire(village, some.bytes) == some
    assert to_wire(village, None) is None
    assert from_wire(village, None) is None
    assert to_wire(given_name, "ดาว") == from_wire(given_name, "ดาว") == "ดาว"


def test_no_service_goes_round_the_transactions() -> None:
    """Only what begins, opens, copies or checks a database touches the engine below."""
    folder = Path(desktop.services.__file__).parent
    found = {
        path.name
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"engine", "_sessions"}
    }

    assert found <= {
        "backup_files.py", "backups.py", "beginning.py", "checking.py", "erasing.py",
        "opening.py", "workspace.py",
    }  # fmt: skip


stamps = st.binary(min_size=16, max_size=16)


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.lists(stamps, min_size=1, max_size=3)))
def test_packed_stamps_come_back(versions: dict[str, list[bytes]]) -> None:
    joined = {name: b"".join(each) for name, each in versions.items()}

    back = unpack_stamps(pack_stamps(joined))

    assert back == joined
    assert {name: split_stamps(each) for name, each in back.items()} == versions


def test_ids_rise_and_memberships_agree() -> None:
    ids = [new_id() for _ in range(5000)]

    assert ids == sorted(ids, key=lambda each: each.bytes)
    assert len(set(ids)) == len(ids)
    assert all(each.version == 7 for each in ids)
    assert derived_id(ids[0], "group", "TG01") == derived_id(ids[0], "group", "TG01")
    assert derived_id(ids[0], "group", "TG01") != derived_id(ids[0], "grou", "pTG01")


def _make(workspace: Workspace, cls: type[SyncedRecord]) -> UUID:
    """Add an otherwise empty record of a class."""
    with workspace.write() as session:
        values: dict[str, Any] = {}
        for name, column in fields_of(cls).items():
            table_column = cls.__table__.columns[name]  # type: ignore[attr-defined]
            if not table_column.nullable and table_column.default is None:
                values[name] = new_id() if column.is_id else _something(table_column)
        if cls.derived is not None:
            columns = cls.__table__.columns  # type: ignore[attr-defined]
            of = {
                name: new_id() if fields_of(cls)[name].is_id else _something(columns[name])
                for name in cls.derived.fields
            }
            record = ensure(session, cls, **of)
            values = {name: value for name, value in values.items() if name not in of}
            for name, value in values.items():
                setattr(record, name, value)
        else:
            record = cls(**values)
            session.add(record)
        return record.id


def _something(column: object) -> object:
    kind = str(column.type)  # type: ignore[attr-defined]
    return {"INTEGER": 1, "BLOB": b"x", "DOUBLE": 1.0, "BOOLEAN": True}.get(kind, "x")
