"""Who looks for the records that a move, or the page of a subject, may lead to."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from desktop.services.all import Services
from desktop.services.partners.records import PartnerRow
from desktop.ui.forms.finder import JobFinder
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.persons.opening import finder as person_finder
from desktop.ui.widgets.link_field import Finder, Found


def finders(services: Services, jobs: Jobs, owner: QObject) -> Mapping[str, Finder]:
    """By the kind of what is looked for; nothing is shown once `owner` is gone."""
    partners = services.partners
    return {
        "learner": learner_finder(services, jobs, owner),
        "partner": JobFinder(jobs, owner, partners.named, partners.rows, _partner),
        "person": person_finder(services, jobs, owner),
    }


def _partner(row: PartnerRow) -> Found:
    return Found(row.id.hex, row.name, row.phone)
