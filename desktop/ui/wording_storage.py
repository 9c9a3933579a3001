"""Sentences for the disk, the database file, backups and what was noticed about them."""

from __future__ import annotations

from PySide6.QtCore import QObject


class StorageWording(QObject):
    """Code to sentence; `{name}` is filled from the values of the error."""

    def sentences(self) -> dict[str, str]:
        """All of them, in the language of the moment."""
        return {
            "disk_nearly_full": self.tr(
                "ดิสก์เหลือที่ว่าง {free} MB ยังไม่รับแฟ้มใหญ่ ข้อความยังบันทึกได้ ลบแฟ้มที่ไม่ใช้แล้วลองใหม่"
            ),
            "disk_error": self.tr("ดิสก์อ่านหรือเขียนไม่ได้ สิ่งที่พิมพ์ค้างยังอยู่ ตรวจสายหรือไดรฟ์แล้วบันทึกอีกครั้ง"),
            "database_locked": self.tr(
                "โปรแกรมอื่นใช้ข้อมูลอยู่ สิ่งที่พิมพ์ค้างยังอยู่ ปิดหน้าต่างอื่นของโปรแกรมนี้แล้วลองใหม่"
            ),
            "database_read_only": self.tr(
                "โฟลเดอร์ข้อมูลเขียนไม่ได้ สิ่งที่พิมพ์ค้างยังอยู่ ขอสิทธิ์เขียนแล้วบันทึกอีกครั้ง"
            ),
            "database_damaged": self.tr(
                "แฟ้มข้อมูลเสียหาย อย่าลบอะไร กู้คืนจากสำเนาล่าสุด โปรแกรมจะช่วยนำงานที่ยังไม่ได้ส่งกลับมา"
            ),
            "restore_unfinished": self.tr(
                "การกู้คืนครั้งก่อนค้างอยู่และอ่านบันทึกไม่ได้ อย่าลบโฟลเดอร์ข้อมูล ขอให้ผู้ดูแลช่วย"
            ),
        }


class StorageNotices(QObject):
    """What to say of something that was noticed when the centre was opened."""

    def text(self, code: str, when: str, missing: int) -> str:
        """A sentence for a notice, in the language of the moment."""
        if code == "old_copy":
            said = self.tr("ข้อมูลในเครื่องเก่ากว่าที่เคยบันทึกไว้เมื่อ {time} อาจมีสำเนาเก่าถูกวางทับ")
        else:
            said = self.tr("งานที่บันทึกถึง {time} หายไปบางส่วน อาจเพราะไฟดับหรือแฟ้มถูกลบ")
        said = said.replace("{time}", when)
        if missing:
            said += " " + self.tr("ขาดไป %n รายการ", "", missing)
        return said + " " + self.tr("โปรแกรมเริ่มนับเลขชุดใหม่แล้ว ไม่มีเลขซ้ำ")
