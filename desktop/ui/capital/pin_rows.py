"""The pins of a map as a list: what each number is, and moving it or taking it off."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.capital.maps import Pin
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.showing import show_if


class _Name(Button):
    """What stands there; `reached()` when it gets the keyboard."""

    reached = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()


class PinRows(Adaptive, QWidget):
    """`opened(capital_id)`, `reached(pin_id)`, `move_wanted(capital_id)`, `off_wanted(pin_id)`."""

    opened = Signal(object)
    reached = Signal(object)
    move_wanted = Signal(object)
    off_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pins: Sequence[Pin] = ()
        self._may_edit = False
        self.names: dict[UUID, Button] = {}
        self.moves: dict[UUID, IconButton] = {}
        self.offs: dict[UUID, IconButton] = {}
        self._none = ThaiLabel("", "muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addLayout(self._list)
        self.adapt()

    def show_pins(self, pins: Sequence[Pin], *, may_edit: bool) -> None:
        """Show these; who has the keyboard in a row has it again in the row of the same pin."""
        held = next((pin for pin, name in self.names.items() if name.hasFocus()), None)
        self._pins, self._may_edit = pins, may_edit
        clear_layout(self._list)
        self.names, self.moves, self.offs = {}, {}, {}
        for pin in pins:
            self._list.addWidget(self._row(pin))
        show_if(self._none, not pins)
        self.retranslate()
        if held in self.names:
            give_keyboard(self.names[held])

    def take_keyboard(self, pin_id: UUID) -> None:
        """Go to the row of a pin."""
        if pin_id in self.names:
            give_keyboard(self.names[pin_id])

    def retranslate(self) -> None:
        self._none.set_text(self.tr("ยังไม่มีหมุด กดที่ภาพตรงที่มีทุน แล้วเลือกว่าคืออะไร"))
        for pin in self._pins:
            name = pin.capital.name
            said = f"{pin.number}. {name}"
            self.names[pin.id].setText(said)
            self.names[pin.id].setAccessibleName(
                " · ".join(filter(None, (said, pin.capital.place, pin.capital.owner)))
            )
            self.moves[pin.id].set_name(self.tr("ย้ายหมุด {name}").replace("{name}", name))
            self.offs[pin.id].set_name(self.tr("เอาหมุด {name} ออก").replace("{name}", name))

    def _row(self, pin: Pin) -> QWidget:
        line = QWidget()
        name = self.names[pin.id] = _Name("", "link")
        move = self.moves[pin.id] = IconButton("map-pin")
        off = self.offs[pin.id] = IconButton("x")
        name.clicked.connect(partial(self.opened.emit, pin.capital.id))
        name.reached.connect(partial(self.reached.emit, pin.id))
        move.clicked.connect(partial(self.move_wanted.emit, pin.capital.id))
        off.clicked.connect(partial(self.off_wanted.emit, pin.id))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignLeft)
        row.addStretch(1)
        for button in (move, off):
            row.addWidget(button)
            show_if(button, self._may_edit)
        return line
