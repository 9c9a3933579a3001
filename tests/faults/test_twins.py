"""A cloned laptop whose parcels arrive before the hub has noticed it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.models.carried import CarriedRequest
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.opening import open_centre
from tests.factories import PASSCODE, QUICK, add_learner
from tests.services.near_hub import Laptop, Province, copy_of, put_back


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub."""
    made = Province(tmp_path)
    yield made
    made.close()


def _cloned(province: Province, laptop: Laptop, folder: Path) -> Laptop:
    folder.mkdir()
    with laptop.workspace.database.engine.connect() as connection:
        source = connection.connection.dbapi_connection
        assert source is not None
        target = laptop.workspace.database.connect_to(folder / "centre.db")
        source.backup(target)
        target.close()
    shutil.copyfile(laptop.workspace.keys.path, folder / laptop.workspace.keys.path.name)
    opened = open_centre(folder, PASSCODE, clock=province.clock, key_cost=QUICK)
    twin = Laptop(opened, province.wire)
    province.laptops.append(twin)
    return twin


@pytest.mark.parametrize("same_record", [True, False])
def test_what_a_twin_gave_a_neighbour_stands_beside_the_hubs_word(
    province: Province, tmp_path: Path, same_record: bool
) -> None:
    laptop, neighbour = province.join(), province.join()
    laptop.carrying.find(neighbour.id)
    learner = add_learner(laptop.workspace, "พอคี")
    for each in (laptop, neighbour):
        each.sync.sync_now()
    twin = _cloned(province, laptop, tmp_path / "twin")
    if same_record:
        LearnerService(laptop.workspace).edit(learner, {"nickname": "ดาว"})
        LearnerService(twin.workspace).edit(learner, {"phone": "0800000000"})
    else:
        add_learner(laptop.workspace, "นอพอ")
        add_learner(twin.workspace, "ลาเฮ")
    content, _count = twin.carrying.parcel_for(bytes.fromhex(neighbour.id), {}, 1 << 20)
    neighbour.carrying.take_parcel(content)
    laptop.sync.sync_now()

    for _ in range(3):
        for each in (neighbour, twin, laptop):
            each.sync.sync_now()

    people = []
    for each in (neighbour, twin, laptop):
        rows = LearnerLists(each.workspace).find(LearnerQuery(), limit=10)
        phones = [LearnerService(each.workspace).get(row.id).values["phone"] for row in rows]
        people.append(
            sorted((r.full_name, r.nickname, p) for r, p in zip(rows, phones, strict=True))
        )
        assert each.sync.status().waiting == 0
    assert people[0] == people[1] == people[2]
    assert len(people[0]) == (1 if same_record else 3)


def test_a_neighbour_gives_back_what_hub_and_laptop_have_both_lost(
    province: Province, tmp_path: Path
) -> None:
    laptop, neighbour = province.join(), province.join()
    for each in (laptop, neighbour):
        each.sync.sync_now()
    old = _cloned(province, laptop, tmp_path / "old")
    hub_before = copy_of(province.hub.database)
    add_learner(laptop.workspace, "พอคี")
    for each in (laptop, neighbour):
        each.sync.sync_now()
    province.laptops.remove(laptop)
    laptop.workspace.close()
    put_back(province.hub.database, hub_before)
    # The number that was พอคี's is given again, and nobody but the neighbour can tell.
    add_learner(old.workspace, "นอพอ")

    for _ in range(3):
        for each in (old, neighbour):
            each.sync.sync_now()

    for each in (old, neighbour):
        rows = LearnerLists(each.workspace).find(LearnerQuery(), limit=10)
        assert sorted(row.full_name for row in rows) == ["นอพอ", "พอคี"]
        assert each.sync.status().waiting == 0


def test_what_was_passed_on_is_kept_until_the_hub_itself_tells_of_it(
    province: Province, tmp_path: Path
) -> None:
    laptop, neighbour = province.join(), province.join()
    for each in (laptop, neighbour):
        each.sync.sync_now()
    laptop.carrying.find(neighbour.id)
    old = _cloned(province, laptop, tmp_path / "old")
    hub_before = copy_of(province.hub.database)
    add_learner(laptop.workspace, "พอคี")
    content, _count = laptop.carrying.parcel_for(bytes.fromhex(neighbour.id), {}, 1 << 20)
    neighbour.carrying.take_parcel(content)
    assert neighbour.carrying.pass_on()
    province.laptops.remove(laptop)
    laptop.workspace.close()
    # Hub and author are both put back: the neighbour has the last copy.
    put_back(province.hub.database, hub_before)

    for _ in range(3):
        for each in (neighbour, old):
            each.sync.sync_now()

    for each in (old, neighbour):
        rows = LearnerLists(each.workspace).find(LearnerQuery(), limit=10)
        assert [row.full_name for row in rows] == ["พอคี"]
        assert each.sync.status().waiting == 0


def test_what_a_lost_laptop_gave_a_neighbour_reaches_everybody(
    province: Province, tmp_path: Path
) -> None:
    laptop, neighbour = province.join(), province.join()
    laptop.carrying.find(neighbour.id)
    for each in (laptop, neighbour):
        each.sync.sync_now()
    old = _cloned(province, laptop, tmp_path / "old")
    other = _cloned(province, laptop, tmp_path / "other")
    for giver, name in ((laptop, "พอคี"), (other, "ลาเฮ")):
        add_learner(giver.workspace, name)
        content, _count = giver.carrying.parcel_for(bytes.fromhex(neighbour.id), {}, 1 << 20)
        for _ in range(2):
            neighbour.carrying.take_parcel(content)
        province.laptops.remove(giver)
        giver.workspace.close()
    # Under the numbers that were พอคี's and ลาเฮ's the hub hears of นอพอ.
    add_learner(old.workspace, "นอพอ")
    old.sync.sync_now()
    for _ in range(3):
        for each in (neighbour, old):
            each.sync.sync_now()

    for each in (old, neighbour):
        rows = LearnerLists(each.workspace).find(LearnerQuery(), limit=10)
        assert sorted(row.full_name for row in rows) == ["นอพอ", "พอคี", "ลาเฮ"]
        assert each.sync.status().waiting == 0
    assert _carried(neighbour) == []


def _carried(laptop: Laptop) -> list[bytes]:
    with laptop.workspace.read() as session:
        return list(session.scalars(select(CarriedRequest.body).where(CarriedRequest.lane < 255)))
