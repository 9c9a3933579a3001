"""A laptop that knows its hub by its address only, with a store in memory."""

from __future__ import annotations

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.address import Way
from sync.client import HttpRemote
from sync.engine import Engine
from sync.hub.service import wall_clock_ms
from sync.joining import join
from sync.memory import MemoryStore
from sync.protocol import EnrolRequest
from tests.sync.hub_process import hub_json, no_authority


class Station:
    """A laptop that knows its hub by URL only."""

    def __init__(self, url: str, code: str, letters: str = "MB", centre: bytes = b"") -> None:
        self.code = code
        self.key = Ed25519PrivateKey.generate()
        device = self.key.public_key().public_bytes_raw()[:8]
        self.request = EnrolRequest(
            "", device, self.key.public_key().public_bytes_raw(), "โน้ตบุ๊กศูนย์", letters, centre
        )
        self.answer = join(Way(url), code, self.request, self.key, no_authority).answer
        self.store = MemoryStore(device, wall_clock_ms, self.answer.hub)
        self.remote = HttpRemote(Way(url), device, self.key, self.answer.hub)
        self.engine = Engine(self.store, self.remote, wall_clock_ms)


def joined(database: str, url: str, letters: str = "MB", centre: bytes = b"") -> Station:
    """One of a new centre."""
    made = hub_json(database, "centre", "add", "--name", "แม่สวด", "--tambon", "580604")["centre"]
    return Station(url, hub_json(database, "enrol-code", made)["code"], letters, centre)
