"""What a screen stores keeps its order, can be taken back, and is not lost at closing."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.errors import StorageError, UserError
from desktop.services.drafts import DraftService
from desktop.services.learners.service import LearnerService
from desktop.services.undo import UndoService
from desktop.services.workspace import Workspace
from desktop.ui.jobs import WRITES, JobRunner
from desktop.ui.shell.screens import Screen
from desktop.ui.writes import Writes
from tests.factories import add_learner
from tests.ui.fakes import ShufflingJobRunner

SEEDS = range(5)


class Disk:
    """Takes words, unless it is full; nothing at all it refuses."""

    def __init__(self) -> None:
        self.full = False
        self.stored: list[str] = []

    def store(self, word: str) -> None:
        if self.full:
            raise StorageError("disk_full")
        if not word:
            raise UserError("field_missing")
        self.stored.append(word)


@pytest.fixture
def screen(qtbot: QtBot) -> Screen:
    made = Screen()
    qtbot.addWidget(made)
    return made


@pytest.fixture(params=SEEDS)
def jobs(request: pytest.FixtureRequest, qtbot: QtBot) -> ShufflingJobRunner:
    return ShufflingJobRunner(request.param)


def test_what_is_begun_first_is_stored_first(screen: Screen, jobs: ShufflingJobRunner) -> None:
    writes = Writes(screen, jobs)
    stored: list[int] = []
    told: list[int] = []
    for number in range(6):
        writes.do(lambda number=number: stored.append(number) or number, told.append)  # type: ignore[misc, func-returns-value]
        writes.keep(lambda number=number: stored.append(100 + number))  # type: ignore[misc]
    jobs.settle()
    assert stored == [each for number in range(6) for each in (number, 100 + number)]
    assert told == [*range(6)]


def test_a_draft_is_read_after_all_that_was_kept_of_it(
    screen: Screen, jobs: ShufflingJobRunner
) -> None:
    writes = Writes(screen, jobs)
    kept = {"text": "เก่า"}
    seen: list[dict[str, str]] = []
    writes.keep(lambda: kept.update(text="ใหม่"))
    writes.keep(kept.clear)
    writes.ask(lambda: dict(kept), seen.append)
    jobs.settle()
    assert seen == [{}]


def test_it_is_settled_once_all_is_stored_and_tells_whether_anything_was(
    screen: Screen, jobs: ShufflingJobRunner
) -> None:
    writes = Writes(screen, jobs)
    settled: list[bool] = []
    writes.settled.connect(settled.append)
    failed: list[Exception] = []

    def refuse() -> None:
        raise UserError("given_missing")

    writes.do(refuse, None, failed.append)
    assert writes.busy
    jobs.settle()
    assert not writes.busy
    writes.do(refuse, None, failed.append)
    writes.do(lambda: None, lambda _none: writes.do(lambda: None))
    jobs.settle()
    assert settled == [False, True]
    assert len(failed) == 2


def test_the_action_that_was_meant_is_taken_back_and_that_again(
    screen: Screen, jobs: ShufflingJobRunner, workspace: Workspace
) -> None:
    who, other = add_learner(workspace), add_learner(workspace, "บุญยืน")
    learners = LearnerService(workspace)
    writes = Writes(screen, jobs, UndoService(workspace))
    undos: list[tuple[str, Callable[[], None]]] = []
    screen.undo_offered.connect(lambda text, undo: undos.append((text, undo)))
    writes.do(lambda: learners.edit(who, {"note": "ก"}), undo="แก้แล้ว")
    writes.do(lambda: learners.edit(other, {"note": "ข"}))
    jobs.settle()
    [(text, take_back)] = undos
    assert text == "แก้แล้ว"
    take_back()
    jobs.settle()
    assert not learners.get(who).values.get("note")
    assert learners.get(other).values["note"] == "ข"
    undos[-1][1]()
    jobs.settle()
    assert learners.get(who).values["note"] == "ก"


def test_nothing_is_offered_to_be_taken_back_where_nothing_changed(
    screen: Screen, jobs: ShufflingJobRunner, workspace: Workspace
) -> None:
    add_learner(workspace)
    writes = Writes(screen, jobs, UndoService(workspace))
    offered: list[str] = []
    told: list[str] = []
    screen.undo_offered.connect(lambda text, _undo: offered.append(text))
    screen.told.connect(told.append)
    writes.do(lambda: None, undo="แก้แล้ว", told="เหมือนเดิม")
    jobs.settle()
    assert offered == []
    assert told == ["เหมือนเดิม"]


def test_what_waits_is_stored_before_the_database_may_be_closed(
    qtbot: QtBot, screen: Screen
) -> None:
    jobs = JobRunner()
    writes = Writes(screen, jobs)
    stored: list[str] = []
    writes.do(lambda: stored.append("หนึ่ง"), lambda _none: writes.keep(lambda: stored.append("สาม")))
    writes.keep(lambda: stored.append("สอง"))
    jobs.finish(WRITES)
    assert stored == ["หนึ่ง", "สอง", "สาม"]
    jobs.shutdown()


def test_what_the_disk_could_not_take_is_stored_before_what_comes_after(
    screen: Screen, jobs: ShufflingJobRunner
) -> None:
    writes = Writes(screen, jobs)
    disk = Disk()
    done: list[str] = []
    failed: list[str] = []
    settled: list[bool] = []
    writes.settled.connect(settled.append)

    def save(word: str) -> None:
        writes.save(
            lambda: disk.store(word),
            lambda _none: done.append(word),
            lambda _e: failed.append(word),
        )

    disk.full = True
    save("ก")
    save("กข")
    jobs.settle()
    assert (failed, done, writes.held) == (["ก", "กข"], [], True)
    disk.full = False
    save("กขค")
    jobs.settle()
    assert disk.stored == ["ก", "กข", "กขค"]
    assert done == ["ก", "กข", "กขค"]
    assert not writes.held
    assert settled == [False, True]


def test_what_is_held_is_stored_by_itself_and_what_is_refused_then_is_told(
    qtbot: QtBot, screen: Screen, jobs: ShufflingJobRunner
) -> None:
    writes = Writes(screen, jobs)
    writes._again.setInterval(1)
    disk = Disk()
    done: list[None] = []
    failed: list[Exception] = []
    disk.full = True
    writes.save(lambda: disk.store(""), None, failed.append)
    writes.save(lambda: disk.store("ข"), done.append, failed.append)
    jobs.settle()
    disk.full = False
    qtbot.waitUntil(lambda: not writes.busy and not writes.held)
    assert disk.stored == ["ข"]
    assert len(done) == 1
    assert [type(each) for each in failed] == [StorageError, StorageError, UserError]


def test_what_was_refused_is_not_held(screen: Screen, jobs: ShufflingJobRunner) -> None:
    writes = Writes(screen, jobs)
    failed: list[Exception] = []
    writes.save(lambda: Disk().store(""), None, failed.append)
    jobs.settle()
    assert len(failed) == 1
    assert not writes.held


def test_a_draft_that_the_disk_could_not_take_is_held(
    screen: Screen, jobs: ShufflingJobRunner, workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes, drafts = Writes(screen, jobs), DraftService(workspace)
    told: list[Exception] = []
    monkeypatch.setattr(jobs, "tell", told.append)
    with monkeypatch.context() as full:
        full.setattr(drafts, "save", _disk_is_full)
        for typed in ("หน่อ", "หน่อแอ", "หน่อแอริ"):
            writes.keep_draft(drafts, "learner", "", {"given": typed})
        jobs.finish(WRITES)
        assert writes.waiting == 1
        assert len(told) == 3

    writes.retry()
    jobs.finish(WRITES)
    kept = drafts.load("learner", "")
    assert kept is not None
    assert kept.content == {"given": "หน่อแอริ"}
    assert not writes.held


def _disk_is_full(*_words: object) -> None:
    raise StorageError("disk_full")
