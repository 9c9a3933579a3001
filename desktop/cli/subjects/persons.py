"""People who are not learners."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Shown, Subject, Values, hide, shown
from desktop.models.persons import Person
from desktop.services.all import Services


def _find(
    services: Services, search: str, where: Mapping[str, Any], limit: int | None
) -> Iterable[Shown]:
    """As the chooser of people finds them: each word, in Thai order, telephones by any part."""
    known = {each.id: each for each in services.records.find(Person.kind, "", where)}
    found = (row.id for row in services.persons.find(search, services.persons.count(search)))
    return map(shown, [known[each] for each in found if each in known][:limit])


def _join(services: Services, person_id: UUID, values: Values) -> None:
    services.persons.join(person_id, values["twin"])


def _link(services: Services, person_id: UUID, values: Values) -> None:
    services.persons.edit(person_id, {"same_learner_id": values.get("learner_id")})


SUBJECTS = (
    Subject(
        Person,
        add=lambda services, values: services.persons.add(values),
        edit=lambda services, person_id, values: services.persons.edit(person_id, values),
        acts=(
            hide(lambda services, person_id: services.persons.hide([person_id])),
            hide(
                lambda services, person_id: services.persons.bring_back([person_id]), "bring_back"
            ),
            Act("join", _join, (Argument("twin", required=True, type="link", link="person"),)),
            hide(lambda services, twin: services.persons.separate(twin), "separate"),
            Act("link", _link, (Argument("learner_id", type="link", link="learner"),)),
        ),
        fixed=frozenset({"same_learner_id"}),
        needed=frozenset({"given"}),
        find=_find,
    ),
)
