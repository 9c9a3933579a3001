"""What is noted beside an audit entry, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.audit import AuditLine
from desktop.ui.code_book import CodeBook
from desktop.ui.settings.users_page import role_label


class AuditWords(QObject):
    """Words of what is noted beside an event."""

    def detail(self, line: AuditLine) -> str:
        """What is noted beside it: how many, which state, which purpose."""
        parts = []
        detail = line.detail
        count = detail.get("count", detail.get("learners", detail.get("records")))
        if isinstance(count, int):
            parts.append(self.tr("%n รายการ", "", count))
        if detail.get("sensitive"):
            parts.append(self.tr("รวมข้อมูลอ่อนไหว"))
        if detail.get("role"):
            parts.append(role_label(str(detail["role"])))
        if detail.get("state"):
            parts.append(CodeBook().label("urgent_states", detail["state"]))
        if detail.get("purpose"):
            parts.append(CodeBook().label("consent_purposes", detail["purpose"]))
        return "  ·  ".join(parts)
