"""Answers the list of learners: wishes into service calls, results onto the screen."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.centre import CentreService
from desktop.services.courses.records import CourseQuery
from desktop.services.enrolments.places import TAKING
from desktop.services.enrolments.records import Entered
from desktop.services.learners.records import LearnerQuery, LearnerRow
from desktop.services.roles import Right
from desktop.ui.code_book import CodeBook
from desktop.ui.course_place import NEW, CourseFor
from desktop.ui.jobs import Jobs
from desktop.ui.learners.filters import FilterChoices
from desktop.ui.learners.screen import LearnersScreen
from desktop.ui.person_words import PersonWords
from desktop.ui.printing.places import Places
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

LOOK_SETTING = "learners_quick_look"
COLUMNS_SETTING = "learners_columns"
# The first screenful is shown before all ids of a large centre are known.
_FIRST = 200
_ROWS_AT_ONCE = 100


@dataclass(frozen=True)
class Found:
    """What a question found: all ids, or the first of them, and the rows of a screenful."""

    ids: list[UUID]
    rows: list[LearnerRow]


def read_choices(centre: CentreService, *, sensitive: bool) -> FilterChoices:
    """Read villages and code lists in the centre's own words."""
    villages = []
    for line in centre.villages():
        villages.append((line.moo, PersonWords().village(line.moo, line.name)))
    codes = CodeBook(centre.own_words())
    return FilterChoices(tuple(villages), codes, sensitive)


class LearnersPresenter(QObject):
    """Kept by the shell beside its screen."""

    def __init__(
        self,
        screen: LearnersScreen,
        services: Services,
        jobs: Jobs,
        places: Places | None = None,
    ) -> None:
        super().__init__()
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs, places)
        self._screen = screen
        self._services = services
        self._jobs = jobs
        self._writes = Writes(screen, jobs, services.undo)
        self._codes = CodeBook()
        screen.query_wanted.connect(self._search)
        screen.rows_wanted.connect(self._fetch)
        screen.look_wanted.connect(self._look)
        screen.entered.connect(self._read_surroundings)
        screen.kept_filters_wanted.connect(self._show_kept)
        screen.keep_filter_wanted.connect(self._keep_filter)
        screen.forget_filter_wanted.connect(self._forget_filter)
        screen.look_toggled.connect(self._remember_look)
        screen.columns_chosen.connect(self._remember_columns)
        screen.hide_wanted.connect(self._hide)
        screen.group_wanted.connect(self._add_group)
        screen.actions_bar.courses_wanted.connect(self._offer_courses)
        screen.actions_bar.course_chosen.connect(
            lambda course: self._enrol(screen.table.selected_ids(), course)
        )
        screen.export_wanted.connect(lambda query: self.printing.export("learners", query))
        screen.print_wanted.connect(self.printing.print_plans)
        jobs.run(
            lambda _progress: services.settings.get(LOOK_SETTING, True),
            lambda on: screen.set_look(bool(on)),
            owner=screen,
        )
        jobs.run(
            lambda _progress: services.settings.get(COLUMNS_SETTING),
            screen.set_columns,
            owner=screen,
        )

    # Reading

    def _search(self, query: LearnerQuery) -> None:
        def shown(found: Found) -> None:
            self._screen.show_found(found.ids, found.rows)
            if len(found.ids) == _FIRST:
                self._search_all(query, found.rows)

        self._jobs.run(
            lambda _progress: self._find(query),
            shown,
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="learner list",
        )

    def _find(self, query: LearnerQuery) -> Found:
        ids = self._services.lists.ids(query, _FIRST)
        return Found(ids, self._services.lists.rows(ids[:_ROWS_AT_ONCE]))

    def _search_all(self, query: LearnerQuery, rows: list[LearnerRow]) -> None:
        self._jobs.run(
            lambda _progress: self._services.lists.ids(query),
            lambda ids: self._screen.show_found(ids, rows),
            lambda error: self._screen.show_failed(sentence(error)),
            owner=self._screen,
            supersedes="learner list",
        )

    def _fetch(self, ids: tuple[UUID, ...]) -> None:
        self._jobs.run(
            lambda _progress: self._services.lists.rows(ids),
            self._screen.show_rows,
            owner=self._screen,
        )

    def _look(self, learner_id: UUID) -> None:
        self._jobs.run(
            lambda _progress: self._services.learners.get(learner_id),
            self._screen.show_detail,
            # Someone who went meanwhile leaves the list at its next reading.
            lambda _error: None,
            owner=self._screen,
            supersedes="quick look",
        )

    def _read_surroundings(self) -> None:
        rights = self._services.workspace.rights

        def read() -> tuple[FilterChoices, int, bool]:
            sighted = Right.SENSITIVE in rights
            choices = read_choices(self._services.centre, sensitive=sighted)
            receiving = self._services.sync.status().receiving
            return choices, len(self._services.duplicates.pairs()), receiving

        def shown(found: tuple[FilterChoices, int, bool]) -> None:
            choices, pairs, receiving = found
            self._codes = choices.codes
            self._screen.set_choices(choices, rights, receiving=receiving)
            self._screen.show_twins(pairs)

        self._jobs.run(
            lambda _progress: read(),
            shown,
            owner=self._screen,
            supersedes="learner list surroundings",
        )

    # Kept filters

    def _show_kept(self) -> None:
        self._jobs.run(
            lambda _progress: self._services.settings.filters(),
            self._screen.show_kept_filters,
            owner=self._screen,
        )

    def _keep_filter(self, name: str, query: LearnerQuery) -> None:
        said = self.tr("เก็บตัวกรอง “{name}” แล้ว").replace("{name}", name)
        self._writes.do(lambda: self._services.settings.save_filter(name, query), told=said)

    def _forget_filter(self, name: str) -> None:
        settings = self._services.settings

        def forget() -> LearnerQuery | None:
            kept = {each.name: each.query for each in settings.filters()}
            if name in kept:
                settings.remove_filter(name)
            return kept.get(name)

        def forgotten(query: LearnerQuery | None) -> None:
            if query is not None:
                self._show_kept()
                said = self.tr("ลืมตัวกรอง “{name}” แล้ว").replace("{name}", name)
                self._screen.undo_offered.emit(said, lambda: self._keep_filter(name, query))

        self._writes.do(forget, forgotten)

    def _remember_look(self, on: bool) -> None:
        self._writes.keep(lambda: self._services.settings.set(LOOK_SETTING, on))

    def _remember_columns(self, keys: tuple[str, ...] | None) -> None:
        kept = list(keys) if keys is not None else None
        self._writes.keep(lambda: self._services.settings.set(COLUMNS_SETTING, kept))

    # Changing

    def _hide(self, ids: tuple[UUID, ...]) -> None:
        def hidden(_none: None) -> None:
            said = self.tr("ซ่อน %n คนจากรายการแล้ว", "", len(ids))
            self._screen.undo_offered.emit(
                said, lambda: self._writes.do(lambda: self._services.learners.bring_back(ids))
            )

        self._writes.do(lambda: self._services.learners.hide(ids), hidden)

    def _add_group(self, ids: tuple[UUID, ...], code: str) -> None:
        said = self.tr("เพิ่ม %n คนเข้ากลุ่ม {group} แล้ว", "", len(ids))
        self._writes.do(
            lambda: self._services.learners.add_group(ids, code),
            undo=said.replace("{group}", self._codes.label("target_groups", code)),
            told=self.tr("ทุกคนอยู่ในกลุ่มนี้แล้ว"),
        )

    def _offer_courses(self) -> None:
        courses = self._services.courses

        def read(_progress: object) -> list[tuple[str, str]]:
            rows = courses.find(CourseQuery(states=tuple(sorted(TAKING))))
            return [(row.id.hex, row.name) for row in rows]

        def show(found: list[tuple[str, str]]) -> None:
            begun = NEW, self.tr("กิจกรรมใหม่กับคนเหล่านี้")
            self._screen.actions_bar.offer_courses([begun, *found])

        self._jobs.run(
            read,
            show,
            lambda error: self._screen.told.emit(sentence(error)),
            owner=self._screen,
            supersedes="courses to enrol in",
        )

    def _enrol(self, selected: tuple[Hashable, ...], course: str) -> None:
        enrolments = self._services.enrolments
        ids = [each for each in selected if isinstance(each, UUID)]
        if course == NEW:
            self._screen.open_requested.emit(NEW, CourseFor(tuple(ids)))
            return
        self._writes.do(
            lambda: enrolments.enrol(UUID(course), ids),
            self._entered,
            undo=self.tr("รับ %n คนเข้ากิจกรรมแล้ว", "", len(ids)),
            told=self.tr("ทุกคนอยู่ในกิจกรรมนี้แล้ว"),
        )

    def _entered(self, taken: Entered) -> None:
        if taken.waiting:
            waiting = len(taken.waiting)
            self._screen.told.emit(self.tr("ที่เต็มแล้ว ให้รอที่ว่าง %n คน", "", waiting))

    # Onto files
