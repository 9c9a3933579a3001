"""Blank pages of a fund's books for the pen: its cash book, and the receipt of a gift."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from desktop.reports.paper_data import PaperOptions
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, write_list
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_ROWS: Final = 9
_BOOK: Final = (
    ("วัน เดือน ปี", "Date", 78.0),
    ("รายการ", "Entry", 230.0),
    ("เลขที่เอกสาร", "Document no.", 92.0),
    ("รับ", "Received", 78.0),
    ("จ่าย", "Paid", 78.0),
    ("คงเหลือ", "Balance", 84.0),
    ("หมายเหตุ", "Note", 90.0),
)
_RECEIPT: Final = (("เรื่อง", "Matter", 200.0), ("รายละเอียด", "Details", 550.0))
_GIFT: Final = (
    ("เลขที่ วันที่", "Number, day"),
    ("กองทุน", "Fund"),
    ("ได้รับจาก ที่อยู่ โทร", "From, address, phone"),
    ("เงิน (บาท) ตัวเลขและตัวหนังสือ", "Money (baht), in figures and in words"),
    ("หรือสิ่งของ จำนวน หน่วย", "Or goods, quantity, unit"),
    ("เพื่อ", "For"),
    ("ผู้รับ ลงชื่อ", "Received by: signature"),
)


class BookForms:
    """Writes the sheets; nobody is named on them, and each page bears the code of its form."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_cash_book(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write an empty page of a cash book, its rows numbered, and return its pages."""

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            head = (
                "Fund ........................ Month ................ Page ......"
                if english
                else "กองทุน ........................... เดือน ................... หน้าที่ ......."
            )
            return Listed(
                "Cash book" if english else "สมุดเงินสด",
                _BOOK,
                [("", [("\n", *[""] * (len(_BOOK) - 1))] * _ROWS)],
                head,
                signers=("Kept by", "Checked by") if english else ("ผู้จัดทำ", "ผู้ตรวจ"),
                code="CASH-1",
            )

        return write_list(self._workspace, path, options, told)

    @needs(Right.PRINT)
    def write_receipt(self, path: Path, options: PaperOptions | None = None) -> int:
        """Write an empty receipt of a gift, and the copy that stays; return its pages."""

        def told(desk: PaperDesk) -> Listed:
            english = desk.language == "en"
            copies = (
                ("For the giver", "Stays with the fund") if english else ("ให้ผู้บริจาค", "เก็บไว้ที่กองทุน")
            )
            rows = [(en if english else th, "\n") for th, en in _GIFT]
            return Listed(
                "Receipt of a gift" if english else "ใบรับบริจาค",
                _RECEIPT,
                [(copy, rows) for copy in copies],
                apart=True,
                code="GIFT-1",
            )

        return write_list(self._workspace, path, options, told)
