"""PostgreSQL that hangs, vanishes or warns: waits end, work is tried again, nothing is false."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from sync.hub.app import _log_failure
from sync.hub.database import Database
from sync.hub.postgres import with_time_outs
from tests.sync.hub_keys import hub_keys


@pytest.fixture
def database(postgres_url: str) -> Iterator[Database]:
    """An empty database, of one made by hand."""
    with closing(Database(postgres_url, hub_keys())) as made:
        yield made


def test_the_url_is_given_time_outs_and_keeps_its_own_words() -> None:
    url = sa.make_url(
        "postgresql+psycopg://hub@/tambon?host=a:5432&host=b:5432&connect_timeout=7"
        "&options=-csearch_path%3Dx&target_session_attrs=read-write"
    )
    query = with_time_outs(url).query
    assert query["connect_timeout"] == "7"
    assert query["options"] == "-csearch_path=x -clock_timeout=5s"
    assert query["host"] == ("a:5432", "b:5432")
    assert query["target_session_attrs"] == "read-write"
    assert int(str(query["tcp_user_timeout"])) <= 10_000
    own = sa.make_url("postgresql+psycopg://hub@/tambon?options=-clock_timeout%3D30s")
    assert with_time_outs(own).query["options"] == "-clock_timeout=30s"


def test_the_time_outs_reach_the_server(database: Database) -> None:
    with database.read() as connection:
        assert connection.exec_driver_sql("SHOW lock_timeout").scalar() == "30s"  # the URL's own
        assert connection.exec_driver_sql("SHOW application_name").scalar() == "tambon-hub"


def test_an_answer_that_stays_out_ends_the_connection_and_not_the_hub(database: Database) -> None:
    database.patience = 0.3
    began = time.monotonic()
    with pytest.raises(OperationalError, match=r"no answer in 0\.3 s"), database.read() as slow:
        slow.exec_driver_sql("SELECT pg_sleep(20)")
    assert time.monotonic() - began < 10
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1
    database.patience = None
    with database.read() as connection:
        connection.exec_driver_sql("SELECT pg_sleep(0.4)")


def test_work_is_done_once_more_when_its_connection_is_lost(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql("CREATE TABLE word (text text)")
    tries = 0

    def work(connection: sa.Connection) -> str:
        nonlocal tries
        tries += 1
        connection.exec_driver_sql("INSERT INTO word VALUES ('kept')")
        if tries == 1:
            connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")
        return "done"

    assert database.retried(work) == "done"
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT text FROM word").scalars().all() == ["kept"]


def test_a_server_that_only_reads_by_now_is_left_for_another(database: Database) -> None:
    tries = 0

    def work(connection: sa.Connection) -> None:
        nonlocal tries
        tries += 1
        if tries == 1:
            connection.exec_driver_sql("SET TRANSACTION READ ONLY")
        connection.exec_driver_sql("CREATE TABLE word (text text)")

    database.retried(work)
    assert tries == 2


def test_work_is_given_up_when_the_second_connection_is_lost_too(database: Database) -> None:
    tries = 0

    def work(connection: sa.Connection) -> None:
        nonlocal tries
        tries += 1
        connection.exec_driver_sql("SELECT pg_terminate_backend(pg_backend_pid())")

    with pytest.raises(OperationalError):
        database.retried(work)
    assert tries == 2


def test_an_error_of_the_work_itself_is_not_tried_again(database: Database) -> None:
    tries = 0

    def work(connection: sa.Connection) -> None:
        nonlocal tries
        tries += 1
        connection.exec_driver_sql("SELECT * FROM nowhere")

    with pytest.raises(sa.exc.ProgrammingError):
        database.retried(work)
    assert tries == 1


# As the server warns when somebody calls off the wait for a standby: at the commit, and it stands.
_WARNS_AT_COMMIT = """
CREATE TABLE word (text text);
CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE WARNING USING MESSAGE = 'canceling wait', ERRCODE = '01000';
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER warns AFTER INSERT ON word DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW WHEN (NEW.text = 'doubtful') EXECUTE FUNCTION warn();
"""


def test_a_commit_that_the_standby_may_lack_is_an_error(database: Database) -> None:
    with database.write() as connection:
        connection.exec_driver_sql(_WARNS_AT_COMMIT)
    with pytest.raises(OperationalError, match="standby"), database.write() as connection:
        connection.exec_driver_sql("INSERT INTO word VALUES ('doubtful')")
    with database.write() as connection:
        # The warning of one commit is not held against the next.
        connection.exec_driver_sql("INSERT INTO word VALUES ('sure')")
    with database.read() as connection:
        found = connection.exec_driver_sql("SELECT text FROM word").scalars().all()
    assert found == ["doubtful", "sure"]


@pytest.mark.logs_errors
def test_a_database_that_is_away_is_one_line_of_the_log(caplog: pytest.LogCaptureFixture) -> None:
    away = psycopg.OperationalError("connection refused\nIs the server running?")
    _log_failure("a turn", OperationalError("SELECT 1", None, away))
    (record,) = caplog.records
    assert record.getMessage() == "a turn failed: connection refused"
    assert record.exc_info is None
    try:
        raise ZeroDivisionError
    except ZeroDivisionError as error:
        _log_failure("a turn", error)
    assert caplog.records[-1].exc_info is not None
