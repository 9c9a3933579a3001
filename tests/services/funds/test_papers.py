"""Cash book, register, receipt and voucher on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from tests.reports.paper_reader import reversed_text, squeezed
from tests.services.funds.test_cash_book import opened


def said(path: Path, write: Callable[[Path], int]) -> str:
    assert write(path) == 1
    return squeezed(reversed_text(path))


def test_a_month_reads_as_a_cash_book_with_totals_and_two_signatures(
    services: Services, tmp_path: Path
) -> None:
    fund = opened(services, owner_kind="mosque")
    entries, papers = services.fund_entries, services.fund_papers
    entries.receive(fund, {"amount": "100", "on": "5/10/2569"})
    entries.receive(fund, {"amount": "1250.50", "party": "นายสมหวัง ให้ทาน", "number": "เล่ม 2/7"})
    entries.pay(fund, {"amount": "50", "details": "ค่ารถ"})
    words = said(tmp_path / "x.pdf", lambda path: papers.write_book(path, fund))
    for word in (
        "สมุดเงินสด", "กองทุนน้ำใจ", "พฤศจิกายน 2569", "ไม่ใช่บัญชีของ อปท.", "ยอดยกมา", "100.00",
        "1,250.50", "เล่ม 2/7", "ค่ารถ", "1,300.50", "รวมเดือนนี้", "ผู้จัดทำ", "ผู้ตรวจ",
    ):  # fmt: skip
        assert squeezed(word) in words, word
    services.funds.edit(fund, {"owner_kind": "lao"})
    words = said(tmp_path / "y.pdf", lambda path: papers.write_book(path, fund, "2026-10"))
    assert squeezed("ไม่ใช่บัญชี") not in words
    thai = PaperOptions(thai_digits=True)
    words = said(tmp_path / "z.pdf", lambda path: papers.write_book(path, fund, "", thai))
    assert "๑,๓๐๐.๕๐" in words


def test_a_receipt_says_the_amount_in_words_and_that_it_was_cancelled(
    services: Services, tmp_path: Path
) -> None:
    fund = opened(services)
    values = {"amount": "121.25", "party": "สมหวัง ให้ทาน", "purpose": "meals", "number": "7/1"}
    gift = services.fund_entries.receive(fund, values)
    papers = services.fund_papers
    words = said(tmp_path / "x.pdf", lambda path: papers.write_entry(path, gift))
    for word in ("ใบรับบริจาค", "7/1", "สมหวัง", "หนึ่งร้อยยี่สิบเอ็ดบาทยี่สิบห้าสตางค์", "อาหารกลางวัน"):
        assert squeezed(word) in words, word
    assert squeezed("ยกเลิกแล้ว") not in words
    services.fund_entries.reverse(gift, "เขียนผิด")
    words = said(tmp_path / "y.pdf", lambda path: papers.write_entry(path, gift))
    assert squeezed("ยกเลิกแล้ว") in words


def test_a_payment_has_its_voucher_and_goods_their_register(
    services: Services, tmp_path: Path
) -> None:
    fund = opened(services)
    papers = services.fund_papers
    services.fund_entries.receive(fund, {"amount": "100"})
    paid = services.fund_entries.pay(fund, {"amount": "20", "party": "ร้านสมุด"})
    rice = services.goods.receive(
        fund, {"item": "ข้าวสาร", "unit": "กก.", "quantity": 30, "estimated_value": "900"}
    )
    words = said(tmp_path / "x.pdf", lambda path: papers.write_entry(path, paid))
    for word in ("ใบสำคัญรับเงิน", "ร้านสมุด", "ยี่สิบบาทถ้วน", "ผู้จ่ายเงิน"):
        assert squeezed(word) in words, word
    words = said(tmp_path / "y.pdf", lambda path: papers.write_entry(path, rice))
    assert squeezed("ข้าวสาร 30 กก.") in words
    assert squeezed("บาทถ้วน") not in words
    words = said(tmp_path / "z.pdf", lambda path: papers.write_goods(path, fund))
    for word in ("ทะเบียนรับ–จ่ายสิ่งของ", "ข้าวสาร", "30 กก.", "ประมาณ 900.00 บาท"):
        assert squeezed(word) in words, word


def test_papers_are_in_english_too(services: Services, tmp_path: Path) -> None:
    fund: UUID = opened(services)
    gift = services.fund_entries.receive(fund, {"amount": "100"})
    english = PaperOptions(language="en")
    papers = services.fund_papers
    assert "Cashbook" in said(
        tmp_path / "x.pdf", lambda path: papers.write_book(path, fund, "", english)
    )
    assert "Receiptofagift" in said(
        tmp_path / "y.pdf", lambda path: papers.write_entry(path, gift, english)
    )
