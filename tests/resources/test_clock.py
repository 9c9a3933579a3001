"""One clock, Thailand's: nothing asks a computer for its own day, and its zone changes nothing."""

from __future__ import annotations

import ast
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from desktop.models.base import from_milliseconds
from desktop.services.all import Services
from desktop.services.record_words import RecordWords
from desktop.services.storage.backup_files import next_name
from desktop.ui import thai_time
from resources import clock
from tests.factories import Clock, add_learner, make_workspace

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "resources" / "clock.py"

HALF_PAST = datetime(2026, 11, 22, 17, 30, tzinfo=UTC)  # half an hour into the 23rd in Thailand


@pytest.fixture(params=["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"])
def _zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer is set to another zone."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", request.param)
        time.tzset()
        yield
    time.tzset()


@pytest.mark.usefixtures("_zone")
@pytest.mark.parametrize(
    ("minutes", "day"), [(-31, "2026-11-22"), (0, "2026-11-23"), (23 * 60, "2026-11-23")]
)
def test_the_zone_of_the_computer_changes_no_day(tmp_path: Path, minutes: int, day: str) -> None:
    moment = HALF_PAST + timedelta(minutes=minutes)
    workspace = make_workspace(tmp_path, Clock(int(moment.timestamp() * 1000)))
    services = Services(workspace)
    learner_id = add_learner(workspace)

    assert workspace.today().isoformat() == day
    assert clock.thai_day(moment).isoformat() == day
    assert services.learners.get(learner_id).values["registered_on"] == day
    shown = thai_time.shown_moment(moment)
    assert shown.startswith(f"{int(day[-2:])} ")
    assert shown.endswith(f"{clock.in_thailand(moment):%H:%M}")
    assert f"centre-{day.replace('-', '')}" in next_name(tmp_path, moment).name
    with workspace.database.read() as session:
        assert RecordWords(session, "en").moment(moment).startswith(day)
    begins = clock.midnight(date.fromisoformat(day))
    assert begins <= moment < begins + timedelta(days=1)
    workspace.close()


@pytest.mark.usefixtures("_zone")
def test_today_is_thailands_whatever_the_computer_says() -> None:
    before = clock.thai_day(datetime.now(UTC))

    assert before <= clock.today() <= clock.thai_day(datetime.now(UTC))


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        clock.in_thailand(from_milliseconds(0).replace(tzinfo=None))


def _other_clocks(source: str) -> list[int]:
    """Return the lines that ask for a day or an hour by the computer's own zone."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and node.attr in _NEVER:
            found.append(node.lineno)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            bare = not node.args and not node.keywords
            of = ast.unparse(node.func.value)
            if (
                (node.func.attr == "astimezone")
                or (node.func.attr == "now" and bare and of.endswith("datetime"))
                or (node.func.attr == "today" and of in ("date", "datetime", "datetime.date"))
                or (node.func.attr == "fromtimestamp" and len(node.args) + len(node.keywords) < 2)
            ):
                found.append(node.lineno)
    return found


_NEVER = {
    "currentDate", "currentDateTime", "currentTime", "localtime", "tzlocal", "toLocalTime",
    "systemTimeZone",
}  # fmt: skip


def test_nothing_asks_for_another_clock() -> None:
    others = [
        f"{file.relative_to(ROOT)}:{line}"
        for folder in ("desktop", "sync", "resources")
        for file in sorted((ROOT / folder).rglob("*.py"))
        if file != OWN
        for line in _other_clocks(file.read_text("utf-8"))
    ]

    assert not others


@pytest.mark.parametrize(
    "line",
    [
        "datetime.now()", "datetime.datetime.now()", "date.today()", "datetime.date.today()",
        "when.astimezone()", "when.astimezone(BANGKOK)", "datetime.fromtimestamp(at)",
        "QDate.currentDate()", "time.localtime()",
    ],
)  # fmt: skip
def test_another_clock_is_found(line: str) -> None:
    assert _other_clocks(line)
    assert not _other_clocks("datetime.now(UTC); workspace.today(); clock.today()")
