"""What long work is doing, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject


class ProgressWording(QObject):
    """Code to a few words; an unknown code says nothing rather than show itself."""

    def words(self, code: str) -> str:
        """In the language of the moment."""
        return {
            "backup": self.tr("คัดลอกข้อมูล"),
            "restore": self.tr("เปิดและนับสำเนา"),
            "migration": self.tr("กำลังปรับแฟ้มข้อมูล"),
            "gathering": self.tr("รวบรวมข้อมูล"),
            "matching": self.tr("เทียบกับคนที่มีอยู่"),
            "pages_printing": self.tr("ส่งหน้ากระดาษไปเครื่องพิมพ์"),
            "plans_composing": self.tr("จัดหน้าแผน"),
            "plans_drawing": self.tr("วาดหน้ากระดาษ"),
            "plans_gathering": self.tr("รวบรวมแผน"),
            "reading": self.tr("อ่านแฟ้ม"),
            "search_rows": self.tr("กำลังจัดคำค้นใหม่"),
            "storing": self.tr("บันทึก"),
            "writing": self.tr("เขียนแฟ้ม"),
        }.get(code, "")


def doing(code: str) -> str:
    """What `code` of a progress means."""
    return ProgressWording().words(code)
