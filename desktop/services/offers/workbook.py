"""Offers as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.exchange.writing import Column, Value
from desktop.models.base import SyncedRecord
from desktop.models.needs import Offer
from desktop.services.offers.reading import found, names_of_givers
from desktop.services.offers.records import OfferQuery, OfferRow
from desktop.services.offers.service import fill
from desktop.services.persons.behind import one_named
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook

_OTHER_HEADINGS: Final = {
    **dict.fromkeys(("ชื่อ", "สิ่งที่ให้", "สิ่งที่เสนอ", "name"), "name"),
    **dict.fromkeys(("ผู้ให้", "ภาคี", "หน่วยงาน", "giver"), "giver"),
}


class OfferBook(SubjectBook):
    """Every offer; of a person whose record may not be used now none.

    A new row is of the one partner, or else the one person, of just that name. Where nobody is
    called so, or several are, the name is kept in the note.
    """

    what = "offers"
    word = "offer"
    model = Offer
    asks = OfferQuery
    find = staticmethod(found)
    identity = ("name", "giver")
    may_lack = frozenset({"giver"})
    begins = ("giver",)
    left_out = frozenset({"partner_id", "person_id", "capital_id"})
    before = (Column("giver", "ใครให้", "Who gives", width=28, back=False),)
    aliases = _OTHER_HEADINGS

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        offers = [session.get_one(Offer, each) for each in ids]
        names = names_of_givers(session, offers)
        return {each.id: {"name": each.name, "giver": names[each.id]} for each in offers}

    def stays(self, row: OfferRow, asked: Asked) -> bool:
        del asked
        return row.restricted

    def more(self, session: Session, record: Offer, row: OfferRow) -> Mapping[str, Value]:
        del row
        return {"giver": names_of_givers(session, [record])[record.id]}

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = dict(values)
        name = str(given.pop("giver", "") or "")
        if isinstance(record, Offer):
            fill(session, record, given)
            return
        if name:
            given.update(one_named(session, name))
            if not given.get("partner_id") and not given.get("person_id"):
                given["note"] = "\n".join(filter(None, (given.get("note"), f"ใครให้: {name}")))
        offer = Offer(name="")
        fill(session, offer, given)
        session.add(offer)
