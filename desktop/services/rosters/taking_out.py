"""What the edited row of an export takes away: emptied cells, removed groups, a carer who changed.

Only such a row can take anything away, since only of it is known what stood there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final
from uuid import UUID

from rapidfuzz import fuzz
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desktop.exchange.marks import Checked, short_hash
from desktop.models.people import Carer, Learner, LearnerGroup, LeavingReason
from desktop.models.text import search_key
from desktop.services.rosters.changes import Current, Edits, FieldChange
from desktop.services.rosters.drafts import Draft

_EMPTIED: Final = frozenset({"title", "middle", "surname", "nickname", "phone", "status", "note"})
_ANOTHER_SPELLING: Final = 75
_LEVELS: Final = ("level_current", "level_last", "level_completed")
_NUMBERS: Final = {"identity": "national", "g_code": "g_code"}


def exported_level(learner: Learner) -> str | None:
    """The field whose level an export tells; None where no level is known."""
    return next((name for name in _LEVELS if getattr(learner, name)), None)


def exported_carer(carers: Sequence[Carer]) -> Carer | None:
    """The carer whom an export tells, of all in the order in which they were noted."""
    return next((each for each in carers if each.cares_daily), next(iter(carers), None))


def take_out(edits: Edits, current: Current, draft: Draft, check: Checked) -> None:
    """Add to the edits what the row takes away."""
    learner = current.learner
    for name in sorted(check.emptied & _EMPTIED):
        _empty(edits, learner, name, None)
    if "sex" in check.emptied and learner.sex != "unspecified":
        _empty(edits, learner, "sex", "unspecified")
    if "level" in check.emptied and (level := exported_level(learner)):
        _empty(edits, learner, level, None)
    if "birth" in check.emptied and (learner.birth or learner.birth_text):
        edits.columns |= {"birth": None, "birth_estimated": False, "birth_text": None}
        edits.changes.append(FieldChange("birth", learner.birth or learner.birth_text or "", ""))
    if "moo" in check.emptied and learner.village_id is not None and not draft.moo:
        edits.columns |= {"village_id": None, "hamlet_id": None}
        edits.changes.append(FieldChange("village", current.moo, ""))
    elif "hamlet" in check.emptied and learner.hamlet_id is not None:
        edits.columns["hamlet_id"] = None
        edits.changes.append(FieldChange("hamlet", "–", ""))
    for name, kind in _NUMBERS.items():
        held = [each for each in current.codes if each.code_kind == kind and each.current]
        if name in check.emptied and held:
            edits.past_numbers += held
            edits.changes.append(FieldChange("number", ", ".join(each.value for each in held), ""))
    _replace_note(edits, learner, draft, check)
    _change_carer(edits, current, draft, check)
    edits.groups_gone = _gone(edits, "group", current.groups, draft.groups, check, "groups")
    edits.reasons_gone = _gone(edits, "reason", current.reasons, draft.reasons, check, "reasons")


def hide_members(
    session: Session,
    cls: type[LearnerGroup] | type[LeavingReason],
    learner_id: UUID,
    codes: Iterable[str],
) -> None:
    """Take a learner out of groups, or take reasons away."""
    gone = set(codes)
    own: Select[Any] = select(cls).where(cls.learner_id == learner_id, cls.deleted.is_(False))
    for member in session.scalars(own) if gone else ():
        if member.code in gone:
            member.deleted = True


def _empty(edits: Edits, learner: Learner, name: str, empty: Any) -> None:
    before = getattr(learner, name)
    if before not in (None, ""):
        edits.columns[name] = empty
        edits.changes.append(FieldChange(name, str(before), ""))


def _replace_note(edits: Edits, learner: Learner, draft: Draft, check: Checked) -> None:
    """A note that still is what was exported is put in the new words, else they are added."""
    as_exported = short_hash(learner.note or "") == check.mark.cells.get("note")
    if draft.note and as_exported and draft.note != (learner.note or ""):
        edits.columns["note"] = draft.note
        edits.changes.append(FieldChange("note", learner.note or "", draft.note))


def _change_carer(edits: Edits, current: Current, draft: Draft, check: Checked) -> None:
    told = exported_carer(current.carers)
    if told is None or short_hash(told.name) != check.mark.cells.get("carer"):
        return
    if "carer" in check.emptied:
        edits.carer_gone = told
        edits.changes.append(FieldChange("carer", told.name, ""))
    elif not draft.carer or search_key(draft.carer) == search_key(told.name):
        return
    elif fuzz.ratio(search_key(draft.carer), search_key(told.name)) >= _ANOTHER_SPELLING:
        edits.carer_renamed, edits.carer = told, draft.carer
        edits.changes.append(FieldChange("carer", told.name, draft.carer))
    else:
        # Who looked after the learner so far stays in the record, for a consent may be theirs.
        edits.carer_before = told
        again = next(
            (each for each in current.carers if search_key(each.name) == search_key(draft.carer)),
            None,
        )
        if again is not None:
            edits.carer_again = again
            edits.changes.append(FieldChange("carer", told.name, again.name))


def _gone(
    edits: Edits,
    field: str,
    present: set[str],
    said: Sequence[str],
    check: Checked,
    key: str,
) -> list[str]:
    """Codes that stood in the cell and stand there no more."""
    if not check.says(key) or (not said and key not in check.emptied):
        return []  # a cell in which no word was known takes nothing away
    exported = check.mark.items.get(key, frozenset())
    gone = [each for each in sorted(present - set(said)) if short_hash(each) in exported]
    edits.changes += [FieldChange(field, each, "") for each in gone]
    return gone
