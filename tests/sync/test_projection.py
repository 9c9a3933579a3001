"""Records as they are now: the same as merged from the feed, and readable only where declared."""

from __future__ import annotations

import json

import pytest
import sqlalchemy as sa

from sync.hub.projection import differing, is_current, open_values, rebuild
from sync.hub.records import all_scopes, read_records
from sync.hub.scope import Scope
from sync.hub.service import Hub
from sync.hub.tables import change, record
from sync.hub.tables import hub as hub_table
from sync.kinds import KINDS, Kind
from tests.sync.world import World


def _differing(world: World) -> list[bytes]:
    with world.hub.database.read() as connection:
        return differing(connection, Scope("58", world.centre))


def _worked(world: World) -> bytes:
    """Two laptops that met in nothing, everything, an end, a decision; the learner's id."""
    one, two = world.join("AA"), world.join("AB")
    learner, other = world.record_id(), world.record_id()
    one.store.edit(learner, "learner", {"given": "มะลิ", "sex": "female", "birth": "2555-01-02"})
    one.store.edit(other, "learner", {"given": "ดาว", "sex": "male"})
    one.store.edit(world.record_id(), "attachment_piece", {"content": b"x" * 100})
    one.sync()
    two.sync()
    for laptop, name in ((one, "มาลี"), (two, "มะลิวัลย์")):
        world.clock.ms += 1_000
        laptop.store.edit(learner, "learner", {"given": name, "status": "found"})
    two.store.edit(other, "learner", {"deleted": True})
    one.store.edit(other, "learner", {"phone": "0812345678"})
    for laptop in (one, two, one):
        laptop.sync()
    return learner


def test_it_is_what_the_feed_gives(world: World) -> None:
    learner = _worked(world)
    assert _differing(world) == []
    with world.hub.database.read() as connection:
        found = {each.record: each for each in read_records(connection)}
    assert found[learner].conflicts == 1
    assert found[learner].open == {"sex": "female", "status": "found"}
    assert sorted(each.hidden for each in found.values()) == [False, False, True]


@pytest.mark.parametrize("odd", [float("inf"), float("nan"), 1e308, -1e300, 0.1, -0.0, 5e-324])
def test_a_number_of_any_size_is_the_same_in_every_database(world: World, odd: float) -> None:
    one = world.join("AA")
    one.store.edit(world.record_id(), "credit_move", {"credits": odd})
    one.store.edit(world.record_id(), "action", {"hours": odd, "budget": [odd, 1 << 60]})
    one.sync()
    assert _differing(world) == []


def test_sql_counts_what_is_open(world: World) -> None:
    _worked(world)
    sex = record.c.open["sex"].as_string()
    with world.hub.database.read() as connection:
        counted = connection.execute(
            sa.select(sex, sa.func.count())
            .where(record.c.kind == "learner", record.c.hidden.is_(False))
            .group_by(sex)
        ).all()
    assert [tuple(row) for row in counted] == [("female", 1)]


def test_of_a_record_written_once_the_change_is_not_kept_twice(world: World) -> None:
    laptop = world.join("AA")
    identity = world.record_id()
    laptop.store.edit(identity, "learner", {"given": "มะลิ"})
    laptop.sync()
    states = sa.select(record.c.state)
    with world.hub.database.read() as connection:
        assert connection.execute(states).scalar_one() is None
    assert world.hub_states()[identity]["given"].value == "มะลิ"

    laptop.store.edit(identity, "learner", {"given": "มาลี"})
    laptop.sync()
    with world.hub.database.read() as connection:
        assert connection.execute(states).scalar_one() is not None
    assert world.hub_states()[identity]["given"].value == "มาลี"
    assert _differing(world) == []


def test_a_difference_is_told_and_mended(world: World) -> None:
    learner = _worked(world)
    database, scope = world.hub.database, Scope("58", world.centre)
    wrong: tuple[dict[str, object], ...] = ({"conflicts": 5}, {"open": {}}, {"hidden": True})
    for spoiled in wrong:
        with database.write() as connection:
            connection.execute(sa.update(record).values(**spoiled))
        assert learner in _differing(world)
        with database.write() as connection:
            assert rebuild(connection, scope) == 3
        assert _differing(world) == []


def test_another_programs_declarations_make_it_anew(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    learner = _worked(world)
    wider = Kind(KINDS["learner"].lane, open=KINDS["learner"].open | {"birth"})
    monkeypatch.setitem(KINDS, "learner", wider)
    with world.hub.database.read() as connection:
        assert not is_current(connection)

    again = Hub(world.hub.database, world.clock)

    with again.database.read() as connection:
        assert is_current(connection)
        shown = {each.record: each.open for each in read_records(connection)}
    assert shown[learner]["birth"] == "2555-01-02"


def test_only_what_is_declared_and_is_a_code_is_readable() -> None:
    told = open_values(
        "learner",
        {
            "sex": "female",
            "village_id": bytes(16),
            "registered_on": "2569-11-22",
            "given": "Mali",
            "of_a_newer_program": "a",
            "status": "มะลิ ธารน้ำเงา",
            "close_reason": "went to the city",
            "case_step": "x" * 65,
            "merged_into": b"x" * 40,
            "deleted": True,
        },
    )
    assert told == {
        "sex": "female",
        "village_id": "00" * 16,
        "registered_on": "2569-11-22",
        "deleted": True,
    }
    assert json.dumps(told)
    assert open_values("kind_of_a_newer_program", {"status": "a", "deleted": True}) == {
        "deleted": True
    }
    assert open_values("partner", {"languages": ["th", "มะลิ"], "villages": ["a"]}) == {
        "villages": ["a"]
    }


def test_no_row_has_a_field_in_the_clear_that_is_not_declared(world: World) -> None:
    _worked(world)
    with world.hub.database.read() as connection:
        rows = connection.execute(
            sa.select(record, change.c.fields).join(change, change.c.record == record.c.record)
        ).all()
        assert all_scopes(connection) == [Scope("58", world.centre)]
        assert connection.execute(sa.select(hub_table.c.projection)).scalar_one()
    assert rows
    for row in rows:
        said = (
            b"".join(bytes(each) for each in (row.state or b"", row.fields))
            + json.dumps(row.open).encode()
        )
        for secret in ("มะลิ", "มาลี", "0812345678", "2555-01-02", "given"):
            assert secret.encode() not in said
            assert secret.encode("unicode_escape") not in said
