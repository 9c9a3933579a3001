"""The list of credit items of the centre, by state with the days that each waits."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.credits.records import CreditQuery, CreditRow
from desktop.services.roles import Right
from desktop.ui.credit_items.words import CREDIT_ITEM, CreditWords, shown_credits
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.table_model import Column

_UNPROVEN = "unproven"


class CreditItemsScreen(DirectoryScreen[CreditRow]):
    """What was learnt, by whom, what is proposed and what was accepted, side by side."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("learner", "evidence", "evidence_move", "partner")
        super().__init__(CREDIT_ITEM, rights, CreditItemsScreen.between, "origin", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> CreditQuery:
        return CreditQuery(
            search, states, ask_again=AGAIN in flags, origins=by, unproven=_UNPROVEN in flags
        )

    def searched(self) -> str:
        return self.tr("ค้นสิ่งที่เรียนรู้ หรือชื่อผู้เรียนรู้")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากสิ่งที่ทำได้แล้ว เช่น ซ่อมรถ ทอผ้า ดูแลผู้สูงอายุ แล้วหาหลักฐาน")

    def flags(self) -> Mapping[str, str]:
        return {_UNPROVEN: self.tr("ยังไม่มีหลักฐาน")}

    def again(self) -> str:
        return self.tr("ต้องทำต่อ")

    def help_text(self) -> str:
        return self.tr(
            "สิ่งที่ผู้เรียนรู้ทำได้และขอเทียบโอนเป็นหน่วยกิต จดไว้ → เสนอ → ยื่น → สถานศึกษารับ\n"
            "ที่เสนอยังไม่ใช่ที่รับ ผลรวมนับเฉพาะที่สถานศึกษารับแล้ว มีเลขที่หรือเอกสาร\n"
            "กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม"
        )

    def between(self) -> list[Column[CreditRow]]:
        """The columns between the name and how it stands."""
        return [
            self.whose(lambda row: row.who, 170),
            self.coded("origin", lambda row: row.origin, 115, spare=1),
            Column(
                "proposed",
                lambda: self.tr("เสนอ"),
                lambda row: shown_credits(row.proposed),
                width=70,
            ),
            Column(
                "accepted",
                lambda: self.tr("รับแล้ว"),
                lambda row: shown_credits(row.accepted),
                width=75,
            ),
        ]

    def asked_when(self) -> Column[CreditRow]:
        """For how long each waits, and whom for."""
        return Column(
            "since",
            lambda: self.tr("รอมา"),
            _waited,
            width=190,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            hint=lambda row: shown_iso(row.since) if row.since else "",
            spare=2,
        )


def _waited(row: CreditRow) -> str:
    return " · ".join(filter(None, (CreditWords().waits(row), row.receiver)))
