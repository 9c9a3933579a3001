"""Rows that belong to a learner, in any workbook: they say whose they are by code and by name."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, named
from desktop.models.base import SyncedRecord
from desktop.models.names import split_name
from desktop.models.people import Learner
from desktop.models.persons import called
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

BEGINS: Final = ("code", "who")
COLUMNS: Final = (
    named(Learner.kind, "code", "code", back=False),
    Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
)
"""What says whose a row is."""


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


class LearnersBook(SubjectBook):
    """Records of learners, each with a name; of whoever's record may not be used now none go out.

    A new row begins with the code or the name of a learner.
    """

    identity: ClassVar[tuple[str, ...]] = ("name", "who")
    begins: ClassVar[tuple[str, ...]] = BEGINS
    before: ClassVar[tuple[Column, ...]] = COLUMNS

    @staticmethod
    @abstractmethod
    def fill(session: Session, record: Any, values: Mapping[str, Any], /) -> None:
        """Put values onto a record."""

    def begun(self, session: Session, learner_id: UUID, given: dict[str, Any]) -> SyncedRecord:
        """A new record; what it is made of may be taken out of what was given."""
        del given
        record = self.model(name="", learner_id=learner_id)
        session.add(record)
        return record

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        records: list[Any] = [session.get_one(self.model, each) for each in ids]
        return {each.id: {"name": each.name, **whose(session, each.learner_id)} for each in records}

    def stays(self, row: Any, asked: Asked) -> bool:
        del asked
        return bool(row.restricted)

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        meant(session, values)
        super().check_new(session, values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if record is None:
            record = self.begun(session, meant(session, values), given)
        self.fill(session, record, given)
