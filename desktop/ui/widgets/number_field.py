"""A number as people write it: Thai digits and commas too; money in baht with its satang."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.models.text import digits
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.text_fields import TextField

NumberKind = Literal["count", "amount", "baht", "satang"]
Number = int | float

_MOST = 10**12


class NumberField(Adaptive, TextField):
    """`settled(number or None)` when the person pauses or leaves it, unless it is no number.

    `problem_changed` carries words and "error". What was typed stays in the field even where it
    is no number.
    """

    settled = Signal(object)
    problem_changed = Signal(str, str)

    def __init__(
        self,
        kind: NumberKind = "count",
        parent: QWidget | None = None,
        *,
        least: Number | None = 0,
        most: Number | None = None,
    ) -> None:
        """`satang`: whole satang, shown and typed as baht with two decimals."""
        super().__init__("", parent)
        self._kind, self._least, self._most = kind, least, most
        self._unit = ThaiLabel("", "muted", wrap=False)
        show_if(self._unit, kind in ("baht", "satang"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 10, 0)
        row.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._problem = ""
        self.edited.connect(lambda _text: self._say(""))
        self.autosave.connect(lambda _text: self._settle())
        self.editingFinished.connect(self._on_left)
        self.adapt()

    @property
    def problem(self) -> str:
        """What is wrong with the text, or ""."""
        return self._read()[1]

    def number(self) -> Number | None:
        """The number; None when the field is empty or holds no number."""
        return self._read()[0]

    def set_number(self, number: Number | None) -> None:
        """Show what is stored; says nothing to `settled`."""
        self.set_value(self._shown(number))
        self._say("")

    def retranslate(self) -> None:
        self._unit.set_text(self.tr("บาท") if self._kind in ("baht", "satang") else "")
        self.redress()

    def redress(self) -> None:
        room = self._unit.sizeHint().width() + 12 if self._unit.typed else 0
        self.setTextMargins(0, 0, room, 0)

    def _settle(self) -> None:
        number, problem = self._read()
        self._say(problem)
        if not problem:
            self.settled.emit(number)

    def _on_left(self) -> None:
        number, problem = self._read()
        self._say(problem)
        if not problem:
            self.set_value(self._shown(number))

    def _say(self, problem: str) -> None:
        if problem != self._problem:
            self._problem = problem
            self.problem_changed.emit(problem, "error" if problem else "")

    def _read(self) -> tuple[Number | None, str]:
        """The number, and what is wrong where there is none."""
        text = digits(self.text()).replace(",", "").replace("บาท", "").replace("฿", "").strip()
        if not text:
            return None, ""
        whole, _, part = text.lstrip("-").partition(".")
        if not (whole + part).isdecimal() or text.count("-") > 1:
            return None, self.tr("พิมพ์เป็นตัวเลข เช่น {example}").replace(
                "{example}", {"count": "12", "amount": "2.5"}.get(self._kind, "1,250")
            )
        if self._kind in ("count", "baht") and part.strip("0"):
            return None, self.tr("พิมพ์เป็นจำนวนเต็ม ไม่มีจุดทศนิยม")
        if self._kind == "satang" and len(part.rstrip("0")) > 2:
            return None, self.tr("สตางค์มีสองหลัก เช่น 1,250.50")
        number: Number
        if self._kind == "satang":
            number = int(whole or "0") * 100 + int(part[:2].ljust(2, "0"))
        elif self._kind == "amount" and part.strip("0"):
            number = float(f"{whole or '0'}.{part}")
        else:
            number = int(whole or "0")
        if text.startswith("-"):
            number = -number
        return (None, problem) if (problem := self._beyond(number)) else (number, "")

    def _beyond(self, number: Number) -> str:
        least, most = self._least, self._most
        if (least is None or number >= least) and (most is None or number <= most):
            return "" if abs(number) < _MOST else self.tr("ตัวเลขใหญ่เกินไป ตรวจอีกครั้ง")
        if most is None:
            return self.tr("ต้องไม่น้อยกว่า {least}").replace("{least}", self._shown(least))
        text = self.tr("ค่าที่เป็นไปได้คือ {least} ถึง {most}")
        return text.replace("{least}", self._shown(least)).replace("{most}", self._shown(most))

    def _shown(self, number: Number | None) -> str:
        if number is None:
            return ""
        if self._kind == "satang":
            return f"{number / 100:,.2f}"
        if isinstance(number, float) and not number.is_integer():
            return f"{number:,}"
        return f"{int(number):,}"
