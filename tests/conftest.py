"""What every test may rely on: nobody's data touched, no network, no unexpected complaint."""

from __future__ import annotations

import errno
import gc
import ipaddress
import logging
import os
import shutil
import socket
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests import (
    compiled_once,  # noqa: F401 - imported for what it listens to
    drawn,
)

if TYPE_CHECKING:
    from desktop.services.all import Services
    from desktop.services.workspace import Workspace
    from tests.factories import Clock

drawn.set_up()

# Before Qt or the program is imported: both read these when they start.
_HOME = Path(tempfile.mkdtemp(prefix="tambon-tests-"))
_KEPT = dict(os.environ)
_FOLDERS = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "roaming",
    "LOCALAPPDATA": "local",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_CACHE_HOME": "cache",
    "XDG_RUNTIME_DIR": "run",
}
for _name, _folder in _FOLDERS.items():
    _path = _HOME / _folder
    _path.mkdir(mode=0o700, exist_ok=True)
    os.environ[_name] = str(_path)
for _name in list(os.environ):
    if _name.lower() in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        del os.environ[_name]
    if _name.startswith("TAMBON_") and _name != "TAMBON_TEST_POSTGRES":
        del os.environ[_name]
    # What one machine sets must not help there and lack elsewhere: a new one buffers output.
    if _name.startswith("PYTHON") and _name != "PYTHONDONTWRITEBYTECODE":
        del os.environ[_name]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_configure(config: pytest.Config) -> None:
    """Name our own markers."""
    config.addinivalue_line(
        "markers", "logs_errors: this test is about something that is logged as an error"
    )
    config.addinivalue_line("markers", "long: this test takes so long that it begins first")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What is long first, each part in its random order: at the end nobody waits for one test."""
    items.sort(key=lambda item: item.get_closest_marker("long") is None)


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Let no collection go through what was imported, which none can free."""
    gc.collect()
    gc.freeze()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--no-skips`, for a machine that has everything."""
    parser.addoption(
        "--no-skips", action="store_true", help="a run in which a test was skipped has failed"
    )


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Count aloud what was left out, and why: nobody reads the letters between the dots."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    reasons = Counter(
        report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        for report in skipped
    )
    terminalreporter.section("left out", red=config.getoption("no_skips"))
    for reason, count in reasons.most_common():
        terminalreporter.write_line(f"{count} tests: {reason.removeprefix('Skipped: ')}")
    terminalreporter.write_line(".ci/run installs what they need (Debian) and leaves none out.")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that should have left nothing out."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter is not None and reporter.stats.get("skipped")
    if skipped and session.config.getoption("no_skips") and session.exitstatus == 0:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_unconfigure() -> None:
    """Leave the machine as it was."""
    os.environ.clear()
    os.environ.update(_KEPT)
    shutil.rmtree(_HOME, ignore_errors=True)


class _ErrorRecords(logging.Handler):
    """Keeps the error records of one test."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it."""
        self.records.append(record)


@pytest.fixture(autouse=True)
def _no_unexpected_error_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """An error logged by a test that is not marked `logs_errors` fails it, and the reverse."""
    expected = request.node.get_closest_marker("logs_errors") is not None
    kept = _ErrorRecords()
    root = logging.getLogger()
    root.addHandler(kept)
    try:
        yield
    finally:
        root.removeHandler(kept)
    said = [f"{record.name}: {record.getMessage()}" for record in kept.records]
    if said and not expected:
        pytest.fail("logged as an error: " + "; ".join(said), pytrace=False)
    if expected and not said:
        pytest.fail("marked logs_errors, but nothing was logged as an error", pytrace=False)


@pytest.fixture(autouse=True)
def _every_error_has_words(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An error that the program makes and cannot put into words, values and all, fails the test."""
    from desktop.errors import TambonError
    from resources.words import errors

    made: list[str] = []
    real = TambonError.__init__

    def checked(error: TambonError, code: str, **values: object) -> None:
        real(error, code, **values)
        maker = sys._getframe(1).f_globals.get("__name__", "")
        if maker.startswith("desktop.") and not errors.sentence(code, values, "th"):
            made.append(f"{error} in {maker}")

    monkeypatch.setattr(TambonError, "__init__", checked)
    yield
    if made:
        pytest.fail(f"errors without words: {', '.join(made)}", pytrace=False)


def _is_near(host: object) -> bool:
    """True for this machine itself, by address or by its one usual name."""
    text = host.decode() if isinstance(host, bytes) else str(host)
    if text in ("", "localhost"):
        return True
    try:
        return ipaddress.ip_address(text.split("%")[0]).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Outside this machine nothing answers; a test that asks for a real place fails.

    Names that can never exist (`hub.invalid`, `hub.test`) are simply unknown, as when offline.
    """
    reached: list[str] = []

    def guarded(real: Callable[..., Any]) -> Callable[..., Any]:
        def connect(own: socket.socket, address: Any) -> Any:
            if own.family in (socket.AF_INET, socket.AF_INET6) and not _is_near(address[0]):
                reached.append(str(address[0]))
                raise OSError(errno.ENETUNREACH, "no network in tests")
            return real(own, address)

        return connect

    real_lookup = socket.getaddrinfo

    def lookup(host: Any, *arguments: Any, **options: Any) -> Any:
        if host is None or _is_near(host):
            return real_lookup(host, *arguments, **options)
        if not str(host).endswith((".invalid", ".test", ".example")):
            reached.append(str(host))
        raise socket.gaierror(socket.EAI_NONAME, "no network in tests")

    monkeypatch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    yield
    if reached:
        pytest.fail(f"reached out of this machine: {', '.join(reached)}", pytrace=False)


@pytest.fixture
def clock() -> Clock:
    """What the centre of `workspace` goes by, which a test may move; noon of 22 November 2026."""
    from tests.factories import Clock

    return Clock()


@pytest.fixture
def workspace(tmp_path: Path, clock: Clock) -> Iterator[Workspace]:
    """An empty centre, closed at the end."""
    from tests.factories import make_workspace

    opened = make_workspace(tmp_path / "centre", clock)
    yield opened
    opened.close()


@pytest.fixture
def services(workspace: Workspace) -> Services:
    """All that can be done in it."""
    from desktop.services.all import Services

    return Services(workspace)
