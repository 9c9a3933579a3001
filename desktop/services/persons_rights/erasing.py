"""Destroying what is held of a person, on request (PDPA): here, and by sync on every copy."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher  # type: ignore[import-untyped]
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import StorageError, UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import Editing
from desktop.models.documents import Document
from desktop.models.fields import HUMANS
from desktop.models.owners import steps
from desktop.models.people import Learner, LearnerCode
from desktop.models.persons import Person
from desktop.models.program import Change, DeviceState, Erasure, Setting
from desktop.models.text import search_key
from desktop.services import audit
from desktop.services.persons_rights.erasing_list import ErasedList, Listed
from desktop.services.persons_rights.erasing_places import (
    PlaceLine,
    confirm_gone,
    list_places,
    look_again,
    note_copies_elsewhere,
    note_copies_here,
)
from desktop.services.persons_rights.erasing_rows import (
    ERASED,
    Owned,
    blank_log,
    cut,
    drop_photos,
    forget,
    forget_beside,
    is_about,
    last_of_parts,
    left_behind,
    loose_links,
    newly_erased,
    owned_by,
    write_tombstones,
)
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.workspace import Workspace
from resources.clock import thai_day

_log = logging.getLogger(__name__)

_SETTLED: Final = "erasing.settled"
_CHECKPOINT_TRIES: Final = 20
_RETRY_SECONDS: Final = 0.05
_SHORTEST_NAME: Final = 3
_LOOKED_THROUGH: Final = 2_000  # changes, before it is noted how far they were looked through


@dataclass(frozen=True)
class Erased:
    """What was destroyed; `records` counts all kinds. `waiting` are places that still hold it.

    `cut` counts links of records that stay: money, goods, minutes, what others did.
    """

    learner_id: UUID
    records: int
    changes: int
    attachments: int
    waiting: tuple[PlaceLine, ...] = ()
    cut: int = 0


@dataclass(frozen=True)
class Settled:
    """What was caught up with: records erased elsewhere or before, and records left behind."""

    records: int
    left_behind: int


class ErasureService:
    """Erases people. Hiding is another thing: what is erased cannot be brought back."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.ERASE)
    def erase(self, whose: UUID, reason: str, *, as_person: bool = False) -> Erased:
        """Destroy somebody and all that goes with them, on this laptop and, by sync, elsewhere.

        The change log keeps that there were changes, without their values, so that sequences
        stay without gaps. What cannot be reached at once is listed in `places` until it is done.
        What belongs to the community stays without them: its links to them are emptied.

        Args:
            whose: a learner, or somebody who is none.
            reason: why.
            as_person: of a learner also what is kept of them as a person (a mentor, a donor).

        Raises:
            UserError: `learner_unknown`, `reason_missing`, `reason_names_person`: the reason is
                kept, so it must not say who it was.
        """
        workspace = self._workspace
        with workspace.database.write(workspace.user.user_id, erasing=True) as session:
            gone = session.get(Learner, whose) or session.get(Person, whose)
            if gone is None:
                raise UserError("learner_unknown", text=str(whose))
            reason = fit_reason(session, gone, reason)
            owned = owned_by(session, gone, as_person=as_person)
            changes, attachments, links = self.destroy(session, owned, reason)
            records = sum(map(len, owned.values()))
            note_copies_elsewhere(session, workspace, whose)
            note_copies_here(session, workspace, whose)
            audit.note(session, workspace, "learner_erased", whose, records=records)
        self.finish(owned)
        waiting = self._waiting_of(whose)
        return Erased(whose, records, changes, attachments, waiting, links)

    @open_to_all
    def destroy(self, session: Session, owned: Owned, reason: str) -> tuple[int, int, int]:
        """Destroy these records in a transaction of `write(erasing=True)`.

        Returns how many changes, photos and links that was. For services that erase as a part of
        something else; they call `finish` once it is committed.
        """
        editing: Editing = session.info["editing"]
        workspace = self._workspace
        author = workspace.user.user_id
        changes = 0
        for cls, ids in owned.items():
            changes += forget(session, cls, ids, reason, workspace.now(), author)
            write_tombstones(session, editing, cls.kind, ids, workspace.today().isoformat())
        forget_beside(session, {each for ids in owned.values() for each in ids})
        photos = drop_photos(session) if Document in owned else 0
        return changes, photos, cut(session)

    @open_to_all
    def settle(self) -> Settled:
        """Do here what was asked elsewhere, or here before an old copy was put back.

        Called when the centre is opened and after news came in; without any it only reads.
        """
        workspace = self._workspace
        with workspace.database.read() as session:
            device = session.get_one(DeviceState, 1)
            kept = session.get(Setting, ("", _SETTLED))
            after = int(kept.value) if kept is not None else 0
            newest = device.next_number - 1
            fresh = newly_erased(session, after)
            known = set(session.scalars(select(Erasure.record_id)))
            listed = self._list_of(device).read()
            looked = bool(known) and newest > after
            behind = left_behind(session) if looked else {}
            loose = loose_links(session) if looked else {}
        again = [each for each in listed if each.record_id not in known]
        lacking = len({each.record_id for each in listed} & known) < len(known)
        news = {each: kind for each, kind in fresh.items() if each not in known}
        if not (again or news or behind or loose or lacking):
            if newest - after > _LOOKED_THROUGH:
                with workspace.database.write(workspace.user.user_id) as session:
                    _remember(session, newest)
            return Settled(0, 0)
        done = self._settle(news, again)
        self._list_what_lacks()
        self._forget_aside([*news, *(each.record_id for each in again)])
        self.leave_nothing_behind()
        return done

    @open_to_all
    def settle_at_start(self) -> Settled:
        """Settle as far as it goes: a full disk keeps nobody out, and the next start goes on."""
        try:
            return self.settle()
        except (StorageError, OSError) as error:
            _log.warning("erasures could not be settled: %s", type(error).__name__)
            return Settled(0, 0)

    @needs(Right.READ)
    def places(self, learner_id: UUID | None = None) -> tuple[PlaceLine, ...]:
        """Return where erased people may still lie, the oldest first; what is done is left out."""
        workspace = self._workspace
        with workspace.database.write(workspace.user.user_id) as session:
            look_again(session, workspace)
            return list_places(session, workspace, learner_id)

    @needs(Right.ERASE)
    def confirm_gone(self, learner_id: UUID, place: str, name: str) -> None:
        """Note that a person has seen to a place that the program cannot reach.

        Raises:
            UserError: `place_unknown`.
        """
        with self._workspace.database.write(self._workspace.user.user_id) as session:
            confirm_gone(session, self._workspace, learner_id, place, name)
            audit.note(session, self._workspace, "erasure_confirmed", learner_id, place=place)

    @open_to_all
    def finish(self, owned: Mapping[type[SyncedRecord], Sequence[UUID]]) -> None:
        """After the commit: list it beside the database, forget half-typed forms, empty the WAL.

        A list that a full disk does not take is made up for when the centre is opened again.
        """
        day = self._workspace.today().isoformat()
        entries = [Listed(each, cls.kind, day) for cls, ids in owned.items() for each in ids]
        self._add_to_list(entries)
        self._forget_aside([each.record_id for each in entries])
        self.leave_nothing_behind()

    @open_to_all
    def leave_nothing_behind(self) -> None:
        """Fold the WAL into the file and empty it; freed pages are overwritten when freed.

        A disk that refuses does not undo the destroying, nor keep anybody out: closing the centre
        folds the WAL in, and the next erasing cleans the search index.
        """
        with self._workspace.database.engine.connect() as connection:
            raw: Any = connection.connection.dbapi_connection
            try:
                raw.execute("INSERT INTO learner_fts(learner_fts) VALUES('optimize')")
                for _ in range(_CHECKPOINT_TRIES):
                    busy, _, _ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
                    if not busy:
                        return
                    # Somebody reads: the screen that asked for this, most likely.
                    time.sleep(_RETRY_SECONDS)
            except sqlcipher.Error:
                _log.warning("what was erased may still lie in the WAL", exc_info=True)
                return
        _log.info("the WAL could not be emptied yet; closing the centre will")

    def _settle(self, news: Mapping[UUID, str], again: Sequence[Listed]) -> Settled:
        workspace = self._workspace
        author = workspace.user.user_id
        day = workspace.today().isoformat()
        with workspace.database.write(author, erasing=True) as session:
            editing: Editing = session.info["editing"]
            by_kind: dict[str, set[UUID]] = {}
            for record_id, kind in news.items():
                by_kind.setdefault(kind, set()).add(record_id)
            told = newly_erased(session, 0) if again else {}
            untold: dict[str, list[UUID]] = {}
            for each in again:
                by_kind.setdefault(each.kind, set()).add(each.record_id)
                if each.record_id not in told:
                    untold.setdefault(each.kind, []).append(each.record_id)
            self._forget_kinds(session, by_kind, "elsewhere")
            for kind, ids in sorted(untold.items()):
                write_tombstones(session, editing, kind, ids, day)
            people = {each: kind for kind in HUMANS for each in sorted(by_kind.get(kind, ()))}
            reported = {**people, **last_of_parts(session, news)}
            self._report(session, editing, reported, day)
            behind = left_behind(session)
            if behind:
                self.destroy(session, behind, "left_behind")
            session.flush()
            cut(session)
            forget_beside(session, {each for ids in by_kind.values() for each in ids})
            drop_photos(session)
            for record_id in reported:
                note_copies_here(session, workspace, record_id)
            for learner_id in people:
                audit.note(session, workspace, "erasure_received", learner_id)
            session.flush()
            _remember(session, editing.device.next_number - 1)
        return Settled(sum(map(len, by_kind.values())), sum(map(len, behind.values())))

    def _forget_kinds(
        self, session: Session, by_kind: Mapping[str, set[UUID]], reason: str
    ) -> None:
        workspace = self._workspace
        classes = synced_classes()
        for kind, ids in sorted(by_kind.items()):
            cls = classes.get(kind)
            wanted = sorted(ids)
            if cls is not None:
                forget(session, cls, wanted, reason, workspace.now(), None)
                continue
            for step in steps(wanted):
                blank_log(session, step, reason, workspace.now(), None)

    def _report(
        self, session: Session, editing: Editing, records: Mapping[UUID, str], day: str
    ) -> None:
        """Tell the other copies that these are gone from this one: the tombstone again."""
        bases: dict[UUID, list[bytes]] = {}
        own: set[UUID] = set()
        for step in steps(list(records)):
            for change in session.scalars(select(Change).where(Change.record_id.in_(step))):
                if ERASED in change.fields:
                    bases.setdefault(change.record_id, []).append(change.stamp)
                    if change.device == editing.device.device:
                        own.add(change.record_id)
        for kind in sorted(set(records.values())):
            untold = [each for each, its in records.items() if its == kind and each not in own]
            write_tombstones(session, editing, kind, untold, day, bases)

    def _forget_aside(self, ids: Sequence[UUID]) -> None:
        """Let forms go that the database could not take and that were about these records."""
        records = frozenset(ids)
        self._workspace.aside.forget(lambda subject, content: is_about(subject, content, records))

    def _waiting_of(self, learner_id: UUID) -> tuple[PlaceLine, ...]:
        with self._workspace.database.read() as session:
            return list_places(session, self._workspace, learner_id)

    def _list_of(self, device: DeviceState) -> ErasedList:
        return ErasedList(self._workspace.folder, device.signing_key)

    def _list_what_lacks(self) -> None:
        with self._workspace.database.read() as session:
            listed = {
                each.record_id for each in self._list_of(session.get_one(DeviceState, 1)).read()
            }
            lacking = [
                each for each in session.scalars(select(Erasure)) if each.record_id not in listed
            ]
            kinds: dict[UUID, str] = {}
            for step in steps([each.record_id for each in lacking]):
                for record_id, kind in session.execute(
                    select(Change.record_id, func.min(Change.kind))
                    .where(Change.record_id.in_(step))
                    .group_by(Change.record_id)
                ):
                    kinds[record_id] = kind
        self._add_to_list(
            [
                Listed(each.record_id, kinds[each.record_id], thai_day(each.at).isoformat())
                for each in lacking
                if each.record_id in kinds
            ]
        )

    def _add_to_list(self, entries: Sequence[Listed]) -> None:
        with self._workspace.database.read() as session:
            device = session.get_one(DeviceState, 1)
        try:
            self._list_of(device).add(entries)
        except OSError as error:
            # The erasing itself is done; the list is completed when the centre is opened again.
            _log.warning("the erased list was not written: %s", error.strerror)


def fit_reason(session: Session, somebody: Learner | Person, reason: str) -> str:
    """Return a reason that may be kept after the person is gone.

    Raises:
        UserError: `reason_missing`; `reason_names_person`.
    """
    reason = reason.strip()
    if not reason:
        raise UserError("reason_missing")
    said = search_key(reason)
    own = ("given", "surname", "nickname", "own_name", "code", "phone")
    names = [getattr(somebody, name, None) for name in own]
    codes = select(LearnerCode.value).where(LearnerCode.learner_id == somebody.id)
    names += session.scalars(codes)
    for name in names:
        key = search_key(name or "")
        if len(key) >= _SHORTEST_NAME and key in said:
            raise UserError("reason_names_person", text=name)
    return reason


def _remember(session: Session, number: int) -> None:
    """Note up to which change the log was looked through for tombstones."""
    mark = session.get(Setting, ("", _SETTLED))
    if mark is None:
        mark = Setting(user="", name=_SETTLED)
        session.add(mark)
    mark.value = number
