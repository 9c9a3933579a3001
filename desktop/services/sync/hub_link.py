"""The hub's address and the office's proxy, as people see and change them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from desktop.models.program import DeviceState
from desktop.services import audit
from desktop.services.rights import Right, needs
from desktop.services.sync.hub_way import authority_file, keep_proxy, kept_proxy
from desktop.services.sync.roster import Enrolled, Post, enrolled, keep_roster
from desktop.services.sync.service import in_words
from desktop.services.workspace import Workspace
from sync import client
from sync.address import Way, hub_address, proxy_address, shown_proxy
from sync.errors import Rejected, SyncError
from sync.pinning import fetch_authority
from sync.protocol import Code
from sync.roster import ask_roster, read_roster

# What a hub says that never saw this laptop, or that has another key than the one joined.
_ANOTHER_HUB = frozenset({Code.UNKNOWN_DEVICE, Code.BAD_SIGNATURE, Code.WRONG_HUB})


@dataclass(frozen=True)
class HubLink:
    """How the hub is reached.

    Attributes:
        address: "" before this laptop has joined.
        proxy: host and port, without name and password; "" straight.
        unencrypted: whether plain http to another machine was allowed.
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
    """

    def __init__(self, workspace: Workspace, post: Post = client.post_once) -> None:
        self._workspace = workspace
        self._post = post

    @needs(Right.SYNC)
    def now(self) -> HubLink:
        """Return how the hub is reached."""
        with self._workspace.read() as session:
            return _link(session)

    @needs(Right.ENROL)
    def move(
        self,
        url: str,
        *,
        fingerprint: str = "",
        public: bool = False,
        unencrypted: bool = False,
    ) -> HubLink:
        """Reach the hub at another address from now on, once the same hub has answered there.

        Args:
            url: as typed.
            fingerprint: of the province's authority, where that is another one now.
            public: believe what browsers trust, and no more the province's own authority.
            unencrypted: allow plain http to another machine.

        Raises:
            UserError: `not_enrolled`; `hub_bad_address`, `hub_plain_address`, `hub_wrong_hub`,
                `offline` and what else the link says. The address stays as it was then.
        """
        own = enrolled(self._workspace)
        try:
            way = replace(own.way, address=hub_address(url), unencrypted=unencrypted)
            pinned = own.way.authority.read_bytes() if own.way.authority else b""
            if fingerprint:
                pinned = fetch_authority(way, fingerprint)
            elif public:
                pinned = b""
            way = replace(way, authority=authority_file(self._workspace, pinned))
            roster = self._asked(own, way)
        except SyncError as error:
            raise in_words(error) from error
        with self._workspace.write() as session:
            device = session.get_one(DeviceState, 1)
            device.hub_url = way.address
            device.hub = {**(device.hub or {}), "authority": pinned, "unencrypted": unencrypted}
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
        unencrypted=bool(hub.get("unencrypted")),
        pinned=bool(hub.get("authority")),
    )
