"""The loop that sends what waits and takes what is new, one turn after another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from random import uniform
from typing import Final

import msgspec

from sync.columns import pack_changes, unpack_changes
from sync.errors import MassDeletion, Offline, Rejected
from sync.ports import LANES, Identity, Incoming, LinkState, LocalStore, Progress, Receipt, Remote
from sync.protocol import Change, Code, LaneBatch, SyncAnswer, SyncRequest
from sync.stamps import TOLERANCE_MS, stamp_device, stamp_ms

# Sizes of one turn on the wire, compressed (the first is some 12 kB of changes). Fixed large
# batches never finish on a link that is cut often.
FIRST_BYTES: Final = 4 << 10
LEAST_BYTES: Final = 1 << 10
MOST_BYTES: Final = 256 << 10
# A turn is this fraction of what has passed unharmed: a cut then costs little of it.
_SHARE: Final = 3
_SHARE_AFTER_CUT: Final = 4
_CUTS_IN_A_ROW: Final = 5
_RESTARTS: Final = 3
# Turns that bring nothing forward, before the hub is taken to be at fault.
_IDLE_TURNS: Final = 4
# Hiding this many records at once is ordinary work whatever their share.
_FEW_HIDDEN: Final = 20
_ENCODER: Final = msgspec.msgpack.Encoder()


class Summary(msgspec.Struct):
    """What one run did; bytes as far as the remote counts them."""

    sent: int = 0  # own changes acknowledged
    received: int = 0  # changes that arrived
    requests: int = 0
    bytes_up: int = 0
    bytes_down: int = 0
    waiting: int = 0  # own changes still to be acknowledged
    receipt: str = ""
    set_aside: int = 0  # own changes the hub could not take
    restarted: bool = False  # this copy was restored or cloned, and has been set right


class _Silent:
    def step(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody."""


class Pace:
    """How large the next turn is to be, learnt from what the link has let through.

    A cut costs the turn that is under way, so a turn stays a fraction of what passed unharmed.

    Attributes:
        size: bytes of the next turn.
    """

    def __init__(self, last_size: int = 0) -> None:
        self.size = min(max(last_size, LEAST_BYTES), FIRST_BYTES) if last_size else FIRST_BYTES
        self._unharmed = 0
        self._was_cut = False

    def passed(self, crossed: int) -> None:
        """A turn of so many bytes, both ways, went well."""
        self._unharmed += crossed
        share = self._unharmed // (_SHARE_AFTER_CUT if self._was_cut else _SHARE)
        self.size = min(max(self.size, share), MOST_BYTES)

    def cut(self) -> None:
        """The link was lost in the middle of a turn."""
        self._was_cut = True
        least = self._unharmed // _SHARE_AFTER_CUT or self.size // 2
        self.size = max(min(self.size, least), LEAST_BYTES)
        self._unharmed = 0


class Engine:
    """Brings one laptop and its hub to the same state.

    Not for use by two threads at once. `wall_ms` is the laptop's own clock in milliseconds since
    1970; it may be wrong. `sleep` waits between a cut and the next try.
    """

    def __init__(
        self,
        store: LocalStore,
        remote: Remote,
        wall_ms: Callable[[], int],
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._store = store
        self._remote = remote
        self._wall_ms = wall_ms
        self._sleep = sleep
        self._ratio = 0.3  # bytes on the wire for each byte the store estimates
        self._allow_mass_deletion = False
        self._hiding = 0
        self._visible = 0
        self._number = 0
        self._restarts = 0

    def run(
        self,
        progress: Progress | None = None,
        max_seconds: float | None = None,
        allow_mass_deletion: bool = False,
    ) -> Summary:
        """Take turns until nothing waits on either side, or the time is used up.

        What was acknowledged stays so whatever ends the run.

        Raises:
            sync.errors.Offline: not reached, or cut several times in a row.
            sync.errors.Rejected, Incompatible, Malformed: as the remote raises them.
            sync.errors.MassDeletion: more than a tenth of the records would be hidden; run again
                with `allow_mass_deletion` once a person has agreed.
            Whatever `progress.step` raises, between two turns.
        """
        told = progress or _Silent()
        deadline = None if max_seconds is None else time.monotonic() + max_seconds
        summary = Summary()
        up, down = self._remote.bytes_up, self._remote.bytes_down
        self._allow_mass_deletion = allow_mass_deletion
        self._visible = self._store.visible()
        self._hiding = self._restarts = 0
        self._number = self._store.link().request_no
        total = self._store.waiting()
        pace = Pace(self._store.link().batch_bytes)
        cuts = idle = 0
        store = self._store
        before = (0, 0, False, store.link().cursor)
        more = True
        while more:
            told.step(summary.sent, max(total, summary.sent), "sync")
            crossed = self._remote.bytes_up + self._remote.bytes_down
            try:
                more = self._turn(pace.size, summary)
            except Offline:
                cuts += 1
                pause = uniform(0.5, 1.0) * min(0.1 * 2**cuts, 5.0)
                late = deadline is not None and time.monotonic() + pause >= deadline
                if cuts >= _CUTS_IN_A_ROW or late:
                    raise
                pace.cut()
                self._sleep(pause)
            else:
                cuts = 0
                now = (summary.sent, summary.received, summary.restarted, store.link().cursor)
                idle = idle + 1 if now == before else 0
                before = now
                if more and idle >= _IDLE_TURNS:
                    raise Rejected(Code.HUB_FAILED, reason="no progress")
                pace.passed(self._remote.bytes_up + self._remote.bytes_down - crossed)
            finally:
                summary.bytes_up = self._remote.bytes_up - up
                summary.bytes_down = self._remote.bytes_down - down
                summary.waiting = self._store.waiting()
            if deadline is not None and time.monotonic() >= deadline:
                break
        told.step(summary.sent, max(total, summary.sent), "sync")
        return summary

    def take_from_file(
        self,
        answer: SyncAnswer,
        epoch: int,
        stamps: Sequence[bytes],
        cursor: bytes,
        summary: Summary,
    ) -> None:
        """Take an answer that came by file, to requests made in `epoch` and at `cursor`.

        It may be older than what is known here: acknowledgements only add, and only where the
        stamp says that the hub means the same change; the cursor moves only from where it was.
        Raises as `run`.
        """
        store = self._store
        self._visible, self._hiding = store.visible(), 0
        changes = unpack_changes(answer.news)
        self._brake(changes)
        own = store.identity()
        link = store.link()
        before = store.acknowledged()
        meant = self._meant(answer, stamps) if epoch == own.epoch else {}
        acknowledged = tuple(max(old, meant.get(lane, 0)) for lane, old in enumerate(before))
        onward = cursor == link.cursor
        rereading = onward and (link.rereading or answer.reset)
        if onward:
            link = msgspec.structs.replace(
                link, cursor=answer.cursor, rereading=rereading and answer.more
            )
        others = [each for each in changes if not _is(each, own)]
        store.apply(
            Incoming(
                link=link,
                acknowledged=acknowledged,
                changes=tuple(others),
                receipt=Receipt(answer.receipt, answer.hub_ms) if answer.receipt else None,
                refused=tuple(each for each in answer.refused if each.lane in meant),
                doubtful=tuple((each.lane, each.seq) for each in changes if _is(each, own)),
                reset=answer.reset and onward,
                offer_again=rereading and not answer.more,
            )
        )
        summary.sent += sum(acknowledged) - sum(before)
        summary.received += len(others)
        summary.receipt = answer.receipt or summary.receipt

    def _meant(self, answer: SyncAnswer, stamps: Sequence[bytes]) -> dict[int, int]:
        """The lanes, and how far, in which the hub's highest change is also one of here."""
        highest = self._store.highest()
        meant = {}
        for lane, (seq, stamp) in enumerate(zip(answer.accepted, stamps, strict=False)):
            if lane < len(highest) and 0 < seq <= highest[lane]:
                (change, *_rest) = self._store.pending(lane, seq - 1, 1)
                if change.stamp == stamp:
                    meant[lane] = seq
        return meant

    def _turn(self, size: int, summary: Summary) -> bool:
        """One request and its answer; returns whether another turn is worth while."""
        store = self._store
        link = store.link()
        batches, estimate = self._batches(size)
        sent_ms = self._wall_ms()
        request = SyncRequest(
            epoch=store.identity().epoch,
            wall_ms=sent_ms,
            cursor=link.cursor,
            highest=store.highest(),
            batches=batches,
            answer_bytes=size,
            waiting=max(store.waiting() - sum(batch.count for batch in batches), 0),
        )
        before = self._remote.bytes_up
        summary.requests += 1
        answer = self._exchange(request, summary)
        if estimate:
            self._ratio = max((self._remote.bytes_up - before) / estimate, 0.02)
        if answer.restart:
            self._restart(answer, link)
            summary.restarted = True
            return True
        return self._take(answer, link, sent_ms, size, bool(batches), summary)

    def _exchange(self, request: SyncRequest, summary: Summary) -> SyncAnswer:
        self._number += 1
        try:
            return self._remote.turn(request, self._number)
        except Rejected as refusal:
            last = refusal.values.get("last")
            # A restored laptop, or one whose last answer was lost, counts on from the hub's word;
            # half the numbers are kept out of a hostile hub's reach.
            if refusal.code != Code.REPLAYED or not isinstance(last, int) or last >> 47:
                raise
            self._number = last + 1
            summary.requests += 1
            return self._remote.turn(request, self._number)

    def _batches(self, size: int) -> tuple[tuple[LaneBatch, ...], int]:
        """Own changes for one turn, most urgent lane first, and their estimated bytes."""
        room = max(int(size / self._ratio), 1)
        acknowledged = self._store.acknowledged()
        highest = self._store.highest()
        batches = []
        estimate = 0
        for lane in LANES:
            if highest[lane] <= acknowledged[lane] or room <= 0:
                continue
            changes = self._store.pending(lane, acknowledged[lane], room)
            if not changes:
                continue
            packed = pack_changes(changes)
            batches.append(LaneBatch(int(lane), changes[0].seq, len(changes), packed))
            weight = _estimated(changes)
            estimate += weight
            room -= weight
        return tuple(batches), estimate

    def _restart(self, answer: SyncAnswer, link: LinkState) -> None:
        self._restarts += 1
        if self._restarts > _RESTARTS or answer.restart <= self._store.identity().epoch:
            raise Rejected(Code.HUB_FAILED, reason="restart")
        fresh = msgspec.structs.replace(link, cursor=b"", request_no=self._number)
        self._store.restart(answer.restart, fresh)

    def _take(
        self,
        answer: SyncAnswer,
        link: LinkState,
        sent_ms: int,
        size: int,
        carried: bool,
        summary: Summary,
    ) -> bool:
        store = self._store
        changes = unpack_changes(answer.news)
        self._brake(changes)
        before = store.acknowledged()
        highest = store.highest()
        # Never believe in more than was made here.
        acknowledged = tuple(map(min, _per_lane(answer.accepted), highest))
        own = store.identity()
        others = [each for each in changes if not _is(each, own)]
        rereading = link.rereading or answer.reset
        offset_ms = answer.hub_ms - (sent_ms + self._wall_ms()) // 2
        store.apply(
            Incoming(
                link=LinkState(
                    cursor=answer.cursor,
                    offset_ms=offset_ms,
                    heard_ms=answer.hub_ms,
                    request_no=self._number,
                    batch_bytes=size,
                    rereading=rereading and answer.more,
                ),
                reset=answer.reset,
                offer_again=rereading and not answer.more,
                acknowledged=acknowledged,
                changes=tuple(others),
                receipt=Receipt(answer.receipt, answer.hub_ms) if answer.receipt else None,
                refused=answer.refused,
                doubtful=tuple((each.lane, each.seq) for each in changes if _is(each, own)),
                seen=_highest_believable(changes, answer.hub_ms),
                hub_ms=answer.hub_ms,
            )
        )
        gained = sum(max(new - old, 0) for new, old in zip(acknowledged, before, strict=True))
        summary.sent += gained
        summary.received += len(others)
        summary.set_aside += len(answer.refused)
        summary.receipt = answer.receipt or summary.receipt
        if carried and not gained and acknowledged == before:
            raise Rejected(Code.HUB_FAILED, reason="nothing accepted")
        if answer.more and answer.cursor == link.cursor:
            raise Rejected(Code.HUB_FAILED, reason="cursor stands still")
        return answer.more or any(map(int.__lt__, acknowledged, store.highest()))

    def _brake(self, changes: Sequence[Change]) -> None:
        if self._allow_mass_deletion or not changes:
            return
        hiding = self._hiding + self._store.count_hiding(changes)
        if hiding > max(_FEW_HIDDEN, self._visible // 10):
            raise MassDeletion("mass_deletion", deleting=hiding, of=self._visible)
        self._hiding = hiding


def _is(change: Change, own: Identity) -> bool:
    return (change.device, change.epoch) == (own.device, own.epoch)


def _per_lane(numbers: Sequence[int]) -> tuple[int, ...]:
    """One number for each lane known here; lanes of a newer program are left out."""
    return tuple(numbers[lane] if lane < len(numbers) else 0 for lane in LANES)


def _highest_believable(changes: Sequence[Change], hub_ms: int) -> bytes:
    return max(
        (
            change.stamp
            for change in changes
            if not change.doubtful
            and stamp_ms(change.stamp) <= hub_ms + TOLERANCE_MS
            and stamp_device(change.stamp) == change.device
        ),
        default=b"",
    )


def _estimated(changes: Sequence[Change]) -> int:
    return len(_ENCODER.encode(changes))
