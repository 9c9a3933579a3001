"""A learner without a plan: begin from what they like, a template, or another plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.plans.records import PlanLine, PlanTemplate
from desktop.ui.plan.page import StartPage
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import SearchBox

_ICONS = {
    "dole_qualification": "graduation-cap",
    "back_to_school": "book-open",
    "occupation": "hammer",
    "care_first": "heart-pulse",
    "wisdom": "drum",
    "interests_first": "sprout",
}


class TemplateCard(Card):
    """One plan to begin from."""

    def __init__(self, template: PlanTemplate, goals: str) -> None:
        super().__init__("", clickable=True)
        self.code = template.code
        thai = language() is Language.THAI
        name = template.th if thai else template.en
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel(_ICONS.get(template.code, "file-text"), "primary", 22))
        head.addWidget(ThaiLabel(name, "strong"), 1)
        self.body.addLayout(head)
        self.body.addWidget(ThaiLabel(template.about_th if thai else template.about_en, "muted"))
        self.body.addStretch(1)
        self.body.addWidget(ThaiLabel(goals, "caption"))
        self.setAccessibleName(name)


class StartView(Adaptive, QWidget):
    """`start_wanted(template code)`, `copy_wanted(plan id)`, `search_wanted(text)`."""

    start_wanted = Signal(str)
    copy_wanted = Signal(object)
    search_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._start: StartPage | None = None
        self._others: tuple[PlanLine, ...] = ()
        self._title = ThaiLabel("", "title")
        self._note = ThaiLabel("", "muted")
        self.blank_button = Button("", "primary", "sprout")
        self._template_word = ThaiLabel("", "section")
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.cards: list[TemplateCard] = []
        self._copy_word = ThaiLabel("", "section")
        self.search_box = SearchBox()
        self._found = QVBoxLayout()
        self._found.setSpacing(0)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(150)
        self._pause.timeout.connect(lambda: self.search_wanted.emit(self.search_box.text()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._note)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addLayout(words, 1)
        head.addWidget(self.blank_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self._template_word)
        column.addLayout(self._grid)
        column.addSpacing(4)
        column.addWidget(self._copy_word)
        column.addWidget(self.search_box)
        column.addLayout(self._found)
        column.addStretch(1)
        self.blank_button.clicked.connect(lambda: self.start_wanted.emit(""))
        self.search_box.searched.connect(lambda _text: self._pause.start())
        self.adapt()

    def show_start(self, start: StartPage) -> None:
        """Show for whom, and what one can begin from."""
        self._start = start
        self.blank_button.setVisible(start.may_plan)
        self.search_box.setEnabled(start.may_plan)
        self.retranslate()

    def show_others(self, others: Sequence[PlanLine]) -> None:
        """Plans of others whose goals and ways could be copied."""
        self._others = tuple(others)
        clear_layout(self._found)
        for line in self._others:
            said = self.tr("{name} · หมู่ {moo} · เป้าหมาย {goals} ข้อ")
            said = said.replace("{name}", line.learner_name).replace("{moo}", line.village or "-")
            button = Button(said.replace("{goals}", str(line.goals)), "link", "copy")
            button.clicked.connect(lambda _on=False, line=line: self.copy_wanted.emit(line.id))
            self._found.addWidget(button)

    def retranslate(self) -> None:
        self.blank_button.setText(self.tr("เริ่มจากสิ่งที่เขาสนใจ"))
        self._template_word.set_text(self.tr("หรือเริ่มจากแม่แบบ"))
        self._copy_word.set_text(self.tr("หรือคัดลอกเป้าหมายและวิธีจากแผนของคนอื่น"))
        self.search_box.set_words(self.tr("พิมพ์ชื่อคนที่มีแผนคล้ายกัน"))
        if self._start is None:
            return
        name = self._start.learner.row.full_name
        self._title.set_text(self.tr("เริ่มแผนของ {name}").replace("{name}", name))
        interests = str(self._start.learner.values.get("interests") or "")
        said = self.tr("เขาบอกว่าสนใจ “{text}” แผนจะเริ่มจากตรงนี้").replace("{text}", interests)
        self._note.set_text(
            said if interests else self.tr("ยังไม่รู้ว่าเขาสนใจอะไร ถามเขาก่อน แล้วค่อยตั้งเป้าหมายด้วยกัน")
        )
        if not self._start.may_plan:
            self._note.set_text(
                self.tr("คนนี้ยังไม่มีแผน ครูพี่เลี้ยงเป็นคนทำแผน ถ้าข้อมูลถูกระงับการใช้อยู่ ต้องยกเลิกการระงับก่อน")
            )
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = []
        for number, template in enumerate(self._start.templates):
            card = TemplateCard(template, self.tr("%n เป้าหมาย", "", template.goals))
            card.setEnabled(self._start.may_plan)
            card.opened.connect(lambda code=template.code: self.start_wanted.emit(code))
            self._grid.addWidget(card, number // 3, number % 3)
            self.cards.append(card)
        self.show_others(self._others)
