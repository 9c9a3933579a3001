"""What is said of courses and enrolments: days, places, how far somebody came, the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.courses.records import CourseRow
from desktop.services.enrolments.records import EnrolmentRow, Entered
from desktop.services.needs.amounts import shown
from desktop.services.today.records import TodayLine
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

COURSES, COURSE, ENROLMENT = "courses", "course", "enrolment"
PAPER = Paper(lambda: translate("CourseCommands", "บัญชีกิจกรรม"))
FORM = Paper(lambda: translate("CourseCommands", "ใบสำรวจความอยากเรียน"))
PEOPLE = Paper(lambda: translate("CourseCommands", "รายชื่อผู้ร่วมกิจกรรม"))
REPORT = Paper(lambda: translate("CourseCommands", "แบบสรุปรุ่น"))
CERTIFICATES = Paper(lambda: translate("CourseCommands", "วุฒิบัตร"))


def activities() -> str:
    """What the list of courses is called on the rail."""
    return translate("CourseCommands", "กิจกรรม")


def shown_days(row: CourseRow) -> str:
    """From when to when it is, as far as known."""
    begins, ends = row.starts_on, row.ends_on
    if not begins or not ends or begins == ends:
        return shown_iso(begins or ends) if begins or ends else ""
    return f"{shown_iso(begins)} – {shown_iso(ends)}"


def place_of(row: CourseRow) -> str:
    """Where it is: the village, and the place in it."""
    village = PersonWords().village(row.village, row.village_name) if row.village_id else ""
    return " · ".join(filter(None, (village, row.place)))


class CourseWords(QObject):
    """The words of the list, of the pages and of the day."""

    def due(self, row: CourseRow) -> str:
        """What it waits for, "" for nothing."""
        return {
            "start": self.tr("ควรเริ่มได้แล้ว"),
            "end": self.tr("ควรจบได้แล้ว"),
            "settle": self.tr("สรุปผู้เรียนรู้"),
            "": "",
        }[row.due]

    def when(self, row: CourseRow) -> str:
        """What it waits for, or its days."""
        return " · ".join(filter(None, (self.due(row), shown_days(row))))

    def places(self, row: CourseRow) -> str:
        """How many learn of how many may, and how many wait."""
        many = f"{row.enrolled}/{row.capacity}" if row.capacity else str(row.enrolled)
        waits = self.tr("รอ {count}").replace("{count}", str(row.waiting))
        return f"{many} · {waits}" if row.waiting else many

    def sums(self, row: CourseRow) -> list[str]:
        """What it came to so far, in lines."""
        learn = self.tr("ผู้เรียนรู้ %n คน", "", row.enrolled)
        free = row.free
        told = [
            " · ".join(
                filter(
                    None,
                    (
                        learn,
                        self.tr("ว่าง %n ที่", "", free) if free else "",
                        self.tr("เต็ม") if free == 0 else "",
                        self.tr("รอ %n คน", "", row.waiting) if row.waiting else "",
                        self.tr("สนใจ %n คน", "", row.interested) if row.interested else "",
                    ),
                )
            )
        ]
        if row.sessions:
            met = self.tr("พบกันแล้ว {held} จาก {all} ครั้ง {hours} ชั่วโมง")
            told.append(
                met.replace("{held}", str(row.held))
                .replace("{all}", str(row.sessions))
                .replace("{hours}", f"{row.given_hours:g}")
            )
        if row.next_on:
            told.append(self.tr("ครั้งต่อไป {day}").replace("{day}", shown_iso(row.next_on)))
        if row.completed:
            told.append(self.tr("จบ %n คน", "", row.completed))
        return told

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "course_ends_early": self.tr("วันสิ้นสุดมาก่อนวันเริ่ม ตรวจอีกครั้ง"),
            "course_over_full": self.tr("มีผู้เรียนรู้เกินจำนวนที่รับ เพิ่มจำนวน หรือให้บางคนรอ"),
            "course_too_few": self.tr("ถึงวันเริ่มแล้ว ผู้เรียนรู้ยังไม่ครบจำนวนอย่างน้อย"),
        }

    def came(self, row: EnrolmentRow) -> str:
        """How often somebody was there: of the expected, and of all that were held."""
        if not row.held:
            return ""
        told = self.tr("มา {present} จาก {expected} ครั้งที่ต้องมา")
        told = told.replace("{present}", str(row.present)).replace("{expected}", str(row.expected))
        share = f" ({row.percent} %)" if row.percent is not None else ""
        every = self.tr("จัดทั้งหมด %n ครั้ง", "", row.held) if row.held != row.expected else ""
        return " · ".join(filter(None, (told + share, every)))

    def hours(self, hours: float) -> str:
        """How long somebody was there, in all."""
        return self.tr("เข้าร่วมแล้ว {hours} ชั่วโมง").replace("{hours}", shown(hours))

    def stands(self, row: EnrolmentRow) -> str:
        """How somebody stands to the rule, while they learn."""
        if row.state != "enrolled":
            return ""
        return " · ".join(filter(None, (self._came_enough(row), self._shown(row))))

    def _shown(self, row: EnrolmentRow) -> str:
        """Whether there is evidence, where the rule asks for it."""
        return {
            "none": self.tr("ยังไม่มีหลักฐาน"),
            "waiting": self.tr("หลักฐานรอคนดู"),
            "seen": self.tr("มีหลักฐานแล้ว") if row.rule != "met" else "",
            "": "",
        }[row.evidence]

    def _came_enough(self, row: EnrolmentRow) -> str:
        match row.rule:
            case "met":
                return self.tr("ครบเกณฑ์แล้ว")
            case "evidence":
                return self.tr("มาครบแล้ว")
            case "teacher":
                return self.tr("ผู้สอนเป็นผู้บอกว่าจบ")
            case "reachable":
                return self.tr("ขาดได้อีก %n ครั้ง", "", row.may_miss)
            case _:
                return self.tr("ถึงเกณฑ์ไม่ได้แล้ว") if row.expected else ""

    def entered(self, taken: Entered, *, invited: bool = False) -> str:
        """What came of taking people in."""
        parts = []
        if taken.enrolled:
            count = len(taken.enrolled)
            parts.append(
                self.tr("ชวนแล้ว %n คน", "", count)
                if invited
                else self.tr("รับเข้าเรียนแล้ว %n คน", "", count)
            )
        if taken.waiting:
            parts.append(self.tr("ให้รอที่ว่าง %n คน", "", len(taken.waiting)))
        if taken.already:
            parts.append(self.tr("อยู่ในกิจกรรมแล้ว %n คน", "", len(taken.already)))
        return " · ".join(parts)

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a course stands in the day."""
        return {
            "course_start": DayReason(
                "graduation-cap",
                lambda: self.tr("กิจกรรมที่ควรเริ่ม"),
                self._begin,
                page_of,
                who=named,
                dated=True,
            ),
            "course_end": DayReason(
                "graduation-cap",
                lambda: self.tr("กิจกรรมที่ควรจบ"),
                lambda _line, _today: self.tr("พบกันครบแล้ว กดจบ แล้วรายงานผล"),
                page_of,
                who=named,
                dated=True,
            ),
            "course_settle": DayReason(
                "user-check",
                lambda: self.tr("กิจกรรมที่ยังไม่ได้สรุปผู้เรียนรู้"),
                lambda _line, _today: self.tr("พบกันครบแล้ว บอกว่าใครจบ ใครไม่จบ"),
                page_of,
                who=named,
                dated=True,
            ),
            "course_places": DayReason(
                "users",
                lambda: self.tr("มีที่ว่างและมีคนรอ"),
                lambda _line, _today: self.tr("รับคนที่รออยู่เข้าเรียน"),
                page_of,
                who=named,
            ),
        }

    def _begin(self, line: TodayLine, _today: date) -> str:
        known = self.tr("วางแผนเริ่ม {day} เปิดรับ แล้วกดเริ่มเรียนเมื่อได้พบกัน")
        never = self.tr("พบกันแล้ว กดเริ่มเรียน")
        return known.replace("{day}", shown_iso(line.due)) if line.due else never
