"""Trains a compression dictionary on invented records: `python -m sync.dictionaries.train N`.

Writes `N.zdict` beside this file and refuses to replace one: what was compressed with a released
dictionary must stay readable.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from random import Random
from typing import Final

import msgspec
import zstandard

from sync.columns import pack_changes
from sync.dictionaries.invented import belongings, edit, learner, record_id
from sync.memory import MemoryStore
from sync.ports import LANES
from sync.protocol import Change, LaneBatch, SyncAnswer, SyncRequest

_SIZE: Final = 24 << 10
_SAMPLES: Final = 3_000
_MS: Final = 1_795_000_000_000


def samples(count: int, random: Random) -> Iterator[bytes]:
    """Requests and answers of the small sizes where a dictionary matters."""
    for number in range(count):
        now = _MS + number * 60_000
        store = MemoryStore(random.randbytes(8), partial(int, now), author=record_id(random, _MS))
        village = record_id(random, _MS)
        made: list[Change | None] = []
        record, kind, fields = learner(random, now, village, number)
        style = number % 3
        if style == 0:
            store.edit(record, kind, fields)
            made = [store.edit(record, kind, edit(random)) for _ in range(random.choice((1, 1, 2)))]
        else:
            for _ in range(random.choice((1, 2, 6))):
                record, kind, fields = learner(random, now, village, number)
                made.append(store.edit(record, kind, fields))
                if style == 2:
                    made += [store.edit(*each) for each in belongings(random, now, record)]
        changes = [change for change in made if change is not None]
        if not changes:
            continue
        batches = []
        for lane in LANES:
            own = [change for change in changes if change.lane == lane]
            if own:
                batches.append(LaneBatch(int(lane), own[0].seq, len(own), pack_changes(own)))
        yield msgspec.msgpack.encode(
            SyncRequest(1, now, random.randbytes(14), store.highest(), tuple(batches))
        )
        yield msgspec.msgpack.encode(
            SyncAnswer(now, store.highest(), random.randbytes(14), pack_changes(changes))
        )


def main() -> int:
    """Train and write."""
    target = Path(__file__).with_name(f"{int(sys.argv[1])}.zdict")
    random = Random(7)
    trained = zstandard.train_dictionary(_SIZE, list(samples(_SAMPLES, random)), level=15)
    with target.open("xb") as file:
        file.write(trained.as_bytes())
    return 0


if __name__ == "__main__":
    sys.exit(main())
