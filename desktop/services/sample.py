"""Loading the sample centre: invented people, dated so that they look as if it were today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.area import Centre
from desktop.models.base import synced_classes
from desktop.models.capture_new import add_new
from desktop.models.derived import id_of
from desktop.models.documents import Document
from desktop.models.fields import fields_of
from desktop.models.funds import REVERSAL, FundMonth, TakenBack
from desktop.models.ids import derived_id, new_id
from desktop.models.moves import LAST_MOVE, WithStates, move_class, thing_link
from desktop.models.people import Learner
from desktop.models.program import Attachment
from desktop.models.sample import SampleRecord, sample_records
from desktop.pictures import media_type_of
from desktop.services.funds.months import month_of, next_month
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace, next_learner_code

_FACILITATOR: Final = "user/facilitator"
# The centre keeps the name and tambon it was begun with.
_OWN_CENTRE_FIELDS: Final = frozenset({"name", "tambon"})
# Of a record that stands behind the plans: the action that it carries out.
_CARRIES: Final = "carries"
# Of a closing: the lines that came for its months too late, by their keys.
_LATE: Final = ("fund_month", "entries")


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
        self._carried: list[tuple[str, str, str]] = []

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
        actions = {row["id"]: row for row in rows["action"]}
        for action, link, key in self._carried:
            actions[self._ids[action]][link] = self._ids[key]
        rows["fund_month"] = [
            {**month, "id": id_of(FundMonth, month, self._workspace.centre_id)}
            for closing in rows["fund_month"]
            for month in _months(closing, rows["fund_entry"])
        ]
        for kind, records in rows.items():
            add_new(self._session, classes[kind], records)
        return {kind: len(records) for kind, records in rows.items()}

    def _row(self, record: SampleRecord, tambon: str) -> dict[str, Any]:
        row: dict[str, Any] = {}
        for name, value in record.fields.items():
            if value is None:
                continue
            if name == _CARRIES:
                self._carried.append((value, f"{record.kind}_id", record.key))
                continue
            meaning = fields_of(synced_classes()[record.kind])[name]
            if meaning.type == "links" or (record.kind, name) == _LATE:
                row[name] = [self._ids[key].hex for key in value]
            else:
                row[name] = self._ids[value] if meaning.is_id else value
        if record.kind == Document.kind:
            row |= self._kept(row["file_name"])
        row["id"] = self._ids[record.key] = self._id(record, row)
        if record.kind == "learner":
            row["code"] = next_learner_code(self._session, tambon)
        return row

    def _kept(self, file_name: str) -> dict[str, Any]:
        """Keep the bytes of a picture of the sample; what a document says of them."""
        content = files("resources").joinpath("sample", file_name).read_bytes()
        digest, size = sha256(content).digest(), len(content)
        self._session.add(
            Attachment(sha256=digest, size=size, content=content, at=self._workspace.now())
        )
        return {"sha256": digest, "size": size, "media_type": media_type_of(content)}

    def _id(self, record: SampleRecord, row: dict[str, Any]) -> UUID:
        cls = synced_classes()[record.kind]
        if issubclass(cls, TakenBack) and "reverses_id" in row:
            return derived_id(row["reverses_id"], REVERSAL)
        if cls.derived is None:
            return new_id()
        row.update({name: None for name in cls.derived.fields if name not in row})
        return id_of(cls, row, self._workspace.centre_id)


def _months(closing: dict[str, Any], entries: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Every month of a fund that was over on a day, closed without the lines that came later."""
    fund, late = closing["fund_id"], set(closing["entries"])
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for each in entries:
        own = fund in (each["fund_id"], each.get("to_fund_id"))
        month = month_of(each["on"])
        if own and month < month_of(closing["closed_on"]) and each["id"].hex not in late:
            inside[month].append(each)
    balance = 0
    for month, lines in sorted(inside.items()):
        balance += sum(one["effect"] * (1 if one["fund_id"] == fund else -1) for one in lines)
        yield {
            "fund_id": fund, "month": month, "closed_on": f"{next_month(month)}-03",
            "balance": balance, "entries": [one["id"].hex for one in lines],
        }  # fmt: skip


def _lead(moves: list[dict[str, Any]], link: str, things: list[dict[str, Any]]) -> None:
    """Let every thing lead to the last of its moves, and each move to the one before."""
    by_id = {thing["id"]: thing for thing in things}
    for move in moves:
        thing = by_id[move[link]]
        move["after_id"] = thing.get(LAST_MOVE)
        thing[LAST_MOVE] = move["id"]
