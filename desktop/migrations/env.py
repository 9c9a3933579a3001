"""Alembic's environment: runs the steps on the connection that `upgrade` hands over."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from alembic import context
from alembic.runtime.migration import MigrationContext, MigrationInfo
from sqlalchemy import Connection

from desktop.models import tables  # noqa: F401 - all of them
from desktop.models.base import Base


def _tell(
    ctx: MigrationContext, step: MigrationInfo, heads: Collection[Any], run_args: Mapping[str, Any]
) -> None:
    """Say that one more step was taken."""
    attributes = context.config.attributes
    attributes["taken"] = attributes.get("taken", 0) + 1
    told = attributes.get("told")
    if told is not None:
        told.step(attributes["taken"], attributes["waiting"], "migration")


def _run() -> None:
    connection: Connection = context.config.attributes["connection"]
    context.configure(
        connection=connection,
        target_metadata=Base.metadata,
        render_as_batch=True,
        transaction_per_migration=True,
        on_version_apply=_tell,
    )
    with context.begin_transaction():
        context.run_migrations()
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if broken:
        raise RuntimeError(f"the upgrade would leave {len(broken)} rows without their parent")


_run()
