"""Levels by one key, two versions field by field, banners with undo, pills and labels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextOption
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui import thai_wrap
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.level_picker import LevelPicker, Rating
from desktop.ui.widgets.quick_look import QuickLook
from desktop.ui.widgets.side_by_side import FieldPair, SideBySide
from tests.ui.typing import click, press, type_text

WORDINGS = ["ยังทำไม่ได้", "ทำได้เมื่อมีคนแนะ", "ทำได้เอง", "สอนผู้อื่นได้"]


def picker(qtbot: QtBot) -> LevelPicker:
    made = LevelPicker("การอ่านภาษาไทย", WORDINGS, "E")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("key", "rating"),
    [
        ("1", 1), ("4", 4), ("๓", 3),
        # The same keys on a Thai keyboard whose layout was not switched.
        ("ๅ", 1), ("/", 2), ("-", 3), ("ภ", 4),
        ("9", "not_applicable"), ("ต", "not_applicable"),
    ],
)  # fmt: skip
def test_one_key_rates(qtbot: QtBot, key: str, rating: Rating) -> None:
    made = picker(qtbot)
    told: list[Rating] = []
    made.rated.connect(told.append)
    type_text(made, key)
    type_text(made, key)
    assert (made.value(), told) == (rating, [rating])


def test_a_rating_can_be_taken_back(qtbot: QtBot) -> None:
    made = picker(qtbot)
    made.set_value(3)
    told: list[Rating] = []
    made.rated.connect(told.append)
    type_text(made, "0")
    made.set_value(2)
    press(made, Qt.Key.Key_Delete)
    assert told == [None, None]


def test_the_wording_stands_beside_the_level(qtbot: QtBot) -> None:
    made = picker(qtbot)
    click(made._steps[1].button)
    assert made.value() == 2
    assert made._wording.typed == "ทำได้เมื่อมีคนแนะ"
    assert made.accessibleDescription() == "2: ทำได้เมื่อมีคนแนะ"
    press(made, Qt.Key.Key_Right)
    assert made.value() == 3


def test_a_key_goes_on_to_the_next_indicator(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    rows = [LevelPicker(name, WORDINGS) for name in ("E1", "E2", "E3")]
    for row in rows:
        column.addWidget(row)
    host.show()
    rows[0].setFocus()
    for level in ("3", "1", "4"):
        focused = host.focusWidget()
        assert focused is not None
        type_text(focused, level)
    assert [row.value() for row in rows] == [3, 1, 4]


PAIRS = [
    FieldPair("given", "ชื่อ", "ดาวเรือง", "ดาวเรือง"),
    FieldPair("surname", "นามสกุล", "ธารน้ำเงา", "ธารเงา"),
    FieldPair("phone", "โทรศัพท์", "", "ฝากผู้ใหญ่บ้าน"),
    FieldPair("note", "บันทึก", "", "เดิม", "เดิม"),
]


def side_by_side(qtbot: QtBot) -> SideBySide:
    made = SideBySide()
    qtbot.addWidget(made)
    made.show_pairs(PAIRS, ("เครื่องนี้", "เครื่อง อบต."))
    return made


def test_every_difference_must_be_chosen(qtbot: QtBot) -> None:
    made = side_by_side(qtbot)
    # Filled on one side only: chosen beforehand. Emptied on purpose (base known): not.
    assert made.choices() == {"phone": "right"}
    assert not made.accept_button.isEnabled()
    made.choose("surname", "left")
    made.choose("note", "left")
    with qtbot.waitSignal(made.decided) as decided:
        made.accept_button.click()
    assert decided.args == [{"phone": "right", "surname": "left", "note": "left"}]


def test_choices_survive_a_change_of_language(qtbot: QtBot, switch: LanguageSwitch) -> None:
    made = side_by_side(qtbot)
    made.choose_all("left")
    switch.choose(Language.ENGLISH)
    qtbot.waitUntil(lambda: made.accept_button.text() == "Use what is chosen")
    assert made.choices() == {"surname": "left", "phone": "left", "note": "left"}
    assert made.accept_button.isEnabled()


@pytest.fixture
def banner(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Banner]:
    # Where the pointer of the off-screen platform rests is nobody's business here.
    monkeypatch.setattr(Banner, "underMouse", lambda _self: False)
    host = QWidget()
    qtbot.addWidget(host)
    made = Banner(host)
    host.show()
    yield made
    assert made.parent() is host


def test_undo_is_offered_and_goes_by_itself(qtbot: QtBot, banner: Banner) -> None:
    made = banner
    done: list[str] = []
    made.acted.connect(lambda: done.append("undo"))
    made.closed.connect(lambda: done.append("closed"))
    made.offer_undo("ลบแล้ว", 1)
    assert made.button.text() == "เลิกทำ"
    qtbot.waitUntil(lambda: not made.isVisible())
    assert done == ["closed"]
    made.offer_undo("ลบแล้ว")
    made.button.click()
    assert done == ["closed", "closed", "undo"]


def test_a_banner_stays_while_the_keyboard_is_on_it(banner: Banner) -> None:
    made = banner
    made.offer_undo("ลบแล้ว", 60_000)
    made.button.setFocus()
    made._on_time_out()
    assert made.isVisible()
    assert made._left.isActive()


def test_a_card_opens_by_keyboard(qtbot: QtBot) -> None:
    card = Card("แผน", clickable=True)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.opened):
        press(card, Qt.Key.Key_Return)


def test_a_pill_says_its_state_in_a_word(qtbot: QtBot) -> None:
    pill = StatusPill("เร่งด่วน", "danger")
    qtbot.addWidget(pill)
    assert (pill.text, pill.accessibleName()) == ("เร่งด่วน", "เร่งด่วน")


def test_a_quick_look_says_what_is_missing(qtbot: QtBot) -> None:
    look = QuickLook()
    qtbot.addWidget(look)
    look.show()
    look.show_row("ดาวเรือง", "หมู่ 4", [("โทรศัพท์", ""), ("ผู้ดูแล", "ยาย")], [("ร่าง", "neutral")])

    def words() -> list[str]:
        return [label.typed for label in look.findChildren(ThaiLabel) if label.isVisible()]

    qtbot.waitUntil(lambda: "ยังไม่มีข้อมูล" in words())
    assert "ยาย" in words()
    with qtbot.waitSignal(look.closed):
        press(look, Qt.Key.Key_Escape)


def test_names_are_never_markup(qtbot: QtBot) -> None:
    label = ThaiLabel("<b>ดาว</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.typed == "<b>ดาว</b>"


def test_break_marks_are_put_in_where_qt_knows_no_thai(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(thai_wrap, "qt_breaks_thai", lambda: False)
    label = ThaiLabel("ตำบลเรียนรู้")
    qtbot.addWidget(label)
    assert label.text() == "ตำบล\u200bเรียนรู้"
    assert label.typed == "ตำบลเรียนรู้"
    assert label.accessibleName() == "ตำบลเรียนรู้"


def test_a_breaker_breaks_where_it_says(qtbot: QtBot) -> None:
    label = ThaiLabel("สบเมยแม่สวด", breaker=lambda text: text.replace("แม่", "\u200bแม่"))
    qtbot.addWidget(label)
    layout = QTextLayout(label.text(), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(label.fontMetrics().horizontalAdvance("สบเมยแ"))
    first = label.text()[: line.textLength()]
    layout.endLayout()
    assert first.strip("\u200b") == "สบเมย"
