"""บันทึก/เยี่ยมบ้าน: writing down a meeting in seconds, and all that was written before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.learners.contacts import ContactLine
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import filled
from desktop.ui.learner.page import LearnerPage
from desktop.ui.learner.tab import LearnerTab
from desktop.ui.learner.visit_form import VisitForm
from desktop.ui.learner.visit_row import VisitRow
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.panes import Pane


class VisitsTab(LearnerTab, QWidget):
    """`saved(values, corrects)`; what is half written is told by `form.drafted`."""

    saved = Signal(object, object)
    earlier_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page: LearnerPage | None = None
        self._codes = CodeBook()
        self.rows: dict[UUID, VisitRow] = {}
        self.form = VisitForm()
        self.form.given.connect(self._on_given)
        self._title, self._why = ThaiLabel("", "section"), ThaiLabel("", "caption")
        self._cancel = Button("", "quiet")
        self._cancel.clicked.connect(self._on_cancel)
        self._lay_out()
        self.adapt()

    def show_page(self, page: LearnerPage, codes: CodeBook) -> None:
        """Show a learner's entries; what is being written stays."""
        if self._page is not None and self._page.id != page.id:
            self.form.begin()
        self._page, self._codes = page, codes
        self.form.set_codes(codes)
        self.form.row("private").setVisible(page.may_see_sensitive)
        self._entry.setVisible(page.may_edit)
        self.retranslate()

    def show_draft(self, content: Mapping[str, Any]) -> None:
        """Bring back what was half written when the power went."""
        self.form.show_draft(content)
        self._word_head()

    def show_earlier(self, contact_id: UUID, lines: Sequence[ContactLine]) -> None:
        """Show what an entry said before it was corrected."""
        self.rows[contact_id].show_earlier(lines, self._codes)

    @property
    def writes_first(self) -> bool:
        return True

    def begin(self) -> None:
        if not self._entry.isHidden():
            self.form.focus_first()

    def go_to(self, at: str) -> None:
        """`at`: the id of an entry."""
        row = next((each for known, each in self.rows.items() if str(known) == at), None)
        if row is not None:
            self._pane.ensureWidgetVisible(row)
            row.correct.setFocus()
        else:
            self.begin()

    def save(self) -> bool:
        self.form.save()
        return True

    def stored(self) -> None:
        """The entry was stored: ready for the next."""
        self.form.stored()
        self._word_head()

    def flush(self) -> None:
        """Keep what is half written."""
        self.form.flush()

    def retranslate(self) -> None:
        self._cancel.setText(self.tr("เลิกแก้"))
        self._list_title.set_text(self.tr("ที่ผ่านมา"))
        self._word_head()
        if self._page is not None:
            self._fill(self._page)

    def redress(self) -> None:
        self._entry.setMinimumHeight(theme().px(300))

    def _word_head(self) -> None:
        correcting = self.form.corrects is not None
        self._title.set_text(self.tr("แก้คำบันทึก") if correcting else self.tr("บันทึกการพบ"))
        self._why.set_text(
            self.tr("คำเดิมยังอยู่ใต้รายการที่แก้ ไม่มีอะไรหาย")
            if correcting
            else self.tr("เขียนเท่าที่มีเวลา ร่างเก็บให้เองทุกวินาที")
        )
        self._cancel.setVisible(correcting)

    def _lay_out(self) -> None:
        pane = Pane()
        pane.body.setContentsMargins(16, 10, 12, 8)
        pane.body.setSpacing(8)
        pane.body.addWidget(self._title)
        pane.body.addWidget(self.form)
        pane.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 4, 16, 12)
        foot.addWidget(self._why, 1)
        foot.addWidget(self._cancel)
        foot.addWidget(self.form.save_button)
        self._entry = QFrame()
        self._entry.setProperty("surface", "card")
        whole = QVBoxLayout(self._entry)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addWidget(pane, 1)
        whole.addLayout(foot)
        self._pane = Pane()
        self._list_title = ThaiLabel("", "section")
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._pane.body.setContentsMargins(0, 0, 8, 16)
        self._pane.body.addWidget(self._list_title)
        self._pane.body.addLayout(self._list)
        self._pane.body.addStretch(1)
        row = Folding()
        row.add_side(self._entry, 620, 0.42)
        row.add(self._pane, 1, wish=300)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 12)
        column.addWidget(row)

    def _fill(self, page: LearnerPage) -> None:
        clear_layout(self._list)
        self.rows = {}
        for line in page.contacts:
            row = VisitRow(line, self._codes, page.today)
            row.correct.setVisible(page.may_edit)
            row.correct_wanted.connect(lambda line=line: self._correct(line))
            row.earlier_wanted.connect(lambda line=line: self.earlier_wanted.emit(line))
            self.rows[line.id] = row
            self._list.addWidget(row)
        if not page.contacts:
            self._list.addWidget(
                ThaiLabel(self.tr("ยังไม่มีบันทึก การพบครั้งแรกเขียนไว้ทางซ้ายได้เลย"), "muted")
            )

    def _correct(self, line: ContactLine) -> None:
        self.form.correct(line)
        self._word_head()

    def _on_cancel(self) -> None:
        self.form.give_up()
        self._word_head()

    def _on_given(self, values: dict[str, Any]) -> None:
        del values["corrects"]
        corrects = self.form.corrects
        self.saved.emit(values if corrects else filled(values), corrects)
