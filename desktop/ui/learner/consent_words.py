"""Words of consent: who has to sign and why, and what taking a consent back brings about."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.consent.rules import Signing
from desktop.services.consent.service import Consequence
from desktop.ui.record_names import code_name


class ConsentWords(QObject):
    """Sentences in the language of the screen."""

    def signing(self, signing: Signing) -> str:
        """Say who has to sign, and why."""
        reasons = {
            "child_10": self.tr(
                "อายุไม่เกิน 10 ปี: ผู้ใช้อำนาจปกครองลงชื่อแทนเด็ก ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงแทนไม่ได้"
            ),
            "minor": self.tr(
                "อายุเกิน 10 ปี ไม่ถึง 20 ปี: ต้องได้ทั้งคำตอบตกลงของเจ้าตัว และลายชื่อของผู้ใช้อำนาจปกครอง"
            ),
            "married_minor": self.tr("ยังไม่ถึง 20 ปี แต่สมรสตามกฎหมายแล้ว: เจ้าตัวลงชื่อเอง"),
            "adult": self.tr("อายุ 20 ปีขึ้นไป: เจ้าตัวลงชื่อเอง คนอื่นลงแทนไม่ได้"),
            "incapable": self.tr("ศาลสั่งให้เป็นคนไร้ความสามารถ: ผู้อนุบาลลงชื่อแทน"),
            "quasi_incapable": self.tr("ศาลสั่งให้เป็นคนเสมือนไร้ความสามารถ: ผู้พิทักษ์ลงชื่อ"),
        }
        text = reasons.get(signing.situation)
        if text is None:
            return self.tr("ไม่รู้วันเกิด เลือกอายุและสถานะก่อน จึงจะรู้ว่าใครต้องลงชื่อ")
        if signing.approximate and signing.situation in {"child_10", "minor", "adult"}:
            text += " " + self.tr("(นับจากวันเกิดที่รู้เพียงบางส่วน เลือกใหม่ได้ถ้าไม่ตรง)")
        return text

    def consequence(self, consequence: Consequence) -> str:
        """Say one thing that follows from taking back."""
        return code_name(
            "consequence",
            consequence.code,
            count=consequence.count,
            names=", ".join(consequence.names),
        )
