"""The first download: told as such, not braked, over once all has arrived."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from desktop.errors import Cancelled
from desktop.models.program import Setting
from desktop.services.all import Services
from desktop.services.sync.service import SyncService
from desktop.services.workspace import Workspace
from sync.engine import Engine
from sync.turn import Summary
from tests.factories import add_learner


@pytest.fixture
def allowed(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each conversation with the hub was let hide many records."""
    found: list[bool] = []

    def run(_engine: Engine, progress: Any, _seconds: Any, allow: bool) -> Summary:
        found.append(allow)
        if progress is not None:
            progress.step(0, 0)
        return Summary()

    monkeypatch.setattr(Engine, "run", run)
    remote = SimpleNamespace(bytes_up=0, bytes_down=0)
    monkeypatch.setattr(SyncService, "_connected", lambda _service: remote)
    return found


class Stopped:
    """Somebody stops it."""

    def step(self, done: int, total: int, doing: str = "") -> None:
        """At once."""
        raise Cancelled


def test_the_brake_is_not_for_whoever_has_nothing_yet(
    workspace: Workspace, allowed: list[bool]
) -> None:
    service = SyncService(workspace)
    assert not service.status().receiving
    with workspace.write() as session:
        session.add(Setting(user="", name="first_download", value=True))

    with pytest.raises(Cancelled):
        service.sync_now(Stopped())
    assert service.status().receiving
    service.sync_now()

    assert not service.status().receiving
    service.sync_now()
    service.sync_now(allow_mass_deletion=True)
    assert allowed == [True, True, False, True]


def test_what_waits_is_the_same_number_everywhere(workspace: Workspace) -> None:
    who = add_learner(workspace, village="3")
    Services(workspace).learners.edit(who, {"nickname": "ดาว"})
    Services(workspace).learners.edit(who, {"nickname": "ฟ้า"})
    service = SyncService(workspace)

    assert sum(service.waiting_by_kind().values()) == service.status().waiting
