"""The centre's own words for the codes of lists: another label, or not offered."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout

from desktop.models import vocabulary
from desktop.models.vocabulary import Term, Vocabulary
from desktop.ui.settings.page import Page, put
from desktop.ui.theme import theme
from desktop.ui.translation import Language, language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import TextField

# The lists that people meet in forms, the most used first.
LISTS = (
    "target_groups", "leaving_reasons", "risk_flags", "pathways", "languages", "contact_kinds",
    "provider_types", "relations", "status", "case_steps", "levels", "document_kinds",
    "identity_papers", "disability_education", "disability_welfare", "disadvantaged_types",
    "welfare", "religions", "treatment_rights", "electricity", "water_sources", "phone_signal",
)  # fmt: skip


class _Table(DataTable[Term]):
    def __init__(self) -> None:
        columns: list[Column[Term]] = [
            Column(
                "label",
                lambda: self.tr("คำที่ใช้"),
                lambda row: row.label(language().value),
                width=0,
                icon=lambda row: ("eye-off", "muted") if row.hidden else None,
            ),
        ]
        super().__init__(DataclassTableModel(columns, lambda row: row.code))
        self.view.setSortingEnabled(False)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("คำในรายการ"))


class WordsPage(Page):
    """`list_wanted(name)`, `worded(list, code, th, en, hidden)`, `added(list, words)`."""

    list_wanted = Signal(str)
    worded = Signal(str, str, str, str, bool)
    added = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(scrolls=False)
        self._vocabulary: Vocabulary | None = None
        self._code = ""
        self.lists = ChoiceField()
        self.table = _Table()
        self.thai, self.english = TextField(), TextField()
        self.thai_row, self.english_row = FormRow(self.thai), FormRow(self.english)
        self.offered = QCheckBox()
        self._shipped = ThaiLabel("", "caption")
        self.new_word = TextField()
        self.add_button = Button("", "secondary", "plus")
        self._card = Card()
        body = self._card.body
        body.setSpacing(10)
        for part in (self.thai_row, self.english_row):
            body.addWidget(part)
        body.addWidget(self.offered, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self._shipped)
        body.addStretch(1)
        more = QHBoxLayout()
        more.addWidget(self.new_word, 1)
        more.addWidget(self.add_button)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.lists)
        left.addWidget(self.table, 1)
        left.addLayout(more)
        row = Folding()
        row.add(left, 5)
        row.add(Scrolling(self._card), 4)
        self.content.addWidget(row, 1)
        self.lists.chosen.connect(self.list_wanted)
        self.table.current_changed.connect(self._show_term)
        self.thai.autosave.connect(lambda _text: self._save())
        self.english.autosave.connect(lambda _text: self._save())
        self.offered.toggled.connect(lambda _on: self._save())
        self.add_button.clicked.connect(self._on_add)
        self.new_word.returnPressed.connect(self._on_add)
        self.adapt()

    def show_list(self, words: Vocabulary) -> None:
        """Show a list; the word chosen stays chosen."""
        changed = self._vocabulary is None or self._vocabulary.name != words.name
        self._vocabulary = words
        self.lists.set_value(words.name)
        self.table.model.set_rows(list(words.terms))
        self.table.show_table()
        if words.terms and (changed or not self._code):
            self.table.go_to(words.terms[0].code)
        else:
            self._show_term(self._code)

    @property
    def wanted(self) -> str:
        """The list to show."""
        return self._vocabulary.name if self._vocabulary is not None else LISTS[0]

    def retranslate(self) -> None:
        self.set_words(
            self.tr("คำเรียกในรายการ"),
            self.tr("เปลี่ยนคำให้เป็นคำที่ใช้กันจริง รหัสข้างในไม่เปลี่ยน ข้อมูลเดิมไม่หาย"),
        )
        thai = language() is Language.THAI
        self.lists.set_choices(
            [(n, v.th if thai else v.en) for n, v in ((n, vocabulary.load(n)) for n in LISTS)]
        )
        self.lists.setAccessibleName(self.tr("รายการ"))
        self.thai_row.set_words(self.tr("ภาษาไทย"))
        self.english_row.set_words(self.tr("ภาษาอังกฤษ"))
        self.offered.setText(self.tr("ให้เลือกได้ในแบบฟอร์ม"))
        self.new_word.setPlaceholderText(self.tr("คำใหม่ของศูนย์"))
        self.new_word.setAccessibleName(self.tr("คำใหม่ในรายการนี้"))
        self.add_button.setText(self.tr("เพิ่ม"))
        self._show_term(self._code)

    def redress(self) -> None:
        super().redress()
        # The words of an empty table are wider than the table needs to be.
        self.table.setMinimumWidth(theme().px(300))

    def flush(self) -> None:
        self.thai.flush()
        self.english.flush()

    def _show_term(self, code: object) -> None:
        words = self._vocabulary
        if words is None or not isinstance(code, str) or code not in words:
            return
        if code != self._code:
            self.flush()
        self._code = code
        term = words.term(code)
        self._card.set_title(term.label(language().value))
        for field, text in ((self.thai, term.th), (self.english, term.en)):
            put(field, text)
        self.offered.blockSignals(True)
        self.offered.setChecked(not term.hidden)
        self.offered.blockSignals(False)
        shipped = vocabulary.load(words.name)
        if code in shipped:
            text = self.tr("คำเดิม: {words} · ลบข้อความจนว่างเพื่อกลับไปใช้คำเดิม")
            self._shipped.set_text(text.replace("{words}", shipped.label(code, language().value)))
        else:
            self._shipped.set_text(self.tr("คำนี้เป็นของศูนย์เอง"))

    def _save(self) -> None:
        words = self._vocabulary
        if words is None or not self._code:
            return
        th, en = self.thai.value().strip(), self.english.value().strip()
        shipped = vocabulary.load(words.name)
        if self._code in shipped:
            # The shipped word is no word of the centre's own: it may be bettered by an update.
            th = "" if th == shipped.term(self._code).th else th
            en = "" if en == shipped.term(self._code).en else en
        self.worded.emit(words.name, self._code, th, en, not self.offered.isChecked())

    def _on_add(self) -> None:
        word = self.new_word.value().strip()
        if word and self._vocabulary is not None:
            self.new_word.set_value("")
            self.added.emit(self._vocabulary.name, word)
