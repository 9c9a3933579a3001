"""The command line of the set-up script."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from installer import commands
from installer.saying import SetupError

ROOT = Path(__file__).resolve().parents[2]


def test_without_a_command_it_tells_how_to_use_it() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "installer" / "setup.py")],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert "open" in done.stderr


def test_an_older_python_can_read_its_way_to_the_refusal() -> None:
    text = (ROOT / "installer" / "setup.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 6))
    refusal, rest = text.split("sys.exit(1)")
    assert "sys.version_info < (3, 11)" in refusal
    assert "from installer" not in refusal
    assert "from installer" in rest


def test_the_rest_of_a_test_command_goes_to_pytest(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[object] = []

    def run(_place: object, words: list[str], extra: dict[str, str]) -> int:
        given.append((words, extra))
        return 5

    monkeypatch.setattr(commands, "_prepare", lambda *_: None)
    monkeypatch.setattr(commands, "_run", run)
    assert commands.main(["test", "-k", "dates", "tests/models"], ROOT) == 5
    assert given == [
        (["-m", "pytest", "-k", "dates", "tests/models"], {"QT_QPA_PLATFORM": "offscreen"})
    ]


@pytest.mark.parametrize(
    ("rest", "processors", "workers"),
    [
        ([], 2, "2"),
        (["--junitxml=out.xml", "--no-skips"], 8, "4"),
        ([], 1, None),
        (["tests/models"], 2, None),
    ],
)
def test_the_whole_suite_is_shared_among_the_processors(
    monkeypatch: pytest.MonkeyPatch, rest: list[str], processors: int, workers: str | None
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: processors)
    words = commands.side_by_side(rest)
    assert words[:2] == ([] if workers is None else ["-n", workers])


def test_a_word_it_does_not_know_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        commands.main(["open", "--windows"], ROOT)
    assert stopped.value.code == 2
    assert "--windows" in capsys.readouterr().err


def test_a_check_that_fails_fails_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def run(_place: object, words: list[str], _extra: object) -> int:
        ran.append(words[1])
        return 1 if words[1] == "mypy" else 0

    monkeypatch.setattr(commands, "_prepare", lambda *_: None)
    monkeypatch.setattr(commands, "_run", run)
    assert commands.main(["check"], ROOT) == 1
    checks = ["ruff", "ruff", "mypy", "bandit", "installer.audit", commands.IMPORT_CHECK]
    assert ran == checks  # the others run all the same


@pytest.mark.parametrize(
    ("stop", "code"), [(SetupError("ขาดของ", "Something lacks"), 1), (KeyboardInterrupt(), 130)]
)
def test_a_stop_is_a_sentence_in_both_languages(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    stop: BaseException,
    code: int,
) -> None:
    def refuse(*_: object) -> None:
        raise stop

    monkeypatch.setattr(commands, "_prepare", refuse)
    assert commands.main(["test"], ROOT) == code
    thai, english = capsys.readouterr().err.strip().splitlines()
    assert any("ก" <= letter <= "๛" for letter in thai)
    assert english.isascii()
