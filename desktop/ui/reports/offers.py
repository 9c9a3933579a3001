"""The papers and tables of learners, their plans and their progress."""

from __future__ import annotations

from desktop.services.roles import Right
from desktop.services.tallies.help_service import REPORTS
from desktop.ui.printing.papers import CASH_BOOK, FORMS, PLANS, RECEIPT, REGISTER, SUMMARY, Paper
from desktop.ui.shell.offers import Offer, printed
from desktop.ui.translation import Language, language, translate

_HELP_ICONS = {
    "needs": "handshake", "answers": "clock", "cohort": "trending-up", "funds": "book-open",
    "learning": "graduation-cap", "demand": "star",
    "skills": "trending-up", "credits": "shield-check",
}  # fmt: skip


def _words(report: str) -> str:
    return REPORTS[report][language() is Language.ENGLISH]


def _outside() -> str:
    return translate("ReportsOffers", "ใช้นอกหน่วยงานได้ จำนวน 1 ถึง 4 ไม่แสดง")


def _help(report: str, icon: str) -> tuple[Offer, Offer]:
    """A report of help on paper and as a table."""
    paper = Paper(lambda: _words(report))
    return (
        Offer(
            f"print help_{report}", "print", icon, paper.name, _outside, Right.COUNT,
            lambda printing, within: printing.print_by(
                paper,
                lambda services: lambda path, looks: services.help_reports.write_pdf(
                    path, report, within.query, looks
                ),
            ),
        ),
        Offer(
            f"export help_{report}", "export", icon, paper.name, _outside, Right.EXPORT,
            lambda printing, within: printing.export(f"help_{report}", within.query),
        ),
    )  # fmt: skip


OFFERS = (
    Offer(
        "summary", "print", "chart-column", SUMMARY.name,
        lambda: translate("ReportsOffers", "กราฟและจำนวน สำหรับประชุมสภาหรือรายงานจังหวัด"),
        Right.COUNT,
        lambda printing, within: printing.print_summary(within.query),
    ),
    Offer(
        "register", "print", "list", REGISTER.name,
        lambda: translate("ReportsOffers", "รายชื่อทุกคน เรียงตามตัวอักษรไทย"),
        Right.PRINT,
        lambda printing, within: printing.print_register(within.query, within.words),
        frequent=True,
    ),
    Offer(
        "plans", "print", "clipboard-list", PLANS.name,
        lambda: translate("ReportsOffers", "พิมพ์ทีละหมู่บ้านหรือทั้งตำบล พร้อมใบลงชื่อ"),
        Right.PRINT,
        lambda printing, _within: printing.print_plans(),
    ),
    Offer(
        "export learners", "export", "users",
        lambda: translate("ReportsOffers", "รายชื่อผู้เรียนรู้"),
        lambda: translate("ReportsOffers", "แก้ใน Excel แล้วนำเข้ากลับได้"),
        Right.EXPORT,
        lambda printing, within: printing.export("learners", within.query),
    ),
    Offer(
        "export plans", "export", "table",
        lambda: translate("ReportsOffers", "แผนและเป้าหมาย"),
        lambda: translate("ReportsOffers", "หนึ่งแถวต่อหนึ่งแผน"),
        Right.EXPORT,
        lambda printing, within: printing.export("plans", within.query),
    ),
    Offer(
        "export progress", "export", "trending-up",
        lambda: translate("ReportsOffers", "ความก้าวหน้า"),
        lambda: translate("ReportsOffers", "HETT ครั้งแรกกับครั้งล่าสุดของแต่ละคน"),
        Right.EXPORT,
        lambda printing, within: printing.export("progress", within.query),
    ),
    Offer(
        "form survey", "blank", "house", FORMS["survey"].name,
        lambda: translate("ReportsOffers", "ถามเรื่องครอบครัว การเรียน และสิ่งที่สนใจ"),
        Right.COUNT,
        lambda printing, _within: printing.print_form("survey"),
    ),
    Offer(
        "form hett", "blank", "radar", FORMS["hett"].name,
        lambda: translate("ReportsOffers", "ทุกตัวชี้วัด พร้อมคำบอกระดับ 1 ถึง 4"),
        Right.COUNT,
        lambda printing, _within: printing.print_form("hett"),
    ),
    Offer(
        "form plan", "blank", "notebook-pen", FORMS["plan"].name,
        lambda: translate("ReportsOffers", "สิบหกหัวข้อ พร้อมที่ลงชื่อและลายนิ้วมือ"),
        Right.COUNT,
        lambda printing, _within: printing.print_form("plan"),
    ),
    printed(
        "form cash book", "book-open", CASH_BOOK,
        lambda: translate("ReportsOffers", "หน้าสมุดเงินสดเปล่า มีเลขแถวและรหัสหน้า"),
        lambda services: services.book_forms.write_cash_book,
        "blank",
    ),
    printed(
        "form receipt", "book-open", RECEIPT,
        lambda: translate("ReportsOffers", "ให้ผู้บริจาคหนึ่งใบ เก็บไว้หนึ่งใบ"),
        lambda services: services.book_forms.write_receipt,
        "blank",
    ),
    Offer(
        "export oneroster", "export", "graduation-cap",
        lambda: translate("ReportsOffers", "กิจกรรมและผู้เรียนรู้ (OneRoster)"),
        lambda: translate("ReportsOffers", "ให้ระบบเรียนออนไลน์ของหน่วยงานอื่น มีชื่อ ไม่มีเลขประจำตัว"),
        Right.EXPORT,
        lambda printing, _within: printing.export_roster(),
    ),
    *(offer for report, icon in _HELP_ICONS.items() for offer in _help(report, icon)),
)  # fmt: skip
