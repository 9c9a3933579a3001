"""The list of partners."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.services.roles import Right
from desktop.ui.partners.words import PARTNER
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.table_model import Column

_MOU = "mou"


class PartnersScreen(DirectoryScreen[PartnerRow]):
    """Agencies, groups and people that help."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("partner_contact", "person")
        super().__init__(PARTNER, rights, PartnersScreen.between, "sector", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> PartnerQuery:
        return PartnerQuery(
            search, states, ask_again=AGAIN in flags, sectors=by, mou_ending=_MOU in flags
        )

    def heading(self) -> str:
        return self.tr("ภาคีและทุน")

    def counted(self, count: int) -> str:
        return self.tr("%n แห่ง", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อภาคี เบอร์โทร หรือผู้ประสานงาน")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากโรงเรียน อนามัย วัด และกลุ่มในหมู่บ้านที่ช่วยกันอยู่แล้ว")

    def flags(self) -> Mapping[str, str]:
        return {_MOU: self.tr("ข้อตกลงใกล้ครบ")}

    def to_print(self) -> str:
        return self.tr("พิมพ์ทำเนียบ")

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้รวมหน่วยงาน กลุ่ม และคนที่ช่วยผู้เรียนรู้ได้ พิมพ์ชื่อ เบอร์โทร หรือชื่อผู้ประสานงานเพื่อค้นหา\n"
            "กด Enter เพื่อเปิดดูและแก้ กด Ctrl+N เพื่อเพิ่ม กด Ctrl+P เพื่อพิมพ์ทำเนียบ\n"
            "ภาคีที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน"
        )

    def between(self) -> list[Column[PartnerRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("sector", lambda row: row.sector, 130, spare=2),
            self.worded(
                "contact", lambda: self.tr("ถามใคร"), lambda row: row.contact, 180, spare=1
            ),
            Column("phone", lambda: self.tr("โทรศัพท์"), lambda row: row.phone, width=130),
        ]
