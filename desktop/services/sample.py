"""Loading the sample centre: invented people, dated so that they look as if it were today."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Centre
from desktop.models.base import synced_classes
from desktop.models.capture_new import add_new
from desktop.models.derived import id_of
from desktop.models.fields import fields_of
from desktop.models.funds import REVERSAL, TakenBack
from desktop.models.ids import derived_id, new_id
from desktop.models.moves import LAST_MOVE, WithStates, move_class, thing_link
from desktop.models.people import Learner
from desktop.models.sample import SampleRecord, sample_records
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace, next_learner_code

_FACILITATOR: Final = "user/facilitator"
# The centre keeps the name and tambon it was begun with.
_OWN_CENTRE_FIELDS: Final = frozenset({"name", "tambon"})


@dataclass(frozen=True)
class SampleLoaded:
    """How many records came in, by kind."""

    counts: dict[str, int]


class SampleService:
    """Fills a centre without learners with the sample's people."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.CENTRE)
    def load(self) -> SampleLoaded:
        """Load the sample in one transaction; the facilitator of the sample is who is signed in.

        Raises:
            UserError: `sample_needs_empty_centre`.
        """
        with self._workspace.write() as session:
            if session.scalar(select(func.count()).select_from(Learner)):
                raise UserError("sample_needs_empty_centre")
            return SampleLoaded(_Loading(session, self._workspace).load())


class _Loading:
    """One loading: the ids given to the sample's keys so far."""

    def __init__(self, session: Session, workspace: Workspace) -> None:
        self._session = session
        self._workspace = workspace
        self._ids: dict[str, UUID] = {
            _FACILITATOR: workspace.user.user_id,
            "centre": workspace.centre_id,
        }

    def load(self) -> dict[str, int]:
        """Store every record of the sample, kind by kind."""
        classes = synced_classes()
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        centre = self._session.get_one(Centre, self._workspace.centre_id)
        for record in sample_records(self._workspace.today()):
            if record.kind == "centre":
                for name, value in record.fields.items():
                    if name not in _OWN_CENTRE_FIELDS:
                        setattr(centre, name, value)
            elif record.key not in self._ids:
                rows[record.kind].append(self._row(record, centre.tambon))
        for cls in classes.values():
            if issubclass(cls, WithStates) and cls.move_kind in rows:
                link = thing_link(move_class(cls)).name
                _lead(rows[cls.move_kind], link, rows[cls.kind])
        for kind, records in rows.items():
            add_new(self._session, classes[kind], records)
        return {kind: len(records) for kind, records in rows.items()}

    def _row(self, record: SampleRecord, tambon: str) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for name, value in record.fields.items():
            if value is None:
                continue
            if name in _links(record.kind):
                row[name] = [self._ids[key].hex for key in value]
            else:
                row[name] = self._ids[value] if name.endswith("_id") else value
        row["id"] = self._ids[record.key] = self._id(record, row)
        if record.kind == "learner":
            row["code"] = next_learner_code(self._session, tambon)
        return row

    def _id(self, record: SampleRecord, row: dict[str, Any]) -> UUID:
        cls = synced_classes()[record.kind]
        if issubclass(cls, TakenBack) and "reverses_id" in row:
            return derived_id(row["reverses_id"], REVERSAL)
        return new_id() if cls.derived is None else id_of(cls, row, self._workspace.centre_id)


@cache
def _links(kind: str) -> frozenset[str]:
    fields = fields_of(synced_classes()[kind])
    return frozenset(name for name, each in fields.items() if each.type == "links")


def _lead(moves: list[dict[str, Any]], link: str, things: list[dict[str, Any]]) -> None:
    """Let every thing lead to the last of its moves, and each move to the one before."""
    by_id = {thing["id"]: thing for thing in things}
    for move in moves:
        thing = by_id[move[link]]
        move["after_id"] = thing.get(LAST_MOVE)
        thing[LAST_MOVE] = move["id"]
