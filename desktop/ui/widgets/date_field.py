"""A date as far as it is known: typed as 22/11/2569, 11/2569 or 2569, or picked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.dates import ParsedDate, PartialDate, parse_date
from desktop.ui import thai_time
from desktop.ui.theme import theme
from desktop.ui.widgets.adaptive import Adaptive
from desktop.ui.widgets.buttons import IconButton
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.text_fields import TextField
from desktop.ui.widgets.thai_calendar import ThaiCalendar
from resources import clock

_PRECISIONS = ("day", "month", "year", "unknown")


class ThaiDateField(Adaptive, QWidget):
    """Emits a `PartialDate`, or None where nothing is known.

    `edited` follows every key, `changed` each edit that makes a date (or empties the field),
    `autosave` comes when the person leaves it; `problem_changed` carries words and "error" or
    "warning" ("" = fine).
    The text that was typed stays in the field even where it is no date.
    """

    edited = Signal(str)
    changed = Signal(object)
    autosave = Signal(object)
    problem_changed = Signal(str, str)

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        partial: bool = True,
        today: Callable[[], date] = clock.today,
        future: bool = False,
        whole: bool = False,
        ages: bool = False,
    ) -> None:
        """`partial`: offer month, year and unknown; `future`: a date to come is meant; `whole`:
        less than a day is refused; `ages`: somebody's birth, whose age is told beside it.
        """
        super().__init__(parent)
        self._today = today
        self._future = future
        self._whole = whole
        self._ages = ages
        self._value: PartialDate | None = None
        self._saved: PartialDate | None = None
        self._problem = ""
        self._code = ""
        self._precision = QComboBox()
        self._precision.addItems([""] * 4)
        self._line = TextField()
        self._open = IconButton("calendar-days")
        self._about = QCheckBox()
        self._reading = ThaiLabel("", "caption", wrap=False)
        self._calendar: ThaiCalendar | None = None
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._line, 1)
        row.addWidget(self._open)
        row.addWidget(self._precision)
        row.addWidget(self._about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._reading)
        # Hidden only once they have a parent: a widget without one would open as a window.
        show_if(self._precision, partial)
        show_if(self._about, partial)
        self.setFocusProxy(self._line)
        self._line.edited.connect(self._on_edited)
        self._line.editingFinished.connect(self._on_left)
        self._precision.activated.connect(self._on_precision)
        self._about.clicked.connect(self._on_about)
        self._open.clicked.connect(self._on_open)
        self.adapt()

    @property
    def problem(self) -> str:
        """What is wrong with the text, or ""."""
        return self._problem

    @property
    def unreadable(self) -> str:
        """Why the text makes no date, said before the field is left too; "" where it does."""
        words, severity = self._words(self._code)
        return words if severity == "error" else ""

    @property
    def text(self) -> str:
        """The text as typed."""
        return self._line.text()

    def set_text(self, text: str) -> None:
        """Show letters as somebody typed them, who may not have come to the end of a date."""
        self.set_value(None)
        self._line.set_value(text)
        self._read(text)

    @property
    def known_unknown(self) -> bool:
        """Whether the person said that the date is not known (not merely left empty)."""
        return self._precision.currentIndex() == 3

    def value(self) -> PartialDate | None:
        """The date as far as it is known; None when empty, unknown or not readable."""
        return self._value

    def set_value(self, value: PartialDate | None, *, unknown: bool = False) -> None:
        """Show what is stored; says nothing to the signals."""
        self._value = self._saved = value
        self._line.set_value("" if value is None else value.entry())
        self._about.setChecked(value is not None and value.estimated)
        self._show_precision("unknown" if unknown else value.precision if value else "day")
        self._code = ""
        self._set_problem("", "error")
        self._show_reading()

    def flush(self) -> None:
        """Send a date that is not yet saved now."""
        if self._value != self._saved and self._words(self._code)[1] == "warning":
            self._saved = self._value
            self.autosave.emit(self._value)

    def retranslate(self) -> None:
        for place, word in enumerate(
            (self.tr("รู้วัน"), self.tr("รู้แค่เดือน"), self.tr("รู้แค่ปี"), self.tr("ไม่ทราบ"))
        ):
            self._precision.setItemText(place, word)
        self._precision.setAccessibleName(self.tr("รู้วันที่แค่ไหน"))
        self._about.setText(self.tr("ประมาณ"))
        self._open.set_name(self.tr("เปิดปฏิทิน"))
        self._show_placeholder()
        self._show_reading()

    def redress(self) -> None:
        self._line.setMinimumWidth(theme().px(126))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _on_edited(self, text: str) -> None:
        problem, severity = self._read(text)
        self.edited.emit(text)
        # A half-typed date is no mistake yet: an error is said when the person leaves the field.
        self._set_problem(problem if severity == "warning" else "", severity)
        self._show_reading()
        if severity == "warning":
            self.changed.emit(self._value)

    def _read(self, text: str) -> tuple[str, str]:
        read = parse_date(text, today=None if self._future else self._today())
        if self._whole and read.value is not None and read.value.day is None:
            read = ParsedDate(None, "no_such_day" if read.code else "not_whole")
        self._code = read.code
        if read.value is not None:
            about = self._about.isChecked() or read.value.estimated
            value = read.value
            self._value = PartialDate(value.year, value.month, value.day, about)
            self._show_precision(self._value.precision)
        else:
            self._value = None
            if read.code == "unknown":
                self._show_precision("unknown")
        return self._words(read.code)

    def _on_left(self) -> None:
        problem, severity = self._words(self._code)
        self._set_problem(problem, severity)
        self.flush()

    def _on_precision(self, place: int) -> None:
        wanted = _PRECISIONS[place]
        known = self._value
        if wanted == "unknown":
            self._value = None
            self._line.set_value("")
        elif known is not None:
            month = known.month if wanted in {"day", "month"} else None
            day = known.day if wanted == "day" else None
            self._value = PartialDate(known.year, month, day, known.estimated)
            self._line.set_value(self._value.entry())
        self._show_precision(wanted)
        self._code = ""
        self._set_problem("", "error")
        self._show_reading()
        self.changed.emit(self._value)
        self.flush()
        if wanted != "unknown":
            self._line.setFocus()

    def _on_about(self, about: bool) -> None:
        if self._value is not None:
            known = self._value
            self._value = PartialDate(known.year, known.month, known.day, about)
            self._show_reading()
            self.changed.emit(self._value)
            self.flush()

    def _on_open(self) -> None:
        if self._calendar is None:
            self._calendar = ThaiCalendar(self)
            self._calendar.picked.connect(self._on_picked)
        self._calendar.show_day(self._value.first_day if self._value else self._today())
        self._calendar.open_at(self._line)

    def _on_picked(self, day: date) -> None:
        if self._calendar is not None:
            self._calendar.hide()
        self._line.setText(PartialDate.from_date(day).entry())
        self._on_edited(self._line.text())
        self.flush()
        self._line.setFocus()

    def _show_precision(self, precision: str) -> None:
        self._precision.setCurrentIndex(_PRECISIONS.index(precision))
        self._line.setEnabled(precision != "unknown")
        self._open.setEnabled(precision != "unknown")
        self._show_placeholder()

    def _show_placeholder(self) -> None:
        # Letters, not figures: an example in an empty field was taken for what it holds.
        examples = (
            self.tr("วว/ดด/ปปปป"), self.tr("ดด/ปปปป"), self.tr("ปปปป"), self.tr("ไม่ทราบ"),
        )  # fmt: skip
        self._line.setPlaceholderText(examples[max(self._precision.currentIndex(), 0)])

    def _show_reading(self) -> None:
        text = ""
        if self._value is not None:
            text = thai_time.shown_date(self._value)
            age = self._value.age_on(self._today()) if self._ages else None
            if age is not None:
                about = self.tr("อายุราว %n ปี", "", age.years)
                known = self.tr("อายุ %n ปี", "", age.years)
                text += f"  ·  {about if age.approximate else known}"
        self._reading.set_text(text)
        show_if(self._reading, bool(text))

    def _set_problem(self, text: str, severity: str) -> None:
        changed = text != self._problem
        self._problem = text if severity == "error" else ""
        if changed or not text:
            self.problem_changed.emit(text, severity if text else "")

    def _words(self, code: str) -> tuple[str, str]:
        errors = {
            "two_digit_year": self.tr("พิมพ์ปีให้ครบ 4 หลัก เช่น 22/11/2569"),
            "ambiguous": self.tr("อ่านได้สองแบบ พิมพ์ใหม่เป็น วัน/เดือน/ปี พ.ศ."),
            "impossible_year": self.tr("ไม่มีปีนี้ ตรวจปี พ.ศ. อีกครั้ง"),
            "no_such_month": self.tr("พ.ศ. 2483 ไม่มีเดือนมกราคมถึงมีนาคม เลือกรู้แค่ปีได้"),
            "future": self.tr("วันที่นี้ยังมาไม่ถึง ตรวจปี พ.ศ. อีกครั้ง"),
            "no_such_day": self.tr("ไม่มีวันนี้ในปฏิทิน ตรวจอีกครั้ง"),
            "not_whole": self.tr("พิมพ์ให้ครบทั้งวัน เดือน ปี เช่น 22/11/2569"),
            "unreadable": self.tr("พิมพ์เป็น วัน/เดือน/ปี เช่น 22/11/2569 หรือแค่ปี เช่น 2554"),
        }
        warnings = {
            "impossible_day": self.tr("ไม่มีวันนี้ในเดือน เก็บไว้เฉพาะที่อ่านได้"),
            "impossible_month": self.tr("ไม่มีเดือนนี้ เก็บไว้เฉพาะปี"),
            "day_month_swapped": self.tr("สลับวันกับเดือนให้แล้ว ตรวจอีกครั้ง"),
            "old_calendar": self.tr("ปีแบบเก่าที่เริ่ม 1 เมษายน ตรวจกับเอกสารอีกครั้ง"),
            "estimated_from_age": self.tr("คิดจากอายุ เป็นปีโดยประมาณ"),
            "long_ago": self.tr("นานกว่า 115 ปีแล้ว ตรวจปีอีกครั้ง"),
        }
        if code in errors:
            return errors[code], "error"
        return warnings.get(code, ""), "warning"
