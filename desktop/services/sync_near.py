"""The near link: serving the villages' laptops from the office, and going to such an office."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from desktop.errors import StorageError, UserError
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.sync_carrying import CarryService
from desktop.services.sync_roster import Post, enrolled, keep_roster, kept_roster
from desktop.services.sync_service import in_words
from desktop.services.workspace import Workspace
from sync import client, errors
from sync.near.serving import DEFAULT_PORT, NearServer
from sync.parcel import Place
from sync.protocol import Code
from sync.stamps import DEVICE_BYTES

PARCEL_BYTES: Final = 512 << 10
_HUB_BYTES: Final = 16
_MOST_TURNS: Final = 1_000


@dataclass(frozen=True)
class NearReport:
    """What one visit at a neighbour did; `receipts` are the hub's, brought by it."""

    neighbour: str
    sent: int
    received: int
    receipts: int
    requests: int


class NearService:
    """Serves neighbours while it is told to, and visits one by its address. Off by default.

    Args:
        workspace: the open centre.
        carrying: what is exchanged.
        post: the way to a neighbour; a test gives its own.
    """

    def __init__(
        self, workspace: Workspace, carrying: CarryService, post: Post = client.post_once
    ) -> None:
        self._workspace = workspace
        self._carrying = carrying
        self._post = post
        self._server: NearServer | None = None

    @property
    @open_to_all
    def port(self) -> int:
        """Where neighbours are served, 0 while they are not."""
        return self._server.port if self._server is not None else 0

    @needs(Right.NEAR)
    # Neighbours on any of the local networks are who it serves.
    def start(self, host: str = "0.0.0.0", port: int = DEFAULT_PORT) -> int:  # nosec B104
        """Serve neighbours from now on; the port.

        Raises:
            UserError: `not_enrolled`. StorageError: `near_port_taken`.
        """
        enrolled(self._workspace)
        if self._server is None:
            server = NearServer(self)
            try:
                server.start(host, port)
            except OSError as error:
                raise StorageError("near_port_taken", port=port) from error
            self._server = server
        return self.port

    @open_to_all
    def stop(self) -> None:
        """Serve no longer."""
        if self._server is not None:
            self._server.stop()
            self._server = None

    @needs(Right.SYNC)
    def hello(self) -> bytes:
        """Say who answers here: hub, device, and the centre's laptops as the hub signed them."""
        own = enrolled(self._workspace)
        return own.hub + own.device + own.roster

    @needs(Right.SYNC)
    def exchange(self, content: bytes) -> bytes:
        """Take a neighbour's parcel, and give it what it lacks.

        Raises:
            sync.errors: as `CarryService.take_parcel`; nothing was taken then.
        """
        opened, _taken = self._carrying.take_parcel(content)
        have = _have(opened.parcel.have)
        return self._carrying.parcel_for(opened.sender, have, PARCEL_BYTES)[0]

    @needs(Right.NEAR)
    def visit(self, address: str) -> NearReport:
        """Give a neighbour what it lacks, and take what it has. The hub has nothing by that yet.

        Raises:
            UserError: `not_enrolled`, `offline`, `near_bad_address`, `hub_wrong_hub`,
                `hub_revoked`, `hub_unknown_device`, `near_itself`, `mass_deletion`.
        """
        url = _address(address)
        try:
            return self._visit(url)
        except errors.SyncError as error:
            raise in_words(error) from error

    def _visit(self, url: str) -> NearReport:
        neighbour = self._greet(url)
        have: dict[Place, int] = {}
        known = False
        sent = received = receipts = 0
        for turn in range(1, _MOST_TURNS):
            # The first parcel is empty: its answer says how far the neighbour has everything.
            content, count = self._carrying.parcel_for(
                neighbour, have, PARCEL_BYTES if known else 0
            )
            answer = self._post(url + "/v1/near", content, None)
            opened, taken = self._carrying.take_parcel(answer)
            if opened.sender != neighbour:
                raise errors.Rejected(Code.UNKNOWN_DEVICE)
            sent += count if known else 0
            received += taken.received
            receipts = max(receipts, taken.receipts)
            now = _have(opened.parcel.have)
            if known and not taken.received and now == have:
                return NearReport(neighbour.hex(), sent, received, receipts, turn)
            have, known = now, True
        raise errors.Rejected(Code.HUB_FAILED, reason="no progress")

    def _greet(self, url: str) -> bytes:
        """Who answers there, of this centre by the hub's word."""
        own = enrolled(self._workspace)
        told = self._post(url + "/v1/near/hello", b"", None)
        if len(told) < _HUB_BYTES + DEVICE_BYTES or told[:_HUB_BYTES] != own.hub:
            raise errors.Rejected(Code.WRONG_HUB)
        device = told[_HUB_BYTES : _HUB_BYTES + DEVICE_BYTES]
        if device == own.device:
            raise UserError("near_itself")
        offered = told[_HUB_BYTES + DEVICE_BYTES :]
        if offered:
            keep_roster(self._workspace, offered)
        roster = kept_roster(enrolled(self._workspace))
        if roster is None:
            raise errors.Rejected(Code.UNKNOWN_DEVICE)
        return roster.find(device).device


def _have(told: tuple[tuple[bytes, int, int, int], ...]) -> dict[Place, int]:
    return {(device, epoch, lane): seq for device, epoch, lane, seq in told}


def _address(address: str) -> str:
    text = address.strip().rstrip("/")
    url = text if "://" in text else f"http://{text}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise UserError("near_bad_address", address=address) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path:
        raise UserError("near_bad_address", address=address)
    return url if port is not None or parts.scheme == "https" else f"{url}:{DEFAULT_PORT}"
