"""Values that could never be sent are refused before they are stored, and nothing is lost by it."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.capture_new import add_new
from desktop.models.capture_values import MOST_NESTED, check_value
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
    ],
    ids=["half", "inside", "key", "large", "small", "inside large", "nested", "very nested"],
)
def test_what_cannot_be_sent_is_refused(value: Any, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        check_value("note", value)
    assert refusal.value.code == code
    assert refusal.value.values == {"field": "note"}


@pytest.mark.parametrize(
    "value", [(1 << 63) - 1, -(1 << 63), "มะลิ 😀", _nested(MAX_DEPTH), True, 1.5, b"\xff", None]
)
def test_what_is_taken_can_be_sent(value: Any) -> None:
    check_value("note", value)
    check_plain(value)


def test_the_limit_is_that_of_the_protocol() -> None:
    assert MOST_NESTED == MAX_DEPTH
    with pytest.raises(Malformed):
        check_plain(_nested(MAX_DEPTH + 1))


def _state(workspace: Workspace) -> tuple[int, list[int], bytes]:
    with workspace.read() as session:
        device = session.get_one(DeviceState, 1)
        return device.next_number, list(device.next_seq), device.last_stamp


def test_a_refused_edit_leaves_everything_as_it_was(workspace: Workspace) -> None:
    someone = add_learner(workspace)
    before = _state(workspace)
    with pytest.raises(UserError) as refusal:
        LearnerService(workspace).edit(someone, {"nickname": _HALF})
    assert refusal.value.code == "text_not_unicode"
    assert _state(workspace) == before
    LearnerService(workspace).edit(someone, {"nickname": "ดาว"})
    store = DesktopStore(workspace)
    waiting = [change for lane in Lane for change in store.pending(lane, 0, 1 << 40)]
    for change in waiting:
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
