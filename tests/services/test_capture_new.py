"""Many new records at once: the same rows and change rows as one by one."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desktop.models.capture import UncapturedWriteError
from desktop.models.capture_new import add_new
from desktop.models.fields import fields_of
from desktop.models.people import Carer, Learner, LearnerCode
from desktop.models.program import Change, DeviceState, LearnerSearch
from desktop.services.workspace import Workspace

_PEOPLE: list[dict[str, Any]] = [
    {"code": "580604-AA-00001", "given": "นำ้ฝน", "surname": "ธารน้ำเงา", "birth": "2011-11"},
    {"code": "580604-AA-00002", "given": "มานะ", "birth_estimated": True, "extra": {"ก": "ข"}},
]  # fmt: skip


def _stored(session: Any, cls: Any) -> list[dict[str, Any]]:
    names = [*fields_of(cls), "typed", "created_by", "centre_id", "sort_key"]
    return [
        {name: getattr(record, name) for name in names if hasattr(record, name)}
        for record in session.scalars(select(cls).order_by(cls.code))
    ]


def test_rows_are_those_of_mapped_objects(workspace: Workspace) -> None:
    with workspace.write() as session:
        session.add_all(Learner(**person) for person in _PEOPLE)
    with workspace.read() as session:
        one_by_one = _stored(session, Learner)
        changes = list(session.scalars(select(Change).where(Change.kind == "learner")))
        singly = [(c.fields, c.lane, c.created, c.author, c.epoch) for c in changes]
    with workspace.write() as session:
        add_new(session, Learner, [{**each, "code": each["code"] + "b"} for each in _PEOPLE])
    with workspace.read() as session:
        both = _stored(session, Learner)
        at_once = [{**row, "code": row["code"][:-1]} for row in both if row["code"].endswith("b")]
        changes = list(
            session.scalars(select(Change).where(Change.kind == "learner").order_by(Change.number))
        )[2:]
        for change in changes:
            change.fields["code"][0] = change.fields["code"][0][:-1]

        assert at_once == one_by_one
        assert [(c.fields, c.lane, c.created, c.author, c.epoch) for c in changes] == singly
        assert [c.seq for c in changes] == [changes[0].seq, changes[0].seq + 1]


def test_an_ordinary_edit_follows_and_numbers_have_no_gap(workspace: Workspace) -> None:
    with workspace.write() as session:
        first, _second = add_new(session, Learner, _PEOPLE)
        add_new(session, LearnerCode, [
            {"learner_id": first, "code_kind": "g_code", "value": "G644200000001"},
        ])  # fmt: skip
        session.get_one(Learner, first).nickname = "ฝน"
    with workspace.read() as session:
        device = session.get_one(DeviceState, 1)
        numbers = list(session.scalars(select(Change.number).order_by(Change.number)))
        edit = session.scalars(select(Change).order_by(Change.number.desc()).limit(1)).one()
        made = session.scalars(
            select(Change).where(Change.record_id == first).order_by(Change.number).limit(1)
        ).one()

        assert numbers == list(range(1, device.next_number))
        assert edit.fields == {"nickname": ["ฝน", [], None]}
        assert edit.action == made.action
        assert edit.stamp > made.stamp


def test_search_rows_are_made(workspace: Workspace) -> None:
    with workspace.write() as session:
        first, _second = add_new(session, Learner, _PEOPLE)
        add_new(session, Carer, [{"learner_id": first, "name": "อรพินท์"}])
    with workspace.read() as session:
        key = session.scalar(select(LearnerSearch.key).where(LearnerSearch.learner_id == first))

    assert key is not None
    assert "อรพินท" in key


def test_outside_a_write_it_is_refused(workspace: Workspace) -> None:
    with workspace.read() as session, pytest.raises(UncapturedWriteError):
        add_new(session, Learner, _PEOPLE)
