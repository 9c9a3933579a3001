"""Sync without any link: what waits goes out in a file on a stick, and a receipt comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.durable_files import refused
from desktop.errors import StorageError, UserError
from desktop.models.program import DeviceState
from desktop.services.audit import AuditService
from desktop.services.rights import Right, needs
from desktop.services.sync.conversations import Conversation, Way, keep_conversation
from desktop.services.sync.joins import settle_joins
from desktop.services.sync.service import in_words
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync import bundle, errors
from sync.engine import Engine
from sync.own_files import write_new
from sync.protocol import SyncAnswer, SyncRequest
from sync.turn import Summary


@dataclass(frozen=True)
class BundleWritten:
    """A file with everything that waits; nothing of it counts as sent before its receipt."""

    path: Path
    changes: int
    size: int


@dataclass(frozen=True)
class ReceiptTaken:
    """What a receipt confirmed and brought."""

    sent: int
    received: int
    waiting: int
    receipt: str


class BundleService:
    """Writes bundles and takes their receipts."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.BUNDLE)
    def write(self, path: Path) -> BundleWritten:
        """Write what waits for the hub, signed by this laptop and sealed to the hub.

        Raises:
            UserError: `not_enrolled`, `hub_no_sealing_key`, `file_exists`.
            StorageError: `cannot_write`.
        """
        device = self._device()
        seal_key = (device.hub or {}).get("seal_key") or b""
        AuditService(self._workspace).anchor()
        started = self._workspace.now()
        store = DesktopStore(self._workspace)
        content, changes = write_parcel(
            path, lambda: bundle.make_bundle(store, _key(device), seal_key, self._clock())
        )
        self._keep(
            Conversation(
                started, self._workspace.now(), "stick", "written", sent=changes,
                bytes_up=len(content),
            )
        )  # fmt: skip
        return BundleWritten(path, changes, len(content))

    @needs(Right.BUNDLE)
    def take_receipt(self, path: Path) -> ReceiptTaken:
        """Take the hub's receipt; an old one, or the same one again, does no harm.

        Raises:
            UserError: `not_enrolled`, `file_missing`, `hub_malformed`, `hub_wrong_hub`,
                `hub_wrong_device`, `hub_bad_signature`, `mass_deletion`.
        """
        self._device()
        try:
            summary = self.take_receipt_bytes(bundle.read_bounded(path), "stick")
        except errors.SyncError as error:
            raise in_words(error) from error
        except FileNotFoundError:
            raise UserError("file_missing", name=path.name) from None
        except OSError as error:
            raise UserError("file_unreadable", name=path.name) from error
        return ReceiptTaken(
            summary.sent, summary.received, summary.waiting, self._device().receipt or ""
        )

    @needs(Right.SYNC)
    def take_receipt_bytes(self, content: bytes, way: Way = "near") -> Summary:
        """Take a receipt that came as a file of its own, or in what a neighbour gave.

        Raises:
            UserError: `not_enrolled`. sync.errors: as `sync.bundle.take_receipt`.
        """
        device = self._device()
        store = DesktopStore(self._workspace)
        engine = Engine(store, _NoLink(), self._workspace.database.clock)
        started = self._workspace.now()
        summary = bundle.take_receipt(content, store, engine, _key(device), device.hub_key or b"")
        self._workspace.news_came()
        settle_joins(self._workspace)
        if summary.sent or summary.received:
            self._keep(
                Conversation(
                    started, self._workspace.now(), way, "done", sent=summary.sent,
                    received=summary.received, bytes_down=len(content),
                    receipt=self._device().receipt or "",
                )
            )  # fmt: skip
        return summary

    @needs(Right.SYNC)
    def waiting(self) -> int:
        """Return how many own changes the hub has not confirmed."""
        return DesktopStore(self._workspace).waiting()

    def _keep(self, conversation: Conversation) -> None:
        with self._workspace.write() as session:
            keep_conversation(session, conversation)

    def _device(self) -> DeviceState:
        with self._workspace.read() as session:
            device = session.get_one(DeviceState, 1)
        if not device.hub_url:
            raise UserError("not_enrolled")
        return device

    def _clock(self) -> int:
        return self._workspace.database.clock()


class _NoLink:
    """The way to a hub that cannot be asked."""

    bytes_up = 0
    bytes_down = 0

    def turn(self, request: SyncRequest, request_no: int) -> SyncAnswer:
        """There is no link."""
        raise errors.Offline("offline", reason="no link")


def _key(device: DeviceState) -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(device.signing_key)


def write_parcel(path: Path, make: Callable[[], tuple[bytes, int]]) -> tuple[bytes, int]:
    """Make a parcel and write it to a new file; what was made: the bytes, and how many changes.

    Raises:
        UserError: `file_exists`, and what sync tells of.
        StorageError: `cannot_write`.
    """
    try:
        content, changes = make()
        write_new(path, content)
    except errors.SyncError as error:
        raise in_words(error) from error
    except FileExistsError:
        raise UserError("file_exists", file=path.name) from None
    except OSError as error:
        raise refused(error, path, StorageError("cannot_write", file=path.name)) from error
    return content, changes
