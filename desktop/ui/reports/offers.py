"""The papers and tables that the reports offer, each said once for the page and for Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from desktop.services.roles import Right
from desktop.ui.translation import translate

REPORTS = "reports"
Way = Literal["print", "export", "blank"]


@dataclass(frozen=True)
class Offer:
    """A paper or a table: how it is made, its name, and what it is good for."""

    key: str
    way: Way
    icon: str
    name: Callable[[], str]
    note: Callable[[], str]
    right: Right

    def wish(self) -> str:
        """What one says to have it."""
        words = {
            "print": translate("ReportsOffers", "พิมพ์{paper}"),
            "export": translate("ReportsOffers", "ส่งออก{paper}"),
            "blank": translate("ReportsOffers", "พิมพ์{paper} (เปล่า)"),
        }[self.way]
        return words.replace("{paper}", self.name())


def heading(way: Way) -> str:
    """What stands over the offers of one way."""
    return {
        "print": translate("ReportsOffers", "พิมพ์เป็น PDF"),
        "export": translate("ReportsOffers", "ส่งออกเป็น Excel"),
        "blank": translate("ReportsOffers", "แบบฟอร์มเปล่า เขียนด้วยปากกา"),
    }[way]


OFFERS = (
    Offer(
        "summary", "print", "chart-column",
        lambda: translate("ReportsOffers", "สรุปตำบล"),
        lambda: translate("ReportsOffers", "กราฟและจำนวน สำหรับประชุมสภาหรือรายงานจังหวัด"),
        Right.COUNT,
    ),
    Offer(
        "register", "print", "list",
        lambda: translate("ReportsOffers", "ทะเบียนผู้เรียนรู้"),
        lambda: translate("ReportsOffers", "รายชื่อทุกคน เรียงตามตัวอักษรไทย"),
        Right.PRINT,
    ),
    Offer(
        "plans", "print", "clipboard-list",
        lambda: translate("ReportsOffers", "แผนรายบุคคล"),
        lambda: translate("ReportsOffers", "พิมพ์ทีละหมู่บ้านหรือทั้งตำบล พร้อมใบลงชื่อ"),
        Right.PRINT,
    ),
    Offer(
        "export learners", "export", "users",
        lambda: translate("ReportsOffers", "รายชื่อผู้เรียนรู้"),
        lambda: translate("ReportsOffers", "แก้ใน Excel แล้วนำเข้ากลับได้"),
        Right.EXPORT,
    ),
    Offer(
        "export plans", "export", "table",
        lambda: translate("ReportsOffers", "แผนและเป้าหมาย"),
        lambda: translate("ReportsOffers", "หนึ่งแถวต่อหนึ่งแผน"),
        Right.EXPORT,
    ),
    Offer(
        "export progress", "export", "trending-up",
        lambda: translate("ReportsOffers", "ความก้าวหน้า"),
        lambda: translate("ReportsOffers", "HETT ครั้งแรกกับครั้งล่าสุดของแต่ละคน"),
        Right.EXPORT,
    ),
    Offer(
        "form survey", "blank", "house",
        lambda: translate("ReportsOffers", "แบบเยี่ยมบ้าน"),
        lambda: translate("ReportsOffers", "ถามเรื่องครอบครัว การเรียน และสิ่งที่สนใจ"),
        Right.COUNT,
    ),
    Offer(
        "form hett", "blank", "radar",
        lambda: translate("ReportsOffers", "แบบประเมิน HETT"),
        lambda: translate("ReportsOffers", "ทุกตัวชี้วัด พร้อมคำบอกระดับ 1 ถึง 4"),
        Right.COUNT,
    ),
    Offer(
        "form plan", "blank", "notebook-pen",
        lambda: translate("ReportsOffers", "แบบแผนรายบุคคล"),
        lambda: translate("ReportsOffers", "สิบหกหัวข้อ พร้อมที่ลงชื่อและลายนิ้วมือ"),
        Right.COUNT,
    ),
)  # fmt: skip
