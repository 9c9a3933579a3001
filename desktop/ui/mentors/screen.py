"""The list of mentors."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.mentors.records import MentorQuery, MentorRow
from desktop.services.roles import Right
from desktop.ui.mentors.words import MENTOR
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.table_model import Column

_CONSENT = "consent"


class MentorsScreen(DirectoryScreen[MentorRow]):
    """People who can teach, or go along with a learner."""

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__(
            MENTOR, rights, MentorsScreen.between, "ways", ("person", "consent", "partner")
        )

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> MentorQuery:
        return MentorQuery(
            search, states, ask_again=AGAIN in flags, ways=by, no_consent=_CONSENT in flags
        )

    def counted(self, count: int) -> str:
        return self.tr("%n คน", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อ เบอร์โทร หรือสิ่งที่สอนได้")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากปราชญ์ ช่าง และคนที่เด็กในหมู่บ้านเรียนด้วยอยู่แล้ว")

    def flags(self) -> Mapping[str, str]:
        return {_CONSENT: self.tr("ยังไม่ยินยอม")}

    def to_print(self) -> str:
        return self.tr("พิมพ์ทำเนียบ")

    def help_text(self) -> str:
        return self.tr(
            "คนที่สอนหรือเป็นพี่เลี้ยงให้ผู้เรียนรู้ได้ ค้นด้วยชื่อ เบอร์โทร หรือสิ่งที่สอน\n"
            "คนที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน\n"
            "ทำเนียบที่พิมพ์มีเฉพาะคนที่ยินยอม"
        )

    def between(self) -> list[Column[MentorRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("ways", lambda row: list(row.ways), 150, spare=2),
            self.fact(
                "skills",
                lambda row: " ".join(row.skills.split()),
                width=190,
                hint=lambda row: row.skills,
            ),
            Column(
                "phone", lambda: field_name("person", "phone"), lambda row: row.phone, width=120
            ),
        ]
