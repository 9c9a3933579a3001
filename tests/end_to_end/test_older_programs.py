"""A province and its laptops are renewed one after another: the hub, one laptop, the other.

The earlier programs are run as they were: `older` keeps those of the two schema steps before.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop.migrations import NEWEST
from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.laptop_process import ROOT, LaptopProcess
from tests.end_to_end.older.keep import KEPT
from tests.factories import quicken

STEPS = sorted(path.name.partition(".")[0] for path in KEPT.glob("*.tar.xz"))


def shows(laptop: LaptopProcess, code: str, *names: str) -> tuple[Any, ...]:
    """What stands in these fields of a learner."""
    found = laptop.run("learner", "show", code)
    values = {**found, **found.get("values", {})}
    return tuple(values[name] for name in names)


@pytest.fixture(params=STEPS)
def earlier(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The folder of an earlier program."""
    with tarfile.open(KEPT / f"{request.param}.tar.xz") as kept:
        if hasattr(tarfile, "data_filter"):  # Debian 12 brings a Python from before it.
            kept.extraction_filter = tarfile.data_filter
        kept.extractall(tmp_path / "program")
    return tmp_path / "program"


@pytest.fixture
def hub(earlier: Path, tmp_path: Path) -> Iterator[HubProcess]:
    """A hub, with the earlier program at first."""
    running = HubProcess(tmp_path / "hub", earlier)
    running.start()
    yield running
    running.kill()


def test_the_two_steps_before_have_their_programs() -> None:
    # `older.keep` keeps the one before a new step; the oldest may go then.
    assert [f"{int(NEWEST) - before:04}" for before in (2, 1)] == STEPS


@pytest.mark.long
def test_what_was_enrolled_before_converges_with_this_program(
    hub: HubProcess, earlier: Path, tmp_path: Path
) -> None:
    before = LaptopProcess(tmp_path / "before", earlier)
    now = LaptopProcess(tmp_path / "now")
    centre = hub.new_centre()
    before.run("init", "--centre", "ศูนย์ตัวอย่าง", "--tambon", "580604", "--user", "ครู")
    quicken(before.folder)
    before.run("enrol", hub.url, hub.code(centre))
    code = before.run("learner", "add", "given=ดาวเรือง", "status=out_of_school")["code"]
    before.run("sync")
    hub.kill()
    hub.program = ROOT
    hub.start()

    now.run("init", "--join", hub.url, hub.code(centre), "--user", "ครูคนที่สอง")
    quicken(now.folder)
    # Side by side: another field each, and a kind that the earlier program does not know.
    now.ask("learner", "set", code, "nickname=ดาว")
    now.ask("record", "partner", "add", "name=วัดห้วยปูลิง")
    before.run("learner", "set", code, "status=studying")
    for laptop in (before, now, before):
        assert laptop.run("sync")["waiting"] == 0

    assert shows(before, code, "nickname", "status") == ("ดาว", "studying")
    assert shows(now, code, "given", "nickname", "status") == ("ดาวเรือง", "ดาว", "studying")

    # Once it is brought up to date, what it could not read yet is there.
    renewed = LaptopProcess(before.folder)
    assert [each["name"] for each in renewed.ask("records", "partner")["records"]] == ["วัดห้วยปูลิง"]
