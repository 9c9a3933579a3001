"""One choice or several from a code list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.icons import GAP, icon
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choice_popup import Choice, ChoicePopup, unlisted
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.showing import show_if

# Up to so many choices are seen at a glance; beyond them one types.
AT_A_GLANCE = 8
_BESIDE = 4  # pixels at 100 % that Qt leaves beside the words
_SHIFT, _KEYPAD = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.KeypadModifier


class ChoiceField(Adaptive, QComboBox):
    """One code out of a list. `chosen` carries the code that the person picked.

    Set again with `set_choices` when the language changes: the code stays.
    """

    chosen = Signal(str)

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: list[Choice] = []
        self._listed: Sequence[Choice] = ()
        self._popup: ChoicePopup | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda place: self.chosen.emit(self._choices[place][0]))
        self.set_choices(choices)
        self.adapt()

    def value(self) -> str:
        """The code chosen, or ""."""
        place = self.currentIndex()
        return self._choices[place][0] if place >= 0 else ""

    def set_value(self, code: str) -> None:
        """Show the choice with `code`; one that is no longer in the list is kept."""
        codes = [known for known, _ in self._choices]
        if code and code not in codes:
            label = unlisted(code, self._listed)
            self._choices.append((code, label))
            self.addItem(label)
            codes.append(code)
        self.setCurrentIndex(codes.index(code) if code in codes else -1)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the list; what was chosen stays chosen."""
        chosen = self.value() if self._choices else ""
        self._listed, self._choices = choices, list(choices)
        self.clear()
        self.addItems([label for _, label in self._choices])
        self.set_value(chosen)

    def retranslate(self) -> None:
        self.setPlaceholderText(self.tr("เลือก"))

    def showPopup(self) -> None:
        self._open("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # With Ctrl or Alt a letter is a command, and none of the list's.
        typed = event.modifiers() & ~(_SHIFT | _KEYPAD) == Qt.KeyboardModifier.NoModifier
        if typed and event.text().strip() and event.text().isprintable():
            self._open(event.text())
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and not self.toolTip() and self._cut() is not None:
            QToolTip.showText(QCursor.pos(), self.currentText(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        cut = self._cut()
        if cut is None:
            super().paintEvent(event)
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = cut
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _cut(self) -> str | None:
        """What is chosen with … at its end where there is no room for all of it, else None."""
        text, option = self.currentText(), QStyleOptionComboBox()
        self.initStyleOption(option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        shown = self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - theme().px(_BESIDE)
        )
        return None if shown == text else shown

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel over a form scrolls the form; it must not change an answer in passing.
        event.ignore()

    def _open(self, typed: str) -> None:
        if len(self._choices) <= AT_A_GLANCE and not typed:
            super().showPopup()
            return
        if self._popup is None:
            self._popup = ChoicePopup(self)
            self._popup.picked.connect(self._on_picked)
        self._popup.open_under(self, self._choices, self.value(), typed)

    def _on_picked(self, code: str) -> None:
        self.set_value(code)
        self.chosen.emit(code)
        self.setFocus()


class MultiChoice(Adaptive, QWidget):
    """Several codes out of a list, as chips.

    A short list shows every choice to be taken or left; from a long one the chosen are shown,
    and a button finds more by typing. `changed` carries a tuple of codes in the list's order.
    """

    changed = Signal(object)

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choices: Sequence[Choice] = ()
        self._chosen: set[str] = set()
        self._chips: dict[str, Button] = {}
        self._popup: ChoicePopup | None = None
        self._add = Button("", "quiet", "plus")
        self._add.clicked.connect(self._on_add)
        host = QVBoxLayout(self)
        host.setContentsMargins(0, 0, 0, 0)
        self._flow_host = QWidget()
        self._flow = FlowLayout(self._flow_host, 6)
        self._flow.addWidget(self._add)
        host.addWidget(self._flow_host)
        self.set_choices(choices)
        self.adapt()

    @property
    def short(self) -> bool:
        """Whether all choices are shown."""
        return len(self._choices) <= AT_A_GLANCE

    @property
    def first(self) -> Button:
        """Where the keyboard begins here."""
        return next(iter(self._chips.values())) if self.short and self._chips else self._add

    def value(self) -> tuple[str, ...]:
        """The codes chosen, in the order of the list."""
        known = [code for code, _ in self._choices if code in self._chosen]
        return (*known, *sorted(self._chosen.difference(known)))

    def set_value(self, codes: Sequence[str]) -> None:
        """Show these as chosen; codes no longer in the list are kept."""
        self._chosen = set(codes)
        self._show()

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace the list; what was chosen stays chosen."""
        self._choices = choices
        self._show()

    def retranslate(self) -> None:
        self._add.setText(self.tr("เพิ่ม"))
        self._show()

    def redress(self) -> None:
        self._show()

    def _show(self) -> None:
        labels = dict(self._choices)
        wanted = self._at_hand()
        wanted += [code for code in self.value() if code not in wanted]
        for code in [code for code in self._chips if code not in wanted]:
            chip = self._chips.pop(code)
            self._flow.removeWidget(chip)
            chip.deleteLater()
        for place, code in enumerate(wanted):
            made = self._chips.get(code)
            if made is None:
                made = Button("", "chip")
                made.setCheckable(True)
                made.clicked.connect(lambda _checked, code=code: self._toggle(code))
                self._flow.insert_widget(place, made)
                self._chips[code] = made
            taken = code in self._chosen
            label = self._worded(code, labels.get(code) or unlisted(code, self._choices))
            made.setText(label)
            made.setChecked(taken)
            # A mark as well as a colour says which are chosen.
            mark = ("check" if self.short else "x") if taken else "plus"
            role = "on_primary_soft" if taken else "muted"
            made.setIcon(icon(mark, role, beside_word=True))
            size = theme().px(16)
            made.setIconSize(QSize(round(size * (1 + GAP)), size))
            made.setAccessibleName(
                label if self.short else self.tr("เอา {choice} ออก").replace("{choice}", label)
            )
        # Chips are made later than what stands behind them, and Tab would come to them last: they
        # take the place of the button, which goes behind them.
        chips = [self._chips[code] for code in wanted]
        for before, after in pairwise((self._add, *chips, self._add) if chips else ()):
            QWidget.setTabOrder(before, after)
        show_if(self._add, not self.short or len(wanted) < len(self._choices))
        self._lead_in(self._chips[wanted[0]] if self.short and wanted else self._add)
        self.updateGeometry()

    def _at_hand(self) -> list[str]:
        """The codes that are shown whether they are chosen or not."""
        return [code for code, _ in self._choices] if self.short else []

    def _lead_in(self, first: Button) -> None:
        # Never a hidden one: Tab would stop before it for ever.
        self.setFocusProxy(first)

    def _worded(self, code: str, label: str) -> str:
        return label

    def _toggle(self, code: str) -> None:
        self._chosen.symmetric_difference_update({code})
        self._show()
        if code not in self._chips:
            self._add.setFocus()
        self.changed.emit(self.value())

    def _on_add(self) -> None:
        if self._popup is None:
            self._popup = ChoicePopup(self, stays=True)
            self._popup.picked.connect(self._on_picked)
        self._popup.open_under(self._add, self._left())

    def _left(self) -> list[Choice]:
        return [(code, label) for code, label in self._choices if code not in self._chosen]

    def _on_picked(self, code: str) -> None:
        self._chosen.add(code)
        self._show()
        if self._popup is not None:
            self._popup.set_choices(self._left())
        self.changed.emit(self.value())


class FilterChips(MultiChoice):
    """Filters over a list, with counts where they are known.

    Args:
        most: of so many those that leave most rows are shown; a button has the others.
    """

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        parent: QWidget | None = None,
        *,
        most: int | None = None,
    ) -> None:
        self._counts: dict[str, int] = {}
        self._most = most
        super().__init__(choices, parent)

    @property
    def short(self) -> bool:
        """Filters are shown to be taken or left."""
        return True

    def retranslate(self) -> None:
        super().retranslate()
        self._add.setText(self.tr("อื่น ๆ"))

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Show how many rows each filter would leave."""
        self._counts = dict(counts)
        self._show()

    def _at_hand(self) -> list[str]:
        codes = super()._at_hand()
        frequent = sorted(codes, key=lambda code: -self._counts.get(code, 0))[: self._most]
        return [code for code in codes if code in frequent]

    def _left(self) -> list[Choice]:
        return [
            (code, self._worded(code, label))
            for code, label in self._choices
            if code not in self._chips
        ]

    def _lead_in(self, first: Button) -> None:
        """Filters are passed by Tab one by one, each in its place."""

    def _worded(self, code: str, label: str) -> str:
        return f"{label} ({self._counts[code]:,})" if code in self._counts else label
