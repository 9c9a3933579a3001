"""How other screens open the page of somebody who is no learner."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

PERSON = "person"
RIGHTS = "rights"


@dataclass(frozen=True)
class PersonPlace:
    """A person's page; `at` RIGHTS: where a fact is put right."""

    person_id: UUID
    at: str = ""
