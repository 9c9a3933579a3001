"""Writing a course down, alone or with those who want to learn it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import Qt, Signal

from desktop.services.all import Services
from desktop.services.courses.records import CourseQuery
from desktop.ui.course_place import CourseFor
from desktop.ui.courses.words import COURSE, shown_days
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.labels import ThaiLabel

FIRST = (
    FieldSpec("name", span=8, required=True),
    FieldSpec("course_kind", span=4),
    FieldSpec("curriculum_id", span=12, search="book-open"),
    FieldSpec("skill_groups", span=12),
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
_SHOWN: Final = 20


class NewCourseScreen(NewScreen):
    """The few things one knows at first; `alone()`: nobody is to be invited with it."""

    alone = Signal()

    def __init__(self) -> None:
        self.invited = ThaiLabel("", "body")
        self.alone_button = Button("", "link", "x")
        self.asked = CourseFor()
        self._names: Sequence[str] = ()
        super().__init__(EntryForm(COURSE, FIRST), ("name",))
        over = self.form.column
        over.insertWidget(0, self.invited)
        over.insertWidget(1, self.alone_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.alone_button.clicked.connect(self.alone)

    def hint(self) -> str:
        return self.tr("มีแค่ว่าจะเรียนอะไรก็เก็บได้ คน วันพบกัน และเกณฑ์จบ เติมในหน้าถัดไป")

    def enter(self, argument: object) -> None:
        before = self.asked
        self.asked = argument if isinstance(argument, CourseFor) else CourseFor()
        if isinstance(argument, str):
            self.asked = CourseFor(name=argument)
        if self.asked != before:
            self.form.begin(self.asked.values)
            self.show_invited(())
        super().enter(argument)

    def show_invited(self, names: Sequence[str]) -> None:
        """Show who will be invited when it is kept."""
        self._names = names
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        names = " · ".join(self._names[:_SHOWN])
        more = len(self._names) - _SHOWN
        said = self.tr("เก็บแล้วจะชวน %n คน: {names}", "", len(self._names))
        text = said.replace("{names}", names)
        if more > 0:
            text += " · " + self.tr("และอีก %n คน", "", more)
        self.invited.set_text(text)
        self.invited.setVisible(bool(self._names))
        self.alone_button.setText(self.tr("ไม่ชวนตอนนี้"))
        self.alone_button.setVisible(bool(self._names))


class NewCoursePresenter(NewPresenter):
    """Teachers and partners are found by their name; whoever wants to learn is invited."""

    def __init__(self, screen: NewCourseScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, self._add_course)
        self._course = screen
        screen.alone.connect(lambda: self._ask(replace(screen.asked, people=())))

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

    @property
    def subject(self) -> str:
        return self._course.asked.name or ("people" if self._course.asked.people else "")

    def begin(self) -> None:
        super().begin()
        self._ask(self._course.asked)
        if self._course.asked.name:
            self.look(self._course.form.values())

    def kept(self) -> Mapping[str, Any]:
        return self._course.asked.kept() if self._course.asked.people else {}

    def bring_back(self, content: Mapping[str, Any]) -> None:
        """Those who were to be invited, unless others are now."""
        super().bring_back(content)
        if not self._course.asked.people and content.get("people"):
            people = tuple(UUID(each) for each in content["people"])
            source = str(content.get("source") or "")
            self._ask(replace(self._course.asked, people=people, source=source))

    def _ask(self, asked: CourseFor) -> None:
        """Invite these, who are shown by name."""
        screen, lists = self._course, self._services.lists
        screen.asked = asked
        if not asked.people:
            screen.show_invited(())
            return

        def show(names: list[str]) -> None:
            if screen.asked == asked:
                screen.show_invited(names)

        self._jobs.run(
            lambda _progress: [row.full_name for row in lists.rows(asked.people)],
            show,
            owner=screen,
            supersedes="invited with a course",
        )

    def _add_course(self, values: Mapping[str, Any]) -> UUID:
        asked = self._course.asked
        of_each = {"source": asked.source} if asked.source else {}
        return self._services.courses.begin_with(values, asked.people, of_each)
