"""Values that could never be sent are refused before they are stored, and nothing is lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import String, inspect, select

from desktop.errors import UserError
from desktop.models.base import synced_classes
from desktop.models.capture_new import add_new
from desktop.models.capture_values import MOST_NESTED, check_value
from desktop.models.fields import ThaiString, fields_of
from desktop.models.people import Learner
from desktop.models.program import Change, DeviceState
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync.columns import pack_changes, unpack_changes
from sync.errors import Malformed
from sync.kinds import Lane
from sync.protocol import MAX_DEPTH
from sync.protocol import Change as ProtocolChange
from sync.texts import LINE_LETTERS, TEXT_LETTERS, most_letters
from sync.value_columns import check_plain
from tests.factories import add_learner

_HALF = "มะลิ\ud83d"


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (_HALF, "text_not_unicode"),
        ([{"a": _HALF}], "text_not_unicode"),
        ({_HALF: 1}, "text_not_unicode"),
        (1 << 63, "value_out_of_range"),
        (-(1 << 63) - 1, "value_out_of_range"),
        ([1 << 64], "value_out_of_range"),
        (_nested(MAX_DEPTH + 1), "value_out_of_range"),
        (_nested(100_000), "value_out_of_range"),
        ("\x00", "text_not_unicode"),
        ([{"a": "มะลิ\x1b"}], "text_not_unicode"),
    ],
    ids=[
        "half",
        "inside",
        "key",
        "large",
        "small",
        "inside large",
        "nested",
        "very nested",
        "nothing",
        "control inside",
    ],
)
def test_what_cannot_be_sent_is_refused(value: Any, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_value("contact", "note", value)
    assert refusal.value.code == code
    assert refusal.value.values == {"field": "note"}


@pytest.mark.parametrize(
    "value", [(1 << 63) - 1, -(1 << 63), "มะลิ 😀", _nested(MAX_DEPTH), True, 1.5, b"\xff", None]
)
def test_what_is_taken_can_be_sent(value: Any) -> None:
    check_value("contact", "note", value)
    check_plain(value)


def test_the_limit_is_that_of_the_protocol() -> None:
    assert MOST_NESTED == MAX_DEPTH
    with pytest.raises(Malformed):
        check_plain(_nested(MAX_DEPTH + 1))


def _state(workspace: Workspace) -> tuple[int, list[int], bytes]:
    with workspace.read() as session:
        device = session.get_one(DeviceState, 1)
        return device.next_number, list(device.next_seq), device.last_stamp


def test_every_field_of_one_line_is_known_as_one() -> None:
    for cls in synced_classes().values():
        columns = inspect(cls).columns
        for name, field in fields_of(cls).items():
            if not isinstance(columns[name].type, String | ThaiString):
                continue
            wanted = TEXT_LETTERS if field.type == "text" else LINE_LETTERS
            assert most_letters(cls.kind, name) == wanted, f"{cls.kind}.{name}"


def test_a_text_is_as_long_as_its_field_takes(workspace: Workspace) -> None:
    someone = add_learner(workspace, surname="ย" * LINE_LETTERS)
    service = LearnerService(workspace)
    service.edit(someone, {"interests": "ก" * TEXT_LETTERS})
    for name, most in (("surname", LINE_LETTERS), ("interests", TEXT_LETTERS)):
        with pytest.raises(UserError) as refusal:
            service.edit(someone, {name: "ก" * (most + 1)})
        assert refusal.value.code == "text_too_long"
        assert refusal.value.values == {"field": name, "most": f"{most:,}"}


def test_what_nobody_can_see_is_left_out_as_typed_and_imported(workspace: Workspace) -> None:
    someone = add_learner(workspace, surname="ธาร\x00น้ำ")
    LearnerService(workspace).edit(someone, {"interests": "วาดรูป\x0bตกปลา\x07"})
    with workspace.write() as session:
        add_new(session, Learner, [{"given": "มะลิ\x00", "code": "1"}])
    sent = [
        write.value
        for change in _waiting(workspace)
        for write in change.fields.values()
        if isinstance(write.value, str)
    ]
    assert {"ธารน้ำ", "วาดรูป\nตกปลา", "มะลิ"} <= set(sent)


def _waiting(workspace: Workspace) -> list[ProtocolChange]:
    store = DesktopStore(workspace)
    return [change for lane in Lane for change in store.pending(lane, 0, 1 << 40)]


def test_a_refused_edit_leaves_everything_as_it_was(workspace: Workspace) -> None:
    someone = add_learner(workspace)
    before = _state(workspace)
    with pytest.raises(UserError) as refusal:
        LearnerService(workspace).edit(someone, {"nickname": _HALF})
    assert refusal.value.code == "text_not_unicode"
    assert _state(workspace) == before
    LearnerService(workspace).edit(someone, {"nickname": "ดาว"})
    for change in _waiting(workspace):
        assert unpack_changes(pack_changes([change])) == [change]


def test_a_refused_row_of_many_leaves_none(workspace: Workspace) -> None:
    before = _state(workspace)
    with pytest.raises(UserError), workspace.write() as session:
        add_new(session, Learner, [{"given": "มะลิ"}, {"given": _HALF}])
    assert _state(workspace) == before
    with workspace.read() as session:
        changes = session.scalars(select(Change).where(Change.kind == Learner.kind)).all()
    assert not changes
    assert not LearnerLists(workspace).ids(LearnerQuery(), 10)
