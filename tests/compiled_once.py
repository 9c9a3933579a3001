"""Statements compiled once for all databases of a test process.

Each test opens databases of its own, and SQLAlchemy's cache belongs to the one engine: half of what
a small test does would be compiling what the test before it compiled. Compiled statements hold no
values, so nothing of one test reaches another.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Mapper


class _Compiled(dict[Any, Any]):
    """A cache whose keys name the kind of database in the place of the engine's own dialect."""

    def get(self, key: Any, default: Any = None) -> Any:
        """What was compiled for a statement, for any engine of this kind."""
        return super().get(_of_kind(key), default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(_of_kind(key), compiled)


def _of_kind(key: Any) -> Any:
    dialect, *rest = key
    return (dialect.name, dialect.driver, dialect.server_version_info, *rest)


_COMPILED = _Compiled()


@event.listens_for(Engine, "engine_connect")
def _share(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED)


# What they insert and change they keep by themselves, for each engine's dialect anew.
Mapper._compiled_cache = _COMPILED  # type: ignore[assignment]
