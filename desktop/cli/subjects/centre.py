"""The centre, its places and its people."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Subject, Values, hide, split
from desktop.models.area import Centre, Hamlet, Village
from desktop.models.program import User, VocabularyTerm
from desktop.services.all import Services


def _save_village(services: Services, values: Values) -> UUID:
    own, rest = split(values, "moo")
    return services.centre.save_village(own["moo"], rest)


def _renumber(services: Services, village_id: UUID, values: Values) -> None:
    services.centre.renumber_village(village_id, values["moo"])


def _add_hamlet(services: Services, values: Values) -> UUID:
    own, rest = split(values, "village_id")
    return services.centre.add_hamlet(own["village_id"], rest)


SUBJECTS = (
    Subject(
        Centre,
        edit=lambda services, _known, values: services.centre.save(values),
        fixed=frozenset({"sample", "letterhead"}),
    ),
    Subject(
        Village,
        add=_save_village,
        edit=lambda services, village_id, values: services.centre.edit_village(village_id, values),
        acts=(
            Act("renumber", _renumber, (Argument("moo", required=True, type="plain"),)),
            hide(lambda services, village_id: services.centre.hide_village(village_id)),
        ),
        also=(Argument("moo", required=True, type="plain"),),
        fixed=frozenset({"sample", "travel_hours", "services", "leaders"}),
    ),
    Subject(
        Hamlet,
        add=_add_hamlet,
        edit=lambda services, hamlet_id, values: services.centre.edit_hamlet(hamlet_id, values),
        acts=(hide(lambda services, hamlet_id: services.centre.hide_hamlet(hamlet_id)),),
        fixed=frozenset({"sample", "travel_hours", "services", "leaders"}),
        needed=frozenset({"village_id", "name"}),
    ),
    Subject(
        User,
        edit=lambda services, user_id, values: services.users.edit(user_id, values),
        acts=(
            hide(lambda services, user_id: services.users.deactivate(user_id), "deactivate"),
            hide(lambda services, user_id: services.users.activate(user_id), "activate"),
        ),
        fixed=frozenset({"name", "active"}),
    ),
    Subject(VocabularyTerm),
)
