"""What goes to an agency of a learner: as much as is consented to, kept and sealed."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.base import to_milliseconds
from desktop.models.dates import PartialDate
from desktop.models.people import Carer, Learner
from desktop.models.persons import called
from desktop.models.program import DeviceState
from desktop.models.referrals import Referral, ReferralMove, ReferralSending, ReferralWords
from desktop.services.masking import sensitive_codes
from desktop.services.needs.outside import never_told
from desktop.services.record_values import live, owned
from desktop.services.referrals.consent import covered, covering
from desktop.services.referrals.reading import receiver_of
from desktop.services.referrals.telling import telling
from desktop.services.workspace import Workspace

_OWN: Final = ("service", "urgency", "reason", "done_already", "asked", "language", "cautions")
_OF_PERSON: Final = ("birth", "birth_estimated", "sex", "house_number", "address", "phone")
_GUARDED: Final = ("birth", "birth_estimated", "sex")
_OF_SCHOOLING: Final = ("level_current", "current_place", "level_last", "level_completed")


def send(session: Session, workspace: Workspace, referral: Referral, move: ReferralMove) -> None:
    """Write down what is sent with a move, under a number of its own.

    Raises:
        UserError: `referral_no_consent` without consent or another basis that is named;
            `referral_basis_no_reason`; `referral_not_covered`; `referral_needs_person` of what
            tells of protection or justice, which goes to somebody and to no office;
            `referral_tells_home` where the slip leaves out the home and its words do not.
    """
    learner = live(session, Learner, referral.learner_id)
    receiver = receiver_of(session, referral)
    guarded = referral.service in sensitive_codes("referral_services")
    if guarded and referral.receiver_id is None:
        raise UserError("referral_needs_person", field="receiver_id")
    data = _allowed(session, learner, receiver, move)
    # Where a child was harmed, whoever is at home may not be called, nor the house be told.
    guarded = guarded or learner.id in never_told(session)[0]
    if guarded:
        _keep_home(session, referral)
    move.number = move.number or next_number(session)
    words = ReferralWords(learner_id=learner.id, sent_at=to_milliseconds(workspace.now()))
    sending = ReferralSending(
        whom_id=learner.id,
        matter_id=referral.id,
        words_id=words.id,
        partner_id=referral.partner_id,
        receiver_id=referral.receiver_id,
        number=move.number,
        sent_on=move.done_on,
        channel=move.channel,
    )
    content = {name: getattr(referral, name) for name in _OWN if getattr(referral, name)}
    content |= _of_learner(session, learner, data, guarded=guarded)
    content |= {"number": move.number, "sent_on": move.done_on, "receiver": receiver}
    content["sender"] = workspace.user.name
    sending.seal_with(words, content)
    session.add_all([words, sending])


def _keep_home(session: Session, referral: Referral) -> None:
    """Refuse words that tell what the slip leaves out; cutting them would change what was said."""
    for field, told in telling(session, referral).items():
        if told == "tells_home":
            raise UserError("referral_tells_home", field=field)


def next_number(session: Session) -> str:
    """Return the next number of this laptop's slips: its letters, and one more than ever."""
    letters = session.get_one(DeviceState, 1).letters
    used = select(ReferralSending.number).where(ReferralSending.number.startswith(f"{letters}-"))
    tails = (number.rpartition("-")[2] for number in session.scalars(used))
    return f"{letters}-{max((int(each) for each in tails if each.isdecimal()), default=0) + 1:04}"


def _allowed(
    session: Session, learner: Learner, receiver: str, move: ReferralMove
) -> frozenset[str]:
    """The codes of `consent_data` that may be carried."""
    day = PartialDate.from_iso(move.done_on).first_day
    consent = covering(session, learner, receiver, day)
    if consent is not None:
        move.consent_id, move.basis = consent.id, None
        if "person" not in covered(consent):
            raise UserError("referral_not_covered", receiver=receiver)
        return covered(consent)
    if move.basis is None or move.basis == "consent":
        raise UserError("referral_no_consent", field="basis", receiver=receiver)
    if not (move.basis_reason or "").strip():
        raise UserError("referral_basis_no_reason", field="basis_reason")
    return frozenset({"person"})


def _of_learner(
    session: Session, learner: Learner, data: frozenset[str], *, guarded: bool
) -> dict[str, Any]:
    """What is told of them; nothing sensitive is among it, whoever sends.

    `guarded`: neither who lives with them, nor how the house is found or called.
    """
    told: dict[str, Any] = {"name": called(learner)}
    if guarded:
        told |= {name: getattr(learner, name) for name in _GUARDED}
        return {name: value for name, value in told.items() if value not in (None, "")}
    village = session.get(Village, learner.village_id) if learner.village_id else None
    told |= {
        **{name: getattr(learner, name) for name in _OF_PERSON},
        "village": f"{village.moo} {village.name}".strip() if village is not None else "",
        "carers": [
            {"name": carer.name, "relation": carer.relation, "phone": carer.phone}
            for carer in session.scalars(owned(Carer, learner.id))
        ],
    }
    if "education" in data:
        told |= {name: getattr(learner, name) for name in _OF_SCHOOLING}
    return {name: value for name, value in told.items() if value not in (None, "", [])}
