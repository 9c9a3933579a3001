"""From laptop to laptop on a stick, and on to the hub with the authors' signatures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import func, select

from desktop.errors import UserError
from desktop.models.carried import NEWS_LANE, CarriedReceipt, CarriedRequest
from desktop.models.program import Change
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.sync.carrying import CarryService
from sync.address import Way
from sync.errors import Rejected
from sync.hub.records import read_records
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province, copy_of, put_back


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its first laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def _nickname(laptop: Laptop, learner: UUID) -> object:
    return LearnerService(laptop.workspace).get(learner).values["nickname"]


def _counted(laptop: Laptop, table: type) -> int:
    with laptop.workspace.read() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def _at_hub(province: Province) -> set[bytes]:
    with province.hub.database.read() as connection:
        return {each.record for each in read_records(connection)}


def test_a_file_brings_the_work_of_one_laptop_to_another(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    first.carrying.find(second.id)
    province.wire.up = False
    learner = add_learner(first.workspace, nickname="ดาว")
    waiting = first.sync.status().waiting

    written = first.carrying.write_for(second.id, tmp_path / "a.bundle")
    taken = second.carrying.take(tmp_path / "a.bundle")

    assert written.changes == taken.received == waiting
    assert taken.carried >= 1
    assert taken.left_out == 0
    assert _nickname(second, learner) == "ดาว"
    assert first.sync.status().waiting == waiting
    assert "ดาว".encode() not in (tmp_path / "a.bundle").read_bytes()


def test_five_times_is_once_and_an_old_file_does_no_harm(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    learner = add_learner(first.workspace, nickname="ดาว")
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    assert second.carrying.take(tmp_path / "a.bundle").received
    LearnerService(second.workspace).edit(learner, {"nickname": "เดือน"})
    log = _counted(second, Change)

    for _ in range(4):
        assert second.carrying.take(tmp_path / "a.bundle").received == 0

    assert _counted(second, Change) == log
    assert _nickname(second, learner) == "เดือน"
    for laptop in (second, first, second, first):
        laptop.sync.sync_now()
    assert _nickname(first, learner) == "เดือน"
    assert second.carrying.take(tmp_path / "a.bundle").carried == 0


def test_the_reader_passes_on_what_the_author_signed_and_brings_its_receipt(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    learner = add_learner(first.workspace, nickname="ดาว")
    first.carrying.write_for(second.id, tmp_path / "out.bundle")
    second.carrying.take(tmp_path / "out.bundle")

    second.sync.sync_now()

    assert learner.bytes in _at_hub(province)
    assert _counted(second, CarriedReceipt) == 1
    assert _counted(second, CarriedRequest)
    second.sync.sync_now()
    # Now the hub itself has said that it holds them.
    assert second.carrying.pass_on() == 0
    with second.workspace.read() as session:
        lanes = session.scalars(select(CarriedRequest.lane)).all()
    assert set(lanes) <= {NEWS_LANE}
    with province.hub.database.read() as connection:
        authors = {
            bytes(row.device).hex()
            for row in connection.exec_driver_sql(
                "SELECT device FROM change WHERE record = ?", (learner.bytes,)
            )
        }
    assert authors == {first.id}
    second.carrying.write_for(first.id, tmp_path / "back.bundle")
    back = first.carrying.take(tmp_path / "back.bundle")
    assert back.receipts == 1
    assert first.sync.status().waiting == 0
    assert first.sync.status().receipt


def test_a_third_laptop_hears_of_it_through_the_second(province: Province, tmp_path: Path) -> None:
    first, second, third = province.join(), province.join(), province.join()
    for each in (first, second):
        each.carrying.find(third.id)
    province.wire.up = False
    learner = add_learner(first.workspace, nickname="ดาว")
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")
    second.carrying.write_for(third.id, tmp_path / "b.bundle")

    third.carrying.take(tmp_path / "b.bundle")

    assert _nickname(third, learner) == "ดาว"
    province.wire.up = True
    for laptop in (third, second, first, third, second):
        laptop.sync.sync_now()
    with province.hub.database.read() as connection:
        copies = connection.exec_driver_sql(
            "SELECT count(*) FROM change WHERE record = ? AND fields IS NOT NULL "
            "GROUP BY stamp HAVING count(*) > 1",
            (learner.bytes,),
        ).all()
    assert copies == []


def test_another_laptop_cannot_read_it_nor_a_stranger_write_it(
    province: Province, tmp_path: Path
) -> None:
    first, second, third = province.join(), province.join(), province.join()
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    with pytest.raises(UserError, match="hub_wrong_device"):
        third.carrying.take(tmp_path / "a.bundle")
    other = Province(tmp_path / "elsewhere")
    stranger = other.join()
    try:
        with pytest.raises(UserError, match="hub_wrong_hub"):
            stranger.carrying.take(tmp_path / "a.bundle")
        with pytest.raises(UserError, match="laptop_unknown"):
            stranger.carrying.write_for(second.id, tmp_path / "b.bundle")
    finally:
        other.close()
    with pytest.raises(UserError, match="file_exists"):
        first.carrying.write_for(second.id, tmp_path / "a.bundle")


def test_a_revoked_laptop_is_refused_on_a_stick_too(province: Province, tmp_path: Path) -> None:
    first, second = province.join(), province.join()
    first.carrying.find(second.id)
    learner = add_learner(first.workspace)
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    province.hub.revoke(bytes.fromhex(first.id))
    province.clock.now_ms += 25 * 60 * 60 * 1000
    second.sync.sync_now()

    with pytest.raises(UserError, match="hub_revoked"):
        second.carrying.take(tmp_path / "a.bundle")
    with pytest.raises(UserError, match="hub_revoked"):
        second.carrying.write_for(first.id, tmp_path / "b.bundle")
    with pytest.raises(UserError):
        LearnerService(second.workspace).get(learner)


def test_erasing_a_person_takes_them_out_of_what_is_carried(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    learner = add_learner(first.workspace)
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")
    with second.workspace.read() as session:
        assert any(learner.bytes in row for row in session.scalars(select(CarriedRequest.records)))

    ErasureService(second.workspace).erase(learner, "ผู้ปกครองขอ")

    with second.workspace.read() as session:
        assert not any(
            learner.bytes in row for row in session.scalars(select(CarriedRequest.records))
        )


def test_the_rest_of_what_an_erasing_drops_goes_on_without_its_author(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    gone, stays = add_learner(first.workspace, "พอคี"), add_learner(first.workspace, "นอพอ")
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")

    ErasureService(second.workspace).erase(gone, "ผู้ปกครองขอ")
    # The first laptop is never seen again.
    second.sync.sync_now()

    assert stays.bytes in _at_hub(province)
    assert second.sync.status().waiting == 0


def test_what_the_hub_refuses_behind_a_gap_goes_on_without_its_author(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    before = copy_of(province.hub.database)
    add_learner(first.workspace, "พอคี")
    first.sync.sync_now()
    learner = add_learner(first.workspace, "นอพอ")
    put_back(province.hub.database, before)
    second.sync.sync_now()
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")

    # The first laptop is never seen again.
    for _ in range(2):
        second.sync.sync_now()

    assert learner.bytes in _at_hub(province)
    assert second.sync.status().waiting == 0
    assert second.carrying.take(tmp_path / "a.bundle").received == 0


def test_a_network_that_answers_for_the_hub_takes_nothing_from_what_is_carried(
    province: Province, tmp_path: Path
) -> None:
    first, second = province.join(), province.join()
    learner = add_learner(first.workspace)
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")

    def sign_in_page(_way: Way, _path: str, _body: bytes) -> bytes:
        raise Rejected("not_a_hub", status=404)

    with pytest.raises(Rejected):
        CarryService(second.workspace, sign_in_page).pass_on()
    second.carrying.pass_on()

    assert learner.bytes in _at_hub(province)
