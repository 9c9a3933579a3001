"""ปฏิทิน: the sessions of a month or a week over the seasons of the villages."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from desktop.services.calendars.records import SEASON_KINDS, CalendarDays, Clash, Meeting
from desktop.services.calendars.wording import place, why
from desktop.services.papers.calendar import narrowed
from desktop.services.roles import Right
from desktop.ui.calendar.band import SeasonBand
from desktop.ui.calendar.day_panel import DayPanel
from desktop.ui.calendar.grid import CalendarGrid, shown_from
from desktop.ui.calendar.words import Moving, is_english, month_of
from desktop.ui.code_book import CodeBook
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_date
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.thai_calendar import month_later

_MONTH, _WEEK = "month", "week"


class CalendarScreen(Screen):
    """`days_wanted(first, days)`, `session_wanted(meeting)`, `new_wanted(day)`, `print_wanted`,
    `clashes_wanted(course id, day, values)`, `planned(course id, day, values)`.
    """

    days_wanted = Signal(object, int)
    session_wanted = Signal(object)
    new_wanted = Signal(object)
    print_wanted = Signal()
    clashes_wanted = Signal(object, object, object)
    planned = Signal(object, object, object)

    def __init__(self, rights: Collection[Right], today: date) -> None:
        super().__init__()
        self._rights, self._today = rights, today
        self.found: CalendarDays | None = None
        self._codes: CodeBook | None = None
        self.heading = ThaiLabel("", "title", wrap=False)
        self.span = ThaiLabel("", "section", wrap=False)
        self.before, self.after = IconButton("chevron-left"), IconButton("chevron-right")
        self.today_button = Button("", "secondary", "calendar-days")
        self.view, self.village, self.who = ChoiceField(), ChoiceField(), ChoiceField()
        self.print_button = Button("", "quiet", "printer")
        self.banner, self.done_bar = Banner(), DoneBar()
        self.band = SeasonBand()
        self.grid = CalendarGrid(today)
        self.panel = DayPanel()
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()
        self.grid.moved.connect(self.go)
        self.grid.opened.connect(self._on_opened)
        self.grid.new_wanted.connect(lambda _day: self._begin())
        self.panel.opened.connect(self.session_wanted)
        self.panel.may_move = Right.WRITE in rights
        self.panel.moving.connect(
            lambda meeting: self.open_requested.emit("session", Moving(meeting.id))
        )
        self.panel.new_wanted.connect(self._begin)
        self.panel.form.looked.connect(
            lambda course, values: self.clashes_wanted.emit(course, self.day, values)
        )
        self.panel.form.planned.connect(
            lambda course, values: self.planned.emit(course, self.day, values)
        )
        self.panel.form.closed.connect(self.grid.setFocus)
        self.band.month_wanted.connect(
            lambda month: self.go(month_later(self.day, month - self.day.month))
        )
        self.before.clicked.connect(lambda: self.go(self._other(-1)))
        self.after.clicked.connect(lambda: self.go(self._other(1)))
        self.today_button.clicked.connect(lambda: self.go(self._today))
        self.view.chosen.connect(lambda how: self._turn(week=how == _WEEK))
        self.village.chosen.connect(lambda _moo: self._show())
        self.who.chosen.connect(lambda _key: self._show())
        self.print_button.clicked.connect(self.print_wanted)
        self.adapt()

    @property
    def day(self) -> date:
        """The day that the keyboard is on."""
        return self.grid.day

    @property
    def shown(self) -> list[Meeting]:
        """The sessions that the filters leave."""
        if self.found is None:
            return []
        return narrowed(self.found.meetings, self.village.value(), self.who.value())

    def show_days(self, found: CalendarDays, codes: CodeBook) -> None:
        """Show these days."""
        self.found, self._codes = found, codes
        self.banner.dismiss()
        self.retranslate()
        self.filled.emit()

    def plan(self, courses: Sequence[tuple[str, str]] | None) -> None:
        """Begin to plan a session on the day; None ends it."""
        self.panel.plan(courses)
        if courses is None:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_clashes(self, clashes: Sequence[Clash]) -> None:
        """Show what the session that is being planned would clash with."""
        self.panel.form.show_why(self._reasons(clashes))

    def show_failed(self, text: str) -> None:
        """They could not be read."""
        self.banner.say(text, "danger")

    def go(self, day: date) -> None:
        """To another day, reading its month where it is not shown yet."""
        if day != self.day:
            self.panel.plan(None)
        self.grid.show_day(day)
        self._ask()
        self._show()

    def enter(self, argument: object) -> None:
        """`argument`: the day to look at; else where one was."""
        if isinstance(argument, date):
            self.grid.show_day(argument)
        self._ask(anew=True)
        self._show()

    def refresh(self, kinds: frozenset[str]) -> None:
        about = {"course", "session", "session_move", "enrolment", "enrolment_move", "village"}
        if kinds & (about | {"course_move", "person", "user"}) and self.isVisible():
            self._ask(anew=True)

    def first_focus(self) -> QWidget | None:
        return self.grid

    def new_action(self) -> Action | None:
        return self._begin if Right.WRITE in self._rights else None

    def print_action(self) -> Action | None:
        return self.print_wanted.emit if Right.PRINT in self._rights else None

    def help_text(self) -> str:
        return self.tr(
            "ลูกศรเลื่อนทีละวัน PageUp และ PageDown เลื่อนทีละเดือน Home กลับมาวันนี้\n"
            "Enter เปิดครั้งที่พบกันของวันนั้น N เพิ่มครั้งใหม่ในวันนั้น\n"
            "แถบด้านบนบอกเดือนที่ทางขาด งานไร่นา ประเพณี และช่วงมีรายได้ของแต่ละหมู่ ตั้งได้ที่ ตั้งค่า หมู่บ้าน\n"
            "สีเหลืองกับรูปสามเหลี่ยมคือมีเรื่องต้องระวัง เหตุผลอยู่ด้านขวา ยังจัดได้ถ้าตกลงกันแล้ว"
        )

    def retranslate(self) -> None:
        self.heading.set_text(self.tr("ปฏิทินกิจกรรม"))
        self.before.set_name(self.tr("ก่อนหน้า"), "PgUp")
        self.after.set_name(self.tr("ถัดไป"), "PgDown")
        self.today_button.setText(self.tr("วันนี้"))
        self.today_button.setToolTip("Home")
        self.view.set_choices([(_MONTH, self.tr("ทั้งเดือน")), (_WEEK, self.tr("สัปดาห์"))])
        self.view.set_value(_WEEK if self.grid.week else _MONTH)
        self.view.setAccessibleName(self.tr("ดูทีละ"))
        found = self.found
        english = is_english()
        seasons = found.seasons if found is not None else ()
        self.village.set_choices(
            [
                ("", self.tr("ทุกหมู่บ้าน")),
                *((each.moo, place(each, english=english)) for each in seasons),
            ]
        )
        self.who.set_choices([("", self.tr("ทุกคน")), *(found.people if found is not None else ())])
        for field, name in (
            (self.village, self.tr("หมู่บ้าน")),
            (self.who, self.tr("ผู้สอนหรือผู้รับผิดชอบ")),
        ):
            field.setAccessibleName(name)
            if not field.value():
                field.set_value("")
        self.print_button.setText(self.tr("พิมพ์ทั้งเดือน"))
        self.print_button.setVisible(Right.PRINT in self._rights)
        self.panel.new_button.setVisible(Right.WRITE in self._rights)
        self._show()

    def _show(self) -> None:
        shown = self.shown
        self.grid.show_meetings(shown)
        first, days = shown_from(self.day, week=self.grid.week)
        if self.grid.week:
            last = date.fromordinal(first.toordinal() + days - 1)
            self.span.set_text(f"{shown_date(first)} – {shown_date(last)}")
        else:
            self.span.set_text(month_of(self.day))
        self.panel.show_day(self.day, self.grid.on(self.day), self._why, self._state)
        seasons = self.found.seasons if self.found is not None else ()
        one = [each for each in seasons if each.moo == self.village.value()]
        labels: dict[str, str] = {
            kind: self._label("calendar_kinds", kind) for kind in SEASON_KINDS
        }
        self.band.show_seasons(one or seasons, self.day.month, labels, whole=not one)

    def _label(self, listed: str, code: str) -> str:
        return self._codes.label(listed, code) if self._codes is not None else ""

    def _state(self, code: str) -> str:
        return self._label("session_states", code)

    def _why(self, meeting: Meeting) -> Mapping[str, bool]:
        return self._reasons(meeting.clashes)

    def _reasons(self, clashes: Sequence[Clash]) -> Mapping[str, bool]:
        assert self.found is not None
        by_id = {each.id: each for each in self.found.meetings}
        seasons = {each.village_id: each for each in self.found.seasons}
        return why(clashes, by_id, seasons, english=is_english())

    def _ask(self, *, anew: bool = False) -> None:
        wanted = shown_from(self.day, week=self.grid.week)
        found = self.found
        if anew or found is None or (found.first, found.days) != wanted:
            self.days_wanted.emit(*wanted)

    def _other(self, way: int) -> date:
        if self.grid.week:
            return date.fromordinal(self.day.toordinal() + 7 * way)
        return month_later(self.day, way)

    def _turn(self, *, week: bool) -> None:
        self.grid.show_day(self.day, week=week)
        self._ask()
        self._show()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _begin(self) -> None:
        if Right.WRITE in self._rights:
            self.new_wanted.emit(self.day)

    def _on_opened(self, day: date) -> None:
        """A day with one session opens it; of several the keyboard goes to the first."""
        meetings = self.grid.on(day)
        if len(meetings) == 1:
            self.session_wanted.emit(meetings[0])
        elif meetings:
            self.panel.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        acts = QWidget()
        flow = FlowLayout(acts, 8)
        for field, wide in ((self.view, 120), (self.village, 150), (self.who, 150)):
            field.setFixedWidth(theme().px(wide))
        for part in (
            self.before, self.after, self.today_button, self.view, self.village, self.who,
        ):  # fmt: skip
            flow.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.heading)
        head.addWidget(self.span)
        head.addStretch(1)
        head.addWidget(self.print_button)
        self.split.addWidget(self.grid)
        self.split.addWidget(self.panel)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 1)
        self.split.setChildrenCollapsible(False)
        self.panel.setMinimumWidth(theme().px(250))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addLayout(head)
        rows: tuple[QWidget, ...] = (self.banner, self.done_bar, acts, self.band)
        for row in rows:
            column.addWidget(row)
        column.addWidget(self.split, 1)
