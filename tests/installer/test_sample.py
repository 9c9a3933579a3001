"""The sample job gives the program's commands in order and stops at the first refusal."""

from __future__ import annotations

import json
import sys
from pathlib import Path, PureWindowsPath

import pytest

from installer import sample
from installer.environment import Environment
from installer.sample import PASSCODE, ROSTER, Sample
from installer.saying import SetupError

DESKTOP = """
import json, os, sys
from pathlib import Path

words = sys.argv[1:]
with open("said.jsonl", "a", encoding="utf-8") as said:
    record = {"words": words, "passcode": os.environ.get("TAMBON_RIANRU_PASSCODE")}
    said.write(json.dumps(record) + "\\n")
rest = [word for word in words if word != "--json"]
data, command = Path(rest[1]), rest[2:3]
if Path("refuse").exists() and command == [Path("refuse").read_text()]:
    print("ปฏิเสธ", file=sys.stderr)
    sys.exit(1)
if command == ["init"]:
    data.mkdir(parents=True)
if command == ["print"]:
    Path(rest[-1]).write_bytes(b"%PDF" * 1000)
waiting = 3 if Path("stuck").exists() else 0
print(json.dumps({"rows": 240, "new": 239, "updated": 1, "skipped": 0, "problems": [1, 2],
                  "run": "7", "plans": 55, "begun": 244, "pages": 957,
                  "sent": 900, "received": 0, "bytes_up": 2048, "bytes_down": 9,
                  "requests": 4, "waiting": waiting, "receipt": "8F3K"}))
"""
HUB = """
import json, sys, time

words = sys.argv[1:]
with open("said.jsonl", "a", encoding="utf-8") as said:
    said.write(json.dumps({"words": words}) + "\\n")
if "serve" in words:
    print("listening on http://127.0.0.1:54321", flush=True)
    time.sleep(60)
print(json.dumps({"centre": "c-1", "code": "ABCD-1234"}))
"""


class Here(Environment):
    """A checkout whose environment is the one that runs the tests."""

    @property
    def python(self) -> Path:
        """The running interpreter."""
        return Path(sys.executable)


@pytest.fixture
def job(tmp_path: Path) -> Sample:
    """A sample job over stand-ins for the program and the hub."""
    root = tmp_path / "โปรแกรม ของเรา"
    for module, text in (("desktop", DESKTOP), ("sync/hub", HUB)):
        (root / module).mkdir(parents=True)
        (root / module / "__init__.py").touch()
        (root / module / "__main__.py").write_text(text, encoding="utf-8")
    (root / "sync" / "__init__.py").touch()
    return Sample(Here(root), tmp_path / "ข้อมูล")


def _said(job: Sample) -> list[dict[str, list[str]]]:
    text = (job.place.root / "said.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def _commands(job: Sample) -> list[str]:
    known = {"init", "import", "print", "enrol", "sync", "status", "serve", "centre", "enrol-code"}
    return [next((word for word in said["words"] if word in known), "") for said in _said(job)]


def test_the_job_without_a_window(job: Sample, capsys: pytest.CaptureFixture[str]) -> None:
    assert job.run_headless() == 0

    assert sorted(_commands(job)) == sorted(
        ["init", "import", "print", "serve", "centre", "enrol-code", "enrol", "sync", "status"]
    )
    order = [command for command in _commands(job) if command != "serve"]
    assert order == ["init", "import", "print", "centre", "enrol-code", "enrol", "sync", "status"]
    enrol = next(said["words"] for said in _said(job) if "enrol" in said["words"])
    assert enrol[-2:] == ["http://127.0.0.1:54321", "ABCD-1234"]
    told = capsys.readouterr().out
    for expected in ("240", "239", "957", "900", "8F3K", "plans.pdf", ROSTER.name):
        assert expected in told
    plans = next(job.folder.rglob("plans.pdf"))
    assert str(plans) in told
    assert (plans.parent / "centre").is_dir()


def test_each_run_has_a_folder_of_its_own(job: Sample) -> None:
    job.run_headless()
    job.run_headless()
    assert len(list(job.folder.glob("headless-*/plans.pdf"))) == 2


def test_a_refused_step_is_told_in_its_own_words(job: Sample) -> None:
    (job.place.root / "refuse").write_text("import")
    with pytest.raises(SetupError) as stopped:
        job.run_headless()
    assert "ปฏิเสธ" in stopped.value.thai
    assert "print" not in _commands(job)


def test_unsent_items_are_not_called_done(job: Sample) -> None:
    (job.place.root / "stuck").touch()
    with pytest.raises(SetupError, match="3 items"):
        job.run_headless()


def test_a_hub_that_ends_at_once_is_told(job: Sample) -> None:
    (job.place.root / "sync" / "hub" / "__main__.py").write_text(
        "raise SystemExit('no room for a hub')", encoding="utf-8"
    )
    with pytest.raises(SetupError) as stopped:
        job.run_headless()
    assert "no room for a hub" in stopped.value.thai


def test_the_window_opens_on_a_centre_made_once(
    job: Sample, capsys: pytest.CaptureFixture[str]
) -> None:
    assert job.open_window() == 0
    assert job.open_window() == 0

    assert _commands(job) == ["init", "", ""]
    made, first, second = (said["words"] for said in _said(job))
    assert made[1].endswith("centre.making")
    assert "--demo" in made
    assert first == second == ["--data", str(job.folder / "centre")]
    assert _said(job)[0]["passcode"] == PASSCODE  # type: ignore[comparison-overlap]
    assert PASSCODE in capsys.readouterr().out


def test_a_half_made_centre_is_made_again(job: Sample) -> None:
    (job.folder / "centre.making").mkdir(parents=True)
    (job.folder / "centre.making" / "half").touch()
    job.open_window()
    assert (job.folder / "centre").is_dir()
    assert not (job.folder / "centre" / "half").exists()


def test_data_lie_where_the_platform_keeps_them() -> None:
    home = Path.home()
    assert sample.default_folder({}, "linux") == home / ".local/share/tambon-rianru-demo"
    assert sample.default_folder({"XDG_DATA_HOME": "/data"}, "linux") == Path(
        "/data/tambon-rianru-demo"
    )
    assert sample.default_folder({}, "darwin") == (
        home / "Library/Application Support/tambon-rianru-demo"
    )
    windows = sample.default_folder({"LOCALAPPDATA": "C:\\Users\\kru\\AppData\\Local"}, "win32")
    assert PureWindowsPath(windows).name == "tambon-rianru-demo"
    assert "AppData" in str(windows)
