"""What the killed processes do: a laptop that works and syncs without end, and a hub."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.errors import UserError
from desktop.services.sync.service import SyncService
from sync.hub.__main__ import main
from tests.factories import add_learner, open_workspace


def work(folder: str, journal: str) -> None:
    """Store learners and sync until killed; a line in the journal for each thing that is done."""
    said = os.open(journal, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    workspace = open_workspace(Path(folder))
    service = SyncService(workspace)
    while True:
        os.write(said, f"stored {add_learner(workspace).hex}\n".encode())
        try:
            report = service.sync_now(max_seconds=0.5)
        except UserError as error:
            if error.code != "offline":
                os.write(said, f"failed {error.code}\n".encode())
                raise
            continue
        if not report.waiting:
            os.write(said, b"safe\n")


def serve(database: str, port: int) -> None:
    """A hub until killed."""
    main(["--database", database, "serve", "--port", str(port)])
