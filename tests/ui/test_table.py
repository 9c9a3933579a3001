"""Tables: Thai order, rows fetched as they are seen, a place that is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop.models.text import sort_key
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from tests.ui.typing import press


@dataclass(frozen=True)
class Person:
    number: int
    name: str


COLUMNS = [
    Column[Person]("name", lambda: "ชื่อ", lambda row: row.name, lambda row: sort_key(row.name), 0),
    Column[Person]("number", lambda: "ที่", lambda row: str(row.number), None, 60, numeric=True),
]
# The order of ICU; by code point the words that begin with เ แ ไ would come last.
ORDERED = ["กา", "เกิด", "ไก่", "น้ำ", "แม่สวด", "ลำปางหลวง", "ส้ม", "สมชาย", "หมอ"]


def table(qtbot: QtBot) -> DataTable[Person]:
    made = DataTable(DataclassTableModel(COLUMNS, lambda row: row.number))
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    return made


def names(shown: DataTable[Person]) -> list[str]:
    model = shown.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def people(count: int) -> list[Person]:
    return [Person(number, f"คน {number}") for number in range(count)]


def test_a_click_on_the_heading_sorts_in_thai(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows([Person(n, name) for n, name in enumerate(reversed(ORDERED))])
    shown.show_table()
    shown.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(shown) == ORDERED
    shown.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert names(shown) == ORDERED[::-1]


def test_the_selection_follows_the_people_when_sorted(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows([Person(n, name) for n, name in enumerate(reversed(ORDERED))])
    shown.select_ids([0, 8])
    shown.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert set(shown.selected_ids()) == {0, 8}


def test_only_what_is_seen_is_asked_for(qtbot: QtBot) -> None:
    shown = table(qtbot)
    asked: list[int] = []

    def fetch(ids: tuple[int, ...]) -> None:
        asked.extend(ids)
        shown.model.put_rows([Person(number, f"คน {number}") for number in ids])

    shown.model.rows_wanted.connect(fetch)
    shown.model.set_ids(range(100_000))
    shown.show_table()
    qtbot.waitUntil(lambda: shown.model.index(0, 0).data() == "คน 0")
    assert len(asked) <= 300
    shown.view.scrollToBottom()
    qtbot.waitUntil(lambda: shown.model.index(99_999, 0).data() == "คน 99999")
    assert len(asked) <= 600
    assert len(asked) == len(set(asked))


def test_rows_not_fetched_show_that_they_are_coming(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_ids(range(5))
    assert shown.model.index(3, 0).data() == "…"
    assert shown.model.row_at(3) is None


def test_another_order_is_asked_of_whoever_knows_it(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_ids(range(5))
    with qtbot.waitSignal(shown.model.order_wanted) as wanted:
        shown.view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
    assert wanted.args == ["name", False]


def test_a_reload_keeps_place_and_selection(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows(people(50))
    shown.go_to(20)
    shown.select_ids([20, 21])
    shown.model.set_rows([replace(row, name="ใหม่") for row in people(50)[5:]])
    assert shown.current_id() == 20
    assert shown.selected_ids() == (20, 21)


def test_late_rows_of_an_old_list_are_passed_over(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_ids([1, 2])
    shown.model.set_ids([3])
    shown.model.put_rows([Person(1, "เก่า"), Person(3, "ใหม่")])
    assert names(shown) == ["ใหม่"]


def test_enter_opens_and_many_are_selected_by_keyboard(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows(people(10))
    shown.show_table()
    shown.go_to(2)
    press(shown.view, Qt.Key.Key_Down, modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert shown.selected_ids() == (2, 3)
    with qtbot.waitSignal(shown.row_opened) as opened:
        press(shown.view, Qt.Key.Key_Return)
    assert opened.args == [3]
    press(shown.view, Qt.Key.Key_A, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert len(shown.selected_ids()) == 10


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows(people(10))
    shown.show_table()
    shown.go_to(4)
    press(shown.view, Qt.Key.Key_End)
    assert shown.selected_ids() == (9,)
    press(shown.view, Qt.Key.Key_Home)
    assert shown.selected_ids() == (0,)


def test_empty_loading_and_failed_are_told_apart(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.empty.set_words("ยังไม่มีผู้เรียนรู้", "เริ่มโดยเพิ่มคนแรก", "เพิ่ม")
    shown.model.set_rows([])
    shown.show_table()
    assert shown.currentWidget() is shown.empty
    shown.show_failed("ดิสก์เต็ม")
    assert shown.currentWidget() is shown.failed
    with qtbot.waitSignal(shown.retried):
        shown.failed.button.click()
    shown.show_loading()
    qtbot.waitUntil(lambda: shown.currentWidget() is shown.loading)
    shown.model.set_rows(people(1))
    shown.show_table()
    assert shown.currentWidget() is shown.view


def test_a_quick_load_never_flashes_loading(qtbot: QtBot) -> None:
    shown = table(qtbot)
    seen: list[int] = []
    shown.currentChanged.connect(seen.append)
    shown.show_loading()
    shown.model.set_rows(people(1))
    shown.show_table()
    assert not shown._waiting.isActive()
    assert seen == []


def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester) -> None:
    model: DataclassTableModel[Person] = DataclassTableModel(COLUMNS, lambda row: row.number)
    model.set_rows(people(5))
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_ids([3, 4, 9])
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_columns_that_can_be_spared_give_way_where_there_is_no_room(qtbot: QtBot) -> None:
    more = [
        Column[Person](key, lambda: "อื่น", lambda row: "", width=150, spare=spare)
        for key, spare in (("first", 2), ("second", 1), ("kept", 0))
    ]
    shown = DataTable(DataclassTableModel([*COLUMNS, *more], lambda row: row.number))
    qtbot.addWidget(shown)
    shown.model.set_rows(people(3))
    shown.show_table()
    shown.show()

    def columns(width: int) -> list[str]:
        shown.resize(width, 400)
        qtbot.waitUntil(lambda: shown.view.width() == width)
        return [
            each.key
            for number, each in enumerate(shown.model.columns)
            if not shown.view.isColumnHidden(number)
        ]

    assert columns(800) == ["name", "number", "first", "second", "kept"]
    assert columns(600) == ["name", "number", "second", "kept"]
    assert columns(400) == ["name", "number", "kept"]
    qtbot.waitUntil(lambda: shown.view.horizontalScrollBar().maximum() == 0)
    assert columns(800) == ["name", "number", "first", "second", "kept"]
    shown.show_columns({"name", "first"})
    assert columns(900) == ["name", "first"]


def test_columns_whose_words_are_told_when_pointed_at_become_narrower(qtbot: QtBot) -> None:
    def told(row: Person) -> str:
        return "คำยาว"

    more = [
        Column[Person]("long", lambda: "ยาว", told, width=240, hint=told),
        Column[Person]("longer", lambda: "ยาวกว่า", told, width=150, hint=told),
        Column[Person]("phone", lambda: "โทร", lambda row: "", width=130),
    ]
    shown = DataTable(DataclassTableModel([*COLUMNS, *more], lambda row: row.number))
    qtbot.addWidget(shown)
    shown.model.set_rows(people(3))
    shown.show_table()
    shown.show()

    def widths(width: int) -> list[int]:
        shown.resize(width, 400)
        qtbot.waitUntil(lambda: shown.view.width() == width)
        return [shown.view.columnWidth(number) for number in range(5)]

    assert widths(800)[1:] == [60, 240, 150, 130]
    name, number, long, longer, phone = widths(660)
    assert (name, number, phone) == (160, 60, 130)
    assert 168 < long < 240
    assert 105 < longer < 150
    beyond = shown.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: beyond.maximum() == 0)
    assert widths(600)[0] in range(130, 160)  # names give way last
    assert widths(300)[:3] == [130, 60, 168]  # as narrow as it goes: the table scrolls
    qtbot.waitUntil(lambda: beyond.maximum() > 0)


def test_a_table_says_how_narrow_it_may_be(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.model.set_rows(people(3))
    shown.show_table()
    assert shown.minimumSizeHint().width() == 270


def test_a_table_asks_for_no_more_room_than_some_rows(qtbot: QtBot) -> None:
    shown = table(qtbot)
    shown.empty.set_words("ยังไม่มี", "คำอธิบายที่ยาวพอสมควร " * 6, "เริ่ม")
    shown.model.set_rows(people(30))
    shown.show_table()
    least = shown.minimumSizeHint().height()
    assert 4 * shown.view.rowHeight(0) < least < 6 * shown.view.rowHeight(0)
    shown.show_empty()
    assert shown.minimumSizeHint().height() > least
