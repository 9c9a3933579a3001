"""The list of partners: search, what stands out, export, import and the directory."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal

from desktop.services.partners.records import PartnerQuery, PartnerRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.list_head import Empty
from desktop.ui.forms.list_screen import ListScreen
from desktop.ui.partners.words import PARTNER, STATE_TONES, PartnerWords
from desktop.ui.theme import theme
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.table_model import Column, DataclassTableModel

_AGAIN, _MOU = "again", "mou"


class PartnersScreen(ListScreen[PartnerRow]):
    """`find_wanted(PartnerQuery)`, `new_wanted()`, `print_wanted()`, `export_wanted()`,
    `import_wanted()`.
    """

    find_wanted = Signal(object)
    export_wanted = Signal()
    import_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.codes = CodeBook()
        self._total = 0
        model = DataclassTableModel(self._columns(PartnerWords()), lambda row: row.id)
        super().__init__(DataTable(model), PARTNER)
        self.sector = ChoiceField()
        self.export_button = Button("", "secondary", "download")
        self.import_button = Button("", "secondary", "upload")
        self.table.view.setSortingEnabled(False)
        self.head.add_filter(self.sector)
        self.lay_out(self.import_button, self.export_button, self.print_button, self.new_button)
        for button, right in (
            (self.new_button, Right.WRITE),
            (self.print_button, Right.PRINT),
            (self.export_button, Right.EXPORT),
            (self.import_button, Right.IMPORT),
        ):
            button.setVisible(right in rights)
        self.head.cleared.connect(lambda: self.sector.set_value("*"))
        self.sector.chosen.connect(lambda _code: self.ask())
        self.export_button.clicked.connect(self.export_wanted)
        self.import_button.clicked.connect(self.import_wanted)
        self.adapt()

    @property
    def query(self) -> PartnerQuery:
        """What is asked for now."""
        chosen = self.head.chips.value()
        sector = self.sector.value()
        return PartnerQuery(
            search=self.head.text,
            sectors=() if sector in ("", "*") else (sector,),
            states=tuple(code for code in chosen if code not in (_AGAIN, _MOU)),
            ask_again=_AGAIN in chosen,
            mou_ending=_MOU in chosen,
        )

    def ask(self) -> None:
        self.find_wanted.emit(self.query)

    def show_found(self, rows: Sequence[PartnerRow], codes: CodeBook) -> None:
        """Show these partners."""
        self.codes, self._total = codes, len(rows)
        self.table.model.set_rows(rows)
        self.retranslate()
        self.table.show_table()

    def help_text(self) -> str:
        return self.tr(
            "หน้านี้รวมหน่วยงาน กลุ่ม และคนที่ช่วยผู้เรียนรู้ได้ พิมพ์ชื่อ เบอร์โทร หรือชื่อผู้ประสานงานเพื่อค้นหา\n"
            "กด Enter เพื่อเปิดดูและแก้ กด Ctrl+N เพื่อเพิ่ม กด Ctrl+P เพื่อพิมพ์ทำเนียบ\n"
            "ภาคีที่ไม่ได้ยืนยันเกินหกเดือนจะขึ้นว่า ควรถามใหม่ แต่ไม่หายไปไหน"
        )

    def enter(self, argument: object) -> None:
        if argument == "again":
            self.head.chips.set_value((_AGAIN,))
        self.ask()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {"partner", "partner_contact", "partner_move", "person", "vocabulary_term"}:
            self.ask()

    def retranslate(self) -> None:
        self.head.set_words(
            self.tr("ภาคีและทุน"),
            self.tr("%n แห่ง", "", self._total),
            self.tr("ค้นชื่อภาคี เบอร์โทร หรือผู้ประสานงาน"),
        )
        self.new_button.setText(self.tr("เพิ่มภาคี"))
        self.print_button.setText(self.tr("พิมพ์ทำเนียบ"))
        self.export_button.setText(self.tr("ส่งออก"))
        self.import_button.setText(self.tr("นำเข้า"))
        self.head.chips.set_choices(
            [
                (_AGAIN, self.tr("ควรถามใหม่")),
                (_MOU, self.tr("ข้อตกลงใกล้ครบ")),
                *self.codes.choices("partner_states"),
            ]
        )
        self.head.chips.setAccessibleName(self.tr("ดูเฉพาะ"))
        sectors = [("*", self.tr("ทุกภาคส่วน")), *self.codes.choices("partner_types")]
        self.sector.set_choices(sectors)
        if not self.sector.value():
            self.sector.set_value("*")
        self.sector.setAccessibleName(self.tr("ภาคส่วน"))
        self.table.model.retranslate()
        narrowed = self.query != PartnerQuery()
        self.head.word_empty(
            narrowed=narrowed,
            nothing=Empty(
                "handshake",
                self.tr("ยังไม่มีภาคี"),
                self.tr("เริ่มจากโรงเรียน อนามัย วัด และกลุ่มในหมู่บ้านที่ช่วยกันอยู่แล้ว"),
                self.tr("เพิ่มภาคี") if not self.new_button.isHidden() else "",
            ),
            none_found=Empty(
                "search",
                self.tr("ไม่พบภาคีตามที่เลือก"),
                self.tr("ลองพิมพ์สั้นลง หรือเอาตัวกรองออก"),
                self.tr("ดูทุกภาคี"),
            ),
        )

    def redress(self) -> None:
        self.sector.setFixedWidth(theme().px(190))

    def _columns(self, words: PartnerWords) -> list[Column[PartnerRow]]:
        def asked_icon(row: PartnerRow) -> tuple[str, str] | None:
            return ("triangle-alert", "warning") if row.ask_again else None

        return [
            Column(
                "name",
                lambda: self.tr("ภาคี"),
                lambda row: row.name,
                width=0,
                hint=lambda row: row.name,
            ),
            Column(
                "sector",
                lambda: self.tr("ภาคส่วน"),
                lambda row: self.codes.label("partner_types", row.sector),
                width=130,
            ),
            Column(
                "state",
                lambda: self.tr("สถานะ"),
                lambda row: self.codes.label("partner_states", row.state),
                width=185,
                icon=lambda row: (STATE_TONES[row.state][1], "muted"),
            ),
            Column(
                "contact",
                lambda: self.tr("ถามใคร"),
                lambda row: row.contact,
                width=180,
                hint=lambda row: row.contact,
            ),
            Column("phone", lambda: self.tr("โทรศัพท์"), lambda row: row.phone, width=130),
            Column("asked", lambda: self.tr("ยืนยันล่าสุด"), words.asked, width=230, icon=asked_icon),
        ]
