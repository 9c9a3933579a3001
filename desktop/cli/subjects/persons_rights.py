"""Consents, and facts that were put right on request."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.subjects.subject import Act, Argument, Subject, Values, split
from desktop.models.fields import fields_of
from desktop.models.people import Consent, Rectification
from desktop.services.all import Services

# A form answers for several purposes; a record is one of them.
_ANSWER = tuple(fields_of(Consent)[name] for name in ("purpose", "granted"))


def _record(services: Services, values: Values) -> UUID:
    own, rest = split(values, "learner_id", "purpose", "granted")
    own = services.records.read(_ANSWER, own)
    (made,) = services.consents.record(own["learner_id"], {own["purpose"]: own["granted"]}, rest)
    return made


def _withdraw(services: Services, consent_id: UUID, values: Values) -> None:
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
        needed=frozenset({"learner_id", "purpose", "granted"}),
    ),
    Subject(Rectification),
)
