"""What is said of referrals: their papers, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.referrals.brought import REPLY
from desktop.services.roles import Right
from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import ask_again, named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate
from desktop.ui.tries import TryWords

REFERRALS, REFERRAL = "referrals", "referral"
BOARD = "referral_board"
TAB = "referrals"
"""Of the learner's page."""
SLIP = Paper(lambda: translate("ReferralsCommands", "ใบส่งต่อพร้อมใบตอบรับ"))
SLIPS = Paper(lambda: translate("ReferralsCommands", "ใบส่งต่อทุกใบ"))
FORM = Paper(lambda: translate("ReferralsCommands", "ใบส่งต่อเปล่า"))
LETTER = Paper(lambda: translate("ReferralsCommands", "หนังสือติดตามเรื่องที่ส่งต่อ"))
SUMMARY = Paper(lambda: translate("ReferralsCommands", "สรุปการส่งต่อ"))


def board_title() -> str:
    """What the board is called, in the rail too."""
    return translate("ReferralsCommands", "ส่งต่อ")


class ReferralWords(QObject):
    """The words of the day."""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a referral stands in the day."""
        return {
            "referral_ask_again": ask_again(
                "send",
                lambda: self.tr("ส่งต่อที่เงียบไป"),
                lambda: self.tr("โทรถามผู้รับว่าถึงไหนแล้ว"),
            ),
            "referral_waiting": DayReason(
                "clock", lambda: self.tr("ส่งต่อที่รอเลยวัน"), self._waiting, page_of, who=named
            ),
            "referral_declined": DayReason(
                "split", lambda: self.tr("ส่งต่อที่รับไม่ได้"), self._declined, page_of, who=named
            ),
            "referral_check": DayReason(
                "circle-check", lambda: self.tr("ส่งต่อที่ถึงวันถามผล"), self._check, page_of, who=named
            ),
            "referral_reply_waiting": DayReason(
                "inbox",
                lambda: self.tr("ใบตอบรับรอเรื่อง"),
                self._reply,
                lambda _line: (REPLY, None),
                who=lambda line: self.tr("ใบเลขที่ {number}").replace("{number}", named(line)),
                right=Right.WRITE,
            ),
            "referral_try": DayReason(
                "phone", lambda: self.tr("ส่งต่อที่ต้องโทรอีกครั้ง"), TryWords().again, page_of, who=named
            ),
            "referral_consent": DayReason(
                "signature", lambda: self.tr("ส่งต่อที่ไม่มีความยินยอม"), self._consent, page_of, who=named
            ),
        }

    def _waiting(self, line: TodayLine, _today: date) -> str:
        said = self.tr("{receiver} ให้รอถึง {day} ซึ่งเลยมาแล้ว ถามว่ารับได้หรือยัง")
        return _of(said, line).replace("{day}", shown_iso(line.due))

    def _declined(self, line: TodayLine, _today: date) -> str:
        return _of(self.tr("{receiver} รับไม่ได้ ตัดสินใจว่าส่งที่อื่น ขออีกครั้ง หรือยังไม่มีใครรับ"), line)

    def _check(self, line: TodayLine, _today: date) -> str:
        said = self.tr("ถึงวันถามว่ายังเรียน ยังรับบริการ หรือมีงานอยู่ไหม ตั้งแต่ {day}")
        return said.replace("{day}", shown_iso(line.due))

    def _reply(self, line: TodayLine, _today: date) -> str:
        problem = str(line.values["problem"])
        said = self.tr("{agency} ตอบมาแล้ว").replace(
            "{agency}", str(line.values["institution"] or self.tr("หน่วยงาน"))
        )
        return f"{said} {waits_for(problem)}"

    def _consent(self, line: TodayLine, _today: date) -> str:
        return _of(self.tr("ส่งให้ {receiver} แล้ว แต่ความยินยอมไม่มีผลแล้ว ขอใหม่หรือเรียกเรื่องคืน"), line)


def waits_for(problem: str) -> str:
    """What a reply waits for (`WaitingReply.problem`), in a sentence."""
    if problem == "slip_unknown":
        return translate("ReferralWords", "รอซิงก์ ยังไม่มีใบเลขที่นี้ในเครื่องนี้ ถ้ารอนานให้ดูว่าเลขที่ถูกหรือไม่")
    if problem == "slip_done":
        return translate("ReferralWords", "เรื่องของใบนี้จบหรือส่งใหม่แล้ว เปิดเรื่องดูก่อน แล้วคีย์ใหม่หรือไม่ใช้ใบนี้")
    return translate("ReferralWords", "ขัดกับที่บันทึกไว้ในเรื่องนี้ เปิดเรื่องดูก่อน แล้วคีย์ใหม่หรือไม่ใช้ใบนี้")


def _of(said: str, line: TodayLine) -> str:
    return said.replace("{receiver}", str(line.values["receiver"]))
