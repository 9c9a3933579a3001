"""The province hub on the command line: enrol, sync, status, conflicts."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop.cli.context import Context
from desktop.services.sync_conflicts import ConflictRow
from desktop.services.sync_service import SyncStatus
from sync.parcel import is_parcel


def enrol(context: Context, options: argparse.Namespace) -> int:
    """Join a centre at a hub with a one-time code."""
    status = context.services().sync.enrol(options.hub, options.code)
    return context.answer(
        {**_status(status), "hub": status.hub_url},
        [f"เข้าร่วมแล้ว / Enrolled: {status.centre_name} ({status.hub_url})"],
    )


def sync(context: Context, options: argparse.Namespace) -> int:
    """Send what waits and take what is new."""
    report = context.services().sync.sync_now(
        max_seconds=options.max_seconds, allow_mass_deletion=options.allow_mass_deletion
    )
    return context.answer(
        {
            "sent": report.sent,
            "received": report.received,
            "bytes_up": report.bytes_up,
            "bytes_down": report.bytes_down,
            "requests": report.requests,
            "waiting": report.waiting,
            "receipt": report.receipt,
            "set_aside": report.set_aside,
            "restarted": report.restarted,
        },
        [
            f"ส่ง / sent {report.sent:,}  รับ / received {report.received:,}  "
            f"ค้าง / waiting {report.waiting:,}  ใบรับ / receipt {report.receipt}"
        ],
    )


def status(context: Context, _options: argparse.Namespace) -> int:
    """Say where sync stands."""
    now = context.services().sync.status()
    last = now.last_sync.astimezone().isoformat(timespec="minutes") if now.last_sync else "-"
    return context.answer(
        _status(now),
        [
            f"{now.centre_name}  ค้างส่ง / waiting {now.waiting:,} จาก / of {now.made:,}",
            f"ครั้งล่าสุด / last {last}  ใบรับ / receipt {now.receipt or '-'}  "
            f"ขัดกัน / conflicts {now.conflicts:,}",
        ],
    )


def conflicts(context: Context, _options: argparse.Namespace) -> int:
    """List the edits that clash."""
    rows = context.services().conflicts.open()
    return context.answer(
        {"conflicts": [_conflict(row) for row in rows]},
        (
            f"{row.id}\t{row.learner_name}\t{row.field}\t"
            f"ของเรา / mine: {row.mine}\tของเขา / theirs: {row.theirs}\t{row.who}"
            for row in rows
        ),
    )


def resolve(context: Context, options: argparse.Namespace) -> int:
    """Decide a conflict."""
    services = context.services()
    count = services.conflicts.decide([options.id], options.choice)
    left = len(services.conflicts.open())
    return context.answer(
        {"resolved": count, "conflicts": left},
        [f"ตัดสินแล้ว / Decided: {count}  เหลือ / left {left}"],
    )


def bundle_export(context: Context, options: argparse.Namespace) -> int:
    """Write what waits to a file for the hub, or for another laptop of the centre."""
    services = context.services()
    if options.to_laptop:
        written = services.carrying.write_for(options.to_laptop, options.out)
    else:
        written = services.bundles.write(options.out)
    return context.answer(
        {"file": written.path, "changes": written.changes, "bytes": written.size},
        [f"เขียนแล้ว / Written: {written.path}  {written.changes:,} รายการ / changes"],
    )


def bundle_import(context: Context, options: argparse.Namespace) -> int:
    """Take the hub's receipt for a file, or what another laptop of the centre wrote."""
    services = context.services()
    if _is_parcel(options.file):
        parcel = services.carrying.take(options.file)
        return context.answer(
            {
                "from": parcel.sender,
                "received": parcel.received,
                "carried": parcel.carried,
                "left_out": parcel.left_out,
                "receipts": parcel.receipts,
                "waiting": services.sync.status().waiting,
            },
            [
                f"รับแล้ว / Taken: ใหม่ / new {parcel.received:,}  "
                f"ฝากส่งต่อ / to pass on {parcel.carried:,}"
            ],
        )
    taken = services.bundles.take_receipt(options.file)
    return context.answer(
        {
            "sent": taken.sent,
            "received": taken.received,
            "waiting": taken.waiting,
            "receipt": taken.receipt,
        },
        [
            f"รับแล้ว / Taken: ส่งถึง / safe {taken.sent:,}  รับ / received {taken.received:,}  "
            f"ค้าง / waiting {taken.waiting:,}"
        ],
    )


def bundle_laptops(context: Context, _options: argparse.Namespace) -> int:
    """List the laptops of the centre that a file can be written for."""
    rows = context.services().carrying.laptops()
    return context.answer(
        {"laptops": [asdict(row) for row in rows]},
        (
            f"{row.device}\t{row.letters}"
            f"{'  เครื่องนี้ / this one' if row.here else ''}"
            f"{'  ยกเลิกแล้ว / revoked' if row.revoked else ''}"
            for row in rows
        ),
    )


def _is_parcel(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return is_parcel(file.read(64))
    except OSError:
        # The service that is asked next says what is wrong with it.
        return False


def _status(now: SyncStatus) -> dict[str, Any]:
    return {
        "waiting": now.waiting,
        "last_sync": now.last_sync,
        "receipt": now.receipt,
        "conflicts": now.conflicts,
        "centre": now.centre,
        "device": now.device,
        "centre_name": now.centre_name,
        "made": now.made,
        "enrolled": now.enrolled,
    }


def _conflict(row: ConflictRow) -> dict[str, Any]:
    return {
        "id": row.id,
        "record": row.record,
        "field": row.field,
        "mine": row.mine,
        "theirs": row.theirs,
        "base": row.base,
        "who": row.who,
        "when": row.when,
        "kind": row.kind,
        "learner": row.learner,
        "other_field": row.other_field,
        "mine_shown": row.mine_shown,
        "asked": row.asked,
    }
