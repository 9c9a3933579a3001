"""What was noticed about the database file when the centre was opened, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject


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
