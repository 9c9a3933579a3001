"""What no screen shows yet is neither measured nor dressed: Qt would do it with each part again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme import restyle
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.text_fields import TextField


def dressed(part: QWidget) -> set[str]:
    return {
        type(each).__name__
        for each in (part, *part.findChildren(QWidget))
        if each.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    }


def test_parts_are_dressed_when_they_are_shown_and_not_each_time_they_are_added(
    qtbot: QtBot,
) -> None:
    row = FormRow(TextField(), "ชื่อ", "ตามบัตรประชาชน", required=True)
    row.set_error("ต้องมีชื่อ")
    grid, folding, card = FieldGrid(), Folding(), Card("ประวัติ")
    place = Scrolling(folding)
    grid.add(row, 6)
    card.body.addWidget(grid)
    card.set_title("ประวัติและครอบครัว", "แก้ตรงไหนก็บันทึกให้เอง")
    folding.add(card, 1)
    folding.add_side(StatusPill("ร่าง", "info"), 300)
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(place)

    assert not dressed(card) | dressed(row)

    page.resize(700, 500)
    page.show()
    qtbot.waitUntil(lambda: {"FormRow", "FieldGrid", "Card"} <= dressed(page))
    label = row.findChildren(ThaiLabel)[0]
    assert label.isVisible()
    assert folding.width() <= place.viewport().width()


def test_show_if_shows_and_hides_before_and_after(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    shown, hidden = ThaiLabel("หนึ่ง"), ThaiLabel("สอง")
    for each in (shown, hidden):
        column.addWidget(each)
    show_if(shown, True)
    show_if(hidden, False)
    page.show()

    assert shown.isVisible()
    assert not hidden.isVisible()
    show_if(hidden, True)
    show_if(shown, False)
    assert hidden.isVisible()
    assert not shown.isVisible()


def test_what_is_restyled_before_it_is_shown_has_its_look_then(qtbot: QtBot) -> None:
    label = ThaiLabel("ผิด")
    qtbot.addWidget(label)
    restyle(label, words="error")
    assert not label.testAttribute(Qt.WidgetAttribute.WA_WState_Polished)
    label.show()
    right, wrong = ThaiLabel("ถูก"), label.palette().windowText().color()
    qtbot.addWidget(right)
    right.show()
    assert wrong != right.palette().windowText().color()
    restyle(right, words="error")
    assert wrong == right.palette().windowText().color()
