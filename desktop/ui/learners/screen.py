"""The list of learners: search, filters, the table, and a quick look at one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import cast
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.learners.records import LearnerDetail, LearnerQuery, LearnerRow, SortOrder
from desktop.services.roles import Right
from desktop.services.settings import SavedFilter
from desktop.ui.forms.list_head import ListHead
from desktop.ui.learners.empty import nobody_found, nobody_yet
from desktop.ui.learners.filters import FilterBar, FilterChoices
from desktop.ui.learners.finding import whom_is_meant
from desktop.ui.learners.kept_filters import KeptFilters
from desktop.ui.learners.look import Look, LookWords
from desktop.ui.learners.menu import ColumnMenu, ListMenu
from desktop.ui.learners.opening import (
    DUPLICATES,
    IMPORTING,
    LEARNER,
    NEW_LEARNER,
    SYNC,
    as_drill_down,
)
from desktop.ui.learners.order import mark_order
from desktop.ui.learners.selection import SelectionBar
from desktop.ui.learners.table_model import SORTS, ListWords, fitting_columns, learners_model
from desktop.ui.learners.twins_banner import TwinsBanner
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.quick_look import QuickLook
from resources import clock

# Below this the quick look would leave the table too little room for names.
_ROOM_FOR_LOOK = 1040
_MARGIN = 24
_LOOK_PAUSE = 120


class LearnersScreen(Screen):
    """Wishes of the person as signals; `show_…` fill the screen."""

    query_wanted = Signal(object)
    rows_wanted = Signal(object)
    look_wanted = Signal(object)
    keep_filter_wanted = Signal(str, object)
    forget_filter_wanted = Signal(str)
    kept_filters_wanted = Signal()
    print_wanted = Signal(object)
    export_wanted = Signal(object)
    group_wanted = Signal(object, str)
    hide_wanted = Signal(object)
    look_toggled = Signal(bool)
    columns_chosen = Signal(object)
    entered = Signal()

    def __init__(self, today: Callable[[], date] = clock.today) -> None:
        super().__init__()
        self._choices = FilterChoices()
        self._receiving = False
        self._look_on = True
        self._columns: tuple[str, ...] | None = None
        self._list_words = ListWords(lambda: self._choices.codes, today)
        self._look_words = LookWords(lambda: self._choices.codes, today)
        self._shown_look: LearnerRow | LearnerDetail | None = None
        self._looking_at: UUID | None = None
        self._look_pause = QTimer(self)
        self._look_pause.setSingleShot(True)
        self._look_pause.setInterval(_LOOK_PAUSE)
        self._look_pause.timeout.connect(self._show_current)
        self._rights = frozenset(Right)
        self._build()
        self._connect()
        mark_order(self.table, self.query)
        self.adapt()

    # What is shown

    @property
    def query(self) -> LearnerQuery:
        """What is asked now."""
        return self.filters.query

    def set_choices(
        self, choices: FilterChoices, rights: frozenset[Right], *, receiving: bool = False
    ) -> None:
        """Villages and code lists, in the centre's own words; what the person may do here.

        `receiving`: the centre's people are still on their way to this laptop.
        """
        self._choices = choices
        self._rights = rights
        self._receiving = receiving
        self.filters.set_choices(choices)
        self.add_button.setVisible(Right.WRITE in rights)
        self.import_button.setVisible(Right.IMPORT in rights and not receiving)
        self.actions_bar.allow(rights)
        self.retranslate()

    def show_found(self, ids: Sequence[UUID], rows: Sequence[LearnerRow]) -> None:
        """Show these people, of whom the rows of some are known."""
        self.head.mean(lambda asked: whom_is_meant(asked, rows))
        self.table.model.set_ids(ids)
        self.table.model.put_rows(rows)
        self._word_empty()
        self.table.show_table()
        self._word_count()
        self.head.go_to_meant()
        if not ids:
            self._look_pause.stop()
            self._show_look(None)
        elif self.table.current_id() is None:
            self._look_soon(ids[0])

    def show_rows(self, rows: Sequence[LearnerRow]) -> None:
        """Rows that came into view."""
        self.table.model.put_rows(rows)

    def show_failed(self, sentence: str) -> None:
        """Say why the list could not be read."""
        self.table.show_failed(sentence)

    def show_detail(self, detail: LearnerDetail) -> None:
        """Fill the quick look, if its person is still the one looked at."""
        if self._looking_at == detail.row.id:
            self._show_look(detail)

    def show_kept_filters(self, filters: Sequence[SavedFilter]) -> None:
        """Open the filters kept under names."""
        if self.kept.isVisible():
            self.kept.show_filters(filters)
        else:
            keepable = self.filters.asking or bool(self.query.search)
            self.kept.open_under(self.filters.kept, filters, keepable=keepable)

    def show_twins(self, count: int) -> None:
        """Tell of pairs that may be one person."""
        self.twins.show_count(count if Right.MERGE in self._rights else 0)

    def set_look(self, on: bool) -> None:
        """Whether the quick look is wanted, as remembered."""
        self._look_on = on
        self._arrange()

    def set_columns(self, keys: Sequence[str] | None) -> None:
        """Show these columns from now on, as remembered; None for those that fit."""
        self._columns = tuple(keys) if keys is not None else None
        self._arrange()

    def ask(self, query: LearnerQuery, title: str = "") -> None:
        """Ask for other people, as if the person had set the filters."""
        self.head.set_text(query.search)
        self.filters.show_query(query, title)
        mark_order(self.table, query)
        self.query_wanted.emit(query)

    def open_with(self, query: LearnerQuery, title: str) -> None:
        """Show the people behind something; a chip says what it is, and takes it away."""
        self.ask(query, title)

    # As a screen

    def enter(self, argument: object) -> None:
        asked = as_drill_down(argument)
        self.entered.emit()
        if asked is not None:
            self.ask(asked.query, asked.title)
        else:
            self.query_wanted.emit(self.query)

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds and self.isVisible():
            self.entered.emit()
            self.query_wanted.emit(self.query)

    def new_action(self) -> Action | None:
        if Right.WRITE not in self._rights:
            return None
        return lambda: self.open_requested.emit(NEW_LEARNER, None)

    def print_action(self) -> Action | None:
        return self.actions_bar.choose_print if Right.PRINT in self._rights else None

    def first_focus(self) -> QWidget | None:
        return self.head.search

    def help_text(self) -> str:
        lines = (
            self.tr("พิมพ์ชื่อ ชื่อเล่น ชื่อผู้ดูแล รหัส หรือเลขบางส่วน ไม่ต้องใส่วรรณยุกต์ก็พบ"),
            self.tr("ลูกศรลงแล้ว Enter เปิดหน้าของคนนั้น Ctrl+F กลับมาช่องค้นหา Esc ล้างคำค้น"),
            self.tr("Ctrl+N เพิ่มคนใหม่ Ctrl+D เปิดหรือปิดแผงดูเร็ว"),
            self.tr("คลิกขวา ปุ่มเมนู หรือ Shift+F10 ที่แถว เปิดสิ่งที่ทำกับคนนั้นได้ และเลือกคอลัมน์ที่แสดง"),
            self.tr("เลือกหลายคนด้วย Ctrl หรือ Shift แล้วพิมพ์แผน ส่งออก หรือเพิ่มเข้ากลุ่มจากแถบล่าง"),
        )
        return "\n\n".join(lines)

    def retranslate(self) -> None:
        self.import_button.setText(self.tr("นำเข้ารายชื่อ"))
        self.add_button.setText(self.tr("เพิ่มผู้เรียนรู้"))
        self.add_button.setToolTip(self.tr("เพิ่มผู้เรียนรู้ (Ctrl+N)"))
        self.look_button.set_name(self.tr("ดูเร็วด้านข้าง"), "Ctrl+D")
        self.actions_bar.set_groups(self._choices.of("groups", ""))
        self._word_count()
        self._word_empty()
        if self._shown_look is not None:
            self._show_look(self._shown_look)

    def redress(self) -> None:
        super().redress()
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.query.search or self.filters.asking):
            self.head.clear()
            self.head.focus_search()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete in the table hides."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
        ):
            self._on_hide()
            return True
        return super().eventFilter(watched, event)

    # Inside

    def _build(self) -> None:
        self.table: DataTable[LearnerRow] = DataTable(learners_model(self._list_words))
        self.head = ListHead(self, self.table, chips=False)
        self.done_bar = DoneBar()
        self.table.view.installEventFilter(self)
        self.look_button = IconButton("panel-right")
        self.look_button.setCheckable(True)
        self.import_button = Button("", "secondary", "upload")
        self.add_button = Button("", "primary", "user-plus")
        for button in (self.look_button, self.import_button, self.add_button):
            self.head.add_action(button)
        self.filters = FilterBar()
        self.kept = KeptFilters(self)
        self.twins = TwinsBanner()
        self.look = QuickLook()
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.table, 1)
        middle.addWidget(self.look)
        self.actions_bar = SelectionBar()
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, 16, _MARGIN, 12)
        column.setSpacing(12)
        column.addWidget(self.head)
        column.addWidget(self.filters)
        column.addWidget(self.twins)
        column.addLayout(middle, 1)
        column.addWidget(self.done_bar)
        column.addWidget(self.actions_bar)

    def _connect(self) -> None:
        self.head.asked.connect(self._on_asked)
        self.head.cleared.connect(self.filters.clear)
        self.head.begun.connect(self._on_begun)
        self.filters.changed.connect(self._on_filtered)
        self.filters.kept_wanted.connect(self.kept_filters_wanted)
        self.kept.picked.connect(lambda chosen: self.ask(chosen.query))
        self.kept.kept.connect(lambda name: self.keep_filter_wanted.emit(name, self.query))
        self.kept.forgotten.connect(self.forget_filter_wanted)
        self.table.model.rows_wanted.connect(self.rows_wanted)
        self.table.model.order_wanted.connect(self._on_order)
        self.table.row_opened.connect(lambda found: self.open_requested.emit(LEARNER, found))
        self.table.current_changed.connect(self._on_current)
        self.table.selection_changed.connect(lambda _ids: self._word_count())
        self.table.menu_wanted.connect(self._open_menu)
        self.table.columns_wanted.connect(lambda place: self._column_menu().popup(place))
        self.look.opened.connect(self._open_current)
        self.look.closed.connect(lambda: self._toggle_look(False))
        self.look_button.clicked.connect(self._toggle_look)
        self.import_button.clicked.connect(lambda: self.open_requested.emit(IMPORTING, None))
        self.add_button.clicked.connect(lambda: self.open_requested.emit(NEW_LEARNER, None))
        self.twins.acted.connect(lambda: self.open_requested.emit(DUPLICATES, None))
        self.actions_bar.print_wanted.connect(self._on_print)
        self.actions_bar.export_wanted.connect(self._on_export)
        self.actions_bar.group_chosen.connect(
            lambda code: self.group_wanted.emit(self.table.selected_ids(), code)
        )
        self.actions_bar.hide_wanted.connect(self._on_hide)
        shortcut = QShortcut(QKeySequence("Ctrl+D"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._toggle_look(not self.look.isVisible()))

    def _open_menu(self, place: QPoint) -> None:
        bar = self.actions_bar
        acts: dict[str, Callable[[], None]] = {
            "open": self._open_current,
            "print": lambda: bar.print_wanted.emit(False),
            "export": lambda: bar.export_wanted.emit(False),
            "group": bar.group_button.click,
            "hide": self._on_hide,
        }
        ListMenu(self._rights, acts, self._column_menu(), self).open_at(place)

    def _column_menu(self) -> ColumnMenu:
        view, columns = self.table.view, self.table.model.columns
        shown = {each.key for n, each in enumerate(columns) if not view.isColumnHidden(n)}
        menu = ColumnMenu(self.table.model, shown, self)
        menu.chosen.connect(self._on_columns)
        return menu

    def _on_columns(self, keys: tuple[str, ...] | None) -> None:
        self.set_columns(keys)
        self.columns_chosen.emit(keys)

    def _arrange(self) -> None:
        """Show the quick look where it is wanted and leaves the names enough room."""
        wanted = self._look_on and self.width() >= theme().px(_ROOM_FOR_LOOK)
        self._set_look_visible(wanted)

    def _set_look_visible(self, wanted: bool) -> None:
        shown = wanted and bool(self.table.model.ids)
        self.look.setVisible(shown)
        self.look_button.setChecked(wanted)
        # The layout gives the table its width only later; this is what it will be.
        width = self.width() - 2 * _MARGIN
        if shown:
            width -= theme().px(330) + 16
        at_100 = (width - theme().px(14)) * 100 / theme().scale
        self.table.show_columns(fitting_columns(self.table.model, at_100, self._columns))

    def _toggle_look(self, on: bool) -> None:
        self._look_on = on
        self._set_look_visible(on)
        self.look_toggled.emit(on)

    def _open_current(self) -> None:
        found = self.table.current_id()
        if found is None and self.table.model.ids:
            found = self.table.model.id_at(0)
        if found is not None:
            self.open_requested.emit(LEARNER, found)

    def _on_asked(self) -> None:
        asked = replace(self.query, search=self.head.search.text())
        self.filters.show_query(asked, self.filters.drill_title)
        self.query_wanted.emit(self.query)

    def _on_filtered(self, query: LearnerQuery) -> None:
        mark_order(self.table, query)
        self.query_wanted.emit(query)

    def _on_order(self, key: str, ascending: bool) -> None:
        if key not in SORTS:
            mark_order(self.table, self.query)
            self.told.emit(self.tr("เรียงได้ตามชื่อ อายุ และหมู่บ้าน"))
            return
        # The youngest come last when ages rise: age runs against the date of birth.
        descending = ascending if key == "birth" else not ascending
        query = replace(self.query, sort=cast("SortOrder", SORTS[key]), descending=descending)
        self.filters.show_query(query, self.filters.drill_title)
        self.query_wanted.emit(query)

    def _on_current(self, found: UUID | None) -> None:
        if found is not None:
            self._look_soon(found)

    def _look_soon(self, found: UUID) -> None:
        """Look at a person once the keyboard rests: building the panel at each key would lag."""
        self._looking_at = found
        self._look_pause.start()
        if self._shown_look is None:
            self._arrange()

    def _show_current(self) -> None:
        row = self.table.model.row_of(self._looking_at)
        if row is not None:
            self._show_look(row)
        if self._look_on and self._looking_at is not None:
            self.look_wanted.emit(self._looking_at)

    def _show_look(self, what: LearnerRow | LearnerDetail | None) -> None:
        self._shown_look = what
        if what is not None:
            shown: Look = (
                self._look_words.of_row(what)
                if isinstance(what, LearnerRow)
                else self._look_words.of_detail(what)
            )
            self.look.show_row(shown.title, shown.subtitle, shown.facts, shown.pills)
        self._arrange()

    def _word_count(self) -> None:
        listed = len(self.table.model.ids)
        count = (
            self.tr("พบ %n คน", "", listed)
            if self._narrowed
            else self.tr("ทั้งหมด %n คน", "", listed)
        )
        self.head.set_words(self.tr("ผู้เรียนรู้"), count, self.tr("ชื่อ ชื่อเล่น ผู้ดูแล รหัส หรือเลขบางส่วน"))
        self.actions_bar.show_counts(len(self.table.selected_ids()), listed)

    @property
    def _narrowed(self) -> bool:
        switched = any(switch.isChecked() for switch in self.filters.switches.values())
        return self.filters.asking or bool(self.query.search) or switched

    def _on_begun(self) -> None:
        self.open_requested.emit(SYNC if self._receiving else IMPORTING, None)

    def _word_empty(self) -> None:
        self.head.word_empty(
            narrowed=self._narrowed,
            nothing=nobody_yet(Right.IMPORT in self._rights, receiving=self._receiving),
            none_found=nobody_found(),
        )

    def _meant(self, everyone: bool) -> tuple[UUID, ...]:
        ids = self.table.model.ids if everyone else self.table.selected_ids()
        return tuple(cast("list[UUID]", list(ids)))

    def _on_print(self, everyone: bool) -> None:
        self.print_wanted.emit(self._meant(everyone))

    def _on_export(self, everyone: bool) -> None:
        self.export_wanted.emit(
            self.query if everyone else replace(self.query, ids=self._meant(False))
        )

    def _on_hide(self) -> None:
        ids = self.table.selected_ids()
        if ids and Right.DELETE in self._rights:
            self.hide_wanted.emit(ids)
