"""Writing a mentor down: somebody who is known already, or a person made in the same form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.mentors.records import MentorQuery
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.mentors.words import MENTOR
from desktop.ui.persons.known_form import WHO
from desktop.ui.subjects.known import KnownScreen
from desktop.ui.subjects.new import Alike, NewPresenter

FIRST = (
    *WHO,
    FieldSpec("ways", span=12),
    FieldSpec("skills", span=12),
    FieldSpec("note", span=12),
)


class NewMentorScreen(KnownScreen):
    """The few things one knows at first."""

    def __init__(self) -> None:
        super().__init__(MENTOR, FIRST)


class NewMentorPresenter(NewPresenter):
    """People are found by their name or their telephone."""

    def __init__(self, screen: NewMentorScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.mentors.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """People of the name or the telephone that is typed: mentors first, then others."""
        services = self._services
        given, surname = (str(values.get(name) or "") for name in ("given", "surname"))
        rows = services.mentors.find(MentorQuery(search=f"{given} {surname}")) if given else ()
        told: list[Alike] = [
            (row.name, (MENTOR, row.id)) for row in rows if row.person.given == given
        ]
        mentors = {row.person.id for row in rows}
        others = [each for each in services.persons.alike(values) if each.id not in mentors]
        return [*told, *((each.full_name, (f"{MENTOR}_new", each.id)) for each in others)]
