"""ภาพรวม: the situation at a glance, the next step first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.entries import Entry
from desktop.services.timeline import TimelineEvent as Happened
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.event_words import EventWords
from desktop.ui.learner.next_step import NextStep, NextStepWords
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.plan_goal import GOAL_TONES
from desktop.ui.learner.risks_card import RisksCard
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.learner.urgent_card import LearnerUrgentCard
from desktop.ui.learner_place import RISK
from desktop.ui.person_words import CONTACT_ICONS
from desktop.ui.shell.feature import OnItsWay
from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.hett_radar import HettRadar, RadarLevels
from desktop.ui.widgets.hett_style import dimensions
from desktop.ui.widgets.labels import IconLabel, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane, TonedNote
from desktop.ui.widgets.step_banner import StepBanner
from desktop.ui.widgets.timeline import Timeline

_MOST_EVENTS = 12


class OverviewTab(LearnerTab, Pane):
    """`stepped(act)` for the button of the next step; `opened(key)` for an event;
    `way_wanted(key, argument)`: something that is on its way.
    """

    stepped = Signal(str)
    opened = Signal(str)
    tab_wanted = Signal(str)
    way_wanted = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self._events: Sequence[Happened] | None = None
        self._all_events = False
        self._ways: Sequence[tuple[OnItsWay[Any], Any]] = ()
        self._lay_out()
        self.adapt()

    def first_focus(self) -> QWidget | None:
        return None if self.step_button.isHidden() else self.step_button

    def go_to(self, at: str) -> None:
        """`at`: RISK, to write a risk flag down, or `RISK:ID`, one that is up."""
        part, _, flag = at.partition(":")
        if part != RISK or not self.risks.go_to(flag):
            self.begin()
            return
        self._put_first()
        self.show_part(self.risks)

    def save(self) -> bool:
        if self.risks.form.isHidden():
            return False
        self.risks.form.save()
        return True

    def flush(self) -> None:
        self.risks.flush()

    def parts(self) -> tuple[str, ...]:
        return (RISK,)

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Fill every card."""
        if self._page is not None and self._page.id != page.id:
            self._events, self._all_events, self._ways = None, False, ()
        self._page, self._codes = page, codes
        self.retranslate()

    def show_events(self, events: Sequence[Happened]) -> None:
        """Fill the timeline."""
        self._events = events
        self._fill_events()

    def show_coming(self, ways: Sequence[tuple[OnItsWay[Any], Any]]) -> None:
        """Show what is on its way; without any there is no card."""
        self._ways = ways
        self._fill_coming()

    def retranslate(self) -> None:
        self._radar_card.set_title(self.tr("HETT"))
        self._visit_card.set_title(self.tr("พบกันล่าสุด"))
        self._care_card.set_title(self.tr("ผู้ดูแล"))
        self._events_card.set_title(self.tr("เส้นเวลา"))
        self._more.setText(self.tr("ดูทั้งหมด"))
        if self._page is None:
            return
        self.urgent.show_page(self._page)
        self.risks.show_page(self._page, self._codes)
        self._put_first()
        self._fill_step(NextStepWords().of(self._page, self._codes))
        self._fill_radar(self._page)
        self._fill_visit(self._page)
        self._fill_goals(self._page)
        self._fill_carers(self._page)
        self._fill_coming()
        self._fill_events()

    def _lay_out(self) -> None:
        self._step = StepBanner()
        self.step_button = self._step.button
        self.step_button.clicked.connect(self._on_step)
        self._radar_card, self._visit_card = Card(), Card()
        self._goal_card, self._care_card = Card(), Card()
        self._events_card, self.coming = Card(), Card()
        self.coming.hide()
        self.urgent, self.risks = LearnerUrgentCard(), RisksCard()
        self.radar = HettRadar()
        self.radar.setFixedHeight(300)
        self._radar_card.body.addWidget(self.radar)
        self.timeline = Timeline()
        self.timeline.opened.connect(self.opened)
        self._more = Button("", "quiet")
        self._more.clicked.connect(self._on_more)
        self._events_card.body.addWidget(self.timeline)
        self._events_card.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        left, right = QVBoxLayout(), QVBoxLayout()
        self._right = right
        for column, cards in (
            (left, (self.coming, self._goal_card, self._visit_card, self._events_card)),
            (right, (self._radar_card, self._care_card, self.risks, self.urgent)),
        ):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        both = Folding()
        both.add(left, 57)
        both.add(right, 43)
        self.body.addWidget(self._step)
        self.body.addWidget(both)
        self.body.addStretch(1)

    def _put_first(self) -> None:
        """On top where somebody waits for help; else out of the way."""
        waits = self._page is not None and any(c.state != "closed" for c in self._page.urgent)
        for card, first in ((self.risks, self.risks.any_up), (self.urgent, waits)):
            self._right.removeWidget(card)
            self._right.insertWidget(0 if first else self._right.count() - 1, card)

    def _fill_step(self, step: NextStep) -> None:
        self._next = step
        offered = self._page is None or step.offered(self._page)
        title = self.tr("ขั้นต่อไป: {step}").replace("{step}", step.title)
        button = step.button if offered else ""
        self._step.show_step(title, step.why, button, step.tone, step.icon)

    def _fill_radar(self, page: LearnerPage) -> None:
        picture = page.picture
        rounds = picture.rounds
        note = self.tr("ยังไม่เคยประเมิน")
        if rounds:
            note = self.tr("ล่าสุด {date}").replace("{date}", shown_iso(rounds[-1].on))
        self._radar_card.set_title(self.tr("HETT สี่ด้านของชีวิต"), note)
        first = picture.first if len(rounds) > 1 else {}
        self.radar.show_levels(RadarLevels(last=picture.last, first=first, target=picture.target))

    def _fill_visit(self, page: LearnerPage) -> None:
        clear_layout(self._visit_card.body)
        if not page.contacts:
            self._visit_card.body.addWidget(
                ThaiLabel(self.tr("ยังไม่มีบันทึกการพบ กด “บันทึกการพบ” ด้านบนเพื่อเริ่ม"), "muted")
            )
            return
        last = page.contacts[0]
        when = shown_iso(last.on)
        day = whole_day(last.on)
        if day is not None:
            when = f"{when} · {DayWords().away(day, page.today)}"
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(
            IconLabel(CONTACT_ICONS.get(last.contact_kind, "message-square"), "primary", 18)
        )
        line.addWidget(
            ThaiLabel(self._codes.label("contact_kinds", last.contact_kind), "strong", wrap=False)
        )
        line.addWidget(ThaiLabel(f"{when}  ·  {last.by_name}", "muted", wrap=False))
        line.addStretch(1)
        self._visit_card.body.addLayout(line)
        self._visit_card.body.addWidget(ThaiLabel(last.text))
        if last.next_on:
            text = self.tr("นัดต่อ {date} {text}").replace("{date}", shown_iso(last.next_on))
            text = text.replace("{text}", last.next_text).strip()
            self._visit_card.body.addWidget(
                TonedNote(text, "success" if last.kept else "info", "calendar-days")
            )

    def _fill_goals(self, page: LearnerPage) -> None:
        clear_layout(self._goal_card.body)
        plan = page.plan
        if plan is None:
            self._goal_card.set_title(self.tr("แผนรายบุคคล"))
            self._goal_card.body.addWidget(
                ThaiLabel(self.tr("ยังไม่มีแผน เมื่อมีแผน เป้าหมายและความก้าวหน้าจะอยู่ตรงนี้"), "muted")
            )
            return
        done = sum(goal.text("state") == "achieved" for goal in plan.goals)
        note = self.tr("{status} · ทำได้แล้ว {done} จาก {total} เป้าหมาย")
        note = note.replace("{status}", self._codes.label("plan_status", plan.status))
        note = note.replace("{done}", str(done)).replace("{total}", str(len(plan.goals)))
        self._goal_card.set_title(self.tr("แผนรายบุคคล"), note)
        if plan.values.get("dream"):
            dream = self.tr("“{dream}”").replace("{dream}", str(plan.values["dream"]))
            self._goal_card.body.addWidget(ThaiLabel(dream, "strong"))
        for goal in plan.goals:
            self._goal_card.body.addLayout(self._goal_line(goal))
        if not plan.goals:
            self._goal_card.body.addWidget(ThaiLabel(self.tr("ยังไม่มีเป้าหมายในแผน"), "muted"))

    def _goal_line(self, goal: Entry) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        part = next((d for d in dimensions() if d.code == goal.text("dimension")), None)
        sign = IconLabel(part.icon if part else "target", "primary", 18)
        if part is not None:
            sign.set_colour(part.colour)
            sign.setToolTip(part.name)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ThaiLabel(goal.text("text")))
        if goal.text("due_on"):
            due = self.tr("ภายใน {date}").replace("{date}", shown_iso(goal.text("due_on")))
            words.addWidget(ThaiLabel(due, "caption"))
        line.addLayout(words, 1)
        tone, icon = GOAL_TONES.get(goal.text("state"), ("neutral", "circle"))
        pill = StatusPill(self._codes.label("goal_status", goal.text("state")), tone, icon)
        line.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _fill_carers(self, page: LearnerPage) -> None:
        clear_layout(self._care_card.body)
        for carer in page.detail.carers:
            words = QVBoxLayout()
            words.setSpacing(0)
            relation = self._codes.label("relations", carer.text("relation"))
            name = carer.text("name")
            words.addWidget(ThaiLabel(f"{name} ({relation})" if relation else name, "strong"))
            duties = []
            if carer.values.get("cares_daily"):
                duties.append(self.tr("ดูแลทุกวัน"))
            if carer.values.get("parental_power"):
                duties.append(self.tr("ใช้อำนาจปกครอง"))
            duties.append(carer.text("phone") or self.tr("ไม่มีเบอร์โทรศัพท์"))
            words.addWidget(ThaiLabel("  ·  ".join(duties), "muted"))
            self._care_card.body.addLayout(words)
        if not page.detail.carers:
            self._care_card.body.addWidget(ThaiLabel(self.tr("ยังไม่รู้ว่าใครดูแลอยู่"), "muted"))
        own = str(page.detail.values.get("phone") or "")
        if own:
            text = self.tr("เบอร์เจ้าตัว {phone}").replace("{phone}", own)
            self._care_card.body.addWidget(ThaiLabel(text))

    def _fill_coming(self) -> None:
        self.coming.set_title(self.tr("กำลังมา"), self.tr("ที่ส่งต่อ และที่มีคนรับปากไว้"))
        clear_layout(self.coming.body)
        lines = [line for way, found in self._ways for line in way.word(found, self._codes)]
        self.coming.setVisible(bool(lines))
        for line in lines:
            button = Button(line.text, "link", line.icon)
            button.clicked.connect(
                lambda _on=False, there=line.destination: self.way_wanted.emit(*there)
            )
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            words.addWidget(ThaiLabel(line.detail, "muted"))
            if line.mark:
                pill = StatusPill(line.mark, line.tone, line.sign)
                words.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            self.coming.body.addLayout(words)

    def _fill_events(self) -> None:
        events = self._events or ()
        shown = events if self._all_events else events[:_MOST_EVENTS]
        words = EventWords()
        self.timeline.show_events([words.worded(each, self._codes) for each in shown])
        self._more.setVisible(len(shown) < len(events))

    def _on_more(self) -> None:
        self._all_events = True
        self._fill_events()

    def _on_step(self) -> None:
        self.stepped.emit(self._next.act)
