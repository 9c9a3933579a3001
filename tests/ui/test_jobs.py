"""One ending for each job, on the gui thread, whatever the work does."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.errors import Cancelled, UserError
from desktop.progress import Progress
from desktop.ui.jobs import WRITES, Job, JobRunner
from desktop.ui.shell.job_panels import JobPanels
from desktop.ui.translation import LanguageSwitch
from tests.ui.fakes import InlineJobRunner


class Endings:
    """Notes which callback was called, and in which thread."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, object]] = []
        self.threads: list[threading.Thread] = []

    def note(self, kind: str) -> Callable[..., None]:
        def called(*values: object) -> None:
            self.seen.append((kind, values[0] if values else None))
            self.threads.append(threading.current_thread())

        return called


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.shutdown()


@pytest.fixture
def endings() -> Endings:
    return Endings()


def start(
    runner: JobRunner, endings: Endings, work: Callable[[Progress], object], title: str = ""
) -> Job:
    return runner.run(
        work,
        endings.note("done"),
        endings.note("error"),
        endings.note("cancelled"),
        title=title,
    )


def test_a_result_arrives_on_the_gui_thread(
    qtbot: QtBot, runner: JobRunner, endings: Endings
) -> None:
    worked: list[threading.Thread] = []

    def work(_progress: Progress) -> int:
        worked.append(threading.current_thread())
        return 7

    start(runner, endings, work)
    assert endings.seen == []
    qtbot.waitUntil(lambda: bool(endings.seen))
    assert endings.seen == [("done", 7)]
    assert endings.threads == [threading.current_thread()]
    assert worked != endings.threads
    assert runner.running == []


@pytest.mark.parametrize(
    "raised", [UserError("x"), KeyError("y"), SystemExit(3), KeyboardInterrupt(), GeneratorExit()]
)
def test_whatever_is_raised_is_one_error(
    qtbot: QtBot, runner: JobRunner, endings: Endings, raised: BaseException
) -> None:
    def work(_progress: Progress) -> None:
        raise raised

    start(runner, endings, work)
    qtbot.waitUntil(lambda: bool(endings.seen))
    [(kind, error)] = endings.seen
    assert kind == "error"
    assert isinstance(error, Exception)
    assert error is raised or error.__cause__ is raised


def test_cancel_ends_at_the_next_step(qtbot: QtBot, runner: JobRunner, endings: Endings) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        progress.step(1, 3)
        begun.set()
        go_on.wait()
        progress.step(2, 3)
        raise AssertionError("worked on after cancel")

    job = start(runner, endings, work)
    begun.wait()
    job.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: bool(endings.seen))
    assert endings.seen == [("cancelled", None)]


def test_work_that_raises_cancelled_itself_is_cancelled(
    qtbot: QtBot, runner: JobRunner, endings: Endings
) -> None:
    def work(_progress: Progress) -> None:
        raise Cancelled

    start(runner, endings, work)
    qtbot.waitUntil(lambda: bool(endings.seen))
    assert endings.seen == [("cancelled", None)]


def test_steps_are_told_in_order(qtbot: QtBot, runner: JobRunner, endings: Endings) -> None:
    steps: list[tuple[int, int, str]] = []

    def work(progress: Progress) -> None:
        for done in (1, 2, 3):
            progress.step(done, 3, "reading")

    job = start(runner, endings, work)
    job.progressed.connect(lambda done, total, doing: steps.append((done, total, doing)))
    qtbot.waitUntil(lambda: bool(endings.seen))
    assert steps == [(1, 3, "reading"), (2, 3, "reading"), (3, 3, "reading")]


def test_long_work_is_called_slow_and_short_work_is_not(
    qtbot: QtBot, runner: JobRunner, endings: Endings
) -> None:
    slow: list[str] = []
    runner.slow.connect(lambda job: slow.append(job.title))
    go_on = threading.Event()
    start(runner, endings, lambda _progress: None, "short")
    start(runner, endings, lambda _progress: go_on.wait(), "long")
    qtbot.waitUntil(lambda: bool(slow))
    go_on.set()
    qtbot.waitUntil(lambda: len(endings.seen) == 2)
    assert slow == ["long"]


def test_only_the_last_question_is_answered(
    qtbot: QtBot, runner: JobRunner, endings: Endings
) -> None:
    go_on = threading.Event()

    def first(_progress: Progress) -> str:
        go_on.wait()
        return "first"

    for name, work in (("first", first), ("last", lambda _progress: "last")):
        runner.run(
            work,
            endings.note(f"{name} done"),
            endings.note("error"),
            endings.note(f"{name} cancelled"),
            supersedes="search",
        )
    go_on.set()
    qtbot.waitUntil(lambda: len(endings.seen) == 2)
    assert sorted(kind for kind, _ in endings.seen) == ["first cancelled", "last done"]


def test_a_name_in_an_error_stays_out_of_the_log(
    qtbot: QtBot, runner: JobRunner, caplog: pytest.LogCaptureFixture
) -> None:
    go_on = threading.Event()
    owner = QObject()

    def work(_progress: Progress) -> None:
        go_on.wait()
        raise UserError("paper_letters_missing", name="ดาว ใจดี")

    with qtbot.waitSignal(runner.finished):
        runner.run(work, lambda _nothing: None, owner=owner)
        shiboken6.delete(owner)
        go_on.set()

    assert "paper_letters_missing" in caplog.text
    assert "ดาว" not in caplog.text


def test_a_closed_screen_is_not_called(qtbot: QtBot, runner: JobRunner, endings: Endings) -> None:
    go_on = threading.Event()
    owner = QObject()
    with qtbot.waitSignal(runner.finished):
        runner.run(lambda _progress: go_on.wait(), endings.note("done"), owner=owner)

        shiboken6.delete(owner)
        go_on.set()
    assert endings.seen == []


def test_an_error_nobody_takes_is_told(qtbot: QtBot, runner: JobRunner, endings: Endings) -> None:
    def work(_progress: Progress) -> None:
        raise UserError("nobody")

    with qtbot.waitSignal(runner.failed) as told:
        runner.run(work, endings.note("done"))
    assert told.args is not None
    assert told.args[0].code == "nobody"


def test_shutdown_waits_and_delivers(qtbot: QtBot, endings: Endings) -> None:
    runner = JobRunner()
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.step(0, 0)

    start(runner, endings, work, "นำเข้า")
    begun.wait()
    runner.shutdown()
    assert endings.seen == [("cancelled", None)]
    with pytest.raises(RuntimeError):
        start(runner, endings, work)


def test_words_on_their_way_are_stored_before_the_end(qtbot: QtBot) -> None:
    runner = JobRunner()
    stored: list[int] = []
    hold = threading.Event()
    for _ in range(2):  # both threads are busy, so the saving has not begun at the end
        runner.run(lambda _p: hold.wait(10), lambda _r: None, title="อ่าน")
    for word in range(5):
        runner.run(lambda _p, word=word: stored.append(word), lambda _r: None)  # type: ignore[misc]
    threading.Timer(0.1, hold.set).start()

    runner.shutdown()

    assert sorted(stored) == [0, 1, 2, 3, 4]


def test_the_inline_runner_ends_once_too(endings: Endings) -> None:
    jobs = InlineJobRunner()
    jobs.run(lambda _p: 1, endings.note("done"), endings.note("error"))

    def fails(_progress: Progress) -> None:
        raise UserError("x")

    jobs.run(fails, endings.note("done"), endings.note("error"))
    assert [kind for kind, _ in endings.seen] == ["done", "error"]
    with pytest.raises(UserError):
        jobs.run(fails, endings.note("done"))


def test_what_waits_behind_something_large_is_told(
    qtbot: QtBot, runner: JobRunner, switch: LanguageSwitch
) -> None:
    panels = JobPanels(runner)
    qtbot.addWidget(panels)
    large, told = threading.Event(), threading.Event()
    runner.run(lambda _progress: large.wait(20), _nothing, lane=WRITES)
    runner.run(lambda _progress: told.set(), _nothing, lane=WRITES)

    qtbot.waitUntil(lambda: panels.waiting.isVisibleTo(panels), timeout=10_000)
    assert not told.is_set()
    assert "บันทึกต่อจากนั้น" in panels.waiting.typed

    large.set()
    qtbot.waitUntil(lambda: not panels.waiting.isVisibleTo(panels), timeout=10_000)
    assert told.is_set()


def test_something_large_alone_keeps_nobody_waiting(
    qtbot: QtBot, runner: JobRunner, switch: LanguageSwitch
) -> None:
    panels = JobPanels(runner)
    qtbot.addWidget(panels)
    large = threading.Event()
    with qtbot.waitSignal(runner.slow, timeout=10_000):
        runner.run(lambda _progress: large.wait(20), _nothing, lane=WRITES)
    assert not panels.waiting.isVisibleTo(panels)
    large.set()


def _nothing(_result: object) -> None:
    """Nothing follows."""
