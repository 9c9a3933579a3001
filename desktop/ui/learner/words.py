"""Sentences about a learner that several parts of the page need."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QObject

from desktop.models.dates import Age, PartialDate
from desktop.services.learners.records import LearnerRow
from desktop.ui import thai_time
from desktop.ui.widgets.labels import Tone

STATUS_TONES: dict[str, Tone] = {
    "studying": "success",
    "out_of_school": "warning",
    "at_risk": "warning",
    "general": "info",
    "completed": "success",
    "unknown": "neutral",
}
PLAN_TONES: dict[str, Tone] = {
    "draft": "neutral",
    "agreed": "info",
    "active": "success",
    "reviewed": "info",
    "closed": "neutral",
}
CONTACT_ICONS = {
    "home_visit": "house",
    "phone": "phone",
    "message": "message-square",
    "radio": "message-square",
    "centre_visit": "door-open",
    "school_visit": "graduation-cap",
    "work_visit": "sprout",
    "meeting": "users",
    "family_talk": "users-round",
    "case_conference": "users",
    "referral": "send",
}


class LearnerWords(QObject):
    """The sentences; a class of its own so that they stand together in the translation."""

    def age(self, age: Age | None) -> str:
        """`อายุ 9 ปี`, `อายุประมาณ 9 ปี`, or that it is not known."""
        if age is None:
            return self.tr("ไม่ทราบอายุ")
        if age.approximate:
            return self.tr("อายุประมาณ %n ปี", "", age.years)
        return self.tr("อายุ %n ปี", "", age.years)

    def village(self, row: LearnerRow) -> str:
        """`หมู่ 4 บ้านดอยตัวอย่าง`, or that it is not known."""
        if not row.village:
            return self.tr("ยังไม่ระบุหมู่บ้าน")
        moo = self.tr("หมู่ {moo}").replace("{moo}", row.village)
        return f"{moo} {row.village_name}".strip()

    def missing(self, code: str) -> str:
        """What is still to be asked for."""
        return {
            "birth": self.tr("วันเกิด"),
            "village": self.tr("หมู่บ้าน"),
            "identity": self.tr("เลขหรือเอกสาร"),
            "status": self.tr("สถานะ"),
            "carer": self.tr("ผู้ดูแล"),
            "group": self.tr("กลุ่มเป้าหมาย"),
            "consent": self.tr("ความยินยอม"),
        }.get(code, code)

    def days_ago(self, day: date, today: date) -> str:
        """`วันนี้`, `เมื่อวาน`, `12 วันก่อน`, `อีก 3 วัน`; beyond two months in months."""
        days = thai_time.days_between(day, today)
        if days == 0:
            return self.tr("วันนี้")
        if days == 1:
            return self.tr("เมื่อวาน")
        if days == -1:
            return self.tr("พรุ่งนี้")
        if days > 730:
            return self.tr("%n ปีก่อน", "", days // 365)
        if days > 60:
            return self.tr("%n เดือนก่อน", "", days // 30)
        if days > 0:
            return self.tr("%n วันก่อน", "", days)
        return self.tr("อีก %n วัน", "", -days)


def shown_iso(text: object) -> str:
    """An ISO day as it is shown, as far as known; "" for nothing."""
    if not text:
        return ""
    try:
        return thai_time.shown_date(PartialDate.from_iso(str(text)))
    except ValueError:  # of a newer or broken record: shown as it came
        return str(text)


def whole_day(text: object) -> date | None:
    """An ISO day, None where it is not known to the day."""
    try:
        return date.fromisoformat(str(text)) if text and len(str(text)) == 10 else None
    except ValueError:
        return None


def or_dash(text: str) -> str:
    """The text, or that it is not known yet."""
    return text or QCoreApplication.translate("LearnerWords", "ยังไม่มีข้อมูล")
