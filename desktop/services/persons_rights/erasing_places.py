"""Where an erased person may still lie: copies, other laptops, the hub; listed until it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final, Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.program import Change, DeviceState, ErasurePlace
from desktop.services.keeping.copies import copies_elsewhere
from desktop.services.persons_rights.erasing_rows import ERASED
from desktop.services.sync.roster import LaptopRow, enrolled, laptops
from desktop.services.workspace import Workspace

Place = Literal["backup", "kept", "elsewhere", "device", "hub"]

BACKUP: Final = "backup"
KEPT: Final = "kept"
ELSEWHERE: Final = "elsewhere"
DEVICE: Final = "device"
HUB: Final = "hub"

_BACKUPS: Final = "backups"
_SUFFIX: Final = ".backup"
_KEPT_FOLDERS: Final = ("before-restore-*", "before-migration-*", "damaged-*")


@dataclass(frozen=True)
class PlaceLine:
    """A place that may still hold an erased person.

    Attributes:
        learner_id: the erased record; nothing else is known of it any more. Where only a part
            was erased, the last record of that part.
        place: `backup` (among those of the centre's folder, which rotation lets go), `kept`
            (other copies in that folder), `elsewhere`, `device`, `hub`.
        name: a file's name, a path, or a laptop's hex id; "" for the hub.
        letters: the laptop's letters, "" where they are not known.
        since: when the person was erased.
        by_hand: only a person can see to it: a copy elsewhere, or a laptop that was shut out.
    """

    learner_id: UUID
    place: str
    name: str
    letters: str
    since: datetime
    by_hand: bool


def note_copies_here(session: Session, workspace: Workspace, learner_id: UUID) -> None:
    """List the copies that lie on this laptop, or were made by it, and hold the person."""
    found = [(kind, name) for kind, name in _copies(workspace.folder)]
    for path in copies_elsewhere(session, workspace.folder):
        found.append((ELSEWHERE, path))
    _add(session, workspace, learner_id, found)


def note_copies_elsewhere(session: Session, workspace: Workspace, learner_id: UUID) -> None:
    """List the hub and the other laptops, which have still to hear of it."""
    device = session.get_one(DeviceState, 1)
    found: list[tuple[Place, str]] = []
    if device.hub_url:
        found.append((HUB, ""))
    others = set(session.scalars(select(Change.device).where(Change.remote.is_(True)).distinct()))
    others.update(bytes.fromhex(each.device) for each in _roster(workspace))
    found += [(DEVICE, each.hex()) for each in sorted(others) if each != device.device]
    _add(session, workspace, learner_id, found)


def look_again(session: Session, workspace: Workspace) -> None:
    """Mark the places that are known to be done by now."""
    device = session.get_one(DeviceState, 1)
    for row in session.scalars(select(ErasurePlace).where(ErasurePlace.gone_at.is_(None))).all():
        if row.place == BACKUP:
            done = not (workspace.folder / _BACKUPS / row.name).exists()
        elif row.place == KEPT:
            done = not (workspace.folder / row.name).exists()
        elif row.place == DEVICE:
            done = _has_reported(session, row.record_id, bytes.fromhex(row.name))
        elif row.place == HUB:
            done = _at_hub(session, row.record_id, device)
        else:
            done = False
        if done:
            row.gone_at = workspace.now()
    session.flush()


def list_places(
    session: Session, workspace: Workspace, learner_id: UUID | None = None
) -> tuple[PlaceLine, ...]:
    """Return the places that are not done."""
    known = {each.device: each for each in _roster(workspace)}
    wanted = select(ErasurePlace).where(ErasurePlace.gone_at.is_(None))
    if learner_id is not None:
        wanted = wanted.where(ErasurePlace.record_id == learner_id)
    lines = []
    for row in session.scalars(
        wanted.order_by(ErasurePlace.since, ErasurePlace.place, ErasurePlace.name)
    ):
        laptop = known.get(row.name)
        shut_out = row.place == DEVICE and laptop is not None and laptop.revoked
        lines.append(
            PlaceLine(
                learner_id=row.record_id,
                place=row.place,
                name=row.name,
                letters=laptop.letters if laptop is not None else "",
                since=row.since,
                by_hand=row.place == ELSEWHERE or shut_out,
            )
        )
    return tuple(lines)


def confirm_gone(
    session: Session, workspace: Workspace, learner_id: UUID, place: str, name: str
) -> None:
    """Mark a place as done; UserError `place_unknown`."""
    row = session.get(ErasurePlace, (learner_id, place, name))
    if row is None or row.gone_at is not None:
        raise UserError("place_unknown", place=place)
    row.gone_at = workspace.now()


def _add(
    session: Session, workspace: Workspace, learner_id: UUID, found: list[tuple[Place, str]]
) -> None:
    now = workspace.now()
    for place, name in found:
        if session.get(ErasurePlace, (learner_id, place, name)) is None:
            session.add(ErasurePlace(record_id=learner_id, place=place, name=name, since=now))
    session.flush()


def _copies(folder: Path) -> Iterator[tuple[Place, str]]:
    """Copies in the centre's folder, by their names relative to it."""
    backups = folder / _BACKUPS
    if backups.is_dir():
        for path in sorted(backups.iterdir()):
            if path.is_file() and path.suffix == _SUFFIX:
                yield BACKUP, path.name
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        yield KEPT, path.name
    for pattern in _KEPT_FOLDERS:
        for path in sorted(folder.glob(pattern)):
            if path.is_dir():
                yield KEPT, path.name


def _roster(workspace: Workspace) -> list[LaptopRow]:
    try:
        return laptops(enrolled(workspace))
    except UserError:  # on its own so far
        return []


def _has_reported(session: Session, learner_id: UUID, device: bytes) -> bool:
    """Whether a laptop has written the tombstone itself: it does once it has nothing left."""
    changes = session.scalars(
        select(Change).where(Change.record_id == learner_id, Change.device == device)
    )
    return any(ERASED in change.fields for change in changes)


def _at_hub(session: Session, learner_id: UUID, device: DeviceState) -> bool:
    """Whether the hub has every tombstone of the action that erased the person here."""
    own = [
        change
        for change in session.scalars(select(Change).where(Change.record_id == learner_id))
        if ERASED in change.fields and change.device == device.device
    ]
    if not own:
        return False
    actions = {change.action for change in own}
    return all(
        row.at_hub or (row.epoch == device.epoch and row.seq <= device.acked_seq[row.lane])
        for row in session.scalars(select(Change).where(Change.action.in_(actions)))
        if row.device == device.device
    )
