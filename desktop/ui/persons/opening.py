"""How other screens open the page of somebody who is no learner."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

PERSON = "person"
RIGHTS = "rights"
CONSENTS = "consents"
ASKED = "person_consent"
"""The form under which an answer is kept while it is written."""


@dataclass(frozen=True)
class PersonPlace:
    """A person's page; `at` RIGHTS: where a fact is put right; CONSENTS: where they are asked."""

    person_id: UUID
    at: str = ""
