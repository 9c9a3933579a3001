"""How this laptop reaches its hub: the address, what is believed there, the office's proxy."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from sqlalchemy.orm import Session

from desktop.errors import UserError
from desktop.models.program import DeviceState, Setting
from desktop.services.workspace import Workspace
from sync.address import Way, is_plain
from sync.own_files import replace_own

_PROXY: Final = ("", "sync.proxy")


def way_to_hub(workspace: Workspace, session: Session) -> Way:
    """Return the way to the hub that this laptop has joined.

    Raises:
        UserError: `not_enrolled`.
    """
    device = session.get_one(DeviceState, 1)
    hub: dict[str, Any] = device.hub or {}
    if not device.hub_url or not hub:
        raise UserError("not_enrolled")
    # Whether it may be plain was asked when it was joined. One that joined before that was asked
    # goes on, and is told: work that stays on a laptop is lost with it.
    pinned = authority_file(workspace, hub.get("authority") or b"")
    return Way(device.hub_url, pinned, kept_proxy(session), unencrypted=True)


def plain_hub(session: Session) -> str:
    """Return the hub's address where what is sent there can be read on the way; "" else."""
    address = session.get_one(DeviceState, 1).hub_url or ""
    return address if is_plain(address) else ""


def kept_proxy(session: Session) -> str:
    """Return the proxy that every connection to the hub goes through; "" without one."""
    kept = session.get(Setting, _PROXY)
    return str(kept.value) if kept is not None else ""


def keep_proxy(session: Session, proxy: str) -> None:
    """Go through a proxy from now on, or straight with ""."""
    kept = session.get(Setting, _PROXY)
    if kept is None:
        kept = Setting(user=_PROXY[0], name=_PROXY[1])
        session.add(kept)
    kept.value = proxy


def authority_file(workspace: Workspace, pinned: bytes) -> Path | None:
    """Return the pinned authority as a file beside the database; None without one."""
    if not pinned:
        return None
    path = workspace.folder / "hub-authority.pem"
    # The database is what is trusted: whoever alters the file gains nothing.
    if not path.exists() or path.read_bytes() != pinned:
        replace_own(path, pinned)
    return path
