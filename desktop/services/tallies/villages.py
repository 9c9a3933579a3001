"""The villages that the reports name."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.area import Village
from desktop.services.tallies.help_tables import Pair

_NO_PLACE: Final[Pair] = ("ไม่ระบุหมู่บ้าน", "No village stated")


def places(session: Session) -> dict[UUID | None, Pair]:
    """Return the villages that are listed, by moo number, and None for no village."""
    listed = select(Village).where(Village.deleted.is_(False))
    found: dict[UUID | None, Pair] = {}
    for each in session.scalars(listed.order_by(func.length(Village.moo), Village.moo)):
        name = f"{each.moo} {each.name or ''}".strip()
        found[each.id] = f"หมู่ {name}", f"Moo {name}"
    return {**found, None: _NO_PLACE}
