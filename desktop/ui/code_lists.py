"""The centre's code lists and stored days in the language of the screens."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.models.vocabulary import Vocabulary, load
from desktop.ui import thai_time
from desktop.ui.translation import language
from desktop.ui.widgets.choice_popup import Choice


class CodeLists:
    """Labels and choices; lists that the centre has not changed come as shipped."""

    def __init__(self, lists: Mapping[str, Vocabulary] | None = None) -> None:
        self._lists = dict(lists or {})

    def label(self, name: str, code: object) -> str:
        """The label of a code, "" for nothing; a code that is not in the list as itself."""
        text = "" if code is None else str(code)
        return self._list(name).label(text, language().value) if text else ""

    def labels(self, name: str, codes: object) -> str:
        """The labels of several codes with commas between."""
        if not isinstance(codes, list | tuple):
            return self.label(name, codes)
        return ", ".join(self.label(name, code) for code in codes)

    def choices(self, name: str) -> list[Choice]:
        """What can be chosen, in its order."""
        return [(term.code, term.label(language().value)) for term in self._list(name).shown]

    def _list(self, name: str) -> Vocabulary:
        return self._lists.get(name) or load(name)


class DayWords(QObject):
    """How far away a day is."""

    def away(self, day: date, today: date) -> str:
        """`วันนี้`, `เมื่อวาน`, `12 วันก่อน`, `อีก 3 วัน`; beyond two months in months."""
        days = thai_time.days_between(day, today)
        if days == 0:
            return self.tr("วันนี้")
        if days == 1:
            return self.tr("เมื่อวาน")
        if days == -1:
            return self.tr("พรุ่งนี้")
        if days > 60:
            return self.tr("%n เดือนก่อน", "", days // 30)
        if days > 0:
            return self.tr("%n วันก่อน", "", days)
        if days < -60:
            return self.tr("อีก %n เดือน", "", -days // 30)
        return self.tr("อีก %n วัน", "", -days)


def shown_iso(text: object) -> str:
    """An ISO day as it is shown, as far as known; "" for nothing."""
    if not text:
        return ""
    try:
        return thai_time.shown_date(PartialDate.from_iso(str(text)))
    except ValueError:  # of a newer or broken record: shown as it came
        return str(text)


def whole_day(text: object) -> date | None:
    """An ISO day, None where it is not known to the day."""
    try:
        return date.fromisoformat(str(text)) if text and len(str(text)) == 10 else None
    except ValueError:
        return None
