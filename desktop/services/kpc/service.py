"""Life-quality activities: finding, writing down, approving, and what they come to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.credits import KpcEntry
from desktop.models.derived import ensure
from desktop.models.people import Learner
from desktop.models.search import key_of
from desktop.models.text import digits
from desktop.services.kpc import reading
from desktop.services.kpc.lifecycle import ACTING
from desktop.services.kpc.records import KpcBook, KpcDetail, KpcQuery, KpcRow
from desktop.services.record_values import live, refuse_nothing, required, set_values
from desktop.services.rights import Right, needs
from desktop.services.subject_service import SubjectService

_TERM: Final = re.compile(r"([123])\s*/\s*(2[45]\d\d)")


class KpcService(SubjectService[KpcEntry, KpcQuery, KpcRow, KpcDetail]):
    """What can be done with life-quality activities; one is added of a learner, by its project.

    Values raise `quantity_not_positive`, `kpc_term_wrong` and `learner_unknown`. What a learner
    did in a term is written down once, on however many laptops.
    """

    model = KpcEntry
    lifecycle = ACTING

    def _found(self, session: Session, query: KpcQuery | None) -> list[KpcRow]:
        return reading.found(session, query or KpcQuery())

    def _told(self, session: Session, record_id: UUID) -> KpcDetail:
        return reading.kpc_detail(session, record_id)

    def _begun(self, session: Session, given: dict[str, Any]) -> KpcEntry:
        return begun(session, given.pop("learner_id", None), given)

    def _fill(self, session: Session, thing: KpcEntry, values: Mapping[str, Any]) -> None:
        fill(session, thing, values)

    @needs(Right.READ)
    def book(self, learner_id: UUID) -> KpcBook:
        """Return a learner's activities with the hours that count; UserError `learner_unknown`."""
        with self._workspace.read() as session:
            return reading.book(session, learner_id)


def begun(session: Session, learner_id: object, values: Mapping[str, Any]) -> KpcEntry:
    """Return the entry of a learner for a project of a term: found, or new.

    Raises:
        UserError: `field_missing`, `learner_unknown`, `kpc_term_wrong`.
    """
    for name, value in (("learner_id", learner_id), ("name", values.get("name"))):
        if not str(value or "").strip():
            raise UserError("field_missing", field=name, kind=KpcEntry.kind)
    whose = live(session, Learner, UUID(str(learner_id))).id
    project, term = key_of(str(values["name"])), read_term(values.get("term"))
    entry = ensure(session, KpcEntry, learner_id=whose, said=f"{term} {project}".strip())
    entry.name = entry.name or ""
    return entry


def read_term(value: object) -> str:
    """Return a term as it is kept: `1/2569`; "" of none. UserError `kpc_term_wrong`."""
    text = digits(str(value or "")).strip()
    read = _TERM.fullmatch(text)
    if text and read is None:
        raise UserError("kpc_term_wrong", field="term", value=text)
    return f"{read[1]}/{read[2]}" if read else ""


def check(values: Mapping[str, Any]) -> None:
    """Refuse hours of nothing, and a term that is none; UserError with the `field`."""
    refuse_nothing(values, "hours")
    read_term(values.get("term"))


def fill(session: Session, entry: KpcEntry, values: Mapping[str, Any]) -> None:
    """Put values onto an entry, inside the caller's transaction."""
    given = dict(values)
    if "term" in given:
        given["term"] = read_term(given["term"]) or None
    set_values(session, entry, given)
    required(entry, "name")
    check({"hours": entry.hours})
