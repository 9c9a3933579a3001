"""Choices kept on this laptop, for all or for one user, and saved filters; never sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import msgspec

from desktop.errors import UserError
from desktop.models.program import Setting
from desktop.services.learners.records import LearnerQuery
from desktop.services.rights import Right, needs, open_to_all
from desktop.services.workspace import Workspace

_FILTERS = "saved_filters"


@dataclass(frozen=True)
class SavedFilter:
    """A question about learners under a name of the user's own."""

    name: str
    query: LearnerQuery


class SettingService:
    """Settings by name; values are primitives, lists or dictionaries of them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @open_to_all
    def get(self, name: str, default: Any = None, *, laptop: bool = False) -> Any:
        """Return a setting of the signed-in user, else the laptop's, else `default`."""
        with self._workspace.read() as session:
            for user in ("",) if laptop else (self._user(), ""):
                found = session.get(Setting, (user, name))
                if found is not None:
                    return found.value
        return default

    @needs(Right.OWN)
    def set(self, name: str, value: Any, *, laptop: bool = False) -> None:
        """Keep a setting of the signed-in user, or of the laptop; None forgets it."""
        with self._workspace.write() as session:
            key = ("" if laptop else self._user(), name)
            found = session.get(Setting, key)
            if value is None:
                if found is not None:
                    session.delete(found)
                return
            if found is None:
                found = Setting(user=key[0], name=name)
                session.add(found)
            found.value = value

    @needs(Right.OWN)
    def filters(self) -> tuple[SavedFilter, ...]:
        """Return the user's saved filters in the order in which they were saved.

        A filter that this version cannot read (saved by a newer one) is left out, not lost.
        """
        kept: list[SavedFilter] = []
        for entry in self.get(_FILTERS, []):
            try:
                query = msgspec.convert(entry["query"], LearnerQuery)
            except (msgspec.ValidationError, KeyError):
                continue
            kept.append(SavedFilter(entry["name"], query))
        return tuple(kept)

    @needs(Right.OWN)
    def save_filter(self, name: str, query: LearnerQuery) -> None:
        """Keep a filter under a name, in the place of an earlier one of that name.

        Raises:
            UserError: `name_missing`.
        """
        name = name.strip()
        if not name:
            raise UserError("name_missing")
        entry = {"name": name, "query": msgspec.to_builtins(query)}
        kept = list(self.get(_FILTERS, []))
        for place, other in enumerate(kept):
            if other.get("name") == name:
                kept[place] = entry
                break
        else:
            kept.append(entry)
        self.set(_FILTERS, kept)

    @needs(Right.OWN)
    def remove_filter(self, name: str) -> None:
        """Forget a saved filter."""
        kept = [entry for entry in self.get(_FILTERS, []) if entry.get("name") != name]
        self.set(_FILTERS, kept or None)

    def _user(self) -> str:
        return self._workspace.user.user_id.hex
