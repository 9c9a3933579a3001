"""A centre with a life round it, made once; each test opens a copy of it in the real window."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.sign_in import SignInService
from desktop.ui.jobs import JobRunner
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.window import Window, open_window
from tests.made_schema import remembered
from tests.tour.story import QUICK, Story, tell
from tests.ui.window.hands import Hands, Opening


@pytest.fixture(scope="session")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Story]:
    """The folder of the centre that the tour's story tells, and what happened in it."""
    folder = tmp_path_factory.mktemp("lived_in")
    with remembered():
        return folder / "centre", tell(SignInService(folder / "centre", QUICK), folder)


@pytest.fixture(autouse=True)
def _schema_is_copied() -> Iterator[None]:
    """Every centre that begins here gets a copy of the schema."""
    with remembered():
        yield


@pytest.fixture
def story(lived_in: tuple[Path, Story]) -> Story:
    """What happened in the centre that `hands` opens."""
    return lived_in[1]


@pytest.fixture
def hands(
    qtbot: QtBot,
    qapp: QApplication,
    tmp_path: Path,
    switch: LanguageSwitch,
    lived_in: tuple[Path, Story],
) -> Iterator[Hands]:
    """The window on a copy of that centre, before anybody has signed in."""
    folder, _story = lived_in
    way_in = SignInService(Path(shutil.copytree(folder, tmp_path / "centre")), QUICK)
    jobs = JobRunner()
    window = open_window(way_in.folder, qapp, jobs, way_in)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    yield Hands(qtbot, window, jobs)
    window.close()
    jobs.shutdown()


@pytest.fixture
def way_in(tmp_path: Path) -> SignInService:
    """The way into a folder where nothing is yet."""
    return SignInService(tmp_path / "centre", QUICK)


@pytest.fixture
def opening(qtbot: QtBot, qapp: QApplication, way_in: SignInService) -> Iterator[Opening]:
    """Opens windows on the folder; each is closed at the end with its jobs."""
    made: list[tuple[Window, JobRunner]] = []

    def opened() -> Window:
        jobs = JobRunner()
        window = open_window(way_in.folder, qapp, jobs, way_in)
        made.append((window, jobs))
        window.show()
        return window

    yield opened
    for window, jobs in made:
        window.looks.choose_language(Language.THAI)
        window.close()
        jobs.shutdown()
        window.deleteLater()
