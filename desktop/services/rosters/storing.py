"""Storing a roster: new learners in bulk with all that belongs to them, edits one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.area import Centre
from desktop.models.capture_new import add_new
from desktop.models.identity import local_code
from desktop.models.ids import new_id
from desktop.models.people import Carer, Learner, LearnerCode, LearnerGroup, LeavingReason
from desktop.models.program import DeviceState
from desktop.progress import Progress
from desktop.services.rosters.drafts import Draft
from desktop.services.rosters.villages import Villages

_STEP: Final = 1_000


@dataclass
class _Records:
    learners: list[dict[str, Any]]
    codes: list[dict[str, Any]]
    carers: list[dict[str, Any]]
    groups: list[dict[str, Any]]
    reasons: list[dict[str, Any]]


def store_new(
    session: Session,
    drafts: Sequence[Draft],
    villages: Villages,
    registered_on: str,
    progress: Progress,
) -> list[UUID]:
    """Register a learner for each draft; returns their ids in order.

    `registered_on` is an ISO day, "" where nobody can say which day it is.

    Raises:
        Cancelled: from `progress`, between steps; the transaction is then given up whole.
    """
    device = session.get_one(DeviceState, 1)
    centre = session.get(Centre, device.centre_id)
    tambon = centre.tambon if centre else "000000"
    ids: list[UUID] = []
    for start in range(0, len(drafts), _STEP):
        progress.step(start, len(drafts), "storing")
        records = _Records([], [], [], [], [])
        for draft in drafts[start : start + _STEP]:
            code = local_code(tambon, device.letters, device.next_code)
            device.next_code += 1
            ids.append(_add(records, draft, code, villages, registered_on))
        add_new(session, Learner, records.learners)
        add_new(session, LearnerCode, records.codes)
        add_new(session, Carer, records.carers)
        add_new(session, LearnerGroup, records.groups)
        add_new(session, LeavingReason, records.reasons)
    progress.step(len(drafts), len(drafts), "storing")
    return ids


def _add(
    records: _Records, draft: Draft, code: str, villages: Villages, registered_on: str
) -> UUID:
    learner_id = new_id()
    village_id = villages.place(*draft.village)
    learner = {
        "id": learner_id,
        "code": code,
        "case_step": "found",
        "registered_on": registered_on or None,
        **draft.columns,
        "village_id": village_id,
        "hamlet_id": villages.hamlet(village_id, draft.hamlet),
        "note": draft.note or None,
        "extra": dict(draft.extra) or None,
    }
    records.learners.append(learner)
    kinds: set[str] = set()
    for number in draft.numbers:
        records.codes.append(
            {
                "learner_id": learner_id,
                "code_kind": number.kind,
                "value": number.value,
                "checksum_confirmed": number.checksum_ok is False,
                "current": number.kind not in kinds,
            }
        )
        kinds.add(number.kind)
    if draft.carer:
        carer: dict[str, Any] = {"learner_id": learner_id, "name": draft.carer}
        if draft.relation:
            carer["relation"] = draft.relation
        if draft.carer_note:
            carer["note"] = draft.carer_note
        records.carers.append(carer)
    for group in draft.groups:
        records.groups.append({"learner_id": learner_id, "code": group})
    for reason in draft.reasons:
        records.reasons.append(
            {
                "learner_id": learner_id,
                "code": reason,
                # The only reason given is the main one; of several a person says which.
                "main": len(draft.reasons) == 1,
            }
        )
    return learner_id
