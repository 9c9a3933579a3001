"""Changes of a file that cannot stand at the hub under their own numbers.

A laptop that was put back gives its numbers to other changes, and a hub that was put back lacks
what came before. An ordinary turn tells the laptop to go on in a new epoch. Who brings a file
may have all that is left of a laptop: so it is taken in, under numbers that nobody gave out.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any, Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.hub.feed import change_of
from sync.hub.keeping import is_aside
from sync.hub.scope import Caller, within
from sync.hub.tables import change, set_aside
from sync.merge import same_change
from sync.protocol import Change

_AT_ONCE: Final = 200


def not_here(connection: Connection, caller: Caller, changes: Sequence[Change]) -> list[Change]:
    """Those of the changes that are here under no number at all, each once."""
    here: dict[tuple[bytes, bytes], list[Change]] = defaultdict(list)
    aside: dict[tuple[bytes, bytes], list[Any]] = defaultdict(list)
    for at in range(0, len(changes), _AT_ONCE):
        step = changes[at : at + _AT_ONCE]
        stamps = {each.stamp for each in step}
        rows = connection.execute(
            sa.select(change).where(
                within(change, caller.scope),
                change.c.record.in_({each.record for each in step}),
                change.c.stamp.in_(stamps),
            )
        )
        for each in [change_of(connection, row) for row in rows.all()]:
            here[each.record, each.stamp].append(each)
        put = sa.select(set_aside).where(
            within(set_aside, caller.scope),
            set_aside.c.device == caller.device,
            set_aside.c.stamp.in_(stamps),
        )
        for row in connection.execute(put).all():
            aside[bytes(row.record), bytes(row.stamp)].append(row)
    found = []
    for each in changes:
        those = here[each.record, each.stamp]
        if any(same_change(one, each) for one in those):
            continue
        if any(is_aside(connection, row, each) for row in aside[each.record, each.stamp]):
            continue
        those.append(each)
        found.append(each)
    return found


def renumbered(changes: Sequence[Change], epoch: int) -> tuple[list[Change], dict[int, int]]:
    """The changes under numbers of another epoch, and how many those are in each lane."""
    counted: Counter[int] = Counter()
    found = []
    for each in changes:
        counted[each.lane] += 1
        found.append(msgspec.structs.replace(each, epoch=epoch, seq=counted[each.lane]))
    return found, dict(counted)
