"""PostgreSQL that stops answering: every wait has an end, and no commit is believed half done.

A server that is frozen, or cut off without a word, takes what it is sent and never answers; the
system's own time-outs do not see that. What was lost is told by the driver's errors.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final, TypeVar

import psycopg
import sqlalchemy as sa
from psycopg.abc import PQGen
from psycopg.errors import Diagnostic, _WaitTimeout
from sqlalchemy import event
from sqlalchemy.engine import Engine
from sqlalchemy.exc import DBAPIError

_Result = TypeVar("_Result")

# What the URL says itself stands. A host that does not answer is given up for the next one of
# the URL; a server that died without a word is noticed by the system.
_CONNECTING: Final = {
    "connect_timeout": "3",
    "keepalives": "1",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "10000",
    "application_name": "tambon-hub",
}
_LOCK_TIMEOUT: Final = "lock_timeout"
_LOCK_SECONDS: Final = 5  # less than an answer is waited for: a lock then says what it is
# The server goes down, starts, or has become a standby (or the reverse is still to come).
_ELSEWHERE: Final = frozenset({"57P01", "57P02", "57P03", "25006"})
_WARNING: Final = "01000"


def with_time_outs(url: sa.URL) -> sa.URL:
    """The URL with time-outs for whatever it says nothing of; its own options stay as they are."""
    given = url.query
    added: dict[str, Any] = {
        name: value for name, value in _CONNECTING.items() if name not in given
    }
    options = given.get("options", "")
    options = options if isinstance(options, str) else " ".join(options)
    if _LOCK_TIMEOUT not in options:
        added["options"] = f"{options} -c{_LOCK_TIMEOUT}={_LOCK_SECONDS}s".strip()
    return url.update_query_dict(added)


class PatientConnection(psycopg.Connection[Any]):
    """A connection that gives up a server that does not answer, and tells a commit in doubt.

    Attributes:
        patience: the seconds that one answer is waited for; None: as long as it takes.
    """

    patience: Callable[[], float | None] = staticmethod(lambda: None)
    _warned = False

    def wait(
        self, gen: PQGen[_Result], interval: float = 0.1, timeout: float | None = None
    ) -> _Result:
        """As psycopg's, and closed when the answer stays out.

        Raises:
            psycopg.OperationalError: no answer in time; the connection is closed.
        """
        if timeout is None:
            timeout = self.patience()
        try:
            return super().wait(gen, interval, timeout)
        except _WaitTimeout:
            self.pgconn.finish()
            raise psycopg.OperationalError(f"no answer in {timeout} s") from None

    def commit(self) -> None:
        """As psycopg's, but a commit that the standby may not have is an error.

        Waiting for the standby may be called off from outside; the server then commits, and only
        warns. A receipt for it would be false: the primary may be lost before the standby has it.

        Raises:
            psycopg.OperationalError: as psycopg's, or the server warned; then it is closed.
        """
        self._warned = False
        self.add_notice_handler(self._heed)
        try:
            super().commit()
        finally:
            self.remove_notice_handler(self._heed)
        if self._warned:
            self.close()
            raise psycopg.OperationalError("the commit may not have reached the standby")

    def _heed(self, notice: Diagnostic) -> None:
        self._warned = self._warned or notice.sqlstate == _WARNING


def connect_patiently(engine: Engine, patience: Callable[[], float | None]) -> None:
    """Let an engine's connections be patient ones."""

    def connect(_dialect: Any, _record: Any, words: Any, named: Any) -> PatientConnection:
        connection = PatientConnection.connect(*words, **named)
        connection.patience = patience
        return connection

    event.listen(engine, "do_connect", connect)


def is_lost(error: DBAPIError) -> bool:
    """Whether the connection is what failed, or never came about, rather than the work."""
    if error.connection_invalidated or getattr(error.orig, "sqlstate", None) in _ELSEWHERE:
        return True
    # Not connected at all: there is no state of the server's to tell.
    return isinstance(error.orig, psycopg.OperationalError) and error.orig.sqlstate is None
