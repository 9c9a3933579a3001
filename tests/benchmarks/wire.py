"""Figures of sync over HTTP on loopback, counted at a proxy, beside two simple ways of sending."""

from __future__ import annotations

import gzip
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import requests

from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.sync.service import SyncService
from desktop.services.sync.store import DesktopStore
from desktop.services.workspace import Workspace
from sync.kinds import Lane
from tests.benchmarks.centre import new_centre
from tests.benchmarks.counting import CountingProxy, Link
from tests.benchmarks.measure import Figure, seconds
from tests.benchmarks.people import fill
from tests.end_to_end.hub_process import HubProcess

_BATCH = 500


def wire_figures(folder: Path, count: int) -> Iterator[Figure]:
    """Learners up, one field both ways, nothing to do, a slow link, a link that is cut."""
    hub = HubProcess(folder / "hub")
    hub.start()
    try:
        with CountingProxy(hub.url) as proxy:
            yield from _fast(folder, hub, proxy, count)
        yield from _slow(folder, hub)
    finally:
        hub.kill()


def _enrolled(workspace: Workspace, hub: HubProcess, url: str, centre: str) -> SyncService:
    service = SyncService(workspace)
    service.enrol(url, hub.code(centre))
    return service


def _fast(folder: Path, hub: HubProcess, proxy: CountingProxy, count: int) -> Iterator[Figure]:
    centre = hub.new_centre()
    workspace = new_centre(folder / "one")
    service = _enrolled(workspace, hub, proxy.url, centre)
    fill(workspace, count)
    records = records_of(workspace)
    proxy.reset()
    taken = seconds(service.sync_now)
    up = proxy.up
    yield Figure(
        f"{count:,} learners up, a second", count / taken, 5_000, "learners/s",
        f"{len(records):,} records, {len(records) / taken:,.0f} records/s", more=True,
    )  # fmt: skip
    yield Figure(f"{count:,} learners up, each", up / count, 130, "B", "learner, number, group")
    yield from _baselines(records, count)
    proxy.reset()
    service.sync_now()
    yield Figure(
        "nothing to do, both ways", proxy.up + proxy.down, 400, "B", f"{proxy.requests} request"
    )
    someone = LearnerLists(workspace).ids(LearnerQuery(), 1)[0]
    LearnerService(workspace).edit(someone, {"nickname": "ดาว"})
    proxy.reset()
    service.sync_now()
    yield Figure(
        "one changed field, up", proxy.up, 400, "B",
        f"{proxy.requests} request, {proxy.down} B down",
    )  # fmt: skip
    other = new_centre(folder / "two")
    second = _enrolled(other, hub, proxy.url, centre)
    taken = seconds(second.sync_now)
    yield Figure(f"{count:,} learners down to a second laptop", taken, None, "s")
    for each in (service, second):
        each.close()
    workspace.close()
    other.close()


def _slow(folder: Path, hub: HubProcess) -> Iterator[Figure]:
    reached = []
    for name, cut in (("", None), (", cut every 20 kB", 20_000)):
        workspace = new_centre(folder / f"slow{cut}")
        link = Link(bytes_per_second=5_000, latency_seconds=0.3, cut_after=None)
        with CountingProxy(hub.url, link) as proxy:
            service = _enrolled(workspace, hub, proxy.url, hub.new_centre())
            fill(workspace, 500)
            proxy.reset()
            proxy.link = Link(link.bytes_per_second, link.latency_seconds, cut)
            start = time.perf_counter()
            while service.status().waiting:
                try:
                    service.sync_now()
                except Exception as error:
                    if getattr(error, "code", "") != "offline":
                        raise
            taken = time.perf_counter() - start
            reached.append(proxy.up + proxy.down)
            service.close()
        workspace.close()
        yield Figure(f"500 learners over 5 kB/s and 600 ms{name}", taken, None if cut else 15, "s")
    yield Figure(
        "bytes with cuts over bytes without", reached[1] / reached[0], 1.3, "times",
        f"{reached[1]:,} B and {reached[0]:,} B",
    )  # fmt: skip


def records_of(workspace: Workspace) -> list[dict[str, Any]]:
    """What waits to be sent, as plain values: what other programs would send."""
    store = DesktopStore(workspace)
    return [
        {
            "id": change.record.hex(),
            "kind": change.kind,
            "stamp": change.stamp.hex(),
            **{
                name: write.value.hex() if isinstance(write.value, bytes) else write.value
                for name, write in change.fields.items()
            },
        }
        for lane in Lane
        for change in store.pending(lane, 0, 1 << 40)
    ]


class _Sink(BaseHTTPRequestHandler):
    """Takes what is posted and says so, with as few words as the hub."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response_only(200)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"ok")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Say nothing."""


def _baselines(records: list[dict[str, Any]], learners: int) -> Iterator[Figure]:
    """The two plain ways: one POST a record, and 500 records of JSON with gzip at a time."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Sink)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        for name, batch in (("one POST a record (JSON)", 1), ("500 a POST (JSON, gzip)", _BATCH)):
            # A sample is enough for the slow one: its cost is the same for each record.
            some = records if batch > 1 else records[:3_000]
            with CountingProxy(address) as proxy, requests.Session() as session:
                start = time.perf_counter()
                for at in range(0, len(some), batch):
                    body = json.dumps(some[at : at + batch], ensure_ascii=False).encode()
                    if batch > 1:
                        body = gzip.compress(body)
                    session.post(proxy.url, data=body, timeout=30).raise_for_status()
                taken = time.perf_counter() - start
                share = len(some) / len(records)
                yield Figure(
                    f"baseline: {name}", learners * share / taken, None, "learners/s",
                    f"{proxy.up / (learners * share):,.0f} B each, nothing stored",
                )  # fmt: skip
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
