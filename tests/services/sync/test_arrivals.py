"""What arrives for the first time is stored in bulk, exactly as if it came record by record."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest

from desktop.services.learners.service import LearnerService
from desktop.services.sync.arrivals import Arrivals
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync.kinds import Lane
from sync.ports import Incoming, LinkState
from sync.protocol import Change, FieldWrite
from tests.factories import Clock, add_learner, make_workspace

_TABLES = (
    "learner", "learner_code", "carer", "change", "conflict", "set_aside", "foreign_record",
    "learner_search", "village", "user", "centre",
)  # fmt: skip

Spoil = Callable[[list[Change]], list[Change]]


def _as_made(changes: list[Change]) -> list[Change]:
    return changes


def _with(changes: list[Change], kind: str, **fields: Any) -> list[Change]:
    """Fields put into the first change of a kind."""
    at = next(place for place, each in enumerate(changes) if each.kind == kind)
    writes = {name: FieldWrite(value) for name, value in fields.items()}
    changed = msgspec.structs.replace(changes[at], fields={**changes[at].fields, **writes})
    return [*changes[:at], changed, *changes[at + 1 :]]


def _doubted(changes: list[Change]) -> list[Change]:
    return [msgspec.structs.replace(each, doubtful=True) for each in changes]


def _from_the_far_future(changes: list[Change]) -> list[Change]:
    return [msgspec.structs.replace(each, wall_ms=1 << 52) for each in changes]


def _of_two_minds(changes: list[Change]) -> list[Change]:
    """Two writes of a name that did not see each other."""
    first = next(each for each in changes if each.kind == "learner")
    other = msgspec.structs.replace(
        first, fields={"given": FieldWrite("อีกชื่อ")}, stamp=b"\x02" * 16, device=b"otherone",
        seq=1,
    )  # fmt: skip
    return [*changes, other]


_CASES: tuple[Spoil, ...] = (
    _as_made,
    _of_two_minds,
    lambda changes: _doubted(_from_the_far_future([*changes, changes[-1]])),
    lambda changes: _with(changes, "learner", a_later_field={"ก": [1, None]}, given=None),
    lambda changes: _with(_with(changes, "learner", given=7), "learner_code", learner_id=b"no"),
    lambda changes: _with(changes, "learner", erased="2026-11-23"),
    lambda changes: [msgspec.structs.replace(each, kind="of_later") for each in changes],
)


@pytest.mark.parametrize("spoil", _CASES)
def test_bulk_and_single_leave_the_same_rows(
    tmp_path: Path, workspace: Workspace, spoil: Spoil, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner_id = add_learner(
        workspace, "นํ้าใส", surname="ธารนํ้าเงา", village="3", national_id="1999900000013",
        birth="2554",
    )  # fmt: skip
    add_learner(workspace, "บุญยืน")
    LearnerService(workspace).edit(learner_id, {"nickname": "ดาว", "phone": "0800000000"})
    LearnerService(workspace).edit(learner_id, {"nickname": "เดือน"})
    store = DesktopStore(workspace)
    made = [change for lane in Lane for change in store.pending(lane, 0, 1 << 30)]
    changes = spoil(made)

    in_bulk = _stored(tmp_path / "bulk", workspace, changes)
    monkeypatch.setattr(Arrivals, "take", lambda _self, _arrived: False)
    one_by_one = _stored(tmp_path / "single", workspace, changes)

    assert in_bulk == one_by_one


def test_most_arrivals_go_in_bulk(
    tmp_path: Path, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        add_learner(workspace)
    store = DesktopStore(workspace)
    changes = [change for lane in Lane for change in store.pending(lane, 0, 1 << 30)]
    taken = []
    take = Arrivals.take

    def noted(arrivals: Arrivals, arrived: Sequence[Change]) -> bool:
        taken.append(take(arrivals, arrived))
        return taken[-1]

    monkeypatch.setattr(Arrivals, "take", noted)
    _stored(tmp_path / "bulk", workspace, changes)
    assert all(taken)
    assert len(taken) == len({change.record for change in changes})


def _stored(
    folder: Path, workspace: Workspace, changes: list[Change]
) -> dict[str, list[dict[str, Any]]]:
    """Every row of the tables that matter, as a laptop of its own stores these changes."""
    laptop = make_workspace(folder, Clock(Clock().now_ms + 60_000), joining=workspace.centre_id)
    try:
        store = DesktopStore(laptop)
        before = _rows(laptop)
        store.apply(Incoming(LinkState(), store.acknowledged(), tuple(changes)))
        return {
            table: [row for row in rows if row not in before[table]]
            for table, rows in _rows(laptop).items()
        }
    finally:
        laptop.close()


def _rows(laptop: Workspace) -> dict[str, list[dict[str, Any]]]:
    found = {}
    with laptop.read() as session:
        for table in _TABLES:
            rows = session.connection().exec_driver_sql(f'SELECT * FROM "{table}"').mappings()
            # Rows may be numbered in another order; each record's own order is what counts.
            found[table] = sorted(
                [
                    {
                        name: _unpacked(name, value)
                        for name, value in row.items()
                        if name not in ("number", "last_change", "rowid")
                    }
                    for row in rows
                ],
                key=repr,
            )
    return found


def _unpacked(name: str, value: Any) -> Any:
    if name == "field_stamps":
        groups = msgspec.msgpack.decode(value, type=list[tuple[bytes, list[str]]])
        return sorted((stamp, sorted(names)) for stamp, names in groups)
    if name == "typed" and value is not None:
        # What was typed, by field; in which order the fields stand says nothing.
        return sorted(msgspec.msgpack.decode(value, type=dict[str, str]).items())
    return value
