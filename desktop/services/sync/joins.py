"""Records of one person that two laptops joined without seeing each other: one stands for all."""

from __future__ import annotations

import logging
from uuid import UUID

from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.people import Learner
from desktop.services.workspace import Workspace
from sync.merge import survivor

_log = logging.getLogger(__name__)


def settle_joins(workspace: Workspace) -> int:
    """Let each joined record point at the one that stands for the person; how many were set.

    Two laptops may join a pair in opposite directions, which would hide both of it; then the
    smallest id stands. Or one joins to a record that the other joined on, whose papers nobody
    would look for. Every laptop sets the same, so nothing of it is a conflict.
    """
    with workspace.read() as session:
        leads = {
            row[0].bytes: row[1].bytes
            for row in session.execute(
                select(Learner.id, Learner.merged_into).where(Learner.merged_into.is_not(None))
            )
            if row[1] is not None
        }
    wrong: dict[UUID, UUID | None] = {}
    for record, target in leads.items():
        stands = survivor(record, leads.get)
        wanted = None if stands == record else stands
        if wanted != target:
            wrong[UUID(bytes=record)] = UUID(bytes=wanted) if wanted else None
    count = 0
    for learner_id, wanted_id in sorted(wrong.items()):
        try:
            with workspace.database.write() as session:
                learner = session.get_one(Learner, learner_id)
                learner.merged_into = wanted_id
            count += 1
        except UserError as error:
            _log.warning("%s stays joined as it is: %s", learner_id, error.code)
    return count
