"""Where a plan stands, the one next step, and what is missing for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.icons import draw_icon, icon
from desktop.ui.plan.page import PlanPage
from desktop.ui.record_names import code_name
from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel

STEPS = ("draft", "agreed", "active", "reviewed", "closed")


class StepLine(Adaptive, QWidget):
    """The five steps as points on a line: those done are ticked, the present one is filled."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: Sequence[str] = ("",) * len(STEPS)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.adapt()

    def show_step(self, labels: Sequence[str], at: int) -> None:
        """The words of the steps, and which is the present one."""
        self._labels, self._at = tuple(labels), at
        self.setAccessibleName(self.tr("ขั้นของแผน: {step}").replace("{step}", labels[at]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme().px(480), theme().px(58))

    def redress(self) -> None:
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(STEPS)
        middle, radius = look.px(15), look.px(11)
        for number in range(len(STEPS) - 1):
            colour = look.colour("primary" if number < self._at else "border_strong")
            painter.setPen(QPen(colour, 2))
            start = wide * (number + 0.5) + radius + 4
            painter.drawLine(
                QPointF(start, middle), QPointF(wide * (number + 1.5) - radius - 4, middle)
            )
        points = 11 if wide > look.px(120) else 10
        metrics = QFontMetricsF(look.font(points, bold=True))
        # Where the words of neighbours would run into one another, only the present step has its.
        crowded = any(metrics.horizontalAdvance(label) > wide for label in self._labels)
        for number, label in enumerate(self._labels):
            at = QPointF(wide * (number + 0.5), middle)
            done, here = number < self._at, number == self._at
            painter.setPen(QPen(look.colour("primary" if done or here else "border_strong"), 2))
            painter.setBrush(look.colour("primary" if here else "raised"))
            painter.drawEllipse(at, radius, radius)
            size = look.px(14)
            box = QRectF(at.x() - size / 2, at.y() - size / 2, size, size)
            if done:
                draw_icon(painter, "check", look.colour("primary"), box)
            elif here:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(look.colour("on_primary"))
                painter.drawEllipse(at, radius * 0.36, radius * 0.36)
            painter.setPen(look.colour("text" if here else "muted"))
            painter.setFont(look.font(points, bold=here))
            room = QRectF(wide * number, middle + radius, wide, look.px(32))
            if crowded:
                words = metrics.horizontalAdvance(label)
                left = min(max(at.x() - words / 2, 0), max(self.width() - words, 0))
                room.setRect(left, room.y(), words, room.height())
            if here or not crowded:
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label)
        painter.end()


class StepCard(Adaptive, QFrame):
    """The line of steps, the next one as main button, what is missing, and closing.

    `step_wanted(status)`, `review_wanted`, `version_wanted`, `print_wanted`, `hide_wanted`,
    `closed(reason)`, `missing_opened(code)`, `version_opened(plan id)`, `learner_wanted`.
    """

    step_wanted = Signal(str)
    review_wanted = Signal()
    version_wanted = Signal()
    print_wanted = Signal()
    hide_wanted = Signal()
    closed = Signal(str)
    missing_opened = Signal(str)
    version_opened = Signal(object)
    learner_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._page: PlanPage | None = None
        self.line = StepLine()
        self._note = ThaiLabel("", "muted", wrap=False)
        self.next_button = Button("", "primary", "arrow-right")
        self.print_button = Button("", "secondary", "printer")
        self.more_button = Button("", "secondary", "ellipsis")
        self.menu = QMenu(self.more_button)
        self.more_button.setMenu(self.menu)
        self._missing_word = ThaiLabel("", "warning", wrap=False)
        # In the flow it stands beside chips, which are higher: level with their words.
        self._missing_word.setContentsMargins(0, 4, 4, 0)
        self._missing_host = QWidget()
        self._missing = FlowLayout(self._missing_host, 6)
        self._missing.addWidget(self._missing_word)
        self.missing_buttons: list[Button] = []
        self.close_panel = QFrame()
        self.reason = ChoiceField()
        self._reason_row = FormRow(self.reason, required=True)
        self.close_button, self.keep_button = Button("", "primary", "check"), Button("")
        self._lay_out()
        self.next_button.clicked.connect(self._on_next)
        self.print_button.clicked.connect(self.print_wanted)
        self.keep_button.clicked.connect(lambda: self.close_panel.hide())
        self.close_button.clicked.connect(self._on_close)
        self.adapt()

    def show_page(self, page: PlanPage) -> None:
        """Show where this plan stands."""
        self._page = page
        if page.plan.status == "closed":
            self.close_panel.hide()
        self.retranslate()

    def open_closing(self) -> None:
        """Ask why the plan is closed."""
        self.close_panel.show()
        self.reason.setFocus()

    def retranslate(self) -> None:
        self.print_button.setText(self.tr("พิมพ์"))
        self.more_button.setText(self.tr("อื่น ๆ"))
        self._missing_word.set_text(self.tr("ก่อนลงชื่อยังขาด"))
        self._reason_row.set_words(self.tr("ปิดแผนเพราะอะไร"))
        self.close_button.setText(self.tr("ปิดแผน"))
        self.keep_button.setText(self.tr("ยังไม่ปิด"))
        page = self._page
        if page is None:
            return
        codes, status = page.codes, page.plan.status
        self.reason.set_choices(codes.choices("close_reasons"))
        at = STEPS.index(status) if status in STEPS else 0
        self.line.show_step([codes.label("plan_status", each) for each in STEPS], at)
        self.next_button.setVisible(page.may_plan)
        self.print_button.setVisible(page.may_print)
        word, name = self._next(page)
        self.next_button.setText(word)
        self.next_button.set_icon(name)
        self._note.set_text(self._noted(page))
        self._note.setVisible(bool(self._note.typed))
        self._word_missing(page)
        self._fill_menu(page)

    def _next(self, page: PlanPage) -> tuple[str, str]:
        status = page.plan.status
        if status == "draft" and not page.plan.goals:
            return self.tr("ตั้งเป้าหมายข้อแรก"), "target"
        if status == "reviewed":
            result = page.plan.reviews[-1].text("result") if page.plan.reviews else ""
            if result == "close":
                return self.tr("ปิดแผน"), "check"
            if result == "adjust":
                return self.tr("ทำแผนฉบับใหม่"), "file-plus"
        return {
            "draft": (self.tr("ตกลงแผนร่วมกัน"), "handshake"),
            "agreed": (self.tr("เริ่มทำตามแผน"), "footprints"),
            "active": (self.tr("ทบทวนแผนด้วยกัน"), "notebook-pen"),
            "reviewed": (self.tr("ทำต่อตามแผน"), "footprints"),
        }.get(status, (self.tr("ทำแผนฉบับใหม่"), "file-plus"))

    def _on_next(self) -> None:
        page = self._page
        if page is None:
            return
        status = page.plan.status
        result = page.plan.reviews[-1].text("result") if page.plan.reviews else ""
        if status == "draft" and not page.plan.goals:
            self.missing_opened.emit("goal")
        elif status == "draft":
            self.step_wanted.emit("agreed")
        elif status == "active":
            self.review_wanted.emit()
        elif status == "closed" or (status == "reviewed" and result == "adjust"):
            self.version_wanted.emit()
        elif status == "reviewed" and result == "close":
            self.open_closing()
        else:
            self.step_wanted.emit("active")

    def _noted(self, page: PlanPage) -> str:
        values = page.plan.values
        due = whole_day(values.get("next_review_on"))
        if page.plan.status == "closed":
            said = self.tr("ปิดเมื่อ {date} · {reason}")
            reason = page.codes.label("close_reasons", values.get("close_reason"))
            said = said.replace("{date}", shown_iso(values.get("closed_on")))
            return said.replace("{reason}", reason)
        if due is not None and page.plan.status in ("active", "reviewed", "agreed"):
            when = DayWords().away(due, page.today)
            said = self.tr("ทบทวน {date} ({when})").replace("{date}", shown_iso(due.isoformat()))
            return said.replace("{when}", when)
        return ""

    def _word_missing(self, page: PlanPage) -> None:
        for button in self.missing_buttons:
            self._missing.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.missing_buttons = []
        missing = page.plan.missing if page.editable and page.plan.status == "draft" else ()
        for code in missing:
            button = Button(code_name("plan_missing", code), "chip")
            button.clicked.connect(lambda _on=False, code=code: self.missing_opened.emit(code))
            self._missing.addWidget(button)
            self.missing_buttons.append(button)
        self._missing_host.setVisible(bool(missing))

    def _fill_menu(self, page: PlanPage) -> None:
        self.menu.clear()
        plan = page.plan
        entries = [
            ("notebook-pen", self.tr("บันทึกการทบทวน"), self.review_wanted.emit,
             plan.status in ("agreed", "reviewed")),
            ("pencil", self.tr("กลับไปเป็นร่าง"), lambda: self.step_wanted.emit("draft"),
             "draft" in plan.next_statuses),
            ("footprints", self.tr("เปิดแผนอีกครั้ง"), lambda: self.step_wanted.emit("active"),
             plan.status == "closed"),
            ("file-plus", self.tr("ทำแผนฉบับใหม่จากฉบับนี้"), self.version_wanted.emit,
             plan.status != "draft"),
            ("lock", self.tr("ปิดแผน…"), self.open_closing, "closed" in plan.next_statuses),
            ("trash-2", self.tr("ทิ้งร่างนี้"), self.hide_wanted.emit, plan.status == "draft"),
        ]  # fmt: skip
        for name, word, act, offered in entries:
            if offered and page.may_plan:
                self.menu.addAction(icon(name, "text"), word).triggered.connect(
                    lambda _on=False, act=act: act()
                )

        self.menu.addSeparator()
        learner = self.menu.addAction(icon("user", "text"), self.tr("เปิดหน้าของผู้เรียนรู้"))
        learner.triggered.connect(lambda _on=False: self.learner_wanted.emit())
        for each in plan.versions:
            if each.id != plan.id:
                word = self.tr("ดูฉบับที่ {n}").replace("{n}", str(each.version))
                self.menu.addAction(icon("history", "text"), word).triggered.connect(
                    lambda _on=False, known=each.id: self.version_opened.emit(known)
                )

    def _on_close(self) -> None:
        reason = self.reason.value()
        if not reason:
            self._reason_row.set_error(self.tr("เลือกเหตุผลก่อน"))
            return
        self.closed.emit(reason)

    def _lay_out(self) -> None:
        buttons = QVBoxLayout()
        buttons.setSpacing(4)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.more_button)
        row.addWidget(self.print_button)
        row.addWidget(self.next_button)
        buttons.addLayout(row)
        buttons.addWidget(self._note, 0, Qt.AlignmentFlag.AlignRight)
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.line, 1)
        top.addLayout(buttons)
        closing = QHBoxLayout(self.close_panel)
        closing.setContentsMargins(0, 4, 0, 0)
        closing.setSpacing(8)
        closing.addWidget(self._reason_row, 1)
        closing.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        closing.addWidget(self.keep_button, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._missing_host)
        column.addWidget(self.close_panel)
        self.close_panel.hide()
