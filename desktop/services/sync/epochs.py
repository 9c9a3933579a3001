"""A new epoch: how a laptop goes on where it may have given out numbers that it forgot."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.program import DeviceState
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace


@dataclass(frozen=True)
class Further:
    """How far this laptop is known to have come, from outside its database."""

    epoch: int
    next_code: int
    next_number: int
    last_stamp: bytes


def begin_epoch(workspace: Workspace, further: Further | None = None) -> None:
    """Go on where no number was given before: in a new epoch, behind what is known to be out.

    Args:
        workspace: of the copy that goes on.
        further: how far the same laptop had come; None where that cannot be known.
    """
    with workspace.database.read() as session:
        device = session.get_one(DeviceState, 1)
        epoch, next_code = device.epoch, device.next_code
    store = DesktopStore(workspace)
    store.restart(max(epoch, further.epoch if further is not None else 0) + 1, store.link())
    if further is None:
        return
    with workspace.database.write(applying=True) as session:
        device = session.get_one(DeviceState, 1)
        # How far the codes had gone is known: none need be skipped.
        device.next_code = max(next_code, further.next_code)
        device.next_number = max(device.next_number, further.next_number)
        device.last_stamp = max(device.last_stamp, further.last_stamp)
