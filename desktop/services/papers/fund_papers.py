"""Cash books, registers of goods, receipts and vouchers on paper."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop import reports
from desktop.models.funds import Fund, FundEntry, GoodsEntry, TakenBack
from desktop.models.money import baht_text, baht_words
from desktop.models.partners import Partner
from desktop.models.persons import Person
from desktop.reports.paper_data import PaperOptions, PrintStamp
from desktop.reports.voucher_data import VoucherPaper
from desktop.services import audit
from desktop.services.funds.book import cash_book
from desktop.services.funds.goods import GoodsLine, goods_lines
from desktop.services.funds.reading import fund_row
from desktop.services.funds.records import BookLine, CashBook
from desktop.services.papers.funds import for_what, not_of_lao
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, lines, write_list
from desktop.services.persons.reading import person_rows
from desktop.services.record_values import live
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace
from resources.clock import in_thailand

_BOOK: Final = (
    ("วัน เดือน ปี", "Date", 78.0),
    ("รายการ", "Entry", 250.0),
    ("เลขที่เอกสาร", "Document no.", 92.0),
    ("รับ", "Received", 78.0),
    ("จ่าย", "Paid", 78.0),
    ("คงเหลือ", "Balance", 84.0),
    ("หมายเหตุ", "Note", 90.0),
)
_GOODS: Final = (
    ("วัน เดือน ปี", "Date", 78.0),
    ("ผู้ให้ / ผู้รับ", "From / to", 150.0),
    ("สิ่งของ", "Goods", 120.0),
    ("เลขที่เอกสาร", "Document no.", 92.0),
    ("รับ", "Came", 60.0),
    ("จ่าย", "Went", 60.0),
    ("คงเหลือ", "Left", 80.0),
    ("เพื่อ / หมายเหตุ", "For / note", 110.0),
)


class FundPapers:
    """Prints the books of a fund, and the paper of one entry.

    All raise UserError `record_unknown`, `paper_cannot_write`, `paper_letters_missing`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_book(
        self, path: Path, fund_id: UUID, month: str = "", options: PaperOptions | None = None
    ) -> int:
        """Write a month of a cash book, the latest without one, and return its pages."""

        def told(desk: PaperDesk) -> Listed:
            today = self._workspace.today()
            book = cash_book(desk.session, fund_id, month, today, people=True)
            return _book(desk, book)

        return write_list(self._workspace, path, options, told, "printed_cash_book")

    @needs(Right.PRINT)
    def write_goods(self, path: Path, fund_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the register of goods of a fund, and return its pages."""

        def told(desk: PaperDesk) -> Listed:
            row = fund_row(desk.session, live(desk.session, Fund, fund_id), self._workspace.today())
            english = desk.language == "en"
            found = goods_lines(desk.session, fund_id, people=True)
            return Listed(
                "Register of goods" if english else "ทะเบียนรับ–จ่ายสิ่งของ",
                _GOODS,
                [("", [_goods_line(desk, each) for each in found])],
                " · ".join(filter(None, (row.name, not_of_lao(desk, row)))),
                tuple(each.party for each in found if each.party),
                len(found),
                numeric=frozenset({4, 5, 6}),
                numbered=False,
                signers=_keepers(english),
            )

        return write_list(self._workspace, path, options, told, "printed_goods")

    @needs(Right.PRINT)
    def write_entry(self, path: Path, entry_id: UUID, options: PaperOptions | None = None) -> int:
        """Write the receipt of what came, or the voucher of what went, and return its pages."""
        workspace, options = self._workspace, options or PaperOptions()
        with workspace.read() as session:
            desk = PaperDesk(session, options.language, workspace.today())
            entry: TakenBack = (
                live(session, GoodsEntry, entry_id)
                if session.get(GoodsEntry, entry_id) is not None
                else live(session, FundEntry, entry_id)
            )
            stamp = PrintStamp(at=in_thailand(workspace.now()), by=workspace.user.name)
            paper = _voucher(desk, entry, stamp, workspace)
            options = replace(options, places=(*options.places, *desk.places))
        pages = reports.write_voucher(paper, path, options)
        with workspace.write() as session:
            audit.note(session, workspace, "printed_fund_paper", count=1)
        return pages


def _book(desk: PaperDesk, book: CashBook) -> Listed:
    english = desk.language == "en"
    of_month = desk.date(book.month)
    carried = "Brought forward" if english else "ยอดยกมา"
    total = "Total of the month" if english else "รวมเดือนนี้"
    rows = [
        ("", carried, "", "", "", baht_text(book.carried), ""),
        *(_book_line(desk, each) for each in book.lines),
        (
            "",
            total,
            "",
            baht_text(book.received),
            baht_text(book.paid),
            baht_text(book.balance),
            "",
        ),
    ]
    closed = ""
    if book.closed_on:
        word = "Closed" if english else "ปิดเดือนเมื่อ"
        closed = f"{word} {desk.date(book.closed_on, short=True)}"
    return Listed(
        "Cash book" if english else "สมุดเงินสด",
        _BOOK,
        [("", rows)],
        " · ".join(filter(None, (book.fund.name, of_month, closed, not_of_lao(desk, book.fund)))),
        tuple(each.party for each in book.lines if each.party),
        numeric=frozenset({3, 4, 5}),
        numbered=False,
        signers=_keepers(english),
    )


def _keepers(english: bool) -> tuple[str, ...]:
    return ("Kept by", "Checked by") if english else ("ผู้จัดทำ", "ผู้ตรวจ")


def _book_line(desk: PaperDesk, line: BookLine) -> tuple[str, ...]:
    english = desk.language == "en"
    kind = desk.label("fund_entry_kinds", line.entry_kind)
    whom = line.party or (_unnamed(english) if line.anonymous else "")
    what = (line.details or kind, whom, line.other_fund, desk.label("fund_purposes", line.purpose))
    notes = []
    if line.late:
        notes.append("Came late" if english else "มาถึงหลังปิดเดือน")
    if line.taken_back:
        notes.append("Taken back" if english else "ยกเลิกแล้ว")
    if line.takes_back:
        notes.append(f"{'Takes back' if english else 'ยกเลิก'} {line.takes_back}")
    if line.difference is not None:
        counted = "Counted" if english else "นับได้"
        notes.append(f"{counted} {baht_text(line.amount)}")
    return (
        desk.date(line.on, short=True),
        " · ".join(filter(None, what)),
        line.number,
        baht_text(line.effect) if line.effect > 0 else "",
        baht_text(-line.effect) if line.effect < 0 else "",
        baht_text(line.balance),
        lines(*notes, line.reason),
    )


def _goods_line(desk: PaperDesk, line: GoodsLine) -> tuple[str, ...]:
    english = desk.language == "en"
    value = ""
    if line.estimated_value is not None:
        word = "about {} baht" if english else "ประมาณ {} บาท"
        value = " ".join(
            filter(None, (word.format(baht_text(line.estimated_value)), line.valued_by))
        )
    back = ("Taken back" if english else "ยกเลิกแล้ว") if line.taken_back else ""
    return (
        desk.date(line.on, short=True),
        line.party or (_unnamed(english) if line.anonymous else ""),
        lines(line.item, desk.label("goods_kinds", line.goods_kind)),
        line.number,
        f"{line.effect:g}" if line.effect > 0 else "",
        f"{-line.effect:g}" if line.effect < 0 else "",
        f"{line.left:g} {line.unit}",
        lines(desk.label("fund_purposes", line.purpose), value, back, line.reason),
    )


def _unnamed(english: bool) -> str:
    return "Somebody unnamed" if english else "ผู้ไม่ประสงค์ออกนาม"


def _voucher(
    desk: PaperDesk, entry: TakenBack, stamp: PrintStamp, workspace: Workspace
) -> VoucherPaper:
    english, session = desk.language == "en", desk.session
    fund = fund_row(session, live(session, Fund, entry.fund_id), workspace.today())
    came = entry.effect > 0
    if isinstance(entry, GoodsEntry):
        what = desk.label("goods_kinds", entry.goods_kind)
        amount, words = f"{entry.item} {entry.quantity:g} {entry.unit}", ""
    else:
        assert isinstance(entry, FundEntry)
        what = desk.label("fund_entry_kinds", entry.entry_kind)
        unit = "baht" if english else "บาท"
        amount = f"{baht_text(entry.amount)} {unit}"
        words = f"({baht_words(entry.amount)})"
    title = (
        ("Receipt of a gift", "Receipt for payment") if english else ("ใบรับบริจาค", "ใบสำคัญรับเงิน")
    )
    party = _name(session, entry.party_id, entry.partner_id)
    if not party and entry.anonymous:
        party = _unnamed(english)
    approved = " ".join(filter(None, (_name(session, entry.approved_by_id), entry.approval)))
    facts = [
        (
            "From" if english and came else "To" if english else "ได้รับจาก" if came else "จ่ายให้แก่",
            party,
        ),
        ("Entry" if english else "รายการ", entry.details or what),
        ("For" if english else "เพื่อ", for_what(desk, entry.purpose or "")),
    ]
    if approved:
        facts.append(("Approved by" if english else "อนุมัติโดย", approved))
    if isinstance(entry, FundEntry) and entry.resolution:
        facts.append(("Resolution" if english else "มติที่", entry.resolution))
    signers = (
        (("Received by", "Witness") if english else ("ผู้รับ", "พยาน"))
        if came
        else (("Received by", "Paid by") if english else ("ผู้รับเงิน", "ผู้จ่ายเงิน"))
    )
    void = "" if entry.in_effect(session) else ("Cancelled" if english else "ยกเลิกแล้ว")
    return VoucherPaper(
        title=title[0 if came else 1],
        of=" · ".join(filter(None, (fund.name, fund.owner, not_of_lao(desk, fund)))),
        number=f"{'No.' if english else 'เลขที่'} {entry.number}" if entry.number else "",
        day=desk.date(entry.on),
        facts=tuple(facts),
        amount=amount,
        in_words=words,
        void=void,
        signers=signers,
        letterhead=desk.letterhead(),
        printed=stamp,
        names=(party,) if party else (),
    )


def _name(session: Session, person_id: UUID | None, partner_id: UUID | None = None) -> str:
    if partner_id is not None and (partner := session.get(Partner, partner_id)) is not None:
        return partner.name
    if person_id is not None and session.get(Person, person_id) is not None:
        return next((each.full_name for each in person_rows(session, [person_id])), "")
    return ""
