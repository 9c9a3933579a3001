"""Writing down how far somebody is in a key skill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.skills.records import SkillQuery
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.skills.words import MEASURE, SkillWords
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("learner_id", span=12, search="user", required=True),
    FieldSpec("skill", span=8, required=True),
    FieldSpec("phase", span=4, required=True),
    FieldSpec("course_id", span=12, search="graduation-cap"),
    FieldSpec("level", span=6),
    FieldSpec("on", span=6, compact=True),
    FieldSpec("instrument", span=12),
)
_USUAL: Mapping[str, Any] = {"skill": "K1", "phase": "before"}


class NewSkillScreen(NewScreen):
    """One skill of one learner; opened with values, it begins with those."""

    def __init__(self) -> None:
        super().__init__(EntryForm(MEASURE, FIRST), ("learner_id",))

    def hint(self) -> str:
        return self.tr("วัดทั้งกิจกรรมเร็วกว่า เปิดหน้ากิจกรรมแล้วกดทักษะก่อน–หลัง")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        given = dict(argument) if isinstance(argument, Mapping) else {}
        self.form.begin({**_USUAL, **given})


class NewSkillPresenter(NewPresenter):
    """Learners and courses are found by their name."""

    def __init__(self, screen: NewSkillScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.skills.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """What was measured of the learner who is chosen."""
        whose = values.get("learner_id")
        if not isinstance(whose, UUID):
            return []
        codes, words = CodeBook(self._services.centre.own_words()), SkillWords()
        return [
            (
                " · ".join(
                    (row.name, codes.label("key_skills", row.skill), words.step(row, codes))
                ),
                (MEASURE, row.id),
            )
            for row in self._services.skills.find(SkillQuery(learner_id=whose))
        ]
