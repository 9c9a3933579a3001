"""The hub's address and the office's proxy, as people see and change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desktop.models.program import DeviceState
from desktop.services import audit
from desktop.services.rights import Right, needs
from desktop.services.sync.hub_way import authority_file, keep_proxy, kept_proxy, plain_hub
from desktop.services.sync.roster import Enrolled, Post, enrolled, keep_roster
from desktop.services.sync.service import in_words
from desktop.services.workspace import Workspace
from sync import client
from sync.address import Way, hub_address, proxy_address, shown_proxy
from sync.errors import Rejected, SyncError
from sync.identity import Identity
from sync.joining import identify
from sync.protocol import Code
from sync.roster import ask_roster, read_roster

Identifying = Callable[[Way], Identity]
"""Asks a hub who it is, as `sync.joining.identify`."""

# What a hub says that never saw this laptop, or that has another key than the one joined.
_ANOTHER_HUB = frozenset({Code.UNKNOWN_DEVICE, Code.BAD_SIGNATURE, Code.WRONG_HUB})


@dataclass(frozen=True)
class HubLink:
    """How the hub is reached.

    Attributes:
        address: "" before this laptop has joined.
        proxy: host and port, without name and password; "" straight.
        unencrypted: whether what is sent can be read on the way: plain http to another machine.
        pinned: whether only the province's own authority is believed.
    """

    address: str
    proxy: str
    unencrypted: bool
    pinned: bool


class HubLinkService:
    """The way to the hub, shown and changed.

    Args:
        workspace: the open centre.
        post: the way to the hub; a test gives its own.
        asking: asks a hub who it is; likewise.
    """

    def __init__(
        self,
        workspace: Workspace,
        post: Post = client.post_once,
        asking: Identifying = identify,
    ) -> None:
        self._workspace = workspace
        self._post = post
        self._asking = asking

    @needs(Right.SYNC)
    def now(self) -> HubLink:
        """Return how the hub is reached."""
        with self._workspace.read() as session:
            return _link(session)

    @needs(Right.ENROL)
    def move(self, url: str, *, unencrypted: bool = False) -> HubLink:
        """Reach the hub at another address from now on, once the same hub has answered there.

        Who vouches for its certificate now, the hub says itself, signed with the key that this
        laptop joined; so the same address may be given again after a change of certificates.

        Args:
            url: as typed.
            unencrypted: allow plain http to another machine.

        Raises:
            UserError: `not_enrolled`; `hub_bad_address`, `hub_plain_address`, `hub_wrong_hub`,
                `offline` and what else the link says. The address stays as it was then.
        """
        own = enrolled(self._workspace)
        try:
            way = replace(own.way, address=hub_address(url), unencrypted=unencrypted)
            pinned = self._vouching(own, way)
            way = replace(way, authority=authority_file(self._workspace, pinned))
            roster = self._asked(own, way)
        except SyncError as error:
            raise in_words(error) from error
        with self._workspace.write() as session:
            device = session.get_one(DeviceState, 1)
            device.hub_url = way.address
            device.hub = {**(device.hub or {}), "authority": pinned}
            audit.note(session, self._workspace, "hub_moved", address=way.address)
        keep_roster(self._workspace, roster)
        return self.now()

    @needs(Right.SYNC)
    def set_proxy(self, typed: str) -> HubLink:
        """Go through a proxy from now on, or straight with "".

        Raises:
            UserError: `hub_bad_proxy`.
        """
        try:
            proxy = proxy_address(typed)
        except Rejected as error:
            raise in_words(error) from error
        with self._workspace.write() as session:
            keep_proxy(session, proxy)
            audit.note(session, self._workspace, "proxy_set", proxy=shown_proxy(proxy))
            return _link(session)

    def _vouching(self, own: Enrolled, way: Way) -> bytes:
        """The authority (PEM) that the hub joined vouches for; what is pinned, for an older hub."""
        try:
            told = self._asking(way)
        except Rejected as refusal:
            if refusal.code != "outdated":
                raise
            return own.way.authority.read_bytes() if own.way.authority else b""
        if told.hub_key != own.hub_key:
            raise Rejected(Code.WRONG_HUB)
        return told.authority

    def _asked(self, own: Enrolled, way: Way) -> bytes:
        """The roster of the centre, by whose signature the hub is known again."""
        try:
            packed = self._post(way, "/v1/roster", ask_roster(own.device, own.key, own.hub))
            read_roster(packed, own.hub_key, own.hub, own.scope)
        except Rejected as refusal:
            if refusal.code in _ANOTHER_HUB:
                raise Rejected(Code.WRONG_HUB) from refusal
            raise
        return packed


def _link(session: Session) -> HubLink:
    device = session.get_one(DeviceState, 1)
    hub = device.hub or {}
    return HubLink(
        address=device.hub_url or "",
        proxy=shown_proxy(kept_proxy(session)),
        unencrypted=bool(plain_hub(session)),
        pinned=bool(hub.get("authority")),
    )
