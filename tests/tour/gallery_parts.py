"""Invented people, and a form of every kind of field, for the gallery."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from desktop.models.fields import Field
from desktop.models.people import Learner
from desktop.models.text import sort_key
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.link_field import Found
from desktop.ui.widgets.table_model import Column, DataclassTableModel

NAMES = ["ดาวเรือง ธารน้ำเงา", "บุญยืน คีรีพนาสุข", "หน่อมูพอ ไพรวัลย์งามดี", "ศรีวรรณ ดอยสงบสุข",
         "สุรชัย พนาเจริญธรรม", "ปวีณา ปินตาแสงคำ", "เกิด แก้วดวงมา", "ไก่ฟ้า -"]  # fmt: skip


NICKNAMES = ["ดาว", "ต้น", "มะลิ", "บอย", "นุ่น", "ฟ้า", "หล้า", "น้อย"]


@dataclass(frozen=True)
class Person:
    """An invented person."""

    number: int
    name: str
    nickname: str
    village: int
    age: int
    plan: str


def people(count: int) -> list[Person]:
    """So many invented people."""
    plans = ["ยังไม่มีแผน", "ร่าง", "กำลังทำ", "ถึงกำหนดทบทวน"]
    return [
        Person(n, NAMES[n % 8], NICKNAMES[n * 3 % 8], n % 13 + 1, 9 + n % 60, plans[n % 4])
        for n in range(count)
    ]


def people_table() -> DataTable[Person]:
    """A table of people."""
    columns = [
        Column[Person]("name", lambda: "ชื่อ–สกุล", lambda row: row.name,
                       lambda row: sort_key(row.name), 0),
        Column[Person]("nickname", lambda: "ชื่อเล่น", lambda row: row.nickname,
                       lambda row: sort_key(row.nickname), 100),
        Column[Person]("village", lambda: "หมู่", lambda row: str(row.village),
                       lambda row: row.village, 70, numeric=True),
        Column[Person]("age", lambda: "อายุ", lambda row: str(row.age), lambda row: row.age, 70,
                       numeric=True),
        Column[Person]("plan", lambda: "แผน", lambda row: row.plan, None, 150,
                       icon=lambda row: ("file-text", "primary")),
    ]  # fmt: skip
    table = DataTable(DataclassTableModel(columns, lambda row: row.number))
    table.model.set_rows(people(200))
    table.show_table()
    return table


class Known:
    """Two people who are found."""

    ids = (UUID(int=1).hex, UUID(int=2).hex)
    names = ("อินสอน มูลเมืองดี", "บัวจันทร์ เครือวงค์ใจ")

    def find(self, text: str, show: Callable[[Sequence[Found]], None]) -> None:
        """Those whose names hold the text."""
        named = zip(self.ids, self.names, strict=True)
        show([Found(each, name, "หมู่ 4") for each, name in named if text in name])

    def name(self, ids: Sequence[str], show: Callable[[Sequence[Found]], None]) -> None:
        """What these are called."""
        named = dict(zip(self.ids, self.names, strict=True))
        show([Found(each, named[each]) for each in ids])


class PlaceForm(EntryForm):
    """One field of each kind that forms have."""

    def __init__(self) -> None:
        super().__init__(
            Learner.kind,
            (
                FieldSpec("given", 6),
                FieldSpec("code_kind", 3, of="learner_code.code_kind"),
                FieldSpec("phone", 3),
                FieldSpec("languages", 12, meaning=Field("codes", vocabulary="languages")),
                FieldSpec("lines", 6, meaning=Field("lines")),
                FieldSpec("note", 6),
                FieldSpec("since", 8, meaning=Field("day", part_known=True)),
                FieldSpec("until", 4, meaning=Field("day"), ahead=True),
                FieldSpec("people", 3, meaning=Field("count")),
                FieldSpec("hours", 3, meaning=Field("amount")),
                FieldSpec("income_per_person", 3, of="household.income_per_person"),
                FieldSpec("satang", 3, meaning=Field("money", unit="satang")),
                FieldSpec("closed_months", 12, meaning=Field("months")),
                FieldSpec("learner_id", 6, meaning=Field("link"), search="user"),
                FieldSpec("witnesses", 6, meaning=Field("links"), search="user"),
                FieldSpec("interpreter_needed", 4),
                FieldSpec("protected", 8, meaning=Field("yes_no"), tick=True),
            ),
        )

    def words(self) -> Mapping[str, Words]:
        return {
            "given": Words("ชื่อ", "เช่น วิสาหกิจชุมชนบ้านดอย", "ตามป้ายหน้าร้าน"),
            "lines": Words("ทักษะ (บรรทัดละเรื่อง)"),
            "satang": Words("ค่าแรงต่อวัน"),
            "learner_id": Words("ผู้ติดต่อ"),
            "witnesses": Words("คนที่สอนได้"),
            "protected": Words("รับเด็กอายุต่ำกว่าสิบแปดปีได้ ตามที่กฎหมายคุ้มครองแรงงานกำหนดไว้"),
        }

    def retranslate(self) -> None:
        super().retranslate()
        self.save_button.setText("บันทึก")
