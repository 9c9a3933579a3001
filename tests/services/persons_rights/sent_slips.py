"""A kind of slip that is sent of a learner, tried in a process of its own.

Its two classes would be known to every other test, as every mapped class is; no kind of the program
sends anything of anybody yet.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base
from desktop.models.fields import fields_of
from desktop.models.people import Learner
from desktop.models.snapshots import SealedSending, SentSnapshot, seal_of
from desktop.services.persons_rights.anonymising import AnonymisingService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from sync.hub.records import read_records
from sync.hub.tables import record as hub_record
from sync.kinds import KINDS, Kind, Lane, Review
from sync.merge import is_erased
from tests.factories import add_learner, make_workspace
from tests.faults.erasing import at_hub
from tests.services import near_hub
from tests.services.near_hub import Laptop, Province

KINDS["slip"] = Kind(Lane.PEOPLE, open=frozenset({"sent_on"}))
KINDS["slip_words"] = Kind(
    Lane.PEOPLE, Review.SILENT, open=frozenset({"learner_id"}), sensitive=True, snapshot=True
)

TOLD = "ตั้งครรภ์ห้าเดือน"


class Slip(SealedSending, Base):
    """That something was sent to an agency, and when."""

    __tablename__ = "slip"
    kind = "slip"
    snapshot = "slip_words"

    learner_id: Mapped[UUID | None] = field.link("learner", on_erase="cut")
    words_id: Mapped[UUID | None] = field.link("slip_words", on_erase="cut")
    sent_on: Mapped[str] = field.day()


class SlipWords(SentSnapshot, Base):
    """What was sent."""

    __tablename__ = "slip_words"
    kind = "slip_words"

    learner_id: Mapped[UUID] = field.owner("learner", index=True)


def with_tables(*given: Any, **named: Any) -> Workspace:
    """Make a centre with the two tables, as a step of the schema would."""
    made = make_workspace(*given, **named)
    tables = [Base.metadata.tables[name] for name in ("slip", "slip_words")]
    Base.metadata.create_all(made.database.engine, tables=tables)
    return made


def send(workspace: Workspace, learner: UUID) -> UUID:
    """Send a slip of a learner; its id."""
    with workspace.write() as session:
        words = SlipWords(learner_id=learner, sent_at=1)
        slip = Slip(learner_id=learner, words_id=words.id, sent_on="2026-11-22")
        slip.seal_with(words, {"name": "ดาวเรือง", "needs": TOLD})
        session.add_all([words, slip])
        return slip.id


def read(workspace: Workspace, slip_id: UUID) -> tuple[Slip, SlipWords | None]:
    """A slip, and what was sent with it."""
    with workspace.read() as session:
        slip = session.get_one(Slip, slip_id)
        words = session.get(SlipWords, slip.words_id) if slip.words_id else None
        session.expunge_all()
        return slip, words


def gone(laptop: Laptop, slip_id: UUID, seal: str | None) -> None:
    """The words are nowhere on this laptop; that they were sent is."""
    slip, words = read(laptop.workspace, slip_id)
    assert words is None
    assert (slip.learner_id, slip.words_id, slip.seal) == (None, None, seal)
    with laptop.workspace.read() as session:
        assert session.scalars(select(SlipWords)).all() == []
        raw = b"".join(
            bytes(row[0])
            for row in session.connection().exec_driver_sql("SELECT fields FROM change")
        )
    assert TOLD.encode() not in raw
    assert seal is not None
    assert seal.encode() in raw


def main(folder: Path) -> None:
    """Send, erase, and look at both laptops and the hub."""
    province = Province(folder)
    first, second = province.join(), province.join()
    learner = add_learner(first.workspace, "ดาวเรือง")
    slip_id = send(first.workspace, learner)
    for laptop in (first, second):
        laptop.sync.sync_now()

    slip, words = read(second.workspace, slip_id)
    assert words is not None
    assert slip.sealed(words)
    assert slip.seal != seal_of({**words.content, "needs": ""}, words.salt)
    assert slip.seal != seal_of(words.content, b"")  # nobody compares what they guess
    assert fields_of(SlipWords)["content"].sensitive
    assert TOLD.encode() in at_hub(province)

    # What was sent stays sent, whatever is taken back.
    undo = UndoService(first.workspace)
    last = undo.last_action()
    assert last is not None
    undo.undo_action(last)
    assert read(first.workspace, slip_id)[1] is not None

    ErasureService(second.workspace).erase(learner, "เจ้าตัวขอ")
    gone(second, slip_id, slip.seal)
    for laptop in (second, first):
        laptop.sync.sync_now()
    gone(first, slip_id, slip.seal)
    with province.hub.database.read() as connection:
        told = {each.record: each for each in read_records(connection)}
        kept = connection.execute(
            select(hub_record.c.erased).where(hub_record.c.record == words.id.bytes)
        ).scalar_one()
    assert kept
    assert words.id.bytes not in told or is_erased(told[words.id.bytes].state)
    assert TOLD.encode() not in at_hub(province)
    assert slip.seal is not None
    assert slip.seal.encode() in at_hub(province)

    # Made unknown, the learner stays a count: what was sent of them goes all the same.
    other = add_learner(first.workspace, "บุญยืน")
    again = send(first.workspace, other)
    seal = read(first.workspace, again)[0].seal
    AnonymisingService(first.workspace).anonymise([other], "พ้นเวลา")
    gone(first, again, seal)
    with first.workspace.read() as session:
        assert session.get(Learner, other) is None
    province.close()


if __name__ == "__main__":
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(near_hub, "make_workspace", with_tables)
        main(Path(sys.argv[1]))
