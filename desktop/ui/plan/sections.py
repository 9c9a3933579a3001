"""Parts of the document that are not plain fields: facts, HETT, pathway, review, signatures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from desktop.services.entries import Entry
from desktop.services.hett.records import HettPicture
from desktop.ui.code_book import CodeBook
from desktop.ui.thai_time import shown_iso
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.hett_radar import HettRadar, RadarLevels
from desktop.ui.widgets.hett_style import DimensionMark, dimensions
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.text_fields import TextField

ROLES = ("learner", "guardian", "facilitator", "dole", "lao")


class FactGrid(QWidget):
    """Labelled facts in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)

        self._labels: list[tuple[ThaiLabel, ThaiLabel]] = []

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these."""
        if len(facts) == len(self._labels):
            for (name, value), (label, text) in zip(self._labels, facts, strict=True):
                name.set_text(label)
                value.set_text(text)
            return
        clear_layout(self._grid)
        self._labels = []
        top = Qt.AlignmentFlag.AlignTop
        for number, (label, text) in enumerate(facts):
            line, side = divmod(number, 2)
            name = ThaiLabel(label, "muted", wrap=False)
            name.setMinimumWidth(theme().px(100))
            value = ThaiLabel(text)
            self._grid.addWidget(name, line, side * 2, top)
            self._grid.addWidget(value, line, side * 2 + 1, top)
            self._labels.append((name, value))


class HettSection(Adaptive, QWidget):
    """Section 4: the radar, and the level of each dimension in figures."""

    assess_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = HettPicture({}, {}, {}, ())
        self.radar = HettRadar()
        self._levels = {each.code: ThaiLabel("", wrap=False) for each in dimensions()}
        self._when = ThaiLabel("", "muted")
        self.assess = Button("", "secondary", "radar")
        words = QGridLayout()
        words.setVerticalSpacing(6)
        words.setHorizontalSpacing(12)
        for line, each in enumerate(dimensions()):
            words.addWidget(DimensionMark(each.code), line, 0)
            words.addWidget(self._levels[each.code], line, 1)
        words.setColumnStretch(1, 1)
        right = QVBoxLayout()
        right.addStretch(1)
        right.addLayout(words)
        right.addSpacing(8)
        right.addWidget(self._when)
        right.addWidget(self.assess, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        row = Folding(20)
        row.add(self.radar)
        row.add(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        self.assess.clicked.connect(self.assess_wanted)
        self.adapt()

    def show_picture(self, picture: HettPicture) -> None:
        """Show first, last and target."""
        self._picture = picture
        self.radar.show_levels(RadarLevels(picture.last, picture.first, picture.target))
        self.retranslate()

    def retranslate(self) -> None:
        picture = self._picture
        for code, label in self._levels.items():
            last, target = picture.last.get(code), picture.target.get(code)
            said = self.tr("ยังไม่ประเมิน") if last is None else f"{last:.1f}"
            if target is not None:
                aim = self.tr("{now} → เป้าหมาย {target}").replace("{target}", f"{target:g}")
                said = aim.replace("{now}", said)
            label.set_text(said)
        self.radar.setVisible(bool(picture.rounds))
        if picture.rounds:
            day = shown_iso(picture.rounds[-1].on)
            self._when.set_text(self.tr("ประเมินล่าสุด {date}").replace("{date}", day))
            self.assess.setText(self.tr("ดูการประเมิน"))
        else:
            self._when.set_text(self.tr("ยังไม่เคยประเมิน คุยสี่ด้านของชีวิตด้วยกันก่อนตั้งเป้าหมาย"))
            self.assess.setText(self.tr("ไปประเมิน HETT"))

    def redress(self) -> None:
        self.radar.setFixedSize(theme().px(370), theme().px(300))


class ReviewList(Adaptive, QWidget):
    """Section 14: what each review said, the newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews: tuple[Entry, ...] = ()
        self._codes = CodeBook()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self.adapt()

    def show_reviews(self, reviews: Sequence[Entry], codes: CodeBook) -> None:
        """Show these."""
        self._reviews, self._codes = tuple(reviews), codes
        self.retranslate()

    def retranslate(self) -> None:
        clear_layout(self._column)
        if not self._reviews:
            self._column.addWidget(ThaiLabel(self.tr("ยังไม่เคยทบทวน"), "muted"))
        for review in sorted(self._reviews, key=lambda each: each.text("on"), reverse=True):
            head = QHBoxLayout()
            head.setSpacing(8)
            head.addWidget(ThaiLabel(shown_iso(review.text("on")), "strong", wrap=False))
            if review.text("result"):
                label = self._codes.label("review_results", review.text("result"))
                head.addWidget(StatusPill(label, "info", "circle-check"))
            head.addWidget(ThaiLabel(review.text("by_name"), "muted", wrap=False))
            head.addStretch(1)
            self._column.addLayout(head)
            for text in (review.text("adjustment"), self._said(review.text("learner_says"))):
                if text:
                    self._column.addWidget(ThaiLabel(text))

    def _said(self, text: str) -> str:
        return self.tr("เขาบอกว่า “{text}”").replace("{text}", text) if text else ""


class SignatureLine(Adaptive, QFrame):
    """One who signs: a dotted line to be noted, or who signed and when.

    `signed(values)`, `unsigned(signature id)`.
    """

    signed = Signal(object)
    unsigned = Signal(object)

    def __init__(self, role: str) -> None:
        super().__init__()
        self.role = role
        self._label = ""
        self._suggested = ""
        self._signature: Entry | None = None
        self._allowed = True
        self._role = ThaiLabel("", "strong")
        self._who = ThaiLabel("")
        self.note = Button("", "secondary", "signature")
        self.take_back = Button("", "quiet", "undo-2")
        self.form = QWidget()
        self.name, self.position = TextField(), TextField()
        self.day = ThaiDateField(partial=False)
        self.thumb = QCheckBox()
        self.first, self.second = TextField(), TextField()
        self.save, self.cancel = Button("", "primary", "check"), Button("", "secondary")
        self._name_row, self._position_row = FormRow(self.name), FormRow(self.position)
        self._day_row = FormRow(self.day)
        self.first_row, self.second_row = FormRow(self.first), FormRow(self.second)
        self._lay_out()
        self.note.clicked.connect(self._on_open)
        self.take_back.clicked.connect(self._on_take_back)
        self.thumb.toggled.connect(self._show_witnesses)
        self.cancel.clicked.connect(lambda: self.form.hide())
        self.save.clicked.connect(self._on_save)
        self.adapt()

    def show_signature(
        self, label: str, signature: Entry | None, suggested: str, *, allowed: bool
    ) -> None:
        """Show who signed, or offer to note it; `suggested` is the likely name."""
        self._label, self._signature, self._suggested = label, signature, suggested
        self._allowed = allowed
        if signature is not None:
            self.form.hide()
        self.retranslate()

    def retranslate(self) -> None:
        self._role.set_text(self._label)
        self._who.set_text(self._worded())
        self.note.setText(self.tr("บันทึกว่าลงชื่อแล้ว"))
        self.note.setVisible(self._signature is None and self._allowed)
        self.take_back.setText(self.tr("ยังไม่ได้ลงชื่อ"))
        self.take_back.setToolTip(self.tr("เอาการลงชื่อที่บันทึกผิดออก"))
        self.take_back.setVisible(self._signature is not None and self._allowed)
        self._name_row.set_words(self.tr("ชื่อผู้ลงชื่อ"))
        self._position_row.set_words(self.tr("ตำแหน่ง (ถ้ามี)"))
        self._day_row.set_words(self.tr("ลงชื่อวันที่"))
        self.thumb.setText(self.tr("พิมพ์ลายนิ้วมือแทนการลงชื่อ (ต้องมีพยาน 2 คน)"))
        self.first_row.set_words(self.tr("พยานคนที่ 1"))
        self.second_row.set_words(self.tr("พยานคนที่ 2"))
        self.save.setText(self.tr("บันทึกการลงชื่อ"))
        self.cancel.setText(self.tr("ยกเลิก"))
        for button in (self.note, self.take_back):
            button.setAccessibleDescription(self._label)

    def redress(self) -> None:
        self._role.setFixedWidth(theme().px(158))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._role)
        head.addWidget(self._who, 1)
        head.addWidget(self.note)
        head.addWidget(self.take_back)
        grid = QGridLayout(self.form)
        grid.setContentsMargins(0, 4, 0, 8)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(self._name_row, 0, 0)
        grid.addWidget(self._position_row, 0, 1)
        grid.addWidget(self._day_row, 1, 0)
        grid.addWidget(self.thumb, 2, 0, 1, 2)
        grid.addWidget(self.first_row, 3, 0)
        grid.addWidget(self.second_row, 3, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        grid.addLayout(buttons, 4, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.form)
        self.form.hide()
        self._show_witnesses(False)

    def _worded(self) -> str:
        if self._signature is None:
            return "." * 44
        values = self._signature
        parts = [values.text("name"), values.text("position"), shown_iso(values.text("signed_on"))]
        if values.values.get("thumbprint"):
            names = " · ".join(values.values.get("witnesses") or ())
            parts.append(self.tr("ลายนิ้วมือ พยาน {names}").replace("{names}", names))
        return " · ".join(part for part in parts if part)

    def _on_open(self) -> None:
        if not self.name.value():
            self.name.set_value(self._suggested)
        self.form.show()
        self.name.setFocus()

    def _on_take_back(self) -> None:
        if self._signature is not None:
            self.unsigned.emit(self._signature.id)

    def _show_witnesses(self, on: bool) -> None:
        self.first_row.setVisible(on)
        self.second_row.setVisible(on)

    def _on_save(self) -> None:
        witnesses = [name.value().strip() for name in (self.first, self.second)]
        if self.thumb.isChecked():
            missing = self.tr("พิมพ์ชื่อพยาน")
            self.first_row.set_error("" if witnesses[0] else missing)
            self.second_row.set_error("" if witnesses[1] else missing)
            if not all(witnesses):
                return
        day = self.day.value()
        values: dict[str, object] = {
            "name": self.name.value().strip(),
            "position": self.position.value().strip(),
            "thumbprint": self.thumb.isChecked(),
            "witnesses": witnesses if self.thumb.isChecked() else [],
        }
        if day is not None:
            values["signed_on"] = day.iso()
        self.signed.emit(values)


class Signatures(QWidget):
    """Section 16. `signed(role, values)`, `unsigned(id)`."""

    signed = Signal(str, object)
    unsigned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.lines = {role: SignatureLine(role) for role in ROLES}
        for role, line in self.lines.items():
            column.addWidget(line)
            line.signed.connect(lambda values, role=role: self.signed.emit(role, values))
            line.unsigned.connect(self.unsigned)

    def show_signatures(
        self,
        signatures: Sequence[Entry],
        codes: CodeBook,
        names: dict[str, str],
        *,
        allowed: bool,
    ) -> None:
        """Show who signed; `names` by role are suggested."""
        latest: dict[str, Entry] = {each.text("role"): each for each in signatures}
        for role, line in self.lines.items():
            label = codes.label("signature_roles", role)
            line.show_signature(label, latest.get(role), names.get(role, ""), allowed=allowed)
