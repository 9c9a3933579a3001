"""The centre itself: its details, villages, hamlets, and its own words for codes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models import areas, vocabulary
from desktop.models.area import Centre, Hamlet, Village
from desktop.models.derived import ensure
from desktop.models.people import Learner
from desktop.models.program import DeviceState, VocabularyTerm
from desktop.models.vocabulary import Vocabulary
from desktop.services.entries import Entry, entry
from desktop.services.learners.fields import moo_number, village_for
from desktop.services.record_values import centre_vocabulary, live, required, set_values
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.vocabularies import CentreLookup
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class VillageLine:
    """A village with its hamlets and how many learners live there."""

    id: UUID
    moo: str
    name: str
    learners: int
    village: Entry
    hamlets: tuple[Entry, ...]


class CentreService:
    """What can be set about the centre; each method is one transaction."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.READ)
    def get(self) -> Entry | None:
        """Return the centre's record; None on a laptop that joined and has not received it."""
        with self._workspace.read() as session:
            centre = session.get(Centre, self._workspace.centre_id)
            return None if centre is None else entry(centre)

    @needs(Right.CENTRE)
    def save(self, values: Mapping[str, Any]) -> None:
        """Change the centre's name, organisation, address, letterhead...

        Raises:
            UserError: `centre_not_here` before the record was received, `tambon_unknown`,
                `field_missing`.
        """
        with self._workspace.write() as session:
            centre = session.get(Centre, self._workspace.centre_id)
            if centre is None:
                raise UserError("centre_not_here")
            set_values(session, centre, values)
            required(centre)
            if areas.tambon(centre.tambon) is None:
                raise UserError("tambon_unknown", tambon=centre.tambon)

    # Villages and hamlets

    @needs(Right.READ)
    def villages(self) -> tuple[VillageLine, ...]:
        """Return the villages by moo number, with their hamlets."""
        with self._workspace.read() as session:
            counted = session.execute(
                select(Learner.village_id, func.count())
                .where(Learner.deleted.is_(False), Learner.merged_into.is_(None))
                .group_by(Learner.village_id)
            )
            counts: dict[UUID | None, int] = dict(counted.all())
            hamlets: dict[UUID, list[Entry]] = {}
            for hamlet in session.scalars(
                select(Hamlet).where(Hamlet.deleted.is_(False)).order_by(Hamlet.name)
            ):
                hamlets.setdefault(hamlet.village_id, []).append(entry(hamlet))
            found = session.scalars(
                select(Village)
                .where(Village.deleted.is_(False))
                .order_by(func.length(Village.moo), Village.moo)
            )
            return tuple(
                VillageLine(
                    id=each.id,
                    moo=each.moo,
                    name=each.name or "",
                    learners=counts.get(each.id, 0),
                    village=entry(each),
                    hamlets=tuple(hamlets.get(each.id, ())),
                )
                for each in found
            )

    @needs(Right.CENTRE)
    def save_village(self, moo: str, values: Mapping[str, Any]) -> UUID:
        """Note or change the village of a moo number; UserError `field_missing` without one."""
        number = moo_number(moo)
        if not number:
            raise UserError("field_missing", field="moo", kind="village")
        with self._workspace.write() as session:
            village_id = village_for(session, number)
            session.flush()
            set_values(session, session.get_one(Village, village_id), values)
            return village_id

    @needs(Right.CENTRE)
    def edit_village(self, village_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is known of a village; its number is changed by `renumber_village`."""
        with self._workspace.write() as session:
            set_values(session, live(session, Village, village_id), values)

    @needs(Right.CENTRE)
    def renumber_village(self, village_id: UUID, moo: str) -> None:
        """Give a village another moo number; UserError `moo_taken`."""
        number = moo_number(moo)
        if not number:
            raise UserError("field_missing", field="moo", kind="village")
        with self._workspace.write() as session:
            village = live(session, Village, village_id)
            taken = select(Village.id).where(
                Village.moo == number, Village.deleted.is_(False), Village.id != village_id
            )
            if session.scalars(taken.limit(1)).first() is not None:
                raise UserError("moo_taken", moo=number)
            village.moo = number

    @needs(Right.CENTRE)
    def hide_village(self, village_id: UUID) -> None:
        """Hide a village where nobody lives; UserError `village_has_people` with `count`."""
        with self._workspace.write() as session:
            village = live(session, Village, village_id)
            people = _people(session, Learner.village_id == village_id)
            if people:
                raise UserError("village_has_people", count=people, moo=village.moo)
            village.deleted = True

    @needs(Right.CENTRE)
    def add_hamlet(self, village_id: UUID, values: Mapping[str, Any]) -> UUID:
        """Note a hamlet of a village; `name` is required."""
        with self._workspace.write() as session:
            live(session, Village, village_id)
            name = str(values.get("name") or "").strip()
            if not name:
                raise UserError("field_missing", field="name", kind=Hamlet.kind)
            hamlet = ensure(session, Hamlet, village_id=village_id, name=name)
            set_values(session, hamlet, values)
            return hamlet.id

    @needs(Right.CENTRE)
    def edit_hamlet(self, hamlet_id: UUID, values: Mapping[str, Any]) -> None:
        """Change a hamlet."""
        with self._workspace.write() as session:
            hamlet = live(session, Hamlet, hamlet_id)
            set_values(session, hamlet, values)
            required(hamlet)

    @needs(Right.CENTRE)
    def hide_hamlet(self, hamlet_id: UUID) -> None:
        """Hide a hamlet where nobody lives; UserError `village_has_people` with `count`."""
        with self._workspace.write() as session:
            hamlet = live(session, Hamlet, hamlet_id)
            people = _people(session, Learner.hamlet_id == hamlet_id)
            if people:
                raise UserError("village_has_people", count=people, moo=hamlet.name)
            hamlet.deleted = True

    # The centre's own words

    @open_to_all
    def vocabulary(self, name: str) -> Vocabulary:
        """Return a code list in the centre's own words; raises KeyError."""
        with self._workspace.read() as session:
            return centre_vocabulary(session, name)

    @open_to_all
    def own_words(self) -> dict[str, Vocabulary]:
        """Return the code lists of which the centre has changed or added a word, by name."""
        with self._workspace.read() as session:
            return CentreLookup(session).changed()

    @needs(Right.CENTRE)
    def set_term(
        self,
        name: str,
        code: str,
        *,
        th: str = "",
        en: str = "",
        hidden: bool = False,
        position: int | None = None,
        aliases: Sequence[str] = (),
    ) -> None:
        """Give a code the centre's own label, place or spellings, or hide it from choices.

        Raises:
            UserError: `unknown_code`.
        """
        with self._workspace.write() as session:
            if code not in centre_vocabulary(session, name):
                raise UserError("unknown_code", field=name, value=code)
            term = _term(session, name, code)
            term.th, term.en = th.strip() or None, en.strip() or None
            term.hidden, term.position = hidden, position
            term.aliases = [each.strip() for each in aliases if each.strip()] or None

    @needs(Right.CENTRE)
    def add_term(self, name: str, th: str, en: str = "") -> str:
        """Add a code of the centre's own to a list and return it.

        Raises:
            UserError: `field_missing`, `term_exists` where the label is known already.
        """
        if not th.strip():
            raise UserError("field_missing", field="th", kind="vocabulary_term")
        with self._workspace.write() as session:
            present = centre_vocabulary(session, name)
            known = present.find(th)
            if known is not None:
                raise UserError("term_exists", value=th.strip(), known=known.code)
            # The device's letters keep two laptops from giving one code to two things.
            letters = session.get_one(DeviceState, 1).letters.lower()
            number = 1
            while f"own_{letters}{number}" in present:
                number += 1
            code = f"own_{letters}{number}"
            term = _term(session, name, code)
            term.th, term.en = th.strip(), en.strip() or None
            return code


def _people(session: Session, condition: Any) -> int:
    return (
        session.scalar(
            select(func.count())
            .select_from(Learner)
            .where(condition, Learner.deleted.is_(False), Learner.merged_into.is_(None))
        )
        or 0
    )


def _term(session: Session, name: str, code: str) -> VocabularyTerm:
    vocabulary.load(name)
    return ensure(session, VocabularyTerm, vocabulary=name, code=code)
