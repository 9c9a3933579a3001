"""Joining a hub, one conversation with it, and where sync stands."""

from __future__ import annotations

import platform
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import delete, func, inspect, select, update
from sqlalchemy.orm import Session

from desktop.errors import Cancelled, UserError
from desktop.models.area import Centre
from desktop.models.base import synced_classes
from desktop.models.program import Change, DeviceState, Setting, SyncSession
from desktop.progress import Progress
from desktop.services.audit import AuditService
from desktop.services.masking import told_kind
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.sync.conflict_facts import count_asked
from desktop.services.sync.conversations import Conversation, keep_conversation
from desktop.services.sync.hub_way import authority_file, keep_proxy, kept_proxy, way_to_hub
from desktop.services.sync.store import DesktopStore
from desktop.services.sync.waiting import waiting_records
from desktop.services.workspace import Workspace
from sync import client, errors
from sync.address import Way, hub_address, proxy_address
from sync.engine import Engine
from sync.joining import Joined, join
from sync.ports import Remote, pack_link, unpack_link
from sync.protocol import EnrolAnswer, EnrolRequest
from sync.sealing import public_sealing_key
from sync.turn import Summary

RemoteMaker = Callable[..., Remote]
"""Called with the way, device, key and hub."""
Enrolling = Callable[..., Joined]
"""Asks to join, as `sync.joining.join` does."""


_FIRST_DOWNLOAD: Final = "first_download"
"""The laptop's setting that stands until all that the centre had has arrived."""


@dataclass(frozen=True)
class SyncStatus:
    """Where sync stands; `made` counts this laptop's changes, of which `waiting` are unsent.

    `first_hop` is what has to answer first: the office's proxy, else the hub. `receiving` until
    what the centre had before this laptop joined is here.
    """

    enrolled: bool
    hub_url: str
    first_hop: str
    waiting: int
    made: int
    last_sync: datetime | None
    receipt: str
    conflicts: int
    centre: UUID
    centre_name: str
    device: str
    letters: str
    receiving: bool = False


@dataclass(frozen=True)
class SyncReport:
    """What one conversation did; bytes over HTTP."""

    sent: int
    received: int
    bytes_up: int
    bytes_down: int
    requests: int
    waiting: int
    receipt: str
    set_aside: int = 0
    restarted: bool = False


@dataclass(frozen=True)
class SessionRow:
    """One past conversation; `outcome` is `done`, `written`, `visited` or a code of why it ended.

    `way` is `link`, `stick` or `near`; `partner` the id of the other laptop, "" for the hub.
    """

    started_at: datetime
    ended_at: datetime | None
    sent: int
    received: int
    bytes_up: int
    bytes_down: int
    requests: int
    receipt: str
    outcome: str
    way: str = "link"
    partner: str = ""


class SyncService:
    """The laptop's side of sync. Only one conversation runs at a time.

    Args:
        workspace: the open centre.
        remote: makes the way to the hub; a test gives its own.
        enrolling: asks to join; likewise.
        after: done once the hub has answered: joined, or a conversation ended well.
    """

    def __init__(
        self,
        workspace: Workspace,
        remote: RemoteMaker = client.HttpRemote,
        enrolling: Enrolling = join,
        after: Callable[[], None] | None = None,
    ) -> None:
        self._workspace = workspace
        self._make_remote = remote
        self._enrolling = enrolling
        self._after = after or _nothing_more
        self._running = threading.Lock()
        self._remote: Remote | None = None
        self._way: Way | None = None

    @needs(Right.ENROL)
    def enrol(
        self, url: str, code: str, *, proxy: str = "", unencrypted: bool = False
    ) -> SyncStatus:
        """Join a centre at a hub with a one-time code.

        A centre begun offline is adopted by a hub that has no records of it yet; else this
        laptop's records move into the hub's centre, and nothing of them is lost. The code is
        sent, sealed, only to the hub whose key it names; the authority that this hub vouches for
        is pinned: no other is believed from then on.

        Args:
            url: as typed.
            code: likewise.
            proxy: to go through from now on; "" leaves it as it is set.
            unencrypted: allow plain http to another machine.

        Raises:
            UserError: `already_enrolled`, `offline`, `hub_bad_address`, `hub_plain_address`,
                `hub_bad_code` and the like.
        """
        with self._workspace.read() as session:
            device = session.get_one(DeviceState, 1)
            kept = kept_proxy(session)
        if device.hub_url:
            raise UserError("already_enrolled", hub=device.hub_url)
        key = Ed25519PrivateKey.from_private_bytes(device.signing_key)
        request = EnrolRequest(
            code="",
            device=device.device,
            public_key=key.public_key().public_bytes_raw(),
            name=platform.node() or "laptop",
            letters=device.letters,
            centre=device.centre_id.bytes,
            seal_key=public_sealing_key(key),
        )
        try:
            way = Way(hub_address(url), proxy=proxy_address(proxy) or kept, unencrypted=unencrypted)
            joined = self._enrolling(
                way, code, request, key, lambda pem: authority_file(self._workspace, pem)
            )
        except errors.SyncError as error:
            raise in_words(error) from error
        self._keep_enrolment(way, joined.answer, joined.authority)
        self._after()
        return self.status()

    @needs(Right.SYNC)
    def sync_now(
        self,
        progress: Progress | None = None,
        max_seconds: float | None = None,
        *,
        allow_mass_deletion: bool = False,
    ) -> SyncReport:
        """Send what waits and take what is new.

        Raises:
            UserError: `not_enrolled`, `sync_running`, `offline`, `mass_deletion` (with `deleting`
                and `of`), `hub_...` for what the hub said.
            Cancelled: asked to stop; what was acknowledged stays so.
        """
        if not self._running.acquire(blocking=False):
            raise UserError("sync_running")
        try:
            AuditService(self._workspace).anchor()
            # Whoever has nothing yet loses nothing: the brake is for work that is here.
            first = self.status().receiving
            try:
                report = self._converse(progress, max_seconds, allow_mass_deletion or first)
            finally:
                # What was heard before a link was cut counts too.
                self._workspace.news_came()
            if first and max_seconds is None:
                with self._workspace.write() as session:
                    session.execute(delete(Setting).where(Setting.name == _FIRST_DOWNLOAD))
            self._after()
            return report
        finally:
            self._running.release()

    @open_to_all
    def status(self) -> SyncStatus:
        """Return where sync stands, from the database alone."""
        with self._workspace.read(named=True) as session:
            device = session.get_one(DeviceState, 1)
            centre = session.get(Centre, device.centre_id)
            made = sum(following - 1 for following in device.next_seq)
            return SyncStatus(
                enrolled=bool(device.hub_url),
                hub_url=device.hub_url or "",
                first_hop=kept_proxy(session) or device.hub_url or "",
                waiting=made - sum(device.acked_seq),
                made=made,
                last_sync=device.last_sync,
                receipt=device.receipt or "",
                conflicts=open_conflicts(session),
                centre=device.centre_id,
                centre_name=centre.name if centre else "",
                device=device.device.hex(),
                letters=device.letters,
                receiving=session.get(Setting, ("", _FIRST_DOWNLOAD)) is not None,
            )

    @needs(Right.SYNC)
    def waiting_by_kind(self) -> Mapping[str, int]:
        """Return how many changes of each kind wait; together as many as `status` says."""
        with self._workspace.read() as session:
            waiting = waiting_records(session).with_only_columns(Change.kind, func.count())
            rows = session.execute(waiting.group_by(Change.kind))
            found: dict[str, int] = {}
            for kind, count in rows:
                found[told_kind(kind)] = found.get(told_kind(kind), 0) + count
            return found

    @needs(Right.SYNC)
    def sessions(self, limit: int = 20) -> list[SessionRow]:
        """Return the last conversations, newest first."""
        with self._workspace.read() as session:
            rows = session.scalars(
                select(SyncSession).order_by(SyncSession.started_at.desc()).limit(limit)
            )
            return [
                SessionRow(
                    row.started_at, row.ended_at, row.sent, row.received, row.bytes_up,
                    row.bytes_down, row.requests, row.receipt or "", row.outcome, row.way,
                    row.partner or "",
                )
                for row in rows
            ]  # fmt: skip

    @open_to_all
    def close(self) -> None:
        """Give the connection to the hub back."""
        closing = getattr(self._remote, "close", None)
        if closing is not None:
            closing()
        self._remote = self._way = None

    def _converse(
        self, progress: Progress | None, max_seconds: float | None, allow_mass_deletion: bool
    ) -> SyncReport:
        store = DesktopStore(self._workspace)
        remote = self._connected()
        engine = Engine(store, remote, self._workspace.database.clock)
        started, before = self._workspace.now(), (remote.bytes_up, remote.bytes_down)
        summary = Summary()
        outcome = "failed"
        try:
            summary = engine.run(progress, max_seconds, allow_mass_deletion)
            outcome = "done"
        except errors.SyncError as error:
            outcome = error.code
            raise in_words(error) from error
        except Cancelled:
            outcome = "cancelled"
            raise
        finally:
            summary.bytes_up = remote.bytes_up - before[0]
            summary.bytes_down = remote.bytes_down - before[1]
            self._keep_session(started, summary, outcome)
        return SyncReport(
            sent=summary.sent,
            received=summary.received,
            bytes_up=summary.bytes_up,
            bytes_down=summary.bytes_down,
            requests=summary.requests,
            waiting=store.waiting(),
            receipt=summary.receipt or self.status().receipt,
            set_aside=summary.set_aside,
            restarted=summary.restarted,
        )

    def _connected(self) -> Remote:
        with self._workspace.read() as session:
            way = way_to_hub(self._workspace, session)
            device = session.get_one(DeviceState, 1)
        if self._remote is None or way != self._way:
            self.close()
            key = Ed25519PrivateKey.from_private_bytes(device.signing_key)
            try:
                self._remote = self._make_remote(way, device.device, key, (device.hub or {})["id"])
            except errors.Rejected as error:
                raise in_words(error) from error
            self._way = way
        return self._remote

    def _keep_session(self, started: datetime, summary: Summary, outcome: str) -> None:
        with self._workspace.write() as session:
            keep_conversation(
                session,
                Conversation(
                    started_at=started,
                    way="link",
                    ended_at=self._workspace.now(),
                    sent=summary.sent,
                    received=summary.received,
                    bytes_up=summary.bytes_up,
                    bytes_down=summary.bytes_down,
                    requests=summary.requests,
                    receipt=summary.receipt,
                    outcome=outcome,
                ),
            )

    def _keep_enrolment(self, way: Way, answer: EnrolAnswer, pinned: bytes) -> None:
        with self._workspace.write() as session:
            device = session.get_one(DeviceState, 1)
            own = device.centre_id
            theirs = UUID(bytes=answer.centre) if answer.centre else own
            if theirs != own:
                _move_to_centre(session, device, theirs)
            elif session.get(Centre, own) is None:
                session.add(Centre(id=own, name=answer.centre_name, tambon=answer.tambon))
            device.hub_url = way.address
            device.hub = {
                "id": answer.hub, "scope": answer.scope, "seal_key": answer.hub_seal_key,
                "authority": pinned,
            }  # fmt: skip
            if way.proxy:
                keep_proxy(session, way.proxy)
            device.hub_key = answer.hub_key
            if not unpack_link(device.link).cursor:
                session.merge(Setting(user="", name=_FIRST_DOWNLOAD, value=True))
            device.letters = answer.letters
            offset_ms = answer.hub_ms - self._workspace.database.clock()
            device.offset_ms = offset_ms
            device.link = pack_link(_with_offset(device.link, offset_ms, answer.hub_ms))
        self._workspace.centre_id = theirs


def _nothing_more() -> None:
    """The service stands alone."""


def open_conflicts(session: Session) -> int:
    """Return how many conflicts wait for a person."""
    return count_asked(session)


def in_words(error: errors.SyncError) -> UserError:
    """Return a sync error as one with a code that screens and the command line have words for."""
    if isinstance(error, errors.Offline) and error.code == "offline":
        return UserError("offline", reason=str(error.values.get("reason", "")))
    if isinstance(error, errors.MassDeletion):
        return UserError("mass_deletion", **error.values)
    if isinstance(error, errors.Incompatible):
        return UserError("hub_incompatible")
    if isinstance(error, errors.Malformed):
        return UserError("hub_malformed")
    return UserError(f"hub_{error.code}", **error.values)


def _with_offset(link: bytes, offset_ms: int, heard_ms: int) -> Any:
    return msgspec.structs.replace(unpack_link(link), offset_ms=offset_ms, heard_ms=heard_ms)


def _move_to_centre(session: Session, device: DeviceState, theirs: UUID) -> None:
    """Let every record belong to the hub's centre; the centre record made here is hidden."""
    mine = session.get(Centre, device.centre_id)
    if mine is not None:
        mine.deleted = True
        session.flush()
    for cls in synced_classes().values():
        table = inspect(cls).local_table
        session.execute(update(table).values(centre_id=theirs))
    device.centre_id = theirs
