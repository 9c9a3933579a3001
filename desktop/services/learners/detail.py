"""One learner whole, and what of them is not known yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.fields import fields_of
from desktop.models.people import (
    Carer,
    Consent,
    Education,
    Household,
    Learner,
    LearnerCode,
    LearnerGroup,
    LeavingReason,
    RiskFlag,
)
from desktop.services.entries import Entry, entry
from desktop.services.learners.lists import learner_rows
from desktop.services.learners.records import LearnerDetail, Missing
from desktop.services.learners.twins import waiting_pairs
from desktop.services.record_values import live, owned
from desktop.services.sync.conflict_facts import open_facts


def learner_detail(session: Session, learner_id: UUID) -> LearnerDetail:
    """Return a learner with all that hangs on them; UserError `learner_unknown`."""
    learner = live(session, Learner, learner_id)
    row = learner_rows(session, [learner_id])[0]

    def entries(cls: Any) -> tuple[Entry, ...]:
        return tuple(entry(record) for record in session.scalars(owned(cls, learner_id)))

    household = session.get(Household, learner.household_id) if learner.household_id else None
    codes, carers = entries(LearnerCode), entries(Carer)
    groups, reasons, consents = entries(LearnerGroup), entries(LeavingReason), entries(Consent)
    return LearnerDetail(
        row=row,
        values={name: getattr(learner, name) for name in fields_of(Learner)},
        typed=dict(learner.typed or {}),
        codes=codes,
        carers=carers,
        education=entries(Education),
        groups=groups,
        reasons=reasons,
        risks=entries(RiskFlag),
        consents=consents,
        household=entry(household) if household else None,
        missing=_missing(learner, codes, carers, groups, consents),
        conflicts=len(open_facts(session, learner_id)),
        possible_duplicates=tuple(
            pair.second_id if pair.first_id == learner_id else pair.first_id
            for pair in waiting_pairs(session, learner_id)
        ),
    )


def _missing(
    learner: Learner,
    codes: Sequence[Entry],
    carers: Sequence[Entry],
    groups: Sequence[Entry],
    consents: Sequence[Entry],
) -> tuple[Missing, ...]:
    papers = {code.text("code_kind") for code in codes}
    asked: dict[Missing, bool] = {
        "birth": bool(learner.birth),
        "village": learner.village_id is not None,
        "identity": bool(papers - {"local"}),
        "status": bool(learner.status),
        "carer": bool(carers),
        "group": bool(groups),
        "consent": any(c.values["granted"] and not c.values["withdrawn_on"] for c in consents),
    }
    return tuple(name for name, known in asked.items() if not known)
