"""The steps lead to the declared schema, on a file that is refused when it is newer."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.schema import CreateIndex, CreateTable

from desktop.database import Database
from desktop.errors import StorageError
from desktop.migrations import HERE, newest, revision_of, upgrade
from desktop.models.base import Base, synced_classes
from desktop.models.fields import fields_of
from tests.factories import RULES

# Tables that only the steps make: the search index and its shadows, Alembic's own.
_BESIDE = ("learner_fts", "alembic_version", "sqlite_sequence")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """An upgraded, empty database."""
    opened = Database(tmp_path / "a.db", os.urandom(32), RULES)
    upgrade(opened.engine)
    yield opened
    opened.close()


def test_there_is_one_newest_step() -> None:
    script = ScriptDirectory(str(HERE))

    assert script.get_heads() == [newest()]
    assert script.get_bases() == ["0001"]


def test_the_steps_lead_to_the_declared_schema(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda _o, name, kind, _r, _c: (
                    kind != "table" or not str(name).startswith(_BESIDE)
                ),
            },
        )
        differences = compare_metadata(context, Base.metadata)

    assert differences == []


def test_the_stored_definitions_are_the_declared_ones(database: Database, tmp_path: Path) -> None:
    # Autogeneration does not see CHECK constraints nor partial indexes: compare the text.
    declared = create_engine("sqlite://")
    with declared.begin() as connection:
        for table in Base.metadata.sorted_tables:
            connection.execute(CreateTable(table))
            for index in table.indexes:
                connection.execute(CreateIndex(index))
        wanted = _definitions(connection.exec_driver_sql(_DEFINITIONS).all())
    declared.dispose()
    with database.engine.connect() as connection:
        stored = _definitions(connection.exec_driver_sql(_DEFINITIONS).all())

    assert {name: stored.get(name) for name in wanted} == wanted


_DEFINITIONS = "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"


def _definitions(rows: object) -> dict[str, list[str]]:
    """Return each object's parts in alphabetical order: their order in a step is free."""
    found = {}
    for name, sql in rows:  # type: ignore[attr-defined]
        body = " ".join(sql.replace('"', "").split())
        found[name] = sorted(part.strip(" ,()") for part in body.split(", "))
    return found


def test_every_synced_table_is_guarded(database: Database) -> None:
    with database.engine.connect() as connection:
        triggers = set(
            connection.execute(
                text("SELECT name FROM sqlite_master WHERE type='trigger'")
            ).scalars()
        )

    for cls in synced_classes().values():
        name = inspect(cls).local_table.name
        assert {f"{name}_needs_change", f"{name}_stays"} <= triggers


def test_the_guards_name_every_field(database: Database) -> None:
    with database.engine.connect() as connection:
        for cls in synced_classes().values():
            table = inspect(cls).local_table.name
            sql = connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :name"),
                {"name": f"{table}_needs_change"},
            ).scalar_one()
            guarded = set(re.findall(r'"(\w+)"', sql.split(" ON ")[0]))
            assert guarded == set(fields_of(cls)), table


def test_upgrading_again_changes_nothing(database: Database) -> None:
    before = revision_of(database.engine)

    upgrade(database.engine)

    assert revision_of(database.engine) == before == newest()


def test_a_newer_file_is_refused_and_left_alone(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(StorageError) as refused:
        upgrade(database.engine)

    assert refused.value.code == "newer_file"
    assert revision_of(database.engine) == "9999"
