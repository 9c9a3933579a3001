"""Records that arrive for the first time: stored in bulk, with the changes they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import msgspec
from sqlalchemy.orm import Session

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.capture import pack_stamps, take_numbers
from desktop.models.capture_received import ReceivedRecord, add_received
from desktop.models.fields import fields_of
from desktop.models.program import DeviceState
from desktop.services.sync.values import column_type, fits, simple_type
from sync import merge, protocol
from sync.policy import ERASED
from sync.stamps import corrected_ms
from sync.texts import text_fault

_FIRST_MS, _LAST_MS = -62_135_596_800_000, 253_402_300_799_999  # the years 1 to 9999

_FIELDS = msgspec.msgpack.Encoder()


class Arrivals:
    """Gathers records unknown until now and stores them together.

    What needs a closer look is left to the caller: other than one kind, a value of a wrong type,
    a conflict or an erasure among the changes of one record.
    """

    def __init__(self, session: Session, device: DeviceState) -> None:
        self._session = session
        self._device = device
        self._classes = synced_classes()
        self._changes: list[tuple[Any, ...]] = []
        self._records: dict[type[SyncedRecord], list[ReceivedRecord]] = defaultdict(list)

    def take(self, arrived: Sequence[protocol.Change]) -> bool:
        """Take all changes of one record that is not known; False: nothing was taken."""
        first = arrived[0]
        cls = self._classes.get(first.kind)
        if len(arrived) > protocol.MAX_WRITES:
            return False
        if cls is None or any(each.kind != first.kind for each in arrived):
            return False
        if any(ERASED in each.fields or _is_wrong(each) for each in arrived):
            return False
        if len(arrived) == 1:
            values = {name: write.value for name, write in first.fields.items()}
            stamps = dict.fromkeys(first.fields, first.stamp)
        else:
            if len({(each.device, each.epoch, each.lane, each.seq) for each in arrived}) < len(
                arrived
            ):
                return False
            state = merge.fold(arrived)
            if merge.conflicts(first.kind, first.record, state):
                return False
            values = {name: field.value for name, field in state.items()}
            stamps = {
                name: b"".join(merge.bases_for_edit(field))
                for name, field in state.items()
                if field.heads
            }
        self._keep(cls, arrived, values, stamps)
        return True

    def store(self) -> None:
        """Store what was taken."""
        add_received(self._session, self._changes, self._records)
        self._changes = []
        self._records = defaultdict(list)

    def _keep(
        self,
        cls: type[SyncedRecord],
        arrived: Sequence[protocol.Change],
        values: Mapping[str, Any],
        stamps: dict[str, bytes],
    ) -> None:
        columns = fields_of(cls)
        number = take_numbers(self._device, len(arrived))
        self._changes += [self._change(each, number + at) for at, each in enumerate(arrived)]
        unknown = {name: value for name, value in values.items() if name not in columns}
        oldest, newest = arrived[0], arrived[0]
        if len(arrived) > 1:
            oldest = min(arrived, key=lambda each: each.stamp)
            newest = max(arrived, key=lambda each: (not each.doubtful, each.stamp))
        self._records[cls].append(
            ReceivedRecord(
                oldest.record,
                {
                    name: value
                    for name, value in values.items()
                    if value is not None and name in columns
                },
                pack_stamps(stamps),
                oldest.stamp,
                _moment(oldest),
                oldest.author or None,
                _moment(newest),
                newest.author or None,
                number + len(arrived) - 1,
                _FIELDS.encode(unknown) if unknown else None,
            )
        )

    def _change(self, change: protocol.Change, number: int) -> tuple[Any, ...]:
        """The row of the change log, in the order of its columns."""
        return (
            number,
            change.record,
            change.kind,
            _FIELDS.encode(
                {name: (write.value, write.bases, None) for name, write in change.fields.items()}
            ),
            True,
            change.device,
            change.epoch,
            change.lane,
            change.seq,
            change.stamp,
            change.stamp,
            change.wall_ms,
            change.offset_ms,
            change.author or None,
            None,
            change.device != self._device.device,
            True,
            change.doubtful,
        )


def _moment(change: protocol.Change) -> int:
    ms = corrected_ms(change.wall_ms, change.offset_ms)
    # A clock beyond the year 9999: the stamp is what counts.
    return ms if _FIRST_MS <= ms <= _LAST_MS else 0


@cache
def _types(kind: str) -> dict[str, tuple[type | None, Any]]:
    """The type whose every value fits a field, if there is one, and its column's type."""
    cls = synced_classes()[kind]
    return {name: (simple_type(cls, name), column_type(cls, name)) for name in fields_of(cls)}


def _is_wrong(change: protocol.Change) -> bool:
    types = _types(change.kind)
    for name, write in change.fields.items():
        value = write.value
        if value is None:
            continue
        if text_fault(change.kind, name, value):
            return True
        if name not in types:
            continue
        simple, of_column = types[name]
        if type(value) is not simple and not fits(of_column, value):
            return True
    return False
