"""A file about sync that can be sent to whoever helps: numbers, codes and kinds, nobody's words."""

from __future__ import annotations

import json
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlalchemy
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.durable_files import refused
from desktop.errors import StorageError, UserError
from desktop.migrations import newest
from desktop.models.carried import CarriedReceipt, CarriedRequest
from desktop.models.program import Change, Conflict, DeviceState, SetAside, SyncSession
from desktop.services.masking import told_kind
from desktop.services.rights import Right, needs
from desktop.services.sync.roster import enrolled, laptops
from desktop.services.workspace import Workspace
from sync.own_files import write_new
from sync.ports import unpack_link
from sync.protocol import PROTOCOL, SPOKEN

_SESSIONS: Final = 50
_FORM: Final = 1


@dataclass(frozen=True)
class DiagnosticsWritten:
    """The file, and its size in bytes."""

    path: Path
    size: int


class DiagnosticService:
    """Gathers what is needed to find a fault in sync.

    It reads only columns that no person's word can be in: it names each of them, rather than
    leaving some out, so that a column that is new stays outside until somebody puts it in.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.SYNC)
    def gather(self) -> dict[str, Any]:
        """Return everything that goes into the file, as JSON holds it."""
        with self._workspace.read() as session:
            found = {
                "form": _FORM,
                "at": self._workspace.now().isoformat(),
                "program": _program(),
                "device": _device(session, self._workspace.database.clock()),
                "changes": _changes(session),
                "conflicts": _conflicts(session),
                "set_aside": _set_aside(session),
                "carried": _carried(session),
                "sessions": _sessions(session),
            }
        found["laptops"] = self._laptops()
        return found

    @needs(Right.SYNC)
    def write(self, path: Path) -> DiagnosticsWritten:
        """Write the file; never in the place of another.

        Raises:
            UserError: `file_exists`. StorageError: `cannot_write`.
        """
        content = json.dumps(self.gather(), indent=1).encode()
        try:
            write_new(path, content)
        except FileExistsError:
            raise UserError("file_exists", file=path.name) from None
        except OSError as error:
            otherwise = StorageError("cannot_write", file=path.name)
            raise refused(error, path, otherwise) from error
        return DiagnosticsWritten(path, len(content))

    def _laptops(self) -> list[dict[str, Any]]:
        try:
            rows = laptops(enrolled(self._workspace))
        except UserError:
            return []
        return [{"device": row.device, "here": row.here, "revoked": row.revoked} for row in rows]


def _program() -> dict[str, Any]:
    return {
        "schema": newest(),
        "protocol": PROTOCOL,
        "spoken": sorted(SPOKEN),
        "python": platform.python_version(),
        "system": platform.system(),
        "release": platform.release(),
        "sqlalchemy": sqlalchemy.__version__,
    }


def _device(session: Session, now_ms: int) -> dict[str, Any]:
    row = session.get_one(DeviceState, 1)
    link = unpack_link(row.link)
    return {
        "device": row.device.hex(),
        "centre": row.centre_id.hex,
        "enrolled": bool(row.hub_url),
        "secure": (row.hub_url or "").startswith("https://"),
        "pinned": bool((row.hub or {}).get("authority")),
        "epoch": row.epoch,
        "made": [following - 1 for following in row.next_seq],
        "acknowledged": list(row.acked_seq),
        "last_stamp": row.last_stamp.hex(),
        "clock_ms": now_ms,
        "offset_ms": row.offset_ms,
        "cursor": link.cursor.hex(),
        "heard_ms": link.heard_ms,
        "request_no": link.request_no,
        "batch_bytes": link.batch_bytes,
        "rereading": link.rereading,
        "receipt": row.receipt,
        "last_sync": row.last_sync.isoformat() if row.last_sync else None,
    }


def _changes(session: Session) -> list[dict[str, Any]]:
    columns = (Change.device, Change.epoch, Change.lane, Change.kind)
    rows = session.execute(
        select(
            *columns,
            func.count(),
            func.max(Change.seq),
            func.sum(Change.doubtful),
            func.sum(Change.at_hub),
        )
        .group_by(*columns)
        .order_by(*columns)
    )
    return [
        {
            "device": device.hex(), "epoch": epoch, "lane": lane, "kind": told_kind(kind),
            "count": count,
            "highest": highest, "doubtful": int(doubtful or 0), "at_hub": int(at_hub or 0),
        }
        for device, epoch, lane, kind, count, highest, doubtful, at_hub in rows
    ]  # fmt: skip


def _conflicts(session: Session) -> list[dict[str, Any]]:
    columns = (Conflict.kind, Conflict.field, Conflict.review, Conflict.settled)
    rows = session.execute(select(*columns, func.count()).group_by(*columns).order_by(*columns))
    return [
        {"kind": kind, "field": field, "asked": asked, "settled": settled, "count": count}
        for kind, field, asked, settled, count in rows
        if told_kind(kind) == kind
    ]


def _set_aside(session: Session) -> list[dict[str, Any]]:
    columns = (SetAside.device, SetAside.kind, SetAside.reason)
    rows = session.execute(select(*columns, func.count()).group_by(*columns).order_by(*columns))
    return [
        {"device": device.hex(), "kind": told_kind(kind), "reason": reason, "count": count}
        for device, kind, reason, count in rows
    ]


def _carried(session: Session) -> dict[str, Any]:
    columns = (CarriedRequest.device, CarriedRequest.epoch, CarriedRequest.lane)
    rows = session.execute(
        select(*columns, func.count(), func.max(CarriedRequest.to_seq), CarriedRequest.refused)
        .group_by(*columns, CarriedRequest.refused)
        .order_by(*columns)
    )
    return {
        "requests": [
            {
                "device": device.hex(), "epoch": epoch, "lane": lane, "count": count,
                "highest": highest, "refused": refused,
            }
            for device, epoch, lane, count, highest, refused in rows
        ],
        "receipts": session.scalar(select(func.count()).select_from(CarriedReceipt)) or 0,
    }  # fmt: skip


def _sessions(session: Session) -> list[dict[str, Any]]:
    rows = session.scalars(
        select(SyncSession).order_by(SyncSession.started_at.desc()).limit(_SESSIONS)
    )
    return [
        {
            "started": row.started_at.isoformat(),
            "ended": row.ended_at.isoformat() if row.ended_at else None,
            "sent": row.sent, "received": row.received, "requests": row.requests,
            "bytes_up": row.bytes_up, "bytes_down": row.bytes_down, "outcome": row.outcome,
        }
        for row in rows
    ]  # fmt: skip
