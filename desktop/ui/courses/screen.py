"""The list of courses."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from desktop.services.courses.records import CourseQuery, CourseRow
from desktop.services.roles import Right
from desktop.ui.courses.words import COURSE, CourseWords, activities, place_of, shown_days
from desktop.ui.subjects.directory import AGAIN, DirectoryScreen
from desktop.ui.widgets.table_model import Column

_PLACES, _WAITED = "places", "waited"


class CoursesScreen(DirectoryScreen[CourseRow]):
    """What is taught, where, by whom, and how many take part."""

    def __init__(self, rights: Collection[Right]) -> None:
        reads = ("person", "partner", "village", "session", "session_move", "enrolment",
                 "enrolment_move")  # fmt: skip
        super().__init__(COURSE, rights, CoursesScreen.between, "course_kind", reads)

    def question(
        self, search: str, by: tuple[str, ...], states: tuple[str, ...], flags: frozenset[str]
    ) -> CourseQuery:
        return CourseQuery(
            search,
            states,
            ask_again=AGAIN in flags,
            kinds=by,
            places=_PLACES in flags,
            waited=_WAITED in flags,
        )

    def heading(self) -> str:
        return activities()

    def counted(self, count: int) -> str:
        return self.tr("%n กิจกรรม", "", count)

    def searched(self) -> str:
        return self.tr("ค้นชื่อกิจกรรม สิ่งที่เรียน หรือสถานที่")

    def begin_with(self) -> str:
        return self.tr("เริ่มจากสิ่งที่มีคนอยากเรียนและมีคนสอนได้ในหมู่บ้าน")

    def again(self) -> str:
        return self.tr("ถึงเวลา")

    def flags(self) -> Mapping[str, str]:
        return {_PLACES: self.tr("ยังรับคน"), _WAITED: self.tr("มีคนรอ")}

    def to_print(self) -> str:
        return self.tr("พิมพ์บัญชี")

    def help_text(self) -> str:
        return self.tr(
            "กิจกรรมที่วางแผน เปิดรับ กำลังเรียน และจบแล้ว\n"
            "ตัวเลขคนและครั้งนับเองจากรายชื่อและการลงเวลา ไม่ต้องพิมพ์\n"
            "กด ถึงเวลา เพื่อดูที่ควรเริ่ม ควรจบ หรือยังไม่ได้สรุปผู้เรียนรู้"
        )

    def asked_when(self) -> Column[CourseRow]:
        return Column(
            "when",
            lambda: self.tr("เมื่อใด"),
            lambda row: CourseWords().when(row),
            width=230,
            icon=lambda row: ("triangle-alert", "warning") if row.ask_again else None,
            hint=lambda row: CourseWords().when(row),
            spare=1,
        )

    def between(self) -> list[Column[CourseRow]]:
        """The columns between the name and how it stands."""
        return [
            self.coded("course_kind", lambda row: row.kind, 130, spare=3),
            self.worded(
                "place",
                lambda: self.tr("ที่ไหน ใครสอน"),
                lambda row: " · ".join(filter(None, (place_of(row), row.teacher))),
                190,
                spare=2,
            ),
            Column(
                "people",
                lambda: self.tr("ผู้เรียนรู้"),
                lambda row: CourseWords().places(row),
                width=110,
                hint=lambda row: " · ".join((*CourseWords().sums(row), shown_days(row))),
            ),
        ]
