"""Needs as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.names import split_name
from desktop.models.needs import Need
from desktop.models.people import Learner
from desktop.services.needs.reading import found, who
from desktop.services.needs.records import NeedQuery, NeedRow
from desktop.services.needs.service import fill
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "สิ่งที่ขอ", "ความต้องการ", "name"), "name"),
    **dict.fromkeys(("ผู้ขอ", "ชื่อ–สกุล", "ผู้เรียนรู้", "who"), "who"),
}


class NeedBook(SubjectBook):
    """Every need; of whoever's record may not be used now none.

    A new row belongs to the one learner of just that name. Where nobody is called so, or several
    are, the name is kept in the note.
    """

    what = "needs"
    word = "need"
    model = Need
    asks = NeedQuery
    find = staticmethod(found)
    identity = ("name", "who")
    may_lack = frozenset({"who"})
    begins = ("who",)
    left_out = frozenset({"learner_id", "household_id"})
    before = (Column("who", "ใครขอ", "Who asks", width=28, back=False),)
    aliases = _OTHER_HEADINGS

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        names = who(session)
        needs = session.execute(select(Need.id, Need.name).where(Need.deleted.is_(False)))
        wanted = set(ids)
        return {
            each: {"name": name, "who": names.get(each, "")}
            for each, name in needs
            if each in wanted
        }

    def stays(self, row: NeedRow, asked: Asked) -> bool:
        del asked
        return row.restricted

    def more(self, session: Session, record: Need, row: NeedRow) -> Mapping[str, Value]:
        del row
        return {"who": who(session, record.id).get(record.id, "")}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        name = str(given.pop("who", "") or "")
        if isinstance(record, Need):
            fill(session, record, given)
            return
        need = Need(name="")
        if name:
            learner = _called(session, name)
            if learner is not None:
                given["learner_id"] = learner
            else:
                given["note"] = "\n".join(filter(None, (given.get("note"), f"ใครขอ: {name}")))
        fill(session, need, given)
        session.add(need)


def _called(session: Session, text: str) -> UUID | None:
    """The one learner of just this name."""
    name = split_name(text)
    called = select(Learner.id).where(
        Learner.deleted.is_(False),
        Learner.merged_into.is_(None),
        Learner.given == name.given,
        func.coalesce(Learner.surname, "") == name.surname,
    )
    found = session.scalars(called.limit(2)).all()
    return found[0] if len(found) == 1 else None
