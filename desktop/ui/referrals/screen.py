"""The list of referrals: where each stands, for how long, and with whom."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import Signal

from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.roles import Right
from desktop.ui.referrals.words import REFERRAL
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.table_model import Column

_WAITING = "waiting"


class ReferralsScreen(DirectoryScreen[ReferralRow]):
    """Who was referred where, and what came of it; `slips_wanted()`."""

    slips_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(
            REFERRAL,
            rights,
            ReferralsScreen.between,
            "service",
            ("learner", "partner", "person", "consent"),
        )
        self.slips_button = Button("", "secondary", "printer")
        self.slips_button.clicked.connect(self.slips_wanted)
        show_if(self.slips_button, Right.PRINT in rights)
        self.head.add_action(self.slips_button)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        if hasattr(self, "slips_button"):
            self.slips_button.setText(self.tr("พิมพ์ใบส่งต่อทุกใบที่เห็น"))

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> ReferralQuery:
        return ReferralQuery(
            search, states, ask_again=AGAIN in flags, services=by, waiting=_WAITING in flags
        )

    def counted(self, count: int) -> str:
        return self.tr("%n เรื่อง", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อ หน่วยงาน หรือเลขที่ใบส่งต่อ")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากเรื่องที่เคยโทรขอให้หน่วยงานช่วยแล้วยังไม่ได้คำตอบ")

    def flags(self) -> Mapping[str, str]:
        return {_WAITING: self.tr("รอคนทำต่อ")}

    def help_text(self) -> str:
        return self.tr(
            "ส่งแล้วยังไม่จบ แต่ละเรื่องบอกว่าอยู่ขั้นใดและนานกี่วัน เรื่องที่เงียบเกินกำหนดของบริการนั้นขึ้นว่า ควรถามใหม่\n"
            "หน่วยงานรับไม่ได้ ต้องตัดสินใจว่าส่งที่อื่น ขออีกครั้ง หรือยังไม่มีใครรับ\n"
            "ปิดเรื่องได้เมื่อผู้เรียนรู้หรือครอบครัวบอกเองว่าได้รับแล้ว หรือพยายามติดต่อครบ 3 ครั้ง"
        )

    def between(self) -> list[Column[ReferralRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("service", lambda row: [row.service] if row.service else [], 150, spare=2),
            self.worded(
                "receiver", lambda: self.tr("ส่งถึง"), lambda row: row.receiver, 170, spare=4
            ),
            Column(
                "number",
                lambda: self.tr("เลขที่"),
                lambda row: row.number,
                width=85,
                hint=lambda row: shown_iso(row.sent_on) if row.sent_on else "",
                spare=1,
            ),
            Column("days", lambda: self.tr("นาน"), self.age, width=80),
        ]

    def age(self, row: ReferralRow) -> str:
        """How long it has stood where it stands."""
        return self.tr("%n วัน", "", row.days)
