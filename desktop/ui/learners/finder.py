"""Finding a learner from any screen: by a part of the name, told with nickname and village."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.learners.records import LearnerRow
from desktop.ui.forms.finder import MOST, JobFinder
from desktop.ui.jobs import Jobs
from desktop.ui.person_words import PersonWords
from desktop.ui.widgets.link_field import Found


def learner_finder(services: Services, jobs: Jobs, owner: QObject) -> JobFinder[LearnerRow]:
    """Who finds learners for a link of a screen."""
    lists = services.lists

    def find(text: str) -> list[LearnerRow]:
        return [match.row for match in lists.look_up(text, MOST)]

    return JobFinder(jobs, owner, find, lists.rows, _told)


def _told(row: LearnerRow) -> Found:
    village = PersonWords().village(row.village, row.village_name) if row.village else ""
    note = ", ".join(part for part in (row.nickname, village) if part)
    return Found(row.id.hex, row.full_name, note)
