"""Sentences about consent, restriction, putting right, and a person's own record."""

from __future__ import annotations

from PySide6.QtCore import QObject


class LawWording(QObject):
    """Code to sentence; `{value}` and others are filled from the values of the error."""

    def sentences(self) -> dict[str, str]:
        """All of them, in the language of the moment."""
        return {
            "consent_nothing_asked": self.tr("เลือกอย่างน้อยหนึ่งเรื่องที่ขอ"),
            "consent_situation_missing": self.tr(
                "ไม่รู้วันเกิด บอกอายุและสถานะของผู้เรียนก่อน จึงจะรู้ว่าใครต้องลงชื่อ"
            ),
            "consent_situation_wrong": self.tr(
                "อายุและสถานะที่เลือกไม่ตรงกับวันเกิดในทะเบียน เลือกใหม่ หรือแก้วันเกิด"
            ),
            "consent_power_missing": self.tr("บอกว่าผู้ลงชื่อลงในฐานะอะไร เช่น ผู้ใช้อำนาจปกครอง หรือเจ้าตัว"),
            "consent_power_wrong": self.tr("คนนี้ลงชื่อในฐานะนี้ไม่ได้ ดูข้อความด้านบนว่าใครต้องลงชื่อ"),
            "consent_carer_cannot": self.tr(
                "ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงชื่อแทนไม่ได้ ขอจากพ่อแม่หรือผู้ปกครองตามคำสั่งศาล"
                " ถ้าติดต่อไม่ได้ ใช้ฐานกฎหมายอื่นพร้อมเหตุผล"
            ),
            "consent_own_agreement_missing": self.tr(
                "เด็กอายุเกิน 10 ปีต้องเห็นด้วยเองด้วย ถามเจ้าตัวแล้วบันทึกคำตอบ"
            ),
            "consent_read_aloud_missing": self.tr(
                "ผู้ที่ไม่ได้ลงลายมือชื่อต้องได้ฟังคำอ่านก่อน อ่านให้ฟังแล้วจึงบันทึก"
            ),
            "consent_recipient_missing": self.tr(
                "บอกชื่อหน่วยงานที่จะส่งข้อมูลให้ ความยินยอมใช้ได้กับหน่วยงานนั้นเท่านั้น"
            ),
            "consent_basis_reason_missing": self.tr("เมื่อไม่ใช้ความยินยอม ต้องบอกเหตุผลที่ใช้ฐานกฎหมายนี้"),
            "consent_date_ahead": self.tr("วันที่ลงชื่อหรือถอนต้องไม่เลยวันนี้"),
            "consent_until_before": self.tr("วันสิ้นสุดต้องไม่มาก่อนวันที่ลงชื่อ"),
            "learner_restricted": self.tr(
                "ข้อมูลของคนนี้ถูกระงับการใช้อยู่ แก้ พิมพ์ หรือส่งออกไม่ได้ ยกเลิกการระงับพร้อมเหตุผลก่อน"
            ),
            "already_restricted": self.tr("ข้อมูลของคนนี้ถูกระงับอยู่แล้ว"),
            "not_restricted": self.tr("ข้อมูลของคนนี้ไม่ได้ถูกระงับ"),
            "nothing_to_rectify": self.tr("ค่าที่ขอแก้เหมือนค่าเดิม ไม่มีอะไรต้องแก้"),
            "export_whom": self.tr("บอกว่าจะส่งออกข้อมูลของใคร"),
            "photo_without_consent": self.tr(
                "ยังไม่มีความยินยอมเรื่องภาพถ่าย ภาพนี้เก็บไว้ดูในเครื่องได้ แต่ส่งออกไม่ได้"
            ),
        }
