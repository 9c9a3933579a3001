"""The list of life-quality activities."""

from __future__ import annotations

from collections.abc import Collection

from desktop.services.kpc.records import KpcQuery, KpcRow
from desktop.services.roles import Right
from desktop.ui.kpc.words import KPC_ENTRY, hours
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.table_model import Column


class KpcEntriesScreen(DirectoryScreen[KpcRow]):
    """What is done, by whom, in which term; claimed and approved hours side by side."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(KPC_ENTRY, rights, KpcEntriesScreen.between, "part", ("learner",))

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> KpcQuery:
        return KpcQuery(search, states, ask_again=AGAIN in flags, parts=by)

    def searched(self) -> str:
        return self.tr("ค้นโครงการ กิจกรรม หรือชื่อผู้เรียนรู้")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากกิจกรรมของภาคเรียนนี้ เช่น ทำความสะอาดฝาย สอนน้องอ่านหนังสือ")

    def again(self) -> str:
        return self.tr("ยังบอกไม่ครบ")

    def help_text(self) -> str:
        return self.tr(
            "กิจกรรมพัฒนาคุณภาพชีวิตของผู้เรียนรู้ สกร. เสนอ → อนุมัติ → ทำเสร็จ → ผ่าน\n"
            "ชั่วโมงที่เสนอยังไม่นับ นับเฉพาะที่อนุมัติและไม่ได้ประเมินว่าไม่ผ่าน\n"
            "กด Enter เพื่อเปิดดู กด Ctrl+N เพื่อเพิ่ม"
        )

    def between(self) -> list[Column[KpcRow]]:
        """The columns between the name and how it stands."""
        return [
            self.whose(lambda row: row.who, 130),
            self.fact("term", lambda row: row.term, width=90),
            self.coded("part", lambda row: row.part, 140, spare=1),
        ]

    def asked_when(self) -> Column[KpcRow]:
        """Hours, claimed and approved."""
        return Column(
            "hours",
            lambda: self.tr("เสนอ / อนุมัติ (ชั่วโมง)"),
            lambda row: f"{hours(row.claimed)} / {hours(row.approved)}",
            width=180,
        )
