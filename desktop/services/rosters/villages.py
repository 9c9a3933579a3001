"""The villages a roster names: by moo number, by name, or both."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Hamlet, Village
from desktop.models.derived import ensure
from desktop.models.names import place_key
from desktop.services.learners.fields import village_for


class Villages:
    """Numbers for names, and the records of both.

    Args:
        session: the transaction it reads, and `place` writes, in.
        said: (moo, name) of every row of the roster, which teach each other.
    """

    def __init__(self, session: Session, said: Iterable[tuple[str, str]]) -> None:
        self._session = session
        self._moo_of: dict[str, str] = {}
        self._by_moo: dict[str, UUID] = {}
        self._named: set[str] = set()
        for moo, name in said:
            if moo and name:
                self._moo_of.setdefault(place_key(name), moo)
        villages = {
            village.id: village
            for village in session.scalars(select(Village).where(Village.deleted.is_(False)))
        }
        for village in villages.values():
            if village.name:
                self._moo_of[place_key(village.name)] = village.moo
                self._named.add(village.moo)
        # A hamlet's name leads to its village where no village bears it.
        for hamlet in session.scalars(select(Hamlet).where(Hamlet.deleted.is_(False))):
            parent = villages.get(hamlet.village_id)
            if parent is not None:
                self._moo_of.setdefault(place_key(hamlet.name), parent.moo)

    def resolved(self, moo: str, name: str) -> tuple[str, str]:
        """The number and name of where somebody lives; the number is found by the name."""
        if moo or not name:
            return moo, name
        return self._moo_of.get(place_key(name), ""), name

    def place(self, moo: str, name: str) -> UUID | None:
        """The village's record, made where it is new; its name is filled in where it has none."""
        key = moo or name
        if not key:
            return None
        village_id = self._by_moo.get(key)
        if village_id is None:
            village_id = self._by_moo[key] = village_for(self._session, key)
            self._session.flush()
        if name and key not in self._named and not self._is_hamlet(moo, name):
            self._session.get_one(Village, village_id).name = name
            self._named.add(key)
        return village_id

    def hamlet(self, village_id: UUID | None, name: str) -> UUID | None:
        """The hamlet's record below a village, made where it is new."""
        if village_id is None or not name:
            return None
        hamlet = ensure(self._session, Hamlet, village_id=village_id, name=name)
        self._session.flush()
        return hamlet.id

    def _is_hamlet(self, moo: str, name: str) -> bool:
        # The name said here belongs to another village, or to a hamlet of this one.
        return bool(moo) and self._moo_of.get(place_key(name), moo) != moo
