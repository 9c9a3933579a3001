"""What a move is asked: each fact by its declared type, alternatives, and the keys."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.errors import UserError
from desktop.models.dates import PartialDate
from desktop.services.moves import Transition
from desktop.ui.forms.field import holds_focus
from desktop.ui.subjects.move_form import MoveForm
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.link_field import LinkField
from desktop.ui.widgets.text_fields import TextArea, TextField
from resources import clock
from tests.ui.typing import press, type_text

EITHER = (("institution", "number"), ("document_id",))


@pytest.fixture
def form(qtbot: QtBot) -> MoveForm:
    """A move that needs somebody and a paper, and takes a note."""
    course = Transition("begin", frozenset(), "active", needs=("by_id", EITHER), takes=("note",))
    made = MoveForm("partner_move", course)
    qtbot.addWidget(made)
    made.show()
    made.put("done_on", PartialDate.from_date(clock.today()))
    return made


def test_each_fact_is_asked_by_what_it_is(form: MoveForm) -> None:
    assert form.names == ("done_on", "by_id", "institution", "number", "document_id", "note")
    kinds = [type(form.field(name)) for name in form.names]
    assert kinds == [ThaiDateField, LinkField, TextField, TextField, ChoiceField, TextArea]
    form.focus_first()
    assert holds_focus(form.field("by_id"))
    form.put("by_id", uuid4())
    form.focus_first()
    assert QApplication.focusWidget() is form.field("institution")


def test_it_says_what_may_be_given_one_for_another(form: MoveForm) -> None:
    said = form.field("institution").accessibleDescription()
    assert said == "ให้อย่างใดอย่างหนึ่ง: หน่วยงานที่ตัดสิน และ เลขที่ หรือ เอกสารหลักฐาน"
    form.refused(UserError("field_missing", field="institution", kind="partner_move"))
    assert form.wrong == said


def test_enter_makes_the_move_and_shift_enter_a_line(form: MoveForm, qtbot: QtBot) -> None:
    given: list[dict[str, object]] = []
    form.given.connect(given.append)
    note = form.field("note")
    press(note, Qt.Key.Key_Return)
    assert form.row("by_id").problem
    assert given == []
    form.put("by_id", uuid4())
    type_text(note, "หนึ่ง")
    QTest.keyClick(note, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    type_text(note, "สอง")
    assert given == []
    press(note, Qt.Key.Key_Return)
    assert [each["note"] for each in given] == ["หนึ่ง\nสอง"]


def test_a_day_that_has_not_come_is_no_day_it_happened(form: MoveForm) -> None:
    form.put("by_id", uuid4())
    day = form.field("done_on")
    assert isinstance(day, ThaiDateField)
    day.set_text(PartialDate.from_date(clock.today() + timedelta(3)).entry())
    assert day.unreadable
    form.save()
    assert form.wrong == day.unreadable
