"""How other screens open the page of somebody who is no learner."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.persons.records import PersonRow
from desktop.ui.forms.finder import MOST, JobFinder
from desktop.ui.jobs import Jobs
from desktop.ui.widgets.link_field import Found

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


def finder(services: Services, jobs: Jobs, owner: QObject) -> JobFinder[PersonRow]:
    """Who looks for people while a part of a name, or a telephone, is typed."""
    people = services.persons
    return JobFinder(jobs, owner, lambda text: people.find(text, MOST), people.rows, _found)


def _found(row: PersonRow) -> Found:
    note = " · ".join(part for part in (row.position, row.phone) if part)
    return Found(row.id.hex, row.full_name, note)
