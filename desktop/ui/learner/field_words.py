"""Names of records and of their fields as people say them, for forms and for the edit history."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject

from desktop.ui.translation import Language, language


class FieldWords(QObject):
    """The words; a class of its own so that they stand together in the translation."""

    def kinds(self) -> dict[str, str]:
        """Kind of record to its name."""
        return {
            "learner": self.tr("ข้อมูลผู้เรียนรู้"),
            "learner_private": self.tr("ข้อมูลอ่อนไหว"),
            "learner_code": self.tr("เลขหรือเอกสาร"),
            "household": self.tr("ครัวเรือน"),
            "carer": self.tr("ผู้ดูแล"),
            "consent": self.tr("ความยินยอม"),
            "education": self.tr("ประวัติการเรียน"),
            "learner_group": self.tr("กลุ่มเป้าหมาย"),
            "leaving_reason": self.tr("เหตุที่ไม่ได้เรียน"),
            "risk_flag": self.tr("สัญญาณเสี่ยง"),
            "contact": self.tr("บันทึกการพบ"),
            "document": self.tr("เอกสาร"),
            "assessment": self.tr("รอบประเมิน HETT"),
            "rating": self.tr("ระดับ HETT"),
            "plan": self.tr("แผนรายบุคคล"),
            "goal": self.tr("เป้าหมายในแผน"),
            "action": self.tr("กิจกรรมในแผน"),
            "review": self.tr("การทบทวนแผน"),
            "signature": self.tr("ลายมือชื่อ"),
            "plan_print": self.tr("การพิมพ์แผน"),
            "rectification": self.tr("การแก้ให้ถูกตามคำขอ"),
            "urgent_case": self.tr("กรณีเร่งด่วน"),
            "urgent_note": self.tr("บันทึกกรณีเร่งด่วน"),
        }

    def common(self) -> dict[str, str]:
        """Fields that are called the same wherever they stand."""
        return {
            "title": self.tr("คำนำหน้า"),
            "given": self.tr("ชื่อ"),
            "middle": self.tr("ชื่อกลาง"),
            "surname": self.tr("นามสกุล"),
            "nickname": self.tr("ชื่อเล่น"),
            "own_name": self.tr("ชื่อในภาษาของตน"),
            "call_as": self.tr("เรียกว่า"),
            "former_names": self.tr("ชื่อเดิม (บรรทัดละชื่อ)"),
            "sex": self.tr("เพศ"),
            "birth": self.tr("วันเกิดเท่าที่รู้"),
            "birth_estimated": self.tr("วันเกิดโดยประมาณ"),
            "birth_text": self.tr("วันเกิดตามที่บอก"),
            "status": self.tr("สถานะ"),
            "case_step": self.tr("ขั้นของการดูแล"),
            "close_reason": self.tr("เหตุที่ปิด"),
            "trace_result": self.tr("ผลการตามหา"),
            "village": self.tr("หมู่บ้าน"),
            "village_id": self.tr("หมู่บ้าน"),
            "hamlet_id": self.tr("หย่อมบ้าน"),
            "household_id": self.tr("ครัวเรือน"),
            "house_number": self.tr("บ้านเลขที่"),
            "address": self.tr("ที่อยู่เพิ่มเติม"),
            "phone": self.tr("โทรศัพท์"),
            "mother_tongue": self.tr("ภาษาแม่"),
            "talk_language": self.tr("ภาษาที่ใช้คุย"),
            "interpreter_needed": self.tr("ต้องมีล่าม"),
            "level_completed": self.tr("จบสูงสุด"),
            "level_last": self.tr("ชั้นที่เรียนล่าสุด"),
            "last_place": self.tr("เรียนล่าสุดที่"),
            "last_left": self.tr("ออกเมื่อ"),
            "level_current": self.tr("ชั้นที่เรียนอยู่"),
            "current_place": self.tr("เรียนอยู่ที่"),
            "interests": self.tr("ความสนใจและความฝัน"),
            "occupation": self.tr("อาชีพ"),
            "facilitator_id": self.tr("ครูพี่เลี้ยง"),
            "photo_id": self.tr("ภาพประจำตัว"),
            "registered_on": self.tr("วันที่รับเข้าทะเบียน"),
            "verified_on": self.tr("ตรวจสอบล่าสุด"),
            "note": self.tr("หมายเหตุ"),
            "merged_into": self.tr("รวมกับคนเดียวกัน"),
            "deleted": self.tr("ซ่อนไว้"),
            "name": self.tr("ชื่อ นามสกุล"),
            "relation": self.tr("เกี่ยวข้องเป็น"),
            "cares_daily": self.tr("ผู้ดูแลจริงทุกวัน"),
            "parental_power": self.tr("ผู้ใช้อำนาจปกครอง"),
            "language": self.tr("ภาษา"),
            "level": self.tr("ระดับชั้น"),
            "place": self.tr("สถานที่"),
            "pathway": self.tr("เส้นทางการเรียน"),
            "started": self.tr("เริ่ม"),
            "ended": self.tr("สิ้นสุด"),
            "outcome": self.tr("ผล"),
            "credits": self.tr("หน่วยกิต"),
            "hours": self.tr("ชั่วโมง"),
            "members": self.tr("คนในบ้าน"),
            "income_per_person": self.tr("รายได้ต่อคนต่อเดือน (บาท)"),
            "poverty_items": self.tr("สภาพครัวเรือนที่ขัดสน"),
            "family_status": self.tr("สภาพครอบครัว"),
            "travel": self.tr("การเดินทางจากบ้าน"),
            "latitude": self.tr("ละติจูด"),
            "longitude": self.tr("ลองจิจูด"),
            "ethnic_groups": self.tr("กลุ่มชาติพันธุ์"),
            "ethnic_own_name": self.tr("ชื่อกลุ่มตามที่เจ้าตัวเรียก"),
            "religion": self.tr("ศาสนาหรือความเชื่อ"),
            "disability_education": self.tr("ความพิการ (ตามการศึกษา)"),
            "disability_welfare": self.tr("ความพิการ (ตามบัตร พม.)"),
            "disability_suspected": self.tr("สงสัยแต่ยังไม่วินิจฉัย"),
            "disability_note": self.tr("สิ่งที่ต้องรู้เรื่องความพิการ"),
            "disadvantaged_types": self.tr("ความด้อยโอกาส (แบบ สพฐ.)"),
            "health_note": self.tr("สุขภาพที่ต้องระวัง"),
            "welfare": self.tr("สวัสดิการที่ได้รับ"),
            "treatment_right": self.tr("สิทธิรักษา"),
            "justice_note": self.tr("กระบวนการยุติธรรม"),
            "harm_note": self.tr("การถูกกระทำหรือเสี่ยงภัย"),
            "code_kind": self.tr("ชนิด"),
            "value": self.tr("เลขที่"),
            "checksum_confirmed": self.tr("ยืนยันเลขแล้ว"),
            "issuer": self.tr("ออกโดย"),
            "issued_on": self.tr("วันออก"),
            "expires_on": self.tr("วันหมดอายุ"),
            "seen_by": self.tr("ผู้เห็นเอกสาร"),
            "copy_kept": self.tr("มีสำเนาเก็บไว้"),
            "current": self.tr("ใช้อยู่"),
            "purpose": self.tr("เรื่อง"),
            "basis": self.tr("ฐานตามกฎหมาย"),
            "granted": self.tr("คำตอบ"),
            "signer": self.tr("ผู้ให้ความยินยอม"),
            "signer_relation": self.tr("เกี่ยวข้องเป็น"),
            "child_agrees": self.tr("เจ้าตัวเห็นด้วย"),
            "thumbprint": self.tr("พิมพ์ลายนิ้วมือ"),
            "witnesses": self.tr("พยาน (บรรทัดละคน)"),
            "field": self.tr("เรื่องที่แก้"),
            "also": self.tr("เรื่องอื่นที่ตอบเหมือนกันในใบเดียว"),
            "situation": self.tr("อายุและสถานะของผู้เรียน"),
            "signer_power": self.tr("ลงชื่อในฐานะ"),
            "carer_id": self.tr("ผู้ดูแลที่ลงชื่อ"),
            "means": self.tr("ให้ความยินยอมโดย"),
            "interpreter": self.tr("ล่ามหรือผู้อ่านให้ฟัง"),
            "read_aloud": self.tr("อ่านให้ฟังแล้ว"),
            "recipient": self.tr("ส่งข้อมูลให้หน่วยงาน"),
            "data_items": self.tr("ข้อมูลที่ขอ"),
            "basis_reason": self.tr("เหตุผลที่ใช้ฐานอื่น"),
            "withdrawn_by": self.tr("ผู้ถอน"),
            "withdrawal_note": self.tr("คำที่เขาบอก"),
            "restricted_on": self.tr("ระงับการใช้ตั้งแต่"),
            "restricted_reason": self.tr("เหตุที่ระงับ"),
            "anonymised_on": self.tr("ทำให้ไม่ระบุตัวเมื่อ"),
            "asked_by": self.tr("ผู้ขอให้แก้"),
            "asked_on": self.tr("ขอเมื่อ"),
            "reason": self.tr("เหตุผล"),
            "done_by": self.tr("ผู้แก้"),
            "record_id": self.tr("รายการที่แก้"),
            "record_kind": self.tr("ชนิดรายการ"),
            "fields": self.tr("ช่องที่แก้"),
            "stamp": self.tr("ลายประทับ"),
            "form_version": self.tr("แบบฟอร์มรุ่น"),
            "signed_on": self.tr("วันที่ลงชื่อ"),
            "until": self.tr("ถึงวันที่"),
            "withdrawn_on": self.tr("วันที่ถอน"),
            "code": self.tr("รายการ"),
            "since": self.tr("ตั้งแต่"),
            "main": self.tr("เหตุหลัก"),
            "text": self.tr("ข้อความ"),
            "raised_on": self.tr("พบเมื่อ"),
            "cleared_on": self.tr("คลี่คลายเมื่อ"),
            "contact_kind": self.tr("วิธีพบ"),
            "on": self.tr("วันที่"),
            "by_name": self.tr("โดย"),
            "next_on": self.tr("นัดครั้งต่อไป"),
            "next_text": self.tr("เรื่องที่นัด"),
            "corrects": self.tr("แก้รายการเดิม"),
            "document_kind": self.tr("ชนิดเอกสาร"),
            "file_name": self.tr("ชื่อแฟ้ม"),
            "taken_on": self.tr("วันที่ของเอกสาร"),
            "round": self.tr("รอบ"),
            "assessor_name": self.tr("ผู้ประเมิน"),
            "complete": self.tr("ประเมินครบแล้ว"),
            "indicator": self.tr("ตัวชี้วัด"),
            "state": self.tr("สถานะ"),
            "self_level": self.tr("เจ้าตัวให้"),
            "raw": self.tr("ค่าที่วัดได้"),
            "evidence": self.tr("หลักฐาน"),
            "version": self.tr("ฉบับที่"),
            "dream": self.tr("ความฝัน"),
            "aptitudes": self.tr("ความถนัด"),
            "strengths": self.tr("ทุนเดิม"),
            "constraints": self.tr("ข้อจำกัด"),
            "next_review_on": self.tr("กำหนดทบทวน"),
            "agreed_on": self.tr("วันที่ตกลงกัน"),
            "starts_on": self.tr("เริ่มแผน"),
            "ends_on": self.tr("สิ้นสุดแผน"),
            "closed_on": self.tr("วันที่ปิด"),
            "dimension": self.tr("ด้าน"),
            "measure": self.tr("วัดจาก"),
            "baseline": self.tr("จุดเริ่ม"),
            "target": self.tr("เป้าหมาย"),
            "target_level": self.tr("ระดับที่ตั้งเป้า"),
            "due_on": self.tr("ภายใน"),
            "result": self.tr("ผล"),
            "adjustment": self.tr("สิ่งที่ปรับ"),
            "learner_says": self.tr("เจ้าตัวว่า"),
            "provider": self.tr("ผู้ช่วย"),
            "budget": self.tr("งบประมาณ"),
            "position": self.tr("ลำดับ"),
            "role": self.tr("ในฐานะ"),
        }

    def special(self) -> dict[tuple[str, str], str]:
        """Fields that are called otherwise in one kind of record."""
        return {
            ("document", "title"): self.tr("ชื่อเอกสาร"),
            ("rating", "level"): self.tr("ระดับ"),
            ("plan", "interests"): self.tr("ความสนใจ"),
            ("goal", "text"): self.tr("เป้าหมาย"),
            ("action", "text"): self.tr("กิจกรรม"),
            ("household", "note"): self.tr("หมายเหตุเรื่องบ้าน"),
            ("education", "place"): self.tr("สถานศึกษาหรือแหล่งเรียนรู้"),
            ("learner", "note"): self.tr("สิ่งที่ควรรู้ก่อนไปพบ"),
            ("learner", "closed_on"): self.tr("ปิดกรณีเมื่อ"),
            ("rectification", "value"): self.tr("ค่าที่ถูก"),
            ("review", "result"): self.tr("ผลการทบทวน"),
            ("urgent_case", "learner_id"): self.tr("ผู้เรียนรู้"),
            ("urgent_case", "person_note"): self.tr("คนในเรื่อง"),
            ("urgent_case", "case_kind"): self.tr("เหตุ"),
            ("urgent_case", "opened_on"): self.tr("วันที่เปิดเรื่อง"),
            ("urgent_case", "responsible"): self.tr("ผู้รับผิดชอบ"),
            ("urgent_case", "named"): self.tr("คนที่อ่านเรื่องนี้ได้"),
            ("urgent_case", "summary"): self.tr("เกิดอะไรขึ้น"),
            ("urgent_case", "protected"): self.tr("คุ้มครองเด็ก"),
            ("urgent_case", "outcome"): self.tr("จบอย่างไร"),
        }


@cache
def _common(_language: Language) -> dict[str, str]:
    return FieldWords().common()


@cache
def _special(_language: Language) -> dict[tuple[str, str], str]:
    return FieldWords().special()


@cache
def _kinds(_language: Language) -> dict[str, str]:
    return FieldWords().kinds()


def field_label(kind: str, name: str) -> str:
    """What a field is called; the name itself for one that this version does not know."""
    now = language()
    return _special(now).get((kind, name)) or _common(now).get(name, name)


def kind_label(kind: str) -> str:
    """What a kind of record is called."""
    return _kinds(language()).get(kind, kind)
