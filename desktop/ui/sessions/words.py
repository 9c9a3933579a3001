"""What is said of meetings and of registers."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import QObject

from desktop.services.attendance.counting import Attended
from desktop.services.sessions.records import SessionDetail, SessionRow
from desktop.services.sessions.register_records import Register, RegisterLine
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.learner_place import VISITS
from desktop.ui.learner_place import page_of as learner_page
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

SESSION: Final = "session"
"""The page of one meeting."""
REGISTER: Final = "register"
"""The register of one; its argument is the meeting."""
PHOTOGRAPHS: Final = "session_documents"
"""The photographs and papers of one; its argument is the meeting."""
COURSE_REGISTER: Final = "course_register"
"""The register of a course, with all its meetings; its argument is the course."""
CODES: Final = "attendance_codes"
SIGNATURES: Final = Paper(lambda: translate("SessionCommands", "บัญชีลงเวลา"))
ACTIVITY: Final = Paper(lambda: translate("SessionCommands", "บันทึกกิจกรรม"))
MARKS: Final = Paper(lambda: translate("SessionCommands", "ใบกาช่องสำหรับถ่ายรูป"))
TIME_REGISTER: Final = Paper(lambda: translate("SessionCommands", "ทะเบียนเวลาเรียน"))
BLANK_REGISTER: Final = Paper(lambda: translate("SessionCommands", "ทะเบียนเวลาเรียนเปล่า"))
DATE_MARKS: Final = Paper(lambda: translate("SessionCommands", "ใบหลายวันสำหรับถ่ายรูป"))


def photographs() -> str:
    """What the photographs and papers of a meeting are called."""
    return translate("SessionCommands", "ภาพและเอกสาร")


class SessionWords(QObject):
    """Sentences about meetings and those who came."""

    def when(self, row: SessionRow) -> str:
        """The day and the hours."""
        hours = "–".join(filter(None, (row.from_time, row.to_time)))
        number = self.tr("ครั้งที่ %n ของวัน", "", row.number) if row.number > 1 else ""
        return " · ".join(filter(None, (shown_iso(row.on), hours, number)))

    def moved(self, detail: SessionDetail) -> str:
        """To which day it was moved, or from which; "" of neither."""
        if detail.moved_to is not None:
            day = shown_iso(detail.moved_to.on)
            return self.tr("ย้ายไป {day}").replace("{day}", day)
        if detail.moved_from is not None:
            day = shown_iso(detail.moved_from.on)
            return self.tr("ย้ายมาจาก {day}").replace("{day}", day)
        return ""

    def taken(self, row: SessionRow, codes: CodeBook) -> str:
        """How it stands, and how far its register is taken."""
        if row.state == "cancelled":
            why = codes.label("session_cancel_reasons", row.cancel_reason)
            return self.tr("งด: {why}").replace("{why}", why)
        if row.register == "none":
            return self.tr("ยังไม่ลงเวลา") if row.state == "held" else self.tr("ยังไม่ได้จัด")
        came = self.tr("มา {present} จาก {listed} คน")
        came = came.replace("{present}", str(row.present)).replace("{listed}", str(row.listed))
        left = row.listed - row.marked
        return f"{came} · " + (self.tr("ยังไม่ลง %n คน", "", left) if left else self.tr("ลงครบแล้ว"))

    def counts(self, register: Register, codes: CodeBook) -> str:
        """How many of the learners are marked as what."""
        lines = [line for line in register.lines if not line.staff]
        said: dict[str, int] = {}
        for line in lines:
            if line.code:
                said[line.code] = said.get(line.code, 0) + 1
        parts = [
            f"{codes.label(CODES, code)} {said[code]}"
            for code, _label in codes.choices(CODES)
            if code in said
        ]
        left = len(lines) - sum(said.values())
        if left:
            parts.append(self.tr("ยังไม่ลง %n คน", "", left))
        return " · ".join([*parts, self.tr("ผู้เรียนรู้ทั้งหมด %n คน", "", len(lines))])

    def foot(self, line: RegisterLine) -> str:
        """How somebody stands to the rule of the course."""
        if line.restricted:
            return self.tr("ข้อมูลของคนนี้ถูกระงับ จึงลงเวลาไม่ได้")
        found = line.attended
        came = self.tr("{name}: มา {present} จาก {expected} ครั้งที่ต้องมา จัดแล้ว {held} ครั้ง")
        for name, value in (
            ("name", line.name),
            ("present", found.present),
            ("expected", found.expected),
            ("held", found.held),
        ):
            came = came.replace("{" + name + "}", str(value))
        return " · ".join(filter(None, (came, "" if line.staff else self.may_miss(found))))

    def reasons(self) -> Mapping[str, DayReason]:
        """Why meetings and those who stay away stand in the day."""

        def untaken(_line: TodayLine, _today: date) -> str:
            return self.tr("ลงเวลาคนที่มา ไม่กี่นาทีก็เสร็จ ถ้าไม่ได้จัดให้งดและบอกเหตุ")

        def away(line: TodayLine, _today: date) -> str:
            return self._said(self.tr("ขาดสามครั้งติดกันที่ {course} ตั้งแต่ {day} ไปถามข่าว"), line)

        def low(line: TodayLine, _today: date) -> str:
            if not line.values["reachable"]:
                return self._said(
                    self.tr("{course}: มา {present} จาก {expected} ครั้ง ถึง {rule} % ไม่ได้แล้ว"), line
                )
            return self._said(
                self.tr("{course}: มา {present} จาก {expected} ครั้ง ต่ำกว่าเกณฑ์ {rule} %"), line
            )

        return {
            "session_today": DayReason(
                "calendar", lambda: self.tr("พบกันวันนี้"), untaken, page_of, who=named, dated=True
            ),
            "register_untaken": DayReason(
                "check", lambda: self.tr("ยังไม่ลงเวลา"), untaken, page_of, who=named, dated=True
            ),
            "absent_in_a_row": DayReason("user", lambda: self.tr("ขาดติดกัน"), away, _visits),
            "attendance_low": DayReason("user", lambda: self.tr("มาไม่ถึงเกณฑ์"), low, _visits),
        }

    def _said(self, text: str, line: TodayLine) -> str:
        for name in ("course", "present", "expected", "rule"):
            text = text.replace("{" + name + "}", str(line.values[name]))
        return text.replace("{day}", shown_iso(line.due))

    def may_miss(self, found: Attended) -> str:
        """How many more meetings may be missed."""
        if not found.expected + found.not_marked + found.coming:
            return ""
        if not found.reachable:
            return self.tr("ถึง {rule} % ไม่ได้แล้ว").replace("{rule}", str(found.rule))
        if not found.may_miss_more:
            return self.tr("ขาดไม่ได้อีกแล้ว")
        return self.tr("ขาดได้อีก %n ครั้ง", "", found.may_miss_more)


def _visits(line: TodayLine) -> Destination:
    return learner_page(line.learner_id, VISITS)
