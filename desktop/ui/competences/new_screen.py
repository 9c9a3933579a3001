"""Writing a competence down: of somebody who is known, or of a person made in the same form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from desktop.services.all import Services
from desktop.services.competences.records import CompetenceQuery
from desktop.ui.competences.words import COMPETENCE
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.persons.known_form import WHO
from desktop.ui.subjects.known import KnownScreen
from desktop.ui.subjects.new import Alike, NewPresenter

FIRST = (
    *WHO,
    FieldSpec("competence", span=6),
    FieldSpec("course", span=6),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("on", span=4, compact=True),
    FieldSpec("valid_to", span=4, ahead=True),
    FieldSpec("number", span=4),
)


class NewCompetenceScreen(KnownScreen):
    """What stands on the paper; one that is renewed begins with what is known."""

    def __init__(self) -> None:
        super().__init__(COMPETENCE, FIRST)


class NewCompetencePresenter(NewPresenter):
    """People are found by their name or their telephone."""

    def __init__(self, screen: NewCompetenceScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.competences.add)

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """People of the name or the telephone that is typed, those of the team first."""
        given, surname = (str(values.get(name) or "") for name in ("given", "surname"))
        asked = CompetenceQuery(search=f"{given} {surname}")
        rows = self._services.competences.find(asked) if given else ()
        people = {row.person.id: row.name for row in rows if row.person.given == given}
        for each in self._services.persons.alike(values):
            people[each.id] = each.full_name
        return [(name, (f"{COMPETENCE}_new", known)) for known, name in people.items()]
