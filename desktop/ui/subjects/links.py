"""Who looks for the records that a move, or the page of a subject, may lead to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.services.all import Services
from desktop.services.capital.records import CapitalRow
from desktop.services.centre import VillageLine
from desktop.services.courses.records import CourseRow
from desktop.services.credits.records import CreditQuery
from desktop.services.needs.service import House
from desktop.services.partners.records import PartnerRow
from desktop.ui.forms.finder import MOST, JobFinder
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.jobs import Jobs
from desktop.ui.learners.finder import learner_finder
from desktop.ui.person_words import village_choices
from desktop.ui.persons.opening import finder as person_finder
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.link_field import Finder, Found


def finders(services: Services, jobs: Jobs, owner: QObject) -> Mapping[str, Finder]:
    """By the kind of what is looked for; nothing is shown once `owner` is gone."""
    capital, needs, partners = services.capital, services.needs, services.partners
    courses, items = services.courses, services.credits
    return {
        "capital": JobFinder(jobs, owner, capital.named, capital.rows, _capital),
        "course": JobFinder(jobs, owner, courses.named, courses.rows, _course),
        "credit_item": JobFinder(
            jobs,
            owner,
            lambda text: items.find(CreditQuery(search=text), MOST),
            lambda ids: items.find(CreditQuery(ids=tuple(ids))),
            lambda row: Found(row.id.hex, row.name, row.who),
        ),
        "curriculum": JobFinder(
            jobs,
            owner,
            services.curricula.named,
            services.curricula.rows,
            lambda row: Found(row.id.hex, row.name, row.community),
        ),
        "household": JobFinder(jobs, owner, needs.houses, needs.houses_of, _house),
        "learner": learner_finder(services, jobs, owner),
        "partner": JobFinder(jobs, owner, partners.named, partners.rows, _partner),
        "person": person_finder(services, jobs, owner),
    }


def set_finders(form: RecordForm, found: Mapping[str, Finder]) -> None:
    """Give each searched field of a form who answers it, by the kind that its link leads to."""
    for name, each in fields_of(synced_classes()[form.kind]).items():
        if name in form.names and each.link in found:
            form.set_finder(name, found[each.link])


def set_villages(form: RecordForm, villages: Sequence[VillageLine]) -> None:
    """Offer the villages in each field of a form that leads to one, or to several."""
    for name, each in fields_of(synced_classes()[form.kind]).items():
        if name in form.names and each.link == "village":
            form.set_choices(name, village_choices(villages))


def set_papers(form: RecordForm, papers: Sequence[Choice]) -> None:
    """Offer the documents of whoever it is of in each field of a form that leads to one."""
    for name, each in fields_of(synced_classes()[form.kind]).items():
        if name in form.names and each.link == "document":
            form.set_choices(name, [("", ""), *papers])


def _house(house: House) -> Found:
    return Found(house.id.hex, house.name, house.people)


def _capital(row: CapitalRow) -> Found:
    return Found(row.id.hex, row.name, row.owner)


def _course(row: CourseRow) -> Found:
    return Found(row.id.hex, row.name, row.teacher)


def _partner(row: PartnerRow) -> Found:
    return Found(row.id.hex, row.name, row.phone)
