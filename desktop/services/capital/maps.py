"""Maps that a village drew by hand: their pictures, and where on them its capital stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Village
from desktop.models.capital import Capital, MapPin
from desktop.models.derived import ensure
from desktop.models.documents import Document
from desktop.models.text import search_key
from desktop.services.capital.reading import found
from desktop.services.capital.records import CapitalQuery, CapitalRow
from desktop.services.documents.records import VILLAGE_MAP, DocumentContent, lines_of
from desktop.services.documents.service import DocumentService, keep, take_in
from desktop.services.learners.fields import with_villages
from desktop.services.record_values import (
    centre_vocabulary,
    live,
    read_values,
    required,
    set_values,
)
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

WHOLE: Final = 1000
"""A place on a map is told in so many parts of the picture's width and height."""

_EDITED: Final = ("title", "village_id", "taken_on", "note")


@dataclass(frozen=True)
class MapLine:
    """A hand-drawn map in a list.

    Attributes:
        title: what it is called.
        village_id, village, village_name: of which village; None and "" of the whole tambon.
        drawn_on: as far as known, "" where nobody said.
        added_on: when its picture was taken in.
        pins: how much capital stands on it.
        here: its picture is on this laptop, not still on its way.
        older: a newer one of the same village is there.
    """

    id: UUID
    title: str
    village_id: UUID | None
    village: str
    village_name: str
    drawn_on: str
    added_on: str
    pins: int
    here: bool
    older: bool


@dataclass(frozen=True)
class Pin:
    """A capital on a map. `number`: what stands on its pin, in the order in which they were put."""

    id: UUID
    number: int
    across: int
    down: int
    capital: CapitalRow


@dataclass(frozen=True)
class MapDetail:
    """One map whole.

    Attributes:
        values: what is noted of it, by field of the document.
        pins: in the order of their numbers.
        unplaced: what its village has and is not on it, in Thai order.
    """

    line: MapLine
    values: Mapping[str, Any]
    pins: tuple[Pin, ...]
    unplaced: tuple[CapitalRow, ...]


class MapService:
    """Hand-drawn maps of villages. A map belongs to nobody; what stands on it may."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._documents = DocumentService(workspace)

    @needs(Right.READ)
    def all(self) -> tuple[MapLine, ...]:
        """Return every map, by village, the newest of each first."""
        with self._workspace.read() as session:
            return map_lines(session)

    @needs(Right.READ)
    def named(self, text: str) -> tuple[MapLine, ...]:
        """Return the maps whose title or village has these words."""
        words = [key for key in map(search_key, text.split()) if key]
        with self._workspace.read() as session:
            return tuple(
                line
                for line in map_lines(session)
                if all(
                    word in search_key(f"{line.title} {line.village} {line.village_name}")
                    for word in words
                )
            )

    @needs(Right.READ)
    def get(self, map_id: UUID) -> MapDetail:
        """Return one whole; UserError `record_unknown`."""
        with self._workspace.read() as session:
            return map_detail(session, map_id, self._workspace)

    @needs(Right.READ)
    def content(self, map_id: UUID) -> DocumentContent:
        """Return the picture; UserError `document_not_here` while it is on its way."""
        return self._documents.content(map_id)

    @needs(Right.WRITE)
    def add(self, content: bytes | Path, values: Mapping[str, Any] | None = None) -> UUID:
        """Take the picture of a map in, and return it.

        Args:
            content: a photograph: its bytes, or the file.
            values: `title`, `village_id` (its moo number too), `taken_on`, `note`.

        Raises:
            UserError: `not_a_photo`, `record_unknown`, and as `DocumentService.add`.
        """
        taken = take_in(self._workspace, content)
        if not taken.is_picture:
            raise UserError("not_a_photo")
        given = {"document_kind": VILLAGE_MAP, **(values or {})}
        with self._workspace.write() as session:
            # A telephone calls its pictures by numbers.
            given["title"] = given.get("title") or centre_vocabulary(
                session, "document_kinds"
            ).label(VILLAGE_MAP)
            known = _with_village(session, given)
            village = {"village_id": known.pop("village_id", None) or None}
            return keep(session, self._workspace, taken, village, known).id

    @needs(Right.WRITE)
    def edit(self, map_id: UUID, values: Mapping[str, Any]) -> None:
        """Change what is noted of a map (`title`, `village_id`, `taken_on`, `note`)."""
        for name in values:
            if name not in _EDITED:
                raise UserError("unknown_field", field=name)
        with self._workspace.write() as session:
            drawn = _map(session, map_id)
            set_values(session, drawn, _with_village(session, values))
            required(drawn, "title")

    @needs(Right.WRITE)
    def put(self, map_id: UUID, capital_id: UUID, across: object, down: object) -> UUID:
        """Put a capital's pin on a map, or move it there, and return the pin.

        Args:
            map_id: the map.
            capital_id: what stands there.
            across, down: the place, per mille of the picture from its upper left corner.

        Raises:
            UserError: `record_unknown`, `bad_amount`, `place_off_map`.
        """
        with self._workspace.write() as session:
            _map(session, map_id)
            live(session, Capital, capital_id)
            pin = ensure(session, MapPin, document_id=map_id, capital_id=capital_id)
            _place(session, pin, {"across": across, "down": down})
            return pin.id

    @needs(Right.WRITE)
    def move(self, pin_id: UUID, values: Mapping[str, Any]) -> None:
        """Move a pin (`across`, `down`); raises as `put`."""
        with self._workspace.write() as session:
            _place(session, live(session, MapPin, pin_id), values)

    @needs(Right.WRITE)
    def take_off(self, pin_id: UUID) -> None:
        """Take a pin off its map; UserError `record_unknown`."""
        with self._workspace.write() as session:
            live(session, MapPin, pin_id).deleted = True

    @needs(Right.DELETE)
    def hide(self, map_ids: Iterable[UUID]) -> None:
        """Hide maps that were taken in by mistake; they can be brought back, with their pins."""
        with self._workspace.write() as session:
            for map_id in map_ids:
                _map(session, map_id).deleted = True


def map_lines(session: Session) -> tuple[MapLine, ...]:
    """Return every map, by village (the whole tambon last), the newest of each first."""
    maps = session.scalars(
        select(Document).where(
            Document.document_kind == VILLAGE_MAP,
            Document.learner_id.is_(None),
            Document.deleted.is_(False),
        )
    ).all()
    return _lines(session, maps)


def map_detail(session: Session, map_id: UUID, workspace: Workspace) -> MapDetail:
    """Return one map whole; UserError `record_unknown`."""
    drawn = _map(session, map_id)
    known = {row.id: row for row in found(session, CapitalQuery(), workspace.today())}
    pins = _pins(session, map_id, known)
    standing = {pin.capital.id for pin in pins}
    line = next(each for each in map_lines(session) if each.id == map_id)
    return MapDetail(
        line=line,
        values={name: getattr(drawn, name) for name in _EDITED},
        pins=pins,
        unplaced=tuple(
            row
            for row in known.values()
            if row.id not in standing
            and row.state != "ended"
            and line.village_id in (None, row.village_id)
        ),
    )


def _pins(session: Session, map_id: UUID, known: Mapping[UUID, CapitalRow]) -> tuple[Pin, ...]:
    pins = session.scalars(
        select(MapPin)
        .where(MapPin.document_id == map_id, MapPin.deleted.is_(False))
        .order_by(MapPin.first_stamp, MapPin.id)
    )
    shown = [each for each in pins if each.capital_id in known]
    return tuple(
        Pin(each.id, number, each.across, each.down, known[each.capital_id])
        for number, each in enumerate(shown, 1)
    )


def _with_village(session: Session, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values in which the village is one that is there; UserError `record_unknown`."""
    known = with_villages(session, values)
    session.flush()  # a village that was named by its number is there from now on
    if known.get("village_id"):
        live(session, Village, known["village_id"])
    return known


def _place(session: Session, pin: MapPin, values: Mapping[str, Any]) -> None:
    for name, value in read_values(session, MapPin, values).items():
        if not 0 <= value <= WHOLE:
            raise UserError("place_off_map", field=name, value=value)
        setattr(pin, name, value)


def _map(session: Session, map_id: UUID) -> Document:
    """Return a map; UserError `record_unknown`, also for a document that is none."""
    drawn = live(session, Document, map_id)
    if drawn.document_kind != VILLAGE_MAP or drawn.learner_id is not None:
        raise UserError("record_unknown", kind=Document.kind, text=str(map_id))
    return drawn


def _lines(session: Session, maps: Iterable[Document]) -> tuple[MapLine, ...]:
    villages = {
        each.id: each for each in session.scalars(select(Village).where(Village.deleted.is_(False)))
    }
    counted = Counter(
        dict(
            session.execute(
                select(MapPin.document_id, func.count())
                .join(Capital, Capital.id == MapPin.capital_id)
                .where(MapPin.deleted.is_(False), Capital.deleted.is_(False))
                .group_by(MapPin.document_id)
            ).all()
        )
    )

    def age(drawn: Document) -> tuple[str, bytes]:
        return drawn.taken_on or "", drawn.first_stamp

    def place(drawn: Document) -> tuple[bool, int, str]:
        village = villages.get(drawn.village_id) if drawn.village_id else None
        moo = village.moo if village else ""
        return village is None, len(moo), moo

    ordered = sorted(sorted(maps, key=age, reverse=True), key=place)
    seen: set[UUID | None] = set()
    lines = []
    for drawn, line in zip(ordered, lines_of(session, ordered), strict=True):
        village = villages.get(drawn.village_id) if drawn.village_id else None
        known = village.id if village else None
        lines.append(
            MapLine(
                id=drawn.id,
                title=drawn.title,
                village_id=known,
                village=village.moo if village else "",
                village_name=(village.name or "") if village else "",
                drawn_on=line.taken_on,
                added_on=line.added_on,
                pins=counted[drawn.id],
                here=line.here,
                older=known in seen,
            )
        )
        seen.add(known)
    return tuple(lines)
