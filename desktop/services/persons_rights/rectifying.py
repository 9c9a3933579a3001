"""Putting a fact right because somebody asked: who, when, why, and both values in the history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import fields_of
from desktop.models.owners import owner_of
from desktop.models.people import Learner, LearnerCode, Rectification
from desktop.models.persons import Person
from desktop.models.program import Change, User
from desktop.services import audit
from desktop.services.learners.fields import check_fields
from desktop.services.learners.service import add_identity, apply_fields
from desktop.services.masking import is_sensitive_whole
from desktop.services.persons.service import fill
from desktop.services.persons_rights.restrictions import permit
from desktop.services.record_values import iso_date, set_values, somebody
from desktop.services.rights import Right, needs
from desktop.services.same_person import of_person, of_twins
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class PutRight:
    """One fact that was put right.

    Attributes:
        record_kind: kind of the record.
        field: its field.
        before: the value that was wrong, as stored.
        after: the value put in its place.
        done_by: who did it, "" for somebody not known here.
    """

    rectification_id: UUID
    record_id: UUID
    record_kind: str
    field: str
    before: Any
    after: Any
    asked_by: str
    asked_on: str
    reason: str
    done_by: str


class RectificationService:
    """Corrects what is held of a person on request; also while the record is restricted."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.WRITE)
    def put_right(
        self,
        whose: UUID,
        values: Mapping[str, Any],
        *,
        asked_by: str,
        reason: str,
        asked_on: object | None = None,
        record_id: UUID | None = None,
    ) -> UUID:
        """Correct facts of a learner or of somebody else, or of one record that belongs to them.

        Args:
            whose: a learner or a person.
            values: what is right, by field, as a person writes it.
            asked_by: who asked for it.
            reason: why the old value is wrong.
            asked_on: when they asked, today without it.
            record_id: a record beside the learner's own (a carer, a paper, the schooling).

        Raises:
            UserError: `learner_unknown`, `record_unknown`, `reason_missing`, `field_missing`
                (`asked_by`), `nothing_to_rectify`, or a value cannot be read.
        """
        if not asked_by.strip():
            raise UserError("field_missing", field="asked_by", kind="rectification")
        if not reason.strip():
            raise UserError("reason_missing", field="reason")
        day = iso_date("asked_on", asked_on) or self._workspace.today().isoformat()
        with self._workspace.write() as session:
            owner = somebody(session, whose)
            permit(session, whose)
            record: SyncedRecord = owner
            if record_id is not None and record_id != whose:
                record = _of_owner(session, owner, record_id)
                set_values(session, record, values)
            elif isinstance(owner, Person):
                fill(session, owner, values)
            else:
                checked = check_fields(session, values, self._workspace.today())
                apply_fields(session, owner, checked)
                for identity in checked.identities:
                    add_identity(session, whose, identity)
            session.flush()
            change = _own_change(session, record)
            if change is None:
                raise UserError("nothing_to_rectify")
            made = Rectification(
                learner_id=whose if isinstance(owner, Learner) else None,
                person_id=whose if isinstance(owner, Person) else None,
                record_id=change.record_id,
                record_kind=change.kind,
                fields=sorted(change.fields),
                stamp=change.stamp,
                asked_by=asked_by.strip(),
                asked_on=day,
                reason=reason.strip(),
                done_by=self._workspace.user.user_id,
            )
            session.add(made)
            audit.note(session, self._workspace, "rectified", whose, fields=sorted(change.fields))
            return made.id

    @needs(Right.READ)
    def of(self, whose: UUID) -> tuple[PutRight, ...]:
        """Return what was put right, newest first; values of sensitive parts are left out."""
        with self._workspace.read() as session:
            somebody(session, whose)
            return put_right_of(session, whose)


def put_right_of(session: Session, whose: UUID, *, sensitive: bool = False) -> tuple[PutRight, ...]:
    """Return what was put right of a learner or a person, newest first.

    Values of a record that the session may not read are None, those of the sensitive part unless
    `sensitive`.
    """
    names = {user.id: user.name for user in session.scalars(select(User))}
    found = []
    own = or_(
        of_person(Rectification.learner_id, whose),
        of_twins(Person, Rectification.person_id, whose),
    )
    wanted = select(Rectification).where(own, Rectification.deleted.is_(False))
    for each in session.scalars(wanted.order_by(Rectification.first_stamp.desc())):
        change = session.scalars(
            select(Change).where(Change.record_id == each.record_id, Change.stamp == each.stamp)
        ).first()
        cls = synced_classes().get(each.record_kind)
        columns = fields_of(cls) if cls is not None else {}
        part = is_sensitive_whole(each.record_kind) and not sensitive
        hidden = part or cls is None or session.get(cls, each.record_id) is None
        for name in each.fields:
            after, bases, before = (change.fields if change else {}).get(name, (None, (), None))
            if before is None and bases:
                before = _value_then(session, each.record_id, name, bases)
            if name in columns and columns[name].is_id:
                before, after = _id(before), _id(after)
            found.append(
                PutRight(
                    each.id,
                    each.record_id,
                    each.record_kind,
                    name,
                    None if hidden else before,
                    None if hidden else after,
                    each.asked_by,
                    each.asked_on,
                    each.reason,
                    names.get(each.done_by, "") if each.done_by else "",
                )
            )
    return tuple(found)


def _of_owner(session: Session, owner: Learner | Person, record_id: UUID) -> SyncedRecord:
    for cls in (each for each in synced_classes().values() if each.rectifiable):
        record = session.get(cls, record_id)
        if record is None or record.deleted:
            continue
        house = isinstance(owner, Learner) and owner.household_id == record_id
        if house or owner_of(session, record) == owner.id:
            return record
    raise UserError("record_unknown", text=str(record_id))


def _own_change(session: Session, record: SyncedRecord) -> Change | None:
    """Return the change this transaction made of a record, None where nothing differed.

    A number that is put right is a new code of the learner beside the wrong one.
    """
    action = session.info["editing"].action
    if action is None:
        return None
    made = session.scalars(select(Change).where(Change.action == action).order_by(Change.number))
    found = list(made)
    own = [each for each in found if each.record_id == record.id]
    numbers = [each for each in found if each.kind == LearnerCode.kind and each.created]
    return next(iter([*own, *numbers]), None)


def _value_then(session: Session, record_id: UUID, name: str, bases: Sequence[bytes]) -> Any:
    """Return the value that an edit replaced, by the versions it names.

    The wire carries no former values, and of an edit that came together with the one before it
    this laptop never saw the former one shown.
    """
    for change in session.scalars(
        select(Change).where(Change.record_id == record_id, Change.stamp.in_(list(bases)))
    ):
        if name in change.fields:
            return change.fields[name][0]
    return None


def _id(value: Any) -> Any:
    return UUID(bytes=value) if isinstance(value, bytes) and len(value) == 16 else value
