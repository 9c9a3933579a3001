"""A form that is given whole: its draft, what is asked for, and the keys that save it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.models.fields import Field
from desktop.models.people import Contact
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets import typing_pause
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.text_fields import TextArea, TextField
from tests.ui.typing import press, type_text


class Filled:
    """A form of a note, and what it told."""

    def __init__(self, qtbot: QtBot) -> None:
        self.form = EntryForm(
            Contact.kind,
            [
                FieldSpec("place"),
                FieldSpec("text", 12),
                FieldSpec("on", required=False),
                FieldSpec("mark", required=False, meaning=Field("count")),
            ],
        )
        qtbot.addWidget(self.form)
        self.drafts: list[dict[str, Any]] = []
        self.given: list[dict[str, Any]] = []
        self.form.drafted.connect(self.drafts.append)
        self.form.given.connect(self.given.append)
        self.form.show()

    @property
    def text(self) -> TextArea:
        """The field that is asked for."""
        found = self.form.field("text")
        assert isinstance(found, TextArea)
        return found


@pytest.fixture
def filled(qtbot: QtBot) -> Filled:
    return Filled(qtbot)


def test_a_draft_is_told_while_one_types_on(
    qtbot: QtBot, filled: Filled, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typing_pause, "AT_MOST_MILLISECONDS", 0)
    type_text(filled.text, "ก")
    qtbot.waitUntil(lambda: len(filled.drafts) == 1)
    type_text(filled.text, "ข")
    qtbot.waitUntil(lambda: len(filled.drafts) == 2)
    assert [each["text"] for each in filled.drafts] == ["ก", "กข"]


def test_half_a_date_is_in_the_draft_and_comes_back(qtbot: QtBot, filled: Filled) -> None:
    day = filled.form.field("on").focusProxy()
    assert isinstance(day, TextField)
    type_text(day, "22/1")
    filled.form.flush()
    assert filled.drafts[-1]["on"] == "22/1"
    again = Filled(qtbot)
    again.form.show_draft(filled.drafts[-1])
    shown = again.form.field("on").focusProxy()
    assert isinstance(shown, TextField)
    assert shown.text() == "22/1"
    assert again.form.note.isVisible()


def test_leaving_tells_the_draft_once_and_nothing_when_all_is_taken_back(filled: Filled) -> None:
    filled.form.flush()
    assert filled.drafts == []
    type_text(filled.text, "ก")
    filled.form.flush()
    filled.form.flush()
    assert len(filled.drafts) == 1
    press(filled.text, Qt.Key.Key_Backspace)
    filled.form.flush()
    assert filled.drafts[-1] == {}


def test_a_draft_is_not_shown_over_what_somebody_writes(filled: Filled) -> None:
    type_text(filled.text, "ใหม่")
    filled.form.show_draft({"text": "เก่า"})
    assert filled.text.value() == "ใหม่"
    assert not filled.form.note.isVisible()


def test_what_it_begins_with_is_no_draft(filled: Filled) -> None:
    filled.form.begin({"text": "ตั้งต้น", "mark": 2})
    assert filled.form.untouched
    type_text(filled.text, "!")
    assert not filled.form.untouched
    filled.form.give_up()
    assert (filled.text.value(), filled.drafts[-1]) == ("", {})


def test_what_is_missing_is_said_and_gone_to(qtbot: QtBot, filled: Filled) -> None:
    filled.form.save()
    assert filled.given == []
    assert filled.form.row("text").problem
    qtbot.waitUntil(filled.text.hasFocus)
    type_text(filled.text, "ก")
    assert not filled.form.row("text").problem


def test_what_cannot_be_read_is_not_given_as_nothing(filled: Filled) -> None:
    type_text(filled.text, "พบที่ไร่")
    type_text(filled.form.field("mark"), "สอง")
    filled.form.save()
    assert filled.given == []
    assert "ตัวเลข" in filled.form.row("mark").problem


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_give_it(qtbot: QtBot, filled: Filled, key: Qt.Key) -> None:
    type_text(filled.text, "พบที่ไร่")
    filled.text.setFocus()
    qtbot.waitUntil(filled.text.hasFocus)
    QTest.keyClick(filled.text, key, Qt.KeyboardModifier.ControlModifier)
    assert filled.given == [{"place": "", "text": "พบที่ไร่", "on": None, "mark": None}]


def test_why_it_was_not_stored_is_said_beside_the_field_or_below(filled: Filled) -> None:
    filled.form.show_problem("place", "ไม่มีที่นี่")
    filled.form.show_problem("elsewhere", "เก็บไม่ได้")
    assert filled.form.row("place").problem == "ไม่มีที่นี่"
    assert filled.form.problem.typed == "เก็บไม่ได้"


def test_what_was_refused_takes_the_keyboard_however_far_away(qtbot: QtBot, filled: Filled) -> None:
    filled.text.setFocus()
    qtbot.waitUntil(filled.text.hasFocus)
    filled.form.show_problem("place", "ไม่มีที่นี่")
    assert filled.form.field("place").hasFocus()


def test_a_refusal_that_belongs_to_no_field_is_scrolled_to(qtbot: QtBot) -> None:
    form = EntryForm(Contact.kind, [FieldSpec("place"), FieldSpec("text", 12)])
    form.column.insertSpacing(form.column.indexOf(form.problem), 900)
    room = Scrolling(form)
    qtbot.addWidget(room)
    room.resize(400, 240)
    room.show()
    form.show_problem("elsewhere", "เก็บไม่ได้")
    qtbot.waitUntil(lambda: not form.problem.visibleRegion().isEmpty())


def test_enter_goes_on_to_the_next_field(qtbot: QtBot, filled: Filled) -> None:
    place = filled.form.field("place")
    place.setFocus()
    qtbot.waitUntil(place.hasFocus)
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert filled.text.hasFocus()
    assert filled.given == []


def test_a_draft_that_is_let_go_leaves_what_it_began_with(filled: Filled) -> None:
    filled.form.begin({"place": "ที่ศูนย์"})
    type_text(filled.text, "พบที่ไร่")
    filled.form.anew_button.click()
    assert filled.form.values()["place"] == "ที่ศูนย์"
    assert filled.form.values()["text"] == ""
    assert filled.form.untouched


def test_what_is_offered_does_not_lie_over_what_is_said(qtbot: QtBot, filled: Filled) -> None:
    place = filled.form.field("place")
    filled.form.offer("place", ["ที่ศูนย์เรียนรู้"])
    place.setFocus()
    qtbot.waitUntil(place.hasFocus)
    type_text(place, "ที่")
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    filled.form.save()
    assert filled.form.row("text").problem
    assert QApplication.activePopupWidget() is None


def test_the_keyboard_goes_to_what_is_asked_for(qtbot: QtBot, filled: Filled) -> None:
    filled.form.focus_first()
    qtbot.waitUntil(filled.text.hasFocus)
