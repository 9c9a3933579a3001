"""Sentences for what a record cannot take: learners, assessments, plans, users, the centre."""

from __future__ import annotations

from PySide6.QtCore import QObject


class RecordWording(QObject):
    """Code to sentence; `{value}` and others are filled from the values of the error."""

    def sentences(self) -> dict[str, str]:
        """All of them, in the language of the moment."""
        return {**self._values(), **self._people(), **self._plans(), **self._centre()}

    def _values(self) -> dict[str, str]:
        return {
            "bad_amount": self.tr("อ่านจำนวน “{value}” ไม่ได้ พิมพ์เป็นตัวเลข เช่น 1500 หรือ 1500.50"),
            "bad_date": self.tr("อ่านวันที่ “{value}” ไม่ได้ พิมพ์เป็น วัน/เดือน/ปี พ.ศ. หรือแค่ปี"),
            "bad_level": self.tr("ระดับต้องเป็น 1 ถึง 4 ไม่ใช่ “{value}”"),
            "bad_number": self.tr("อ่านเลข “{value}” ไม่ได้ ตรวจกับเอกสารอีกครั้ง"),
            "bad_raw": self.tr("ค่าที่วัดได้ของตัวชี้วัด {indicator} อ่านไม่ได้ ตรวจแล้วพิมพ์ใหม่"),
            "bad_whole_number": self.tr("“{value}” ต้องเป็นจำนวนเต็ม"),
            "bad_yes_no": self.tr("“{value}” ต้องเป็น ใช่ หรือ ไม่ใช่"),
            "date_past": self.tr("วันที่ต้องเป็นวันข้างหน้า เลือกวันใหม่"),
            "field_missing": self.tr("ยังมีช่องที่จำเป็นว่างอยู่ กรอกให้ครบแล้วลองใหม่"),
            "record_unknown": self.tr("ไม่พบรายการนี้แล้ว อาจถูกลบจากเครื่องอื่น กลับไปเปิดใหม่จากรายการ"),
            "text_not_unicode": self.tr("ข้อความมีอักขระที่เสียหาย มักมาจากการคัดลอก ลบแล้วพิมพ์ใหม่"),
            "unknown_code": self.tr("ไม่มีตัวเลือก “{value}” ในรายการ เลือกจากรายการ"),
            "unknown_field": self.tr("ไม่มีช่องชื่อ “{field}”"),
            "value_out_of_range": self.tr("ค่านี้ใหญ่เกินกว่าจะเก็บได้ ตรวจแล้วพิมพ์ใหม่"),
        }

    def _people(self) -> dict[str, str]:
        return {
            "consent_not_given": self.tr("ยังไม่ได้รับความยินยอมเรื่องนี้ บันทึกความยินยอมก่อน"),
            "given_missing": self.tr("พิมพ์ชื่อก่อน นามสกุลเว้นว่างได้"),
            "learner_ambiguous": self.tr("“{text}” ตรงกับ {count} คน พิมพ์รหัสหรือชื่อให้ครบกว่านี้"),
            "learner_unknown": self.tr("ไม่พบผู้เรียนรู้ “{text}” ตรวจรหัสหรือค้นจากชื่อ"),
            "local_code_stays": self.tr("รหัสชั่วคราวของศูนย์เปลี่ยนเองไม่ได้ เพิ่มเลขใหม่แทน"),
            "same_learner": self.tr("เลือกคนเดียวกันทั้งสองข้าง เลือกสองคนที่ต่างกัน"),
            "witnesses_missing": self.tr("ลายพิมพ์นิ้วมือต้องมีพยานอย่างน้อย {least} คน ใส่ชื่อพยานให้ครบ"),
            "indicator_unknown": self.tr("ไม่มีตัวชี้วัด {indicator} ในกรอบที่ใช้อยู่"),
            "nothing_rated": self.tr("ยังไม่ได้ให้ระดับตัวชี้วัดใดเลย ให้อย่างน้อยหนึ่งข้อก่อนบันทึก"),
            "reason_missing": self.tr("บอกเหตุผลสั้น ๆ ก่อน"),
            "reason_names_person": self.tr("เหตุผลจะถูกเก็บไว้ อย่าใส่ชื่อหรือเลขของคนนั้น ({text})"),
            "place_unknown": self.tr("ที่นี้ไม่อยู่ในรายการแล้ว"),
            "retention_years_wrong": self.tr("จำนวนปีต้องเป็น {least} ถึง {most}"),
            "already_anonymous": self.tr("ระเบียนนี้ไม่ระบุตัวบุคคลอยู่แล้ว"),
        }

    def _plans(self) -> dict[str, str]:
        return {
            "close_reason_missing": self.tr("บอกเหตุผลที่ปิดแผนก่อน"),
            "no_plan": self.tr("คนนี้ยังไม่มีแผน เริ่มแผนก่อนจึงพิมพ์ได้"),
            "stamp_unknown": self.tr("ไม่พบแผนฉบับนี้ อาจพิมพ์จากเครื่องอื่นที่ยังไม่ได้ซิงก์"),
            "plan_closed": self.tr("แผนนี้ปิดแล้ว แก้ไม่ได้ ทำแผนฉบับใหม่ต่อจากแผนนี้ได้"),
            "plan_needs_goal": self.tr("แผนยังไม่มีเป้าหมาย เพิ่มอย่างน้อยหนึ่งข้อก่อน"),
            "plan_needs_review": self.tr("ทบทวนแผนก่อนจึงปิดได้"),
            "plan_not_draft": self.tr("แก้ได้เฉพาะแผนที่ยังเป็นร่าง ทำฉบับใหม่จากแผนนี้แทน"),
            "plan_open_exists": self.tr("คนนี้มีแผนที่ยังไม่ปิดอยู่แล้ว เปิดแผนนั้นมาทำต่อ"),
            "plan_signed": self.tr("แผนนี้ลงชื่อแล้ว ข้อความแก้ไม่ได้ ทำฉบับใหม่จากแผนนี้แทน"),
            "plan_step": self.tr("แผนยังไปขั้นนี้ไม่ได้ ลำดับคือ ร่าง ตกลง กำลังทำ ทบทวน ปิด"),
            "template_unknown": self.tr("ไม่พบแม่แบบแผนนี้ เลือกจากรายการ"),
        }

    def _centre(self) -> dict[str, str]:
        return {
            "action_unknown": self.tr("ไม่พบสิ่งที่จะเลิกทำ อาจเลิกทำไปแล้ว"),
            "passcode_missing": self.tr("ต้องใส่รหัสผ่านก่อน"),
            "passcodes_differ": self.tr("รหัสผ่านสองครั้งไม่เหมือนกัน พิมพ์ใหม่ทั้งสองช่อง"),
            "centre_and_tambon_needed": self.tr("ใส่ชื่อศูนย์และรหัสตำบลก่อน"),
            "village_unknown": self.tr("ไม่มีหมู่ {village} ในศูนย์นี้ เลือกจากรายการหมู่บ้าน"),
            "centre_exists": self.tr("ที่เก็บนี้มีศูนย์อยู่แล้ว เปิดศูนย์นั้น หรือเลือกที่เก็บอื่น"),
            "centre_not_here": self.tr("เครื่องนี้ยังไม่มีข้อมูลศูนย์ เริ่มศูนย์ใหม่หรือเข้าร่วมด้วยรหัสก่อน"),
            "database_missing": self.tr("ไม่พบแฟ้มฐานข้อมูล {file} กู้จากสำเนาสำรอง หรือเลือกที่เก็บให้ถูก"),
            "last_administrator": self.tr("เหลือผู้ดูแลระบบคนเดียว ตั้งผู้ดูแลอีกคนก่อน"),
            "moo_taken": self.tr("มีหมู่ {moo} อยู่แล้ว ใช้เลขอื่น หรือแก้หมู่เดิม"),
            "name_missing": self.tr("พิมพ์ชื่อก่อน"),
            "name_taken": self.tr("มีชื่อ {name} อยู่แล้ว ใช้ชื่ออื่น"),
            "not_allowed": self.tr("บทบาทของคุณทำส่วนนี้ไม่ได้ ขอให้ผู้ดูแลระบบช่วย"),
            "not_yourself": self.tr("ทำกับบัญชีของตัวเองไม่ได้ ให้ผู้ดูแลอีกคนทำ"),
            "urgent_named_there": self.tr("ยังมีคนที่มีชื่อในเรื่องนี้ทำงานอยู่ ให้เขาเป็นผู้เพิ่มชื่อ"),
            "urgent_nobody": self.tr("เรื่องเร่งด่วนต้องมีผู้ดูแลอย่างน้อยหนึ่งคน"),
            "urgent_user_unfit": self.tr("คนนี้รับเรื่องเร่งด่วนไม่ได้ เลือกคนที่ยังทำงานอยู่และไม่ใช่ผู้เข้าชม"),
            "run_undone_already": self.tr("การนำเข้าครั้งที่ {run} เลิกทำไปแล้ว"),
            "run_unknown": self.tr("ไม่พบการนำเข้าครั้งนี้"),
            "tambon_unknown": self.tr("ไม่มีตำบลรหัส {tambon} ตรวจรหัส 6 หลักอีกครั้ง"),
            "term_exists": self.tr("มี “{value}” ในรายการอยู่แล้ว"),
            "user_inactive": self.tr("บัญชี {name} ถูกปิดไว้ ขอให้ผู้ดูแลระบบเปิด"),
            "village_has_people": self.tr("ลบไม่ได้ ยังมี {count} คนอยู่ที่นี่ ย้ายไปหมู่อื่นก่อน"),
        }
