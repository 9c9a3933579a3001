"""An edit in words: which field, what it was, what it became."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.models.base import field_of
from desktop.models.framework import Framework
from desktop.services.history import HistoryLine
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.record_names import field_name, kind_name
from desktop.ui.value_words import ValueWords


class EditWords(QObject):
    """Words edits; it is given what names ids: villages, users, the framework."""

    def __init__(self, page: LearnerPage, codes: CodeBook, framework: Framework) -> None:
        super().__init__()
        self._names: dict[str, str] = {str(user.id): user.name for user in page.users}
        for line in page.villages:
            moo = self.tr("หมู่ {moo}").replace("{moo}", line.moo)
            self._names[str(line.id)] = f"{moo} {line.name}".strip()
            for hamlet in line.hamlets:
                self._names[str(hamlet.id)] = hamlet.text("name")
        self._values = ValueWords(codes, framework, self._names)

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
        kind = line.kind
        told = [edit for edit in line.fields if _tells(kind, edit.field)]
        if line.hidden:
            return [(field_name(kind, edit.field), "", self.tr("(ปิดไว้)")) for edit in told]
        said = []
        for edit in told:
            before, after = (self._value(kind, edit.field, v) for v in (edit.before, edit.after))
            if (line.created and not after) or before == after:
                continue
            said.append((field_name(kind, edit.field), before, after))
        return said

    def _about(self, line: HistoryLine) -> str:
        if line.kind == "learner" or not line.label_field:
            return ""
        return self._values.value(line.kind, line.label_field, line.label)

    def _value(self, kind: str, name: str, value: Any) -> str:
        if name == "photo_id":
            return self.tr("ภาพใหม่") if value else ""
        # An id that this page has no name for tells nothing.
        if isinstance(value, UUID) and str(value) not in self._names:
            return ""
        return self._values.value(kind, name, value)


def _tells(kind: str, name: str) -> bool:
    field = field_of(kind, name)
    return field is None or field.told
