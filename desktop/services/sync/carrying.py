"""From laptop to laptop: parcels out and in, and passing on to the hub what others signed."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import and_, select

from desktop.errors import UserError
from desktop.models.carried import NEWS_LANE, CarriedReceipt, CarriedRequest
from desktop.services.rights import Right, needs
from desktop.services.sync.bundles import BundleService, BundleWritten, write_parcel
from desktop.services.sync.carried_rows import (
    arrived_requests,
    erased_among_carried,
    forget,
    forget_carried,
    keep_request,
    places,
    refuse,
    take_in,
    take_over,
)
from desktop.services.sync.conversations import Conversation, Way, keep_conversation
from desktop.services.sync.joins import settle_joins
from desktop.services.sync.roster import (
    ROSTER_MS,
    Enrolled,
    LaptopRow,
    Post,
    enrolled,
    keep_roster,
    kept_roster,
    laptops,
    refresh_roster,
)
from desktop.services.sync.service import in_words
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync import bundle, client, errors
from sync.parcel import (
    Carried,
    Opened,
    Parcel,
    Place,
    open_parcel,
    own_requests,
    read_carried,
    seal_parcel,
)
from sync.policy import ENDING_FIELDS, ERASED
from sync.protocol import MAX_CHANGES, MAX_REQUEST_BYTES, Change, Code

_log = logging.getLogger(__name__)

_REQUEST_BYTES: Final = 256 << 10  # of changes in one request, before compression
_UPSTREAM_BYTES: Final = MAX_REQUEST_BYTES // 2
FEW_HIDDEN: Final = 20
_ENDINGS: Final = {*ENDING_FIELDS, ERASED}
# Changes of a parcel that are merged in one transaction: bounds the memory.
_AT_ONCE: Final = 5_000
# A neighbour gives half a megabyte at a time; on a stick each change takes some bytes at least.
_MOST_NEAR: Final = 3 * MAX_CHANGES
_LEAST_PACKED: Final = 10
# Refusals after which the hub will never take the request from a carrier.
_FINAL: Final = frozenset({Code.REVOKED, Code.UNKNOWN_DEVICE, Code.BAD_SIGNATURE})
# And those that say something of the request alone; others tell of the way there, or of the day.
_UNREADABLE: Final = frozenset({Code.BAD_MESSAGE, Code.TOO_LARGE})


@dataclass(frozen=True)
class ParcelTaken:
    """What a parcel brought.

    `received` counts changes that were new here, `carried` requests kept for the hub, `left_out`
    requests of laptops that are revoked or not known here.
    """

    sender: str
    received: int
    carried: int
    left_out: int
    receipts: int


class CarryService:
    """Takes part in the exchange between laptops of one centre.

    Args:
        workspace: the open centre.
        post: the way to the hub; a test gives its own.
    """

    def __init__(self, workspace: Workspace, post: Post = client.post_once) -> None:
        self._workspace = workspace
        self._post = post

    @needs(Right.SYNC)
    def laptops(self) -> list[LaptopRow]:
        """Return the laptops of the centre as far as they are known here.

        Raises:
            UserError: `not_enrolled`.
        """
        return laptops(enrolled(self._workspace))

    @needs(Right.BUNDLE)
    def write_for(self, reader: str, path: Path) -> BundleWritten:
        """Write what another laptop of the centre lacks, as far as known, for it alone to read.

        `reader` is its id or its two letters.

        Raises:
            UserError: `not_enrolled`, `laptop_unknown`, `hub_revoked`, `file_exists`.
            StorageError: `cannot_write`.
        """
        device = self.find(reader)
        started = self._workspace.now()
        content, changes = write_parcel(
            path, lambda: self.parcel_for(device, {}, bundle.MAX_FILE_BYTES // 2, sys.maxsize)
        )
        now, partner = self._workspace.now(), device.hex()
        self._keep(
            Conversation(
                started, now, "stick", "written", partner, sent=changes, bytes_up=len(content)
            )
        )
        return BundleWritten(path, changes, len(content))

    @needs(Right.BUNDLE)
    def take(self, path: Path) -> ParcelTaken:
        """Take a parcel from another laptop; an old one, or the same one again, does no harm.

        Raises:
            UserError: `not_enrolled`, `file_missing`, `file_unreadable`, `hub_malformed`,
                `hub_wrong_hub`, `hub_wrong_device`, `hub_bad_signature`, `hub_revoked`,
                `mass_deletion`.
        """
        started = self._workspace.now()
        try:
            content = bundle.read_bounded(path)
            opened, taken = self.take_parcel(content, "stick")
            self._keep(
                Conversation(
                    started, self._workspace.now(), "stick", "done", opened.sender.hex(),
                    received=taken.received, bytes_down=len(content),
                )
            )  # fmt: skip
            return taken
        except errors.SyncError as error:
            raise in_words(error) from error
        except FileNotFoundError:
            raise UserError("file_missing", name=path.name) from None
        except OSError as error:
            raise UserError("file_unreadable", name=path.name) from error

    @needs(Right.SYNC)
    def parcel_for(
        self,
        reader: bytes,
        have: dict[Place, int],
        most_bytes: int,
        most_changes: int = MAX_CHANGES,
    ) -> tuple[bytes, int]:
        """Return a sealed parcel with what the reader has not, and how many changes those are.

        Raises:
            sync.errors.Rejected: the reader is revoked, unknown, or has no sealing key.
        """
        own = enrolled(self._workspace)
        roster = kept_roster(own)
        if roster is None:
            raise errors.Rejected(Code.UNKNOWN_DEVICE)
        member = roster.find(reader)
        store = DesktopStore(self._workspace)
        self._drop_erased()
        wall_ms = self._workspace.database.clock()
        requests, changes = own_requests(
            store, own.key, wall_ms, have, _REQUEST_BYTES, most_bytes, most_changes
        )
        room = most_bytes - sum(map(len, requests))
        with self._workspace.read() as session:
            for row in session.scalars(
                select(CarriedRequest)
                .where(CarriedRequest.device != reader)
                .order_by(
                    CarriedRequest.lane,
                    CarriedRequest.device,
                    CarriedRequest.epoch,
                    CarriedRequest.from_seq,
                )
            ):
                if row.lane != NEWS_LANE and row.to_seq <= have.get(
                    (row.device, row.epoch, row.lane), 0
                ):
                    continue
                if not most_bytes or (
                    changes and (len(row.body) > room or changes >= most_changes)
                ):
                    break
                room -= len(row.body)
                requests.append(row.body)
                changes += row.to_seq - row.from_seq + 1 if row.lane != NEWS_LANE else 0
            receipt = session.get(CarriedReceipt, reader)
            parcel = Parcel(
                roster=own.roster,
                requests=tuple(requests),
                receipts=(receipt.body,) if receipt is not None else (),
                have=tuple((*place, seq) for place, seq in places(session).items()),
            )
        sealed = seal_parcel(parcel, own.key, own.hub, own.device, reader, member.seal_key)
        return sealed, changes

    @needs(Right.SYNC)
    def take_parcel(self, content: bytes, way: Way = "near") -> tuple[Opened, ParcelTaken]:
        """Take a parcel's changes in, keep its requests for the hub, and take its receipts.

        Raises:
            sync.errors: as `sync.parcel.open_parcel`; MassDeletion. Nothing was taken then.
        """
        own = enrolled(self._workspace)
        opened = open_parcel(
            content, own.key, own.device, own.hub, own.scope, own.hub_key, own.roster
        )
        most = _MOST_NEAR if way == "near" else MAX_CHANGES + len(content) // _LEAST_PACKED
        readable, left_out = self._readable(opened, most)
        if opened.packed_roster != own.roster:
            keep_roster(self._workspace, opened.packed_roster)
        received = kept = 0
        slice_: list[Carried] = []
        for place, sealed in enumerate(readable, 1):
            carried = read_carried(sealed, opened.roster)
            if carried.device != own.device:
                slice_.append(carried)
            if place == len(readable) or sum(len(each.changes) for each in slice_) >= _AT_ONCE:
                new, more = self._take_in(slice_)
                received, kept, slice_ = received + new, kept + more, []
        settle_joins(self._workspace)
        self._workspace.news_came()
        receipts = sum(self._take_receipt(each, way) for each in opened.parcel.receipts)
        taken = ParcelTaken(opened.sender.hex(), received, kept, left_out, receipts)
        return opened, taken

    @needs(Right.SYNC)
    def keep_up(self) -> None:
        """After a conversation with the hub: a fresh roster when due, and pass on what is carried.

        A hub that cannot be reached is an ordinary state: it is logged, and tried again later.
        """
        settle_joins(self._workspace)
        try:
            own = enrolled(self._workspace)
            roster = kept_roster(own)
            now_ms = self._workspace.database.clock()
            if roster is None or abs(now_ms - roster.issued_ms) > ROSTER_MS:
                refresh_roster(self._workspace, self._post)
            self.pass_on()
        except (errors.SyncError, UserError) as error:
            _log.info("nothing passed on: %s", error.code)

    @needs(Right.SYNC)
    def pass_on(self) -> int:
        """Bring carried requests to the hub as their authors signed them; changes it has now.

        They are kept until the hub's own news says that it holds them: until then this may be
        the last copy, should the hub and their author both be put back to an old one. So this is
        best done after a conversation; what the hub lacks then, it is given again.

        Raises:
            UserError: `not_enrolled`. sync.errors.Offline and the like: some may have arrived.
        """
        own = enrolled(self._workspace)
        self._drop_erased()
        self._drop_arrived()
        with self._workspace.read() as session:
            authors = session.execute(
                select(CarriedRequest.device, CarriedRequest.epoch)
                .where(CarriedRequest.lane != NEWS_LANE, CarriedRequest.refused.is_(None))
                .distinct()
            ).all()
        return sum(self._pass_on_of(own, device, epoch) for device, epoch in authors)

    @needs(Right.SYNC)
    def find(self, reader: str) -> bytes:
        """Return the id of another laptop by its id or letters; asks the hub where it is not known.

        Raises:
            UserError: `not_enrolled`, `laptop_unknown`.
        """
        wanted = reader.strip().lower()

        def look() -> bytes | None:
            for row in self.laptops():
                if wanted in (row.device, row.letters.lower()) and not row.here:
                    return bytes.fromhex(row.device)
            return None

        found = look()
        if found is None:
            try:
                refresh_roster(self._workspace, self._post)
            except errors.SyncError as error:
                raise UserError("laptop_unknown", laptop=reader) from error
            found = look()
        if found is None:
            raise UserError("laptop_unknown", laptop=reader)
        return found

    def _keep(self, conversation: Conversation) -> None:
        with self._workspace.write() as session:
            keep_conversation(session, conversation)

    def _readable(self, opened: Opened, most: int) -> tuple[list[bytes], int]:
        """Read every request through before anything is taken; those to take, how many are not.

        None of what they unfold to is held meanwhile: a few bytes can say very much.

        Raises:
            sync.errors: one of them is forged or unreadable; more than `most` changes in all;
                MassDeletion.
        """
        readable: list[bytes] = []
        ending: list[Change] = []
        left_out = count = 0
        for sealed in opened.parcel.requests:
            try:
                carried = read_carried(sealed, opened.roster)
            except errors.Rejected as refusal:
                if refusal.code == Code.BAD_SIGNATURE:
                    raise
                # Its author holds it still, and the hub keeps what the revoked bring.
                left_out += 1
                continue
            count += len(carried.changes)
            if count > most:
                raise errors.Malformed(Code.TOO_LARGE, changes=count)
            ending += [each for each in carried.changes if not _ENDINGS.isdisjoint(each.fields)]
            readable.append(sealed)
        store = DesktopStore(self._workspace)
        hiding = store.count_hiding(ending)
        visible = store.visible()
        if hiding > max(FEW_HIDDEN, visible // 10):
            raise errors.MassDeletion("mass_deletion", deleting=hiding, of=visible)
        return readable, left_out

    def _take_in(self, found: Sequence[Carried]) -> tuple[int, int]:
        """Take changes in and keep their requests, in one transaction; new changes, requests."""
        changes = [change for each in found for change in each.changes]
        with self._workspace.database.write(applying=True) as session:
            now = self._workspace.now()
            received = take_in(session, changes, now)
            kept = sum(keep_request(session, each, now) for each in found)
        return received, kept

    def _take_receipt(self, content: bytes, way: Way) -> int:
        try:
            BundleService(self._workspace).take_receipt_bytes(content, way)
        except errors.SyncError as error:
            _log.warning("a receipt that was carried here was not taken: %s", error.code)
            return 0
        return 1

    def _pass_on_of(self, own: Enrolled, device: bytes, epoch: int) -> int:
        of_author = and_(CarriedRequest.device == device, CarriedRequest.epoch == epoch)
        with self._workspace.read() as session:
            rows = session.scalars(
                select(CarriedRequest)
                .where(of_author, CarriedRequest.refused.is_(None))
                .order_by(CarriedRequest.lane, CarriedRequest.from_seq)
            ).all()
        news = [row for row in rows if row.lane == NEWS_LANE]
        left = [row for row in rows if row.lane != NEWS_LANE]
        gained = 0
        while left:
            batch: list[CarriedRequest] = []
            size = changes = 0
            for row in left:
                size += len(row.body)
                changes += row.to_seq - row.from_seq + 1
                if batch and (size > _UPSTREAM_BYTES or changes > MAX_CHANGES):
                    break
                batch.append(row)
            left = left[len(batch) :]
            content = bundle.wrap_requests(
                [row.body for row in (*batch, *news)], own.hub, device, own.hub_seal_key
            )
            try:
                answer = self._post(own.way, "/v1/bundle", content)
                receipt, accepted = msgspec.msgpack.decode(
                    answer, type=tuple[bytes, tuple[int, ...]]
                )
            except errors.Rejected as refusal:
                if refusal.code not in {*_FINAL, *_UNREADABLE, "copied_laptop"}:
                    raise  # another time
                self._refuse(batch, refusal.code)
                return gained
            except msgspec.MsgspecError as error:
                raise errors.Malformed(Code.BAD_MESSAGE) from error
            self._keep_receipt(device, receipt)
            done = sum(
                row.to_seq - row.from_seq + 1
                for row in batch
                if row.lane < len(accepted) and row.to_seq <= accepted[row.lane]
            )
            gained += done
            if not done:
                # A gap before it, that the author fills if it can.
                self._refuse(batch, "gap")
                return gained
        return gained

    def _keep_receipt(self, device: bytes, receipt: bytes) -> None:
        with self._workspace.write() as session:
            kept = session.get(CarriedReceipt, device)
            if kept is None:
                kept = CarriedReceipt(device=device)
                session.add(kept)
            kept.body, kept.at = receipt, self._workspace.now()

    def _refuse(self, rows: Sequence[CarriedRequest], code: str) -> None:
        with self._workspace.write() as session:
            if code in _FINAL:
                forget(session, rows)
            elif code in _UNREADABLE:
                refuse(session, rows, code)
            else:
                take_over(session, rows)

    def _drop_arrived(self) -> None:
        with self._workspace.read() as session:
            arrived = arrived_requests(session)
        if arrived:
            with self._workspace.write() as session:
                for key in arrived:
                    session.delete(session.get_one(CarriedRequest, key))

    def _drop_erased(self) -> None:
        """Drop carried requests whose records were erased since, here or elsewhere."""
        with self._workspace.read() as session:
            erased = erased_among_carried(session, ERASED)
        if erased:
            with self._workspace.write() as session:
                forget_carried(session, erased)
