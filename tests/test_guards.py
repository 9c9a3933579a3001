"""The guards of the test run bite: logs, warnings, Qt's words, wordless errors, the network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SCRATCH = """
import logging
import os
import socket
import warnings
from pathlib import Path

import pytest
import requests
from hypothesis import given, settings, strategies as st
from PySide6.QtCore import qWarning


def test_error_log_fails():
    logging.getLogger("scratch").error("record 7 is damaged")


@pytest.mark.logs_errors
def test_expected_error_log_passes():
    logging.getLogger("scratch").error("record 7 is damaged")


@pytest.mark.logs_errors
def test_expected_silence_fails():
    pass


def test_warning_fails():
    warnings.warn("old way", DeprecationWarning)


def test_qt_words_fail(qtbot):
    qWarning("QWidget: something is wrong")


def test_real_host_fails():
    with pytest.raises(requests.ConnectionError):
        requests.get("https://hub.go.th/v1/sync", timeout=5)


def test_real_address_fails():
    with socket.socket() as own, pytest.raises(OSError):
        own.connect(("203.0.113.9", 443))


def test_impossible_host_passes():
    with pytest.raises(requests.ConnectionError):
        requests.get("https://hub.invalid/v1/sync", timeout=5)


MADE = "from desktop.errors import UserError\\nUserError('{}', least=8)"


def test_error_without_words_fails():
    exec(MADE.format("never_heard_of"), {"__name__": "desktop.scratch"})


def test_error_with_words_passes():
    exec(MADE.format("passcode_too_short"), {"__name__": "desktop.scratch"})


def test_loopback_passes():
    with socket.create_server(("127.0.0.1", 0)) as server:
        with socket.create_connection(server.getsockname()) as own:
            assert own.getpeername() == server.getsockname()


@settings(max_examples=5)
@given(st.integers())
def test_hypothesis_passes(number):
    assert number == number


@pytest.mark.long
def test_what_is_long_begins_passes(request):
    assert request.session.items[0] is request.node


def test_home_is_elsewhere_passes():
    assert "tambon-tests-" in str(Path.home())
    assert "tambon-tests-" in os.environ["XDG_DATA_HOME"]
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
"""


def test_guards_catch_what_they_promise(tmp_path: Path) -> None:
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path / "conftest.py")
    shutil.copy(ROOT / "pyproject.toml", tmp_path / "pyproject.toml")
    (tmp_path / "test_scratch.py").write_text(SCRATCH, encoding="utf-8")
    settings = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    settings["PYTHONPATH"] = str(ROOT)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rA", "test_scratch.py", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env=settings,
        capture_output=True,
        text=True,
        check=False,
    )
    outcome = {
        line.split("::")[1].split(" ")[0]: line.split(" ")[0]
        for line in done.stdout.splitlines()
        if "test_scratch.py::" in line
        if line.startswith(("FAILED", "ERROR"))
    }
    passed = [line.split("::")[1] for line in done.stdout.splitlines() if line.startswith("PASSED")]
    for name in SCRATCH.split("def ")[1:]:
        test = name.split("(")[0]
        if test.endswith(("fails", "fail")):
            assert test in outcome, done.stdout
        else:
            assert test in passed, done.stdout
            assert test not in outcome, done.stdout
