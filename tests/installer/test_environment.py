"""The environment is made once, repaired after an interruption, and never half-trusted."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer import environment
from installer.environment import DEV_LOCK, RUN_LOCK, Environment
from installer.saying import SetupError

EMPTY = "# no library at all: nothing has to be downloaded\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A checkout that was set up once, in a folder with Thai letters and a space."""
    root = tmp_path_factory.mktemp("made") / "ตำบล เรียนรู้"
    root.mkdir()
    (root / RUN_LOCK).write_text(EMPTY)
    (root / DEV_LOCK).write_text(EMPTY + "# dev\n")
    environment.ensure(Environment(root), development=False)
    yield root
    shutil.rmtree(root)


@pytest.fixture
def place(made: Path, tmp_path: Path) -> Environment:
    """A copy of that checkout for one test."""
    root = tmp_path / made.name
    shutil.copytree(made, root, symlinks=True)
    return Environment(root)


def _never(*_arguments: object) -> None:
    raise AssertionError("installed again without need")


def test_a_second_start_installs_nothing(
    place: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "_install", _never)
    monkeypatch.setattr(environment, "_create", _never)
    assert place.ready(development=False)
    environment.ensure(place, development=False)


def test_commands_and_packages_are_found_from_any_folder(
    place: Environment, tmp_path: Path
) -> None:
    (place.root / "desktop").mkdir()
    (place.root / "desktop" / "__main__.py").write_text(
        "import sys, desktop; print(desktop.__path__[0], *sys.argv[1:])", encoding="utf-8"
    )
    (place.root / "desktop" / "__init__.py").touch()
    moved = place.root.rename(tmp_path / "ที่ใหม่")
    folder = Environment(moved).python.parent
    (command,) = folder.glob("tambon-rianru*")
    away = tmp_path / "away"
    away.mkdir()

    for words in ([str(command)], [str(Environment(moved).python), "-m", "desktop"]):
        done = subprocess.run(
            [*words, "a b", "--data", "ศูนย์"],
            cwd=away, capture_output=True, encoding="utf-8", check=True,
        )  # fmt: skip
        assert done.stdout.strip() == f"{moved / 'desktop'} a b --data ศูนย์"


def test_an_environment_of_an_older_version_is_given_the_commands(
    place: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in place.links():
        path.unlink()
    monkeypatch.setattr(environment, "_install", _never)
    environment.ensure(place, development=False)
    assert place.linked()


def test_testing_needs_its_own_lock_and_serves_for_opening(place: Environment) -> None:
    assert not place.ready(development=True)
    kept = place.folder / "kept"
    kept.touch()

    environment.ensure(place, development=True)

    assert place.ready(development=True)
    assert place.ready(development=False)
    assert kept.exists()  # completed, not made anew


def test_a_changed_lock_is_installed(place: Environment) -> None:
    (place.root / RUN_LOCK).write_text(EMPTY + "# another\n")
    assert not place.ready(development=False)
    environment.ensure(place, development=False)
    assert place.ready(development=False)


def test_line_ends_do_not_change_a_lock(place: Environment) -> None:
    (place.root / RUN_LOCK).write_bytes(EMPTY.replace("\n", "\r\n").encode())
    assert place.ready(development=False)


def test_an_interrupted_setup_begins_anew(place: Environment) -> None:
    place.stamp.unlink()
    leftover = place.folder / "half-written"
    leftover.touch()

    environment.ensure(place, development=False)

    assert place.ready(development=False)
    assert not leftover.exists()


@pytest.mark.parametrize("stamp", ["", "{", "[]", "{}"])
def test_a_stamp_cut_short_is_no_stamp(place: Environment, stamp: str) -> None:
    place.stamp.write_text(stamp)
    assert not place.ready(development=False)


@pytest.fixture
def created_anew(made: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The environments created, each as a quick copy instead of by `venv`, which takes seconds."""
    created: list[Path] = []

    def create(of: Environment) -> None:
        created.append(of.folder)
        shutil.rmtree(of.folder)
        shutil.copytree(Environment(made).folder, of.folder, symlinks=True)
        of.stamp.unlink()

    monkeypatch.setattr(environment, "_create", create)
    return created


def test_another_python_than_before_begins_anew(
    place: Environment, created_anew: list[Path]
) -> None:
    stamp = json.loads(place.stamp.read_text())
    place.stamp.write_text(json.dumps({**stamp, "python": "3.2"}))
    assert not place.ready(development=False)

    environment.ensure(place, development=False)

    assert created_anew == [place.folder]
    assert place.installed()["python"] == f"{sys.version_info.major}.{sys.version_info.minor}"


def test_an_interpreter_that_is_gone_begins_anew(
    place: Environment, created_anew: list[Path]
) -> None:
    place.python.unlink()
    assert not place.ready(development=False)

    environment.ensure(place, development=False)

    assert created_anew == [place.folder]
    assert place.ready(development=False)


def test_libraries_that_cannot_be_had_leave_no_stamp(
    place: Environment, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    (place.root / RUN_LOCK).write_text(f"nowhere==1 --hash=sha256:{'0' * 64}\n")

    with pytest.raises(SetupError):
        environment.ensure(place, development=False)

    assert not place.stamp.exists()
    assert "nowhere" in capfd.readouterr().err  # pip's own reason is shown


@pytest.mark.skipif(sys.platform == "win32", reason="open files cannot be removed there at all")
def test_an_installer_left_behind_is_waited_for(
    place: Environment, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A killed set-up's pip may still be writing: the next one must not work beside it."""
    place.stamp.unlink()
    left: list[subprocess.Popen[bytes]] = []
    written = place.root / "written"
    words = f"import pathlib, time; time.sleep(1); pathlib.Path({str(written)!r}).touch()"

    def leave_one_behind(_of: Environment, _lock: str) -> None:
        left.append(subprocess.Popen([sys.executable, "-c", words], close_fds=False))
        raise SetupError("ถูกตัด", "killed")

    monkeypatch.setattr(environment, "_create", lambda _of: None)
    monkeypatch.setattr(environment, "_install", leave_one_behind)
    with pytest.raises(SetupError):
        environment.ensure(place, development=False)
    seen: list[bool] = []
    monkeypatch.setattr(environment, "_create", lambda _of: seen.append(written.exists()))
    monkeypatch.setattr(environment, "_install", lambda *_: None)

    environment.ensure(place, development=False)

    left[0].wait()
    assert "Waiting" in capsys.readouterr().out
    assert seen == [True]


def test_what_cannot_be_removed_is_said_plainly(
    place: Environment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(13, "in use")

    place.stamp.unlink()
    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(SetupError, match="in use"):
        environment.ensure(place, development=False)


def test_a_checkout_that_cannot_be_written_is_said_plainly(tmp_path: Path) -> None:
    (tmp_path / RUN_LOCK).write_text(EMPTY)
    (tmp_path / DEV_LOCK).write_text(EMPTY)
    (tmp_path / ".venv-setup.lock").mkdir()  # refuses a write even to an administrator

    with pytest.raises(SetupError) as stopped:
        environment.ensure(Environment(tmp_path), development=False)

    assert str(tmp_path) in stopped.value.thai
    assert str(tmp_path) in stopped.value.english


def test_settings_of_the_shell_do_not_lead_elsewhere(
    place: Environment, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: list[dict[str, str]] = []

    def run(_command: object, *, env: dict[str, str], **_options: object) -> object:
        given.append(env)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setenv("PIP_TARGET", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PIP_CERT", "kept")  # where to fetch from is the machine's own affair
    monkeypatch.setattr(subprocess, "run", run)

    environment._install(place, RUN_LOCK)

    assert "PIP_TARGET" not in given[0]
    assert "PYTHONPATH" not in given[0]
    assert given[0]["PIP_CERT"] == "kept"
