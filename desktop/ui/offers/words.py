"""What is said of offers: papers, doubts, and why one stands in the day."""

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

OFFERS, OFFER = "offers", "offer"
LIST = Paper(lambda: translate("OffersCommands", "รายการสิ่งที่เสนอให้"))
FORM = Paper(lambda: translate("OffersCommands", "ใบรับคำเสนอให้"))
PROMISE = Paper(lambda: translate("OffersCommands", "คำเสนอให้ความช่วยเหลือ"))


class OfferWords(QObject):
    """The words of the page and of the day."""

    def doubts(self) -> Mapping[str, str]:
        """What cannot be quite right."""
        return {
            "offer_without_unit": self.tr("ใส่หน่วยนับด้วย จะได้เทียบกับสิ่งที่มีคนขอ"),
            "offer_ends_before": self.tr("วันสุดท้ายอยู่ก่อนวันเริ่ม"),
        }

    def reasons(self) -> Mapping[str, DayReason]:
        """Why an offer stands in the day."""
        return {
            "offer_ask_again": ask_again(
                "package",
                lambda: self.tr("สิ่งที่เสนอให้ซึ่งควรถามใหม่"),
                lambda: self.tr("โทรถามว่ายังให้อยู่ไหม เหลือเท่าใด"),
            ),
            "offer_over": DayReason(
                "clock",
                lambda: self.tr("สิ่งที่เสนอให้พ้นวันแล้ว"),
                self._over,
                page_of,
                who=named,
                dated=True,
            ),
        }

    def _over(self, line: TodayLine, _today: date) -> str:
        text = self.tr("เสนอให้ถึง {day} ถามว่าต่อไหม หรือกดเลิกเสนอ")
        return text.replace("{day}", shown_iso(line.due))
