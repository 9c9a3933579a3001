"""ตารางเวร: a week of days and nights, filled from one gap to the next by keyboard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.duty.reading import week_of
from desktop.services.duty.records import CanAnswer, DutyLine
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.duty.row import DutyRow
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_date
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling

_LINES = 14


class DutyScreen(Screen):
    """`week_wanted(first day)`, `changed(line, values)`, `copy_wanted`, `gap_wanted`,
    `print_wanted`, `export_wanted`, `import_wanted`.
    """

    week_wanted = Signal(object)
    changed = Signal(object, object)
    copy_wanted = Signal()
    gap_wanted = Signal()
    print_wanted = Signal()
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, rights: Collection[Right], today: date) -> None:
        super().__init__()
        self._rights, self._today = rights, today
        self.first = week_of(today)
        self._wanted: tuple[str, str] | None = None
        self._arrived: DutyRow | None = None
        self.heading, self.week = ThaiLabel("", "title", wrap=False), ThaiLabel("", "muted")
        self.banner, self.done_bar = Banner(), DoneBar()
        self.before_button = Button("", "secondary", "chevron-left")
        self.after_button = Button("", "secondary", "chevron-right")
        self.copy_button = Button("", "secondary", "copy")
        self.gap_button = Button("", "secondary", "arrow-right")
        self.print_button = Button("", "quiet", "printer")
        self.export_button = Button("", "quiet", "download")
        self.import_button = Button("", "quiet", "upload")
        self.rows = [DutyRow() for _line in range(_LINES)]
        self._lay_out()
        self.before_button.clicked.connect(lambda: self.go(-7))
        self.after_button.clicked.connect(lambda: self.go(7))
        self.copy_button.clicked.connect(self.copy_wanted)
        self.gap_button.clicked.connect(self.gap_wanted)
        self.print_button.clicked.connect(self.print_wanted)
        self.export_button.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        for row in self.rows:
            row.changed.connect(lambda values, row=row: self._on_changed(row, values))
        for keys, act in (
            ("Alt+Up", self.before_button.click),
            ("Alt+Down", self.after_button.click),
            ("Ctrl+Down", self.gap_button.click),
        ):
            short = QShortcut(QKeySequence(keys), self)
            short.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            short.activated.connect(act)
        self.adapt()

    def show_week(
        self, lines: Sequence[DutyLine], people: Sequence[CanAnswer], codes: CodeBook
    ) -> None:
        """Show a week."""
        spans = dict(codes.choices("duty_spans"))
        may = Right.WRITE in self._rights
        for row, line in zip(self.rows, lines, strict=True):
            row.show_line(line, people, spans, may=may)
        self.banner.dismiss()
        self.retranslate()
        wanted, self._wanted = self._wanted, None
        self._arrived = next((row for row in self.rows if _is(row, wanted)), None)
        if self._arrived is not None:
            self._arrived.who.setFocus(Qt.FocusReason.TabFocusReason)
        self.filled.emit()

    def show_gap(self, line: DutyLine | None) -> None:
        """Go to a day or night that nobody has taken."""
        if line is None:
            self.told.emit(self.tr("ไม่มีช่องว่างในสองเดือนข้างหน้า"))
            return
        self._wanted = (line.on, line.span)
        self.first = week_of(date.fromisoformat(line.on))
        self.week_wanted.emit(self.first)

    def show_problem(self, line: DutyLine, text: str) -> None:
        """Say what is wrong, beside its day."""
        for row in self.rows:
            if _is(row, (line.on, line.span)):
                row.say(text)

    def show_failed(self, text: str) -> None:
        """The week could not be read."""
        self.banner.say(text, "danger")

    def go(self, days: int) -> None:
        """Another week."""
        self.leave()
        self.first += timedelta(days)
        self.week_wanted.emit(self.first)

    def enter(self, argument: object) -> None:
        """`argument`: a day whose week is looked at; else this week."""
        if isinstance(argument, date):
            self.first = week_of(argument)
            self._wanted = (argument.isoformat(), "night")
        self.week_wanted.emit(self.first)

    def leave(self) -> None:
        for row in self.rows:
            row.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"duty", "user", "person"} and self.isVisible():
            self.week_wanted.emit(self.first)

    def first_focus(self) -> QWidget | None:
        today = self._today.isoformat()
        if self._arrived is not None:
            return self._arrived.who
        for row in self.rows:
            if row.line is not None and row.line.on >= today and not row.line.taken:
                return row.who
        return self.gap_button

    def save_action(self) -> Action | None:
        return self.leave

    def print_action(self) -> Action | None:
        return self.print_wanted.emit if Right.PRINT in self._rights else None

    def help_text(self) -> str:
        return self.tr(
            "เลือกว่าใครรับโทรศัพท์ในแต่ละวันและคืน เลือกแล้วไปช่องว่างถัดไปเอง โทรศัพท์และหมู่เว้นว่างได้\n"
            "Alt+ขึ้น และ Alt+ลง เปลี่ยนสัปดาห์ Ctrl+ลง ไปช่องว่างถัดไป คัดลอกสัปดาห์ก่อนเติมเฉพาะช่องว่าง\n"
            "กลางคืนนับตั้งแต่หกโมงเย็นถึงแปดโมงเช้า"
        )

    def retranslate(self) -> None:
        self.heading.set_text(self.tr("ตารางเวร"))
        last = self.first + timedelta(6)
        free = sum(row.line is not None and not row.line.taken for row in self.rows)
        span = f"{shown_date(self.first)} – {shown_date(last)}"
        gaps = self.tr("ว่าง %n ช่อง", "", free) if free else self.tr("ครบทุกช่อง")
        self.week.set_text(f"{span} · {gaps}")
        self.before_button.setText(self.tr("สัปดาห์ก่อน"))
        self.before_button.setToolTip("Alt+↑")
        self.after_button.setText(self.tr("สัปดาห์ถัดไป"))
        self.after_button.setToolTip("Alt+↓")
        self.copy_button.setText(self.tr("คัดลอกสัปดาห์ก่อน"))
        self.gap_button.setText(self.tr("ช่องว่างถัดไป"))
        self.gap_button.setToolTip("Ctrl+↓")
        self.print_button.setText(self.tr("พิมพ์ทั้งเดือน"))
        self.export_button.setText(self.tr("ส่งออก"))
        self.import_button.setText(self.tr("นำเข้า"))
        may = Right.WRITE in self._rights
        self.copy_button.setVisible(may)
        self.gap_button.setVisible(may)
        self.print_button.setVisible(Right.PRINT in self._rights)
        self.export_button.setVisible(Right.EXPORT in self._rights)
        self.import_button.setVisible(Right.IMPORT in self._rights)

    def _on_changed(self, row: DutyRow, values: dict[str, str]) -> None:
        assert row.line is not None
        if values.get("who"):
            after = self.rows[self.rows.index(row) + 1 :]
            free = next((each for each in after if each.line and not each.line.taken), None)
            if free is not None:
                free.who.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit(row.line, values)

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(acts, 8)
        for button in (
            self.before_button, self.after_button, self.copy_button, self.gap_button,
            self.print_button, self.export_button, self.import_button,
        ):  # fmt: skip
            flow.addWidget(button)
        card = Card("")
        for row in self.rows:
            card.body.addWidget(row)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        held = QVBoxLayout(inside)
        held.setContentsMargins(0, 0, 8, 0)
        # Above the week, and away once one is in it: the largest letters leave room for little.
        held.setSpacing(10)
        for part in (self.done_bar, acts, card):
            held.addWidget(part)
        held.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for part in (self.heading, self.week, self.banner):
            column.addWidget(part)
        column.addWidget(Scrolling(inside), 1)


def _is(row: DutyRow, wanted: tuple[str, str] | None) -> bool:
    return row.line is not None and (row.line.on, row.line.span) == wanted
