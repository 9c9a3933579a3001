"""What is said of matches: the next step, amounts, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.matches.records import MatchRow
from desktop.services.needs.records import NeedRow
from desktop.services.today.records import TodayLine
from desktop.ui.code_book import CodeBook
from desktop.ui.needs.words import amount
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

BOARD, MATCH = "matches", "match"


def board_title() -> str:
    """What the board is called."""
    return translate("MatchesCommands", "ที่ขอพบที่ให้")


class MatchWords(QObject):
    """The words of the board, the page and the day."""

    def next_step(self, row: MatchRow) -> str:
        """What is to be done now."""
        if row.state == "confirmed" and row.confirmed >= max(row.agreed, row.delivered):
            return self.tr("ได้ครบตามที่ตกลงแล้ว ไม่มีอะไรค้าง")
        return {
            "suggested": self.tr("เสนอคู่นี้แก่ทั้งสองฝ่าย"),
            "proposed": self.tr("ถามผู้ให้และผู้ขอ ถ้าตกลงทั้งสองฝ่าย จดว่าใคร เมื่อใด รู้ได้อย่างไร"),
            "agreed": self.tr("นัดวันส่ง แล้วจดเมื่อส่งจริง"),
            "delivered": self.tr("ถามผู้รับว่าได้แล้วเท่าใด จึงนับว่าได้"),
            "confirmed": self.tr("ผู้รับยืนยันแล้วบางส่วน จดเมื่อส่งงวดต่อไป"),
            "ended": self.tr("เลิกแล้ว ถ้าคุยกันใหม่ กดเสนออีกครั้ง"),
        }.get(row.state, "")

    def sums(self, row: MatchRow, codes: CodeBook) -> str:
        """How much was agreed, delivered and confirmed."""
        told = (
            (self.tr("ตกลง {much}"), row.agreed),
            (self.tr("ส่งแล้ว {much}"), row.delivered),
            (self.tr("ผู้รับยืนยัน {much}"), row.confirmed),
        )
        return " · ".join(
            text.replace("{much}", amount(codes, much, row.unit)) for text, much in told if much
        )

    def far(self, row: NeedRow, codes: CodeBook) -> str:
        """How far a need is met, and what is promised."""
        wanted = amount(codes, row.quantity, row.unit)
        parts = [
            self.tr("ได้ {got} จาก {wanted}")
            .replace("{got}", amount(codes, row.confirmed, ""))
            .replace("{wanted}", wanted)
            if wanted
            else codes.label("need_met", row.met)
        ]
        if row.promised:
            promised = amount(codes, row.promised, row.unit)
            parts.append(self.tr("นัดไว้อีก {much}").replace("{much}", promised))
        return " · ".join(parts)

    def stuck(self, row: NeedRow) -> str:
        """Why a need does not go on; "" where it does."""
        if row.met == "met" or row.state == "ended":
            return ""
        if row.state == "paused":
            return self.tr("พักไว้")
        if row.share == "none":
            return self.tr("ผู้ขอไม่ให้เล่า จึงหาคนให้ไม่ได้")
        if not row.share and (row.learner_id or row.household_id):
            return self.tr("ยังไม่ถามว่าเล่าได้แค่ไหน")
        if row.overdue:
            return self.tr("เลยวันที่ต้องได้แล้ว")
        return "" if row.promised else self.tr("ยังไม่มีใครตกลงให้")

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a match stands in the day."""
        return {
            "match_consent": DayReason(
                "shield", lambda: self.tr("คู่ที่ต้องหยุดไว้ก่อน"), self._consent, page_of, who=named
            ),
            "match_due": DayReason(
                "package",
                lambda: self.tr("ถึงวันส่งของที่ตกลงกัน"),
                self._due,
                page_of,
                who=named,
                dated=True,
            ),
            "match_unconfirmed": DayReason(
                "square-check",
                lambda: self.tr("ส่งแล้วแต่ผู้รับยังไม่ยืนยัน"),
                self._unconfirmed,
                page_of,
                who=named,
            ),
            "match_waits": DayReason(
                "message-square",
                lambda: self.tr("เสนอแล้วยังไม่มีคำตอบ"),
                self._waits,
                page_of,
                who=named,
            ),
        }

    def _consent(self, _line: TodayLine, _today: date) -> str:
        return self.tr("ผู้ขอไม่ให้เล่าเรื่องนี้แล้ว หรือห้ามใช้ข้อมูล หยุดคู่นี้ไว้ก่อน")

    def _due(self, line: TodayLine, _today: date) -> str:
        return self.tr("นัดส่งภายใน {day} ถามผู้ให้แล้วจดเมื่อส่งจริง").replace("{day}", shown_iso(line.due))

    def _unconfirmed(self, line: TodayLine, _today: date) -> str:
        return self.tr("ส่งเมื่อ {day} ถามผู้รับว่าได้แล้วเท่าใด").replace("{day}", shown_iso(line.due))

    def _waits(self, line: TodayLine, _today: date) -> str:
        return self.tr("เสนอเมื่อ {day} โทรถามทั้งสองฝ่าย").replace("{day}", shown_iso(line.due))
