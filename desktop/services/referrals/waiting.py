"""Replies that come before their referral: kept, made moves of when it arrives, never lost.

Every laptop that has both makes the same moves of the same reply, under the same ids.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable, Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.derived import ensure, id_of
from desktop.models.ids import derived_id
from desktop.models.moves import last_move, state_of
from desktop.models.program import DeviceState, User
from desktop.models.referrals import Referral, ReferralMove, ReferralReply
from desktop.models.text import search_key
from desktop.services.moves import check_facts, make_move
from desktop.services.record_values import live, set_values
from desktop.services.referrals.lifecycle import REFERRING, check_later
from desktop.services.referrals.records import WaitingReply
from desktop.services.referrals.replies import ANSWERS, FACTS, of_number, spelled, steps
from desktop.services.workspace import Workspace

_log = logging.getLogger(__name__)

_SAID_BY: Final[Mapping[str, frozenset[str]]] = {
    "acknowledge": frozenset(
        {"acknowledged", "accepted", "waitlisted", "declined", "served_part", "served"}
    ),
    "accept": frozenset({"accepted", "served_part", "served"}),
    "waitlist": frozenset({"served_part", "served"}),
    "decline": frozenset({"declined"}),
    "serve": frozenset({"served"}),
}
"""By the answer: the states that say as much already."""

_OVERTAKEN: Final = frozenset({"acknowledge", "accept", "waitlist"})
"""Answers that a later one makes old, which a decline and a service are not."""

CONTRADICTS: Final = "reply_contradicts"
"""What is told of a reply that its referral has gone another way than."""


def take(
    session: Session, workspace: Workspace, number: str, answer: str, facts: Mapping[str, Any]
) -> UUID | None:
    """Note an answer: as moves of its referral, or to wait for it where that is not here.

    Returns the referral, None where it waits.

    Raises:
        UserError: `slip_done`; as `moves.make_move`, by either way.
    """
    try:
        referral = of_number(session, number)
    except UserError as error:
        if error.code != "slip_unknown":
            raise
        _keep(session, workspace, number, answer, facts)
        return None
    reply = _read(session, workspace, number, answer, facts)
    _move(session, workspace, referral, _id_of(session, reply), answer, facts)
    return referral.id


def settle(workspace: Workspace) -> int:
    """Put to their referrals the replies that waited for them; how many were.

    Called when a centre is opened and after news came in; without any it only reads. What cannot
    be put waits on, and is told (`waiting`).
    """
    with workspace.database.read() as session:
        ready = [
            (reply.id, reply.created_by)
            for reply in _in_turn(session)
            if _problem(session, reply) == CONTRADICTS
        ]
    done = 0
    for reply_id, author in ready:
        try:
            with workspace.database.write(author) as session:
                done += put(session, workspace, session.get_one(ReferralReply, reply_id))
        except UserError as error:
            _log.info("a reply waits on: %s", error.code)
    return done


def settle_number(session: Session, workspace: Workspace, number: str) -> None:
    """Put the replies to a slip that was written down only now.

    Raises:
        UserError: as `put`.
    """
    session.flush()
    for reply in _in_turn(session):
        if reply.number == spelled(number):
            put(session, workspace, reply)
            session.flush()


def put(session: Session, workspace: Workspace, reply: ReferralReply) -> bool:
    """Put one reply to its referral; False where that has not come, or somebody has to look.

    Raises:
        UserError: as `moves.make_move`.
    """
    try:
        referral = of_number(session, reply.number)
    except UserError:
        return False
    state, last = state_of(session, referral), last_move(session, referral)
    late = last is not None and last.move in ANSWERS and last.done_on > reply.done_on
    overtaken = late and reply.answer in _OVERTAKEN
    made = session.get(ReferralMove, _move_id(reply.id, reply.answer, referral.last_move_id))
    if state not in _SAID_BY[reply.answer] and not overtaken and made is None:
        facts = {name: getattr(reply, name) for name in FACTS}
        given = {name: value for name, value in facts.items() if value is not None}
        _move(session, workspace, referral, reply.id, reply.answer, given)
    reply.referral_id = referral.id
    return True


def waiting(session: Session) -> list[WaitingReply]:
    """Return the replies that wait, the oldest first, and why each does."""
    names = {user.id: user.name for user in session.scalars(select(User))}
    return [
        WaitingReply(
            id=reply.id,
            number=reply.number,
            answer=reply.answer,
            done_on=reply.done_on,
            institution=reply.institution or "",
            by=names.get(reply.created_by, "") if reply.created_by is not None else "",
            problem=_problem(session, reply),
            facts={name: getattr(reply, name) for name in FACTS},
        )
        for reply in _in_turn(session)
    ]


def drop(session: Session, reply_ids: Iterable[UUID]) -> None:
    """Hide replies that were keyed by mistake; one that was put to a referral stays.

    Raises:
        UserError: `record_unknown`.
    """
    for reply_id in reply_ids:
        reply = live(session, ReferralReply, reply_id)
        if reply.referral_id is None:
            reply.deleted = True


def _keep(
    session: Session, workspace: Workspace, number: str, answer: str, facts: Mapping[str, Any]
) -> None:
    read = _read(session, workspace, number, answer, facts)
    # What is taken for granted before an answer says who gave it.
    if read.institution is None and read.by_id is None:
        raise UserError("field_missing", field="institution", kind=ReferralMove.kind)
    reply = ensure(session, ReferralReply, **_of(read))
    for name in FACTS:
        if name != "done_on":
            setattr(reply, name, getattr(read, name))


def _read(
    session: Session, workspace: Workspace, number: str, answer: str, facts: Mapping[str, Any]
) -> ReferralReply:
    """What was keyed, as a record that is in no session, once its last move would be taken."""
    if not spelled(number):
        raise UserError("field_missing", field="number", kind=ReferralReply.kind)
    today = workspace.today()
    code, told = steps("sent", answer, facts)[-1]
    move = ReferralMove(move=code, done_on=today.isoformat())
    set_values(session, move, {name: each for name, each in told.items() if each is not None})
    check_facts(session, move, REFERRING.transition(code), today)
    if code == "waitlist":
        check_later(move)
    read = ReferralReply(number=spelled(number), answer=answer)
    for name in FACTS:
        setattr(read, name, getattr(move, name))
    # As a hash: what was given may be as long as a line, and this has to be one too.
    apart = (read.until, read.decline_reason, read.extent, read.served_what)
    words = "\x1f".join(search_key(str(each or "")) for each in apart)
    read.said = hashlib.sha256(words.encode()).hexdigest()
    return read


def _of(reply: ReferralReply) -> dict[str, Any]:
    derived = ReferralReply.derived
    assert derived is not None
    return {name: getattr(reply, name) for name in derived.fields}


def _id_of(session: Session, reply: ReferralReply) -> UUID:
    return id_of(ReferralReply, _of(reply), session.get_one(DeviceState, 1).centre_id)


def _move_id(reply_id: UUID, code: str, after: UUID | None) -> UUID:
    return derived_id(reply_id, "move", code, after.hex if after is not None else "")


def _move(
    session: Session,
    workspace: Workspace,
    referral: Referral,
    reply_id: UUID,
    answer: str,
    facts: Mapping[str, Any],
) -> None:
    """Make the moves that an answer means, each under the id that every laptop gives it."""
    for code, told in steps(state_of(session, referral), answer, facts):
        made = _move_id(reply_id, code, referral.last_move_id)
        known = session.get(ReferralMove, made) is not None
        make_move(
            session, workspace, REFERRING, referral, code, told, move_id=None if known else made
        )
        session.flush()


def _problem(session: Session, reply: ReferralReply) -> str:
    """Why a reply waits: the code of an error, `CONTRADICTS` where its referral is here."""
    try:
        of_number(session, reply.number)
    except UserError as error:
        return error.code
    return CONTRADICTS


def _in_turn(session: Session) -> list[ReferralReply]:
    """Those that wait, as they were answered: received before accepted before served."""
    wanted = select(ReferralReply).where(
        ReferralReply.referral_id.is_(None), ReferralReply.deleted.is_(False)
    )
    return sorted(
        session.scalars(wanted),
        key=lambda each: (each.done_on, ANSWERS.index(each.answer), each.first_stamp),
    )
