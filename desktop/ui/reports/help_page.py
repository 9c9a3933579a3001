"""What came of help and of learning: numbers that open their lists, with paper and Excel."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from desktop.services.learners.records import LearnerQuery
from desktop.services.tallies.help_service import REPORTS
from desktop.services.tallies.help_tables import Figure, HelpRow, HelpTable, told, word
from desktop.ui.course_place import NEW, CourseFor
from desktop.ui.funds.words import BookPlace
from desktop.ui.reports.panels import Page, hidden_word
from desktop.ui.subjects.directory import OnlyThese
from desktop.ui.translation import Language, language
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

Tables = Mapping[str, tuple[HelpTable, ...]]
_SAID: Final = ("register", "hett", "plan")  # as `SOURCES` of demand, codes of `interest_sources`


class HelpCard(Card):
    """One table; `figure_wanted(table, row, figure)`, `course_wanted(row)`.

    Args:
        teaches: a course may be begun with those who want to learn something.
    """

    figure_wanted = Signal(object, object, object)
    course_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, teaches: bool = False) -> None:
        super().__init__(" ", parent)
        self._teaches = teaches
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(4)
        self._grid.setVerticalSpacing(0)
        self.body.addLayout(self._grid)
        self.numbers: list[Button] = []
        self.courses: list[Button] = []

    def show_table(self, table: HelpTable, note: str, nothing: str, total: str) -> None:
        """Show the table with its sums."""
        english = language() is Language.ENGLISH
        self.set_title(word(table.name, english=english), note)
        clear_layout(self._grid)
        self.numbers, self.courses = [], []
        if not table.rows:
            self._grid.addWidget(ThaiLabel(nothing, "muted"), 0, 0)
            return
        middle = Qt.AlignmentFlag.AlignCenter
        self._grid.setColumnStretch(0, 4)
        for column, code in enumerate(table.columns, 1):
            head = ThaiLabel(word(code, english=english), "field")
            head.setAlignment(middle)
            self._grid.addWidget(head, 0, column)
            self._grid.setColumnStretch(column, 2)
        for line, row in enumerate(table.rows, 1):
            self._grid.addWidget(ThaiLabel(row.name[english]), line, 0)
            for column, figure in enumerate(row.figures, 1):
                self._add(table, row, figure, line, column)
            if self._teaches and row.wish and row.figures[0].ids:
                self._add_course(row, line, len(row.figures) + 1)
        if table.total:
            foot = len(table.rows) + 1
            self._grid.addWidget(ThaiLabel(total, "strong", wrap=False), foot, 0)
            below = HelpRow((total, total), table.total)
            for column, figure in enumerate(table.total, 1):
                self._add(table, below, figure, foot, column)

    def _add(self, table: HelpTable, row: HelpRow, figure: Figure, line: int, column: int) -> None:
        said = told(figure, hidden_word())
        middle = Qt.AlignmentFlag.AlignCenter
        if not figure.number or not figure.ids:
            plain = "–" if figure.number == 0 and figure.unit == "count" else said
            self._grid.addWidget(ThaiLabel(plain, "muted", wrap=False), line, column, middle)
            return
        english = language() is Language.ENGLISH
        button = Button(said, "link")
        heading = word(table.columns[column - 1], english=english)
        button.setAccessibleName(f"{row.name[english]} {heading}: {said}")
        button.clicked.connect(lambda _on=False: self.figure_wanted.emit(table, row, figure))
        self.numbers.append(button)
        self._grid.addWidget(button, line, column, middle)

    def _add_course(self, row: HelpRow, line: int, column: int) -> None:
        button = Button(self.tr("เปิดกิจกรรม"), "link", "graduation-cap")
        name = row.name[language() is Language.ENGLISH]
        button.setAccessibleName(self.tr("เปิดกิจกรรมกับคนเหล่านี้: {name}").replace("{name}", name))
        button.setToolTip(self.tr("เปิดกิจกรรมกับคนเหล่านี้"))
        button.clicked.connect(lambda _on=False: self.course_wanted.emit(row))
        self.courses.append(button)
        self._grid.addWidget(button, line, column)


class HelpPage(Adaptive, Page):
    """`list_wanted(screen, argument)`: what is behind a number; `paper_wanted(key)`.

    Args:
        offers: the keys of the papers and tables that whoever is signed in may have.
        tables: the reports that it shows, and the tables of each.
        teaches: a course may be begun with those who want to learn something.
    """

    list_wanted = Signal(str, object)
    paper_wanted = Signal(str)

    def __init__(
        self,
        offers: Collection[str],
        tables: Mapping[str, tuple[str, ...]],
        parent: QWidget | None = None,
        *,
        teaches: bool = False,
    ) -> None:
        super().__init__(parent)
        self.reports = tuple(tables)
        self.cards: dict[str, HelpCard] = {}
        self.buttons: dict[str, Button] = {}
        self._heads: dict[str, ThaiLabel] = {}
        self._tables: Tables = {}
        for report, names in tables.items():
            head = QHBoxLayout()
            self._heads[report] = ThaiLabel("", "section", wrap=False)
            head.addWidget(self._heads[report], 1)
            for way, icon in (("print", "printer"), ("export", "download")):
                key = f"{way} help_{report}"
                if key in offers:
                    button = self.buttons[key] = Button("", "secondary", icon)
                    button.clicked.connect(lambda _on=False, key=key: self.paper_wanted.emit(key))
                    head.addWidget(button)
            self.body.addLayout(head)
            for name in names:
                card = self.cards[name] = HelpCard(teaches=teaches)
                card.figure_wanted.connect(self._on_figure)
                card.course_wanted.connect(self._on_course)
                self.body.addWidget(card)
        self.body.addStretch(1)
        self.adapt()

    def show_tables(self, tables: Tables) -> None:
        """Show these reports."""
        self._tables = tables
        self.retranslate()

    def _on_figure(self, table: HelpTable, row: HelpRow, figure: Figure) -> None:
        """Records, people, or a month of a book."""
        match table.opens:
            case "learner":
                self.list_wanted.emit("learners", LearnerQuery(ids=figure.ids))
            case "need" | "referral" | "course" | "credit_item" | "skill_measure" as kind:
                self.list_wanted.emit(f"{kind}s", OnlyThese(figure.ids))
            case book:
                self.list_wanted.emit(book, BookPlace(figure.ids[0], row.month))

    def _on_course(self, row: HelpRow) -> None:
        """The form for a course with whoever is behind a line."""
        people = row.figures[0].ids
        said = (source for source, figure in zip(_SAID, row.figures[1:], strict=True)
                if set(figure.ids) == set(people))  # fmt: skip
        asked = CourseFor(people, row.wish, row.village_id, next(said, ""))
        self.list_wanted.emit(NEW, asked)

    def retranslate(self) -> None:
        english = language() is Language.ENGLISH
        for report, head in self._heads.items():
            head.set_text(REPORTS[report][english])
        for key, button in self.buttons.items():
            way, name = key.split(" help_")
            button.setText(self.tr("พิมพ์") if way == "print" else self.tr("ส่งออก Excel"))
            button.setAccessibleName(f"{button.text()} {REPORTS[name][english]}")
        notes = {
            "needs_by_kind": self.tr("ที่ขอซ้ำทุกเดือนหรือทุกเทอม นับเฉพาะรอบนี้"),
            "learning_by_course": self.tr(
                "คนที่อยู่สองกิจกรรมนับทั้งสอง มาเทียบกับที่ควรมา และกับทุกครั้งที่จัด ครั้งที่ทางขาดไม่นับว่าควรมา"
            ),
            "learning_by_skill": self.tr("กิจกรรมหนึ่งอาจอยู่หลายกลุ่มทักษะ"),
            "learning_by_village": self.tr("คนหนึ่งนับครั้งเดียว วัยนับถึงวันนี้"),
            "learning_mixed": self.tr("นับจากคนที่มาจริง อายุ 60 ปีขึ้นไปหรือครูผู้เฒ่า กับคนอายุต่ำกว่า 25 ปี"),
            "demand": self.tr("คนหนึ่งอยากเรียนได้หลายอย่าง คำที่เขียนต่างกันนับแยกกัน กดตัวเลขเพื่อดูว่าใคร"),
            "skills_by_skill": self.tr(
                "นับหนึ่งคนหนึ่งทักษะหนึ่งกิจกรรม วัดแล้ว = วัดครั้งเดียว + เพิ่มขึ้น + เท่าเดิม + ลดลง"
                " ค่าเฉลี่ยเฉพาะที่วัดทั้งก่อนและหลัง"
            ),
            "credits_by_institution": self.tr(
                "แต่ละรายการอยู่ช่องเดียว ที่เสนอยังไม่ใช่ที่รับ หน่วยกิตรวมเฉพาะที่สถานศึกษารับแล้ว"
            ),
            "answers": self.tr("นับทุกครั้งที่ส่ง ส่งแล้ว = ตอบแล้ว + ยังไม่ตอบ + ยังไม่ซิงก์ + เรียกคืนก่อนตอบ"),
            "cohort": self.tr(
                "นับคนตามไตรมาสที่ส่งต่อครั้งแรก รู้จักทั้งหมด = ยังอยู่นอกระบบ + กำลังกลับ + สำเร็จ"
                " สำเร็จคืออยู่ครบ 90 วันหรือมีงานทำ"
            ),
        }
        shown = {each.name: each for tables in self._tables.values() for each in tables}
        for name, card in self.cards.items():
            card.setVisible(name in shown)
            if name in shown:
                nothing = self.tr("ยังไม่มีอะไรให้นับ")
                card.show_table(shown[name], notes.get(name, ""), nothing, self.tr("รวม"))


LEARNING: Final = {
    "learning": (
        "learning_by_course", "learning_by_skill", "learning_by_village", "learning_mixed",
    ),
    "demand": ("demand", "demand_by_village"),
    "skills": ("skills_by_skill", "skills_by_course", "skills_by_village", "skills_by_group"),
    "credits": ("credits_by_institution", "credits_by_village", "credits_by_strand"),
}  # fmt: skip
HELP: Final = {
    "needs": ("needs_by_kind", "needs_by_village"),
    "answers": ("answers",),
    "cohort": ("cohort", "cohort_parts"),
    "funds": ("money", "goods"),
}
"""By the report: its tables."""
