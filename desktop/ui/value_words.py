"""What stands in a field, in the words of the screens: labels for codes, names for ids, days."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.base import field_of
from desktop.models.fields import Field
from desktop.models.framework import Framework, load
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.record_names import code_name
from desktop.ui.translation import language
from resources.words.names import of_newer


class ValueWords(QObject):
    """Words values of any kind of record.

    Args:
        codes: the code lists of the centre.
        framework: of HETT, the shipped one without it.
        names: what ids lead to, by the id as text.
    """

    def __init__(
        self,
        codes: CodeBook,
        framework: Framework | None = None,
        names: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        self._codes, self._framework = codes, framework or load()
        self._names = names or {}

    def value(self, kind: str, name: str, value: Any) -> str:
        """A field's value as a person reads it, "" for nothing."""
        field = field_of(kind, name)
        # What only a newer version knows is shown as it came.
        return self._shown(field or Field("line", name=name), value)

    def _shown(self, field: Field, value: Any) -> str:
        if value is None or value == "":
            return ""
        if isinstance(value, bool):
            return self.tr("ใช่") if value else self.tr("ไม่ใช่")
        if isinstance(value, list | tuple):
            return ", ".join(self._shown(field, each) for each in value)
        if isinstance(value, Mapping):
            # What a review found of a goal stands there under the names of the goal's fields.
            owner = "goal" if field.name == "goal_results" else ""
            parts = ((field_of(owner, str(key)) or field, each) for key, each in value.items())
            return ", ".join(self._shown(part, each) for part, each in parts)
        if field.name == "language" and field.type == "plain":
            return code_name("paper_language", str(value))
        if field.vocabularies:
            return self._codes.of_field(field, value)
        match field.type:
            case "hett":
                return self._hett(field.vocabulary, str(value))
            case "day":
                return thai_time.shown_iso(value)
            case "moment":
                return thai_time.shown_moment(datetime.fromtimestamp(value / 1000, UTC))
            case "months":
                return thai_time.month_name(int(value), short=True)
            case "link" | "links":
                return self._named(value)
        if isinstance(value, UUID | bytes):
            return self._named(value)
        return f"{value:,}" if isinstance(value, int) and abs(value) > 9999 else str(value)

    def _hett(self, part: str, code: str) -> str:
        known = self._framework.dimensions if part == "dimensions" else self._framework.indicators
        found = next((each for each in known if each.code == code), None)
        return found.label(language().value) if found else of_newer(code, language())

    def _named(self, value: Any) -> str:
        try:
            leads_to = UUID(bytes=value) if isinstance(value, bytes) else UUID(str(value))
        except ValueError:
            return self.tr("ข้อมูลในเครื่อง")
        return self._names.get(str(leads_to)) or self.tr("รายการอื่น")
