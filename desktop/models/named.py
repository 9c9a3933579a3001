"""Records that have a name, stand in its order in lists, and are found by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import SyncedRecord
from desktop.models.fields import LOCAL
from desktop.models.search import key_of
from desktop.models.text import sort_key


class NamedRecord(SyncedRecord):
    """A record with a `name`.

    Attributes:
        found_by: the fields that it is found by beside its name.
    """

    found_by: ClassVar[tuple[str, ...]]

    sort_key: Mapped[str] = mapped_column(default="", index=True, info=LOCAL)
    search_key: Mapped[str] = mapped_column(default="", info=LOCAL)

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the order in lists, and what it is found by."""
        texts = [values.get(name) for name in ("name", *cls.found_by)]
        return {
            "sort_key": sort_key(values.get("name") or ""),
            "search_key": "\n".join(key_of(each) for each in texts if each),
        }
