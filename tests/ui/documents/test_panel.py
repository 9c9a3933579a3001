"""The documents of any record on any page: dropped, chosen, pasted; who is seen; given out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QVBoxLayout
from pytestqt.qtbot import QtBot

from desktop.services.all import Services
from desktop.ui.code_book import CodeBook
from desktop.ui.documents.panel import DocumentsPanel
from desktop.ui.documents.presenter import DocumentsPresenter
from desktop.ui.pictures import png_of
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.record_work import RecordWork
from desktop.ui.shell.screens import Screen
from tests.factories import picture
from tests.ui.fakes import InlineJobRunner
from tests.ui.typing import press


class Page:
    """A page of a village with its documents."""

    def __init__(self, services: Services, village: UUID) -> None:
        self.screen, self.panel, self.bar = Screen(), DocumentsPanel(), DoneBar()
        column = QVBoxLayout(self.screen)
        column.addWidget(self.bar)
        column.addWidget(self.panel)
        jobs = InlineJobRunner()
        printing = PrintPresenter(self.screen, self.bar, services, jobs)
        self.work = RecordWork(self.screen, services, jobs, printing, lambda: village)
        self.work.whose = village
        self.presenter = DocumentsPresenter(self.panel, self.work, "village")
        self.panel.show_owner(village, CodeBook(), may_edit=True)
        self.presenter.load()


@pytest.fixture
def village(services: Services) -> UUID:
    return services.centre.save_village("3", {"name": "ห้วยปูลิง"})


@pytest.fixture
def page(qtbot: QtBot, services: Services, village: UUID) -> Iterator[Page]:
    made = Page(services, village)
    qtbot.addWidget(made.screen)
    made.screen.show()
    yield made
    QApplication.clipboard().clear()


def titles(services: Services, village: UUID) -> set[str]:
    return {each.title for each in services.documents.of(village, "village")}


def test_what_was_copied_is_pasted(
    page: Page, services: Services, village: UUID, tmp_path: Path
) -> None:
    image = QImage(20, 10, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    QApplication.clipboard().setImage(image)
    paste = Qt.KeyboardModifier.ControlModifier
    press(page.panel, Qt.Key.Key_V, modifiers=paste)
    assert titles(services, village) == {"ภาพที่คัดลอกมา"}
    (tmp_path / "ประชุม.png").write_bytes(picture())
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(tmp_path / "ประชุม.png"))])
    QApplication.clipboard().setMimeData(held)
    press(page.panel.add_button, Qt.Key.Key_V, modifiers=paste)
    assert titles(services, village) == {"ภาพที่คัดลอกมา", "ประชุม"}
    assert len(page.panel.rows) == 2
    assert all(row.picture.drawn for row in page.panel.rows)


def test_a_picture_of_people_leaves_once_they_agreed(
    page: Page, services: Services, village: UUID, tmp_path: Path
) -> None:
    services.documents.add(village, picture(), {"title": "ประชุม"}, of="village")
    page.presenter.load()
    press(page.panel.rows[0], Qt.Key.Key_Return)
    form = page.panel.form
    assert form.row("others_pictured").isVisibleTo(page.panel)
    assert not form.row("others_agreed").isVisibleTo(page.panel)
    assert not page.panel.photo_button.isVisibleTo(page.panel), "a village has no portrait"
    form.edited.emit("others_pictured", True)
    assert form.row("others_agreed").isVisibleTo(page.panel)
    form.edited.emit("others_agreed", True)
    (line,) = services.documents.of(village, "village")
    assert (line.others_pictured, line.others_agreed) == (True, True)
    (shown,) = page.panel.rows
    page.panel.copy_wanted.emit(shown.line.id, tmp_path / "out.png")
    assert (tmp_path / "out.png").is_file()


def test_who_only_reads_adds_nothing(page: Page, services: Services, village: UUID) -> None:
    page.panel.show_owner(village, CodeBook(), may_edit=False)
    assert page.panel.first_focus() is None
    QApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    press(page.panel, Qt.Key.Key_V, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert titles(services, village) == set()


def test_the_bytes_of_a_pasted_picture_are_a_png() -> None:
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert png_of(image).startswith(b"\x89PNG")
