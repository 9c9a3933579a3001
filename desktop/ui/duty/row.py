"""One day or night of the roster: who, where they answer, for which villages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.services.duty.records import CanAnswer, DutyLine
from desktop.ui.duty.words import DutyWords
from desktop.ui.settings.page import put
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.labels import IconLabel, ThaiLabel
from desktop.ui.widgets.text_fields import TextField


class DutyRow(Adaptive, QWidget):
    """`changed(values)`: what a person said of it, by field."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line: DutyLine | None = None
        self._people: Sequence[CanAnswer] = ()
        self._codes: Mapping[str, str] = {}
        self.sign, self.label = IconLabel("sun", "muted", 18), ThaiLabel("", "field", wrap=False)
        self.who, self.phone, self.area = ChoiceField(), TextField(), TextField()
        self.problem = ThaiLabel("", "error")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.label, 3)
        row.addWidget(self.who, 5)
        row.addWidget(self.phone, 3)
        row.addWidget(self.area, 3)
        row.addWidget(self.problem)
        self.problem.hide()
        self.who.chosen.connect(lambda key: self.changed.emit({"who": key}))
        self.phone.autosave.connect(lambda text: self.changed.emit({"phone": text}))
        self.area.autosave.connect(lambda text: self.changed.emit({"area": text}))
        self.adapt()

    def show_line(
        self, line: DutyLine, people: Sequence[CanAnswer], spans: Mapping[str, str], *, may: bool
    ) -> None:
        """Show a day or a night; what is being typed of the same one stays."""
        same = self.line is not None and (self.line.on, self.line.span) == (line.on, line.span)
        self.line, self._people, self._codes = line, people, spans
        with QSignalBlocker(self.who):
            self.retranslate()
            self.who.set_value(_key(line))
        for field, text in ((self.phone, line.own_phone), (self.area, line.area)):
            if same:
                put(field, text)
            else:
                field.set_value(text)
            field.setEnabled(may and line.taken)
        self.who.setEnabled(may)
        self.say("")

    def say(self, text: str) -> None:
        """Say what is wrong with it; "" takes that away."""
        self.problem.set_text(text)
        self.problem.setVisible(bool(text))

    def flush(self) -> None:
        """Store what is half typed."""
        self.phone.flush()
        self.area.flush()

    def retranslate(self) -> None:
        line = self.line
        if line is None:
            return
        words = DutyWords()
        night = line.span == "night"
        self.sign.set_icon("moon" if night else "sun", "muted")
        said = f"{words.day(line.on)} {self._codes.get(line.span, '')}"
        self.label.set_text(said)
        nobody = ("", self.tr("ยังไม่มี"))
        listed = [(each.key, each.name) for each in self._people]
        key = _key(line)
        if key and key not in {known for known, _name in listed}:
            listed.append((key, words.who(line)))
        self.who.set_choices([nobody, *listed])
        self.who.setAccessibleName(said)
        self.phone.setPlaceholderText(line.phone or self.tr("โทรศัพท์"))
        self.phone.setAccessibleName(self.tr("โทรศัพท์คืนนั้น"))
        self.area.setPlaceholderText(self.tr("ทั้งตำบล"))
        self.area.setAccessibleName(self.tr("ดูแลหมู่ใด"))


def _key(line: DutyLine) -> str:
    if line.user_id is not None:
        return f"user:{line.user_id.hex}"
    return f"person:{line.person_id.hex}" if line.person_id is not None else ""
