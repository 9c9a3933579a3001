"""The villages a roster names: by moo number, by name, or both."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.area import Hamlet, Village
from desktop.models.ids import derived_id
from desktop.models.text import search_key
from desktop.services.learners.fields import village_for


def name_key(name: str) -> str:
    """What two spellings of a village's name share: without the word for village before it."""
    key = search_key(name)
    return key.removeprefix("หมูบาน").removeprefix("บาน") or key


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
                self._moo_of.setdefault(name_key(name), moo)
        villages = {
            village.id: village
            for village in session.scalars(select(Village).where(Village.deleted.is_(False)))
        }
        for village in villages.values():
            if village.name:
                self._moo_of[name_key(village.name)] = village.moo
                self._named.add(village.moo)
        # A hamlet's name leads to its village where no village bears it.
        for hamlet in session.scalars(select(Hamlet).where(Hamlet.deleted.is_(False))):
            parent = villages.get(hamlet.village_id)
            if parent is not None:
                self._moo_of.setdefault(name_key(hamlet.name), parent.moo)

    def resolved(self, moo: str, name: str) -> tuple[str, str]:
        """The number and name of where somebody lives; the number is found by the name."""
        if moo or not name:
            return moo, name
        return self._moo_of.get(name_key(name), ""), name

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
        hamlet_id = derived_id(village_id, "hamlet", name_key(name))
        hamlet = self._session.get(Hamlet, hamlet_id)
        if hamlet is None:
            known = self._session.scalars(
                select(Hamlet).where(Hamlet.village_id == village_id, Hamlet.deleted.is_(False))
            )
            for each in known:
                if name_key(each.name) == name_key(name):
                    return each.id
            self._session.add(Hamlet(id=hamlet_id, village_id=village_id, name=name))
            self._session.flush()
        elif hamlet.deleted:
            hamlet.deleted = False
        return hamlet_id

    def _is_hamlet(self, moo: str, name: str) -> bool:
        # The name said here belongs to another village, or to a hamlet of this one.
        return bool(moo) and self._moo_of.get(name_key(name), moo) != moo
