"""A plan: the paper in the middle, its course above, where to go beside it."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from desktop.services.plans.records import PlanLine
from desktop.ui.plan.aside import Aside
from desktop.ui.plan.carriers import place_of
from desktop.ui.plan.document import PlanDocument
from desktop.ui.plan.opening import LinesOf, ReviewOf
from desktop.ui.plan.page import PlanPage, StartPage
from desktop.ui.plan.review import ReviewView
from desktop.ui.plan.start import StartView
from desktop.ui.plan.steps import StepCard
from desktop.ui.plan.words import MISSING_PLACES
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.theme import theme
from desktop.ui.widgets.cards import Banner
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.states import StateStack

_KINDS = frozenset({
    "plan", "goal", "action", "review", "signature", "plan_print", "learner", "assessment",
    "rating", "carer", "referral", "referral_move", "match", "match_move", "need", "fund_entry",
    "enrolment", "enrolment_move", "course", "session", "session_move", "attendance",
})  # fmt: skip


class _Pages(QStackedWidget):
    """Pages that scroll in themselves: how high they would like to be does not matter.

    Without this the shell would make the whole screen as high as their contents wish.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class PlanScreen(Screen):
    """Opened for a plan, or for a learner, who may have none yet.

    What is wished goes out through `document`, `steps`, `review`, `start` and `aside`;
    `plan_wanted(id)`, `learner_wanted(id)` when the screen is entered, `consent_wanted`,
    `refresh_wanted`, `retry_wanted` to save again what could not be saved.
    """

    plan_wanted = Signal(object)
    learner_wanted = Signal(object)
    consent_wanted = Signal()
    refresh_wanted = Signal()
    retry_wanted = Signal()

    def __init__(self, *, by_learner: bool = False) -> None:
        super().__init__()
        self._by_learner = by_learner
        self._name = ""
        self._argument: UUID | None = None
        self.goes_on_reviewing = self._goes_on_writing = False
        self.done_bar = DoneBar()
        self.banner = Banner()
        self.steps = StepCard()
        self.document = PlanDocument()
        self.aside = Aside()
        self.review = ReviewView()
        self.start = StartView()
        self._pages = _Pages()
        self._plan_page = self._make_plan_page()
        self._start_page = _scrolling(self.start)
        # An empty page first: a plan without its words is no plan, not even for a moment.
        for page in (QWidget(), self._plan_page, self.review, self._start_page):
            self._pages.addWidget(page)
        self.state = StateStack(self._pages)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(self.done_bar)
        column.addWidget(self.banner)
        column.addWidget(self.state, 1)
        self._connect()
        self.adapt()

    # What the presenter shows

    def show_page(self, page: PlanPage) -> None:
        """Show a plan."""
        self._name = page.learner.row.full_name
        self.steps.show_page(page)
        self.document.show_page(page)
        self.aside.show_page(page)
        if self._pages.currentWidget() is not self.review:
            self._pages.setCurrentWidget(self._plan_page)
        self.state.show_content()
        self.title_changed.emit()

    def settle(self) -> None:
        """The plan is shown with what was begun in it: the keyboard goes where one goes on."""
        line = self.document.begun() if self._goes_on_writing else None
        self._goes_on_writing = False
        if line is None:
            self.filled.emit()
            return
        give_keyboard(line)
        # Once the layout has given the line its place.
        QTimer.singleShot(0, line, lambda: self.paper.ensureWidgetVisible(line))

    def show_start(self, start: StartPage) -> None:
        """Show what a plan can begin from."""
        self._name = start.learner.row.full_name
        self.start.show_start(start)
        self._pages.setCurrentWidget(self._start_page)
        self.state.show_content()
        self.start.blank_button.setFocus()
        self.title_changed.emit()

    def show_others(self, others: Sequence[PlanLine]) -> None:
        """Plans that could be copied."""
        self.start.show_others(others)

    def show_review(self) -> None:
        """Turn to the review form."""
        self._pages.setCurrentWidget(self.review)
        self.review.take_focus()

    def show_plan(self) -> None:
        """Turn back to the plan."""
        self._pages.setCurrentWidget(self._plan_page)

    def show_failed(self, sentence: str) -> None:
        """Say why the plan could not be opened."""
        self.state.show_failed(sentence)

    def show_not_saved(self, sentence: str, *, again: bool) -> None:
        """Say why something was not saved; with `again` it is kept and can be tried again."""
        self.banner.say(sentence, "danger", action=self.tr("ลองบันทึกอีกครั้ง") if again else "")

    def go_to(self, number: int, *, write: bool = False) -> None:
        """Bring a section into view; with `write` the keyboard goes into its first field."""
        heading = self.document.place_of(number)
        place = heading.mapTo(self._paper_room, QPoint(0, 0)).y()
        self.paper.verticalScrollBar().setValue(max(place - theme().px(16), 0))
        field = self.document.first_field(number) if write else None
        if field is not None:
            field.setFocus()

    # Screen

    def title(self) -> str:
        return self._name

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้คือแผนแบบเดียวกับกระดาษที่จะลงชื่อ กดที่ข้อความเพื่อพิมพ์แก้ได้ทันที ระบบบันทึกให้เอง "
            "ปุ่มสีเข้มด้านบนคือขั้นถัดไป ป้ายข้างใต้บอกว่ายังขาดอะไร กดป้ายเพื่อไปที่นั่น "
            "กด Ctrl+N เพื่อเพิ่มเป้าหมาย Ctrl+P เพื่อพิมพ์ เมื่อมีคนลงชื่อแล้ว ข้อความจะล็อก ให้ทำฉบับใหม่แทน"
        )

    def save_action(self) -> Action | None:
        return self._save

    def print_action(self) -> Action | None:
        if not self.showing_plan or self.steps.print_button.isHidden():
            return None
        return self.steps.print_wanted.emit

    def new_action(self) -> Action | None:
        if self.document.new_goal.isHidden():
            return None
        return lambda: self.go_to(7, write=True)

    def first_focus(self) -> QWidget | None:
        wanted = self.steps.next_button
        return wanted if self.showing_plan and not wanted.isHidden() else None

    @property
    def showing_plan(self) -> bool:
        """Whether the plan itself is shown, not the review nor the beginning."""
        return self._pages.currentWidget() is self._plan_page

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("review", self.steps.review_wanted.emit)]

    def enter(self, argument: object) -> None:
        """`argument`: a plan's id (or a learner's), or a review to go on with."""
        self.goes_on_reviewing = isinstance(argument, ReviewOf)
        self._goes_on_writing = isinstance(argument, LinesOf)
        if isinstance(argument, ReviewOf | LinesOf):
            argument = argument.plan_id
        if isinstance(argument, UUID):
            if argument != self._argument:
                self.paper.verticalScrollBar().setValue(0)
                self.banner.dismiss()
                self.done_bar.hide()
                self._pages.setCurrentIndex(0)
            self._argument = argument
        if self._argument is None:
            return
        self.state.show_loading()
        wanted = self.learner_wanted if self._by_learner else self.plan_wanted
        wanted.emit(self._argument)

    def leave(self) -> None:
        self.document.flush()
        self.review.form.flush()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _KINDS and self._argument is not None:
            self.refresh_wanted.emit()

    def retranslate(self) -> None:
        self.paper.setAccessibleName(self.tr("แผนรายบุคคล"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def redress(self) -> None:
        self.document.setMaximumWidth(theme().px(880))
        self._side.setFixedWidth(theme().px(270))
        self._make_room()

    # Inside

    def _make_plan_page(self) -> QWidget:
        page = QWidget()
        self._paper_room = QWidget()
        self._paper_room.setProperty("surface", "scroll")
        across = QHBoxLayout(self._paper_room)
        across.setContentsMargins(0, 0, 8, 0)
        across.addStretch(1)
        across.addWidget(self.document, 100, Qt.AlignmentFlag.AlignTop)
        across.addStretch(1)
        self.paper = _scrolling(self._paper_room, bare=True)
        self._side = _scrolling(self.aside)
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.paper, 1)
        both.addWidget(self._side)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.steps)
        column.addLayout(both, 1)
        return page

    def _make_room(self) -> None:
        # In large letters the paper needs the whole width; versions are in the menu too.
        self._side.setVisible(self.width() >= theme().px(1080))

    def _connect(self) -> None:
        self.document.carrier_opened.connect(lambda each: self.open_requested.emit(*place_of(each)))
        self.steps.version_opened.connect(lambda known: self.open_requested.emit("plan", known))
        self.steps.learner_wanted.connect(self.aside.learner_wanted)
        self.steps.missing_opened.connect(self._on_missing)
        self.aside.section_wanted.connect(self.go_to)
        self.aside.version_wanted.connect(lambda known: self.open_requested.emit("plan", known))
        self.banner.acted.connect(self.retry_wanted)
        self.state.retried.connect(lambda: self.enter(self._argument))

    def _on_missing(self, code: str) -> None:
        if code == "assessment":
            self.document.assess_wanted.emit()
        elif code == "consent":
            self.consent_wanted.emit()
        else:
            self.go_to(MISSING_PLACES.get(code, 1), write=True)

    def _save(self) -> None:
        if self._pages.currentWidget() is self.review:
            self.review.form.save()
            return
        self.document.flush()
        # After the writes that the flush began: they tell their own failures.
        QTimer.singleShot(0, self, lambda: self.told.emit(self.tr("บันทึกแล้ว")))


def _scrolling(inside: QWidget, *, bare: bool = False) -> QScrollArea:
    if not bare:
        room = QWidget()
        room.setProperty("surface", "scroll")
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 8, 0)
        column.addWidget(inside)
        inside = room
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area
