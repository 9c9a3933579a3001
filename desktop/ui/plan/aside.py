"""Beside the paper: the sixteen headings to jump to, the versions, and what changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.plans.records import PlanDifference, PlanVersion
from desktop.ui.code_book import CodeBook
from desktop.ui.plan.page import PlanPage
from desktop.ui.plan.words import MISSING_PLACES, PlanWords
from desktop.ui.record_names import field_name
from desktop.ui.thai_time import shown_iso
from desktop.ui.value_words import ValueWords
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

_MOST_CHANGES = 12


class Aside(Adaptive, QWidget):
    """`section_wanted(number)`, `version_wanted(plan id)`, `learner_wanted`."""

    section_wanted = Signal(int)
    version_wanted = Signal(object)
    learner_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: PlanPage | None = None
        self.learner = Button("", "secondary", "user")
        self._outline = Card(" ")
        self.outline_buttons: dict[int, Button] = {}
        self._outline.body.setSpacing(0)
        for number in range(1, 17):
            button = Button("", "link", "circle")
            button.clicked.connect(
                lambda _on=False, number=number: self.section_wanted.emit(number)
            )
            self.outline_buttons[number] = button
            self._outline.body.addWidget(button)
        self._changes = Card(" ")
        self._versions = Card(" ")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.learner, self._outline, self._changes, self._versions):
            column.addWidget(part)
        column.addStretch(1)
        self.learner.clicked.connect(self.learner_wanted)
        self.adapt()

    def show_page(self, page: PlanPage) -> None:
        """Show what belongs to this plan."""
        self._page = page
        self.retranslate()

    def retranslate(self) -> None:
        self.learner.setText(self.tr("เปิดหน้าของผู้เรียนรู้"))
        self._outline.set_title(self.tr("หัวข้อในแผน"))
        self._versions.set_title(self.tr("ฉบับที่ผ่านมา"))
        page = self._page
        if page is None:
            return
        headings, short = PlanWords().headings(), PlanWords().short_headings()
        wanting = {MISSING_PLACES[code] for code in page.plan.missing if code in MISSING_PLACES}
        filled = _filled(page)
        for number, button in self.outline_buttons.items():
            button.setText(f"{number}. {short[number]}")
            name = "circle-check" if number in filled else "circle"
            button.set_icon("circle-alert" if number in wanting else name)
            state = self.tr("ยังขาด") if number in wanting else ""
            button.setAccessibleDescription(state)
            button.setToolTip(headings[number])
        self._show_changes(page)
        self._show_versions(page)

    def _show_versions(self, page: PlanPage) -> None:
        clear_layout(self._versions.body)
        others = [each for each in page.plan.versions if each.id != page.plan.id]
        self._versions.setVisible(bool(others))
        for each in reversed(others):
            button = Button(self._version(each, page.codes), "link", "history")
            button.clicked.connect(lambda _on=False, each=each: self.version_wanted.emit(each.id))
            self._versions.body.addWidget(button)

    def _version(self, each: PlanVersion, codes: CodeBook) -> str:
        said = self.tr("ฉบับที่ {n} · {status}").replace("{n}", str(each.version))
        said = said.replace("{status}", codes.label("plan_status", each.status))
        day = shown_iso(each.closed_on or each.agreed_on)
        return f"{said} {day}".strip()

    def _show_changes(self, page: PlanPage) -> None:
        clear_layout(self._changes.body)
        self._changes.setVisible(bool(page.changes))
        self._changes.set_title(self.tr("เปลี่ยนจากฉบับก่อน"))
        for each in page.changes[:_MOST_CHANGES]:
            self._changes.body.addWidget(ThaiLabel(self.difference(each, page.codes), "caption"))
        more = len(page.changes) - _MOST_CHANGES
        if more > 0:
            self._changes.body.addWidget(ThaiLabel(self.tr("และอีก %n เรื่อง", "", more), "caption"))

    def difference(self, each: PlanDifference, codes: CodeBook) -> str:
        """One difference in words."""
        what = {
            "goal": self.tr("เป้าหมาย"),
            "action": self.tr("สิ่งที่จะทำ"),
        }.get(each.part, "")
        if each.change == "added":
            return (
                self.tr("เพิ่ม{what} “{about}”")
                .replace("{what}", what)
                .replace("{about}", each.about)
            )
        if each.change == "removed":
            return (
                self.tr("เอา{what}ออก “{about}”")
                .replace("{what}", what)
                .replace("{about}", each.about)
            )
        words = ValueWords(codes)
        field = field_name(each.part, each.field)
        about = f"“{each.about}” " if each.about else ""
        before, after = (
            words.value(each.part, each.field, each.before) or self.tr("ว่าง"),
            words.value(each.part, each.field, each.after) or self.tr("ว่าง"),
        )
        said = self.tr("{about}{field}: จาก “{before}” เป็น “{after}”")
        for name, text in (
            ("about", about), ("field", field), ("before", before), ("after", after),
        ):  # fmt: skip
            said = said.replace("{" + name + "}", text)
        return said


def _filled(page: PlanPage) -> set[int]:
    values = page.plan.values
    parts = {
        2: ("dream", "interests", "aptitudes"), 3: ("strengths",),
        5: ("constraints", "free_time", "flood_months"),
        6: ("long_qualification", "long_occupation", "long_life"), 8: ("pathway", "courses"),
        9: ("method", "times", "places", "media"),
        10: ("facilitator", "mentors", "partners", "codesigned_by"),
        11: ("support", "accommodations", "funds"),
        12: ("measurement", "evidence", "credit_transfer"), 13: ("next_review_on",),
        15: ("learner_comment", "guardian_comment"),
    }  # fmt: skip
    filled = {number for number, names in parts.items() if any(values.get(n) for n in names)}
    filled.add(1)
    for number, there in (
        (4, bool(page.picture.rounds)), (7, bool(page.plan.goals)),
        (14, bool(page.plan.reviews)), (16, bool(page.plan.signatures)),
    ):  # fmt: skip
        if there:
            filled.add(number)
    return filled
