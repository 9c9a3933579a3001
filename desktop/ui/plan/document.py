"""The plan as the paper that will be signed: sixteen headings in their order, edited in place."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import be_year
from desktop.services.entries import Entry
from desktop.ui import thai_time
from desktop.ui.plan.beginnings import GoalSuggestions, NewLine
from desktop.ui.plan.goals import GoalCard, partial
from desktop.ui.plan.page import PlanPage
from desktop.ui.plan.paper_fields import FieldLines, PaperArea
from desktop.ui.plan.sections import FactGrid, HettSection, ReviewList, Signatures
from desktop.ui.plan.words import PlanWords
from desktop.ui.record_names import field_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField, MultiChoice
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.labels import ThaiLabel

_FIELDS: dict[int, tuple[str, ...]] = {
    2: ("dream", "interests", "aptitudes"),
    3: ("strengths",),
    5: ("constraints", "free_time"),
    6: ("long_qualification", "long_occupation", "long_life"),
    8: ("courses",),
    9: ("method", "times", "places", "media"),
    10: ("facilitator", "mentors", "partners", "codesigned_by"),
    11: ("support", "accommodations", "funds"),
    12: ("measurement", "evidence", "credit_transfer"),
    15: ("learner_comment", "guardian_comment"),
}
_REVIEW_MONTHS = (1, 2, 3, 6, 12)


class _Section(QWidget):
    """A numbered heading with its part of the plan."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number
        self.heading = ThaiLabel("", "section")
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(self.body)


class PlanDocument(Adaptive, QFrame):
    """Wishes of whoever writes in it; every value as plain text or a code.

    `edited(field, value)`, `goal_added(values)`, `goal_edited(id, field, value)`,
    `goal_removed(id)`, `goal_moved(id, to)`, the same for actions (`action_added(goal id or
    None, text)`), `carrier_opened(carrier)`, `enrolled(action, enrolment, on)`,
    `signed(role, values)`, `unsigned(id)`,
    `assess_wanted`, `review_wanted`, `drafted(key, text)` for a line that is begun.
    """

    edited = Signal(str, object)
    goal_added = Signal(object)
    goal_edited = Signal(object, str, object)
    goal_removed = Signal(object)
    goal_moved = Signal(object, int)
    action_added = Signal(object, str)
    action_edited = Signal(object, str, object)
    enrolled = Signal(object, object, bool)
    action_removed = Signal(object)
    action_moved = Signal(object, int)
    carrier_opened = Signal(object)
    signed = Signal(str, object)
    unsigned = Signal(object)
    assess_wanted = Signal()
    review_wanted = Signal()
    drafted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._page: PlanPage | None = None
        self._shape: object = None
        self.goal_cards: list[GoalCard] = []
        self.general: GoalCard | None = None
        self._title = ThaiLabel("", "title")
        self._subtitle = ThaiLabel("", "muted")
        self.sections = {number: _Section(number) for number in range(1, 17)}
        self.lines = {number: FieldLines(names) for number, names in _FIELDS.items()}
        self._make_parts()
        self._lay_out()
        self._connect()
        self.adapt()

    def show_page(self, page: PlanPage) -> None:
        """Show the plan; what the person is in the middle of typing stays."""
        self._page = page
        plan, editable = page.plan, page.editable
        texts = {name: str(value) for name, value in plan.values.items() if isinstance(value, str)}
        for lines in self.lines.values():
            lines.show_values(texts, editable=editable, running=page.running)
        self.pathway.set_value(str(plan.values.get("pathway") or ""))
        self.pathway_more.set_value(plan.values.get("pathway_more") or ())
        self.flood.set_value([str(month) for month in plan.values.get("flood_months") or ()])
        for part in (self.pathway, self.pathway_more, self.flood):
            part.setEnabled(editable)
        self.hett.show_picture(page.picture)
        self._show_goals(page)
        self.suggestions.show_suggestions(
            page.suggestions if editable else (), first=not plan.goals
        )
        self.new_goal.setVisible(editable)
        if not self.next_review.isAncestorOf(self.focusWidget() or self):
            self.next_review.set_value(partial(plan.values.get("next_review_on")))
        self.next_review.setEnabled(page.running)
        self.months.setEnabled(page.running)
        self.review_button.setVisible(
            page.may_plan and plan.status in ("agreed", "active", "reviewed")
        )
        self.retranslate()

    def show_drafts(self, drafts: dict[str, str]) -> None:
        """Show lines that were begun and not finished last time."""
        self.new_goal.restore(drafts.get("goal", ""))
        for card in (*self.goal_cards, *([self.general] if self.general else [])):
            card.new_action.restore(drafts.get(str(card.goal_id), ""))

    def begun(self) -> QWidget | None:
        """The first line that was begun and not finished."""
        lines = [self.new_goal, *(card.new_action for card in self.goal_cards)]
        if self.general is not None:
            lines.append(self.general.new_action)
        return next((line.area for line in lines if line.draft.strip()), None)

    def flush(self) -> None:
        """Send everything that is typed and not saved."""
        for area in self.findChildren(PaperArea):
            area.flush()
        for field in self.findChildren(ThaiDateField):
            field.flush()

    def place_of(self, number: int) -> QWidget:
        """The heading of a section, to scroll to."""
        return self.sections[number]

    def first_field(self, number: int) -> QWidget | None:
        """Where the keyboard goes in a section."""
        if number == 7:
            return self.new_goal.area if self.new_goal.isVisibleTo(self) else None
        if number == 8:
            return self.pathway
        lines = self.lines.get(number)
        return next(iter(lines.areas.values())) if lines is not None else None

    def retranslate(self) -> None:
        words = PlanWords()
        for number, heading in words.headings().items():
            self.sections[number].heading.set_text(f"{number}. {heading}")
        self.new_goal.set_prompt(self.tr("เพิ่มเป้าหมาย แล้วกด Enter"))
        self.review_button.setText(self.tr("บันทึกการทบทวน"))
        self.flood.set_choices(
            [(str(month), thai_time.month_name(month, short=True)) for month in range(1, 13)]
        )
        for name, field in (
            ("flood_months", self.flood), ("pathway", self.pathway),
            ("pathway_more", self.pathway_more), ("review_months", self.months),
            ("next_review_on", self.next_review),
        ):  # fmt: skip
            field.setAccessibleName(field_name("plan", name))
        self.months.set_choices([(str(each), words.months(each)) for each in _REVIEW_MONTHS])
        if self._page is not None:
            self._word_page(self._page, words)

    def redress(self) -> None:
        self.months.setFixedWidth(theme().px(150))
        self.next_review.setFixedWidth(theme().px(230))

    def _make_parts(self) -> None:
        self.facts = FactGrid()
        self.hett = HettSection()
        self.flood = MultiChoice()
        self.pathway = ChoiceField()
        self.pathway_more = MultiChoice()
        self.goals_column = QVBoxLayout()
        self.goals_column.setSpacing(10)
        self.new_goal = NewLine()
        self.suggestions = GoalSuggestions()
        self.general_column = QVBoxLayout()
        self.months = ChoiceField()
        self.next_review = ThaiDateField(partial=False, future=True)
        self.reviews = ReviewList()
        self.review_button = Button("", "secondary", "notebook-pen")
        self.signatures = Signatures()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 28, 32, 36)
        column.setSpacing(20)
        head = QVBoxLayout()
        head.setSpacing(0)
        for label in (self._title, self._subtitle):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            head.addWidget(label)
        column.addLayout(head)
        for number, section in self.sections.items():
            column.addWidget(section)
            if number in self.lines and number != 8:
                section.body.addWidget(self.lines[number])
        body = {number: section.body for number, section in self.sections.items()}
        body[1].addWidget(self.facts)
        body[4].addWidget(self.hett)
        self.lines[5].add_line("flood_months", self.flood)
        body[7].addLayout(self.goals_column)
        body[7].addWidget(self.new_goal)
        body[7].addWidget(self.suggestions)
        self.lines[8].add_line("pathway", self.pathway)
        self.lines[8].add_line("pathway_more", self.pathway_more)
        body[8].addWidget(self.lines[8])
        body[8].addLayout(self.general_column)
        due = FieldLines(())
        months = QWidget()
        row = QHBoxLayout(months)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.months)
        row.addStretch(1)
        due.add_line("review_months", months)
        due.add_line("next_review_on", self.next_review)
        body[13].addWidget(due)
        body[14].addWidget(self.reviews)
        body[14].addWidget(self.review_button, 0, Qt.AlignmentFlag.AlignLeft)
        body[16].addWidget(self.signatures)
        column.addStretch(1)

    def _connect(self) -> None:
        for lines in self.lines.values():
            lines.edited.connect(self.edited)
        self.pathway.chosen.connect(lambda code: self.edited.emit("pathway", code))
        self.pathway_more.changed.connect(
            lambda codes: self.edited.emit("pathway_more", list(codes))
        )
        self.flood.changed.connect(
            lambda codes: self.edited.emit("flood_months", sorted(int(each) for each in codes))
        )
        self.months.chosen.connect(lambda code: self.edited.emit("review_months", int(code)))
        self.next_review.autosave.connect(
            lambda day: self.edited.emit("next_review_on", "" if day is None else day.iso())
        )
        self.new_goal.wanted.connect(lambda text: self.goal_added.emit({"text": text}))
        self.new_goal.drafted.connect(lambda text: self.drafted.emit("goal", text))
        self.suggestions.taken.connect(self._on_suggestion)
        self.signatures.signed.connect(self.signed)
        self.signatures.unsigned.connect(self.unsigned)
        self.hett.assess_wanted.connect(self.assess_wanted)
        self.review_button.clicked.connect(self.review_wanted)

    def _word_page(self, page: PlanPage, words: PlanWords) -> None:
        plan, codes = page.plan, page.codes
        self._title.set_text(
            self.tr("แผนการเรียนรู้รายบุคคลของ {name}").replace("{name}", page.learner.row.full_name)
        )
        said = self.tr("ฉบับที่ {n} · ปี {year}").replace("{n}", str(plan.version))
        self._subtitle.set_text(said.replace("{year}", str(be_year(page.today.year))))
        self.facts.show_facts(words.learner_facts(page.learner, codes, page.today))
        self.pathway.set_choices(codes.choices("pathways"))
        self.pathway_more.set_choices(codes.choices("pathways"))
        self.months.set_value(str(plan.values.get("review_months") or 3))
        self.reviews.show_reviews(plan.reviews, codes)
        carer = page.learner.carers[0].text("name") if page.learner.carers else ""
        self.signatures.show_signatures(
            plan.signatures,
            codes,
            {
                "learner": page.learner.row.full_name,
                "guardian": carer,
                "facilitator": str(plan.values.get("facilitator") or ""),
                "dole": str(plan.values.get("codesigned_by") or ""),
            },
            allowed=page.running and bool(plan.goals),
        )

    # Goals

    def _show_goals(self, page: PlanPage) -> None:
        plan = page.plan
        by_goal: dict[UUID | None, list[Entry]] = {goal.id: [] for goal in plan.goals}
        by_goal[None] = []
        for action in plan.actions:
            owner = action.values.get("goal_id")
            by_goal[owner if owner in by_goal else None].append(action)
        shape = tuple((key, tuple(each.id for each in own)) for key, own in by_goal.items())
        if (plan.id, shape) != self._shape:
            self._build_goals(by_goal)
            self._shape = (plan.id, shape)
        given: dict[str, Any] = {"editable": page.editable, "running": page.running}
        for number, (card, goal) in enumerate(zip(self.goal_cards, plan.goals, strict=True), 1):
            card.show_entry(goal, number, by_goal[goal.id], page.codes, page.carriers, **given)
        if self.general is not None:
            self.general.show_entry(None, 0, by_goal[None], page.codes, page.carriers, **given)
            self.general.setVisible(page.editable or bool(by_goal[None]))

    def _build_goals(self, by_goal: dict[UUID | None, list[Entry]]) -> None:
        held = self._held()
        half = {str(card.goal_id): card.new_action.draft for card in self._cards()}
        for card in self._cards():
            card.hide()
            card.deleteLater()
        self.goal_cards = []
        for goal_id, actions in by_goal.items():
            card = GoalCard(goal_id, [each.id for each in actions])
            self._connect_card(card)
            card.new_action.restore(half.get(str(goal_id), ""))
            if goal_id is None:
                self.general = card
                self.general_column.addWidget(card)
            else:
                self.goal_cards.append(card)
                self.goals_column.addWidget(card)
        if held is not None:
            for card in self._cards():
                if card.goal_id == held:
                    card.new_action.area.setFocus()

    def _cards(self) -> list[GoalCard]:
        return [*self.goal_cards, *([self.general] if self.general is not None else [])]

    def _held(self) -> object:
        """The goal in whose empty line the keyboard is; it stays there when a line was added."""
        return next(
            (card.goal_id for card in self._cards() if card.new_action.area.hasFocus()), None
        )

    def _connect_card(self, card: GoalCard) -> None:
        goal_id = card.goal_id
        card.edited.connect(lambda name, value: self.goal_edited.emit(goal_id, name, value))
        card.removed.connect(lambda: self.goal_removed.emit(goal_id))
        card.moved.connect(lambda step: self._move_goal(goal_id, step))
        card.action_added.connect(lambda text: self.action_added.emit(goal_id, text))
        card.action_edited.connect(self.action_edited)
        card.action_removed.connect(self.action_removed)
        card.action_moved.connect(self._move_action)
        card.carrier_opened.connect(self.carrier_opened)
        card.enrolled.connect(self.enrolled)
        card.new_action.drafted.connect(lambda text: self.drafted.emit(str(goal_id), text))

    def _move_goal(self, goal_id: UUID | None, step: int) -> None:
        ids = [card.goal_id for card in self.goal_cards]
        to = ids.index(goal_id) + step
        if 0 <= to < len(ids):
            self.goal_moved.emit(goal_id, to)

    def _move_action(self, action_id: UUID, step: int) -> None:
        if self._page is None:
            return
        actions = self._page.plan.actions
        own = next(each for each in actions if each.id == action_id)
        siblings = [
            each.id for each in actions if each.values.get("goal_id") == own.values.get("goal_id")
        ]
        to = siblings.index(action_id) + step
        if 0 <= to < len(siblings):
            places = [each.id for each in actions]
            self.action_moved.emit(action_id, places.index(siblings[to]))

    def _on_suggestion(self, found: Any) -> None:
        values: dict[str, Any] = {"text": found.text}
        if found.source == "interest":
            values["text"] = self.tr("เรียนรู้เรื่อง{text}").replace("{text}", found.text)
        else:
            values.update(
                dimension=found.dimension,
                baseline=found.baseline,
                target=found.target,
                target_level=found.target_level,
            )
        self.goal_added.emit(values)
