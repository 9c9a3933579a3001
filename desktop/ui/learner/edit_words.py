"""An edit in words: which field, what it was, what it became."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.models.framework import Framework
from desktop.services.history import FieldEdit, HistoryLine
from desktop.services.record_values import CODED, CODED_LISTS
from desktop.ui import thai_time
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.translation import language

_LEARNER_CODES = {
    "sex": "sex",
    "status": "status",
    "case_step": "case_steps",
    "close_reason": "close_reasons",
    "trace_result": "trace_results",
    "level_completed": "levels",
    "level_last": "levels",
    "level_current": "levels",
    "mother_tongue": "languages",
    "talk_language": "languages",
}
_MEMBERSHIPS = {"learner_group": "target_groups", "leaving_reason": "leaving_reasons"}
_STATES = {"plan": "plan_status"}
# Fields that only tie records together say nothing to a person.
_SILENT = frozenset(
    {"learner_id", "plan_id", "goal_id", "assessment_id", "position", "framework", "size",
     "framework_version", "sha256", "media_type", "assessor_id", "extra", "previous_id",
     "record_id", "stamp", "record_kind", "fields", "carer_id"}
)  # fmt: skip


class EditWords(QObject):
    """Words edits; it is given what names ids: villages, users, the framework."""

    def __init__(self, page: LearnerPage, codes: CodeBook, framework: Framework) -> None:
        super().__init__()
        self._codes, self._framework = codes, framework
        self._names: dict[str, str] = {str(user.id): user.name for user in page.users}
        for line in page.villages:
            moo = self.tr("หมู่ {moo}").replace("{moo}", line.moo)
            self._names[str(line.id)] = f"{moo} {line.name}".strip()
            for hamlet in line.hamlets:
                self._names[str(hamlet.id)] = hamlet.text("name")

    def heading(self, line: HistoryLine) -> str:
        """What was done to what: `เพิ่ม ผู้ดูแล · หน่อแอริ`."""
        about = self._about(line)
        if any(edit.field == "deleted" and edit.after for edit in line.fields):
            what = self.tr("เอาออก: {kind}")
        elif line.created:
            what = self.tr("เพิ่ม: {kind}")
        else:
            what = self.tr("แก้: {kind}")
        what = what.replace("{kind}", kind_name(line.kind))
        return f"{what} · {about}" if about else what

    def edits(self, line: HistoryLine) -> list[tuple[str, str, str]]:
        """Field, before and after in words; fields that say nothing are left out."""
        if line.kind == "learner_private":
            return [(field_name(line.kind, e.field), "", self.tr("(ปิดไว้)")) for e in line.fields
                    if e.field not in _SILENT]  # fmt: skip
        said = []
        for edit in line.fields:
            if edit.field in _SILENT or edit.field == "deleted":
                continue
            before, after = (
                self._value(line.kind, edit, edit.before),
                self._value(line.kind, edit, edit.after),
            )
            if (line.created and not after) or before == after:
                continue
            said.append((field_name(line.kind, edit.field), before, after))
        return said

    def _about(self, line: HistoryLine) -> str:
        if line.kind in _MEMBERSHIPS:
            return self._codes.label(_MEMBERSHIPS[line.kind], line.label)
        if line.kind == "risk_flag":
            return self._codes.label("risk_flags", line.label)
        if line.kind == "rating":
            return self._indicator(line.label)
        if line.kind == "assessment":
            return self._codes.label("rounds", line.label)
        return "" if line.kind == "learner" else line.label

    def _indicator(self, code: str) -> str:
        try:
            return self._framework.indicator(code).label(language().value)
        except KeyError:  # of a newer framework
            return code

    def _value(self, kind: str, edit: FieldEdit, value: Any) -> str:
        name = edit.field
        if value is None or value == "" or value == []:
            return ""
        if isinstance(value, bool):
            return self.tr("ใช่") if value else self.tr("ไม่ใช่")
        if name == "photo_id":
            return self.tr("ภาพใหม่")
        if isinstance(value, UUID):
            return self._names.get(str(value), self.tr("รายการอื่น"))
        if name == "indicator":
            return self._indicator(str(value))
        vocabulary = self._vocabulary(kind, name)
        if vocabulary:
            return self._codes.labels(vocabulary, value)
        if isinstance(value, Mapping):
            return ", ".join(str(each) for each in value.values())
        if isinstance(value, list):
            return ", ".join(
                str(each.get("name", "")) if isinstance(each, Mapping) else str(each)
                for each in value
            )
        return self._date(name, str(value))

    def _vocabulary(self, kind: str, name: str) -> str:
        if kind == "learner":
            return _LEARNER_CODES.get(name, "")
        if name == "code" and kind in _MEMBERSHIPS:
            return _MEMBERSHIPS[kind]
        if name == "status" and kind in _STATES:
            return _STATES[kind]
        return CODED.get(kind, {}).get(name) or CODED_LISTS.get(kind, {}).get(name, "")

    def _date(self, name: str, text: str) -> str:
        try:
            return thai_time.shown_date(PartialDate.from_iso(text)) if len(text) > 4 or name in {
                "birth", "started", "ended", "last_left", "since"
            } else text  # fmt: skip
        except ValueError:
            return text
