"""บันทึกการตรวจสอบ: who did what when, whether anything was changed since, and a file of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from desktop.exchange.writing import Column as FileColumn
from desktop.exchange.writing import Table
from desktop.models.text import sort_key
from desktop.services.all import Services
from desktop.services.audit import AuditLine, AuditQuery, ChainState
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.users import UserLine
from desktop.ui import file_asking, thai_time
from desktop.ui.jobs import WRITES, Jobs
from desktop.ui.record_names import event_name
from desktop.ui.settings.audit_words import AuditWords
from desktop.ui.settings.page import Page
from desktop.ui.theme import restyle, theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.field_grid import FieldGrid
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import SearchBox
from resources import clock

SHOWN_AT_MOST = 2000


class AuditPage(Page):
    """`wanted(AuditQuery)`, `learner_searched(text)`, `export_wanted(path)`."""

    wanted = Signal(object)
    learner_searched = Signal(str)
    export_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(scrolls=False)
        self._words = AuditWords()
        self._state: ChainState | None = None
        self._users: Sequence[UserLine] = ()
        self._events: Sequence[str] = ()
        self._learner: UUID | None = None
        self.lines: Sequence[AuditLine] = ()
        self._chain = QFrame()
        self._chain.setProperty("surface", "banner")
        row = QHBoxLayout(self._chain)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(10)
        self._sign = IconLabel("shield-check", "on_success_soft", 20)
        self.chain_text = ThaiLabel("")
        row.addWidget(self._sign)
        row.addWidget(self.chain_text, 1)
        self.who, self.what = ChoiceField(), ChoiceField()
        self.since, self.until = ThaiDateField(partial=False), ThaiDateField(partial=False)
        self.search = SearchBox()
        self._whose = QWidget()
        self._found = FlowLayout(self._whose, 6)
        self.export_button = Button("", "secondary", "download")
        self.export_button.clicked.connect(self._on_export)
        self.table: DataTable[AuditLine] = DataTable(
            DataclassTableModel(self._columns(), lambda line: line.number)
        )
        filters = FieldGrid()
        self._rows = {
            field: FormRow(field) for field in (self.who, self.what, self.since, self.until)
        }
        for row_of in self._rows.values():
            filters.add(row_of, 3)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.search)
        second.addWidget(self._whose, 1)
        second.addWidget(self.export_button)
        self.content.setSpacing(8)
        self.content.addWidget(self._chain)
        self.content.addWidget(filters)
        self.content.addLayout(second)
        self.content.addWidget(self.table, 1)
        for choice in (self.who, self.what):
            choice.chosen.connect(lambda _code: self.ask())
        for day in (self.since, self.until):
            day.changed.connect(lambda *_value: self.ask())
        self.search.searched.connect(self.learner_searched)
        self._chain.hide()
        self.adapt()

    @property
    def query(self) -> AuditQuery:
        """What is chosen now."""
        who, what = self.who.value(), self.what.value()
        return AuditQuery(
            author=UUID(who) if who not in ("", "*") else None,
            events=(what,) if what not in ("", "*") else (),
            since=_day(self.since),
            until=_day(self.until),
            learner_id=self._learner,
        )

    def ask(self) -> None:
        """Ask for the entries."""
        self.wanted.emit(self.query)

    def show_state(
        self, state: ChainState, users: Sequence[UserLine], events: Sequence[str]
    ) -> None:
        """Whether the chain is whole, and what can be chosen."""
        self._state, self._users, self._events = state, users, events
        self.retranslate()

    def show_lines(self, lines: Sequence[AuditLine]) -> None:
        """Show these entries."""
        self.lines = lines
        self.table.model.set_rows(lines)
        self.table.show_table()
        self.export_button.setEnabled(bool(lines))

    def show_learners(self, rows: Sequence[LearnerRow]) -> None:
        """Learners whose entries may be meant."""
        self._clear_found()
        for row in rows:
            button = Button(row.full_name, "chip", "user")
            button.clicked.connect(lambda _on=False, row=row: self._choose(row.id, row.full_name))
            self._found.addWidget(button)

    def show_exported(self, path: Path) -> None:
        """The file was written."""
        self.wrote.emit(self.tr("บันทึกแฟ้มแล้ว"), path)

    def file_table(self) -> Table:
        """What is shown, as a table for a file."""
        rows = [
            (
                line.number,
                thai_time.shown_moment(line.at),
                line.author_name,
                event_name(line.event),
                line.subject,
                self._words.detail(line),
            )
            for line in self.lines
        ]
        heads = (("number", "ลำดับ", "No."), ("at", "เมื่อ", "When"), ("who", "ใคร", "Who"),
                 ("what", "ทำอะไร", "What"), ("whom", "เกี่ยวกับ", "About"),
                 ("detail", "รายละเอียด", "Detail"))  # fmt: skip
        return Table(
            self.tr("บันทึกการตรวจสอบ"), tuple(FileColumn(key, th, en) for key, th, en in heads), rows
        )

    def retranslate(self) -> None:
        self.set_words(
            self.tr("บันทึกการตรวจสอบ"),
            self.tr("ใครเปิดดู พิมพ์ ส่งออก ลบ หรือเปลี่ยนสิทธิ์ เมื่อไร ถ้ามีใครแก้หรือลบรายการ แถบนี้จะบอก"),
        )
        self.who.set_choices(
            [("*", self.tr("ทุกคน")), *((each.id.hex, each.name) for each in self._users)]
        )
        names = sorted(
            ((code, event_name(code)) for code in self._events), key=lambda e: sort_key(e[1])
        )
        self.what.set_choices([("*", self.tr("ทุกเรื่อง")), *names])
        for choice in (self.who, self.what):
            if not choice.value():
                choice.set_value("*")
        self._rows[self.who].set_words(self.tr("ใคร"))
        self._rows[self.what].set_words(self.tr("ทำอะไร"))
        self._rows[self.since].set_words(self.tr("ตั้งแต่วันที่"))
        self._rows[self.until].set_words(self.tr("ถึงวันที่"))
        self.search.set_words(self.tr("เกี่ยวกับผู้เรียนรู้คนไหน"))
        self.export_button.setText(self.tr("บันทึกเป็นแฟ้ม"))
        self.table.set_name(self.tr("บันทึกการตรวจสอบ"))
        self.table.model.columns = tuple(self._columns())
        self.table.model.retranslate()
        self.table.empty.set_icon("shield-check")
        self.table.empty.set_words(
            self.tr("ไม่มีบันทึกตามที่เลือก"), self.tr("ลองเลือกทุกคนและทุกเรื่อง หรือช่วงวันที่กว้างขึ้น")
        )
        self._word_chain()

    def _word_chain(self) -> None:
        state = self._state
        self._chain.setVisible(state is not None)
        if state is None:
            return
        if state.whole:
            text = self.tr("ครบถ้วน ไม่มีรายการถูกแก้หรือลบ (%n รายการ)", "", state.entries)
            if state.anchored_at is not None:
                held = self.tr("ยืนยันนอกเครื่องถึงลำดับที่ {number} เมื่อ {when}")
                held = held.replace("{number}", str(state.anchored))
                text += "  ·  " + held.replace("{when}", thai_time.shown_moment(state.anchored_at))
        else:
            first = state.broken if state.broken is not None else state.differs[0]
            text = self.tr("บันทึกถูกแก้หรือถูกตัด ตั้งแต่ลำดับที่ {number} แจ้งผู้ดูแลศูนย์กลางจังหวัด")
            text = text.replace("{number}", str(first))
        tone, role = ("success", "on_success_soft") if state.whole else ("danger", "on_danger_soft")
        self._sign.set_icon("shield-check" if state.whole else "triangle-alert", role)
        self.chain_text.set_text(text)
        restyle(self._chain, tone=tone)
        restyle(self.chain_text)

    def _columns(self) -> list[Column[AuditLine]]:
        words = self._words
        return [
            Column("at", lambda: self.tr("เมื่อ"), lambda e: thai_time.shown_moment(e.at), None, 168),
            Column("who", lambda: self.tr("ใคร"), lambda e: e.author_name, None, 122),
            Column(
                "what", lambda: self.tr("ทำอะไร"), lambda e: event_name(e.event), None, 200,
                hint=lambda e: event_name(e.event),
            ),
            Column("whom", lambda: self.tr("เกี่ยวกับ"), lambda e: e.subject, None, 0,
                   hint=lambda e: e.subject),
            Column("detail", lambda: self.tr("รายละเอียด"), words.detail, None, 150,
                   hint=words.detail, spare=1),
        ]  # fmt: skip

    def _choose(self, learner_id: UUID | None, name: str) -> None:
        self._learner = learner_id
        self._clear_found()
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        if learner_id is not None:
            button = Button(name, "chip", "x")
            button.setToolTip(self.tr("ดูทุกคน"))
            button.clicked.connect(lambda: self._choose(None, ""))
            self._found.addWidget(button)
        self.ask()

    def _clear_found(self) -> None:
        for button in self._whose.findChildren(Button):
            self._found.removeWidget(button)
            button.hide()
            button.deleteLater()

    def _on_export(self) -> None:
        name = f"audit-{clock.today().isoformat()}.xlsx"
        path = file_asking.ask_save(self, self.tr("บันทึกเป็นแฟ้ม"), name, "Excel, CSV (*.xlsx *.csv)")
        if path is not None:
            self.export_wanted.emit(path)

    def redress(self) -> None:
        self.search.setFixedWidth(theme().px(260))
        for choice in (self.who, self.what):
            choice.setMinimumWidth(theme().px(150))


class AuditPresenter:
    """Answers the page with the audit service."""

    def __init__(self, page: AuditPage, services: Services, jobs: Jobs) -> None:
        self._page, self._jobs = page, jobs
        self._audit, self._users, self._lists = services.audit, services.users, services.lists
        page.entered.connect(self.show)
        page.wanted.connect(self.find)
        page.learner_searched.connect(self.search)
        page.export_wanted.connect(self.export)

    def show(self) -> None:
        """Check the chain, and show the newest entries."""
        self._jobs.run(
            lambda _progress: (self._audit.state(), self._users.list(), self._audit.events()),
            lambda answer: self._page.show_state(*answer),
            self._page.show_error,
            owner=self._page,
            supersedes="audit state",
        )
        self.find(self._page.query)

    def find(self, query: AuditQuery) -> None:
        """Read entries."""
        self._jobs.run(
            lambda _progress: self._audit.entries(SHOWN_AT_MOST, query=query),
            self._page.show_lines,
            self._page.show_error,
            owner=self._page,
            supersedes="audit",
        )

    def search(self, text: str) -> None:
        """Find a learner to ask for."""
        if len(text.strip()) < 2:
            self._page.show_learners(())
            return
        self._jobs.run(
            lambda _progress: self._lists.find(LearnerQuery(search=text), limit=3),
            self._page.show_learners,
            self._page.show_error,
            owner=self._page,
            supersedes="audit learner",
        )

    def export(self, path: Path) -> None:
        """Write what is shown into a file."""
        table, english = self._page.file_table(), language() is Language.ENGLISH
        self._jobs.run(
            lambda _progress: self._audit.export(path, table, english=english),
            lambda _nothing: self._page.show_exported(path),
            self._page.show_error,
            owner=self._page,
            lane=WRITES,
        )


def _day(field: ThaiDateField) -> date | None:
    value = field.value()
    try:
        return date.fromisoformat(value.iso()) if value is not None else None
    except ValueError:
        return None
