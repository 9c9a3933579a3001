"""Looking at a paper page by page before it is printed, and printing it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled, UserError
from desktop.progress import SilentProgress
from desktop.reports import write_plan, write_register
from desktop.reports.paper_data import RegisterPaper
from desktop.reports.rendering import page_picture, page_sizes
from desktop.ui.printing.direct import picture_of, print_file
from desktop.ui.printing.preview import PreviewDialog
from desktop.ui.translation import Language, LanguageSwitch
from tests.reports.sample_papers import LETTERHEAD, plan
from tests.reports.test_lists_and_forms import ROWS
from tests.ui.fakes import InlineJobRunner
from tests.ui.printing.places import FakePlaces
from tests.ui.typing import press


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "แผน.pdf"
    assert write_plan(plan(), path) == 3
    return path


@pytest.fixture
def places(tmp_path: Path) -> FakePlaces:
    folder = tmp_path / "printed"
    folder.mkdir()
    return FakePlaces(folder)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The screen that the preview stands over."""
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def preview(paper: Path, places: FakePlaces, host: QWidget) -> PreviewDialog:
    dialog = PreviewDialog(paper, InlineJobRunner(), places, host)
    dialog.resize(700, 640)
    dialog.show()
    return dialog


def _ink(image: QImage) -> int:
    small = image.scaled(QSize(60, 80)).convertToFormat(QImage.Format.Format_Grayscale8)
    return sum(small.pixelColor(x, y).lightness() < 250 for x in range(60) for y in range(80))


def test_a_page_is_drawn_as_the_file_has_it(paper: Path) -> None:
    sizes = page_sizes(paper)
    assert [(round(size.width), round(size.height)) for size in sizes] == [(595, 842)] * 3
    assert not sizes[0].crosswise
    picture = page_picture(paper, 1, 2.0)
    assert (picture.width, picture.height) == (1191, 1684)
    assert len(picture.dots) == picture.stride * picture.height
    assert picture_of(paper, 0, 0.5).pixelColor(1, 1).name() == "#ffffff"
    assert _ink(picture_of(paper, 0, 0.5)) > 300


def test_what_is_no_paper_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"no paper")
    with pytest.raises(UserError, match="file_damaged"):
        page_sizes(broken)
    with pytest.raises(UserError, match="file_missing"):
        page_sizes(tmp_path / "none.pdf")


def test_pages_are_turned_and_made_larger_by_keyboard(preview: PreviewDialog) -> None:
    assert preview.place.typed == "หน้า 1 จาก 3"
    assert preview.print_button.hasFocus()
    first = preview.picture.pixmap().toImage()
    press(preview, Qt.Key.Key_PageDown)
    assert preview.place.typed == "หน้า 2 จาก 3"
    assert preview.picture.pixmap().toImage() != first
    for _ in range(3):
        press(preview, Qt.Key.Key_PageDown)
    assert preview.page == 3
    assert not preview.forward.isEnabled()
    wide = preview.picture.pixmap().width()
    press(preview, Qt.Key.Key_Plus)
    assert preview.picture.pixmap().width() > wide
    press(preview, Qt.Key.Key_PageUp)
    assert preview.page == 2


def test_a_whole_page_fits_into_the_window(preview: PreviewDialog) -> None:
    picture = preview.picture.pixmap().deviceIndependentSize().toSize()
    room = preview.picture.size()
    assert picture.width() <= room.width()
    assert picture.height() <= room.height()


def test_the_file_itself_is_printed(preview: PreviewDialog, places: FakePlaces) -> None:
    told: list[str] = []
    preview.told.connect(told.append)
    preview.print_button.click()
    assert told == []  # no printer was chosen, and the preview stays
    places.printer = "out.pdf"
    preview.print_button.click()
    assert told == ["ส่งไปเครื่องพิมพ์แล้ว 3 หน้า"]
    assert not preview.isVisible()
    out = places.folder / "out.pdf"
    assert len(page_sizes(out)) == 3
    assert abs(_ink(picture_of(out, 0, 0.5)) - _ink(picture_of(preview._path, 0, 0.5))) < 60


def test_only_the_chosen_pages_are_printed(paper: Path, places: FakePlaces) -> None:
    places.printer, places.pages = "two.pdf", (2, 3)
    printer = places.ask_printer(QWidget(), 3)
    assert printer is not None
    assert print_file(paper, printer, SilentProgress()) == 2
    assert len(page_sizes(places.folder / "two.pdf")) == 2


def test_a_page_laid_crosswise_is_printed_crosswise(tmp_path: Path, places: FakePlaces) -> None:
    path = tmp_path / "register.pdf"
    write_register(RegisterPaper(LETTERHEAD, rows=ROWS[:10]), path)
    places.printer = "register.pdf"
    printer = places.ask_printer(QWidget(), 1)
    assert printer is not None
    print_file(path, printer, SilentProgress())
    assert page_sizes(places.folder / "register.pdf")[0].crosswise


def test_printing_stops_when_it_is_told_to(paper: Path, places: FakePlaces) -> None:
    class Stopped:
        def step(self, done: int, total: int, doing: str = "") -> None:
            if done == 1:
                raise Cancelled

    places.printer = "stopped.pdf"
    printer = places.ask_printer(QWidget(), 3)
    assert printer is not None
    with pytest.raises(Cancelled):
        print_file(paper, printer, Stopped())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(paper: Path, places: FakePlaces) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(places.folder / "none" / "out.pdf"))
    with pytest.raises(UserError, match="printer_refused"):
        print_file(paper, printer, SilentProgress())


def test_a_file_that_is_gone_is_told_in_the_preview(
    host: QWidget, tmp_path: Path, places: FakePlaces
) -> None:
    dialog = PreviewDialog(tmp_path / "gone.pdf", InlineJobRunner(), places, host)
    dialog.show()
    assert "gone.pdf" in dialog.problem.typed
    assert not dialog.print_button.isEnabled()


def test_the_preview_follows_the_language(
    preview: PreviewDialog, qtbot: QtBot, switch: LanguageSwitch
) -> None:
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: preview.print_button.text() == "Print")
    assert preview.place.typed == "Page 1 of 3"
