"""Hubs for the tests: in memory, and on PostgreSQL where one is offered."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from tests.sync.world import World

# A transaction that a test left behind ends the wait for its locks, instead of a run that hangs.
_PATIENCE = "-clock_timeout=30s"


@contextmanager
def empty_postgres() -> Iterator[str]:
    """The URL of a schema of its own on the offered PostgreSQL; removed afterwards."""
    offered = os.environ.get("TAMBON_TEST_POSTGRES", "")
    if not offered:
        pytest.skip("no PostgreSQL (TAMBON_TEST_POSTGRES names no server)")
    url = sa.make_url(offered).set(drivername="postgresql+psycopg")
    schema = f"hub_{secrets.token_hex(6)}"
    # Nothing stays open in between, whatever becomes of the test.
    engine = sa.create_engine(
        url,
        poolclass=sa.NullPool,
        connect_args={"connect_timeout": 20, "options": _PATIENCE},
    )
    with engine.begin() as connection:
        connection.execute(sa.schema.CreateSchema(schema))
    try:
        scoped = url.update_query_dict({"options": f"-csearch_path={schema} {_PATIENCE}"})
        yield scoped.render_as_string(hide_password=False)
    finally:
        with engine.begin() as connection:
            connection.execute(sa.schema.DropSchema(schema, cascade=True))


@pytest.fixture
def postgres_url() -> Iterator[str]:
    """A hub's empty database on PostgreSQL."""
    with empty_postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgres"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    """A hub with one centre, on each database."""
    url = "sqlite://" if request.param == "sqlite" else request.getfixturevalue("postgres_url")
    made = World(url)
    try:
        yield made
    finally:
        made.close()
