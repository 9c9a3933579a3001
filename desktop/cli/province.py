"""The province hub on the command line: enrol, sync, status, what was done, sticks."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import Any

from desktop import wording
from desktop.cli.context import Context
from desktop.cli.words import both, code_words, kind_words
from desktop.services.sync.hub_link import HubLink
from desktop.services.sync.ledger import ReceiptRow, SetAsideRow
from desktop.services.sync.service import SessionRow, SyncStatus
from resources.clock import in_thailand


def enrol(context: Context, options: argparse.Namespace) -> int:
    """Join a centre at a hub with a one-time code."""
    status = context.services().sync.enrol(
        options.hub, options.code, proxy=options.proxy, unencrypted=options.unencrypted
    )
    return context.answer(
        {**_status(status), "hub": status.hub_url},
        [f"เข้าร่วมแล้ว / Enrolled: {status.centre_name} ({status.hub_url})"],
    )


def hub_show(context: Context, _options: argparse.Namespace) -> int:
    """Say how the hub is reached."""
    return _answer_link(context, context.services().hub_link.now())


def hub_move(context: Context, options: argparse.Namespace) -> int:
    """Reach the hub at its new address, once the same hub has answered there."""
    link = context.services().hub_link.move(options.hub, unencrypted=options.unencrypted)
    return _answer_link(context, link)


def hub_proxy(context: Context, options: argparse.Namespace) -> int:
    """Go through the office's proxy, or straight."""
    return _answer_link(context, context.services().hub_link.set_proxy(options.proxy))


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
    last = in_thailand(now.last_sync).isoformat(timespec="minutes") if now.last_sync else "-"
    return context.answer(
        _status(now),
        [
            f"{now.centre_name}  ค้างส่ง / waiting {now.waiting:,} จาก / of {now.made:,}",
            f"ครั้งล่าสุด / last {last}  ใบรับ / receipt {now.receipt or '-'}  "
            f"ขัดกัน / conflicts {now.conflicts:,}",
        ],
    )


def sessions(context: Context, _options: argparse.Namespace) -> int:
    """List past conversations: with the hub, on sticks, with neighbours."""
    rows = context.services().sync.sessions(200)
    return context.answer(
        {"sessions": [asdict(row) for row in rows]},
        (
            f"{in_thailand(row.started_at):%Y-%m-%d %H:%M}\t{_way(row)}\t"
            f"ส่ง / sent {row.sent:,}  รับ / received {row.received:,}  "
            f"{row.bytes_up + row.bytes_down:,} B\t{_outcome(row)}  {row.receipt}"
            for row in rows
        ),
    )


def receipts(context: Context, _options: argparse.Namespace) -> int:
    """List the hub's receipts."""
    rows = context.services().ledger.receipts(200)
    return context.answer(
        {"receipts": [asdict(row) for row in rows]},
        (
            f"{row.number}\t{in_thailand(row.at):%Y-%m-%d %H:%M}\t{_way(row)}\t"
            f"ส่งถึง / safe {row.sent:,}  รับ / received {row.received:,}"
            for row in rows
        ),
    )


def laptops(context: Context, _options: argparse.Namespace) -> int:
    """List the laptops of the centre as far as they were seen here."""
    rows = context.services().ledger.laptops()
    return context.answer(
        {"laptops": [asdict(row) for row in rows]},
        (
            f"{row.device}\t{row.letters}\t{row.last_edit or '-'}"
            f"{'  เครื่องนี้ / this one' if row.here else ''}"
            f"{'  ยกเลิกแล้ว / revoked' if row.revoked else ''}"
            for row in rows
        ),
    )


def set_aside(context: Context, options: argparse.Namespace) -> int:
    """List the changes that were set aside; take those from elsewhere in again when asked."""
    ledger = context.services().ledger
    retried = ledger.retry_set_aside() if options.retry else 0
    rows = ledger.set_aside()
    answer: dict[str, Any] = {"set_aside": [asdict(row) for row in rows]}
    if options.retry:
        answer["taken"] = retried
    return context.answer(
        answer,
        (
            f"{kind_words(row.kind)}\t{row.record}\t{row.learner_name}\t"
            f"{'เครื่องนี้ / own' if row.own else row.device}\t"
            f"{_why(row)}"
            for row in rows
        ),
    )


def bundle_export(context: Context, options: argparse.Namespace) -> int:
    """Write what waits to a file for the hub, or for another laptop of the centre."""
    services = context.services()
    if options.out.is_dir():
        written = services.sticks.write(options.out, options.to_laptop)
    elif options.to_laptop:
        written = services.carrying.write_for(options.to_laptop, options.out)
    else:
        written = services.bundles.write(options.out)
    return context.answer(
        {"file": written.path, "changes": written.changes, "bytes": written.size},
        [f"เขียนแล้ว / Written: {written.path}  {written.changes:,} รายการ / changes"],
    )


def bundle_import(context: Context, options: argparse.Namespace) -> int:
    """Take the hub's receipt for a file, or what another laptop of the centre wrote."""
    taken = context.services().sticks.take(options.file)
    if taken.kind == "parcel":
        return context.answer(
            {
                "kind": taken.kind,
                "from": taken.sender,
                "sent": taken.sent,
                "received": taken.received,
                "carried": taken.carried,
                "left_out": taken.left_out,
                "waiting": taken.waiting,
            },
            [
                f"รับแล้ว / Taken: ใหม่ / new {taken.received:,}  "
                f"ฝากส่งต่อ / to pass on {taken.carried:,}"
            ],
        )
    return context.answer(
        {
            "kind": taken.kind,
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


def _answer_link(context: Context, link: HubLink) -> int:
    risk = "  ไม่เข้ารหัส คนอื่นอ่านได้ / NOT ENCRYPTED: others can read it"
    return context.answer(
        asdict(link),
        [
            f"{link.address or '-'}{risk if link.unencrypted else ''}",
            f"พร็อกซี / proxy {link.proxy or '-'}",
        ],
    )


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


def _way(row: SessionRow | ReceiptRow) -> str:
    return code_words("session_way", row.way)


def _outcome(row: SessionRow) -> str:
    return both(lambda language: wording.outcome(row.outcome, language))


def _why(row: SetAsideRow) -> str:
    return both(lambda language: wording.set_aside(row.kind, row.reason, language))
