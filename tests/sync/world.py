"""A hub and laptops in one process, with a link between them that can be made to fail."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from enum import Enum
from random import Random

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.bundle import make_bundle, take_receipt, wrap_requests
from sync.engine import Engine
from sync.envelope import pack_answer, seal_enrolment, seal_request, unpack_answer
from sync.errors import Offline, Rejected
from sync.hub.database import Database
from sync.hub.records import read_records
from sync.hub.service import Hub
from sync.memory import MemoryStore
from sync.merge import Conflict, RecordState, conflicts
from sync.pace import FIRST_BYTES
from sync.parcel import Carried, own_requests, read_carried
from sync.ports import Remote
from sync.protocol import EnrolAnswer, EnrolRequest, SyncAnswer, SyncRequest
from sync.roster import Roster, ask_roster, read_roster
from sync.sealing import public_sealing_key
from sync.turn import Summary
from tests.sync.hub_keys import hub_keys

START_MS = 1_795_000_000_000


class Fault(Enum):
    """What happens to the next request on the link."""

    NONE = "none"
    LOST_REQUEST = "lost request"
    LOST_ANSWER = "lost answer"
    LATE_DUPLICATE = "late duplicate"


class Clock:
    """True time, moved by hand."""

    def __init__(self) -> None:
        self.ms = START_MS

    def __call__(self) -> int:
        return self.ms


class LocalClock:
    """A laptop's own clock: true time and an error."""

    def __init__(self, true: Clock) -> None:
        self._true = true
        self.error_ms = 0

    def __call__(self) -> int:
        return self._true.ms + self.error_ms


_TINY = 80  # bytes of a turn: a change or two


class FaultyLink:
    """A remote that talks to the hub directly and fails as told."""

    def __init__(self, hub: Hub, device: bytes, key: Ed25519PrivateKey) -> None:
        self._hub = hub
        self._device = device
        self._key = key
        self.faults: list[Fault] = []
        self.while_sending: Callable[[], None] | None = None
        self.bytes_up = 0
        self.bytes_down = 0
        self.requests: list[bytes] = []

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """One turn, or the fault that is next."""
        sealed = seal_request(request, request_no, self._device, self._key, self._hub.identity)
        self.requests.append(sealed)
        self.bytes_up += len(sealed)
        fault = self.faults.pop(0) if self.faults else Fault.NONE
        if self.while_sending is not None:
            self.while_sending()
        if fault is Fault.LOST_REQUEST:
            raise Offline("offline", reason=fault.value)
        answer = pack_answer(self._hub.sync(sealed))
        if fault is Fault.LOST_ANSWER:
            raise Offline("offline", reason=fault.value)
        self.bytes_down += len(answer)
        return unpack_answer(answer)


class PairedLink:
    """The same link, taking a second request while the first one's answer is awaited."""

    def __init__(self, link: FaultyLink) -> None:
        self._link = link
        self._broken = False
        self._behind = 0  # answers not yet taken
        self.most_in_flight = 0
        self.crossed = 0

    @property
    def bytes_up(self) -> int:
        """As the link counts them."""
        return self._link.bytes_up

    @property
    def bytes_down(self) -> int:
        """As the link counts them."""
        return self._link.bytes_down

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """One turn alone."""
        return self.start(request, request_no)()

    def start(self, request: SyncRequest, request_no: int) -> Callable[[], SyncAnswer]:
        """The hub hears it at once, unless the connection broke; the answer may be lost."""
        if self._broken:
            raise Offline("offline", reason="broken")
        outcome: SyncAnswer | Exception
        before = self._link.bytes_up + self._link.bytes_down
        try:
            outcome = self._link.turn(request, request_no)
        except Offline as error:
            outcome = error
            # A request that was lost takes the connection with it.
            self._broken = error.values.get("reason") == Fault.LOST_REQUEST.value
        except Rejected as error:
            outcome = error
        self.crossed += self._link.bytes_up + self._link.bytes_down - before
        self._behind += 1
        self.most_in_flight = max(self.most_in_flight, self._behind)

        def answer() -> SyncAnswer:
            self._behind -= 1
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        return answer

    def renew(self) -> None:
        """A new connection."""
        self._broken = False
        self._behind = self.crossed = 0


class Laptop:
    """A store, its link and its engine.

    Attributes:
        store: replaced when the laptop is restored from a copy.
        carried: signed requests of others, kept for the hub.
        receipts: the hub's receipt files for others.
    """

    def __init__(self, store: MemoryStore, link: FaultyLink, clock: LocalClock) -> None:
        self.store = store
        self.link = link
        self.clock = clock
        self.carried: list[Carried] = []
        self.receipts: dict[bytes, bytes] = {}

    def sync(self, *faults: Fault, paired: bool = False) -> Summary:
        """Run the engine once; the first requests suffer the faults.

        `paired` sends a second small turn while the first one's answer is awaited.
        """
        self.link.faults = list(faults)
        link: Remote = PairedLink(self.link) if paired else self.link
        first = _TINY if paired else FIRST_BYTES
        return Engine(self.store, link, self.clock, sleep=_no_sleep, first_bytes=first).run(
            allow_mass_deletion=True
        )


class World:
    """One hub with one centre, in memory unless a database URL is given."""

    def __init__(self, url: str = "sqlite://", seed: int = 1) -> None:
        self.random = Random(seed)
        self.clock = Clock()
        database = Database(url, hub_keys())
        try:
            self.hub = Hub(database, self.clock)
        except BaseException:
            database.close()  # nobody else knows of its connections
            raise
        self.centre = self.hub.add_centre("แม่สวด", "580604")
        self.laptops: list[Laptop] = []

    def join(self, letters: str = "MB", centre: bytes | None = None) -> Laptop:
        """A new laptop, enrolled."""
        clock = LocalClock(self.clock)
        device, key, answer = self.enrol(letters, centre)
        store = MemoryStore(device, clock, answer.hub, self.random.randbytes(16))
        laptop = Laptop(store, FaultyLink(self.hub, device, key), clock)
        self.laptops.append(laptop)
        return laptop

    def enrol(
        self, letters: str = "MB", centre: bytes | None = None
    ) -> tuple[bytes, Ed25519PrivateKey, EnrolAnswer]:
        """A new device's id, key and the hub's answer."""
        key = Ed25519PrivateKey.from_private_bytes(self.random.randbytes(32))
        device = self.random.randbytes(8)
        request = EnrolRequest(
            self.hub.make_code(centre or self.centre),
            device,
            key.public_key().public_bytes_raw(),
            "เครื่องที่บ้าน",
            letters,
            b"",
            public_sealing_key(key),
        )
        return device, key, self.hub.enrol(seal_enrolment(request, key))

    def cloned(self, laptop: Laptop) -> Laptop:
        """A second laptop out of a copied disk: the same device and key."""
        clock = LocalClock(self.clock)
        store = laptop.store.copied()
        store.clock = clock
        key = laptop.link._key
        twin = Laptop(store, FaultyLink(self.hub, store.device, key), clock)
        self.laptops.append(twin)
        return twin

    def bundle(self, laptop: Laptop) -> bytes:
        """What a laptop would put on a stick."""
        hub_seal_key = public_sealing_key(self.hub._key)
        content, _count = make_bundle(laptop.store, laptop.link._key, hub_seal_key, laptop.clock())
        return content

    def take_receipt(self, laptop: Laptop, content: bytes) -> Summary:
        """Give a laptop a receipt file."""
        engine = Engine(laptop.store, laptop.link, laptop.clock)
        hub_key = self.hub._key.public_key().public_bytes_raw()
        return take_receipt(content, laptop.store, engine, laptop.link._key, hub_key)

    def roster(self) -> Roster:
        """Who belongs to the centre, as the hub signs it now."""
        link = self.laptops[0].link
        packed = self.hub.roster(ask_roster(link._device, link._key, self.hub.identity))
        hub_key = self.hub._key.public_key().public_bytes_raw()
        return read_roster(packed, hub_key, self.hub.identity, self.centre)

    def near_visit(self, giver: Laptop, taker: Laptop) -> int:
        """Give a neighbour what waits here and what is carried; how many changes were new to it."""
        sealed, _count = own_requests(
            giver.store, giver.link._key, giver.clock(), {}, 256 << 10, 1 << 20
        )
        roster = self.roster()
        new = 0
        for each in [*sealed, *(carried.sealed for carried in giver.carried)]:
            carried = read_carried(each, roster)
            if carried.device == taker.store.device:
                continue
            new += taker.store.take_from_neighbour(carried.changes)
            taker.carried.append(carried)
        receipt = giver.receipts.get(taker.store.device)
        if receipt is not None:
            self.take_receipt(taker, receipt)
        return new

    def pass_on(self, laptop: Laptop) -> None:
        """Bring what a laptop carries for others to the hub; their receipts stay with it.

        It is carried until the hub's own news says that it is there. What the hub will not take
        as its author signed it becomes the carrier's own.
        """
        laptop.carried = [
            each for each in laptop.carried if not laptop.store.known_at_hub(each.changes)
        ]
        hub_seal_key = public_sealing_key(self.hub._key)
        for device, epoch in sorted({(each.device, each.epoch) for each in laptop.carried}):
            those = [
                each for each in laptop.carried if (each.device, each.epoch) == (device, epoch)
            ]
            requests = [each.sealed for each in those]
            content = wrap_requests(requests, self.hub.identity, device, hub_seal_key)
            try:
                receipt, answer = self.hub.accept_bundle(content)
            except Rejected:
                taken = False  # of a restored or cloned laptop
            else:
                laptop.receipts[device] = receipt
                ends = [each.changes[-1] for each in those if each.changes]
                taken = any(each.seq <= answer.accepted[each.lane] for each in ends)
            if not taken:
                laptop.store.take_over([change for each in those for change in each.changes])
                laptop.carried = [each for each in laptop.carried if each not in those]

    def record_id(self) -> bytes:
        """A new record's id."""
        return self.random.randbytes(16)

    def hub_states(self) -> dict[bytes, RecordState]:
        """Every record as the hub has it."""
        with self.hub.database.read() as connection:
            return {each.record: each.state for each in read_records(connection)}

    def hub_conflicts(self) -> list[Conflict]:
        """Every open conflict as the hub has it."""
        with self.hub.database.read() as connection:
            found = [
                conflict
                for each in read_records(connection)
                for conflict in conflicts(each.kind, each.record, each.state)
            ]
        return sorted(found, key=lambda conflict: conflict.id)

    def hub_copy(self) -> bytes:
        """The hub's database file as a backup would have it."""
        with self.hub.database.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            connection.rollback()
            return raw.serialize()

    def restore_hub(self, copy: bytes) -> None:
        """Put an old copy in the place of the hub's database."""
        with self.hub.database.engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert isinstance(raw, sqlite3.Connection)
            connection.rollback()
            raw.deserialize(copy)

    def settle(self) -> None:
        """Sync everybody without faults until nobody has news."""
        for _ in range(8):
            summaries = []
            for laptop in self.laptops:
                summaries.append(laptop.sync())
                self.pass_on(laptop)
            moved = any(s.sent or s.received or s.restarted for s in summaries)
            if not moved and not any(laptop.store.waiting() for laptop in self.laptops):
                return
        raise AssertionError("the laptops never come to rest")

    def close(self) -> None:
        """Give the database back."""
        self.hub.close()


def _no_sleep(_seconds: float) -> None:
    """Tests do not wait."""
