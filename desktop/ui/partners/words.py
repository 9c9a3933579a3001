"""What is said of partners: how they stand, what is to be asked, what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.partners.records import PartnerRow
from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.record_names import field_name
from desktop.ui.shell.feature import DayReason
from desktop.ui.shell.finding import Destination
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate
from desktop.ui.widgets.labels import Tone

PARTNERS, PARTNER, NEW_PARTNER = "partners", "partner", "partner_new"
DIRECTORY = Paper(lambda: translate("PartnersCommands", "ทำเนียบภาคี"))
STATE_TONES: dict[str, tuple[Tone, str]] = {
    "candidate": ("info", "message-square"),
    "active": ("success", "handshake"),
    "paused": ("warning", "clock"),
    "ended": ("neutral", "circle-check"),
}


class PartnerWords(QObject):
    """The words of lists, of the page and of the day."""

    def asked(self, row: PartnerRow) -> str:
        """When it was last asked; that it is to be asked again comes first."""
        day = shown_iso(row.confirmed_on) if row.confirmed_on else self.tr("ยังไม่เคยยืนยัน")
        return self.tr("ควรถามใหม่ · {day}").replace("{day}", day) if row.ask_again else day

    def mou(self, row: PartnerRow) -> str:
        """Until when the agreement runs."""
        return shown_iso(row.mou_until) if row.mou_until else ""

    def moves(self) -> Mapping[str, str]:
        """What the buttons of the moves say."""
        return {
            "begin": self.tr("เริ่มทำงานร่วมกัน"),
            "pause": self.tr("พักไว้ก่อน"),
            "resume": self.tr("กลับมาทำงานร่วมกัน"),
            "end": self.tr("เลิกทำงานร่วมกัน"),
        }

    def doubt(self, code: str) -> str:
        """What cannot be quite right."""
        return {
            "partner_more_free_than_there_are": self.tr("ว่างมากกว่าที่รับได้ทั้งหมด"),
            "partner_capacity_needs_day": self.tr("ใส่วันที่ของข้อมูลนี้ด้วย จะได้รู้ว่าเก่าหรือใหม่"),
            "partner_mou_ends_before": self.tr("วันสิ้นสุดอยู่ก่อนวันเริ่ม"),
            "partner_group_both_ways": self.tr("มีกลุ่มที่อยู่ทั้งรับและไม่รับ"),
        }[code]

    def missing(self, names: tuple[str, ...]) -> str:
        """What is worth asking for."""
        words = [
            self.tr("ผู้ประสานงาน") if name == "contacts" else field_name("partner", name)
            for name in names
        ]
        return self.tr("ยังไม่รู้: {what}").replace("{what}", ", ".join(words)) if words else ""

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a partner stands in the day."""
        return {
            "partner_ask_again": DayReason(
                "handshake", lambda: self.tr("ภาคีที่ควรถามใหม่"), self._ask, _page, who=_name
            ),
            "partner_mou": DayReason(
                "file-check",
                lambda: self.tr("บันทึกข้อตกลงใกล้ครบ"),
                self._mou,
                _page,
                who=_name,
                dated=True,
            ),
        }

    def _ask(self, line: TodayLine, _today: date) -> str:
        if not line.due:
            return self.tr("ยังไม่เคยยืนยันข้อมูล โทรถามว่ายังรับใคร รับได้เท่าใด")
        text = self.tr("ยืนยันข้อมูลล่าสุดเมื่อ {day} โทรถามว่ายังรับใคร รับได้เท่าใด")
        return text.replace("{day}", shown_iso(line.due))

    def _mou(self, line: TodayLine, _today: date) -> str:
        text = self.tr("บันทึกข้อตกลงถึง {day} คุยเรื่องต่ออายุก่อนครบ")
        return text.replace("{day}", shown_iso(line.due))


def _name(line: TodayLine) -> str:
    return str(line.values["name"])


def _page(line: TodayLine) -> Destination:
    return PARTNER, UUID(line.subject)
