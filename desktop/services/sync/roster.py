"""The laptops of the centre as the hub signed them, kept here for when there is no link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.orm import Session

from desktop.models.program import DeviceState, Setting
from desktop.services.sync.hub_way import way_to_hub
from desktop.services.workspace import Workspace
from sync import client, roster
from sync.address import Way
from sync.parcel import newest_roster

ROSTER_MS: Final = 24 * 60 * 60 * 1000
"""How old a roster grows before the hub is asked for a new one."""
_KEPT: Final = "sync.roster"

Post = Callable[[Way, str, bytes], bytes]
"""Sends bytes to a path at the end of a way, gives the answer's; as `sync.client.post_once`."""


@dataclass(frozen=True)
class LaptopRow:
    """A laptop of the centre; `device` is its id as the commands take it."""

    device: str
    letters: str
    here: bool
    revoked: bool


@dataclass(frozen=True)
class Enrolled:
    """What this laptop needs to speak for itself."""

    way: Way
    device: bytes
    key: Ed25519PrivateKey
    hub: bytes
    scope: bytes
    hub_key: bytes
    hub_seal_key: bytes
    roster: bytes


def enrolled(workspace: Workspace) -> Enrolled:
    """Return who this laptop is to its hub.

    Raises:
        UserError: `not_enrolled`.
    """
    with workspace.read() as session:
        way = way_to_hub(workspace, session)
        device = session.get_one(DeviceState, 1)
        kept = session.get(Setting, ("", _KEPT))
    hub: dict[str, Any] = device.hub or {}
    return Enrolled(
        way=way,
        device=device.device,
        key=Ed25519PrivateKey.from_private_bytes(device.signing_key),
        hub=hub["id"],
        scope=hub["scope"],
        hub_key=device.hub_key or b"",
        hub_seal_key=hub.get("seal_key") or b"",
        roster=kept.value if kept is not None else b"",
    )


def refresh_roster(workspace: Workspace, post: Post = client.post_once) -> roster.Roster:
    """Ask the hub who belongs to the centre, and keep the answer.

    Raises:
        UserError: `not_enrolled`. sync.errors: as the link raises them.
    """
    own = enrolled(workspace)
    question = roster.ask_roster(own.device, own.key, own.hub)
    packed = post(own.way, "/v1/roster", question)
    read = roster.read_roster(packed, own.hub_key, own.hub, own.scope)
    keep_roster(workspace, packed)
    return read


def keep_roster(workspace: Workspace, packed: bytes) -> None:
    """Keep a roster where it is newer than the one that is kept.

    Raises:
        sync.errors.Rejected, Malformed: it is not the hub's.
    """
    own = enrolled(workspace)
    if newest_roster((own.roster, packed), own.hub_key, own.hub, own.scope) == own.roster:
        return
    with workspace.write() as session:
        _keep(session, packed)


def kept_roster(own: Enrolled) -> roster.Roster | None:
    """Return the roster kept here, None before the first."""
    if not own.roster:
        return None
    return roster.read_roster(own.roster, own.hub_key, own.hub, own.scope)


def laptops(own: Enrolled) -> list[LaptopRow]:
    """Return the laptops of the centre as far as they are known here, by their letters."""
    known = kept_roster(own)
    return [
        LaptopRow(each.device.hex(), each.letters, each.device == own.device, each.revoked)
        for each in (known.members if known else ())
    ]


def _keep(session: Session, packed: bytes) -> None:
    kept = session.get(Setting, ("", _KEPT))
    if kept is None:
        kept = Setting(user="", name=_KEPT)
        session.add(kept)
    kept.value = packed
