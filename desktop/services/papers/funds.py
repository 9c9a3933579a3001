"""Funds on paper: the list of them, with what is in each by what it may be used for."""

from __future__ import annotations

from typing import Final

from desktop.models.funds import Fund
from desktop.models.money import baht_text
from desktop.services.funds.reading import found
from desktop.services.funds.records import FundQuery, FundRow
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, SubjectDirectory, lines

_COLUMNS: Final = (
    ("กองทุน", "Fund", 190.0),
    ("เจ้าของ", "Owner", 140.0),
    ("ตั้งขึ้นเพื่อ", "Set up for", 180.0),
    ("แยกตามเรื่อง (บาท)", "By purpose (baht)", 140.0),
    ("คงเหลือ (บาท)", "Balance (baht)", 100.0),
)


class FundDirectory(SubjectDirectory[FundQuery]):
    """Prints funds with their balances; a community's book is not the local authority's."""

    event = "printed_funds"

    def _listed(self, desk: PaperDesk, query: FundQuery | None) -> Listed:
        english = desk.language == "en"
        rows = found(desk.session, query or FundQuery(), desk.today)
        total = baht_text(sum(row.balance for row in rows))
        count = (
            f"{len(rows)} funds, {total} baht" if english else f"{len(rows)} กองทุน รวม {total} บาท"
        )
        return Listed(
            "Funds" if english else "กองทุน",
            _COLUMNS,
            [("", [_line(desk, row) for row in rows])],
            count,
            tuple(row.name for row in rows),
            len(rows),
        )


def _line(desk: PaperDesk, row: FundRow) -> tuple[str, ...]:
    fund = desk.session.get_one(Fund, row.id)
    return (
        lines(row.name, desk.label("fund_states", row.state)),
        lines(desk.label("fund_owners", row.owner_kind), row.owner, not_of_lao(desk, row)),
        fund.purpose or "",
        lines(
            *(
                f"{for_what(desk, code)} {baht_text(left)}"
                for code, left in row.parts.items()
                if left
            )
        ),
        baht_text(row.balance),
    )


def for_what(desk: PaperDesk, purpose: str) -> str:
    """What money is for, in the words of the centre."""
    anything = "Anything" if desk.language == "en" else "ใช้ได้ทุกเรื่อง"
    return desk.label("fund_purposes", purpose) if purpose else anything


def not_of_lao(desk: PaperDesk, row: FundRow) -> str:
    """That the book is none of the local authority's, unless it owns the fund."""
    if row.owner_kind == "lao":
        return ""
    return "Not an account of the local authority" if desk.language == "en" else "ไม่ใช่บัญชีของ อปท."
