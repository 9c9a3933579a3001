"""Choices by mouse, by keyboard, and by typing without tone marks."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.learners.filters import FilterButton
from desktop.ui.widgets.choice_popup import ChoicePopup
from desktop.ui.widgets.choices import ChoiceField, FilterChips, MultiChoice
from tests.ui.typing import press, type_text

MANY = [
    *((f"c{n}", f"รายการ {n}") for n in range(9)),
    ("TG13", "ผู้สูงอายุ"),
    ("TG14", "ผู้ปกครอง"),
]
FEW = [("a", "กำลังดูแล"), ("b", "พักไว้"), ("c", "จบแล้ว")]


def shown(popup: ChoicePopup) -> list[str]:
    model = popup._list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_typing_on_a_long_choice_finds_without_marks(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    qtbot.addWidget(field)
    field.show()
    chosen: list[str] = []
    field.chosen.connect(chosen.append)
    press(field, Qt.Key.Key_unknown, "ป")
    popup = field.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    assert shown(popup) == ["ผู้ปกครอง"]
    popup._search.clear()
    type_text(popup._search, "สูง")
    assert shown(popup) == ["ผู้สูงอายุ"]
    press(popup, Qt.Key.Key_Return)
    assert (field.value(), chosen) == ("TG13", ["TG13"])
    assert not popup.isVisible()


def searched(qtbot: QtBot, field: ChoiceField, words: str) -> ChoicePopup:
    """The list of a field, opened by the first letter, with these words typed into its search."""
    qtbot.addWidget(field)
    field.show()
    press(field, Qt.Key.Key_unknown, words[0])
    popup = field.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    popup._search.clear()
    type_text(popup._search, words)
    return popup


def beside(qtbot: QtBot, field: QWidget) -> tuple[QWidget, QLineEdit]:
    """A form with a line that stands behind the field."""
    form = QWidget()
    column = QVBoxLayout(form)
    column.addWidget(field)
    line = QLineEdit()
    column.addWidget(line)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    return form, line


def test_tab_takes_what_was_typed_for_and_goes_on(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    form, line = beside(qtbot, field)
    field.setFocus()
    press(field, Qt.Key.Key_unknown, "ป")
    popup = field.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    press(popup._search, Qt.Key.Key_Tab)
    assert field.value() == "TG14"
    assert not popup.isVisible()
    assert form.focusWidget() is line


def test_tab_takes_nothing_that_was_only_looked_at(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    form, line = beside(qtbot, field)
    field.set_value("")
    field.setFocus()
    field.showPopup()
    popup = field.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    press(popup._search, Qt.Key.Key_Tab)
    assert (field.value(), popup.isVisible(), form.focusWidget()) == ("", False, line)


def test_tab_goes_on_from_a_choice_of_several(qtbot: QtBot) -> None:
    field = MultiChoice(MANY)
    form, line = beside(qtbot, field)
    field.first.click()
    popup = field.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    type_text(popup._search, "สูง")
    press(popup._search, Qt.Key.Key_Tab)
    assert (field.value(), popup.isVisible(), form.focusWidget()) == (("TG13",), False, line)


def test_what_does_not_fit_ends_in_dots_and_is_told_when_pointed_at(qtbot: QtBot) -> None:
    name = "กองทุนซะกาตเพื่อการเรียน มัสยิดตัวอย่าง"
    field = ChoiceField([("a", name)])
    qtbot.addWidget(field)
    field.set_value("a")
    field.resize(120, 40)
    field.show()
    cut = field._cut()
    assert cut is not None
    assert name.startswith(cut.removesuffix("…"))
    assert cut.endswith("…")
    pointed = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
    QCoreApplication.sendEvent(field, pointed)
    assert QToolTip.text() == name
    QToolTip.hideText()
    field.resize(600, 40)
    assert field._cut() is None


def test_enter_takes_what_says_just_what_was_typed(qtbot: QtBot) -> None:
    relations = [("grandmother", "ย่าหรือยาย"), ("uncle", "ลุง"), ("aunt", "ป้า"), ("a", "น้องป้า")]
    field = ChoiceField([("b", "ป้าสะใภ้"), *relations, *MANY])
    popup = searched(qtbot, field, "ป้า")
    press(popup, Qt.Key.Key_Return)
    assert field.value() == "aunt"


def test_a_choice_survives_a_change_of_language_and_of_list(qtbot: QtBot) -> None:
    field = ChoiceField(FEW)
    qtbot.addWidget(field)
    field.set_value("b")
    chosen: list[str] = []
    field.chosen.connect(chosen.append)
    field.set_choices([("c", "Closed"), ("b", "Paused")])
    assert field.value() == "b"
    assert field.currentText() == "Paused"
    field.set_choices([("c", "Closed")])
    assert field.value() == "b"
    assert chosen == []


def test_the_wheel_changes_nothing(qtbot: QtBot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    field = ChoiceField(FEW)
    qtbot.addWidget(field)
    field.set_value("a")
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, event)
    assert field.value() == "a"


def test_chips_of_a_short_list_are_taken_and_left(qtbot: QtBot) -> None:
    chips = MultiChoice(FEW)
    qtbot.addWidget(chips)
    told: list[tuple[str, ...]] = []
    chips.changed.connect(told.append)
    chips._chips["c"].click()
    chips._chips["a"].click()
    chips._chips["c"].click()
    assert told == [("c",), ("a", "c"), ("a",)]
    assert chips._chips["a"].isChecked()


def test_more_are_added_from_a_long_list(qtbot: QtBot) -> None:
    chips = MultiChoice(MANY)
    qtbot.addWidget(chips)
    chips.show()
    chips.set_value(["TG14", "gone"])
    assert list(chips._chips) == ["TG14", "gone"]
    chips._add.click()
    popup = chips.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    assert "ผู้ปกครอง" not in shown(popup)
    type_text(popup._search, "สูงอายุ")
    press(popup, Qt.Key.Key_Return)
    assert popup.isVisible()
    assert chips.value() == ("TG13", "TG14", "gone")
    popup.hide()


def test_filters_show_their_counts(qtbot: QtBot) -> None:
    chips = FilterChips(MANY)
    qtbot.addWidget(chips)
    chips.set_counts({"TG13": 1200})
    assert chips.short
    assert chips._chips["TG13"].text() == "ผู้สูงอายุ (1,200)"
    assert chips._chips["TG14"].text() == "ผู้ปกครอง"


def test_of_many_filters_those_that_leave_most_are_at_hand(qtbot: QtBot) -> None:
    chips = FilterChips(MANY, most=2)
    qtbot.addWidget(chips)
    chips.show()
    codes = [code for code, _label in MANY]
    chips.set_counts({codes[0]: 1, codes[1]: 9, codes[2]: 2, codes[3]: 8})
    assert list(chips._chips) == [codes[1], codes[3]]
    assert chips._add.isVisible()

    QTest.mouseClick(chips._add, Qt.MouseButton.LeftButton)
    popup = chips.findChild(ChoicePopup)
    assert popup is not None
    popup.picked.emit(codes[2])
    popup.hide()
    assert chips.value() == (codes[2],)
    assert set(chips._chips) == {codes[1], codes[2], codes[3]}
    assert chips._chips[codes[2]].isChecked()

    chips.set_choices(MANY[:2])
    assert set(chips._chips) == set(codes[:3])
    assert not chips._add.isVisible()


def test_the_keyboard_goes_to_a_choice_that_is_seen(qtbot: QtBot) -> None:
    for choices in (FEW, MANY):
        chips = MultiChoice(choices)
        qtbot.addWidget(chips)
        chips.show()
        chips.setFocus()
        focused = chips.focusProxy()
        assert focused is not None
        assert focused.isVisible()


def test_filters_lead_nowhere_but_to_themselves(qtbot: QtBot) -> None:
    chips = FilterChips(MANY)
    qtbot.addWidget(chips)
    assert chips.focusProxy() is None


def test_a_grandmother_is_not_taken_for_another(qtbot: QtBot) -> None:
    field = ChoiceField([("maternal", "ยาย"), ("paternal", "ย่า"), *MANY])
    popup = searched(qtbot, field, "ย่า")

    press(popup, Qt.Key.Key_Return)

    assert field.value() == "paternal"


def test_a_filter_opens_on_its_first_choice(qtbot: QtBot) -> None:
    button = FilterButton(lambda: [("1", "หมู่ 1"), ("2", "หมู่ 2"), ("", "ไม่ระบุหมู่บ้าน")])
    qtbot.addWidget(button)
    button.show()
    picked: list[str] = []
    button.picked.connect(picked.append)

    button.open()
    popup = button.findChild(ChoicePopup)
    assert isinstance(popup, ChoicePopup)
    press(popup, Qt.Key.Key_Return)

    assert picked == ["1"]


def test_a_command_typed_on_a_choice_is_none_of_its_letters(qtbot: QtBot) -> None:
    field = ChoiceField(MANY)
    qtbot.addWidget(field)
    field.show()
    QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert field.findChild(ChoicePopup) is None
    QTest.keyClick(field, Qt.Key.Key_S)
    assert field.findChild(ChoicePopup) is not None


def test_tab_goes_through_the_chips_in_their_place(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    above, chips, below = QLineEdit(), MultiChoice(), QLineEdit()
    for part in (above, chips, below):
        column.addWidget(part)
    chips.set_choices(FEW)
    page.show()
    above.setFocus()
    stops = []
    while (focused := page.focusWidget()) is not below:
        assert focused is not None
        stops.append(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert [type(each).__name__ for each in stops] == ["QLineEdit", "Button", "Button", "Button"]
