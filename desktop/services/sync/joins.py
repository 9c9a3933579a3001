"""Records of one thing that two laptops joined without seeing each other: one stands for all."""

from __future__ import annotations

import logging
from typing import Any
from uuid import UUID

from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.services.workspace import Workspace
from sync.merge import survivor
from sync.policy import MERGED_INTO

_log = logging.getLogger(__name__)


def settle_joins(workspace: Workspace) -> int:
    """Let each joined record point at the one that stands for all; how many were set.

    Two laptops may join a pair in opposite directions, which would hide both of it; then the
    smallest id stands. Or one joins to a record that the other joined on, whose papers nobody
    would look for. Every laptop sets the same, so nothing of it is a conflict.
    """
    return sum(
        _settle(workspace, cls)
        for cls in synced_classes().values()
        if MERGED_INTO in fields_of(cls)
    )


def _settle(workspace: Workspace, cls: Any) -> int:
    with workspace.database.read() as session:
        leads = {
            row[0].bytes: row[1].bytes
            for row in session.execute(
                select(cls.id, cls.merged_into).where(cls.merged_into.is_not(None))
            )
        }
    wrong: dict[UUID, UUID | None] = {}
    for record, target in leads.items():
        stands = survivor(record, leads.get)
        wanted = None if stands == record else stands
        if wanted != target:
            wrong[UUID(bytes=record)] = UUID(bytes=wanted) if wanted else None
    count = 0
    for record_id, wanted_id in sorted(wrong.items()):
        try:
            with workspace.database.write() as session:
                session.get_one(cls, record_id).merged_into = wanted_id
            count += 1
        except UserError as error:
            _log.warning("%s stays joined as it is: %s", record_id, error.code)
    return count
