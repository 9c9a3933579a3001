"""What of an accepted item the hub is to sign."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Centre
from desktop.models.credits import CreditItem, Evidence
from desktop.models.dates import PartialDate
from desktop.models.moves import last_move, state_column
from desktop.services.credits.open_badge import Badge, Earned, Shown, credential
from desktop.services.credits.sums import decision
from desktop.services.record_values import centre_vocabulary, live
from desktop.services.restricted import refuse

_CRITERIA: Final = "{by} พิจารณาหลักฐานแล้วรับเทียบโอน {credits:g} หน่วยกิต"


def badge(session: Session, item_id: UUID) -> Badge:
    """Return an accepted item as an Open Badge without a signature.

    Raises:
        UserError: `record_unknown`, `credit_not_accepted`, `learner_restricted`.
    """
    item = live(session, CreditItem, item_id)
    refuse(session, item.learner_id)
    decided = decision(session, last_move(session, item))
    if decided is None:
        raise UserError("credit_not_accepted")
    centre = session.get_one(Centre, item.centre_id)
    by = " ".join(filter(None, (decided.institution or "สถานศึกษา", decided.number)))
    return credential(
        Earned(
            id=item.id,
            learner_id=item.learner_id,
            centre_id=item.centre_id,
            centre=centre.name or "",
            name=item.name,
            text=item.text or "",
            criteria=_CRITERIA.format(by=by, credits=decided.credits),
            accepted_on=PartialDate.from_iso(decided.done_on).first_day.isoformat(),
            credits=decided.credits,
            subject_code=decided.subject_code or "",
            level=_label(session, "dole_curriculum", decided.level),
            subject=_label(session, "dole_subjects", decided.subject),
            starts_on=item.starts_on or "",
            ends_on=item.ends_on or "",
            evidence=_shown(session, item_id),
        )
    )


def _shown(session: Session, item_id: UUID) -> tuple[Shown, ...]:
    wanted = (
        select(Evidence)
        .where(
            Evidence.credit_item_id == item_id,
            Evidence.deleted.is_(False),
            state_column(Evidence) == "seen",
        )
        .order_by(Evidence.first_stamp)
    )
    return tuple(
        Shown(
            each.id, each.name, _label(session, "evidence_kinds", each.evidence_kind),
            each.text or "",
        )
        for each in session.scalars(wanted)
    )  # fmt: skip


def _label(session: Session, vocabulary: str, code: str | None) -> str:
    return centre_vocabulary(session, vocabulary).label(code) if code else ""
