"""Why learners stand in the day, in sentences, and which tab sees to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.models.vocabulary import Term
from desktop.services.today.records import TodayLine
from desktop.ui.learner_place import (
    CONSENTS,
    HETT,
    OVERVIEW,
    PROFILE,
    RATE,
    RISK,
    TITLE,
    VISITS,
    consent_key,
    page_of,
)
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination
from desktop.ui.translation import language


class LearnerDay(QObject):
    """The sentences; they stand together so that they are worded alike."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Every reason that concerns one learner."""
        return {
            "risk_urgent": DayReason(
                "circle-alert", lambda: self.tr("ต้องช่วยด่วน"), self._risk, _at(OVERVIEW)
            ),
            "risk": DayReason("flag", lambda: self.tr("สัญญาณเฝ้าระวัง"), self._risk, _to_risk),
            "promise": DayReason(
                "calendar-days", lambda: self.tr("นัดหมายไว้"), self._promise, _at(VISITS), dated=True
            ),
            "silent": DayReason("phone", lambda: self.tr("ไม่ได้ติดต่อนาน"), self._silent, _at(VISITS)),
            "assessment_open": DayReason(
                "radar",
                lambda: self.tr("ประเมินค้าง"),
                lambda _line, _today: self.tr("ประเมิน HETT ไว้บางข้อ ยังไม่จบรอบ"),
                lambda line: page_of(line.learner_id, HETT, f"{RATE}:{line.subject}"),
            ),
            "hett_missing": DayReason(
                "radar",
                lambda: self.tr("ยังไม่ได้ประเมิน HETT"),
                lambda _line, _today: self.tr("เริ่มทำงานด้วยแล้ว แต่ยังไม่ได้ประเมิน HETT"),
                _at(HETT),
            ),
            "paper_expiring": DayReason(
                "file-warning",
                lambda: self.tr("เอกสารใกล้หมดอายุ"),
                lambda _line, _today: self.tr("เอกสารประจำตัวหมดอายุหรือใกล้หมด ช่วยนัดไปทำใหม่"),
                _at(PROFILE, "identity"),
                dated=True,
            ),
            "no_identity": DayReason(
                "file-warning",
                lambda: self.tr("ยังไม่มีเอกสาร"),
                lambda _line, _today: self.tr("มีแผนแล้วแต่ยังไม่มีเลขหรือเอกสารแสดงตัวตน"),
                _at(PROFILE, "identity"),
            ),
            "title_change": DayReason(
                "user-check", lambda: self.tr("เปลี่ยนคำนำหน้า"), self._title, _at(OVERVIEW, TITLE)
            ),
            "consent_due": DayReason(
                "file-check",
                lambda: self.tr("ความยินยอมต้องขอใหม่"),
                self._consent,
                _to_consent,
                dated=True,
            ),
        }

    def _risk(self, line: TodayLine, _today: date) -> str:
        label = _label(line.values.get("risk"))
        note = str(line.values.get("note") or "")
        return f"{label} · {note}" if note else label

    def _promise(self, line: TodayLine, _today: date) -> str:
        text = str(line.values.get("text") or "")
        text = text or _label(line.values.get("kind"))
        return self.tr("นัดไว้: {text}").replace("{text}", text)

    def _silent(self, line: TodayLine, _today: date) -> str:
        days = int(line.values.get("days") or 0)
        if not line.values.get("met"):
            return self.tr("ลงทะเบียนมา %n วัน ยังไม่มีใครติดต่อ", "", days)
        return self.tr("ไม่มีใครติดต่อมา %n วันแล้ว", "", days)

    def _title(self, line: TodayLine, _today: date) -> str:
        text = self.tr("อายุครบ 15 ปี เสนอเปลี่ยนจาก {old} เป็น {new}")
        text = text.replace("{old}", str(line.values.get("title")))
        return text.replace("{new}", str(line.values.get("proposed")))

    def _consent(self, line: TodayLine, _today: date) -> str:
        texts = {
            "expired": self.tr("ความยินยอมเรื่อง “{purpose}” หมดอายุแล้ว ขอใหม่"),
            "expiring": self.tr("ความยินยอมเรื่อง “{purpose}” ใกล้หมดอายุ นัดขอใหม่"),
            "outgrown": self.tr("อายุครบ 20 ปีแล้ว ขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว"),
            "turning": self.tr("ใกล้ครบ 20 ปี เตรียมขอความยินยอมเรื่อง “{purpose}” จากเจ้าตัว"),
        }
        purpose = _label(line.values.get("purpose"))
        return texts[str(line.values["why"])].replace("{purpose}", purpose)


def _at(tab: str, at: str = "") -> Callable[[TodayLine], Destination]:
    return lambda line: page_of(line.learner_id, tab, at)


def _to_risk(line: TodayLine) -> Destination:
    return page_of(line.learner_id, OVERVIEW, f"{RISK}:{line.values['risk_id']}")


def _to_consent(line: TodayLine) -> Destination:
    purpose = line.values["purpose"]
    key = consent_key(purpose.code, str(line.values.get("recipient") or ""))
    return page_of(line.learner_id, PROFILE, f"{CONSENTS}:{key}")


def _label(term: object) -> str:
    return term.label(language().value) if isinstance(term, Term) else ""
