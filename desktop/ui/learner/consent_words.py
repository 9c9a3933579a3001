"""Words of consent: who has to sign and why, and what taking a consent back brings about."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.consent.rules import Signing
from desktop.services.consent.service import Consequence


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
        names = ", ".join(consequence.names)
        count = consequence.count
        texts = {
            "photos_stay_inside": self.tr(
                "ภาพถ่าย %n ภาพจะไม่ถูกพิมพ์หรือส่งออก เก็บไว้ในเครื่องเท่านั้น", "", count
            ),
            "sharing_stops": self.tr("หยุดส่งข้อมูลให้ {names}").replace(
                "{names}", names or self.tr("หน่วยงานที่รับส่งต่อ")
            ),
            "actions_to_settle": self.tr(
                "งานในแผนที่หน่วยงานนี้รับไว้ %n งาน ต้องตกลงกันใหม่: {names}", "", count
            ).replace("{names}", names)
            if count
            else self.tr("ไม่มีงานในแผนที่หน่วยงานนี้รับไว้"),
            "plans_to_settle": self.tr(
                "แผนที่ยังเปิดอยู่ (ฉบับที่ {names}) ต้องตกลงกับผู้เรียนว่าจะทำต่ออย่างไร"
            ).replace("{names}", names)
            if count
            else self.tr("ไม่มีแผนที่เปิดอยู่"),
            "plans_not_exported": self.tr("แผนของคนนี้จะไม่ออกไปกับตารางที่ส่งออก"),
            "left_out_of_counts": self.tr("คนนี้จะไม่ถูกนับในรายงานที่ออกนอกศูนย์"),
            "sensitive_stays_inside": self.tr("ข้อมูลอ่อนไหวของคนนี้จะไม่ถูกพิมพ์หรือส่งออก"),
            "service_goes_on": self.tr("การช่วยเหลือและบริการไม่เปลี่ยน คำตอบเดิมยังอยู่ในประวัติ"),
        }
        return texts.get(consequence.code, consequence.code)
