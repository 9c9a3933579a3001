"""แผน: the current plan in short, its versions, and the way to the plan itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.plans.records import PlanDetail, PlanTemplate
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.plan_goal import GoalRow
from desktop.ui.learner.prints_card import PrintsCard
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.person_words import PLAN_TONES
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, SectionHeader, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane


class PlanTab(LearnerTab, QWidget):
    """`opened(plan id)`, `started(template code)`, `print_wanted(plan id)`."""

    opened = Signal(object)
    started = Signal(str)
    print_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._templates: Sequence[PlanTemplate] = ()
        self._pane = Pane()
        self.open_button = Button("", "primary", "arrow-right")
        self.print_button = Button("", "secondary", "printer")
        self.start_button = Button("", "primary", "plus")
        self.open_button.clicked.connect(self._on_open)
        self.print_button.clicked.connect(self._on_print)
        self.start_button.clicked.connect(lambda: self.started.emit(""))
        self._card = Card()
        self._head = SectionHeader()
        self._pill = StatusPill()
        self._head.add_action(self._pill)
        self._head.add_action(self.print_button)
        self._head.add_action(self.open_button)
        self._card.body.addWidget(self._head)
        self._facts = QVBoxLayout()
        self._facts.setSpacing(6)
        self._card.body.addLayout(self._facts)
        self._goals_card = Card()
        self._versions_card = Card()
        self.prints = PrintsCard()
        self.prints.opened.connect(self.opened)
        self._start_card = Card()
        self._start_card.header.add_action(self.start_button)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        self._start_card.body.addLayout(self._choices)
        for card in (
            self._start_card,
            self._card,
            self._goals_card,
            self._versions_card,
            self.prints,
        ):
            self._pane.body.addWidget(card)
        self._pane.body.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._pane)
        self.adapt()

    def first_focus(self) -> QWidget | None:
        buttons = (self.open_button, self.start_button)
        return next((each for each in buttons if each.isVisibleTo(self)), None)

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner's plans."""
        if self._page is not None and self._page.id != page.id:
            self.prints.show_prints(())
        self._page, self._codes = page, codes
        self.retranslate()

    def show_templates(self, templates: Sequence[PlanTemplate]) -> None:
        """What a plan can begin from."""
        self._templates = templates
        self.retranslate()

    def retranslate(self) -> None:
        self.open_button.setText(self.tr("เปิดแผน"))
        self.print_button.setText(self.tr("พิมพ์"))
        self.start_button.setText(self.tr("เริ่มแผนเปล่า"))
        page = self._page
        if page is None:
            return
        plan = page.plan
        self._card.setVisible(plan is not None)
        self._goals_card.setVisible(plan is not None)
        self._versions_card.setVisible(plan is not None and len(plan.versions) > 1)
        may_start = page.may_plan and (plan is None or plan.status == "closed")
        self._start_card.setVisible(may_start)
        if may_start:
            self._fill_start(page)
        if plan is not None:
            self._fill_plan(plan)

    def _fill_plan(self, plan: PlanDetail) -> None:
        title = self.tr("แผนฉบับที่ {number}").replace("{number}", str(plan.version))
        pathway = self._codes.label("pathways", plan.values.get("pathway"))
        self._head.set_words(title, pathway)
        tone = PLAN_TONES.get(plan.status, "neutral")
        self._pill.set_state(self._codes.label("plan_status", plan.status), tone)
        clear_layout(self._facts)
        facts = [
            (self.tr("ความฝัน"), plan.values.get("dream")),
            (self.tr("ความสนใจ"), plan.values.get("interests")),
            (self.tr("ทุนเดิม"), plan.values.get("strengths")),
            (self.tr("เงื่อนไขชีวิต"), plan.values.get("constraints")),
            (self.tr("ตกลงกันเมื่อ"), shown_iso(plan.values.get("agreed_on"))),
            (self.tr("กำหนดทบทวน"), shown_iso(plan.values.get("next_review_on"))),
        ]
        for label, value in facts:
            if value:
                self._facts.addLayout(self._fact(label, str(value)))
        done = sum(goal.text("state") == "achieved" for goal in plan.goals)
        note = self.tr("ทำได้แล้ว {done} จาก {total}").replace("{done}", str(done))
        self._goals_card.set_title(
            self.tr("เป้าหมายและกิจกรรม"), note.replace("{total}", str(len(plan.goals)))
        )
        clear_layout(self._goals_card.body)
        for goal in plan.goals:
            actions = [each for each in plan.actions if each.values.get("goal_id") == goal.id]
            self._goals_card.body.addWidget(GoalRow(goal, actions, self._codes))
        if not plan.goals:
            self._goals_card.body.addWidget(
                ThaiLabel(self.tr("ยังไม่มีเป้าหมาย เปิดแผนเพื่อเขียนเป้าหมายแรก"), "muted")
            )
        self._fill_versions(plan)

    def _fact(self, label: str, value: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        name = ThaiLabel(label, "muted", wrap=False)
        name.setMinimumWidth(theme().px(120))
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(ThaiLabel(value), 1)
        return line

    def _fill_versions(self, plan: PlanDetail) -> None:
        self._versions_card.set_title(self.tr("ทุกฉบับ"))
        clear_layout(self._versions_card.body)
        for version in reversed(plan.versions):
            text = self.tr("ฉบับที่ {number}").replace("{number}", str(version.version))
            status = self._codes.label("plan_status", version.status)
            days = shown_iso(version.closed_on or version.agreed_on)
            button = Button("  ·  ".join(p for p in (text, status, days) if p), "link", "file-text")
            button.clicked.connect(lambda _on=False, i=version.id: self.opened.emit(i))
            self._versions_card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _fill_start(self, page: LearnerPage) -> None:
        interests = str(page.detail.values.get("interests") or "")
        note = self.tr("เริ่มจากสิ่งที่เขาสนใจ แล้วค่อยตั้งเป้าหมายด้วยกัน")
        if interests:
            note = self.tr("เขาสนใจ {interests}").replace("{interests}", interests)
        again = page.plan is not None
        title = self.tr("เริ่มแผนฉบับใหม่") if again else self.tr("ยังไม่มีแผนรายบุคคล")
        self._start_card.set_title(title, note)
        clear_layout(self._choices)
        if self._templates:
            self._choices.addWidget(ThaiLabel(self.tr("หรือเริ่มจากแบบที่ใกล้เคียง"), "field"))
        for template in self._templates:
            self._choices.addWidget(self._template_card(template))

    def _template_card(self, template: PlanTemplate) -> Card:
        thai = language() is Language.THAI
        card = Card(clickable=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(template.th if thai else template.en, "strong"))
        words.addWidget(ThaiLabel(template.about_th if thai else template.about_en, "muted"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(IconLabel("file-plus", "primary", 22))
        row.addLayout(words, 1)
        count = self.tr("%n เป้าหมาย", "", template.goals)
        row.addWidget(ThaiLabel(count, "caption", wrap=False))
        card.body.addLayout(row)
        card.setAccessibleName(template.th if thai else template.en)
        card.opened.connect(lambda: self.started.emit(template.code))
        return card

    def _on_open(self) -> None:
        if self._page is not None and self._page.plan is not None:
            self.opened.emit(self._page.plan.id)

    def _on_print(self) -> None:
        if self._page is not None and self._page.plan is not None:
            self.print_wanted.emit(self._page.plan.id)
