"""A laptop that joins with a code speaks to the hub of that code alone from then on."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.services.sync.service import SyncService
from desktop.services.workspace import Workspace
from sync.authority import make_authority
from sync.identity import read_code, write_code
from tests.factories import open_workspace
from tests.sync.hub_process import hub_json
from tests.sync.test_authority import TlsHub


def test_the_pin_is_kept_with_the_centre(workspace: Workspace, tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    make_authority(ours, "ours", ["127.0.0.1"])
    make_authority(theirs, "theirs", ["127.0.0.1"])
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    code = hub_json(database, "enrol-code", centre)["code"]
    hub = TlsHub(database, ours)
    hub.start()
    service = SyncService(workspace)
    elsewhere = write_code(read_code(code).secret, bytes(32))
    for typed, refused in (
        (elsewhere, "hub_untrusted_hub"),
        ("7KQ2M-X4TBH", "hub_code_outdated"),
        (code[:-1], "hub_code_mistyped"),
    ):
        with pytest.raises(UserError, match=refused):
            service.enrol(hub.url, typed)
    assert service.enrol(hub.url, code).enrolled
    assert service.sync_now().waiting == 0
    port = int(hub.url.rpartition(":")[2])
    hub.kill()
    service.close()

    # Somebody in the hub's place, and a file that was altered while the program was shut.
    (workspace.folder / "hub-authority.pem").write_bytes((theirs / "authority.pem").read_bytes())
    stranger = TlsHub(database, theirs)
    stranger.start(port)
    workspace.close()
    again = open_workspace(workspace.folder)
    service = SyncService(again)
    with pytest.raises(UserError, match="untrusted_hub"):
        service.sync_now()
    service.close()
    again.close()
    stranger.kill()
