"""What the window's own link to the province does beside sending: the same as the commands'."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import func, select

from desktop.models.carried import CarriedRequest
from desktop.services.all import Services
from desktop.services.looks import LookFile
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.escrow import make_sync
from desktop.ui.jobs import JobRunner
from desktop.ui.looks import Looks
from desktop.ui.session import Session
from desktop.ui.translation import LanguageSwitch
from desktop.ui.widgets.hett_style import DimensionMark, dimension
from sync.hub.records import read_records
from tests.factories import add_learner, make_workspace
from tests.services.near_hub import Laptop, Province, WireRemote


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path / "province")
    yield made
    for laptop in made.laptops[:1]:
        laptop.workspace.close()
    made.hub.close()


def _carried(laptop: Laptop) -> int:
    with laptop.workspace.read() as session:
        waiting = select(func.count()).select_from(CarriedRequest)
        return session.scalar(waiting) or 0


def test_the_window_passes_on_what_others_signed_and_hands_over_recovery(
    qtbot: QtBot,
    province: Province,
    tmp_path: Path,
    switch: LanguageSwitch,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    village, office = province.join(), province.join()
    village.carrying.find(office.id)
    province.wire.up = False
    learner = add_learner(village.workspace, nickname="ดาว")
    village.carrying.write_for(office.id, tmp_path / "a.bundle")
    office.carrying.take(tmp_path / "a.bundle")
    province.wire.up = True
    assert _carried(office)
    wire = province.wire
    services = Services(office.workspace)
    services.carrying = CarryService(office.workspace, wire.post)
    services.sync = make_sync(
        office.workspace,
        services.carrying,
        lambda *known: WireRemote(wire, *known),
        wire.enrol,
    )
    handed = []
    monkeypatch.setattr(
        "desktop.services.sync.escrow.keep_recovery_handed",
        lambda workspace: handed.append(workspace),
    )
    jobs = JobRunner()
    looks = Looks(LookFile(tmp_path), switch)
    opened = Session(services, jobs, looks, switch)

    opened.watch.sync.sync_now()

    with province.hub.database.read() as connection:
        assert learner.bytes in {each.record for each in read_records(connection)}
    assert handed == [office.workspace]
    opened.end()
    jobs.shutdown()
    opened.shell.deleteLater()


def test_a_dimension_named_by_the_centre_is_called_so_on_the_screens(
    qtbot: QtBot, tmp_path: Path, switch: LanguageSwitch
) -> None:
    workspace = make_workspace(tmp_path / "centre")
    services, jobs = Services(workspace), JobRunner()
    opened = Session(services, jobs, Looks(LookFile(tmp_path), switch), switch)
    mark = DimensionMark("T", opened.shell)
    try:
        assert mark.accessibleName() == "อาชีพ"
        services.framework.name_dimension("T", "งานและรายได้")
        qtbot.waitUntil(lambda: mark.accessibleName() == "งานและรายได้")
        services.framework.name_dimension("T", "")
        qtbot.waitUntil(lambda: mark.accessibleName() == "อาชีพ")
        services.framework.name_dimension("T", "งานและรายได้")
        qtbot.waitUntil(lambda: dimension("T").name == "งานและรายได้")
    finally:
        opened.end()
        jobs.shutdown()
        opened.shell.deleteLater()
    assert dimension("T").name == "อาชีพ"  # another centre has its own words
