"""A window that was closed leaves nothing behind."""

from __future__ import annotations

import gc
import weakref
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.services.sign_in import SignInService
from desktop.ui.jobs import JobRunner
from desktop.ui.translation import LanguageSwitch
from desktop.ui.window import open_window
from tests.ui.window.test_window import begin, sign_in


def test_a_window_that_was_closed_is_freed(
    qtbot: QtBot, qapp: QApplication, way_in: SignInService, switch: LanguageSwitch
) -> None:
    del switch
    begin(way_in)
    known = _opened_and_closed(qtbot, qapp, way_in)

    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [type(each).__name__ for made in known if (each := made()) is not None] == []


def _opened_and_closed(
    qtbot: QtBot, qapp: QApplication, way_in: SignInService
) -> list[weakref.ref[Any]]:
    """Sign in and close the window again; return what was open."""
    jobs = JobRunner()
    window = open_window(way_in.folder, qapp, jobs, way_in)
    window.show()
    sign_in(qtbot, window)
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    session = window.session
    assert session is not None
    screen = session.shell.current
    qtbot.waitUntil(lambda: not jobs.running, timeout=20_000)
    made = (window, session, session.shell, screen, session.workspace, session.services)
    window.close()
    jobs.shutdown()
    window.deleteLater()
    return [weakref.ref(each) for each in made]
