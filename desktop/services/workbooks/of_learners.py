"""Rows that belong to a learner, in any workbook: they say whose they are by code and by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, named
from desktop.models.names import split_name
from desktop.models.people import Learner
from desktop.models.persons import called

BEGINS: Final = ("code", "who")


def columns() -> tuple[Column, Column]:
    """The columns that say whose a row is."""
    return (
        named(Learner.kind, "code", "code", back=False),
        Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
    )


def whose(session: Session, learner_id: UUID) -> Mapping[str, str]:
    """What these columns say of a learner."""
    learner = session.get_one(Learner, learner_id)
    return {"code": learner.code, "who": called(learner)}


def meant(session: Session, values: Mapping[str, Any]) -> UUID:
    """Return the learner of a new row: of its code, or else the one of just that name.

    Raises:
        UserError: `learner_unknown`, with the `field` that says so.
    """
    code, name = (str(values.get(each) or "").strip() for each in BEGINS)
    wanted = select(Learner.id).where(Learner.deleted.is_(False), Learner.merged_into.is_(None))
    if code:
        wanted = wanted.where(Learner.code == code)
    else:
        parts = split_name(name)
        wanted = wanted.where(
            Learner.given == parts.given, func.coalesce(Learner.surname, "") == parts.surname
        )
    found = session.scalars(wanted.limit(2)).all() if code or name else []
    if len(found) != 1:
        raise UserError("learner_unknown", text=code or name, field="code" if code else "who")
    return found[0]
