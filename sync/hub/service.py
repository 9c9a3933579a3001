"""What the hub does, one transaction each: the web server, the commands and the tests call this."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any, Final

import msgspec
import sqlalchemy as sa

from sync.bundle import bundle_sender, make_receipt, open_bundle
from sync.envelope import (
    SealedRequest,
    check_signature,
    open_enrolment,
    open_request,
    read_request,
)
from sync.errors import Malformed, Rejected
from sync.escrow import answer_kept, read_escrow, sender
from sync.hub import enrolment
from sync.hub.attempts import Attempts
from sync.hub.budget import SPENT, WITHIN, is_too_much, spend, too_much, values_of
from sync.hub.bundles import Taking, look_through
from sync.hub.database import Database
from sync.hub.escrow import (
    OpenedRecovery,
    RecoveryLine,
    keep_recovery,
    list_recoveries,
    open_recovery,
)
from sync.hub.feed import feed_of
from sync.hub.holding import (
    HeldChange,
    HeldLine,
    count_held,
    drop_held,
    held_requests,
    hold,
    list_held,
    show_held,
)
from sync.hub.overview import read_members
from sync.hub.rotation import prepare
from sync.hub.scope import Scope
from sync.hub.tables import device
from sync.hub.turns import (
    CALLER_COLUMNS,
    caller_of,
    check_request,
    notes,
    stamps_of,
    take_turn,
    work_of,
)
from sync.identity import asked_code, sign_joined, state_identity
from sync.protocol import MAX_CHANGES, Code, EnrolAnswer, SyncAnswer
from sync.roster import Roster, asker, check_asker, sign_roster


def wall_clock_ms() -> int:
    """Milliseconds since 1970 by this machine's clock."""
    return time.time_ns() // 1_000_000


# One update says all that is known before the turn; `new_receipts` is 1 when it brings changes,
# and the turn takes it back when none of them is new.
_CLAIM: Final = (
    sa.update(device)
    .where(
        device.c.device == sa.bindparam("of"),
        device.c.request_no < sa.bindparam("number"),
        device.c.revoked_ms.is_(None),
        WITHIN,
    )
    .values(
        request_no=sa.bindparam("number"),
        seen_ms=sa.bindparam("seen_ms"),
        waiting=sa.bindparam("waiting"),
        clock_off_ms=sa.bindparam("clock_off_ms"),
        **SPENT,
        epoch=sa.case(
            (device.c.epoch < sa.bindparam("in_epoch"), sa.bindparam("in_epoch")),
            else_=device.c.epoch,
        ),
        receipts=device.c.receipts + sa.bindparam("new_receipts"),
    )
    .returning(*CALLER_COLUMNS)
)
# Changes held of a revoked laptop out of the file that somebody brings.
MOST_HELD_BY_HAND: Final = 100_000
# What looking at a revoked laptop's request and at what is held of it already counts as work.
WORK_OF_HOLDING: Final = 2_000
# A device's key never changes; whether it is revoked is asked of the database each time.
_KEYS_KEPT: Final = 10_000


class Hub:
    """A province hub over one database. Safe to call from several threads."""

    def __init__(self, database: Database, clock_ms: Callable[[], int] = wall_clock_ms) -> None:
        self.database = database
        self.clock_ms = clock_ms
        database.upgrade()
        row = prepare(database, clock_ms())
        with database.write() as connection:
            count_held(connection)
        self.identity = bytes(row.hub)
        self._generation = bytes(row.generation)
        self._key = database.vault.signing
        self._wrong_codes = Attempts()
        self._public_keys: dict[bytes, bytes] = {}
        self._counting = threading.Lock()
        self._answering: set[bytes] = set()

    def sync(self, sealed: bytes) -> SyncAnswer:
        """Answer one signed request.

        Raises:
            Rejected, Malformed, Incompatible: nothing was taken then.
        """
        arrived = open_request(sealed)
        now_ms = self.clock_ms()
        public_key = self._public_keys.get(arrived.device)
        if public_key is None:
            row = self._device(arrived.device)
            public_key = row.public_key
            if row.revoked_ms is not None:
                check_signature(arrived, public_key, self.identity)
                raise self._shut_out(row, arrived.number, sealed, MAX_CHANGES)
            if len(self._public_keys) >= _KEYS_KEPT:
                self._public_keys.clear()
            self._public_keys[arrived.device] = public_key
        # The costly and dangerous part, reading what a stranger sent, comes after the signature
        # and outside the transaction; unfolding it comes last, once the database let it in.
        request = read_request(arrived, public_key, self.identity)
        check_request(request)
        work = work_of(request)
        expected = 1 if request.batches else 0
        claim = {
            **notes(request, now_ms),
            **values_of(work, now_ms),
            "of": arrived.device,
            "number": arrived.number,
            "in_epoch": request.epoch,
            "new_receipts": expected,
        }

        def turn(connection: sa.Connection) -> SyncAnswer | None:
            # Claims the request number and, until the commit, the device.
            claimed = connection.execute(_CLAIM, claim).one_or_none()
            if claimed is None:
                return None
            caller = caller_of(claimed)
            caller = msgspec.structs.replace(caller, receipts=caller.receipts - expected)
            return take_turn(connection, caller, request, now_ms, self._generation, noted=True)

        with self._alone(arrived.device):
            answer = self.database.retried(turn)
        if answer is None:
            raise self._not_served(arrived, sealed, work, now_ms)
        return answer

    @contextmanager
    def _alone(self, identity: bytes) -> Iterator[None]:
        """One turn of a laptop at a time: it cannot take the places of all the others.

        Raises:
            Rejected: BUSY, while another one of it is answered.
        """
        with self._counting:
            if identity in self._answering:
                raise Rejected(Code.BUSY)
            self._answering.add(identity)
        try:
            yield
        finally:
            with self._counting:
                self._answering.discard(identity)

    def _device(self, identity: bytes) -> sa.Row[Any]:
        with self.database.read() as connection:
            row = connection.execute(
                sa.select(device).where(device.c.device == identity)
            ).one_or_none()
        if row is None:
            raise Rejected(Code.UNKNOWN_DEVICE)
        return row

    def _not_served(
        self, arrived: SealedRequest, sealed: bytes, work: int, now_ms: int
    ) -> Rejected:
        """Why a well signed request was not served; what a revoked laptop brings is kept."""
        row = self._device(arrived.device)
        if row.revoked_ms is not None:
            # From now on it is turned away before anything of it is unpacked.
            self._public_keys.pop(arrived.device, None)
            return self._shut_out(row, arrived.number, sealed, MAX_CHANGES)
        if arrived.number <= row.request_no or not is_too_much(row, work, now_ms):
            return Rejected(Code.REPLAYED, last=row.request_no)
        return too_much(row, work, now_ms)

    def _shut_out(self, row: Any, number: int, content: bytes, most_changes: int) -> Rejected:
        """Refuse a revoked laptop; what it brought is kept, as far as may be."""
        identity, now_ms = bytes(row.device), self.clock_ms()
        scope = Scope(row.province, bytes(row.centre))
        with self.database.write() as connection:
            if not is_too_much(row, WORK_OF_HOLDING, now_ms):
                spend(connection, identity, WORK_OF_HOLDING, now_ms)
                hold(connection, identity, number, content, scope, now_ms, most_changes)
        return Rejected(Code.REVOKED)

    def accept_bundle(self, content: bytes, *, by_hand: bool = False) -> tuple[bytes, SyncAnswer]:
        """Take the changes in a bundle; returns the receipt file's bytes, and what it says.

        Taking the same one again, or an old one, stores nothing twice. One that came over a link
        is taken as far as an ordinary turn would be; the answer says how far. The file that
        somebody brings (`by_hand`) is taken whole.

        Raises:
            Rejected, Malformed, Incompatible: nothing was taken then.
        """
        now_ms = self.clock_ms()
        row = self._device(bundle_sender(content, self.identity))
        public_key = bytes(row.public_key)
        opened = open_bundle(content, self._key, self.identity)
        arrived = [open_request(each) for each in opened.requests]
        if any(each.device != opened.device for each in arrived):
            raise Malformed(Code.BAD_MESSAGE, reason="device")
        for each in arrived:
            check_signature(each, public_key, self.identity)
        if row.revoked_ms is not None:
            raise self._shut_out(
                row, now_ms, content, MOST_HELD_BY_HAND if by_hand else MAX_CHANGES
            )
        last, work = look_through(arrived, public_key, self.identity, by_hand)

        def turns(connection: sa.Connection) -> tuple[list[SyncAnswer], list[bytes]]:
            spend(connection, opened.device, work, now_ms)
            taking = Taking(connection, opened.device, public_key, self.identity)
            answers = taking.all_of(arrived, now_ms, self._generation, by_hand)
            accepted = _furthest(answers)
            return answers, stamps_of(connection, taking.caller(), last.epoch, accepted)

        answers, stamps = self.database.retried(turns)
        answer = msgspec.structs.replace(
            answers[-1],
            accepted=_furthest(answers),
            refused=tuple(each for told in answers for each in told.refused),
            receipt=next((told.receipt for told in reversed(answers) if told.receipt), ""),
        )
        receipt = make_receipt(
            last,
            answer,
            stamps,
            self._key,
            self.identity,
            opened.device,
            bytes(row.seal_key),
        )
        return receipt, answer

    def enrol(self, sealed: bytes, address: str = "") -> EnrolAnswer:
        """Let a device join a centre; wrong codes slow down the address that they come from.

        Raises:
            Rejected, Malformed, Incompatible: it did not join.
        """
        request = open_enrolment(sealed)
        code = asked_code(request, self._key)
        wait_s = self._wrong_codes.wait(address)
        if wait_s:
            raise Rejected(Code.TOO_MANY_TRIES, wait_s=wait_s)
        try:
            answer = self.database.retried(
                lambda connection: enrolment.enrol(connection, request, code, self.clock_ms())
            )
        except Rejected as refusal:
            if refusal.code == Code.BAD_CODE:
                self._wrong_codes.failed(address)
            raise
        self._wrong_codes.passed(address)
        return sign_joined(answer, sealed, self._key)

    def state_identity(self, nonce: bytes, authority: bytes = b"") -> bytes:
        """What the hub says of itself (`sync.identity`), to whoever asks.

        `authority` vouches for its certificate. Raises: Malformed.
        """
        return state_identity(nonce, self._key, self.identity, authority)

    def roster(self, question: bytes) -> bytes:
        """The laptops of the asker's centre and their keys, signed (`sync.roster`).

        Raises:
            Rejected: UNKNOWN_DEVICE, BAD_SIGNATURE, REVOKED. Malformed: no question.
        """
        identity = asker(question)
        with self.database.read() as connection:
            row = connection.execute(
                sa.select(device).where(device.c.device == identity)
            ).one_or_none()
            if row is None:
                raise Rejected(Code.UNKNOWN_DEVICE)
            check_asker(question, bytes(row.public_key), self.identity)
            if row.revoked_ms is not None:
                raise Rejected(Code.REVOKED)
            scope = Scope(row.province, bytes(row.centre))
            members = read_members(connection, scope)
        roster = Roster(self.identity, scope.centre, self.clock_ms(), members)
        return sign_roster(roster, self._key)

    def keep_recovery(self, request: bytes) -> bytes:
        """Keep a laptop's sealed recovery secret (`sync.escrow`); the hub's signed word for it.

        Raises:
            Rejected: UNKNOWN_DEVICE, BAD_SIGNATURE, REVOKED. Malformed: nothing of the kind.
        """
        identity = sender(request)

        def keep(connection: sa.Connection) -> None:
            row = connection.execute(
                sa.select(device).where(device.c.device == identity)
            ).one_or_none()
            if row is None:
                raise Rejected(Code.UNKNOWN_DEVICE)
            escrow = read_escrow(request, bytes(row.public_key), self.identity)
            if row.revoked_ms is not None:
                raise Rejected(Code.REVOKED)
            scope = Scope(row.province, bytes(row.centre))
            keep_recovery(connection, scope, identity, escrow, self.clock_ms())

        self.database.retried(keep)
        return answer_kept(request, self._key)

    def open_recovery(self, identity: bytes, by: str, reason: str) -> OpenedRecovery:
        """Open a laptop's recovery words for its people, and note it.

        Raises:
            Rejected: unknown_device, no_recovery. Malformed: the secret is damaged.
        """
        with self.database.write() as connection:
            return open_recovery(connection, identity, self._key, self.clock_ms(), by, reason)

    def recoveries(self) -> list[RecoveryLine]:
        """Of which laptops a recovery secret is kept."""
        with self.database.read() as connection:
            return list_recoveries(connection)

    def add_centre(self, name: str, tambon: str) -> bytes:
        """Register a centre; errors as in `enrolment.add_centre`."""
        with self.database.write() as connection:
            return enrolment.add_centre(connection, name, tambon, self.clock_ms())

    def make_code(self, centre: bytes) -> str:
        """A code to join a centre; errors as in `enrolment.make_code`."""
        with self.database.write() as connection:
            own = self._key.public_key().public_bytes_raw()
            return enrolment.make_code(connection, centre, self.clock_ms(), own)

    def revoke(self, identity: bytes) -> None:
        """Shut a device out; errors as in `enrolment.revoke`."""
        with self.database.write() as connection:
            enrolment.revoke(connection, identity, self.clock_ms())

    def close(self) -> None:
        """Give the database back."""
        self.database.close()

    def held(self) -> list[HeldLine]:
        """What is held of revoked laptops."""
        with self.database.read() as connection:
            return list_held(connection)

    def show_held(self, identity: bytes) -> list[HeldChange]:
        """The changes held of a revoked laptop; errors as in `holding.show_held`."""
        with self.database.read() as connection:
            return show_held(connection, identity)

    def discard_held(self, identity: bytes) -> int:
        """Throw away what is held of a laptop; errors as in `holding.drop_held`."""
        with self.database.write() as connection:
            return drop_held(connection, identity)

    def accept_held(self, identity: bytes) -> int:
        """Take what is held of a revoked laptop in, by the staff's word; how many were new.

        The laptop stays revoked. All of it is taken, or nothing.

        Raises:
            Rejected: nothing_held.
        """
        now_ms = self.clock_ms()

        def take(connection: sa.Connection) -> int:
            requests = held_requests(connection, identity)
            drop_held(connection, identity)
            stored = 0
            for request in sorted(requests, key=lambda each: each.epoch):
                row = connection.execute(
                    sa.select(*CALLER_COLUMNS).where(device.c.device == identity).with_for_update()
                ).one()
                caller = caller_of(row)
                before = feed_of(connection, caller.scope)
                quiet = msgspec.structs.replace(request, answer_bytes=0)
                take_turn(connection, caller, quiet, now_ms, self._generation, True)
                stored += feed_of(connection, caller.scope) - before
            return stored

        return self.database.retried(take)


def _furthest(answers: Sequence[SyncAnswer]) -> tuple[int, ...]:
    """How far each lane was taken by all of the requests."""
    told = zip_longest(*(each.accepted for each in answers), fillvalue=0)
    return tuple(max(of_lane) for of_lane in told)
