"""Fields keep what is typed, save it once, and complain late and kindly."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.models.identity import Identity
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.identity_field import IdentityField
from desktop.ui.widgets.text_fields import PasscodeField, SearchBox, TextArea, TextField
from desktop.ui.widgets.thai_calendar import ThaiCalendar, month_later
from tests.ui.typing import compose, press, type_text

TODAY = date(2026, 11, 22)


def leave(widget: QLineEdit | TextArea) -> None:
    QApplication.sendEvent(widget, QFocusEvent(QEvent.Type.FocusOut))


def date_field(qtbot: QtBot) -> ThaiDateField:
    field = ThaiDateField(today=lambda: TODAY)
    qtbot.addWidget(field)
    return field


def line(field: ThaiDateField) -> TextField:
    found = field.findChild(TextField)
    assert isinstance(found, TextField)
    return found


def retype(field: ThaiDateField, text: str) -> None:
    line(field).selectAll()
    type_text(line(field), text)


def test_typing_is_saved_once_when_the_person_pauses(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    saved: list[str] = []
    field.autosave.connect(saved.append)
    type_text(field, "น้ำเงิน")
    assert field.value() == "น้ำเงิน"
    assert saved == []
    qtbot.waitUntil(lambda: saved == ["น้ำเงิน"])
    leave(field)
    assert saved == ["น้ำเงิน"]


def test_leaving_saves_at_once_and_the_program_saves_nothing(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    saved: list[str] = []
    field.autosave.connect(saved.append)
    field.set_value("ดาว")
    leave(field)
    assert saved == []
    compose(field, "เรือง")
    leave(field)
    assert saved == ["ดาวเรือง"]


def test_a_text_area_saves_on_leaving(qtbot: QtBot) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    saved: list[str] = []
    area.autosave.connect(saved.append)
    area.set_value("เดิม")
    leave(area)
    assert saved == []
    type_text(area, "ใหม่")
    leave(area)
    assert saved == ["ใหม่เดิม"]


def test_tab_leaves_a_text_area(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    area, after = TextArea(), TextField()
    column.addWidget(area)
    column.addWidget(after)
    host.show()
    area.setFocus()
    press(area, Qt.Key.Key_Tab, "\t")
    assert area.value() == ""
    assert host.focusWidget() is after


def test_a_text_area_grows_with_its_lines(qtbot: QtBot) -> None:
    area = TextArea(2)
    qtbot.addWidget(area)
    area.show()
    before = area.height()
    area.set_value("\n".join("บรรทัด" for _ in range(6)))
    assert area.height() > before


def test_escape_empties_the_search_and_down_leaves_it(qtbot: QtBot) -> None:
    box = SearchBox()
    qtbot.addWidget(box)
    asked: list[str] = []
    box.searched.connect(asked.append)
    type_text(box, "ดาว")
    with qtbot.waitSignal(box.down_pressed):
        press(box, Qt.Key.Key_Down)
    press(box, Qt.Key.Key_Escape)
    assert asked == ["ด", "ดา", "ดาว", ""]


def test_a_passcode_is_hidden_until_asked(qtbot: QtBot) -> None:
    field = PasscodeField()
    qtbot.addWidget(field)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    field.actions()[0].trigger()
    assert field.echoMode() is QLineEdit.EchoMode.Normal
    assert field.actions()[0].text() == "ซ่อนรหัสผ่าน"


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("22/11/2569", PartialDate(2026, 11, 22)),
        ("๒๒/๑๑/๒๕๖๙", PartialDate(2026, 11, 22)),
        ("11/2554", PartialDate(2011, 11)),
        ("2554", PartialDate(2011)),
        ("22 พ.ย. 2554", PartialDate(2011, 11, 22)),
    ],
)
def test_dates_are_typed_as_far_as_known(qtbot: QtBot, typed: str, value: PartialDate) -> None:
    field = date_field(qtbot)
    told: list[object] = []
    field.autosave.connect(told.append)
    retype(field, typed)
    leave(line(field))
    assert field.value() == value
    assert told == [value]
    assert field.problem == ""


def test_a_wrong_date_is_told_on_leaving_and_kept_as_typed(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    row = FormRow(field, "วันเกิด")
    qtbot.addWidget(row)
    saved: list[object] = []
    field.autosave.connect(saved.append)
    retype(field, "22/11/69")
    assert row.problem == ""
    leave(line(field))
    assert "4 หลัก" in row.problem
    assert field.text == "22/11/69"
    assert field.value() is None
    assert saved == []
    retype(field, "22/11/2554")
    assert row.problem == ""


def test_a_birth_to_come_is_refused_and_a_due_date_is_not(qtbot: QtBot) -> None:
    birth = date_field(qtbot)
    retype(birth, "23/11/2569")
    leave(line(birth))
    assert birth.value() is None
    assert birth.problem
    due = ThaiDateField(today=lambda: TODAY, future=True)
    qtbot.addWidget(due)
    retype(due, "23/11/2569")
    leave(line(due))
    assert due.value() == PartialDate(2026, 11, 23)


def test_not_known_is_an_answer(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    field.set_value(PartialDate(2011, 11, 22))
    precision = field._precision
    told: list[object] = []
    field.changed.connect(told.append)
    precision.activated.emit(2)
    assert field.value() == PartialDate(2011)
    precision.activated.emit(3)
    assert field.value() is None
    assert field.known_unknown
    assert told == [PartialDate(2011), None]


def test_about_marks_a_date_as_estimated(qtbot: QtBot) -> None:
    field = date_field(qtbot)
    field.set_value(PartialDate(2011))
    field._about.click()
    assert field.value() == PartialDate(2011, estimated=True)


def test_the_calendar_counts_years_in_be_and_picks_by_keyboard(qtbot: QtBot) -> None:
    calendar = ThaiCalendar()
    qtbot.addWidget(calendar)
    calendar.show_day(TODAY)
    assert calendar._year.value() == 2569
    assert calendar._month.currentText() == "พฤศจิกายน"
    days = calendar._days
    press(days, Qt.Key.Key_Right)
    press(days, Qt.Key.Key_Down)
    press(days, Qt.Key.Key_PageDown)
    with qtbot.waitSignal(calendar.picked) as picked:
        press(days, Qt.Key.Key_Return)
    assert picked.args == [date(2026, 12, 30)]


def test_a_month_later_never_leaves_the_month() -> None:
    assert month_later(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert month_later(date(2027, 1, 31), -2) == date(2026, 11, 30)


def test_the_calendar_speaks_english_too(qtbot: QtBot, switch: LanguageSwitch) -> None:
    calendar = ThaiCalendar()
    qtbot.addWidget(calendar)
    calendar.show_day(TODAY)
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: calendar._month.currentText() == "November")
    assert calendar._year.value() == 2569


def identity_row(qtbot: QtBot) -> tuple[IdentityField, FormRow]:
    field = IdentityField()
    row = FormRow(field, "เลขประจำตัว")
    qtbot.addWidget(row)
    return field, row


def test_a_good_number_is_set_out_and_not_complained_of(qtbot: QtBot) -> None:
    field, row = identity_row(qtbot)
    settled: list[Identity] = []
    field.settled.connect(settled.append)
    type_text(field, "๑๙๙๙๙๐๐๐๐๐๐๑๓")
    leave(field)
    assert field.text() == "1-9999-00000-01-3"
    assert row.problem == ""
    assert [identity.value for identity in settled] == ["1999900000013"]


def test_a_wrong_number_warns_and_may_be_confirmed(qtbot: QtBot) -> None:
    field, row = identity_row(qtbot)
    type_text(field, "199990000001")
    assert row.problem == ""
    type_text(field, "4")
    assert "ไม่ผ่านการตรวจ" in row.problem
    assert not field.confirmed
    row._confirm.click()
    assert field.confirmed
    assert row.problem == ""
    leave(field)
    assert row.problem == ""
    field.selectAll()
    type_text(field, "1999900000022")
    assert not field.confirmed
    assert row.problem


def test_twelve_digits_are_told_on_leaving(qtbot: QtBot) -> None:
    field, row = identity_row(qtbot)
    type_text(field, "199990000001")
    leave(field)
    assert "13 หลัก" in row.problem
    assert field.text() == "199990000001"


def test_an_empty_number_is_no_problem(qtbot: QtBot) -> None:
    field, row = identity_row(qtbot)
    leave(field)
    assert field.identity().kind == "none"
    assert row.problem == ""


def test_a_row_names_its_field_and_reads_its_error_aloud(qtbot: QtBot) -> None:
    field = TextField()
    row = FormRow(field, "ชื่อ", "ชื่อตามทะเบียน", required=True)
    qtbot.addWidget(row)
    assert field.accessibleName() == "ชื่อ"
    assert field.accessibleDescription() == "ชื่อตามทะเบียน"
    row.set_error("พิมพ์ชื่อ")
    assert field.accessibleDescription() == "พิมพ์ชื่อ"
    assert field.property("state") == "error"
    row.set_error("")
    assert field.accessibleDescription() == "ชื่อตามทะเบียน"
    assert field.property("state") == ""


def test_the_year_of_the_calendar_is_drawn(qtbot: QtBot) -> None:
    calendar = ThaiCalendar()
    qtbot.addWidget(calendar)
    calendar.show_day(TODAY)
    calendar.show()
    inside = calendar._year.lineEdit()
    assert inside is not None
    assert inside.width() >= inside.fontMetrics().horizontalAdvance("2569")


@pytest.mark.parametrize(("lines", "bar"), [(1, False), (12, False), (13, True)])
def test_a_text_has_a_bar_only_once_it_grows_no_further(
    qtbot: QtBot, lines: int, bar: bool
) -> None:
    area = TextArea()
    qtbot.addWidget(area)
    area.resize(300, 100)
    area.show()
    area.set_value("\n".join("ก" * lines))
    # A bar that comes and goes with the height would change both for ever.
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    assert (area.verticalScrollBarPolicy() != never) is bar
    assert area.verticalScrollBar().isVisible() is bar
