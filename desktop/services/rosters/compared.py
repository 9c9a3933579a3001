"""People whom a row of a roster may mean, as they are shown beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.models.dates import PartialDate
from desktop.models.people import Carer
from desktop.services.learners.lists import learner_rows
from desktop.services.record_values import owned


@dataclass(frozen=True)
class KnownPerson:
    """Somebody who is there already; texts are "" where unknown, `village` a moo number."""

    id: UUID
    name: str
    nickname: str
    birth: PartialDate | None
    village: str
    number: str
    carer: str


def known_learners(session: Session, ids: Sequence[UUID]) -> Iterator[KnownPerson]:
    """Give these learners; those hidden or joined meanwhile are left out."""
    for row in learner_rows(session, ids):
        carer = session.scalars(owned(Carer, row.id).with_only_columns(Carer.name)).first()
        yield KnownPerson(
            row.id,
            row.full_name,
            row.nickname,
            row.birth_date,
            row.village,
            row.national_id or row.g_code,
            carer or "",
        )
