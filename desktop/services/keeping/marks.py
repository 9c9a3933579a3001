"""Whether the database is as far as its marks say, and what is done where it lies behind them."""

from __future__ import annotations

import logging
from typing import Final

from desktop.database import Committed
from desktop.models.program import Setting
from desktop.services import audit
from desktop.services.storage import high_water
from desktop.services.storage.high_water import HighWater, Mark
from desktop.services.sync.epochs import Further, begin_epoch
from desktop.services.workspace import Workspace

_log = logging.getLogger(__name__)

NOTICES: Final = "storage_notices"
WRITES_LOST: Final = "writes_lost"
OLD_COPY: Final = "old_copy"


def guard(workspace: Workspace) -> None:
    """Compare with the marks, begin a new epoch where something is missing, and go on marking."""
    database = workspace.database
    marks = HighWater(workspace.folder, database)
    # The marks first: another program may be writing, and its marks follow its commits.
    inner, outer = marks.read()
    state = database.standing()
    behind = high_water.ahead((inner, outer), state)
    if behind is not None:
        code = WRITES_LOST if high_water.ahead((inner,), state) else OLD_COPY
        _go_on_behind(workspace, code, behind, state)
    database.after_commit = marks.note
    marks.note(database.standing())
    workspace.marks = marks


def _go_on_behind(workspace: Workspace, code: str, mark: Mark, state: Committed) -> None:
    missing = max(mark.next_number - state.next_number, 0)
    _log.warning("%s: %d changes, %d commits", code, missing, mark.commits - state.commits)
    with workspace.database.write() as session:
        kept = session.get(Setting, ("", NOTICES))
        if kept is None:
            kept = Setting(user="", name=NOTICES, value=[])
            session.add(kept)
        kept.value = [*(kept.value or []), [code, mark.at_ms, missing]]
        audit.note(session, workspace, code, changes=missing, commits=mark.commits - state.commits)
    begin_epoch(workspace, Further(mark.epoch, mark.next_code, mark.next_number, mark.last_stamp))
