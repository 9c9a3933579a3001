"""Starts the window on one data folder, or brings forward the one that is open on it."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Final

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop.errors import TambonError
from desktop.services.looks import LookFile
from desktop.ui.collecting import Collecting
from desktop.ui.jobs import JobRunner
from desktop.ui.looks import Looks
from desktop.ui.second_start import FirstWindow
from desktop.ui.thai_wrap import give_own_words
from desktop.ui.theme import RESOURCES
from desktop.ui.translation import LanguageSwitch
from desktop.ui.window import open_window

IDENTITY: Final = "org.tambonrianru.TambonRianru"
"""What systems know the program by: its menu entry, its icon, its place in the task bar."""


def run(folder: Path, brought: Path | None = None) -> int:
    """Open the window on the centre in `folder` and stay until it is closed.

    Where a window is open on it already, that one comes forward and this start ends. `brought` is
    a file that somebody opened with the program: a bundle or a receipt.
    """
    _introduce()
    give_own_words()
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    application.setWindowIcon(QIcon(str(RESOURCES / "emblem" / "tambon-rianru.svg")))
    collecting = Collecting()
    first = FirstWindow(folder)
    jobs = JobRunner()
    try:
        if not first.take(brought=brought):
            return 0
        window = open_window(folder, application, jobs)
    except TambonError as error:
        return _refuse(folder, application, error)
    else:
        first.wanted.connect(window.come_forward)
        first.brought.connect(window.take)
        if brought is not None:
            window.take(brought)
        window.show_fitting()
        return application.exec()
    finally:
        jobs.shutdown()
        collecting.end()
        first.give_back()


def _introduce() -> None:
    """Tell the system which program this is; else its window stands under Python's name."""
    QGuiApplication.setApplicationName(IDENTITY)
    QGuiApplication.setDesktopFileName(IDENTITY)
    if sys.platform == "win32":
        shell = getattr(ctypes, "windll").shell32  # noqa: B009 - unknown to mypy elsewhere
        shell.SetCurrentProcessExplicitAppUserModelID(IDENTITY)


def _refuse(folder: Path, application: QApplication, error: TambonError) -> int:
    from desktop.ui.sign_in.refused import RefusedScreen

    looks = Looks(LookFile(folder), LanguageSwitch(application))
    looks.apply()
    page = RefusedScreen(error)
    page.language_chosen.connect(looks.choose_language)
    page.left.connect(page.close)
    page.resize(1100, 620)
    page.show()
    page.setFocus()  # to what it is for; the window system would take the first button
    application.exec()
    return 1
