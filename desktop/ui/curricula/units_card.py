"""The units of a curriculum, each a line that opens to its form, with the hours of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from desktop.services.entries import Entry
from desktop.ui.curricula.words import CurriculumWords
from desktop.ui.forms.record_list import Pill, RecordList
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.record_names import kinds_name
from desktop.ui.widgets.adaptive import Adaptive

UNIT = (
    FieldSpec("name", span=12, required=True),
    FieldSpec("number", span=6),
    FieldSpec("hours", span=6),
    FieldSpec("method", span=12),
)


class UnitsCard(Adaptive, RecordList):
    """What a record list says, with the sum of the hours below its heading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._hours: float | None = None
        super().__init__("curriculum_unit", UNIT, self._told, ("name",), parent)
        self.adapt()

    def show_units(
        self, units: Sequence[Entry], hours: float | None, *, locked: bool, keep: bool
    ) -> None:
        """Show the units; `locked`: they stay as they are."""
        self._hours = hours
        self.lock(locked)
        self.show_entries(units, keep=keep)
        self.retranslate()

    def retranslate(self) -> None:
        total = CurriculumWords().hours(self._hours)
        self.set_words(
            kinds_name("curriculum_unit"),
            self.tr("รวม {hours}").replace("{hours}", total) if total else "",
            self.tr("เพิ่มหน่วย"),
            self.tr("ยังไม่มีหน่วยการเรียน"),
        )

    def _told(self, values: Mapping[str, Any]) -> tuple[str, str, Sequence[Pill]]:
        name, number, hours = (values.get(each) for each in ("name", "number", "hours"))
        if not name:
            return "", "", ()
        title = f"{number}. {name}" if number else str(name)
        return title, CurriculumWords().hours(hours), ()
