"""The printing dialog and what it remembers."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from desktop.reports.paper_data import PaperOptions
from desktop.services.rosters.exporting import Exported
from desktop.ui.printing.dialog import PrintDialog
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.outcomes import PrintWords
from desktop.ui.printing.papers import PLAN, PLANS
from desktop.ui.printing.wish import PrintWish, free_name, options_from, remembered, with_ending
from desktop.ui.widgets.labels import ThaiLabel
from tests.ui.printing.places import FakePlaces


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "แผน.pdf").touch()
    (tmp_path / "แผน (2).pdf").touch()
    assert free_name(tmp_path, "แผน", ".pdf").name == "แผน (3).pdf"
    assert free_name(tmp_path, "ทะเบียน", ".pdf").name == "ทะเบียน.pdf"


def test_a_name_made_by_the_program_fits_and_parts_no_mark(tmp_path: Path) -> None:
    for letters in ("กี่", "น้ำ", "a", "ปุ๋ย "):
        path = free_name(tmp_path, letters * 300, ".xlsx")
        assert len(path.name.encode()) <= 255
        assert len(path.stem.encode()) > 200
        path.touch()
        again = free_name(tmp_path, letters * 300, ".xlsx")
        again.touch()
        assert again.name.endswith(" (2).xlsx")
    stem = free_name(tmp_path, "กี่" * 300, ".csv").stem
    assert stem == "กี่" * (len(stem) // 3)
    assert free_name(tmp_path, 'แผน 12/2565: "ใหม่"? ', ".pdf").name == "แผน 12-2565- -ใหม่--.pdf"


def test_a_dot_in_a_name_is_no_ending() -> None:
    assert with_ending(Path("แผน ม.3"), ".pdf").name == "แผน ม.3.pdf"
    assert with_ending(Path("แผน.PDF"), ".pdf").name == "แผน.PDF"
    assert with_ending(Path("ก.csv"), ".xlsx", ".csv").name == "ก.csv"
    assert with_ending(Path("รายชื่อ"), ".xlsx", ".csv").name == "รายชื่อ.xlsx"


def test_what_stays_in_the_centre_is_told(qtbot: QtBot) -> None:
    said = PrintWords()
    assert said.exported(Exported(Path("x.xlsx"), 3)) == "ส่งออกแล้ว 3 แถว"
    told = "ส่งออกแล้ว 3 แถว · อีก 2 แถวห้ามนำออกนอกศูนย์ จึงไม่รวม"
    assert said.exported(Exported(Path("x.xlsx"), 3, 2)) == told


def test_sensitive_parts_are_never_remembered() -> None:
    wish = PrintWish(Path("x.pdf"), PaperOptions("en", thai_digits=True, include_sensitive=True))
    again = options_from(remembered(wish), "th")
    assert again.language == "en"
    assert again.thai_digits
    assert not again.include_sensitive


def test_a_viewer_is_not_offered_sensitive_parts(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PrintDialog(PLAN, tmp_path, "แผน.pdf", PaperOptions(), sensitive_allowed=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.sensitive.isVisible()
    dialog.sensitive.setChecked(True)
    assert not dialog.wish().options.include_sensitive


def test_chosen_villages_must_be_named(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = PrintDialog(
        PLANS, tmp_path, "แผน.pdf", PaperOptions(),
        villages=[("1", "หมู่ 1"), ("2", "หมู่ 2")],
    )  # fmt: skip
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.village_scope.setChecked(True)
    assert not dialog.print_button.isEnabled()
    dialog.villages.set_value(("2",))
    dialog.villages.changed.emit(("2",))
    assert dialog.print_button.isEnabled()
    assert dialog.wish().villages == ("2",)
    dialog.all_scope.setChecked(True)
    assert dialog.wish().villages == ()


def test_a_file_that_cannot_be_opened_is_named(qtbot: QtBot, tmp_path: Path) -> None:
    bar = DoneBar(FakePlaces(tmp_path))
    qtbot.addWidget(bar)
    bar.say_done("ทำเอกสารแล้ว 2 หน้า", tmp_path / "gone.pdf")
    bar.open_file.click()
    assert "gone.pdf" in bar.text


def test_in_a_narrow_column_what_was_made_is_said_over_its_buttons(
    qtbot: QtBot, tmp_path: Path
) -> None:
    bar = DoneBar(FakePlaces(tmp_path))
    qtbot.addWidget(bar)
    bar.say_done("ทำเอกสารแล้ว 1 หน้า", tmp_path / "a.pdf")
    said = next(each for each in bar.findChildren(ThaiLabel) if each.typed == bar.text)

    def lower() -> int:
        """How much lower the buttons begin than what is said."""
        at = (each.mapTo(bar, each.rect().topLeft()).y() for each in (bar.open_folder, said))
        return next(at) - next(at)

    bar.resize(bar.minimumSizeHint().width(), 200)
    qtbot.waitUntil(lambda: lower() >= said.height())
    bar.resize(1200, 80)
    qtbot.waitUntil(lambda: lower() < said.height())
