"""What a referral waits for: its next step, by when and by which move; how it stands, in a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from PySide6.QtCore import QObject

from desktop.models.dates import PartialDate
from desktop.services.referrals.lifecycle import DONE
from desktop.services.referrals.records import ReferralRow
from desktop.ui.code_book import CodeBook
from desktop.ui.record_names import kind_name
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.labels import Tone

_LONG: Final = 2
"""So many times the days of its service make a silence a long one."""

_LEADS: Final[Mapping[str, str]] = {
    "draft": "send", "sent": "acknowledge", "acknowledged": "accept", "accepted": "serve",
    "waitlisted": "accept", "served_part": "serve", "served": "close", "declined": "decide",
    "unmet": "reopen",
}  # fmt: skip
"""The move that the next step of a state ends with."""


@dataclass(frozen=True)
class ReferralStep:
    """What is next with a referral.

    Attributes:
        title: what to do.
        why: how it stands, in a sentence.
        due: by when, ISO; "" where no day is set.
        move: code of the move that notes it done, "" for none.
    """

    title: str
    why: str
    due: str = ""
    move: str = ""


@dataclass(frozen=True)
class Mark:
    """How it stands, in a word with a tone and an icon; all "" where it is as it should be."""

    word: str = ""
    tone: Tone = "neutral"
    icon: str = "circle"


class ReferralStepWords(QObject):
    """Chooses and words both."""

    def mark(self, row: ReferralRow) -> Mark:
        """The most pressing of what can be said of it."""
        if row.no_consent:
            return Mark(self.tr("ไม่มีความยินยอม"), "danger", "signature")
        if row.check:
            return Mark(self.tr("ถึงวันถามผล"), "warning", "circle-check")
        if row.state == "draft":
            late = row.ask_again
            return Mark(self.tr("ค้าง ยังไม่ส่ง"), "warning", "triangle-alert") if late else Mark()
        if row.state == "declined":
            return Mark(self.tr("ต้องตัดสินใจ"), "warning", "split")
        if row.overdue:
            return Mark(self.tr("เลยวันที่ให้รอ"), "warning", "clock")
        if row.ask_again and row.days >= row.stall_days * _LONG:
            return Mark(self.tr("เงียบนานมาก"), "danger", "circle-alert")
        if row.ask_again:
            return Mark(self.tr("ควรถามใหม่"), "warning", "triangle-alert")
        if row.waits_here:
            return Mark(self.tr("รอซิงก์"), "info", "refresh-cw")
        if row.until:
            said = self.tr("รอถึง {day}")
            return Mark(said.replace("{day}", shown_iso(row.until)), "neutral", "clock")
        left = row.stall_days - row.days
        if row.state in DONE or not row.stall_days or left < 0:
            return Mark()
        return Mark(self.tr("ถามในอีก %n วัน", "", left + 1), "success", "clock")

    def age(self, row: ReferralRow) -> str:
        """How long it has stood where it stands."""
        return self.tr("%n วัน", "", row.days)

    def told(self, row: ReferralRow, codes: CodeBook) -> str:
        """How far it is, what is next, and by when."""
        step = self.step(row, codes)
        day = self.tr("ภายใน {day}").replace("{day}", shown_iso(step.due)) if step.due else ""
        state = codes.label("referral_states", row.state)
        return " · ".join(filter(None, (state, self.age(row), step.title, day)))

    def step(self, row: ReferralRow, codes: CodeBook) -> ReferralStep:
        """The next step; a referral that is done has one too, to be opened anew."""
        if row.no_consent:
            return self._of(
                row,
                self.tr("ขอความยินยอมใหม่ หรือเรียกเรื่องคืน"),
                self.tr("ความยินยอมให้ส่งต่อให้ {receiver} ไม่มีผลแล้ว"),
            )
        if row.waits_here:
            return self._of(
                row,
                self.tr("รอซิงก์"),
                self.tr("เรื่องนี้ยังอยู่ในเครื่องนี้ ยังไม่ถึงเครื่องอื่น จึงยังไม่นับว่า {receiver} ไม่ตอบ"),
            )
        if row.check:
            said = self.tr("ถามผล {check} แล้วกดบันทึกผลการติดตาม")
            return self._of(
                row,
                said.replace("{check}", codes.label("referral_checks", row.check)),
                self.tr("ยังเรียน ยังรับบริการ หรือมีงานอยู่ไหม ถ้าหลุดอีก เรื่องจะเปิดใหม่และขึ้นสัญญาณเสี่ยง"),
                row.check_on,
                "check",
            )
        if row.state == "draft" and not row.receiver:
            return self._of(row, self.tr("เลือกผู้รับ แล้วส่งเรื่อง"), self.tr("ยังไม่มีใครได้รับเรื่องนี้"))
        if row.asks_consent:
            return self._of(
                row,
                self.tr("ขอความยินยอมให้ส่งต่อ"),
                self.tr("ยังไม่มีความยินยอมให้ส่งต่อให้ {receiver} ถ้าจำเป็นต้องส่งก่อน กดส่งเรื่องแล้วเลือกฐานอื่น"),
                due_on(row),
            )
        title, why = {
            "draft": (self.tr("ส่งเรื่อง"), self.tr("เขียนถึง {receiver} ไว้แล้ว ยังไม่ได้ส่ง")),
            "sent": (self.tr("โทรถามว่าได้รับเรื่องแล้วหรือยัง"), self.tr("ส่งให้ {receiver} แล้ว ยังไม่ตอบ")),
            "acknowledged": (self.tr("ถามว่ารับดูแลหรือไม่"), self.tr("{receiver} รับเรื่องไว้แล้ว")),
            "accepted": (self.tr("ถามว่าได้รับบริการแล้วหรือยัง"), self.tr("{receiver} รับดูแลแล้ว")),
            "waitlisted": (self.tr("รอถึงวันที่นัด แล้วถามอีกครั้ง"), self.tr("{receiver} ให้รอคิว")),
            "served_part": (self.tr("ตามส่วนที่ยังไม่ได้"), self.tr("ได้รับจาก {receiver} บางส่วน")),
            "served": (
                self.tr("ไปถามผู้เรียนรู้หรือครอบครัว แล้วปิดเรื่อง"),
                self.tr("บันทึกการพบหลังได้รับบริการก่อน จึงจะปิดได้"),
            ),
            "declined": (
                self.tr("ตัดสินใจว่าทำอย่างไรต่อ"),
                self.tr("{receiver} รับไม่ได้ ส่งที่อื่น ขออีกครั้ง หรือบันทึกว่ายังไม่มีใครรับ"),
            ),
            "unmet": (
                self.tr("หาผู้รับรายอื่น แล้วเปิดเรื่องใหม่"),
                self.tr("ยังไม่มีใครรับ ผู้เรียนรู้ยังรออยู่"),
            ),
        }.get(row.state, (self.tr("จบแล้ว"), self.tr("เปิดใหม่ได้ถ้ามีเรื่องอีก ประวัติยังอยู่ครบ")))
        return self._of(row, title, why, due_on(row), _LEADS.get(row.state, ""))

    def _of(
        self, row: ReferralRow, title: str, why: str, due: str = "", move: str = ""
    ) -> ReferralStep:
        receiver = row.receiver or self.tr("ผู้รับ")
        return ReferralStep(title, why.replace("{receiver}", receiver), due, move)


def named_receiver(row: ReferralRow, codes: CodeBook) -> str:
    """What is asked, and of whom; where nothing was said, what a referral is called."""
    service = codes.label("referral_services", row.service)
    said = " · ".join(filter(None, (row.receiver, service, row.number)))
    return said or kind_name("referral")


def due_on(row: ReferralRow) -> str:
    """The day, ISO, by which somebody has to ask or act: what is waited for, or silence ends."""
    if row.until:
        return row.until
    if row.state in DONE or not row.stall_days:
        return ""
    heard = max(filter(None, (row.since, row.confirmed_on)), default="")
    if not heard:
        return ""
    day: date = PartialDate.from_iso(heard).first_day + timedelta(row.stall_days + 1)
    return day.isoformat()
