"""Consents, and facts that were put right on request."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Subject, Values, split
from desktop.errors import UserError
from desktop.models.fields import fields_of
from desktop.models.people import Consent, Rectification
from desktop.services.all import Services

# A form answers for several purposes; a record is one of them.
_ANSWER = tuple(fields_of(Consent)[name] for name in ("purpose", "granted"))
_OF_PERSON = (replace(_ANSWER[0], vocabulary=_ANSWER[0].also, also=""), _ANSWER[1])


def _record(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id", "person_id", "purpose", "granted")
    if own.get("person_id"):
        own = services.records.read(_OF_PERSON, own)
        answer = {own["purpose"]: own["granted"]}
        (made,) = services.person_consents.record(own["person_id"], answer, rest)
        return made
    if not own.get("learner_id"):
        raise UserError("field_missing", field="learner_id", kind=Consent.kind)
    own = services.records.read(_ANSWER, own)
    (made,) = services.consents.record(own["learner_id"], {own["purpose"]: own["granted"]}, rest)
    return made


def _withdraw(services: Services, consent_id: UUID, values: Values) -> None:
    if services.records.get(Consent.kind, consent_id).values["person_id"]:
        services.person_consents.withdraw(consent_id, values.get("on"), values.get("note") or "")
        return
    services.consents.withdraw(
        consent_id, values.get("by") or "", values.get("on"), values.get("note") or ""
    )


SUBJECTS = (
    Subject(
        Consent,
        add=_record,
        acts=(
            Act(
                "withdraw",
                _withdraw,
                (Argument("by", type="line"), Argument("on", type="day"), Argument("note")),
            ),
        ),
        fixed=frozenset({"withdrawn_on", "withdrawn_by", "withdrawal_note", "seen_by"}),
        also=(Argument("granted", required=True, type="yes_no"),),
        needed=frozenset({"purpose"}),
    ),
    Subject(Rectification),
)
