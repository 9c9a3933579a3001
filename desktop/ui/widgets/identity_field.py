"""A person's number: thirteen digits, G code or none; what looks wrong may be confirmed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.identity import Identity, parse_identity
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.text_fields import TextField


class IdentityField(Adaptive, TextField):
    """Emits an `Identity` by `changed` (each edit) and `settled` (when the person leaves it).

    `problem_changed` carries words and "warning" or "error". A number that fails its check digit
    is only warned of: `confirm()` (a FormRow calls it) accepts it as it stands.
    """

    changed = Signal(object)
    settled = Signal(object)
    problem_changed = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._confirmed = ""
        self._said = ""
        self.edited.connect(self._on_number_edited)
        self.autosave.connect(lambda: self.settled.emit(self.identity()))
        self.editingFinished.connect(self._on_number_left)
        self.adapt()

    @property
    def confirmed(self) -> bool:
        """Whether the person said that this very number is right though it looks wrong."""
        return bool(self._confirmed) and self._confirmed == self.identity().value

    def identity(self) -> Identity:
        """What the text is, as far as it can be read."""
        return parse_identity(self.text())

    def set_identity(self, shown: str, *, confirmed: bool = False) -> None:
        """Show a stored number; says nothing to the signals but `problem_changed`."""
        self.set_value(parse_identity(shown).display)
        self._confirmed = self.identity().value if confirmed else ""
        self._tell(on_leaving=True)

    def confirm(self) -> None:
        """Accept the number as it stands."""
        self._confirmed = self.identity().value
        self._tell(on_leaving=True)
        self.changed.emit(self.identity())
        self.settled.emit(self.identity())

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("เลข 13 หลัก หรือรหัส G · เว้นว่างได้"))
        self._tell(on_leaving=bool(self._said))

    def _on_number_edited(self) -> None:
        self._tell(on_leaving=False)
        self.changed.emit(self.identity())

    def _on_number_left(self) -> None:
        identity = self.identity()
        if identity.kind in {"national", "g_code"} and self.text() != identity.display:
            self.setText(identity.display)
        self._tell(on_leaving=True)

    def _tell(self, *, on_leaving: bool) -> None:
        identity = self.identity()
        text, severity = "", ""
        # Twelve digits are no mistake while the thirteenth is still to come.
        if identity.warnings and not self.confirmed:
            warned = identity.warnings[0]
            if identity.kind == "unreadable":
                if on_leaving:
                    text, severity = self._words(warned), "warning"
            else:
                text, severity = self._words(warned), "warning"
        if text != self._said:
            self._said = text
            self.problem_changed.emit(text, severity)

    def _words(self, warning: str) -> str:
        return {
            "checksum": self.tr("เลขนี้ไม่ผ่านการตรวจ มักเป็นเพราะพิมพ์ผิดหนึ่งตัว ตรวจกับเอกสารอีกครั้ง"),
            "filler": self.tr("เลขนี้เหมือนพิมพ์เพื่อเติมช่อง ถ้าไม่มีเลข เว้นว่างไว้ได้"),
            "leading_zero_restored": self.tr("เติมเลข 0 ข้างหน้าให้แล้ว ตรวจอีกครั้ง"),
            "destroyed": self.tr("ตารางคำนวณปัดเลขนี้ไปแล้ว พิมพ์ใหม่จากเอกสาร"),
            "wrong_length": self.tr("เลขประจำตัวมี 13 หลัก รหัส G มีตัว G กับ 12 หลัก"),
        }.get(warning, "")
