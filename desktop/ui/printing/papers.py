"""Papers as the printing dialog knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from desktop.ui.translation import translate

Ask = Literal["many", "sensitive", "small_counts", "by_village", "whole_numbers"]


@dataclass(frozen=True)
class Paper:
    """A paper as the printing dialog knows it.

    Attributes:
        name: what it is called, in the dialog and in the name of its file.
        asks: what the dialog asks of it beside language and digits; `many`: whose it is to hold,
            with a list in front, a sheet for signatures, and a file for each village.
    """

    name: Callable[[], str]
    asks: frozenset[Ask] = frozenset()

    def wish(self) -> str:
        """What one says to have it."""
        return translate("Papers", "พิมพ์{paper}").replace("{paper}", self.name())


PLAN: Final = Paper(lambda: translate("Papers", "แผน"), frozenset({"sensitive"}))
PLANS: Final = Paper(lambda: translate("Papers", "แผนรายบุคคล"), frozenset({"many", "sensitive"}))
REGISTER: Final = Paper(
    lambda: translate("Papers", "ทะเบียนผู้เรียนรู้"),
    frozenset({"sensitive", "by_village", "whole_numbers"}),
)
SUMMARY: Final = Paper(lambda: translate("Papers", "สรุปตำบล"), frozenset({"small_counts"}))
WHOLE_RECORD: Final = Paper(lambda: translate("Papers", "ข้อมูลทั้งหมด"))
CASH_BOOK: Final = Paper(lambda: translate("Papers", "สมุดเงินสดเปล่า"))
RECEIPT: Final = Paper(lambda: translate("Papers", "ใบรับบริจาคเปล่า"))
FORMS: Final[dict[str, Paper]] = {
    "survey": Paper(lambda: translate("Papers", "แบบเยี่ยมบ้าน")),
    "hett": Paper(lambda: translate("Papers", "แบบประเมิน HETT")),
    "plan": Paper(lambda: translate("Papers", "แบบแผนรายบุคคล")),
    "consent": Paper(lambda: translate("Papers", "แบบขอความยินยอม")),
}
