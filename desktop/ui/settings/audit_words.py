"""What each audit entry says, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.audit import AuditLine
from desktop.ui.code_book import CodeBook
from desktop.ui.settings.users_page import role_label


class AuditWords(QObject):
    """Words of events and of what is noted beside them."""

    def done(self, code: str) -> str:
        """What was done; a code of a newer program as itself."""
        return self._events().get(code, code)

    def known(self) -> frozenset[str]:
        """The events that have words."""
        return frozenset(self._events())

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

    def _events(self) -> dict[str, str]:
        return {
            "private_seen": self.tr("เปิดดูข้อมูลอ่อนไหว"),
            "private_changed": self.tr("แก้ข้อมูลอ่อนไหว"),
            "exported": self.tr("ส่งออกเป็นแฟ้ม"),
            "printed_plans": self.tr("พิมพ์แผน"),
            "printed_register": self.tr("พิมพ์ทะเบียน"),
            "printed_summary": self.tr("พิมพ์สรุป"),
            "person_record_printed": self.tr("พิมพ์ระเบียนทั้งหมดของบุคคล"),
            "person_record_exported": self.tr("ส่งออกระเบียนทั้งหมดของบุคคล"),
            "consent_recorded": self.tr("บันทึกความยินยอม"),
            "consent_withdrawn": self.tr("ถอนความยินยอม"),
            "document_saved": self.tr("บันทึกเอกสารออกเป็นแฟ้ม"),
            "rectified": self.tr("แก้ให้ถูกตามคำขอ"),
            "learner_restricted": self.tr("ระงับการใช้ข้อมูล"),
            "restriction_lifted": self.tr("เลิกระงับการใช้ข้อมูล"),
            "learner_erased": self.tr("ลบข้อมูลของบุคคล"),
            "learners_anonymised": self.tr("ทำให้ไม่ระบุตัวบุคคล"),
            "part_erased": self.tr("ลบข้อมูลบางส่วนของบุคคล"),
            "erasure_received": self.tr("ลบตามคำขอจากเครื่องอื่น"),
            "erasure_confirmed": self.tr("ยืนยันว่าลบจากที่เก็บแล้ว"),
            "kept_longer": self.tr("เก็บต่อพร้อมเหตุผล"),
            "retention_set": self.tr("ตั้งระยะเวลาเก็บ"),
            "breach_pack": self.tr("ทำชุดข้อมูลแจ้งเหตุรั่วไหล"),
            "user_added": self.tr("เพิ่มผู้ใช้"),
            "user_changed": self.tr("แก้ผู้ใช้"),
            "user_deactivated": self.tr("ปิดการใช้งานผู้ใช้"),
            "user_activated": self.tr("เปิดการใช้งานผู้ใช้"),
            "passcode_given": self.tr("ให้รหัสผ่าน"),
            "passcode_changed": self.tr("เปลี่ยนรหัสผ่านของตน"),
            "passcode_recovered": self.tr("ตั้งรหัสใหม่ด้วยใบกู้คืน"),
            "recovery_made": self.tr("ทำใบกู้คืน"),
            "recovery_put_away": self.tr("เก็บใบกู้คืนแล้ว"),
            "recovery_given_to_hub": self.tr("ฝากการกู้คืนไว้กับจังหวัด"),
            "urgent_opened": self.tr("เปิดเรื่องเร่งด่วน"),
            "urgent_seen": self.tr("เปิดอ่านเรื่องเร่งด่วน"),
            "urgent_changed": self.tr("แก้เรื่องเร่งด่วน"),
            "urgent_noted": self.tr("บันทึกในเรื่องเร่งด่วน"),
            "urgent_named": self.tr("เปลี่ยนคนที่อ่านเรื่องเร่งด่วนได้"),
            "urgent_state": self.tr("เปลี่ยนสถานะเรื่องเร่งด่วน"),
            "urgent_handed_over": self.tr("มอบเรื่องเร่งด่วนให้คนใหม่"),
            "audit_exported": self.tr("ส่งออกบันทึกการตรวจสอบ"),
            "old_copy": self.tr("พบว่าแฟ้มข้อมูลเป็นสำเนาเก่า"),
            "writes_lost": self.tr("พบว่าการเขียนท้าย ๆ หายไป"),
            "restored": self.tr("กู้คืนจากสำเนา"),
        }
