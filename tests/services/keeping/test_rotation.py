"""Which backups are kept and which go: tiers, schedule, and never the last good one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.models.program import ErasurePlace
from desktop.services.keeping import backups as backup_service
from desktop.services.keeping.backup_schedule import CLOSING, SIGN_IN, WORKING, Standing, due
from desktop.services.keeping.backup_tiers import Made, Tiers, staying
from desktop.services.keeping.backups import BackupService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.storage.backup_files import FOLDER
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner

DAY = timedelta(days=1)

moments = st.integers(0, 60_000).map(lambda days: datetime(1990, 1, 1, 7, tzinfo=UTC) + days * DAY)


@given(st.lists(moments, max_size=80))
def test_rotation_keeps_the_newest_and_never_more_than_its_tiers(times: list[datetime]) -> None:
    made = [Made(number, at) for number, at in enumerate(times, 1)]

    stay = staying(made)

    newest = [each.number for each in made[-12:]]
    assert set(newest) <= stay
    assert len(stay) <= 12 + 10 + 9
    assert staying([each for each in made if each.number in stay]) == stay


@given(st.lists(moments, min_size=1, max_size=60), moments)
def test_one_jump_of_the_clock_pushes_out_at_most_one_of_each_tier(
    times: list[datetime], odd: datetime
) -> None:
    made = [Made(number, at) for number, at in enumerate(sorted(times), 1)]
    with_odd = [*made, Made(len(made) + 1, odd)]

    lost = staying(made) - staying(with_odd)

    assert len(lost) <= 3


def test_a_year_of_daily_work_leaves_twelve_days_and_nine_weeks() -> None:
    start = datetime(2026, 1, 5, 9, tzinfo=UTC)
    made: list[Made] = []
    number = 0
    for day in range(365):
        for hour in (0, 2, 4, 6):
            number += 1
            made.append(Made(number, start + day * DAY + timedelta(hours=hour)))
            stay = staying(made)
            made = [each for each in made if each.number in stay]

    days = {each.at.date() for each in made}
    assert len(made) <= 31
    assert len(days) >= 15
    assert max(made, key=lambda m: m.number).number == number
    assert (start + 364 * DAY - min(each.at for each in made)).days >= 7 * 7


def test_thin_tiers_still_keep_the_newest() -> None:
    made = [Made(number, datetime(2026, 1, 1, tzinfo=UTC)) for number in range(1, 9)]

    assert 8 in staying(made, Tiers(0, 0, 0))


@pytest.mark.parametrize(
    ("moment", "writes", "minutes", "wanted"),
    [
        (SIGN_IN, None, None, True),
        (SIGN_IN, 0, 100_000, False),
        (SIGN_IN, 1, 60, False),
        (SIGN_IN, 1, 24 * 60, True),
        (WORKING, 5, 59, False),
        (WORKING, 5, 60, True),
        (WORKING, 300, 10, True),
        (WORKING, 300, 9, False),
        (CLOSING, 1, 9, False),
        (CLOSING, 1, 10, True),
        (CLOSING, 1, -5, True),
    ],
)
def test_a_backup_is_due(
    moment: str, writes: int | None, minutes: int | None, wanted: bool
) -> None:
    age = None if minutes is None else minutes * 60_000

    assert due(moment, Standing(writes, age)) is wanted


def test_the_own_folder_keeps_its_tiers_and_numbers_grow(workspace: Workspace) -> None:
    service = BackupService(workspace)
    assert service.due(SIGN_IN)
    for _ in range(3):
        service.keep()
    clock = workspace.database.clock
    assert isinstance(clock, Clock)
    kept = service.kept()

    assert [each.number for each in kept] == [3, 2, 1]
    assert not service.due(WORKING)
    add_learner(workspace)
    assert not service.due(WORKING)
    clock.now_ms += 3_600_000
    assert service.due(WORKING)
    assert all(each.manifest is not None for each in kept)


def test_rotation_never_takes_the_last_good_one(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = BackupService(workspace)
    good = service.keep().path
    for number in (2, 3):
        name = f"centre-20261122-120000-{number:06d}.backup"
        (workspace.folder / FOLDER / name).write_bytes(b"torn")
    monkeypatch.setattr(backup_service, "USUAL", Tiers(1, 0, 0))

    service._rotate(Tiers(1, 0, 0))

    assert good.exists()
    assert [each.manifest is None for each in service.kept()] == [True, True, False]
    newer = service.keep().path
    assert [each.path for each in service.kept()] == [newer]


def test_backups_that_hold_an_erased_person_go_once_a_newer_one_stands(
    workspace: Workspace,
) -> None:
    service = BackupService(workspace)
    gone = add_learner(workspace, "ดาวเรือง")
    holding = [service.keep().path.name, service.keep().path.name]
    ErasureService(workspace).erase(gone, "เจ้าตัวขอ")
    assert {kept.path.name for kept in service.holding(workspace.now())} == set(holding)

    newer = service.renew()

    assert [kept.path for kept in service.kept()] == [newer.path]
    with workspace.database.read() as session:
        waiting = session.scalars(
            select(ErasurePlace.name).where(
                ErasurePlace.place == "backup", ErasurePlace.gone_at.is_(None)
            )
        ).all()
    assert waiting == []
