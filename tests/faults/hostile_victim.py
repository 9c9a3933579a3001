"""A laptop that meets a hostile hub, alone in its process: prints the most memory it ever held."""

from __future__ import annotations

import resource
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from desktop.services.sync.store import DesktopStore
from sync.address import Way
from sync.client import HttpRemote
from sync.engine import Engine
from sync.errors import SyncError
from sync.hub.service import wall_clock_ms
from tests.factories import make_workspace


def main(folder: str, url: str) -> None:
    """Sync once with the hub at `url`; one line: the code of the refusal, megabytes, waiting."""
    workspace = make_workspace(Path(folder))
    store = DesktopStore(workspace)
    identity = store.identity()
    remote = HttpRemote(Way(url), identity.device, Ed25519PrivateKey.generate(), identity.hub)
    before = store.waiting()
    code = "done"
    try:
        Engine(store, remote, wall_clock_ms, sleep=lambda _seconds: None).run()
    except SyncError as error:
        code = error.code
    held = _most_held_mb()
    print(code, round(held), store.waiting() == before, flush=True)  # noqa: T201 - its answer
    remote.close()
    workspace.close()


def _most_held_mb() -> float:
    status = Path("/proc/self/status")
    if status.exists():
        # What the system counts as most for a process begins with what its parent held.
        for line in status.read_text().splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1024
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    main(*sys.argv[1:])
