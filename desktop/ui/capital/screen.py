"""The list of community capital."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.capital.records import CapitalQuery, CapitalRow
from desktop.services.roles import Right
from desktop.ui.capital.words import CAPITAL, MAP, CapitalAt, map_title, village_of
from desktop.ui.person_words import PersonWords
from desktop.ui.record_names import field_name
from desktop.ui.subjects.directory import AGAIN, ALL, DirectoryScreen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.table_model import Column

_HERE, _UNSORTED, _TEACHES, _KEEN, _UNHELPED = "here", "unsorted", "teaches", "keen", "unhelped"


class CapitalsScreen(DirectoryScreen[CapitalRow]):
    """What there is, whose it is, where, and whom it has helped."""

    def __init__(self, rights: Collection[Right]) -> None:
        self._at = CapitalAt()
        self.map_button = Button("", "secondary", "map-pin")
        reads = ("person", "partner", "village", "offer", "match", "match_move")
        super().__init__(CAPITAL, rights, CapitalsScreen.between, "capital_type", reads)
        self.map_button.clicked.connect(lambda: self.open_requested.emit(MAP, None))

    def lay_out(self, *buttons: Button) -> None:
        super().lay_out(self.map_button, *buttons)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> CapitalQuery:
        here = self._at if _HERE in flags else CapitalAt()
        return CapitalQuery(
            search,
            states,
            village_id=here.village_id,
            ask_again=AGAIN in flags,
            kinds=("",) if _UNSORTED in flags else by,
            nowhere=bool(here.place) and here.village_id is None,
            teaches=_TEACHES in flags,
            keen=_KEEN in flags,
            unhelped=_UNHELPED in flags,
        )

    def enter(self, argument: object) -> None:
        """`argument`: a `CapitalAt`, a number of the map."""
        if isinstance(argument, CapitalAt):
            self._at = argument
            self.retranslate()
            flags = [_HERE] if argument.place else []
            if argument.kind == "":
                flags.append(_UNSORTED)
            self.head.chips.set_value((*flags, "noted", "confirmed"))
            self.filter.set_value(argument.kind or ALL)
        super().enter(argument)

    def searched(self) -> str:
        return self.tr("ค้นว่ามีอะไร อยู่ตรงไหน หรือชื่อเจ้าของ")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากคนที่สอนได้ ป่า วัด กลุ่มอาชีพ และที่ว่างของหมู่บ้าน")

    def flags(self) -> Mapping[str, str]:
        return {
            **({_HERE: self._at.place} if self._at.place else {}),
            _TEACHES: self.tr("ยินดีสอน"),
            _KEEN: self.tr("สนใจร่วม"),
            _UNHELPED: self.tr("ยังไม่ได้ช่วยใคร"),
            _UNSORTED: self.tr("ยังไม่ระบุประเภท"),
        }

    def to_print(self) -> str:
        return self.tr("พิมพ์แผนที่ทุน")

    def retranslate(self) -> None:
        super().retranslate()
        self.map_button.setText(map_title())

    def help_text(self) -> str:
        return self.tr(
            "สิ่งที่หมู่บ้านมีและผู้เรียนรู้ใช้ได้ ค้นด้วยชื่อ ที่ตั้ง หรือเจ้าของ\n"
            "จำนวนที่ช่วยแล้วนับจากสิ่งที่เสนอให้จากทุนนั้นซึ่งผู้รับยืนยัน ไม่ต้องพิมพ์\n"
            "ที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน"
        )

    def between(self) -> list[Column[CapitalRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("capital_type", lambda row: row.kind, 140, spare=2),
            Column(
                "owner",
                lambda: self.tr("ใครเป็นเจ้าของ"),
                lambda row: row.owner,
                width=170,
                hint=lambda row: " · ".join(filter(None, (row.owner, row.phone))),
            ),
            Column(
                "village",
                lambda: field_name(CAPITAL, "village_id"),
                lambda row: PersonWords().village(row.village) if row.village_id else "",
                width=90,
                hint=lambda row: " · ".join(filter(None, (village_of(row), row.place))),
            ),
            Column(
                "helped",
                lambda: self.tr("ช่วยแล้ว"),
                lambda row: f"{row.helped:,}" if row.helped else "–",
                width=90,
                spare=1,
            ),
        ]
