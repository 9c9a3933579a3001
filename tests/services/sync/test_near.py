"""The office serves the villages: their work meets there and goes on as they signed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.learners.service import LearnerService
from desktop.services.sync.near import NearService
from sync.address import Way
from sync.client import post_once
from sync.hub.records import read_records
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def _near(laptop: Laptop) -> NearService:
    return NearService(laptop.workspace, laptop.carrying)


def _knows(laptop: Laptop, learner: UUID) -> bool:
    try:
        return bool(LearnerService(laptop.workspace).get(learner))
    except UserError:
        return False


def test_villages_meet_at_the_office_and_reach_the_hub_through_it(province: Province) -> None:
    office, first, second = province.join(), province.join(), province.join()
    # The one that joined last knows of all; the others hear of it from the office.
    office.carrying.find(second.id)
    province.wire.up = False
    here, there = add_learner(first.workspace), add_learner(second.workspace)
    at_office = add_learner(office.workspace)
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"

    went = _near(first).visit(address)
    assert went.sent == first.sync.status().waiting
    assert went.neighbour == office.id
    _near(second).visit(address)
    again = _near(first).visit(address)
    idle = _near(first).visit(address)

    assert again.sent == 0
    assert again.received
    assert (idle.sent, idle.received) == (0, 0)
    for laptop in (office, first, second):
        assert all(_knows(laptop, each) for each in (here, there, at_office))
    assert first.sync.status().waiting
    province.wire.up = True
    office.sync.sync_now()
    with province.hub.database.read() as connection:
        assert {here.bytes, there.bytes, at_office.bytes} <= {
            each.record for each in read_records(connection)
        }
        signed = connection.exec_driver_sql(
            "SELECT device FROM change WHERE record = ?", (here.bytes,)
        ).scalars()
        assert {bytes(each).hex() for each in signed} == {first.id}
    assert _near(first).visit(address).receipts == 1
    assert first.sync.status().waiting == 0
    serving.stop()
    assert serving.port == 0
    with pytest.raises(UserError, match="offline"):
        _near(first).visit(address)


def test_strangers_and_the_revoked_get_nothing(province: Province, tmp_path: Path) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    other = Province(tmp_path / "elsewhere")
    stranger = other.join()
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"
    try:
        with pytest.raises(UserError, match="hub_wrong_hub"):
            _near(stranger).visit(address)
        with pytest.raises(UserError, match="near_itself"):
            _near(office).visit(address)
        with pytest.raises(UserError, match="near_bad_address"):
            _near(village).visit("ftp://127.0.0.1")
        with pytest.raises(Exception, match="not_a_bundle"):
            post_once(Way(f"http://{address}"), "/v1/near", b"x" * 100)
        province.hub.revoke(bytes.fromhex(village.id))
        province.clock.now_ms += 25 * 60 * 60 * 1000
        office.sync.sync_now()
        learner = add_learner(village.workspace)
        with pytest.raises(UserError, match=r"hub_revoked|hub_unknown_device"):
            _near(village).visit(address)
        assert not _knows(office, learner)
    finally:
        serving.stop()
        other.close()
