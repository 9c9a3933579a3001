"""Learners: registering, editing, hiding, joining twins, and one learner whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Centre
from desktop.models.derived import ensure
from desktop.models.identity import Identity, parse_identity
from desktop.models.ids import new_id
from desktop.models.people import (
    Carer,
    Learner,
    LearnerCode,
    LearnerGroup,
    LeavingReason,
)
from desktop.models.program import DeviceState, PossibleDuplicate
from desktop.models.text import one_line
from desktop.services.learners.detail import learner_detail
from desktop.services.learners.fields import CheckedFields, check_fields, village_for
from desktop.services.learners.records import LearnerDetail
from desktop.services.masking import sensitive_codes
from desktop.services.record_values import live, owned, required, set_values
from desktop.services.rights import Right, may, needs
from desktop.services.workspace import Workspace, next_learner_code


@dataclass(frozen=True)
class Saved:
    """A learner that was written, and what a person may want to look at again.

    Attributes:
        id: the learner.
        warnings: by field, codes such as `checksum`, `filler`, `be_in_date_cell`.
        number_also_at: other learners who hold the same number.
    """

    id: UUID
    warnings: Mapping[str, str]
    number_also_at: tuple[UUID, ...] = ()


class LearnerService:
    """What can be done with learners; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def resolve(self, text: str) -> UUID:
        """Return the learner of a local code, record id, or any number past or present.

        Raises:
            UserError: `learner_unknown`, or `learner_ambiguous` where several hold the number.
        """
        with self._workspace.read() as session:
            return resolve(session, text)

    @needs(Right.READ)
    def get(self, learner_id: UUID) -> LearnerDetail:
        """Return a learner whole, without the sensitive part.

        Raises:
            UserError: `learner_unknown`.
        """
        with self._workspace.read() as session:
            return learner_detail(session, learner_id)

    @needs(Right.WRITE)
    def add(self, values: Mapping[str, Any], carer: Mapping[str, Any] | None = None) -> Saved:
        """Register a learner, with who looks after them; only the given name is required.

        Raises:
            UserError: a value cannot be read; the code and field say which.
        """
        with self._workspace.write() as session:
            return register(session, self._workspace.today(), values, carer)

    @needs(Right.WRITE)
    def edit(self, learner_id: UUID, values: Mapping[str, Any]) -> Saved:
        """Change the given fields of a learner and leave the others.

        Raises:
            UserError: `learner_unknown`, or a value cannot be read.
        """
        with self._workspace.write() as session:
            learner = live(session, Learner, learner_id)
            checked = check_fields(session, values, self._workspace.today())
            apply_fields(session, learner, checked)
            for name in ("national_id", "g_code"):
                if name in values and not str(values[name] or "").strip():
                    _retire(session, learner_id, name)
            also = _add_identities(session, learner_id, checked.identities)
            return Saved(learner_id, checked.warnings, tuple(also))

    @needs(Right.DELETE)
    def hide(self, learner_ids: Iterable[UUID]) -> None:
        """Hide learners from lists (a tombstone); their records stay and can be brought back."""
        with self._workspace.write() as session:
            for learner_id in learner_ids:
                live(session, Learner, learner_id).deleted = True

    @needs(Right.DELETE)
    def bring_back(self, learner_ids: Iterable[UUID]) -> None:
        """Show hidden learners again."""
        with self._workspace.write() as session:
            for learner_id in learner_ids:
                learner = session.get(Learner, learner_id)
                if learner is None:
                    raise UserError("learner_unknown", text=str(learner_id))
                learner.deleted = False

    @needs(Right.MERGE)
    def join(self, keep: UUID, twin: UUID, values: Mapping[str, Any] | None = None) -> None:
        """Join two records of one person: `twin` points at `keep` from now on, with undo.

        Args:
            keep: the record that stays in lists.
            twin: the record that is led to it; nothing of it is destroyed.
            values: fields that were chosen from the twin.

        Raises:
            UserError: `learner_unknown`, `same_learner`.
        """
        if keep == twin:
            raise UserError("same_learner")
        with self._workspace.write() as session:
            checked = check_fields(session, values or {}, self._workspace.today())
            kept, joined = live(session, Learner, keep), live(session, Learner, twin)
            apply_fields(session, kept, checked)
            joined.merged_into = keep
            if (joined.kept_until or "") > (kept.kept_until or ""):
                kept.kept_until, kept.kept_reason = joined.kept_until, joined.kept_reason
            for earlier in session.scalars(select(Learner).where(Learner.merged_into == twin)):
                earlier.merged_into = keep
            for code in session.scalars(owned(LearnerCode, twin)):
                _add_code(session, keep, code.code_kind, code.value, code.checksum_confirmed)
            # The temporary code of the twin stays findable under the person who remains.
            _add_code(session, keep, "local", joined.code, False, current=False)
            self._decide(session, keep, twin, "joined")

    @needs(Right.MERGE)
    def separate(self, twin: UUID) -> None:
        """Undo a join: the twin stands for itself again.

        Raises:
            UserError: `learner_unknown`.
        """
        with self._workspace.write() as session:
            learner = session.get(Learner, twin)
            if learner is None or learner.merged_into is None:
                raise UserError("learner_unknown", text=str(twin))
            self._decide(session, learner.merged_into, twin, None)
            learner.merged_into = None

    @needs(Right.WRITE)
    def set_groups(self, learner_id: UUID, codes: Sequence[str]) -> None:
        """Make these the learner's target groups."""
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            codes = self._with_unseen(session, LearnerGroup, learner_id, codes)
            set_memberships(session, LearnerGroup, learner_id, codes)

    @needs(Right.WRITE)
    def add_group(self, learner_ids: Iterable[UUID], code: str) -> None:
        """Add one target group to several learners."""
        with self._workspace.write() as session:
            for learner_id in learner_ids:
                add_membership(session, LearnerGroup, learner_id, code)

    @needs(Right.WRITE)
    def set_reasons(
        self, learner_id: UUID, codes: Sequence[str], main: str = "", text: str = ""
    ) -> None:
        """Make these the reasons for leaving school; `text` belongs to LR99."""
        with self._workspace.write() as session:
            live(session, Learner, learner_id)
            every = self._with_unseen(session, LeavingReason, learner_id, codes)
            set_memberships(session, LeavingReason, learner_id, every)
            for code in codes:
                reason = ensure(session, LeavingReason, learner_id=learner_id, code=code)
                reason.main = code == main
                if code == "LR99":
                    reason.text = text or None

    @needs(Right.MERGE)
    def not_the_same(self, first: UUID, second: UUID) -> None:
        """Note that two learners are two people."""
        with self._workspace.write() as session:
            self._decide(session, first, second, "different")

    def _with_unseen(
        self,
        session: Session,
        cls: type[LearnerGroup] | type[LeavingReason],
        learner_id: UUID,
        codes: Sequence[str],
    ) -> Sequence[str]:
        """Return the codes and those that the person could not see, and so has not taken away."""
        if may(self._workspace, Right.SENSITIVE):
            return codes
        name = "target_groups" if cls is LearnerGroup else "leaving_reasons"
        hidden = sensitive_codes(name)
        there = {each.code for each in session.scalars(owned(cls, learner_id))}
        return [*codes, *sorted((there & hidden) - set(codes))]

    def _decide(self, session: Session, one: UUID, other: UUID, decision: str | None) -> None:
        first, second = sorted((one, other), key=lambda each: each.bytes)
        pair = session.get(PossibleDuplicate, (first, second))
        if pair is None:
            pair = PossibleDuplicate(
                first_id=first, second_id=second, score=0.0, reasons=["by_hand"]
            )
            session.add(pair)
        pair.decision = decision
        pair.at = self._workspace.now()


def resolve(session: Session, text: str) -> UUID:
    """Return the learner of a code; see `LearnerService.resolve`."""
    plain = one_line(text)
    try:
        by_id = session.get(Learner, UUID(plain))
    except ValueError:
        by_id = None
    if by_id is not None and not by_id.deleted:
        return by_id.merged_into or by_id.id
    identity = parse_identity(plain)
    wanted = {plain.upper(), identity.value.upper()} - {""}
    found = set(
        session.scalars(
            select(Learner.id).where(
                Learner.code.in_(wanted), Learner.deleted.is_(False), Learner.merged_into.is_(None)
            )
        )
    ) or set(
        session.scalars(
            select(LearnerCode.learner_id)
            .join(Learner, Learner.id == LearnerCode.learner_id)
            .where(
                func.upper(LearnerCode.value).in_(wanted),
                LearnerCode.deleted.is_(False),
                Learner.deleted.is_(False),
                Learner.merged_into.is_(None),
            )
        )
    )
    if not found:
        raise UserError("learner_unknown", text=plain)
    if len(found) > 1:
        raise UserError("learner_ambiguous", text=plain, count=len(found))
    return found.pop()


def register(
    session: Session,
    today: date,
    values: Mapping[str, Any],
    carer: Mapping[str, Any] | None = None,
    kept: Mapping[str, str] | None = None,
) -> Saved:
    """Register a learner inside the caller's transaction; `kept`: heading to text beside them.

    Raises:
        UserError: as `LearnerService.add`.
    """
    checked = check_fields(session, values, today)
    if not checked.columns.get("given"):
        raise UserError("given_missing")
    learner = new_learner(session, checked, today.isoformat())
    learner.extra = dict(kept) if kept else None
    also = _add_identities(session, learner.id, checked.identities)
    if carer:
        looks_after = Carer(learner_id=learner.id)
        set_values(session, looks_after, carer)
        required(looks_after)
        session.add(looks_after)
    return Saved(learner.id, checked.warnings, tuple(also))


def new_learner(session: Session, checked: CheckedFields, registered_on: str) -> Learner:
    """Add a learner with a fresh local code to the session."""
    device = session.get_one(DeviceState, 1)
    centre = session.get(Centre, device.centre_id)
    code = next_learner_code(session, centre.tambon if centre else "000000")
    columns = {"case_step": "found", "registered_on": registered_on, **checked.columns}
    learner = Learner(code=code, **{k: v for k, v in columns.items() if v is not None})
    if checked.village:
        learner.village_id = village_for(session, checked.village)
    session.add(learner)
    return learner


def apply_fields(session: Session, learner: Learner, checked: CheckedFields) -> None:
    """Put checked values on a learner."""
    for name, value in checked.columns.items():
        setattr(learner, name, value)
    if checked.village is not None:
        learner.village_id = village_for(session, checked.village) if checked.village else None


def add_membership(session: Session, cls: Any, learner_id: UUID, code: str) -> None:
    """Add a learner to a target group or give a leaving reason, once however often it is said."""
    ensure(session, cls, learner_id=learner_id, code=code)


def set_memberships(session: Session, cls: Any, learner_id: UUID, codes: Sequence[str]) -> None:
    """Make these codes the learner's, hiding the others."""
    for member in session.scalars(owned(cls, learner_id)):
        if member.code not in codes:
            member.deleted = True
    for code in codes:
        add_membership(session, cls, learner_id, code)
    session.flush()


def add_identity(session: Session, learner_id: UUID, identity: Identity) -> list[UUID]:
    """Give a learner a number; earlier ones of its kind become past. Returns who else has it."""
    also = [
        owner
        for owner in session.scalars(
            select(LearnerCode.learner_id)
            .join(Learner, Learner.id == LearnerCode.learner_id)
            .where(
                LearnerCode.value == identity.value,
                LearnerCode.code_kind == identity.kind,
                LearnerCode.deleted.is_(False),
                Learner.deleted.is_(False),
                Learner.merged_into.is_(None),
            )
        )
        if owner != learner_id
    ]
    confirmed = identity.checksum_ok is False
    _add_code(session, learner_id, identity.kind, identity.value, confirmed)
    return also


def _add_identities(
    session: Session, learner_id: UUID, identities: Iterable[Identity]
) -> list[UUID]:
    return [owner for each in identities for owner in add_identity(session, learner_id, each)]


def _add_code(
    session: Session,
    learner_id: UUID,
    kind: str,
    value: str,
    confirmed: bool,
    *,
    current: bool = True,
) -> None:
    for code in session.scalars(owned(LearnerCode, learner_id)):
        if code.code_kind == kind and code.value == value:
            code.current = current
            return
        if code.code_kind == kind and current:
            code.current = False
    session.add(
        LearnerCode(
            id=new_id(),
            learner_id=learner_id,
            code_kind=kind,
            value=value,
            checksum_confirmed=confirmed,
            current=current,
        )
    )


def _retire(session: Session, learner_id: UUID, name: str) -> None:
    kind = "national" if name == "national_id" else "g_code"
    for code in session.scalars(owned(LearnerCode, learner_id)):
        if code.code_kind == kind:
            code.current = False
