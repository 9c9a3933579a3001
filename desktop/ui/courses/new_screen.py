"""Writing a course down."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.courses.records import CourseQuery
from desktop.ui.courses.words import COURSE, shown_days
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("name", span=8, required=True),
    FieldSpec("course_kind", span=4),
    FieldSpec("village_id", span=6),
    FieldSpec("place", span=6),
    FieldSpec("teacher_id", span=6, search="user"),
    FieldSpec("partner_id", span=6, search="handshake"),
    FieldSpec("starts_on", span=6, ahead=True),
    FieldSpec("ends_on", span=6, ahead=True),
    FieldSpec("hours", span=4),
    FieldSpec("capacity", span=4),
    FieldSpec("minimum", span=4),
    FieldSpec("note", span=12),
)


class NewCourseScreen(NewScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(EntryForm(COURSE, FIRST), ("name",))

    def hint(self) -> str:
        return self.tr("มีแค่ว่าจะเรียนอะไรก็เก็บได้ คน วันพบกัน และเกณฑ์จบ เติมในหน้าถัดไป")


class NewCoursePresenter(NewPresenter):
    """Teachers and partners are found by their name."""

    def __init__(self, screen: NewCourseScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.courses.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Courses of the same words: the group of last year, say."""
        name = str(values.get("name") or "").strip()
        rows = self._services.courses.find(CourseQuery(name)) if name else ()
        wanted = "".join(name.split())
        return [
            (" · ".join(filter(None, (row.name, shown_days(row)))), (COURSE, row.id))
            for row in rows
            if "".join(row.name.split()) == wanted
        ]
