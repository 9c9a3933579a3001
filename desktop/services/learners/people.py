"""A learner's people and papers: carers, schooling, household, risk flags, numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord
from desktop.models.derived import ensure, find, id_of
from desktop.models.fields import fields_of
from desktop.models.identity import parse_identity
from desktop.models.people import (
    Carer,
    Education,
    Household,
    Learner,
    LearnerCode,
    LearnerPrivate,
    RiskFlag,
)
from desktop.services import audit
from desktop.services.entries import Entry, entry
from desktop.services.learners.lists import learner_rows
from desktop.services.learners.records import LearnerRow
from desktop.services.learners.service import add_identity
from desktop.services.record_values import (
    Record,
    centre_vocabulary,
    iso_date,
    live,
    owned,
    required,
    set_values,
)
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

NUMBER_KINDS = ("national", "g_code", "local")


@dataclass(frozen=True)
class HouseholdDetail:
    """A house and the learners who live in it, in Thai order."""

    household: Entry
    members: tuple[LearnerRow, ...]


class PeopleService:
    """What belongs to a learner; each method is one transaction.

    Values are given by field name, as a person writes them. Every method raises UserError
    `learner_unknown` or `record_unknown`, and the codes of `record_values.set_values`.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    # Carers and schooling

    @needs(Right.WRITE)
    def add_carer(self, learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add who looks after the learner; `name` is required.

        That somebody beside the first cares for them every day is true only where it is said.
        """
        with self._workspace.read() as session:
            others = session.scalars(
                select(Carer.id).where(
                    Carer.learner_id == learner_id,
                    Carer.deleted.is_(False),
                    Carer.cares_daily.is_(True),
                )
            ).first()
        if others is not None:
            values = {"cares_daily": False, **values}
        return self._add(Carer, learner_id, values)

    @needs(Right.WRITE)
    def edit_carer(self, carer_id: UUID, values: Mapping[str, Any]) -> None:
        """Change a carer."""
        self._edit(Carer, carer_id, values)

    @needs(Right.WRITE)
    def remove_carer(self, carer_id: UUID) -> None:
        """Hide a carer."""
        self._hide(Carer, carer_id)

    @needs(Right.WRITE)
    def add_education(self, learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add a stay at a school or course; a level or a place is required."""
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            stay = Education(learner_id=learner_id)
            set_values(session, stay, values)
            if not (stay.level or stay.place):
                raise UserError("field_missing", field="place", kind="education")
            session.add(stay)
            return stay.id

    @needs(Right.WRITE)
    def edit_education(self, education_id: UUID, values: Mapping[str, Any]) -> None:
        """Change a stay at a school or course."""
        self._edit(Education, education_id, values)

    @needs(Right.WRITE)
    def remove_education(self, education_id: UUID) -> None:
        """Hide a stay at a school or course."""
        self._hide(Education, education_id)

    # Household

    @needs(Right.READ)
    def household(self, learner_id: UUID) -> HouseholdDetail | None:
        """Return the learner's house and everyone in it, None when no house is noted."""
        with self._workspace.read() as session:
            learner = live(session, Learner, learner_id)
            house = session.get(Household, learner.household_id) if learner.household_id else None
            if house is None or house.deleted:
                return None
            return HouseholdDetail(
                entry(house), tuple(learner_rows(session, _members(session, house.id)))
            )

    @needs(Right.WRITE)
    def save_household(self, learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Change the learner's house, noting one first where none is; siblings see the same."""
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            house = session.get(Household, learner.household_id) if learner.household_id else None
            if house is None or house.deleted:
                house = Household(
                    village_id=learner.village_id,
                    hamlet_id=learner.hamlet_id,
                    house_number=learner.house_number,
                )
                session.add(house)
                learner.household_id = house.id
            set_values(session, house, values)
            return house.id

    @needs(Right.WRITE)
    def share_household(self, learner_id: UUID, with_learner: UUID) -> UUID:
        """Let a learner live in another learner's house, noting that house where none is yet."""
        if learner_id == with_learner:
            raise UserError("same_learner")
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            other = live(session, Learner, with_learner)
            house = session.get(Household, other.household_id) if other.household_id else None
            if house is None or house.deleted:
                house = Household(
                    village_id=other.village_id,
                    hamlet_id=other.hamlet_id,
                    house_number=other.house_number,
                )
                session.add(house)
                other.household_id = house.id
            learner.household_id = house.id
            return house.id

    @needs(Right.WRITE)
    def leave_household(self, learner_id: UUID) -> None:
        """Take a learner out of the house; the house stays with the others."""
        with self._workspace.write() as session:
            live(session, Learner, learner_id).household_id = None

    # Risk flags

    @needs(Right.WRITE)
    def raise_risk(
        self, learner_id: UUID, code: str, note: str = "", on: object | None = None
    ) -> UUID:
        """Raise a risk flag; one that is open already gets the note too instead of a twin."""
        day = iso_date("raised_on", on) or self._workspace.today().isoformat()
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            return raise_risk(session, learner_id, code, day, note)

    @needs(Right.WRITE)
    def clear_risk(self, risk_id: UUID, note: str = "", on: object | None = None) -> None:
        """Note that a danger has passed; the flag stays in the history."""
        day = iso_date("cleared_on", on) or self._workspace.today().isoformat()
        with self._workspace.write() as session:
            flag = live(session, RiskFlag, risk_id)
            flag.cleared_on = day
            if note:
                flag.note = f"{flag.note}\n{note}" if flag.note else note

    # Numbers and papers

    @needs(Right.WRITE)
    def add_paper(self, learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Add a number or an identity paper.

        Args:
            learner_id: whose.
            values: `code_kind` (`national`, `g_code`, or a code of `identity_papers`), `value`,
                and as known `issuer`, `issued_on`, `expires_on`, `seen_by`, `copy_kept`, `note`.

        Raises:
            UserError: `bad_number`, `unknown_code`, `field_missing`.
        """
        rest = {name: values[name] for name in values if name not in ("code_kind", "value")}
        kind, text = str(values.get("code_kind") or ""), str(values.get("value") or "")
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            if kind in ("national", "g_code"):
                identity = parse_identity(text)
                if identity.kind != kind:
                    raise UserError("bad_number", field="value", value=text)
                add_identity(session, learner_id, identity)
                session.flush()
                found = select(LearnerCode).where(
                    LearnerCode.learner_id == learner_id,
                    LearnerCode.code_kind == kind,
                    LearnerCode.value == identity.value,
                    LearnerCode.deleted.is_(False),
                )
                paper = session.scalars(found).one()
            else:
                term = centre_vocabulary(session, "identity_papers").find(kind)
                if term is None:
                    raise UserError("unknown_code", field="code_kind", value=kind)
                paper = LearnerCode(learner_id=learner_id, code_kind=term.code, value=text.strip())
                required(paper)
                session.add(paper)
            set_values(session, paper, rest)
            return paper.id

    @needs(Right.WRITE)
    def edit_paper(self, paper_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is noted about a paper; a wrong number is replaced by adding another."""
        with self._workspace.write() as session:
            paper = live(session, LearnerCode, paper_id)
            fixed = ("value",) if paper.code_kind in NUMBER_KINDS else ()
            set_values(session, paper, values, "code_kind", *fixed)
            required(paper)

    @needs(Right.WRITE)
    def remove_paper(self, paper_id: UUID) -> None:
        """Hide a number or paper that was never this learner's; UserError `local_code_stays`."""
        with self._workspace.write() as session:
            paper = live(session, LearnerCode, paper_id)
            if paper.code_kind == "local":
                raise UserError("local_code_stays")
            paper.deleted = True

    # The sensitive part

    @needs(Right.SENSITIVE)
    def private(self, learner_id: UUID) -> Entry:
        """Return the sensitive part; the look is recorded in the audit entries.

        Raises:
            UserError: `not_allowed` without the right.
        """
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            audit.note(session, self._workspace, "private_seen", learner_id)
            record = find(session, LearnerPrivate, learner_id=learner_id)
            if record is not None:
                return entry(record)
            now = self._workspace.now()
            nothing = dict.fromkeys(fields_of(LearnerPrivate))
            return Entry(
                id=id_of(LearnerPrivate, {"learner_id": learner_id}, self._workspace.centre_id),
                kind=LearnerPrivate.kind,
                values={**nothing, "learner_id": learner_id, "deleted": False},
                created_at=now,
                created_by=None,
                edited_at=now,
            )

    @needs(Right.SENSITIVE)
    def save_private(self, learner_id: UUID, values: Mapping[str, Any]) -> None:
        """Change the sensitive part; recorded in the audit entries by field names.

        Raises:
            UserError: `not_allowed` without the right.
        """
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            record = ensure(session, LearnerPrivate, learner_id=learner_id)
            set_values(session, record, values)
            audit.note(
                session, self._workspace, "private_changed", learner_id, fields=sorted(values)
            )

    def _add(self, cls: type[Record], learner_id: UUID, values: Mapping[str, Any]) -> UUID:
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            record = cls(learner_id=learner_id)
            set_values(session, record, values)
            required(record)
            session.add(record)
            return record.id

    def _edit(self, cls: type[SyncedRecord], record_id: UUID, values: Mapping[str, Any]) -> None:
        with self._workspace.write() as session:
            record = live(session, cls, record_id)
            set_values(session, record, values)
            required(record)

    def _hide(self, cls: type[SyncedRecord], record_id: UUID) -> None:
        with self._workspace.write() as session:
            live(session, cls, record_id).deleted = True


def _members(session: Session, household_id: UUID) -> list[UUID]:
    return list(
        session.scalars(
            select(Learner.id)
            .where(
                Learner.household_id == household_id,
                Learner.deleted.is_(False),
                Learner.merged_into.is_(None),
            )
            .order_by(Learner.sort_key, Learner.id)
        )
    )


def raise_risk(session: Session, learner_id: UUID, code: str, day: str, note: str = "") -> UUID:
    """Raise a risk flag inside the caller's transaction; an open one gets the note instead."""
    flag = RiskFlag(learner_id=learner_id, raised_on=day)
    set_values(session, flag, {"code": code, "note": note})
    for other in session.scalars(owned(RiskFlag, learner_id)):
        if other.code == flag.code and other.cleared_on is None:
            if note:
                other.note = f"{other.note}\n{note}" if other.note else note
            found: UUID = other.id
            return found
    session.add(flag)
    return flag.id
