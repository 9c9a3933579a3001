"""Somebody with a trace everywhere, and what is left of them after erasing."""

from __future__ import annotations

from uuid import UUID

import sqlalchemy as sa
from sqlalchemy import text

from desktop.models.plan import Goal, Plan
from desktop.services.documents.service import DocumentService
from desktop.services.learners.service import LearnerService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.workspace import Workspace
from sync.hub import rotation
from sync.hub.vault import unseal
from tests.factories import add_learner, national_number, picture
from tests.services.near_hub import Laptop, Province

CANARY = "กระรอกบินลายจุด"


PHOTO = picture(CANARY.encode() * 50)


def everything(workspace: Workspace) -> bytes:
    """Every value of every table, the index's own included."""
    found = bytearray()
    with workspace.database.read() as session:
        tables = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        for table in list(tables.scalars()):
            for row in session.execute(text(f'SELECT * FROM "{table}"')):
                for value in row:
                    found += value if isinstance(value, bytes) else str(value).encode()
    return bytes(found)


def at_hub(province: Province) -> bytes:
    """Every value that the hub holds, opened where it is sealed."""
    found = bytearray()
    with province.hub.database.read() as connection:
        for table in ("change", "record", "set_aside", "held"):
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"'):
                for value in row:
                    found += value if isinstance(value, bytes) else str(value).encode()
        for field in rotation._FIELDS:
            for sealed in connection.execute(sa.select(field.column.table)):
                content = bytes(sealed._mapping[field.column] or b"")
                if content:
                    found += unseal(connection, field.place(sealed), content)
    return bytes(found)


def register(workspace: Workspace) -> UUID:
    """Somebody with all that a person can have."""
    learner_id = add_learner(
        workspace, CANARY, nickname=CANARY, national_id=national_number(), note=CANARY, village="3"
    )
    with workspace.write() as session:
        plan = Plan(learner_id=learner_id, dream=CANARY)
        session.add_all([plan, Goal(plan_id=plan.id, text=CANARY)])
    DocumentService(workspace).add(learner_id, PHOTO, {"title": CANARY}, as_photo=True)
    LearnerService(workspace).edit(learner_id, {"note": CANARY + "อีกครั้ง"})
    return learner_id


def sync(*laptops: Laptop) -> None:
    for _ in range(2):
        for each in laptops:
            each.sync.sync_now(allow_mass_deletion=True)


def erase(laptop: Laptop, learner_id: UUID) -> None:
    ErasureService(laptop.workspace).erase(learner_id, "ผู้ปกครองขอให้ลบ")
