"""Joining a hub and talking to it, with the hub in a process of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models.ids import new_id
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.sync.conflicts import ConflictService
from desktop.services.sync.service import SyncService
from desktop.services.workspace import Workspace
from sync.errors import Rejected
from sync.identity import LETTERS, read_code, write_code
from tests.end_to_end.hub_process import HubProcess
from tests.factories import Clock, add_learner, make_workspace, national_number


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """A hub; each test adds a centre of its own."""
    process = HubProcess(tmp_path_factory.mktemp("hub"))
    process.start()
    yield process
    process.kill()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Workspace]:
    """A laptop that has no centre record yet."""
    clock = Clock(Clock().now_ms + 60_000)
    opened = make_workspace(tmp_path / "other", clock, new_id(), name="", user="ครูอีกคน")
    yield opened
    opened.close()


def enrolled(workspace: Workspace, hub: HubProcess, centre: str) -> SyncService:
    service = SyncService(workspace)
    service.enrol(hub.url, hub.code(centre))
    return service


def test_a_centre_begun_offline_reaches_the_hub_and_the_next_laptop(
    workspace: Workspace, other: Workspace, hub: HubProcess
) -> None:
    learner_id = add_learner(
        workspace, surname="ธารน้ำเงา", village="3", national_id=national_number()
    )
    centre = hub.new_centre()
    first = enrolled(workspace, hub, centre)

    report = first.sync_now()
    assert report.sent >= 4
    assert report.waiting == 0
    assert report.receipt
    second = enrolled(other, hub, centre)
    received = second.sync_now()

    assert received.received >= report.sent
    assert other.centre_id == workspace.centre_id
    assert LearnerService(other).get(learner_id) == _without_waiting(workspace, learner_id)
    assert second.status().centre_name == "ศูนย์ตัวอย่าง"
    assert first.status().letters != second.status().letters
    first.close()
    second.close()


def _without_waiting(workspace: Workspace, learner_id: object) -> object:
    return LearnerService(workspace).get(learner_id)  # type: ignore[arg-type]


def test_one_change_each_way_and_then_quiet(
    workspace: Workspace, other: Workspace, hub: HubProcess
) -> None:
    learner_id = add_learner(workspace)
    centre = hub.new_centre()
    first, second = (enrolled(laptop, hub, centre) for laptop in (workspace, other))
    first.sync_now()
    second.sync_now()
    LearnerService(workspace).edit(learner_id, {"nickname": "ดาว"})
    LearnerService(other).edit(learner_id, {"phone": "0800000000"})
    for service in (first, second, first):
        service.sync_now()

    for laptop in (workspace, other):
        values = LearnerService(laptop).get(learner_id).values
        assert (values["nickname"], values["phone"]) == ("ดาว", "0800000000")
        assert ConflictService(laptop).open() == []
    quiet = first.sync_now()
    assert (quiet.sent, quiet.received, quiet.requests, quiet.waiting) == (0, 0, 1, 0)
    first.close()
    second.close()


def test_a_laptop_with_records_of_its_own_joins_without_loss(
    workspace: Workspace, tmp_path: Path, hub: HubProcess
) -> None:
    centre = hub.new_centre()
    first = enrolled(workspace, hub, centre)
    here = add_learner(workspace, "กา", village="1")
    first.sync_now()
    late = make_workspace(tmp_path / "late", Clock(), user="ครูมาทีหลัง")
    there = add_learner(late, "ขา", village="2")

    second = enrolled(late, hub, centre)
    second.sync_now()
    first.sync_now()

    assert late.centre_id == workspace.centre_id
    for laptop in (workspace, late):
        assert LearnerLists(laptop).ids(LearnerQuery()) == [there, here] or LearnerLists(
            laptop
        ).ids(LearnerQuery()) == [here, there]
    first.close()
    second.close()
    late.close()


def test_offline_is_said_and_nothing_is_lost(workspace: Workspace, tmp_path: Path) -> None:
    own = HubProcess(tmp_path / "own")
    own.start()
    service = enrolled(workspace, own, own.new_centre())
    learner_id = add_learner(workspace)
    own.kill()

    with pytest.raises(UserError, match="offline"):
        service.sync_now(max_seconds=0.5)
    assert service.status().waiting > 0
    own.start()
    report = service.sync_now()

    assert report.waiting == 0
    outcomes = [row.outcome for row in service.sessions()]
    assert outcomes == ["done", "offline"]
    assert not LearnerService(workspace).get(learner_id).row.waiting
    service.close()
    own.kill()


@pytest.mark.parametrize(
    ("code", "refused"),
    [
        (write_code("A" * 12, bytes(32)), "hub_untrusted_hub"),
        ("AAAAA-AAAAA", "hub_code_outdated"),
        ("", "hub_code_mistyped"),
        ("ก", "hub_code_mistyped"),
    ],
)
def test_a_wrong_code_is_refused(
    workspace: Workspace, hub: HubProcess, code: str, refused: str
) -> None:
    service = SyncService(workspace)

    with pytest.raises(UserError, match=refused):
        service.enrol(hub.url, code)
    assert not service.status().enrolled
    with pytest.raises(UserError, match="not_enrolled"):
        service.sync_now()


def test_a_code_that_was_never_given_is_refused(workspace: Workspace, hub: HubProcess) -> None:
    known = read_code(hub.code(hub.new_centre()))
    secret = known.secret[::-1]
    letters = secret + known.fingerprint
    typed = next(text for text in (letters + last for last in LETTERS) if _reads(text))

    with pytest.raises(UserError, match="hub_bad_code"):
        SyncService(workspace).enrol(hub.url, typed)


def _reads(text: str) -> bool:
    try:
        read_code(text)
    except Rejected:
        return False
    return True


def test_an_address_that_is_none_is_refused(workspace: Workspace) -> None:
    service = SyncService(workspace)

    with pytest.raises(UserError, match="hub_bad_address"):
        service.enrol("ftp://example.invalid", "AAAAA-AAAAA")


def test_waiting_is_told_by_kind(workspace: Workspace) -> None:
    add_learner(workspace, village="1")
    add_learner(workspace, "ขา", village="1")

    waiting = SyncService(workspace).waiting_by_kind()

    assert waiting["learner"] == 2
    assert waiting["village"] == 1
