"""What is told of referrals: a line of the list, one of them whole, and the question asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from desktop.services.details import Detail, Question, SubjectRow
from desktop.services.learners.contacts import ContactLine
from desktop.services.tries.records import TryLine


@dataclass(frozen=True)
class ReferralQuery(Question):
    """Which referrals are wanted; words are found in the learner, the receiver or a slip's number.

    Attributes:
        services: codes of `referral_services`, one of which is asked for.
        learner_id: of this learner.
        partner_id: to this agency.
        facilitator_id: of this facilitator's learners, or written down by them.
        waiting: only those for which somebody has to act or answer.
        ids: only these; None for all.
        sent_since, sent_until: sent on one of these days or between them.
    """

    services: tuple[str, ...] = ()
    learner_id: UUID | None = None
    partner_id: UUID | None = None
    facilitator_id: UUID | None = None
    waiting: bool = False
    ids: tuple[UUID, ...] | None = None
    sent_since: date | None = None
    sent_until: date | None = None


@dataclass(frozen=True)
class ReferralRow(SubjectRow):
    """A referral in a list, by the full name of the learner.

    Attributes:
        receiver: the agency or the person that it goes to, "" while none is chosen.
        service: code of `referral_services`.
        urgency: code of `referral_urgency`.
        number: of the last slip, "" before it is sent.
        sent_on: when that went out, as far as known.
        since: when it came to where it stands.
        days: how long ago that is.
        until: the day that the agency asks to wait for.
        overdue: that day has passed.
        stall_days: after so many days without news it is asked about; 0: never.
        no_consent: it is out under a consent that stands no more.
        asks_consent: it is to go out, and no consent covers that yet.
        check: code of `referral_checks`, of the first that is due after the service; "" for none.
        check_on: since when.
        waits_here: it goes by the province's system, and has not left this laptop yet.
        restricted: the learner's record may not be used now.
    """

    learner_id: UUID
    partner_id: UUID | None
    village_id: UUID | None
    facilitator_id: UUID | None
    receiver: str
    service: str
    urgency: str
    number: str
    sent_on: str
    since: str
    days: int
    until: str
    overdue: bool
    stall_days: int
    no_consent: bool
    asks_consent: bool
    check: str
    check_on: str
    waits_here: bool
    restricted: bool


@dataclass(frozen=True)
class ReferralDetail(Detail[ReferralRow]):
    """One referral whole.

    Attributes:
        tries: to reach somebody for it, the latest first.
        contacts: with the learner since its first step, the latest first.
        heard: whether it can be closed, as to whom was asked since the service.
    """

    tries: tuple[TryLine, ...]
    contacts: tuple[ContactLine, ...]
    heard: bool


@dataclass(frozen=True)
class WaitingReply:
    """An answer to a slip that waits for its referral, or for somebody to look.

    Attributes:
        number: of the slip.
        answer: code of `referral_moves`.
        done_on: when it was answered.
        institution: who answered.
        by: who keyed it.
        problem: `slip_unknown` while its referral is not here, `slip_done` of one that is closed or
            was sent anew, `reply_contradicts` of one that has gone another way.
        facts: all that was said, by field of a move.
    """

    id: UUID
    number: str
    answer: str
    done_on: str
    institution: str
    by: str
    problem: str
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class BoardColumn:
    """A state on the board.

    Attributes:
        count: how many are in it, shown or not.
        late: how many of them wait for longer than they should, or for a question that is due.
        urgent: those that stand apart, the most urgent and the oldest first.
        rows: the others, the oldest first.
    """

    state: str
    count: int
    late: int
    urgent: tuple[ReferralRow, ...]
    rows: tuple[ReferralRow, ...]

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.urgent) - len(self.rows)


@dataclass(frozen=True)
class Board:
    """Referrals by state.

    Attributes:
        columns: in the order of the course.
        done: how many wait for nobody any more and are left out.
        agencies: those that anything goes to, whatever was asked.
    """

    columns: tuple[BoardColumn, ...]
    done: int
    agencies: tuple[tuple[UUID, str], ...]
