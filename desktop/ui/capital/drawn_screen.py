"""แผนที่วาดมือ: the picture of a village's own map, and pins for what it has."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.services.capital.maps import MapDetail, MapLine
from desktop.services.centre import VillageLine
from desktop.services.roles import Right
from desktop.ui import file_asking
from desktop.ui.capital.pin_rows import PinRows
from desktop.ui.capital.words import DRAWN, MAP, DrawnAt, drawn_title, map_of
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm, Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.person_words import village_choices
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.thai_time import shown_iso
from desktop.ui.widgets.buttons import Button, IconButton
from desktop.ui.widgets.cards import Banner, Card
from desktop.ui.widgets.choices import ChoiceField
from desktop.ui.widgets.flow_layout import FlowLayout
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.keyboard import give_keyboard
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.link_field import Found, RecordSearch
from desktop.ui.widgets.map_canvas import CanvasPin, MapCanvas
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.showing import show_if
from desktop.ui.widgets.states import StateStack

_READS = frozenset({"capital", "capital_move", "map_pin", "document", "village", "person"})
_FIELDS = (
    FieldSpec("title", 12),
    FieldSpec("village_id", 12),
    FieldSpec("taken_on", 12),
    FieldSpec("note", 12),
)


class _About(RecordForm):
    def words(self) -> Mapping[str, Words]:
        return {
            "title": Words(self.tr("ชื่อแผนที่")),
            "village_id": Words(self.tr("แผนที่ของหมู่บ้าน")),
            "taken_on": Words(self.tr("วาดเมื่อ")),
            "note": Words(self.tr("ใครวาด ในเวทีใด")),
        }


class DrawnMapScreen(Screen):
    """`maps_wanted(map_id, capital_id)`, `added(path)`, `put(capital_id, across, down)`,
    `off_wanted(pin_id)`, `edited(name, value)`, `hide_wanted()`, `print_wanted()`.
    """

    maps_wanted = Signal(object, object)
    added = Signal(object)
    put = Signal(object, int, int)
    off_wanted = Signal(object)
    edited = Signal(str, object)
    hide_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        super().__init__()
        self._rights = rights
        self._lines: Sequence[MapLine] = ()
        self._villages: Sequence[VillageLine] = ()
        self.detail: MapDetail | None = None
        self._placing: tuple[UUID, str] | None = None
        self._spot: tuple[int, int] | None = None
        self.heading, self.count = ThaiLabel("", "title"), ThaiLabel("", "muted")
        self.table_button = Button("", "secondary", "table")
        self.print_button = Button("", "secondary", "printer")
        self.add_button = Button("", "primary", "upload")
        self.which = ChoiceField()
        self.canvas = MapCanvas()
        self.larger, self.smaller = IconButton("plus"), IconButton("minus")
        self.whole_button = Button("", "quiet")
        self.problem, self.done_bar = Banner(), DoneBar()
        self.asked = ThaiLabel("", "body")
        self.cancel_button = Button("", "quiet", "x")
        self.search = RecordSearch("sprout")
        self.left = QWidget()
        self._left_flow = FlowLayout(self.left, 6)
        self.left_buttons: list[Button] = []
        self.rows = PinRows()
        self.form = _About("document", _FIELDS)
        self.hide_button = Button("", "quiet", "trash-2")
        self._pinning, self._pins, self._about = Card(""), Card(""), Card("")
        self.states = StateStack(self._laid_out())
        self.may_edit = Right.WRITE in rights
        self.canvas.may_point = self.may_edit
        self.form.setEnabled(self.may_edit)
        self.setAcceptDrops(self.may_edit)
        show_if(self._pinning, self.may_edit)
        show_if(self.asked, self.may_edit)
        show_if(self.print_button, Right.PRINT in rights)
        show_if(self.add_button, self.may_edit)
        show_if(self.hide_button, Right.DELETE in rights)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        column.addWidget(self._head())
        for part in (self.done_bar, self.problem):
            column.addWidget(part)
        column.addWidget(self.states, 1)
        self._connect()
        self.adapt()

    # What is shown

    def show_maps(
        self,
        lines: Sequence[MapLine],
        detail: MapDetail | None,
        villages: Sequence[VillageLine],
        codes: CodeBook,
    ) -> None:
        """Show one of these maps; None where there is none yet."""
        same = bool(detail and self.detail and detail.line.id == self.detail.line.id)
        self._lines, self.detail, self._villages = lines, detail, villages
        if not same:
            self.stop_pointing()
        self.form.set_codes(codes)
        if detail is None:
            self.states.show_empty()
        else:
            self.form.set_choices("village_id", village_choices(villages))
            self.form.show_values(_shown(detail), keep=same)
            self.canvas.show_pins(
                [
                    CanvasPin(pin.id, pin.number, pin.across, pin.down, pin.capital.name)
                    for pin in detail.pins
                ]
            )
            self.rows.show_pins(detail.pins, may_edit=self.may_edit)
            self._show_left()
            self.states.show_content()
        self.retranslate()
        self.filled.emit()

    def show_picture(self, map_id: UUID, image: QImage) -> None:
        """The picture of a map was decoded; a null one cannot be drawn."""
        if self.detail is not None and self.detail.line.id == map_id:
            self.canvas.show_picture(image)

    def show_failed(self, sentence: str) -> None:
        """It could not be read."""
        self.states.show_failed(sentence)

    def show_refused(self, text: str) -> None:
        """Say why something was not taken in or put."""
        self.problem.say(text, "danger")

    def begin_placing(self, capital_id: UUID, name: str) -> None:
        """Ask where on the map this stands: the arrows or the mouse say it."""
        pins = self.detail.pins if self.detail is not None else ()
        pin = next((each for each in pins if each.capital.id == capital_id), None)
        self._placing, self._spot = (capital_id, name), None
        self.canvas.choose(pin.id if pin else None)
        self.canvas.begin_pointing((pin.across, pin.down) if pin else None)
        self.retranslate()

    def stop_pointing(self) -> None:
        """Forget what was to be placed."""
        self._placing = self._spot = None
        self.canvas.end_pointing()
        self.search.clear()
        self.retranslate()

    def choose(self, capital_id: UUID) -> None:
        """Show where a capital stands; ask for its place where it has none."""
        detail = self.detail
        if detail is None:
            return
        pin = next((each for each in detail.pins if each.capital.id == capital_id), None)
        row = next((each for each in detail.unplaced if each.id == capital_id), None)
        if pin is not None:
            self.canvas.choose(pin.id)
            self.rows.take_keyboard(pin.id)
        elif row is not None and self.may_edit:
            self.begin_placing(row.id, row.name)

    # The shell

    def enter(self, argument: object) -> None:
        """`argument`: a `DrawnAt`, or the id of a map."""
        at = argument if isinstance(argument, DrawnAt) else DrawnAt()
        map_id = argument if isinstance(argument, UUID) else at.map_id
        shown = self.detail.line.id if self.detail is not None else None
        self.maps_wanted.emit(map_id or (None if at.capital_id else shown), at.capital_id)

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & _READS and self.detail is not None:
            self.maps_wanted.emit(self.detail.line.id, None)

    def leave(self) -> None:
        self.form.flush()

    def save_action(self) -> Action | None:
        return self.leave

    def new_action(self) -> Action | None:
        return self._ask_file if self.may_edit else None

    def print_action(self) -> Action | None:
        return None if self.print_button.isHidden() else self.print_button.click

    def title(self) -> str:
        return drawn_title()

    def first_focus(self) -> QWidget | None:
        return self.canvas if self.detail is not None else None

    def tour(self) -> Sequence[tuple[str, Action]]:
        return [("place", self.left_buttons[0].click)] if self.left_buttons else []

    def help_text(self) -> str:
        return self.tr(
            "ภาพแผนที่ที่คนในหมู่บ้านวาดเอง พร้อมหมุดบอกว่าทุนชุมชนอยู่ตรงไหน\n"
            "กดที่ภาพแล้วเลือกว่าตรงนั้นคืออะไร หรือเลือกทุนก่อนแล้วชี้ที่ภาพ\n"
            "ใช้แป้นพิมพ์: Tab ไปที่ภาพ กด Enter ให้กากบาทขึ้น ลูกศรเลื่อนกากบาท "
            "Shift กับลูกศรเลื่อนทีละนิด Enter ปักหมุด Esc เลิก\n"
            "+ - ขยายและย่อ 0 เห็นทั้งภาพ ลูกศรเลื่อนภาพเมื่อไม่มีกากบาท\n"
            "วาดใหม่ให้เพิ่มอีกภาพ ภาพเดิมและหมุดเดิมยังอยู่"
        )

    def retranslate(self) -> None:
        self.heading.set_text(drawn_title())
        self.table_button.setText(self.tr("ดูเป็นตาราง"))
        self.print_button.setText(self.tr("พิมพ์แผนที่"))
        self.add_button.setText(self.tr("เพิ่มภาพแผนที่"))
        self.hide_button.setText(self.tr("เอาแผนที่นี้ออก"))
        self.whole_button.setText(self.tr("เห็นทั้งภาพ"))
        self.larger.set_name(self.tr("ขยาย"), "+")
        self.smaller.set_name(self.tr("ย่อ"), "-")
        self.cancel_button.setText(self.tr("ไม่ปักแล้ว"))
        self._pinning.set_title(self.tr("ปักหมุด"))
        self._pins.set_title(self.tr("หมุดบนแผนที่นี้"))
        self._about.set_title(self.tr("แผนที่นี้"))
        self.which.setAccessibleName(self.tr("เลือกแผนที่"))
        self.search.setAccessibleName(self.tr("ค้นทุนชุมชนที่จะปัก"))
        self.states.empty.set_icon("map-pin")
        self.states.empty.set_words(
            self.tr("ยังไม่มีแผนที่วาดมือ"),
            self.tr("ถ่ายภาพแผนที่เดินดินที่ชาวบ้านวาด แล้วลากภาพมาวางที่นี่ ภาพย่อให้เองและลบตำแหน่งที่ถ่ายออก"),
            self.tr("เพิ่มภาพแผนที่") if self.may_edit else "",
        )
        self.count.set_text(self.tr("%n แผนที่", "", len(self._lines)))
        self.which.set_choices([(each.id.hex, self._named(each)) for each in self._lines])
        if self.detail is not None:
            self.which.set_value(self.detail.line.id.hex)
        self.asked.set_text(self._asking())
        show_if(self.cancel_button, self._placing is not None or self._spot is not None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.added.emit(Path(url.toLocalFile()))
        event.acceptProposedAction()

    # Within

    def _asking(self) -> str:
        if self._placing is not None:
            said = self.tr("{name} อยู่ตรงไหน กดที่ภาพ หรือเลื่อนกากบาทด้วยลูกศรแล้วกด Enter")
            return said.replace("{name}", self._placing[1])
        if self._spot is not None:
            return self.tr("ตรงกากบาทคืออะไร เลือกจากรายการ หรือพิมพ์ชื่อ")
        return self.tr("กดที่ภาพตรงที่มีทุน หรือเลือกทุนแล้วชี้ที่ภาพ")

    def _named(self, line: MapLine) -> str:
        drawn = shown_iso(line.drawn_on or line.added_on)
        older = self.tr("ฉบับเก่า") if line.older else ""
        pins = self.tr("หมุด %n จุด", "", line.pins)
        return " · ".join(filter(None, (map_of(line), line.title, drawn, pins, older)))

    def _show_left(self) -> None:
        held = any(each.hasFocus() for each in self.left_buttons)
        clear_layout(self._left_flow)
        self.left_buttons = []
        detail = self.detail
        for row in detail.unplaced if detail is not None else ():
            button = Button(row.name, "chip", "map-pin")
            button.clicked.connect(partial(self._on_picked, row.id, row.name))
            self.left_buttons.append(button)
            self._left_flow.addWidget(button)
        show_if(self.left, bool(self.left_buttons))
        if held and self.left_buttons:
            give_keyboard(self.left_buttons[0])

    def _on_pointed(self, across: int, down: int) -> None:
        if self._placing is not None:
            self._put(self._placing[0], across, down)
            return
        self._spot = (across, down)
        self.retranslate()
        give_keyboard(self.left_buttons[0] if self.left_buttons else self.search.box)

    def _on_picked(self, capital_id: UUID, name: str) -> None:
        if self._spot is not None:
            self._put(capital_id, *self._spot)
        else:
            self.begin_placing(capital_id, name)

    def _on_found(self, found: Found) -> None:
        self._on_picked(UUID(found.id), found.name)

    def _put(self, capital_id: UUID, across: int, down: int) -> None:
        self.stop_pointing()
        self.canvas.setFocus()
        self.put.emit(capital_id, across, down)

    def _on_move(self, capital_id: UUID) -> None:
        pins = self.detail.pins if self.detail is not None else ()
        name = next(each.capital.name for each in pins if each.capital.id == capital_id)
        self.begin_placing(capital_id, name)

    def _on_pin(self, pin_id: UUID) -> None:
        self.canvas.choose(pin_id)
        self.rows.take_keyboard(pin_id)

    def _ask_file(self) -> None:
        kinds = self.tr("ภาพ (*.jpg *.jpeg *.png *.webp *.heic *.heif)")
        path = file_asking.ask_open(self, self.tr("เลือกภาพแผนที่"), kinds)
        if path is not None:
            self.added.emit(path)

    def _connect(self) -> None:
        self.table_button.clicked.connect(lambda: self.open_requested.emit(MAP, None))
        self.print_button.clicked.connect(self.print_wanted)
        for begin in (self.add_button.clicked, self.states.empty.started):
            begin.connect(lambda *_on: self._ask_file())
        self.states.retried.connect(lambda: self.enter(None))
        self.which.chosen.connect(lambda known: self.open_requested.emit(DRAWN, UUID(known)))
        self.canvas.pointed.connect(self._on_pointed)
        self.canvas.pin_pressed.connect(self._on_pin)
        self.canvas.left_off.connect(self.stop_pointing)
        self.larger.clicked.connect(lambda: self.canvas.zoom_by(1))
        self.smaller.clicked.connect(lambda: self.canvas.zoom_by(-1))
        self.whole_button.clicked.connect(self.canvas.show_all)
        self.cancel_button.clicked.connect(self.stop_pointing)
        self.search.picked.connect(self._on_found)
        self.rows.opened.connect(lambda known: self.open_requested.emit("capital", known))
        self.rows.reached.connect(self.canvas.choose)
        self.rows.move_wanted.connect(self._on_move)
        self.rows.off_wanted.connect(self.off_wanted)
        self.form.edited.connect(self.edited)
        self.hide_button.clicked.connect(self.hide_wanted)

    def _head(self) -> QWidget:
        title, acts = QHBoxLayout(), QHBoxLayout()
        title.setSpacing(12)
        title.addWidget(self.heading)
        title.addWidget(self.count, 1)
        acts.setSpacing(8)
        for button in (self.table_button, self.print_button, self.add_button):
            acts.addWidget(button)
        head = Folding(12)
        head.add(title, 1)
        head.add(acts)
        return head

    def _laid_out(self) -> QWidget:
        under = QHBoxLayout()
        under.setSpacing(8)
        for part in (self.smaller, self.larger, self.whole_button):
            under.addWidget(part)
        under.addStretch(1)
        # Over the picture: on the smallest screen all else is below its edge.
        asking = QHBoxLayout()
        asking.addWidget(self.asked, 1)
        asking.addWidget(self.cancel_button)
        large = QWidget()
        picture = QVBoxLayout(large)
        picture.setContentsMargins(0, 0, 0, 0)
        picture.setSpacing(6)
        picture.addWidget(self.which)
        picture.addLayout(asking)
        picture.addWidget(self.canvas, 1)
        picture.addLayout(under)
        self._pinning.body.addWidget(self.search)
        self._pinning.body.addWidget(self.left)
        self._pins.body.addWidget(self.rows)
        self._about.body.addWidget(self.form)
        self._about.body.addWidget(self.hide_button, 0, Qt.AlignmentFlag.AlignLeft)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for card in (self._pinning, self._pins, self._about):
            column.addWidget(card)
        column.addStretch(1)
        both = Folding()
        both.add(large, 1, wish=420)
        both.add_side(Scrolling(side), 380, 0.4)
        return both


def _shown(detail: MapDetail) -> dict[str, object]:
    village_id = detail.values["village_id"]
    return {**detail.values, "village_id": village_id.hex if village_id else None}
