"""What each meaning of a field is typed with, and what a form makes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, ClassVar
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from desktop.models.dates import PartialDate
from desktop.models.fields import Field, FieldType
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.translation import Language, LanguageSwitch
from desktop.ui.widgets.choices import MultiChoice
from desktop.ui.widgets.link_field import Found, LinkField, LinksField
from desktop.ui.widgets.number_field import NumberField, NumberKind
from desktop.ui.widgets.text_fields import TextField
from tests.ui.typing import press, type_text

ONE, OTHER = UUID(int=1), UUID(int=2)
ANSWERS: dict[str, tuple[Field, Any]] = {
    "line": (Field("line"), "ร้านน้ำใส"),
    "phone": (Field("phone"), "080-000-0000"),
    "plain": (Field("plain"), "MOU 3/2569"),
    "text": (Field("text"), "บรรทัดแรก\nบรรทัดสอง"),
    "lines": (Field("lines"), ["ทอผ้า", "จักสาน"]),
    "code": (Field("code", vocabulary="relations"), "mother"),
    "codes": (Field("codes", vocabulary="languages"), ["th", "zz-own"]),
    "yes": (Field("yes_no"), True),
    "no": (Field("yes_no"), False),
    "not known": (Field("yes_no"), None),
    "day": (Field("day"), PartialDate(2026, 11, 22)),
    "year": (Field("day", part_known=True), PartialDate(2011)),
    "about a month": (Field("day", part_known=True), PartialDate(2011, 5, estimated=True)),
    "count": (Field("count"), 1250),
    "amount": (Field("amount"), 2.5),
    "baht": (Field("money", unit="baht"), 1_250_000),
    "satang": (Field("money", unit="satang"), 125_050),
    "months": (Field("months"), [1, 6, 12]),
    "link": (Field("link", link="user"), ONE),
    "links": (Field("links", link="user"), [ONE.hex, OTHER.hex]),
}


def form_of(qtbot: QtBot, meaning: Field, **said: Any) -> RecordForm:
    form = RecordForm("learner", [FieldSpec("note", meaning=meaning, **said)])
    qtbot.addWidget(form)
    return form


@pytest.mark.parametrize("case", sorted(ANSWERS))
@pytest.mark.parametrize("search", ["", "user"])
def test_a_value_is_shown_and_read_back_also_from_a_draft(
    qtbot: QtBot, switch: LanguageSwitch, case: str, search: str
) -> None:
    meaning, value = ANSWERS[case]
    form = form_of(qtbot, meaning, search=search)
    form.show_values({"note": value}, keep=False)
    assert form.values() == {"note": value}
    switch.choose(Language.ENGLISH)
    QApplication.processEvents()
    assert form.values() == {"note": value}
    kept = form._placed["note"].field.plain()
    assert isinstance(kept, str | int | float | bool | list | None)
    form.show_values({}, keep=False)
    assert form.values()["note"] in ("", None, [])
    form.show_values({"note": kept}, keep=False)
    assert form.values() == {"note": value}


def test_a_form_has_a_field_for_all_that_people_type() -> None:
    typed: set[FieldType] = {meaning.type for meaning, _ in ANSWERS.values()}
    # Of the HETT and of shapes of their own, screens of their own take care.
    assert set(FieldType.__args__) - typed == {"hett", "moment", "packed", "machine"}  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["day", "count"])
def test_letters_that_say_nothing_yet_stay_and_are_kept(qtbot: QtBot, kind: FieldType) -> None:
    form = form_of(qtbot, Field(kind))
    line = form.findChild(TextField)
    assert isinstance(line, TextField)
    type_text(line, "22/1x")
    form.show_values({"note": None}, keep=True)
    assert line.text() == "22/1x"
    field = form._placed["note"].field
    assert field.value() is None
    assert field.problem
    other = form_of(qtbot, Field(kind))
    other.show_values({"note": field.plain()}, keep=False)
    assert other._placed["note"].field.plain() == "22/1x"


def test_a_day_is_taken_whole_where_the_record_wants_it_whole(qtbot: QtBot) -> None:
    whole, part = form_of(qtbot, Field("day")), form_of(qtbot, Field("day", part_known=True))
    for form in (whole, part):
        line = form.findChild(TextField)
        assert isinstance(line, TextField)
        type_text(line, "2560")
        line.editingFinished.emit()
    assert "ทั้งวัน เดือน ปี" in whole.row("note").problem
    assert whole.values()["note"] is None
    assert part.values()["note"] == PartialDate(2017)


def test_a_free_line_takes_a_label_for_its_code(qtbot: QtBot, switch: LanguageSwitch) -> None:
    form = form_of(qtbot, Field("line", vocabulary="relations"))
    line = form.findChild(TextField)
    assert isinstance(line, TextField)
    type_text(line, CodeBook().label("relations", "mother"))
    typed = form.values()["note"]
    assert typed == "mother"
    form.show_values({"note": typed}, keep=False)
    switch.choose(Language.ENGLISH)
    QApplication.processEvents()
    assert (line.text(), form.values()["note"]) == (CodeBook().label("relations", typed), "mother")
    form.show_values({"note": "เพื่อนบ้านที่รู้จักกัน"}, keep=False)
    assert form.values()["note"] == "เพื่อนบ้านที่รู้จักกัน"


def test_all_months_are_seen_at_once(qtbot: QtBot) -> None:
    form = form_of(qtbot, Field("months"))
    chips = form.field("note")
    assert isinstance(chips, MultiChoice)
    assert [chip.text() for chip in chips._chips.values()][:2] == ["ม.ค.", "ก.พ."]
    told: list[tuple[str, object]] = []
    form.edited.connect(lambda name, value: told.append((name, value)))
    chips._chips["6"].click()
    assert told == [("note", [6])]


@pytest.mark.parametrize(
    ("kind", "typed", "number", "shown"),
    [
        ("count", "๑,๒๕๐", 1250, "1,250"),
        ("amount", "2.50", 2.5, "2.5"),
        ("amount", "-3", -3, "-3"),
        ("baht", "1250 บาท", 1250, "1,250"),
        ("satang", "1,250.5", 125_050, "1,250.50"),
        ("satang", "฿๐.๐๗", 7, "0.07"),
        ("satang", "", None, ""),
    ],
)
def test_numbers_are_read_as_people_write_them(
    qtbot: QtBot, kind: NumberKind, typed: str, number: object, shown: str
) -> None:
    field = NumberField(kind, least=None)
    qtbot.addWidget(field)
    told: list[object] = []
    field.settled.connect(told.append)
    type_text(field, typed)
    field.editingFinished.emit()
    assert (field.number(), field.text()) == (number, shown)
    assert told == ([number] if typed else [])


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("count", "สาม", "พิมพ์เป็นตัวเลข"),
        ("count", "2.5", "จำนวนเต็ม"),
        ("count", "-1", "ต้องไม่น้อยกว่า 0"),
        ("satang", "1.255", "สตางค์มีสองหลัก"),
        ("amount", "1.2.3", "พิมพ์เป็นตัวเลข"),
        ("count", "1000000000000", "ใหญ่เกินไป"),
    ],
)
def test_what_is_no_number_stays_and_is_said_on_leaving(
    qtbot: QtBot, kind: NumberKind, typed: str, said: str
) -> None:
    field = NumberField(kind)
    qtbot.addWidget(field)
    told: list[object] = []
    problems: list[str] = []
    field.settled.connect(told.append)
    field.problem_changed.connect(lambda text, _severity: problems.append(text))
    type_text(field, typed)
    assert problems == []
    field.editingFinished.emit()
    assert said in problems[-1]
    assert (field.text(), told) == (typed, [])
    field.selectAll()
    type_text(field, "3")
    assert problems[-1] == ""


class Known:
    """Finds people by a part of their name, at once."""

    names: ClassVar = {ONE.hex: "ดาวเรือง", OTHER.hex: "ดาว"}

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        """Those whose names hold the text."""
        show([Found(code, name) for code, name in self.names.items() if text in name])

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        """What these are called."""
        show([Found(each, self.names[each]) for each in ids])


def test_a_record_is_found_and_taken_by_keyboard(qtbot: QtBot) -> None:
    form = form_of(qtbot, Field("link", link="learner"), search="user")
    form.set_finder("note", Known())
    link = form.field("note")
    assert isinstance(link, LinkField)
    form.show()
    type_text(link.search.box, "ดาว")
    QApplication.processEvents()
    buttons = link.search.findChildren(QPushButton)
    assert [each.text() for each in buttons if each.isVisible()] == ["ดาว", "ดาวเรือง"]
    press(link.search.box, Qt.Key.Key_Return)
    assert form.values()["note"] == OTHER
    assert link.name.typed == "ดาว"
    link.other_button.click()
    assert form.values()["note"] is None


def test_several_records_are_chips_that_take_themselves_away(qtbot: QtBot) -> None:
    form = form_of(qtbot, Field("links", link="learner"), search="user")
    form.show_values({"note": [ONE.hex]}, keep=False)
    form.set_finder("note", Known())
    links = form.field("note")
    assert isinstance(links, LinksField)
    assert links.chips[ONE.hex].text() == "ดาวเรือง"
    type_text(links.search.box, "ดาว")
    press(links.search.box, Qt.Key.Key_Return)
    assert form.values()["note"] == [ONE.hex, OTHER.hex]
    links.chips[ONE.hex].click()
    assert form.values()["note"] == [OTHER.hex]
