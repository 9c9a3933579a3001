"""One page of every widget, to look at and to test by."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.models.dates import PartialDate
from desktop.ui.jobs import Job
from desktop.ui.shell.feature import BuiltScreen, ScreenEntry, ShellContext
from desktop.ui.shell.screens import Screen
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choices import ChoiceField, FilterChips, MultiChoice
from desktop.ui.widgets.date_field import ThaiDateField
from desktop.ui.widgets.dimension_trend import DimensionTrend, Round
from desktop.ui.widgets.distribution_bars import Bar, BarPart, DistributionBars
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.hett_radar import HettRadar, RadarLevels
from desktop.ui.widgets.hett_style import DimensionMark, dimensions
from desktop.ui.widgets.identity_field import IdentityField
from desktop.ui.widgets.labels import SectionHeader, StatusPill, ThaiLabel
from desktop.ui.widgets.level_picker import LevelPicker
from desktop.ui.widgets.progress_panel import ProgressPanel
from desktop.ui.widgets.quick_look import QuickLook
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.side_by_side import FieldPair, SideBySide
from desktop.ui.widgets.states import EmptyState
from desktop.ui.widgets.text_fields import PasscodeField, SearchBox, TextArea, TextField
from desktop.ui.widgets.timeline import Timeline, TimelineEvent
from tests.tour.gallery_parts import Known, PlaceForm, people_table

GROUPS = [
    ("TG01", "เด็กปฐมวัยยากจน/เข้าไม่ถึงโอกาส"),
    ("TG02", "เด็ก/เยาวชนนอกระบบการศึกษา"),
    ("TG03", "กลุ่มเสี่ยงหลุดจากระบบ"),
    ("TG04", "พ่อแม่วัยรุ่น/ตั้งครรภ์"),
    ("TG07", "แรงงานนอกระบบรายได้ต่ำ"),
    ("TG08", "ผู้ว่างงาน"),
    ("TG09", "ผู้ไม่มีสถานะทางทะเบียน"),
    ("TG10", "คนพิการ"),
    ("TG12", "กลุ่มชาติพันธุ์"),
    ("TG13", "ผู้สูงอายุ"),
]
STATUSES = [("active", "กำลังดูแล"), ("paused", "พักไว้"), ("closed", "จบแล้ว")]


EVENTS = [
    TimelineEvent(
        "1", "20 พ.ย. 2569", "ประเมิน HETT รอบที่ 3", "อ่านคล่องขึ้น อยากเรียนซ่อมรถต่อ", "radar",
        group="ปี 2569",
    ),
    TimelineEvent(
        "2", "2 ส.ค. 2569", "เยี่ยมบ้าน", "น้ำท่วมทาง เดินเข้าไปกับผู้ใหญ่บ้าน", "house", "warning",
        "ปี 2569",
    ),
    TimelineEvent(
        "3", "16 พ.ค. 2568", "ลงชื่อในแผนรายบุคคล", "", "signature", "success", "ปี 2568"
    ),
]  # fmt: skip
VILLAGES = [
    (1, "บ้านแม่สวด", 24),
    (4, "บ้านแม่เลาะ", 13),
    (9, "บ้านนาดอย", 3),
    (12, "บ้านอุมโล๊ะเหนือ", 8),
]
LEVELS = {"H": (4, 12, 20, 9), "E": (14, 16, 10, 5), "T": (10, 15, 12, 8), "D": (3, 9, 22, 11)}


class Gallery(Screen):
    """A page of widgets."""

    def __init__(self, page: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addWidget(ThaiLabel("ผู้เรียนรู้ · ที่ นั้น ปุ๋ย ญี่ปุ่น กี่ น้ำ ก๊ก ฐู ฤๅ", "title"))
        {
            "form": self._form,
            "entry": self._entry,
            "list": self._list,
            "charts": self._charts,
            "plan": self._plan,
            "report": self._report,
            "conflict": self._conflict,
        }[page](column)
        self.adapt()

    def help_text(self) -> str:
        return "หน้านี้รวมทุกชิ้นส่วนไว้ให้ดู ไม่มีข้อมูลจริง กดปุ่มลองดูได้ทุกปุ่ม"

    def _form(self, column: QVBoxLayout) -> None:
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        name = TextField()
        name.set_value("ดาวเรือง")
        number = IdentityField()
        number_row = FormRow(number, "เลขประจำตัว")
        number.set_identity("1999900000014")
        birth = ThaiDateField(today=lambda: date(2026, 11, 22))
        birth.set_value(PartialDate(2011, 11))
        wrong = TextField()
        wrong.set_value("น")
        wrong_row = FormRow(wrong, "นามสกุล", required=True)
        wrong_row.set_error("พิมพ์นามสกุลให้ครบ หรือใส่ - ถ้าไม่มี")
        status = ChoiceField(STATUSES)
        status.set_value("active")
        groups = MultiChoice(GROUPS)
        groups.set_value(["TG02", "TG12"])
        story = TextArea(3)
        story.set_value(
            "อยากเรียนซ่อมรถจักรยานยนต์กับช่างในหมู่บ้าน หมู่บ้านถูกตัดขาดช่วงน้ำหลากเดือนกรกฎาคมถึงตุลาคม"
        )
        rows: list[QWidget] = [
            FormRow(name, "ชื่อ", "ชื่อตามทะเบียน ไม่ต้องใส่คำนำหน้า", required=True), wrong_row,
            number_row, FormRow(birth, "วันเกิด", "รู้แค่ไหนใส่แค่นั้น"),
            FormRow(status, "สถานะ"), FormRow(PasscodeField(), "รหัสผ่าน"),
            FormRow(groups, "กลุ่มเป้าหมาย"), FormRow(story, "เรื่องราวโดยย่อ"),
        ]  # fmt: skip
        for place, row in enumerate(rows):
            grid.addWidget(row, place // 2, place % 2, Qt.AlignmentFlag.AlignTop)
        more = QHBoxLayout()
        check, checked, radio = (
            QCheckBox("ยินยอมให้ถ่ายภาพ"),
            QCheckBox("อ่านให้ฟังแล้ว"),
            QRadioButton("หญิง"),
        )
        checked.setChecked(True)
        radio.setChecked(True)
        for part in (check, checked, radio, QRadioButton("ชาย")):
            more.addWidget(part)
        more.addStretch(1)
        grid.addLayout(more, 4, 0)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        disabled = Button("ใช้ไม่ได้", "primary", "save")
        disabled.setEnabled(False)
        for button in (
            Button("บันทึก", "primary", "save"), Button("พิมพ์", "secondary", "printer"),
            Button("ลบ", "danger", "trash-2"), Button("ยกเลิก", "quiet"), disabled,
            IconButton("pencil", "แก้ไข"), IconButton("ellipsis", "อื่น ๆ"),
        ):  # fmt: skip
            flow.addWidget(button)
        grid.addWidget(buttons, 4, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        column.addWidget(scroll, 1)

    def _entry(self, column: QVBoxLayout) -> None:
        form = PlaceForm()
        form.set_finder("learner_id", Known())
        form.set_finder("witnesses", Known())
        form.begin(
            {
                "given": "ร้านซ่อมรถน้าอ้าย",
                "code_kind": "passport",
                "languages": ["tha", "nod"],
                "lines": ["ซ่อมจักรยานยนต์", "เชื่อมโลหะ"],
                "closed_months": [7, 8, 9],
                "since": PartialDate(2024, 5, estimated=True),
                "satang": 125_050,
                "learner_id": Known.ids[0],
                "witnesses": Known.ids,
            }
        )
        form.show_problem("people", "พิมพ์เป็นจำนวนเต็ม ไม่มีจุดทศนิยม")
        form.note.show()
        card = Card("แบบฟอร์มที่ทำจากความหมายของช่อง")
        card.body.addWidget(form)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(form.save_button)
        card.body.addLayout(foot)
        inside = QWidget()
        inside.setProperty("surface", "scroll")
        room = QVBoxLayout(inside)
        room.setContentsMargins(0, 0, 8, 0)
        room.addWidget(card)
        column.addWidget(Scrolling(inside), 1)

    def _list(self, column: QVBoxLayout) -> None:
        chips = FilterChips(STATUSES)
        chips.set_counts({"active": 48, "paused": 9, "closed": 3})
        chips.set_value(["active"])
        head = QHBoxLayout()
        head.addWidget(SearchBox())
        head.addWidget(chips, 1)
        head.addWidget(Button("เพิ่มผู้เรียนรู้", "primary", "user-plus"))
        column.addLayout(head)
        banner = Banner()
        column.addWidget(banner)
        banner.offer_undo("ย้าย 3 คนไปกลุ่ม กลุ่มชาติพันธุ์ แล้ว", 0)
        table = people_table()
        table.set_name("ผู้เรียนรู้")
        table.select_ids([2, 3])
        look = QuickLook()
        look.show_row(
            "เด็กหญิงดาวเรือง ธารน้ำเงา",
            "ดาว · 15 ปี · หมู่ 4 บ้านแม่เลาะ",
            [("ผู้ดูแล", "ยายบุญยืน"), ("กลุ่มเป้าหมาย", "กลุ่มเสี่ยงหลุดจากระบบ, กลุ่มชาติพันธุ์"),
             ("ประเมินล่าสุด", "20 พ.ย. 2569"), ("โทรศัพท์", "")],
            [("ถึงกำหนดทบทวน", "warning"), ("ส่งแล้ว", "success"), ("ร่าง", "neutral")],
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(table, 1)
        row.addWidget(look)
        column.addLayout(row, 1)

    def _charts(self, column: QVBoxLayout) -> None:
        radar = HettRadar()
        radar.show_levels(
            RadarLevels(
                last={"H": 3, "E": 2.5, "T": 3.2, "D": 2},
                first={"H": 2, "E": 1, "T": 2, "D": 1.5},
                target={"H": 4, "E": 3, "T": 4, "D": 3},
            )
        )
        card = Card("HETT", clickable=True)
        card.body.addWidget(radar)
        tabs = QTabWidget()
        for name in ("ภาพรวม", "ประวัติและครอบครัว", "HETT", "แผน"):
            tabs.addTab(QWidget(), name)
        empty = EmptyState(
            "clipboard-list",
            "ยังไม่มีแผน",
            "แผนรายบุคคลเริ่มจากสิ่งที่ผู้เรียนรู้สนใจ คุยกันแล้วจดไว้ที่นี่ได้เลย",
            "เริ่มแผน",
        )
        side = QVBoxLayout()
        side.addWidget(SectionHeader("แผนรายบุคคล", "ทุกมิติในหนึ่งหน้า"))
        marks = QHBoxLayout()
        for part in dimensions():
            marks.addWidget(DimensionMark(part.code))
        side.addLayout(marks)
        side.addWidget(tabs)
        side.addWidget(empty, 1)
        side.addWidget(StatusPill("เร่งด่วน", "danger"))
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(card, 1)
        row.addLayout(side, 1)
        column.addLayout(row, 1)

    def _plan(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        card = Card("การประเมิน · วิชาการ")
        wordings = [
            "ยังทำไม่ได้ ต้องช่วยทุกครั้ง",
            "ทำได้เมื่อมีคนแนะ",
            "ทำได้เองสม่ำเสมอ",
            "ทำได้ดีและช่วยหรือสอนผู้อื่นได้",
        ]
        for place, name in enumerate(
            ("การอ่านภาษาไทย", "อ่านรู้เรื่อง", "เขียนคำ", "คิดเลขในชีวิตประจำวัน", "ทักษะดิจิทัลและความปลอดภัย")
        ):
            picker = LevelPicker(name, wordings, "E")
            picker.set_value((3, 2, None, "not_applicable", 4)[place])
            card.body.addWidget(picker)
        card.body.addStretch(1)
        row.addWidget(card, 3)
        events = Card("เส้นเวลา")
        timeline = Timeline()
        timeline.show_events(EVENTS)
        events.body.addWidget(timeline, 1)
        row.addWidget(events, 2)
        column.addLayout(row, 1)

    def _report(self, column: QVBoxLayout) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        villages = Card("ผู้เรียนรู้ตามหมู่บ้าน")
        bars = DistributionBars()
        bars.show_bars(
            [
                Bar(str(moo), f"หมู่ {moo} {name}", (BarPart("all", "คน", count, count < 5),))
                for moo, name, count in VILLAGES
            ]
        )
        villages.body.addWidget(bars)
        villages.body.addStretch(1)
        levels = Card("ระดับ HETT ของทุกคน")
        stacked = DistributionBars()
        stacked.show_bars(
            [
                Bar(
                    part.code,
                    part.name,
                    tuple(
                        BarPart(str(level), f"ระดับ {level}", count)
                        for level, count in enumerate(LEVELS[part.code], 1)
                    ),
                    part.code,
                )
                for part in dimensions()
            ]
        )
        levels.body.addWidget(stacked)
        trend = DimensionTrend()
        trend.show_rounds(
            [
                Round("พ.ค. 2568", {"H": 2, "E": 1, "T": 2, "D": 1.5}),
                Round("พ.ย. 2568", {"H": 2.4, "E": 1.8, "T": None, "D": 1.7}),
                Round("พ.ค. 2569", {"H": 2.8, "E": 2.2, "T": 2.9, "D": 1.9}),
                Round("พ.ย. 2569", {"H": 3, "E": 2.5, "T": 3.2, "D": 2}),
            ]
        )
        levels.body.addWidget(trend, 1)
        row.addWidget(villages, 1)
        row.addWidget(levels, 1)
        column.addLayout(row, 1)

    def _conflict(self, column: QVBoxLayout) -> None:
        card = Card("ข้อมูลไม่ตรงกัน")
        side = SideBySide()
        card.body.addWidget(side, 1)
        side.show_pairs(
            [
                FieldPair("given", "ชื่อ", "ดาวเรือง", "ดาวเรือง"),
                FieldPair("surname", "นามสกุล", "ธารน้ำเงา", "ธารนํ้าเงา"),
                FieldPair("phone", "โทรศัพท์", "", "ฝากผู้ใหญ่บ้าน"),
                FieldPair("status", "สถานะ", "กำลังดูแล", "พักไว้", "กำลังดูแล"),
            ],
            ("เครื่องนี้", "เครื่องของ อบต."),
            ("ครูดาว · 20 พ.ย. 2569 14:05", "เจ้าหน้าที่ต้น · 21 พ.ย. 2569 09:12"),
        )
        column.addWidget(card, 1)
        job = Job("นำเข้ารายชื่อ 10,000 แถว")
        job.take_step(4200, 10000, "")
        column.addWidget(ProgressPanel(job))


def entries() -> list[ScreenEntry]:
    """The gallery as screens of the shell."""

    def entry(key: str, icon: str, title: str, page: str, place: str = "main") -> ScreenEntry:
        def make(_context: ShellContext) -> BuiltScreen:
            return BuiltScreen(Gallery(page))

        return ScreenEntry(key, icon, lambda: title, make, "foot" if place == "foot" else "main")

    return [
        entry("today", "sun", "วันนี้", "form"),
        entry("entry", "pencil", "แบบฟอร์ม", "entry"),
        entry("learners", "users", "ผู้เรียนรู้", "list"),
        entry("plans", "clipboard-list", "แผนรายบุคคล", "plan"),
        entry("reports", "chart-column", "รายงาน", "report"),
        entry("sync", "refresh-cw", "ซิงก์", "conflict", "foot"),
        entry("settings", "settings", "ตั้งค่า", "charts", "foot"),
    ]
