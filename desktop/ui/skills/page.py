"""The page of one measure: at what level, who measured it and with what; what was before it."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.services.all import Services
from desktop.services.roles import Right
from desktop.services.skills.records import SkillDetail
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import LEARNER, LEARNING, LearnerPlace
from desktop.ui.skills.words import MEASURE, MEASURES, SHEET, SkillWords
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if

FACTS = (
    FieldSpec("level", span=6),
    FieldSpec("self_level", span=6),
    FieldSpec("on", span=6, compact=True),
    FieldSpec("rater_id", span=6, search="user"),
    FieldSpec("instrument", span=12),
    FieldSpec("estimated", span=6),
    FieldSpec("note", span=12),
)


class SkillScreen(SubjectPage[SkillDetail]):
    """With what it measures beside, what became of the skill, and the way to whose it is."""

    def __init__(self, rights: Collection[Right]) -> None:
        self.of_what, self.skill = Card(""), ThaiLabel("", "strong")
        self.way = ThaiLabel("", "body")
        self.others = QVBoxLayout()
        self.learner_button = Button("", "link", "user")
        self.course_button = Button("", "link", "graduation-cap")
        self.of_what.body.addWidget(self.skill)
        self.of_what.body.addWidget(self.way)
        self.of_what.body.addLayout(self.others)
        for button in (self.learner_button, self.course_button):
            self.of_what.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        super().__init__(rights, MEASURE, FACTS, ("learner", "course", "person"), [self.of_what])
        self.learner_button.clicked.connect(self._open_learner)
        self.course_button.clicked.connect(self._open_sheet)

    def about(self) -> str:
        return self.tr("ทำได้แค่ไหน ใครวัด วัดด้วยอะไร")

    def asked(self, detail: SkillDetail) -> str:
        return self.tr("ยังบอกไม่ครบ")

    def retranslate(self) -> None:
        super().retranslate()
        self.of_what.set_title(self.tr("ก่อน → หลัง"))
        if self.detail is None:
            return
        row, words = self.detail.row, SkillWords()
        same = [*self.detail.others, row]
        same.sort(key=lambda each: ("before", "after", "later").index(each.phase))
        skill = self.codes.label("key_skills", row.skill)
        self.skill.set_text(f"{skill} · {self.codes.label('skill_phases', row.phase)}")
        self.way.set_text(words.way(same))
        self.way.setVisible(bool(self.way.typed))
        clear_layout(self.others)
        for each in self.detail.others:
            button = Button(words.step(each, self.codes), "link", "trending-up")
            button.clicked.connect(partial(self.open_requested.emit, MEASURE, each.id))
            self.others.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.name))
        self.course_button.setText(row.course)
        show_if(self.course_button, bool(row.course))

    def _open_learner(self) -> None:
        if self.detail is not None:
            self.open_requested.emit(LEARNER, LearnerPlace(self.detail.row.learner_id, LEARNING))

    def _open_sheet(self) -> None:
        if self.detail is not None and self.detail.row.course_id is not None:
            self.open_requested.emit(SHEET, self.detail.row.course_id)

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ วัดด้วยอะไรเขียนสั้น ๆ เช่น ใบงาน การสังเกต ถามตัวต่อตัว\n"
            "ไม่ได้วัดก่อนเรียน ให้ประมาณแล้วเลือกบอกย้อนหลัง รายการและแผ่นที่พิมพ์บอกไว้ด้วย\n"
            "วัดผิดคนหรือผิดวิธี กดถอน ไม่นับ พร้อมเหตุผล ของเดิมยังอยู่ให้ดู"
        )


class SkillPresenter(PagePresenter):
    """Who measured is searched for."""

    def __init__(self, screen: SkillScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.skills, MEASURES)
