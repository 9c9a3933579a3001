"""Words about sync: kinds of records, how a conversation ended, sizes, values in conflict."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from desktop import wording
from desktop.ui.code_book import CodeBook
from desktop.ui.record_names import code_name
from desktop.ui.translation import language
from desktop.ui.value_words import ValueWords


class SyncWords(QObject):
    """The sentences; they stand together so that they are worded alike.

    `values` words what stands in fields: set it to speak in the centre's own words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.values = ValueWords(CodeBook())

    def outcome(self, code: str) -> str:
        """How a conversation ended, in a few words."""
        return wording.outcome(code, language())

    def taken_after_all(self, count: int) -> str:
        """What is said after what was set aside was tried again."""
        return self.tr("รับได้แล้ว %n รายการ", "", count)

    def reopened(self, count: int) -> str:
        """What is said after so many decisions were taken back."""
        return self.tr("ย้อนแล้ว %n เรื่อง กลับไปอยู่ในรายการที่ต้องเลือก", "", count)

    def set_aside(self, kind: str, reason: str, *, own: bool) -> tuple[str, str]:
        """Why a change was set aside, and what to do."""
        why = reason.partition(":")[0]
        text = wording.set_aside(kind, reason, language())
        if why in ("too_large", "too_long"):
            return text, self.tr("ย่อข้อความหรือภาพ แล้วบันทึกใหม่ จะส่งเอง")
        if why == "kind_changed":
            return text, self.tr("แจ้งผู้ดูแลพร้อมแฟ้มวินิจฉัย ข้อมูลในเครื่องนี้ยังอยู่")
        if own:
            return text, self.tr("บันทึกรายการนั้นใหม่อีกครั้ง ถ้ายังไม่ได้ ให้แจ้งผู้ดูแล")
        return text, self.tr("ติดตั้งโปรแกรมรุ่นใหม่ แล้วกด ลองรับใหม่")

    def decided(self, count: int) -> str:
        """What is said after so many conflicts were decided."""
        return self.tr("เลือกแล้ว %n เรื่อง จะส่งไปให้ทุกเครื่อง", "", count)

    def ended(self, field: str) -> str:
        """Label of a record's end that met an edit."""
        return self.tr("รวมกับคนอื่น") if field == "merged_into" else self.tr("เอาออกหรือเก็บไว้")

    def end(self, field: str) -> str:
        """The side that ended a record."""
        return self.tr("รวมกับคนอื่น") if field == "merged_into" else self.tr("เอาออกจากรายการ")

    def chosen(self, decided: str, who: str) -> str:
        """What was decided, and by whom."""
        text = code_name("conflict_decided", decided)
        return f"{text} · {who}" if who else text

    def size(self, count: int) -> str:
        """Bytes as people say them."""
        if count < 1_000:
            return self.tr("%n ไบต์", "", count)
        if count < 1_000_000:
            return self.tr("{size} กิโลไบต์").replace("{size}", f"{count / 1000:.1f}")
        if count < 1_000_000_000:
            return self.tr("{size} เมกะไบต์").replace("{size}", f"{count / 1_000_000:.1f}")
        return self.tr("{size} กิกะไบต์").replace("{size}", f"{count / 1_000_000_000:,.1f}")

    def part(self, kind: str, field: str, value: Any, name: str) -> str:
        """A value of a conflict: by the name of what it points at, where it points."""
        if name:
            return name
        if isinstance(value, bytes):
            return self.tr("(ไม่มีชื่อ)")
        return self.value(kind, field, value)

    def value(self, kind: str, field: str, value: Any) -> str:
        """A stored value as a person reads it."""
        if field == "deleted" and isinstance(value, bool):
            return self.tr("เอาออกจากรายการ") if value else self.tr("เก็บไว้")
        return self.values.value(kind, field, value)
