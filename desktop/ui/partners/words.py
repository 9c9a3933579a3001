"""What is said of partners: what is doubtful, and why one stands in the day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QObject

from desktop.services.today.records import TodayLine
from desktop.ui.printing.papers import Paper
from desktop.ui.shell.feature import DayReason
from desktop.ui.subjects import ask_again, named, page_of
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import translate

PARTNERS, PARTNER = "partners", "partner"
DIRECTORY = Paper(lambda: translate("PartnersCommands", "ทำเนียบภาคี"))


class PartnerWords(QObject):
    """The words of the page and of the day."""

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "partner_more_free_than_there_are": self.tr("ว่างมากกว่าที่รับได้ทั้งหมด"),
            "partner_capacity_needs_day": self.tr("ใส่วันที่ของข้อมูลนี้ด้วย จะได้รู้ว่าเก่าหรือใหม่"),
            "partner_mou_ends_before": self.tr("วันสิ้นสุดอยู่ก่อนวันเริ่ม"),
            "partner_group_both_ways": self.tr("มีกลุ่มที่อยู่ทั้งรับและไม่รับ"),
        }

    def reasons(self) -> Mapping[str, DayReason]:
        """Why a partner stands in the day."""
        return {
            "partner_ask_again": ask_again(
                "handshake",
                lambda: self.tr("ภาคีที่ควรถามใหม่"),
                lambda: self.tr("โทรถามว่ายังรับใคร รับได้เท่าใด"),
            ),
            "partner_mou": DayReason(
                "file-check",
                lambda: self.tr("บันทึกข้อตกลงใกล้ครบ"),
                self._mou,
                page_of,
                who=named,
                dated=True,
            ),
        }

    def _mou(self, line: TodayLine, _today: date) -> str:
        text = self.tr("บันทึกข้อตกลงถึง {day} คุยเรื่องต่ออายุก่อนครบ")
        return text.replace("{day}", shown_iso(line.due))
