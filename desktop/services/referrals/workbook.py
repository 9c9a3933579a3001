"""Referrals as a workbook: whose row each is, and how a row is stored."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.exchange.writing import Column, Value, named
from desktop.models.base import SyncedRecord
from desktop.models.partners import Partner
from desktop.models.people import Learner
from desktop.models.persons import called
from desktop.models.referrals import Referral
from desktop.services.masking import sensitive_codes
from desktop.services.referrals.reading import found, receiver_of
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.referrals.service import begun, fill
from desktop.services.workbooks.declared import Asked
from desktop.services.workbooks.of_subjects import SubjectBook


class ReferralBook(SubjectBook):
    """Every referral; what tells of protection or justice only where it is asked for.

    A new row begins with the code of a learner, and may name an agency.
    """

    what = "referrals"
    word = "referral"
    model = Referral
    asks = ReferralQuery
    find = staticmethod(found)
    identity = ("who", "receiver")
    begins = ("who", "code", "receiver")
    left_out = frozenset({"partner_id", "receiver_id"})
    before = (
        named(Learner.kind, "code", "code", back=False),
        Column("who", "ชื่อ–สกุล", "Name", width=28, back=False),
        Column("receiver", "ส่งถึง", "To", width=28, back=False),
    )
    after = (
        Column("number", "เลขที่ใบส่งต่อ", "Slip number", width=14, back=False),
        Column("days", "อยู่ขั้นนี้มา (วัน)", "Days in this state", "number", back=False),
    )

    def told(self, session: Session, ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, str]]:
        told = {}
        for each in ids:
            referral = session.get_one(Referral, each)
            who = called(session.get_one(Learner, referral.learner_id))
            told[each] = {"who": who, "receiver": receiver_of(session, referral)}
        return told

    def stays(self, row: ReferralRow, asked: Asked) -> bool:
        apart = not asked.sensitive and row.service in sensitive_codes("referral_services")
        return row.restricted or apart

    def more(self, session: Session, record: Referral, row: ReferralRow) -> Mapping[str, Value]:
        code = session.get_one(Learner, record.learner_id).code
        return {
            "who": row.name, "code": code, "receiver": row.receiver, "number": row.number,
            "days": row.days,
        }  # fmt: skip

    def check_new(self, session: Session, values: Mapping[str, Any]) -> None:
        _learner(session, values)
        _agency(session, values)

    def store(
        self, session: Session, record: SyncedRecord | None, values: Mapping[str, Any]
    ) -> None:
        given = {name: each for name, each in values.items() if name not in self.begins}
        if not isinstance(record, Referral):
            record = begun(session, _learner(session, values).id)
            record.partner_id = _agency(session, values)
            session.add(record)
        fill(session, record, given)


def _learner(session: Session, values: Mapping[str, Any]) -> Learner:
    code = str(values.get("code") or "")
    wanted = select(Learner).where(Learner.code == code, Learner.deleted.is_(False))
    learner = session.scalars(wanted).first()
    if learner is None:
        raise UserError("learner_unknown", text=code, field="code")
    return learner


def _agency(session: Session, values: Mapping[str, Any]) -> UUID | None:
    name = str(values.get("receiver") or "").strip()
    if not name:
        return None
    found = session.scalars(
        select(Partner.id).where(
            Partner.name == name, Partner.deleted.is_(False), Partner.merged_into.is_(None)
        )
    ).all()
    if len(found) != 1:
        raise UserError("agency_unknown", text=name, field="receiver")
    return found[0]
