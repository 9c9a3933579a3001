"""A hub that moved, and an office's proxy: the same hub, by another way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desktop.errors import UserError
from desktop.models.program import AuditEntry, DeviceState
from desktop.services.sync.hub_link import HubLink, HubLinkService
from desktop.services.sync.hub_way import way_to_hub
from desktop.services.sync.scheduler import answers
from desktop.services.sync.service import SyncService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from sync.address import check_encrypted
from sync.authority import make_authority
from tests.factories import add_learner
from tests.sync.hub_process import HubProcess, hub_json
from tests.sync.office_proxy import OfficeProxy
from tests.sync.test_authority import TlsHub


def _database(folder: Path, name: str) -> tuple[str, str]:
    """A hub's database with a centre, and a code to join it."""
    database = f"sqlite:///{(folder / name).as_posix()}"
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    return database, hub_json(database, "enrol-code", centre)["code"]


@pytest.fixture
def service(workspace: Workspace) -> Iterator[SyncService]:
    """The sync of a laptop."""
    made = SyncService(workspace)
    yield made
    made.close()


def test_a_hub_that_moved_is_known_again(
    workspace: Workspace, service: SyncService, tmp_path: Path
) -> None:
    database, code = _database(tmp_path, "hub.db")
    links = HubLinkService(workspace)
    with HubProcess(database) as new:
        with HubProcess(database) as old:
            service.enrol(old.url, code)
            service.sync_now()
        with pytest.raises(UserError, match="offline"):
            service.sync_now(max_seconds=1)
        add_learner(workspace)

        assert links.move(f" {new.url}/ ") == HubLink(new.url, "", unencrypted=False, pinned=False)
        assert service.sync_now().waiting == 0
    with workspace.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.event == "hub_moved")).one()
        assert entry.detail == {"address": new.url}


def test_another_hub_is_not_moved_to(
    workspace: Workspace, service: SyncService, tmp_path: Path
) -> None:
    database, code = _database(tmp_path, "hub.db")
    others, _code = _database(tmp_path, "other.db")
    links = HubLinkService(workspace)
    with HubProcess(database) as own, HubProcess(others) as other:
        service.enrol(own.url, code)
        with pytest.raises(UserError, match="hub_wrong_hub"):
            links.move(other.url)
        for url, refused in (
            ("", "hub_bad_address"),
            ("http://192.0.2.1", "hub_plain_address"),
            (own.url.replace("http:", "https:"), "hub_not_encrypted|offline"),
            (f"{own.url}/elsewhere", "hub_not_a_hub"),
        ):
            with pytest.raises(UserError, match=refused):
                links.move(url)
        assert links.now().address == own.url
        assert service.sync_now().waiting == 0


def test_a_moved_hub_may_have_new_certificates(
    workspace: Workspace, service: SyncService, tmp_path: Path
) -> None:
    database, code = _database(tmp_path, "hub.db")
    for name in ("old", "new"):
        make_authority(tmp_path / name, name, ["127.0.0.1"])
    others, _code = _database(tmp_path, "other.db")
    links = HubLinkService(workspace)
    with TlsHub(database, tmp_path / "old") as hub:
        service.enrol(hub.url, code)
    stranger = TlsHub(others, tmp_path / "old")
    with stranger, pytest.raises(UserError, match="hub_wrong_hub"):
        links.move(stranger.url)
    with TlsHub(database, tmp_path / "new") as hub:
        assert links.move(hub.url).pinned
        assert service.sync_now().waiting == 0


def test_only_who_has_joined_can_move(workspace: Workspace) -> None:
    with pytest.raises(UserError, match="not_enrolled"):
        HubLinkService(workspace).move("hub.example")


def test_a_proxy_is_kept_and_every_way_goes_through_it(
    workspace: Workspace, service: SyncService, tmp_path: Path
) -> None:
    database, code = _database(tmp_path, "hub.db")
    links = HubLinkService(workspace)
    with pytest.raises(UserError, match="hub_bad_proxy"):
        links.set_proxy("proxy")
    with HubProcess(database) as hub, OfficeProxy() as proxy:
        service.enrol(hub.url, code, proxy=f"me:secret@{proxy.address}")
        assert links.now().proxy == proxy.address
        assert service.status().first_hop.endswith(proxy.address)
        assert answers(service.status().first_hop)
        service.sync_now()
        through = len(proxy.asked)
        assert through >= 3

        assert links.set_proxy("").proxy == ""
        service.sync_now()
        assert len(proxy.asked) == through
        links.set_proxy("127.0.0.1:9")
        with pytest.raises(UserError, match="hub_proxy_unreachable"):
            service.sync_now(max_seconds=1)


def test_a_way_that_was_never_encrypted_goes_on_and_is_told(
    workspace: Workspace, service: SyncService, tmp_path: Path
) -> None:
    """A laptop that joined before this was asked is not cut off from bringing its work home."""
    database, code = _database(tmp_path, "hub.db")
    links = HubLinkService(workspace)
    with HubProcess(database) as hub:
        service.enrol(hub.url, code)
        assert not links.now().unencrypted
        with workspace.write() as session:
            session.get_one(DeviceState, 1).hub_url = "http://192.0.2.1:9"
        assert links.now().unencrypted
        with workspace.read() as session:
            check_encrypted(way_to_hub(workspace, session))
        assert [each.code for each in TodayService(workspace).get().lines] == ["hub_plain"]
        with pytest.raises(UserError, match="hub_plain_address"):
            links.move("http://192.0.2.1:10")
        links.move(hub.url)
        assert not links.now().unencrypted
        assert TodayService(workspace).get().lines == ()
    assert service.status().waiting > 0
