"""Cash books as a workbook: out, back without a change, and rows of a new number alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import load_workbook

from desktop.services.all import Services
from desktop.services.funds.line_workbook import LinesQuery
from desktop.services.workbooks.problem_words import problem_words
from tests.factories import make_workspace
from tests.services.funds.test_cash_book import balance, opened


@pytest.fixture
def fund(services: Services) -> UUID:
    fund = opened(services)
    values = {"amount": "1250.50", "party": "นายสมหวัง ให้ทาน", "purpose": "meals", "on": "5/10/2569"}
    services.fund_entries.receive(fund, values)
    services.fund_entries.pay(fund, {"amount": "50", "details": "ค่ารถ", "purpose": "meals"})
    services.fund_entries.count(fund, {"amount": "1200"})
    return fund


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv"])
@pytest.mark.parametrize("english", [False, True])
def test_what_goes_out_comes_back_and_doubles_nothing(
    services: Services, fund: UUID, tmp_path: Path, name: str, english: bool
) -> None:
    done = services.exporting.export("cash_book", tmp_path / name, english=english)
    assert done.rows == 3
    preview = services.workbooks.preview("cash_book", tmp_path / name)
    assert [line.outcome for line in preview.lines] == ["unchanged"] * 3
    assert preview.problems == ()
    month = LinesQuery(fund, "2026-10")
    assert services.exporting.export("cash_book", tmp_path / "y.csv", month).rows == 1


def test_rows_of_new_numbers_come_in_once_and_are_taken_back_with_their_run(
    services: Services, fund: UUID, tmp_path: Path
) -> None:
    book = tmp_path / "x.csv"
    book.write_text(
        "กองทุน,วันที่,รายการ,เลขที่,จำนวนเงิน,รับจาก\n"
        "กองทุนน้ำใจ,1/11/2569,รับเงิน,เล่ม 1/1,300,สมหวัง ให้ทาน\n"
        "กองทุนน้ำใจ,2/11/2569,จ่ายเงิน,จ 1/1,100,ร้านสมุด\n",
        encoding="utf-8",
    )
    stored = services.workbooks.run(services.workbooks.preview("cash_book", book))
    assert (stored.new, stored.updated) == (2, 0)
    assert balance(services, fund) == 140050
    assert services.persons.count("สมหวัง") == 1
    again = services.workbooks.preview("cash_book", book)
    assert [line.outcome for line in again.lines] == ["unchanged", "unchanged"]
    services.undo.undo_run(stored.run_id)
    assert balance(services, fund) == 120050


def test_a_line_that_was_written_is_not_edited_from_a_table(
    services: Services, fund: UUID, tmp_path: Path
) -> None:
    services.exporting.export("cash_book", tmp_path / "x.xlsx")
    book = load_workbook(tmp_path / "x.xlsx")
    sheet: Any = book.active
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("จำนวนเงิน") + 1).value = "9,999.00"
    book.save(tmp_path / "x.xlsx")
    preview = services.workbooks.preview("cash_book", tmp_path / "x.xlsx")
    assert [line.outcome for line in preview.lines] == ["error", "unchanged", "unchanged"]
    assert [each.code for each in preview.problems] == ["cash_fund_entry_stays"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("กองทุนอื่น,1/11/2569,รับเงิน,ก 1,5,", "cash_fund_unknown"),
        ("กองทุนน้ำใจ,1/11/2569,โอนข้ามกองทุน,ก 1,5,", "cash_fund_kind_by_hand"),
        ("กองทุนน้ำใจ,1/1/2599,รับเงิน,ก 1,5,", "cash_date_ahead"),
        ("กองทุนน้ำใจ,1/11/2569,จ่ายเงิน,ก 1,0,", "cash_fund_amount"),
    ],
)
def test_what_cannot_be_is_told_of_its_row(
    services: Services, fund: UUID, tmp_path: Path, row: str, code: str
) -> None:
    book = tmp_path / "x.csv"
    book.write_text(f"กองทุน,วันที่,รายการ,เลขที่,จำนวนเงิน,รับจาก\n{row}\n", encoding="utf-8")
    preview = services.workbooks.preview("cash_book", book)
    assert [line.outcome for line in preview.lines] == ["error"]
    assert [each.code for each in preview.problems] == [code]


@pytest.fixture
def others(tmp_path: Path) -> Iterator[Services]:
    """Another centre, which knows nothing of this one."""
    workspace = make_workspace(tmp_path / "others")
    yield Services(workspace)
    workspace.close()


HEADINGS = "กองทุน,วันที่,รายการ,เลขที่,สิ่งของ,จำนวน,หน่วย,รับจาก,เหตุผล"


@pytest.fixture
def goods(services: Services, fund: UUID) -> UUID:
    """A fund with goods that came, went and were sold."""
    rice = {"item": "ข้าวสาร", "unit": "กก."}
    register = services.goods
    register.receive(fund, {**rice, "quantity": "30.5", "party": "สมหวัง ให้ทาน", "on": "5/10/2569"})
    given = register.give(fund, {**rice, "quantity": 2})
    register.spoil(fund, {**rice, "quantity": 1, "reason": "มอดกิน"})
    register.sell(fund, "100", {**rice, "quantity": 5})
    register.reverse(given, "ลงผิด")
    return fund


def in_store(services: Services, fund: UUID) -> list[float]:
    return [each.quantity for each in services.goods.book(fund).stock]


@pytest.mark.parametrize("name", ["x.xlsx", "x.csv"])
@pytest.mark.parametrize("english", [False, True])
def test_the_register_of_goods_comes_back_as_it_went(
    services: Services, goods: UUID, tmp_path: Path, name: str, english: bool
) -> None:
    assert services.exporting.export("goods", tmp_path / name, english=english).rows == 5
    preview = services.workbooks.preview("goods", tmp_path / name)
    assert [line.outcome for line in preview.lines] == ["unchanged"] * 5
    assert preview.problems == ()
    month = LinesQuery(goods, "2026-10")
    assert services.exporting.export("goods", tmp_path / "y.csv", month).rows == 1


def test_goods_of_new_numbers_come_in_once_without_touching_the_cash(
    services: Services, goods: UUID, tmp_path: Path
) -> None:
    book, cash = tmp_path / "x.csv", balance(services, goods)
    rows = (
        f"{HEADINGS}\nกองทุนน้ำใจ,1/11/2569,รับเข้า,ข 1,ข้าวสาร,10,กก.,สมหวัง ให้ทาน,\n"
        "กองทุนน้ำใจ,2/11/2569,จ่ายออก,ข 2,ข้าวสาร,99.25,กก.,,\n"
    )
    book.write_text(rows, encoding="utf-8")
    stored = services.workbooks.run(services.workbooks.preview("goods", book))
    assert (stored.new, stored.updated) == (2, 0)
    assert (in_store(services, goods), balance(services, goods)) == ([-64.75], cash)
    assert services.persons.count("สมหวัง") == 1
    again = services.workbooks.preview("goods", book)
    assert [line.outcome for line in again.lines] == ["unchanged", "unchanged"]
    services.undo.undo_run(stored.run_id)
    assert in_store(services, goods) == [24.5]


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ("กองทุนน้ำใจ,1/11/2569,ยกเลิกรายการ,ก 1,ข้าว,1,กก.,,", "goods_goods_kind_by_hand", "C"),
        ("กองทุนอื่น,1/11/2569,รับเข้า,ก 1,ข้าว,1,กก.,,", "goods_fund_unknown", "A"),
        ("กองทุนน้ำใจ,1/1/2599,รับเข้า,ก 1,ข้าว,1,กก.,,", "goods_date_ahead", "B"),
        ("กองทุนน้ำใจ,1/11/2569,รับเข้า,ก 1,ข้าว,-1,กก.,,", "goods_goods_quantity", "F"),
        ("กองทุนน้ำใจ,1/11/2569,รับเข้า,ก 1,,1,กก.,,", "goods_fund_line_lacks", "E"),
        ("กองทุนน้ำใจ,1/11/2569,เสียหาย,ก 1,ข้าว,1,กก.,,", "goods_fund_line_lacks", "I"),
    ],
)
def test_bad_goods_are_told_with_their_row_and_column(
    services: Services, fund: UUID, tmp_path: Path, row: str, code: str, column: str
) -> None:
    book = tmp_path / "x.csv"
    book.write_text(f"{HEADINGS}\n{row}\n", encoding="utf-8")
    preview = services.workbooks.preview("goods", book)
    assert [line.outcome for line in preview.lines] == ["error"]
    (problem,) = preview.problems
    assert (problem.code, problem.row, problem.column) == (code, 2, column)


SALES = "กองทุน,วันที่,รายการ,เลขที่,สิ่งของ,จำนวน,หน่วย,รับจาก,ได้เงิน,เลขที่ใบเสร็จ"
SOLD = "กองทุนน้ำใจ,1/11/2569,ขายหรือประมูล"


def sales(path: Path, *rows: str) -> Path:
    path.write_text("\n".join([SALES, *rows, ""]), encoding="utf-8")
    return path


def cash_lines(services: Services, fund: UUID) -> list[tuple[str, int]]:
    months = services.fund_entries.book(fund).months
    lines = [each for month in months for each in services.fund_entries.book(fund, month).lines]
    return sorted((each.number, each.amount) for each in lines)


def test_what_was_sold_comes_in_with_its_cash_as_one_event(
    services: Services, goods: UUID, tmp_path: Path
) -> None:
    store, cash = in_store(services, goods), balance(services, goods)
    book = sales(tmp_path / "x.csv", f'{SOLD},ข 9,ข้าวสาร,2.5,กก.,ร้านค้า,"1,050.50",เล่ม 2/7')
    stored = services.workbooks.run(services.workbooks.preview("goods", book))
    assert (stored.new, stored.updated) == (1, 0)
    assert balance(services, goods) == cash + 105050
    assert ("เล่ม 2/7", 105050) in cash_lines(services, goods)
    (line,) = (each for each in services.goods.book(goods).lines if each.number == "ข 9")
    assert (line.cash, line.effect, line.party) == (105050, -2.5, "ร้านค้า")
    again = services.workbooks.preview("goods", book)
    assert [each.outcome for each in again.lines] == ["unchanged"]
    services.undo.undo_run(stored.run_id)
    assert (in_store(services, goods), balance(services, goods)) == (store, cash)


@pytest.mark.parametrize("english", [False, True])
@pytest.mark.parametrize("cash_first", [False, True])
def test_a_sale_goes_to_another_centre_with_its_cash_once(
    services: Services,
    others: Services,
    goods: UUID,
    tmp_path: Path,
    english: bool,
    cash_first: bool,
) -> None:
    for what in ("cash_book", "goods"):
        services.exporting.export(what, tmp_path / f"{what}.xlsx", english=english)
    fund = opened(others)
    for what in ("cash_book", "goods") if cash_first else ("goods", "cash_book"):
        preview = others.workbooks.preview(what, tmp_path / f"{what}.xlsx")
        others.workbooks.run(preview)
    sold = {each.number: each.cash for each in services.goods.book(goods).lines if each.cash}
    came = {each.number: each.cash for each in others.goods.book(fund).lines if each.cash}
    assert came == sold
    receipts = [each for each in cash_lines(services, goods) if each[1] == 10000]
    assert [each for each in cash_lines(others, fund) if each[1] == 10000] == receipts
    assert len(receipts) == 1


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        (f"{SOLD},ก 1,ข้าว,1,กก.,,,", "goods_fund_line_lacks", "I"),
        (f"{SOLD},ก 1,ข้าว,1,กก.,,มาก,", "goods_bad_amount", "I"),
        (f"{SOLD},ก 1,ข้าว,1,กก.,,0,", "goods_fund_amount", "I"),
        (f"{SOLD},ก 1,ข้าว,1,กก.,,5,ร 1", "goods_goods_cash_differs", "I"),
        (f"{SOLD},ก 1,ข้าว,0,กก.,,5,", "goods_goods_quantity", "F"),
        (f"{SOLD},ก 1,ข้าว,1,กก.,,7,ร 2", "goods_fund_number_used", "J"),
        ("กองทุนน้ำใจ,1/11/2569,จ่ายออก,ก 1,ข้าว,1,กก.,,5,", "goods_goods_cash_not_sold", "I"),
        ("กองทุนน้ำใจ,1/11/2569,จ่ายออก,ก 1,ข้าว,1,กก.,,,ร 9", "goods_goods_cash_not_sold", "J"),
    ],
)
def test_a_bad_sale_is_told_with_its_row_and_column(
    services: Services, fund: UUID, tmp_path: Path, row: str, code: str, column: str
) -> None:
    services.fund_entries.receive(fund, {"amount": "6", "number": "ร 1"})
    first = sales(tmp_path / "a.csv", f"{SOLD},ก 0,ข้าว,1,กก.,,7,ร 2")
    services.workbooks.run(services.workbooks.preview("goods", first))
    before = cash_lines(services, fund)
    preview = services.workbooks.preview("goods", sales(tmp_path / "x.csv", row))
    assert [line.outcome for line in preview.lines] == ["error"]
    (problem,) = preview.problems
    assert (problem.code, problem.row, problem.column) == (code, 2, column)
    assert problem_words(problem.code, "th")
    assert problem_words(problem.code, "en")
    assert cash_lines(services, fund) == before


def test_one_receipt_is_of_one_sale(services: Services, fund: UUID, tmp_path: Path) -> None:
    rows = (f"{SOLD},ก 1,ข้าว,1,กก.,,7,ร 2", f"{SOLD},ก 2,เกลือ,1,ถุง,,7,ร 2")
    preview = services.workbooks.preview("goods", sales(tmp_path / "x.csv", *rows))
    assert [line.outcome for line in preview.lines] == ["new", "error"]
    assert [(each.code, each.row, each.column) for each in preview.problems] == [
        ("goods_fund_number_used", 3, "J")
    ]
    services.workbooks.run(preview)
    assert [each for each in cash_lines(services, fund) if each[0] == "ร 2"] == [("ร 2", 700)]
