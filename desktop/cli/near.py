"""The near link on the command line, and the file for whoever helps when sync does not."""

from __future__ import annotations

import argparse
import logging
import time
from dataclasses import asdict

from desktop.cli.context import Context
from desktop.errors import UserError
from desktop.services.sync.near import addresses, typed_address
from resources.clock import in_thailand

_log = logging.getLogger(__name__)

_UPSTREAM_SECONDS = 60.0


def serve(context: Context, options: argparse.Namespace) -> int:
    """Serve neighbours until interrupted, and go to the hub now and then with what they brought."""
    services = context.services()
    port = services.near.start(options.host, options.port)
    found = addresses(port) if not options.host else (typed_address(options.host, port),)
    context.answer(
        {"port": port, "addresses": found},
        [
            "เปิดให้เครื่องใกล้กันแล้ว / Serving neighbours (Ctrl+C)",
            *(f"  near visit {each}" for each in found),
        ],
    )
    deadline = time.monotonic() + options.max_seconds if options.max_seconds else None
    while deadline is None or time.monotonic() < deadline:
        try:
            services.sync.sync_now()
        except UserError as error:
            # Offline is an ordinary state here; what was brought waits.
            _log.info("not passed on yet: %s", error.code)
        left = _UPSTREAM_SECONDS if deadline is None else deadline - time.monotonic()
        time.sleep(max(min(_UPSTREAM_SECONDS, left), 0.0))
    return 0


def visit(context: Context, options: argparse.Namespace) -> int:
    """Exchange with a neighbour that serves at an address."""
    services = context.services()
    report = services.near.visit(options.address)
    waiting = services.sync.status().waiting
    return context.answer(
        {
            "neighbour": report.neighbour,
            "sent": report.sent,
            "received": report.received,
            "receipts": report.receipts,
            "requests": report.requests,
            "waiting": waiting,
        },
        [
            f"ฝากไป / given {report.sent:,}  รับ / received {report.received:,}  "
            f"ยังไม่ถึงจังหวัด / not at the hub yet {waiting:,}"
        ],
    )


def visits(context: Context, _options: argparse.Namespace) -> int:
    """List who came, and where this laptop went."""
    rows = context.services().ledger.visits()
    return context.answer(
        {"visits": [asdict(row) for row in rows]},
        (
            f"{in_thailand(row.at):%Y-%m-%d %H:%M}\t"
            f"{'ไปหา / went to' if row.outgoing else 'มาหา / came'} {row.letters or row.partner}\t"
            f"ให้ / given {row.sent:,}  รับ / received {row.received:,}"
            for row in rows
        ),
    )


def diagnostics(context: Context, options: argparse.Namespace) -> int:
    """Write what is needed to find a fault in sync; nobody's word is in it."""
    written = context.services().diagnostics.write(options.out)
    return context.answer(
        {"file": written.path, "bytes": written.size},
        [f"เขียนแล้ว / Written: {written.path}"],
    )
