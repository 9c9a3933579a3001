"""How changes made here are stamped and queued: the sync package's rules."""

from __future__ import annotations

from desktop.models.capture import SyncRules
from sync.kinds import Lane, lane
from sync.stamps import next_stamp


def sync_rules() -> SyncRules:
    """The rules that every open database of this program works by."""
    return SyncRules(next_stamp, lane, len(Lane))
