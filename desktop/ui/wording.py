"""Codes of errors into sentences that say what happened and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.errors import Cancelled, StorageError, TambonError, UserError
from desktop.ui.wording_files import FileWording
from desktop.ui.wording_keys import KeyWording
from desktop.ui.wording_law import LawWording
from desktop.ui.wording_records import RecordWording
from desktop.ui.wording_storage import StorageWording
from desktop.ui.wording_sync import SyncWording


class Wording(QObject):
    """Sentences about opening and keeping data, and for whatever has no sentence of its own."""

    def sentences(self) -> dict[str, str]:
        """Code to sentence, in the language of the moment; `{name}` is filled from the values."""
        return {
            "no_centre_here": self.tr("เครื่องนี้ยังไม่มีศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน"),
            "cannot_open": self.tr("เปิดฐานข้อมูลไม่ได้ ปิดโปรแกรมอื่นที่อาจใช้แฟ้มนี้ แล้วเปิดใหม่"),
            "database_error": self.tr(
                "อ่านหรือเขียนฐานข้อมูลไม่สำเร็จ ข้อมูลเดิมยังอยู่ ตรวจที่ว่างของดิสก์แล้วลองใหม่"
            ),
            "newer_file": self.tr("ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ติดตั้งโปรแกรมรุ่นใหม่แล้วเปิดอีกครั้ง"),
            "not_our_database": self.tr("แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรม ตรวจว่าเลือกโฟลเดอร์ถูกต้อง"),
            "sqlite_too_old": self.tr("ส่วนประกอบฐานข้อมูลเก่าเกินไปและอาจทำข้อมูลเสีย ติดตั้งโปรแกรมใหม่"),
        }

    def general(self, error: Exception) -> str:
        """For an error without words of its own: honest, and with its code for whoever helps."""
        if isinstance(error, StorageError):
            text = self.tr("เก็บหรืออ่านข้อมูลไม่สำเร็จ ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง (รหัส {code})")
            return text.replace("{code}", error.code)
        if isinstance(error, UserError):
            text = self.tr("ทำรายการนี้ไม่ได้ ตรวจข้อมูลแล้วลองอีกครั้ง (รหัส {code})")
            return text.replace("{code}", error.code)
        if isinstance(error, Cancelled):
            return self.tr("หยุดแล้วตามที่สั่ง ไม่มีอะไรค้างครึ่งทาง")
        text = self.tr("โปรแกรมทำงานผิดพลาด ข้อมูลที่บันทึกแล้วยังอยู่ ลองอีกครั้ง ถ้ายังเป็นอยู่ให้แจ้งผู้ดูแล ({kind})")
        return text.replace("{kind}", type(error).__name__)


def sentence(error: Exception) -> str:
    """What to tell the person about `error`, in the language of the moment."""
    wording = Wording()
    if not isinstance(error, TambonError):
        return wording.general(error)
    text = _sentences().get(error.code)
    if text is None:
        return wording.general(error)
    for name, value in error.values.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        text = text.replace("{" + name + "}", shown)
    return text


def known_codes() -> frozenset[str]:
    """Codes that have a sentence of their own."""
    return frozenset(_sentences())


def _sentences() -> dict[str, str]:
    return {
        **Wording().sentences(),
        **KeyWording().sentences(),
        **FileWording().sentences(),
        **RecordWording().sentences(),
        **LawWording().sentences(),
        **SyncWording().sentences(),
        **StorageWording().sentences(),
    }
