"""The hub's migrations make the tables that the program expects, on either database."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

import sync.hub
from sync.hub.database import Database
from sync.hub.tables import metadata
from tests.sync.hub_keys import hub_keys
from tests.sync.world import World


def test_the_upgraded_schema_is_the_declared_one(world: World) -> None:
    with world.hub.database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_upgrading_again_changes_nothing(world: World) -> None:
    with world.hub.database.read() as connection:
        before = sorted(sa.inspect(connection).get_table_names())
    world.hub.database.upgrade()
    with world.hub.database.read() as connection:
        assert sorted(sa.inspect(connection).get_table_names()) == before


def test_an_upgrade_that_fails_does_not_keep_others_waiting(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(config: Config, _revision: str) -> None:
        config.attributes["connection"].execute(sa.text("SELECT * FROM nowhere"))

    with (
        closing(Database(postgres_url, hub_keys())) as first,
        closing(Database(postgres_url, hub_keys())) as second,
    ):
        with monkeypatch.context() as patch:
            patch.setattr(command, "upgrade", fails)
            with pytest.raises(sa.exc.ProgrammingError):
                first.upgrade()
        second.upgrade()
        with second.read() as connection:
            assert sa.inspect(connection).has_table("change")


def test_there_is_one_newest_step() -> None:
    config = Config()
    folder = Path(sync.hub.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    assert len(ScriptDirectory.from_config(config).get_heads()) == 1


def test_growing_tables_are_keyed_by_province_and_centre() -> None:
    found_by_themselves = {"hub", "device", "enrol_code", "sealing_key"}
    for name, table in metadata.tables.items():
        if name not in found_by_themselves:
            first = [column.name for column in table.primary_key.columns][:2]
            assert first == ["province", "centre"], name
