"""Anchors of the laptops' audit entries: how far each had come, and who has rewritten their own.

An anchor that came stays among the changes, and a second one with the same number never takes its
place here: both are kept as evidence, and the laptop is marked.
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Connection

from sync.hub.feed import change_of
from sync.hub.tables import centre, change, record
from sync.protocol import Value
from sync.stamps import stamp_device

_LEAST: Final = 8  # letters of a laptop's id that an anchor names

KIND: Final = "audit_anchor"

REWRITTEN: Final = "rewritten"
"""The same number twice with different hashes."""
SET_BACK: Final = "set_back"
"""A number that is not above the one before, although no older copy was put back."""
FOREIGN: Final = "foreign"
"""An anchor in the name of another laptop, or not an anchor at all."""


class AnchorLine(msgspec.Struct, frozen=True):
    """One anchor as it came; `problem` is empty, or one of the codes above."""

    device: str  # hex, of the laptop that set it
    centre: str  # hex
    epoch: int
    number: int
    chain: str  # base64, the first 12 bytes of the entry's hash
    at_ms: int
    problem: str


def read_anchors(connection: Connection, device: bytes | None = None) -> list[AnchorLine]:
    """Every anchor, by laptop, in the order in which the laptop set them."""
    rows = connection.execute(
        # By way of the records' index of kinds: the changes of a province are many.
        sa.select(change)
        .select_from(
            centre.join(
                record,
                (record.c.province == centre.c.province)
                & (record.c.centre == centre.c.centre)
                & (record.c.kind == KIND),
            ).join(
                change,
                (change.c.province == record.c.province)
                & (change.c.centre == record.c.centre)
                & (change.c.record == record.c.record),
            )
        )
        .where(change.c.kind == KIND)
        .order_by(change.c.centre, change.c.device, change.c.epoch, change.c.seq)
    )
    chains: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    highest: dict[tuple[str, int], int] = {}
    known: dict[bytes, dict[str, Value]] = {}
    found: list[AnchorLine] = []
    for row in rows:
        made = change_of(connection, row)
        # An edit of an anchor names only what it changed: no honest program makes one.
        values = {**known.get(made.record, {}), **{n: e.value for n, e in made.fields.items()}}
        known[made.record] = values
        whole = _whole(values)
        origin = stamp_device(made.stamp).hex()
        problem = FOREIGN if whole is None or not _is_short_of(values.get("device"), origin) else ""
        epoch, number, chain, at = whole or (made.epoch, 0, "", 0)
        if not problem:
            chains[(origin, epoch, number)].add(chain)
            # A laptop that was restored offers again what it holds, of others too: the same words.
            if (made.device.hex(), made.epoch) == (origin, epoch):
                if number <= highest.get((origin, epoch), 0):
                    problem = SET_BACK
                highest[(origin, epoch)] = max(number, highest.get((origin, epoch), 0))
        found.append(
            AnchorLine(
                device=made.device.hex() if problem == FOREIGN else origin,
                centre=bytes(row.centre).hex(),
                epoch=epoch,
                number=number,
                chain=chain,
                at_ms=at * 1000,
                problem=problem,
            )
        )
    rewritten = {key for key, versions in chains.items() if len(versions) > 1}
    lines = [
        msgspec.structs.replace(line, problem=REWRITTEN)
        if (line.device, line.epoch, line.number) in rewritten and line.problem != FOREIGN
        else line
        for line in found
    ]
    return [line for line in lines if device is None or line.device == device.hex()]


def _is_short_of(device: Value | None, origin: str) -> bool:
    return isinstance(device, str) and len(device) >= _LEAST and origin.startswith(device)


def _whole(values: dict[str, Value]) -> tuple[int, int, str, int] | None:
    epoch, number = values.get("epoch"), values.get("number")
    chain, at = values.get("chain"), values.get("at")
    if (
        isinstance(epoch, int)
        and isinstance(number, int)
        and isinstance(chain, str)
        and isinstance(at, int)
    ):
        return epoch, number, chain, at
    return None


def tampered(connection: Connection) -> frozenset[str]:
    """The laptops, in hex, of which an anchor does not fit the ones before."""
    return frozenset(line.device for line in read_anchors(connection) if line.problem)
