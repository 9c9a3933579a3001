"""What a row changes on a learner who is known already; an empty cell never erases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.people import Carer, Learner, LearnerCode, LearnerGroup, LeavingReason
from desktop.models.text import normalise, search_key
from desktop.services.learners.service import add_membership
from desktop.services.rosters.changes import Current, Edits, FieldChange
from desktop.services.rosters.drafts import Draft, added_note, births_agree, merged_extra
from desktop.services.rosters.taking_out import exported_level, hide_members, take_out
from desktop.services.rosters.villages import Villages

_STEP: Final = 500
_ANOTHER_SPELLING: Final = 75
_LEVELS: Final = ("level_current", "level_last", "level_completed")
_BIRTH: Final = frozenset({"birth", "birth_estimated", "birth_text"})


def load_current(
    session: Session, ids: Sequence[UUID], moos: dict[UUID, str]
) -> dict[UUID, Current]:
    """Return these learners with what belongs to them."""
    found: dict[UUID, Current] = {}
    for start in range(0, len(ids), _STEP):
        step = list(ids[start : start + _STEP])
        for learner in session.scalars(select(Learner).where(Learner.id.in_(step))):
            moo = moos.get(learner.village_id, "") if learner.village_id else ""
            found[learner.id] = Current(learner, moo)
        for code in session.scalars(_owned(LearnerCode, step)):
            found[code.learner_id].codes.append(code)
        for carer in session.scalars(_owned(Carer, step).order_by(Carer.first_stamp)):
            found[carer.learner_id].carers.append(carer)
        for group in session.scalars(_owned(LearnerGroup, step)):
            found[group.learner_id].groups.add(group.code)
        for reason in session.scalars(_owned(LeavingReason, step)):
            found[reason.learner_id].reasons.add(reason.code)
    return found


def _owned(cls: Any, ids: Sequence[UUID]) -> Any:
    return select(cls).where(cls.learner_id.in_(ids), cls.deleted.is_(False))


def edits_for(current: Current, draft: Draft, today: str) -> Edits:
    """Work out what a draft changes; a name that was given up today stays as a former one."""
    edits = Edits()
    learner = current.learner
    former = _former_name(learner, draft)
    if former:
        names = list(learner.former_names or ())
        if former not in {str(each.get("name", "")) for each in names}:
            edits.columns["former_names"] = [*names, {"name": former, "until": today}]
            edits.changes.append(FieldChange("former_names", "", former))
    for name, value in draft.columns.items():
        if name not in _BIRTH:
            _column(edits, current, draft, name, value)
    _birth(edits, learner, draft)
    if draft.check is not None:
        take_out(edits, current, draft, draft.check)
    note = added_note(learner.note or "", draft.note)
    if note and "note" not in edits.columns:
        _set(edits, "note", learner.note, note)
    extra = merged_extra(learner.extra, draft.extra)
    if extra != (learner.extra or {}):
        edits.columns["extra"] = extra
        for heading, text in draft.extra.items():
            before = str((learner.extra or {}).get(heading, ""))
            if before != text:
                edits.changes.append(FieldChange(heading, before, text))
    known = {code.value for code in current.codes} | {learner.code}
    for number in draft.numbers:
        if number.value not in known:
            edits.numbers.append(number)
            past = [c.value for c in current.codes if c.code_kind == number.kind and c.current]
            edits.changes.append(FieldChange("number", ", ".join(past), number.value))
    if draft.moo and _other_village(current.moo, draft):
        edits.village = draft.village
        edits.changes.append(FieldChange("village", current.moo, draft.moo))
    if draft.hamlet and (learner.hamlet_id is None or edits.village or draft.check):
        edits.hamlet = draft.hamlet
        edits.changes.append(FieldChange("hamlet", "", draft.hamlet))
    carers = {search_key(carer.name) for carer in current.carers}
    if draft.carer and edits.carer_renamed is None and search_key(draft.carer) not in carers:
        edits.carer, edits.carer_note = draft.carer, draft.carer_note
        before = ", ".join(carer.name for carer in current.carers)
        edits.changes.append(FieldChange("carer", before, draft.carer))
    for code in draft.groups:
        if code not in current.groups:
            edits.groups.append(code)
            edits.changes.append(FieldChange("group", "", code))
    for code in draft.reasons:
        if code not in current.reasons:
            edits.reasons.append(code)
            edits.changes.append(FieldChange("reason", "", code))
    return edits


def _former_name(learner: Learner, draft: Draft) -> str:
    """The whole name that a draft replaces, "" where it only spells it otherwise."""
    pairs = (
        (learner.given or "", str(draft.columns.get("given", ""))),
        (learner.surname or "", str(draft.columns.get("surname", ""))),
    )
    renamed = any(
        old and new and fuzz.ratio(search_key(old), search_key(new)) < _ANOTHER_SPELLING
        for old, new in pairs
    )
    return f"{learner.given} {learner.surname or ''}".strip() if renamed else ""


def _column(edits: Edits, current: Current, draft: Draft, name: str, value: Any) -> None:
    learner = current.learner
    if name in _LEVELS:
        told = exported_level(learner) if draft.check is not None else None
        if told is None and value in {getattr(learner, level) for level in _LEVELS}:
            return
        if "status" not in draft.columns and learner.status == "studying":
            name = "level_current"
        name = told or name
    _set(edits, name, getattr(learner, name), value)


def _set(edits: Edits, name: str, before: Any, after: Any) -> None:
    plain = normalise(after) if isinstance(after, str) else after
    if before == plain:
        return
    edits.columns[name] = after
    shown = "" if before is None else str(before)
    edits.changes.append(FieldChange(name, shown, str(after)))


def _birth(edits: Edits, learner: Learner, draft: Draft) -> None:
    said = {name: draft.columns[name] for name in _BIRTH & draft.columns.keys()}
    birth = said.get("birth")
    if birth is None:
        # A date that nobody could read is kept as it was written, where there is no better.
        text = said.get("birth_text")
        if text and not learner.birth and not learner.birth_text:
            _set(edits, "birth_text", learner.birth_text, text)
        return
    known = learner.birth or ""
    surer = known and learner.birth_estimated and not said.get("birth_estimated")
    if known == birth and not surer:
        return
    vaguer = known and len(known) >= len(birth) and births_agree(known, birth)
    if vaguer and not surer and draft.check is None:
        return
    edits.columns.update(said)
    edits.changes.append(FieldChange("birth", known, birth))


def _other_village(moo: str, draft: Draft) -> bool:
    number, name = draft.village
    if number:
        return moo != number
    return search_key(moo) != search_key(name)


def apply_edits(session: Session, current: Current, edits: Edits, villages: Villages) -> None:
    """Put the edits on the learner and what belongs to it, inside the caller's transaction."""
    learner = current.learner
    for name, value in edits.columns.items():
        setattr(learner, name, value)
    if edits.village is not None:
        learner.village_id = villages.place(*edits.village)
    if edits.hamlet:
        learner.hamlet_id = villages.hamlet(learner.village_id, edits.hamlet)
    for past in edits.past_numbers:
        past.current = False
    for number in edits.numbers:
        for code in current.codes:
            if code.code_kind == number.kind:
                code.current = False
        session.add(
            LearnerCode(
                learner_id=learner.id,
                code_kind=number.kind,
                value=number.value,
                checksum_confirmed=number.checksum_ok is False,
            )
        )
    if edits.carer_renamed is not None:
        edits.carer_renamed.name = edits.carer
    elif edits.carer:
        session.add(Carer(learner_id=learner.id, name=edits.carer, note=edits.carer_note or None))
    if edits.carer_gone is not None:
        edits.carer_gone.deleted = True
    if edits.carer_before is not None:
        edits.carer_before.cares_daily = False
    if edits.carer_again is not None:
        edits.carer_again.cares_daily = True
    hide_members(session, LearnerGroup, learner.id, edits.groups_gone)
    hide_members(session, LeavingReason, learner.id, edits.reasons_gone)
    _join(session, LearnerGroup, learner.id, edits.groups)
    _join(session, LeavingReason, learner.id, edits.reasons)


def _join(session: Session, cls: Any, learner_id: UUID, codes: Iterable[str]) -> None:
    for code in codes:
        add_membership(session, cls, learner_id, code)


def by_learner(pairs: Iterable[tuple[UUID, Draft]]) -> dict[UUID, list[Draft]]:
    """Return the drafts of each learner in file order."""
    found: dict[UUID, list[Draft]] = defaultdict(list)
    for learner_id, draft in pairs:
        found[learner_id].append(draft)
    return found
