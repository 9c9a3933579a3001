"""The register: learners and what belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import UUID

from desktop.cli.subjects.subject import (
    Act,
    Argument,
    Shown,
    Subject,
    Values,
    hide,
    shown,
    split,
)
from desktop.errors import UserError
from desktop.models.documents import OWNERS, Document
from desktop.models.people import (
    Carer,
    Contact,
    Education,
    Household,
    Learner,
    LearnerCode,
    LearnerGroup,
    LearnerPrivate,
    LeavingReason,
    RiskFlag,
)
from desktop.services.all import Services
from desktop.services.learners.records import LearnerQuery

_OWNER = frozenset({"learner_id"})


def _find_learners(
    services: Services, search: str, where: Mapping[str, Any], limit: int | None
) -> Iterable[Shown]:
    if not search:
        return map(shown, services.records.find("learner", "", where, limit))
    ids = services.lists.ids(LearnerQuery(search=search))
    order = {each: place for place, each in enumerate(ids)}
    found = [each for each in services.records.find("learner", "", where) if each.id in order]
    return map(shown, sorted(found, key=lambda each: order[each.id])[:limit])


def _private(services: Services, learner_id: UUID) -> Shown:
    return shown(services.people.private(learner_id))


def _no_list(
    _services: Services, _search: str, _where: Mapping[str, Any], _limit: int | None
) -> Iterable[Shown]:
    # Each look is recorded for the one person it is about: many are not looked at in one go.
    raise UserError("kind_not_listed", kind=LearnerPrivate.kind)


def _save_private(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    services.people.save_private(own["learner_id"], rest)
    learner_id: UUID = own["learner_id"]
    return learner_id


def _add_document(services: Services, values: Values) -> UUID:
    own, rest = split(values, "file", *OWNERS.values())
    given = [(kind, own[name]) for kind, name in OWNERS.items() if own.get(name)]
    kind, owner_id = given[0] if given else ("learner", None)
    return services.documents.add(owner_id, Path(own["file"]), rest, of=kind)


def _add_contact(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    return services.contacts.add(own["learner_id"], rest)


def _correct(services: Services, contact_id: UUID, values: Values) -> UUID:
    return services.contacts.correct(contact_id, values)


def _add_carer(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    return services.people.add_carer(own["learner_id"], rest)


def _add_education(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    return services.people.add_education(own["learner_id"], rest)


def _add_paper(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    return services.people.add_paper(own["learner_id"], rest)


def _save_household(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id")
    return services.people.save_household(own["learner_id"], rest)


def _raise_risk(services: Services, values: Values) -> UUID:
    return services.people.raise_risk(
        values["learner_id"], values["code"], values.get("note") or "", values.get("raised_on")
    )


def _clear_risk(services: Services, risk_id: UUID, values: Values) -> None:
    services.people.clear_risk(risk_id, values.get("note") or "", values.get("on"))


def _reason_of(services: Services, learner_id: UUID, values: Values) -> None:
    services.restrictions.restrict(learner_id, values["reason"])


def _lift(services: Services, learner_id: UUID, values: Values) -> None:
    services.restrictions.lift(learner_id, values["reason"])


def _set_groups(services: Services, learner_id: UUID, values: Values) -> None:
    services.learners.set_groups(learner_id, values["groups"])


def _set_reasons(services: Services, learner_id: UUID, values: Values) -> None:
    services.learners.set_reasons(learner_id, values["reasons"], values.get("main") or "")


def _share_household(services: Services, learner_id: UUID, values: Values) -> None:
    services.people.share_household(learner_id, values["with"])


_CORRECTED = (
    Argument("text"),
    Argument("on", type="day"),
    Argument("contact_kind", type="code", list="contact_kinds"),
    Argument("place", type="line"),
    Argument("by_name", type="line"),
    Argument("next_on", type="day"),
    Argument("next_text"),
    Argument("private", type="yes_no"),
)
_REASON = (Argument("reason", required=True),)

SUBJECTS = (
    Subject(
        Learner,
        add=lambda services, values: services.learners.add(values).id,
        edit=lambda services, learner_id, values: services.learners.edit(learner_id, values),
        acts=(
            hide(lambda services, learner_id: services.learners.hide([learner_id])),
            hide(
                lambda services, learner_id: services.learners.bring_back([learner_id]),
                "bring_back",
            ),
            Act("restrict", _reason_of, _REASON),
            Act("lift", _lift, _REASON),
            Act(
                "groups",
                _set_groups,
                (Argument("groups", required=True, type="codes", list="target_groups"),),
            ),
            Act(
                "reasons",
                _set_reasons,
                (
                    Argument("reasons", required=True, type="codes", list="leaving_reasons"),
                    Argument("main", type="code", list="leaving_reasons"),
                ),
            ),
            Act(
                "share_household",
                _share_household,
                (Argument("with", required=True, type="link", link="learner"),),
            ),
            hide(
                lambda services, learner_id: services.people.leave_household(learner_id),
                "leave_household",
            ),
        ),
        also=(
            Argument("national_id", type="plain"),
            Argument("g_code", type="plain"),
            Argument("identity", type="plain"),
            Argument("village", type="plain"),
        ),
        fixed=frozenset(
            {
                "code",
                "restricted_on",
                "restricted_reason",
                "anonymised_on",
                "kept_until",
                "kept_reason",
                "closed_on",
                "extra",
                "former_names",
                "birth_text",
                "village_id",
            }
        ),
        needed=frozenset({"given"}),
        find=_find_learners,
    ),
    Subject(
        LearnerPrivate,
        add=_save_private,
        needed=_OWNER,
        find=_no_list,
        get=_private,
    ),
    Subject(
        LearnerCode,
        add=_add_paper,
        edit=lambda services, paper_id, values: services.people.edit_paper(paper_id, values),
        acts=(hide(lambda services, paper_id: services.people.remove_paper(paper_id)),),
        needed=frozenset({"learner_id", "code_kind", "value"}),
    ),
    Subject(LearnerGroup),
    Subject(LeavingReason),
    Subject(
        Carer,
        add=_add_carer,
        edit=lambda services, carer_id, values: services.people.edit_carer(carer_id, values),
        acts=(hide(lambda services, carer_id: services.people.remove_carer(carer_id)),),
        needed=frozenset({"learner_id", "name"}),
    ),
    Subject(
        Education,
        add=_add_education,
        edit=lambda services, stay_id, values: services.people.edit_education(stay_id, values),
        acts=(hide(lambda services, stay_id: services.people.remove_education(stay_id)),),
        needed=_OWNER,
    ),
    Subject(
        Household,
        add=_save_household,
        also=(Argument("learner_id", required=True, type="link", link="learner"),),
    ),
    Subject(
        RiskFlag,
        add=_raise_risk,
        acts=(Act("clear", _clear_risk, (Argument("note"), Argument("on", type="day"))),),
        fixed=frozenset({"cleared_on"}),
        needed=frozenset({"learner_id", "code"}),
    ),
    Subject(
        Contact,
        add=_add_contact,
        acts=(Act("correct", _correct, _CORRECTED),),
        fixed=frozenset({"corrects"}),
        needed=frozenset({"learner_id", "text"}),
    ),
    Subject(
        Document,
        add=_add_document,
        also=(Argument("file", required=True, type="plain"),),
        edit=lambda services, document_id, values: services.documents.edit(document_id, values),
        acts=(hide(lambda services, document_id: services.documents.hide(document_id)),),
        fixed=frozenset({"sha256", "size", "media_type", "file_name"}),
    ),
)
