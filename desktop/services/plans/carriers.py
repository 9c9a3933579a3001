"""What carries out the actions of a plan: referrals, matches, money, courses; how far it came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.plan import Action, Plan
from desktop.models.referrals import Referral, ReferralMove
from desktop.services.enrolments.reading import found as found_enrolments
from desktop.services.enrolments.records import EnrolmentQuery
from desktop.services.funds.entries import known
from desktop.services.funds.given import Given, entries_given, given_to
from desktop.services.matches.reading import found as found_matches
from desktop.services.matches.records import MatchQuery, MatchRow
from desktop.services.plans.reading import parts
from desktop.services.plans.rules import CARRIED_BY
from desktop.services.record_values import live
from desktop.services.referrals.reading import found as found_referrals
from desktop.services.referrals.records import ReferralQuery, ReferralRow
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

Far = Literal["", "open", "in_progress", "done", "postponed", "cancelled"]
"""A code of `action_status`, or nothing where only a person can tell."""

_REFERRED: Final[dict[str, Far]] = {
    "sent": "in_progress", "acknowledged": "in_progress", "accepted": "in_progress",
    "waitlisted": "in_progress", "served_part": "in_progress", "served": "done",
    "followed_up": "done", "declined": "postponed", "unmet": "postponed", "recalled": "cancelled",
}  # fmt: skip
_CLOSED: Final[dict[str, Far]] = {"entered": "done", "staying": "done", "working": "done"}
_MATCHED: Final[dict[str, Far]] = {
    "proposed": "in_progress", "agreed": "in_progress", "delivered": "in_progress",
}  # fmt: skip
_ENROLLED: Final[dict[str, Far]] = {
    "waiting": "in_progress", "enrolled": "in_progress", "completed": "done", "left": "cancelled",
}  # fmt: skip
"""Whoever was only asked, or did not complete, is where a person says."""


@dataclass(frozen=True)
class Carrier:
    """A referral, a match, a line of a cash book, or the learner in a course.

    Attributes:
        kind: `referral`, `match`, `fund_entry` or `enrolment`.
        name: what is given, in words; "" where `about` says it.
        about: code of `referral_services` or `fund_purposes`.
        other: who serves, gives or pays.
        state: where it stands; of money the code of its `fund_entry_kinds`.
        on: since when.
        amount: satang, where they may be told.
        fund_id: the fund in whose book it stands.
        far: how far the action is by it.
        hours: of the meetings of a course that the learner was at.
    """

    kind: str
    id: UUID
    name: str
    about: str
    other: str
    state: str
    on: str
    far: Far
    amount: int | None = None
    fund_id: UUID | None = None
    hours: float = 0

    @property
    def link(self) -> str:
        """The link of an action that leads here; an enrolment leads to its action itself."""
        return f"{self.kind}_id"


@dataclass(frozen=True)
class Carriers:
    """What carries out the actions of a plan, and what could.

    Attributes:
        of_action: by action.
        choices: whatever there is for the learner, the latest of each kind first.
    """

    of_action: Mapping[UUID, tuple[Carrier, ...]]
    choices: tuple[Carrier, ...]

    def suggests(self, action_id: UUID) -> Far:
        """How far an action is by all that carries it out; "" where only a person can tell."""
        return together(each.far for each in self.of_action.get(action_id, ()))


class PlanCarriers:
    """Tells what carries out the actions of plans. What they link to `PlanService` stores."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def of_plan(self, plan_id: UUID) -> Carriers:
        """Return what carries out each action, with what may be chosen.

        Whoever may not see a record is told neither of it nor how far it came.

        Raises:
            UserError: `record_unknown`.
        """
        workspace = self._workspace
        with workspace.read() as session:
            plan = live(session, Plan, plan_id)
            user, today = workspace.user.user_id, workspace.today()
            money = given_to(session, plan.learner_id, user, known(workspace))
            courses = _enrolled(session, plan.learner_id)
            choices = (
                *_carriers(session, plan.learner_id, money, today),
                *(each for each, _action in courses),
            )
            actions = parts(session, Action, plan.id)
            there = {(each.link, each.id): each for each in choices}
            elsewhere = [
                each.fund_entry_id
                for each in actions
                if each.fund_entry_id and ("fund_entry_id", each.fund_entry_id) not in there
            ]
            for each in entries_given(session, elsewhere, user, known(workspace)):
                there["fund_entry_id", each.id] = _paid(each)
            linked = {each.id: _links(each) for each in actions}
            return Carriers(
                of_action={
                    action: (
                        *(there[link] for link in links if link in there),
                        *(each for each, carried in courses if carried == action),
                    )
                    for action, links in linked.items()
                },
                choices=choices,
            )


def together(each_far: Iterable[Far]) -> Far:
    """Return how far an action is by several things: done once all of them are."""
    said = [far for far in each_far if far]
    if len(set(said)) <= 1:
        return said[0] if said else ""
    running = {"in_progress", "done"} & set(said)
    return "in_progress" if running else "postponed"


def check_links(
    session: Session, workspace: Workspace, plan: Plan, values: Mapping[str, Any]
) -> None:
    """Refuse to link an action to what is not this learner's.

    Raises:
        UserError: `record_unknown`.
    """
    given = {name: str(values[name]) for name in CARRIED_BY if values.get(name)}
    if not given:
        return
    money = given_to(session, plan.learner_id, workspace.user.user_id, known(workspace))
    there = {
        (each.link, each.id.hex)
        for each in _carriers(session, plan.learner_id, money, workspace.today())
    }
    for name, to in given.items():
        if (name, to.replace("-", "")) not in there:
            raise UserError("record_unknown", field=name, kind=name.removesuffix("_id"), text=to)


def _links(action: Action) -> list[tuple[str, UUID]]:
    links = ((name, getattr(action, name)) for name in CARRIED_BY)
    return [(name, to) for name, to in links if to is not None]


def _carriers(
    session: Session, learner_id: UUID, money: Iterable[Given], today: date
) -> tuple[Carrier, ...]:
    referrals = found_referrals(session, ReferralQuery(learner_id=learner_id), today)
    matches = found_matches(session, MatchQuery(learner_id=learner_id), today)
    return (
        *(
            _referred(session, row)
            for row in sorted(referrals, key=lambda row: row.since, reverse=True)
        ),
        *(_matched(row) for row in matches),
        *(_paid(each) for each in money if each.record == "fund_entry"),
    )


def _referred(session: Session, row: ReferralRow) -> Carrier:
    far = _REFERRED.get(row.state, "")
    if row.state == "closed":
        last = select(ReferralMove.result).join(Referral, Referral.last_move_id == ReferralMove.id)
        result = session.scalars(last.where(Referral.id == row.id)).first()
        far = _CLOSED.get(result or "", "")
    return Carrier("referral", row.id, "", row.service, row.receiver, row.state, row.since, far)


def _enrolled(session: Session, learner_id: UUID) -> list[tuple[Carrier, UUID | None]]:
    """Every course that a learner is in, or was, with the action that it carries out."""
    rows = found_enrolments(session, EnrolmentQuery(learner_id=learner_id))
    return [
        (
            Carrier(
                "enrolment", row.id, row.course, "", "", row.state, row.joined_on,
                _ENROLLED.get(row.state, ""), hours=row.hours,
            ),
            row.action_id,
        )
        for row in sorted(rows, key=lambda row: row.joined_on, reverse=True)
    ]  # fmt: skip


def _matched(row: MatchRow) -> Carrier:
    far = _MATCHED.get(row.state, "")
    all_there = bool(row.confirmed) and row.confirmed >= row.agreed
    if row.state == "confirmed":
        far = "done" if all_there else "in_progress"
    elif row.state == "ended":
        far = "done" if all_there else "" if row.confirmed else "cancelled"
    return Carrier("match", row.id, row.name, "", row.giver, row.state, row.moved_on, far)


def _paid(each: Given) -> Carrier:
    far: Far = "done" if each.line_kind in ("payment", "transfer") else "in_progress"
    return Carrier(
        "fund_entry",
        each.id,
        each.details,
        each.purpose,
        each.fund,
        each.line_kind,
        each.on,
        "" if each.taken_back else far,
        each.amount,
        each.fund_id,
    )
