"""Help for people in danger, for those who are named in it; and tries to reach somebody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Shown, Subject, Values, split
from desktop.errors import UserError
from desktop.models.search import key_of
from desktop.models.tries import ContactTry
from desktop.models.urgent import UrgentCase, UrgentStep
from desktop.services.all import Services


def _open(services: Services, values: Values) -> UUID:
    own, rest = split(values, "named")
    return services.urgent.open(rest, own.get("named") or ())


def _note(services: Services, case_id: UUID, values: Values) -> None:
    services.urgent.add_note(case_id, values["text"])


def _hand_on(services: Services, case_id: UUID, values: Values) -> None:
    services.urgent.hand_on(case_id, values)


def _step(services: Services, values: Values) -> UUID:
    own, rest = split(values, "step")
    return services.urgent_chain.set_step(own["step"], rest)


def _state(services: Services, case_id: UUID, values: Values) -> None:
    services.urgent.set_state(case_id, values["state"], values.get("outcome") or "")


def _name(services: Services, case_id: UUID, values: Values) -> None:
    services.urgent.name_people(case_id, values["named"], values.get("responsible"))


def _try(services: Services, values: Values) -> UUID:
    for kind in ("referral", "lead"):
        own, rest = split(values, f"{kind}_id")
        if own:
            return services.tries.note(kind, next(iter(own.values())), rest)
    raise UserError("field_missing", field="referral_id", kind=ContactTry.kind)


def _tried(services: Services, case_id: UUID, values: Values) -> None:
    services.urgent.note_try(case_id, values)


def _cases(
    services: Services, search: str, where: Mapping[str, Any], limit: int | None
) -> Iterable[Shown]:
    """The lines of a list: what is in a case is looked at in one case, and that is recorded."""
    if set(where) - {"state", "case_kind"}:
        raise UserError("unknown_field", field=min(set(where) - {"state", "case_kind"}))
    states = (str(where["state"]),) if where.get("state") else ()
    wanted = key_of(search)
    lines = [
        line
        for line in services.urgent.mine(states)
        if (not where.get("case_kind") or line.case_kind == where["case_kind"])
        and (not wanted or wanted in key_of(line.who))
    ]
    for line in lines[:limit]:
        yield line.id, {name: getattr(line, name) for name in _LISTED}


def _case(services: Services, case_id: UUID) -> Shown:
    case = services.urgent.get(case_id)
    values = {name: getattr(case.line, name) for name in _LISTED}
    values.update({name: getattr(case, name) for name in _WITHIN})
    values["responsible"] = case.responsible_id
    values["named"] = [each.id.hex for each in case.named]
    return case.line.id, values


_LISTED = ("learner_id", "case_kind", "state", "opened_on", "protected")
_WITHIN = ("person_note", "summary", "outcome", "closed_on")

SUBJECTS = (
    Subject(ContactTry, add=_try),
    Subject(UrgentStep, add=_step, needed=frozenset({"step"})),
    Subject(
        UrgentCase,
        add=_open,
        edit=lambda services, case_id, values: services.urgent.edit(case_id, values),
        acts=(
            Act("note", _note, (Argument("text", required=True),)),
            Act(
                "try",
                _tried,
                (
                    Argument("way", type="code", list="contact_kinds"),
                    Argument("whom", type="code", list="contact_whom"),
                    Argument("result", type="code", list="contact_results"),
                    Argument("next_on", type="day"),
                    Argument("note"),
                ),
            ),
            Act(
                "hand_on",
                _hand_on,
                (
                    Argument("reason", required=True),
                    Argument("how", type="code", list="contact_kinds"),
                    Argument("whom", type="line"),
                ),
            ),
            Act(
                "state",
                _state,
                (
                    Argument("state", required=True, type="code", list="urgent_states"),
                    Argument("outcome"),
                ),
            ),
            Act(
                "name",
                _name,
                (
                    Argument("named", required=True, type="links", link="user"),
                    Argument("responsible", type="link", link="user"),
                ),
            ),
        ),
        fixed=frozenset({"state", "closed_on", "outcome", "responsible"}),
        needed=frozenset({"case_kind"}),
        find=_cases,
        get=_case,
    ),
)
