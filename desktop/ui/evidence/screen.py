"""The list of evidence of learning."""

from __future__ import annotations

from collections.abc import Collection

from desktop.services.evidence.records import EvidenceQuery, EvidenceRow
from desktop.services.roles import Right
from desktop.ui.evidence.words import EVIDENCE, lacks
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.table_model import Column


class EvidenceListScreen(DirectoryScreen[EvidenceRow]):
    """What it is, whose, what it shows, and what it lacks."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("learner", "credit_item", "document", "consent")
        super().__init__(EVIDENCE, rights, EvidenceListScreen.between, "evidence_kind", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> EvidenceQuery:
        return EvidenceQuery(search, states, kinds=by, ask_again=AGAIN in flags)

    def searched(self) -> str:
        return self.tr("ค้นหลักฐาน หรือชื่อผู้เรียนรู้")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากภาพชิ้นงาน ใบรับรอง หรือสิ่งที่เห็นเขาทำ")

    def again(self) -> str:
        return self.tr("ยังขาดอะไร")

    def help_text(self) -> str:
        return self.tr(
            "สิ่งที่แสดงว่าผู้เรียนรู้ทำได้ เปิดดูแล้วกดดูแล้ว หรือบอกว่ายังไม่พอเพราะอะไร\n"
            "ภาพที่มีคนอื่นพิมพ์หรือส่งออกไม่ได้จนกว่าทุกคนยินยอม\n"
            "กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม"
        )

    def between(self) -> list[Column[EvidenceRow]]:
        """The columns between the name and how it stands."""
        return [
            self.whose(lambda row: row.who, 170),
            self.coded("evidence_kind", lambda row: row.kind, 140, spare=1),
            self.worded(
                "shows",
                lambda: field_name(EVIDENCE, "credit_item_id"),
                lambda row: row.shows,
                150,
                spare=2,
            ),
        ]

    def asked_when(self) -> Column[EvidenceRow]:
        """What it lacks, or else its day."""
        return Column(
            "lacks",
            lambda: self.tr("ยังขาด"),
            lambda row: lacks(row.gaps) or (shown_iso(row.on) if row.on else ""),
            width=210,
            icon=lambda row: ("triangle-alert", "warning") if row.gaps else None,
            hint=lambda row: lacks(row.gaps),
            spare=3,
        )
