"""The loop that sends what waits and takes what is new, one turn after another."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from random import uniform
from typing import Final

import msgspec

from sync.columns import pack_changes, unpack_changes
from sync.errors import MassDeletion, Offline, Rejected
from sync.pace import FIRST_BYTES, Pace
from sync.ports import (
    LANES,
    Incoming,
    LinkState,
    LocalStore,
    PairedRemote,
    Progress,
    Receipt,
    Remote,
)
from sync.protocol import Change, Code, LaneBatch, Room, SyncAnswer, SyncRequest, believed
from sync.turn import (
    Flying,
    Summary,
    as_hoped,
    estimated,
    highest_believable,
    is_of,
    own_doubted,
    per_lane,
)

_CUTS_IN_A_ROW: Final = 5
_RESTARTS: Final = 3
# Of the changes in one turn before packing: however well they pack, no hub unfolds more.
_MOST_ESTIMATED: Final = 2 << 20
# Times that one request may take the number the hub asks for.
_RECOUNTS: Final = 3
# News asked for beside a request that is still on its way; more could fill the hub's way back
# while we still write, and both would wait for ever.
_NEWS_BESIDE: Final = 16 << 10
# Turns that bring nothing forward, before the hub is taken to be at fault.
_IDLE_TURNS: Final = 4
# More than a hub may say to be still to come: a number for people, not for us.
_MOST_AHEAD: Final = 1 << 31
# Hiding this many records at once is ordinary work whatever their share.
_FEW_HIDDEN: Final = 20


class _Silent:
    def step(self, done: int, total: int, doing: str = "") -> None:
        """Tell nobody."""


class Engine:
    """Brings one laptop and its hub to the same state.

    Not for use by two threads at once. `wall_ms` is the laptop's own clock in milliseconds since
    1970; it may be wrong. `sleep` waits between a cut and the next try. `first_bytes` is the size
    of the first turn.
    """

    def __init__(
        self,
        store: LocalStore,
        remote: Remote,
        wall_ms: Callable[[], int],
        sleep: Callable[[float], None] = time.sleep,
        first_bytes: int = FIRST_BYTES,
    ) -> None:
        self._store = store
        self._remote = remote
        self._wall_ms = wall_ms
        self._sleep = sleep
        self._first_bytes = first_bytes
        self._paired = remote if isinstance(remote, PairedRemote) else None
        self._flying: Flying | None = None
        self._ratio = 0.3  # bytes on the wire for each byte the store estimates
        self._allow_mass_deletion = False
        self._hiding = 0
        self._visible = 0
        self._ahead = 0
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
        try:
            return self._run(progress or _Silent(), max_seconds, allow_mass_deletion)
        finally:
            # What is still in flight is as if its answer had been lost.
            self._abandon()

    def _run(self, told: Progress, max_seconds: float | None, allow_mass_deletion: bool) -> Summary:
        deadline = None if max_seconds is None else time.monotonic() + max_seconds
        summary = Summary()
        up, down = self._remote.bytes_up, self._remote.bytes_down
        self._allow_mass_deletion = allow_mass_deletion
        self._visible = self._store.visible()
        self._hiding = self._restarts = self._ahead = 0
        self._number = self._store.link().request_no
        total = self._store.waiting()
        link = self._store.link()
        pace = Pace(link.batch_bytes, link.cut_bytes, self._first_bytes)
        self._flying = None
        cuts = idle = 0
        store = self._store
        before = (0, 0, False, store.link().cursor)
        more = True
        while more:
            if self._ahead and summary.sent >= total:
                told.step(summary.received, summary.received + self._ahead, "receiving")
            else:
                told.step(summary.sent, max(total, summary.sent), "sync")
            crossed = self._remote.bytes_up + self._remote.bytes_down
            try:
                more = self._turn(pace, summary)
            except Offline:
                self._flying = None
                if self._paired is not None:
                    self._paired.renew()
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
                pace.passed(
                    self._remote.bytes_up + self._remote.bytes_down - crossed, self._crossed()
                )
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
        Only with it a doubt counts, and the news as being at the hub, since that may have been put
        back meanwhile.
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
        else:
            changes = believed(changes)
        others = [each for each in changes if not is_of(each, own)]
        store.apply(
            Incoming(
                link=link,
                acknowledged=acknowledged,
                changes=tuple(others),
                at_hub=onward,
                receipt=Receipt(answer.receipt, answer.hub_ms) if answer.receipt else None,
                refused=tuple(each for each in answer.refused if each.lane in meant),
                doubtful=own_doubted(changes, own),
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

    def _turn(self, pace: Pace, summary: Summary) -> bool:
        """Take one answer in; returns whether another turn is worth while."""
        flying, self._flying = self._flying, None
        if flying is None:
            size, anew = pace.fit(self._crossed())
            if anew and self._paired is not None:
                self._paired.renew()
            flying = self._depart(size, summary, pace.cut_bytes)
        if self._paired is not None and pace.calm and flying.carries and not flying.link.rereading:
            self._flying = self._depart_behind(flying, pace.size, summary)
        answer = self._arrived(flying, summary)
        if self._flying is not None and not as_hoped(answer, flying):
            # What was sent behind it rests on it.
            self._abandon()
        if answer.restart or (answer.reset and any(self._store.acknowledged())):
            self._begin_anew(answer.restart or self._store.identity().epoch + 1, flying.link)
            summary.restarted = True
            return True
        return self._take(answer, flying, summary)

    def _depart(self, size: int, summary: Summary, cut_bytes: int) -> Flying:
        """Send what waits, and ask for what is new."""
        link = self._store.link()
        if link.cut_bytes != cut_bytes:
            link = msgspec.structs.replace(link, cut_bytes=cut_bytes)
        return self._send(link, self._store.acknowledged(), size, size, False, summary)

    def _depart_behind(self, first: Flying, size: int, summary: Summary) -> Flying | None:
        """Send what follows `first` while its answer is awaited; None when nothing follows.

        Where the first one's news will end is not known yet, so only one of the two asks for news.
        """
        if not any(map(int.__lt__, first.upto, self._store.highest())):
            return None
        link = msgspec.structs.replace(self._store.link(), cut_bytes=first.link.cut_bytes)
        news = 0 if first.asks else size
        try:
            return self._send(link, first.upto, size, news, True, summary)
        except Offline:
            # Whether the first one arrived, its own answer will show.
            return None

    def _send(
        self,
        link: LinkState,
        after: tuple[int, ...],
        size: int,
        news: int,
        behind: bool,
        summary: Summary,
    ) -> Flying:
        store = self._store
        batches, estimate = self._batches(size, after)
        upto = list(after)
        for batch in batches:
            upto[batch.lane] = batch.from_seq + batch.count - 1
        if batches and self._paired is not None:
            news = min(news, _NEWS_BESIDE)
        sent_ms = self._wall_ms()
        highest = store.highest()
        request = SyncRequest(
            epoch=store.identity().epoch,
            wall_ms=sent_ms,
            cursor=link.cursor,
            highest=highest,
            batches=batches,
            answer_bytes=news,
            waiting=max(sum(highest) - sum(upto), 0),
        )
        before = self._remote.bytes_up
        summary.requests += 1
        self._number += 1
        answer = self._started(request)
        weight = self._remote.bytes_up - before
        if estimate and weight:
            self._ratio = max(weight / estimate, 0.02)
        return Flying(request, answer, link, tuple(upto), sent_ms, size, weight, estimate, behind)

    def _started(self, request: SyncRequest) -> Callable[[], SyncAnswer]:
        number = self._number
        if self._paired is not None:
            return self._paired.start(request, number)
        return lambda: self._remote.turn(request, number)

    def _arrived(self, flying: Flying, summary: Summary) -> SyncAnswer:
        before = self._remote.bytes_up
        ask = flying.answer
        for recounts_left in reversed(range(_RECOUNTS + 1)):
            try:
                answer = ask()
                break
            except Rejected as refusal:
                self._abandon()
                last = refusal.values.get("last")
                # A restored laptop, or one whose last answer was lost, counts on from the hub's
                # word; half the numbers are kept out of a hostile hub's reach. What was in flight
                # behind it may have taken the very next number meanwhile: then once more.
                if refusal.code != Code.REPLAYED or not isinstance(last, int) or last >> 47:
                    raise
                if not recounts_left:
                    raise
                self._number = last + 1
                summary.requests += 1
                ask = partial(self._remote.turn, flying.request, self._number)
        if flying.estimate and self._paired is None:
            self._ratio = max((self._remote.bytes_up - before) / flying.estimate, 0.02)
        return answer

    def _abandon(self) -> None:
        """Give up what is in flight; whether it arrived is as for an answer that was lost."""
        if self._flying is not None and self._paired is not None:
            self._paired.renew()
        self._flying = None

    def _crossed(self) -> int:
        """Bytes of the present connection, without those still in flight."""
        if self._paired is None:
            return 0
        return self._paired.crossed - (self._flying.weight if self._flying else 0)

    def _batches(self, size: int, after: tuple[int, ...]) -> tuple[tuple[LaneBatch, ...], int]:
        """Own changes for one turn, most urgent lane first, and their estimated bytes."""
        room = min(max(int(size / self._ratio), 1), _MOST_ESTIMATED)
        # Text that packs very well must not make a request that no hub takes.
        fitting = Room()
        highest = self._store.highest()
        batches = []
        estimate = 0
        for lane in LANES:
            if highest[lane] <= after[lane] or room <= 0:
                continue
            changes = fitting.filled(self._store.pending(lane, after[lane], room))
            if not changes:
                continue
            packed = pack_changes(changes)
            batches.append(LaneBatch(int(lane), changes[0].seq, len(changes), packed))
            weight = estimated(changes)
            estimate += weight
            room -= weight
        return tuple(batches), estimate

    def _begin_anew(self, epoch: int, link: LinkState) -> None:
        """Go on in an epoch of our own: the hub was put back, or a copy of us sends too.

        Under our numbers the hub may hold what that copy made, and as a copy is told apart only
        by them, neither is known without the other. So nothing counts as being there until the
        hub's own news says so. All is read again, and what is then lacking, own or others', is
        offered again.
        """
        self._restarts += 1
        if self._restarts > _RESTARTS or epoch <= self._store.identity().epoch:
            raise Rejected(Code.HUB_FAILED, reason="restart")
        fresh = msgspec.structs.replace(link, cursor=b"", rereading=True, request_no=self._number)
        self._store.restart(epoch, fresh, confirmed=False)

    def _take(self, answer: SyncAnswer, flying: Flying, summary: Summary) -> bool:
        store = self._store
        changes = unpack_changes(answer.news)
        self._brake(changes)
        before = store.acknowledged()
        # Only what went with this request was compared: beyond it the hub may hold what a copy of
        # this laptop made under the same numbers. What a neighbour brought there goes once more.
        acknowledged = tuple(map(min, per_lane(answer.accepted), flying.upto))
        own = store.identity()
        others = [each for each in changes if not is_of(each, own)]
        link = self._onward(answer, flying)
        store.apply(
            Incoming(
                link=link,
                reset=answer.reset,
                offer_again=(flying.link.rereading or answer.reset) and not link.rereading,
                acknowledged=acknowledged,
                changes=tuple(others),
                receipt=Receipt(answer.receipt, answer.hub_ms) if answer.receipt else None,
                refused=answer.refused,
                doubtful=own_doubted(changes, own),
                seen=highest_believable(changes, answer.hub_ms),
                hub_ms=answer.hub_ms,
            )
        )
        gained = sum(max(new - old, 0) for new, old in zip(acknowledged, before, strict=True))
        summary.sent += gained
        summary.received += len(others)
        summary.set_aside += len(answer.refused)
        summary.receipt = answer.receipt or summary.receipt
        if flying.carries and not gained and acknowledged == before:
            raise Rejected(Code.HUB_FAILED, reason="nothing accepted")
        if flying.asks:
            self._ahead = min(answer.ahead, _MOST_AHEAD) if answer.more else 0
        if flying.asks and answer.more and answer.cursor == flying.link.cursor:
            raise Rejected(Code.HUB_FAILED, reason="cursor stands still")
        return answer.more or any(map(int.__lt__, acknowledged, store.highest()))

    def _onward(self, answer: SyncAnswer, flying: Flying) -> LinkState:
        """What to remember of the link after an answer."""
        link = self._store.link()
        if not flying.behind:
            # One that waited behind another says little about the clocks.
            link = msgspec.structs.replace(
                link, offset_ms=answer.hub_ms - (flying.sent_ms + self._wall_ms()) // 2
            )
        if flying.asks:
            rereading = flying.link.rereading or answer.reset
            link = msgspec.structs.replace(
                link, cursor=answer.cursor, rereading=rereading and answer.more
            )
        return msgspec.structs.replace(
            link,
            heard_ms=answer.hub_ms,
            request_no=self._number,
            batch_bytes=flying.size,
            cut_bytes=flying.link.cut_bytes,
        )

    def _brake(self, changes: Sequence[Change]) -> None:
        if self._allow_mass_deletion or not changes:
            return
        hiding = self._hiding + self._store.count_hiding(changes)
        if hiding > max(_FEW_HIDDEN, self._visible // 10):
            raise MassDeletion("mass_deletion", deleting=hiding, of=self._visible)
        self._hiding = hiding
