"""One row of a roster looked at closely: its problems, changes, and who it may be."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.exchange.corrections import typed_at
from desktop.models.dates import PartialDate
from desktop.models.text import search_key
from desktop.services.rosters.changes import FieldChange
from desktop.services.rosters.compared import KnownPerson
from desktop.services.rosters.importing import Candidate, RowDecision, RowPlan
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.importing.preview_table import PreviewCells, PreviewWords
from desktop.ui.importing.words import OUTCOME_TONES, ImportWords
from desktop.ui.person_words import PersonWords
from desktop.ui.record_names import code_name
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import IconLabel, Separator, StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout

_LEAST = 300


class RowPanel(Adaptive, QFrame):
    """`decided` carries the row's place and a RowDecision, or None to decide later; `repeated` when
    the same answer is meant for the other rows that ask the same.

    `typing_wanted` carries the key of the table's column and the column of the file to type in,
    `restored` the place of a cell and what the file says there.
    """

    decided = Signal(object, object)
    repeated = Signal()
    typing_wanted = Signal(str, object)
    restored = Signal(object, str)

    def __init__(self, cells: PreviewCells, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = cells
        self.codes = CodeBook()
        self.setProperty("surface", "card")
        self._wide = _LEAST
        self._plan: RowPlan | None = None
        self._decision: RowDecision | None = None
        self._answer: RowDecision | None = None
        self._like = 0
        self._known: Mapping[UUID, KnownPerson] = {}
        self._inside = QWidget()
        self._inside.setProperty("surface", "scroll")
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 12, 8, 12)
        outer.addWidget(scroll, 1)
        # Decisions stay in view however much there is to compare.
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(0, 8, 8, 0)
        self._foot.setSpacing(6)
        outer.addLayout(self._foot)
        self.buttons: dict[str, Button] = {}
        self.adapt()

    @property
    def texts(self) -> list[str]:
        """Every sentence shown, from top to bottom."""
        texts: list[str] = []
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            widget = item.widget() if item is not None else None
            if isinstance(widget, ThaiLabel):
                texts.append(widget.typed)
            elif widget is not None:
                texts += [label.typed for label in widget.findChildren(ThaiLabel)]
        return texts

    def show_row(
        self,
        plan: RowPlan | None,
        decision: RowDecision | None = None,
        known: Mapping[UUID, KnownPerson] | None = None,
        answer: RowDecision | None = None,
        like: int = 0,
    ) -> None:
        """Show a row, what was decided of it, and the learners it may be.

        `answer` is the one given last, where it may stand for `like` rows that ask the same.
        """
        self._plan, self._decision, self._known = plan, decision, known or {}
        self._answer, self._like = answer, like
        self.retranslate()

    def set_room(self, width: int) -> None:
        """Take about a third of a page `width` pixels wide, and no more than is needed."""
        self._wide = min(theme().px(350), max(round(width * 0.36), _LEAST))
        self.setMaximumWidth(self._wide)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST, super().minimumSizeHint().height())

    def retranslate(self) -> None:
        for layout in (self._column, self._foot):
            clear_layout(layout)
        self.buttons = {}
        plan = self._plan
        if plan is None:
            self._add(ThaiLabel(self.tr("เลือกแถวเพื่อดูรายละเอียดและสิ่งที่ควรทำ"), "muted"))
            self._column.addStretch(1)
            return
        says, row = ImportWords(), plan.row
        self._add(ThaiLabel(PreviewWords().name(row), "section"))
        where = self.tr("{sheet} แถว {row}").replace("{sheet}", row.sheet)
        self._add(ThaiLabel(where.replace("{row}", str(row.row)), "caption"))
        asking = bool(plan.candidates) and self._decision is None
        if not asking:
            # Where there is a question, the room is the question's.
            self._add(
                StatusPill(code_name("import_outcome", plan.outcome), OUTCOME_TONES[plan.outcome])
            )
        if plan.repeats is not None:
            same = self.tr("คนเดียวกับแถว {row} จึงรวมเป็นคนเดียว")
            self._add(ThaiLabel(same.replace("{row}", str(plan.repeats[1]))))
        self._show_problems(plan)
        self._show_corrected(plan)
        if plan.changes:
            self._add(ThaiLabel(self.tr("จะเปลี่ยน"), "field"))
            for change in plan.changes:
                before, after = self._said(change, change.before), self._said(change, change.after)
                after = after or self.tr("(ว่าง)")
                self._add(ThaiLabel(f"{says.changed(change.field)}: {before or '–'} → {after}"))
        if self._decision is not None:
            self._show_decision(self._decision)
        elif plan.outcome != "unchanged":
            for number, candidate in enumerate(plan.candidates):
                self._show_candidate(plan, candidate, number)
            if plan.outcome == "asked" and not plan.candidates:
                new = Button(self.tr("เพิ่มเป็นคนใหม่"), "secondary", "user-plus")
                self._wire("new", new, RowDecision("new"))
                self._foot.addWidget(new)
            if plan.outcome != "error":
                leave = Button(self.tr("ไม่นำเข้าแถวนี้"), "link", "minus")
                self._wire("leave_out", leave, RowDecision("leave_out"))
                self._foot.addWidget(leave)
        if self._answer is not None:
            self._offer_answer(self._answer)
        self._column.addStretch(1)

    def _said(self, change: FieldChange, text: str) -> str:
        """What stood or will stand there, in words."""
        if change.field == "birth" and text:
            try:
                return thai_time.shown_date(PartialDate.from_iso(text))
            except ValueError:  # a birth that nobody could read stands as it was written
                return text
        return self.codes.label(change.listed, text) if change.listed else text

    def _show_problems(self, plan: RowPlan) -> None:
        says = ImportWords()
        for problem in plan.row.problems:
            box = QWidget()
            across = QHBoxLayout(box)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(8)
            bad = problem.severity == "error"
            sign = IconLabel(
                "circle-alert" if bad else "triangle-alert", "danger" if bad else "warning", 18
            )
            across.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(ThaiLabel(says.problem(problem)))
            if problem.text:
                where = self.tr("ช่อง {column}: “{text}”").replace("{column}", problem.column)
                words.addWidget(ThaiLabel(where.replace("{text}", problem.text), "caption"))
            key, column = self._cells.to_mend(plan, problem)
            if column is not None:
                mend = Button(self.tr("แก้ค่านี้ (F2)"), "link", "pencil")
                mend.clicked.connect(
                    lambda _checked=False, to=(key, column): self.typing_wanted.emit(*to)
                )
                words.addWidget(mend, 0, Qt.AlignmentFlag.AlignLeft)
            across.addLayout(words, 1)
            self._add(box)

    def _show_corrected(self, plan: RowPlan) -> None:
        before = plan.row.as_read
        if before is None:
            return
        self._add(ThaiLabel(self.tr("แก้แล้วที่นี่"), "field"))
        for column in self._cells.corrected_columns(plan):
            was, now = typed_at(before, column.index), typed_at(plan.row, column.index)
            self._add(ThaiLabel(f"{column.heading or column.letters}: {was or '–'} → {now or '–'}"))
            back = Button(self.tr("ใช้ค่าในแฟ้ม"), "link", "undo-2")
            place = plan.row.sheet, plan.row.row, column.index
            back.clicked.connect(
                lambda _checked=False, place=place, was=was: self.restored.emit(place, was)
            )
            self._column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_decision(self, decision: RowDecision) -> None:
        words = {
            "same": self.tr("ตัดสินแล้ว: คนเดียวกัน จะปรับปรุงคนเดิม"),
            "new": self.tr("ตัดสินแล้ว: คนละคน จะเพิ่มเป็นคนใหม่"),
            "leave_out": self.tr("ตัดสินแล้ว: ไม่นำเข้าแถวนี้"),
        }
        self._add(StatusPill(words[decision.kind].split(": ")[-1], "info", "check"))
        self._add(ThaiLabel(words[decision.kind], "muted"))
        back = Button(self.tr("เปลี่ยนใจ"), "secondary", "undo-2")
        self._wire("later", back, None)
        self._foot.addWidget(back)

    def _offer_answer(self, answer: RowDecision) -> None:
        """One answer for all rows that ask the same."""
        said = {
            "same": self.tr("คนเดียวกัน"),
            "new": self.tr("คนใหม่"),
            "leave_out": self.tr("ไม่นำเข้า"),
        }
        words = self.tr("ตอบ “{answer}” ทั้ง %n แถวที่ถามเรื่องเดียวกัน", "", self._like)
        like = Button(words.replace("{answer}", said[answer.kind]), "secondary", "list")
        like.clicked.connect(self.repeated)
        self.buttons["like"] = like
        self._foot.addWidget(like)

    def _show_candidate(self, plan: RowPlan, candidate: Candidate, number: int) -> None:
        if number:
            self._add(Separator())
        self._add(ThaiLabel(self.tr("อาจเป็นคนเดียวกัน"), "strong"))
        self._add(ThaiLabel(PersonWords().agreements(candidate.reasons), "caption"))
        known = self._known.get(candidate.learner_id) if candidate.learner_id else None
        if known is not None:
            self._add(self._compared(plan, known))
        elif candidate.row is not None:
            said = self.tr("คล้ายกับแถว {row} ของแฟ้มนี้").replace("{row}", str(candidate.row[1]))
            self._add(ThaiLabel(said))
        last = f"_{number}" if number else ""
        if candidate.learner_id is not None:
            same = Button(self.tr("คนเดียวกัน"), "primary", "merge")
            self._wire(f"same{last}", same, RowDecision("same", candidate.learner_id))
            if number == 0:
                self._foot_row().addWidget(same, 1)
            else:
                self._add(same)
        if number == 0:
            new = Button(self.tr("คนละคน"), "secondary", "users")
            self._wire("new", new, RowDecision("new"))
            self._foot_row().addWidget(new, 1)
            meant = self.tr("คนเดียวกัน: ปรับปรุงคนเดิม คนละคน: เพิ่มเป็นคนใหม่")
            later = self.tr("ยังไม่ตัดสินก็ได้ จะเพิ่มไว้ก่อน แล้วถามอีกครั้งที่รายการคนที่อาจซ้ำ")
            if plan.outcome == "asked":
                later = self.tr("ยังไม่ตัดสินก็ได้ แถวนี้จะยังไม่นำเข้า และไม่มีใครถูกแก้")
            self._add(ThaiLabel(meant, "caption"))
            self._add(ThaiLabel(later, "caption"))

    def _compared(self, plan: RowPlan, known: KnownPerson) -> QWidget:
        row, words, shown = plan.row, PersonWords(), thai_time.shown_date
        facts = (
            (self.tr("ชื่อ"), PreviewWords().name(row), known.name),
            (self.tr("ชื่อเล่น"), row.nickname, known.nickname),
            (self.tr("วันเกิด"), shown(row.birth), shown(known.birth)),
            (self.tr("หมู่บ้าน"), words.village(row.moo) if row.moo else "",
             words.village(known.village) if known.village else ""),
            (self.tr("เลข"), row.identity.value, known.number),
            (self.tr("ผู้ดูแล"), row.carer, known.carer),
        )  # fmt: skip
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        for place, head in enumerate((self.tr("ในแฟ้ม"), self.tr("มีอยู่แล้ว")), 1):
            grid.addWidget(ThaiLabel(head, "caption", wrap=False), 0, place)
        for line, (label, ours, theirs) in enumerate(facts, 1):
            differs = bool(ours and theirs) and search_key(ours) != search_key(theirs)
            # Told by weight and by a sign, not by colour.
            grid.addWidget(ThaiLabel(f"≠ {label}" if differs else label, "caption"), line, 0)
            for place, text in enumerate((ours, theirs), 1):
                said = ThaiLabel(text or "–", "strong" if differs else "body")
                grid.addWidget(said, line, place)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        return box

    def _foot_row(self) -> QHBoxLayout:
        """The line of the two main answers, made with the first of them."""
        item = self._foot.itemAt(0)
        box = item.widget() if item is not None else None
        if box is None:
            box = QWidget()
            row = QHBoxLayout(box)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            self._foot.addWidget(box)
        layout = box.layout()
        assert isinstance(layout, QHBoxLayout)
        return layout

    def _wire(self, name: str, button: Button, decision: RowDecision | None) -> None:
        plan = self._plan
        assert plan is not None  # only a row that is shown has buttons
        self.buttons[name] = button
        button.clicked.connect(lambda _checked=False: self.decided.emit(plan.place, decision))

    def _add(self, widget: QWidget) -> None:
        self._column.addWidget(widget)
