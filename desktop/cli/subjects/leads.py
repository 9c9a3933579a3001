"""People who are looked for: the list, walks, and bringing lists in and results out."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Act, Argument, Subject, Values, served, split
from desktop.models.leads import LeadList, LeadNumber, LeadRow, LeadSheet
from desktop.services.all import Services
from desktop.services.leads.lifecycle import SEARCH

PAPERS = (directory("leads", "ใบรายชื่อค้นหา / search sheets", lambda services: services.lead_sheets),)


def _register(services: Services, lead_id: UUID, values: Values) -> UUID:
    """A learner of what is known; values given stand above that."""
    known: dict[str, Any] = {**services.leads.prefilled(lead_id), **values}
    carer, others = split(known, "carer", "phone")
    of_carer = {"name": carer.get("carer"), "phone": carer.get("phone")}
    told = {name: value for name, value in of_carer.items() if value}
    return services.leads.register(lead_id, others, told if told.get("name") else None).id


def _close(services: Services, lead_id: UUID, values: Values) -> None:
    """End a search by the code of the move that ends it."""
    facts = dict(values)
    services.leads.move(lead_id, str(facts.pop("outcome")), facts)


def _key(services: Services, sheet_id: UUID, values: Values) -> UUID:
    """What came of a row of a sheet."""
    code = services.records.get(LeadSheet.kind, sheet_id).text("code")
    keyed = services.lead_walks.key(
        code,
        int(values["number"]),
        str(values["outcome"]),
        str(values.get("on") or ""),
        str(values.get("words") or ""),
    )
    return keyed.lead_id


SUBJECTS = (
    served(
        SEARCH,
        lambda services: services.leads,
        acts=(
            Act(
                "register",
                _register,
                (
                    Argument("given", type="line"),
                    Argument("surname", type="line"),
                    Argument("identity", type="plain"),
                ),
            ),
            Act(
                "close",
                _close,
                (
                    Argument("outcome", required=True, type="code", list="lead_moves"),
                    Argument("done_on", type="day"),
                    Argument("institution", type="line"),
                    Argument("place", type="line"),
                    Argument("reason"),
                    Argument("note"),
                ),
            ),
        ),
        also=(
            Argument("title", type="line"),
            Argument("given", type="line"),
            Argument("surname", type="line"),
            Argument("nickname", type="line"),
            Argument("birth", type="day"),
            Argument("phone", type="phone"),
            Argument("identity", type="plain"),
        ),
    ),
    Subject(
        LeadList,
        edit=lambda services, list_id, values: services.lead_lists.edit(list_id, values),
    ),
    Subject(LeadNumber),
    Subject(LeadRow),
    Subject(
        LeadSheet,
        acts=(
            Act(
                "key",
                _key,
                (
                    Argument("number", required=True, type="count"),
                    Argument("outcome", required=True, type="plain"),
                    Argument("on", type="day"),
                    Argument("words"),
                ),
            ),
        ),
    ),
)
