"""Why a line stands in the day, in a sentence; how it is put away, in words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from desktop.models import vocabulary
from desktop.services.today.records import TodayLine
from desktop.ui import thai_time
from desktop.ui.translation import language

ICONS = {
    "risk_urgent": "circle-alert",
    "promise": "calendar-days",
    "review_due": "clipboard-list",
    "risk": "flag",
    "conflict": "split",
    "half_typed": "pencil",
    "flood_soon": "triangle-alert",
    "assessment_open": "radar",
    "paper_expiring": "file-warning",
    "no_identity": "file-warning",
    "title_change": "user-check",
    "plan_draft": "file-text",
    "hett_missing": "radar",
    "silent": "phone",
    "duplicate": "merge",
    "retention_due": "clock",
    "consent_due": "file-check",
}


class TodayWords(QObject):
    """The sentences; they stand together so that they are worded alike."""

    def group(self, urgency: int) -> str:
        """The heading over the lines of one urgency."""
        return (
            self.tr("ด่วน ต้องทำเดี๋ยวนี้"),
            self.tr("วันนี้"),
            self.tr("สัปดาห์นี้"),
            self.tr("เมื่อมีเวลา"),
        )[min(urgency, 3)]

    def kind(self, code: str) -> str:
        """What lines of one code are about, for a chip."""
        return {
            "risk_urgent": self.tr("ต้องช่วยด่วน"),
            "promise": self.tr("นัดหมายไว้"),
            "review_due": self.tr("ทบทวนแผน"),
            "risk": self.tr("สัญญาณเฝ้าระวัง"),
            "conflict": self.tr("ข้อมูลไม่ตรงกัน"),
            "half_typed": self.tr("พิมพ์ค้างไว้"),
            "flood_soon": self.tr("ใกล้น้ำหลาก"),
            "assessment_open": self.tr("ประเมินค้าง"),
            "paper_expiring": self.tr("เอกสารใกล้หมดอายุ"),
            "no_identity": self.tr("ยังไม่มีเอกสาร"),
            "title_change": self.tr("เปลี่ยนคำนำหน้า"),
            "plan_draft": self.tr("แผนยังร่างอยู่"),
            "hett_missing": self.tr("ยังไม่ได้ประเมิน HETT"),
            "silent": self.tr("ไม่ได้ติดต่อนาน"),
            "duplicate": self.tr("อาจเป็นคนเดียวกัน"),
            "retention_due": self.tr("ครบกำหนดเก็บข้อมูล"),
            "consent_due": self.tr("ความยินยอมต้องขอใหม่"),
        }.get(code, code)

    def who(self, line: TodayLine) -> str:
        """The name with the nickname, or the village that the line is about."""
        if line.learner_name:
            return f"{line.learner_name} ({line.nickname})" if line.nickname else line.learner_name
        if line.code == "flood_soon":
            return self.place(str(line.values["village"]), str(line.values["village_name"]))
        return self.kind(line.code)

    def place(self, moo: str, name: str) -> str:
        """`หมู่ 4 บ้านดอยตัวอย่าง`, or "" where it is not known."""
        if not moo:
            return ""
        number = self.tr("หมู่ {moo}").replace("{moo}", moo)
        return f"{number} {name}".strip()

    def why(self, line: TodayLine, today: date) -> str:
        """The reason in one sentence."""
        values = line.values
        code = line.code
        if code == "promise":
            text = str(values.get("text") or "") or _label("contact_kinds", values.get("kind"))
            return self.tr("นัดไว้: {text}").replace("{text}", text)
        if code in ("risk", "risk_urgent"):
            label = _label("risk_flags", values.get("risk"))
            note = str(values.get("note") or "")
            return f"{label} · {note}" if note else label
        if code == "silent":
            days = int(values.get("days") or 0)
            if not values.get("met"):
                return self.tr("ลงทะเบียนมา %n วัน ยังไม่มีใครติดต่อ", "", days)
            return self.tr("ไม่มีใครติดต่อมา %n วันแล้ว", "", days)
        if code == "title_change":
            text = self.tr("อายุครบ 15 ปี เสนอเปลี่ยนจาก {old} เป็น {new}")
            return text.replace("{old}", str(values.get("title"))).replace(
                "{new}", str(values.get("proposed"))
            )
        if code == "flood_soon":
            month = thai_time.month_name(int(values.get("month") or today.month))
            text = self.tr("น้ำมักหลากเดือน{month} เตรียมใบงานและของจำเป็นก่อนทางขาด")
            return text.replace("{month}", month)
        if code == "retention_due":
            people = int(values.get("people") or 0)
            return self.tr("มี %n คนที่พ้นเวลาเก็บข้อมูลแล้ว เลือกว่าจะทำอย่างไร", "", people)
        if code == "consent_due":
            return self._consent(values)
        if code == "duplicate":
            text = self.tr("อาจเป็นคนเดียวกับ {other} ดูเทียบกันก่อน")
            return text.replace("{other}", str(values.get("other_given") or ""))
        return {
            "review_due": self.tr("ถึงกำหนดทบทวนแผนร่วมกับผู้เรียนและผู้ดูแล"),
            "conflict": self.tr("สองเครื่องแก้เรื่องเดียวกันไม่เหมือนกัน เลือกว่าจะใช้ค่าใด"),
            "half_typed": self.tr("พิมพ์ค้างไว้ ยังไม่ได้บันทึก เปิดทำต่อได้"),
            "assessment_open": self.tr("ประเมิน HETT ไว้บางข้อ ยังไม่จบรอบ"),
            "paper_expiring": self.tr("เอกสารประจำตัวหมดอายุหรือใกล้หมด ช่วยนัดไปทำใหม่"),
            "no_identity": self.tr("มีแผนแล้วแต่ยังไม่มีเลขหรือเอกสารแสดงตัวตน"),
            "plan_draft": self.tr("แผนยังเป็นร่าง ชวนคุยและตกลงร่วมกัน"),
            "hett_missing": self.tr("เริ่มทำงานด้วยแล้ว แต่ยังไม่ได้ประเมิน HETT"),
        }.get(code, self.kind(code))

    def _consent(self, values: Mapping[str, Any]) -> str:
        texts = {
            "expired": self.tr("ความยินยอมเรื่อง “{purpose}” หมดอายุแล้ว ขอใหม่"),
            "expiring": self.tr("ความยินยอมเรื่อง “{purpose}” ใกล้หมดอายุ นัดขอใหม่"),
            "outgrown": self.tr("อายุครบ 20 ปีแล้ว ขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว"),
            "turning": self.tr("ใกล้ครบ 20 ปี เตรียมขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว"),
        }
        purpose = _label("consent_purposes", values.get("purpose"))
        return texts[str(values["why"])].replace("{purpose}", purpose)

    def due(self, line: TodayLine, today: date) -> str:
        """How the day of the line stands to today; "" where the day says nothing."""
        if not line.due or line.code not in (
            "promise",
            "review_due",
            "paper_expiring",
            "consent_due",
        ):
            return ""
        days = (date.fromisoformat(line.due) - today).days
        if days == 0:
            return self.tr("วันนี้")
        if days > 0:
            return self.tr("อีก %n วัน", "", days)
        return self.tr("เลยมา %n วัน", "", -days)

    def postpone_choices(self) -> list[tuple[int, str]]:
        """Days from today, and the words of the chip."""
        return [
            (1, self.tr("พรุ่งนี้")),
            (3, self.tr("อีก 3 วัน")),
            (7, self.tr("สัปดาห์หน้า")),
            (30, self.tr("เดือนหน้า")),
        ]

    def reasons(self) -> list[str]:
        """Reasons for putting a line away that are often given."""
        return [
            self.tr("ทำไปแล้วแต่ไม่ได้บันทึก"),
            self.tr("ไม่เกี่ยวกับเราแล้ว"),
            self.tr("ครอบครัวไม่สะดวก"),
            self.tr("ข้อมูลไม่ถูกต้อง"),
        ]


def _label(name: str, code: object) -> str:
    return vocabulary.load(name).label(str(code), language().value) if code else ""
