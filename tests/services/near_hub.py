"""A hub in the same process, and laptops of one centre with it, for tests of what they carry."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.models.ids import new_id
from desktop.services.all import Services
from desktop.services.sync.carrying import CarryService
from desktop.services.sync.service import SyncService
from desktop.services.workspace import Workspace
from sync.address import Way
from sync.envelope import pack_answer, seal_request, unpack_answer
from sync.errors import Offline
from sync.hub.database import Database
from sync.hub.service import Hub
from sync.identity import new_nonce, read_code, read_identity, seal_join
from sync.joining import Joined
from sync.protocol import EnrolRequest, SyncAnswer, SyncRequest
from tests.factories import NOON, Clock, make_workspace
from tests.sync.hub_keys import hub_keys


class Wire:
    """The way to the hub, without a network.

    Attributes:
        up: whether there is a link.
        posted: addresses that were posted to.
        bytes_up, bytes_down: of turns, as they are sent, without HTTP's own.
    """

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        self.up = True
        self.posted: list[str] = []
        self.bytes_up = 0
        self.bytes_down = 0

    def post(self, _way: Way, path: str, body: bytes) -> bytes:
        """What `sync.client.post_once` does."""
        self._check()
        self.posted.append(path)
        if path == "/v1/roster":
            return self.hub.roster(body)
        assert path == "/v1/bundle", path
        receipt, answer = self.hub.accept_bundle(body)
        return msgspec.msgpack.encode((receipt, answer.accepted))

    def enrol(
        self, _way: Way, code: str, request: EnrolRequest, key: Ed25519PrivateKey, _file: object
    ) -> Joined:
        """What `sync.joining.join` does."""
        self._check()
        nonce = new_nonce()
        identity = read_identity(self.hub.state_identity(nonce), nonce)
        sealed = seal_join(request, read_code(code).secret, identity, key)
        return Joined(self.hub.enrol(sealed), b"")

    def _check(self) -> None:
        if not self.up:
            raise Offline("offline", reason="test")


class WireRemote:
    """One laptop's remote over the wire."""

    def __init__(
        self, wire: Wire, _way: Way, device: bytes, key: Ed25519PrivateKey, hub: bytes
    ) -> None:
        self._wire = wire
        self._device = device
        self._key = key
        self._hub = hub
        self.bytes_up = 0
        self.bytes_down = 0

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """One turn."""
        self._wire._check()
        sealed = seal_request(request, request_no, self._device, self._key, self._hub)
        answer = pack_answer(self._wire.hub.sync(sealed))
        self._wire.bytes_up += len(sealed)
        self._wire.bytes_down += len(answer)
        return unpack_answer(answer)


class Laptop:
    """An open centre on one laptop, with its link and what it carries."""

    def __init__(self, workspace: Workspace, wire: Wire) -> None:
        self.workspace = workspace
        self.services = Services(workspace)
        self.carrying = self.services.carrying = CarryService(workspace, wire.post)
        self.sync = self.services.sync = SyncService(
            workspace,
            lambda *known: WireRemote(wire, *known),
            wire.enrol,
            after=self.carrying.keep_up,
        )

    @property
    def id(self) -> str:
        """The laptop's id in the centre."""
        return self.sync.status().device


class Province:
    """A hub with one centre, and its laptops.

    Attributes:
        hub: the hub.
        wire: the way to it.
        laptops: in the order they joined.
    """

    def __init__(self, folder: Path) -> None:
        self.clock = Clock(NOON)
        self.hub = Hub(Database("sqlite://", hub_keys()), self.clock)
        self.wire = Wire(self.hub)
        self.centre = self.hub.add_centre("ศูนย์ตัวอย่าง", "580604")
        self.laptops: list[Laptop] = []
        self._folder = folder

    def join(self) -> Laptop:
        """A laptop more, enrolled and in step."""
        number = len(self.laptops)
        workspace = make_workspace(
            self._folder / str(number), self.clock, new_id() if number else None, name=""
            if number else "ศูนย์ตัวอย่าง", user=f"ครู {number}",
        )  # fmt: skip
        laptop = Laptop(workspace, self.wire)
        self.laptops.append(laptop)
        laptop.sync.enrol("https://hub.example", self.hub.make_code(self.centre))
        laptop.sync.sync_now()
        return laptop

    def close(self) -> None:
        """Close everything."""
        for each in self.laptops:
            each.workspace.close()
        self.hub.close()


def copy_of(database: Database) -> bytes:
    """The hub's database in memory, as a backup would have it."""
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        return raw.serialize()


def put_back(database: Database, copy: bytes) -> None:
    """Put an old copy in the place of the hub's database."""
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert isinstance(raw, sqlite3.Connection)
        raw.deserialize(copy)
