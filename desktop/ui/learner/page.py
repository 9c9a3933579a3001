"""One learner as the page shows them, read together in the background."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from desktop.errors import UserError
from desktop.models.dates import Age
from desktop.models.names import proposed_title
from desktop.services.all import Services
from desktop.services.centre import VillageLine
from desktop.services.consent.rules import Signing
from desktop.services.consent.service import ConsentState
from desktop.services.hett.records import HettPicture
from desktop.services.learners.contacts import ContactLine
from desktop.services.learners.people import HouseholdDetail
from desktop.services.learners.records import LearnerDetail
from desktop.services.plans.records import PlanDetail
from desktop.services.roles import Right
from desktop.services.urgent.records import UrgentLine
from desktop.services.users import UserLine
from desktop.ui.code_book import CodeBook

TITLES_KEPT = "titles_kept"
"""The setting that remembers whose title a person decided to leave as it is."""


@dataclass(frozen=True)
class LearnerPage:
    """What header and tabs are filled from.

    Attributes:
        age: None where no year of birth is known.
        proposed_title: the title to propose since the 15th birthday, "" for none.
        photo: the bytes of the photo, hostile until decoded with limits; b"" for none.
        rights: what who is signed in may do.
        urgent: the learner's urgent cases that name who is signed in.
    """

    detail: LearnerDetail
    today: date
    age: Age | None
    picture: HettPicture
    contacts: tuple[ContactLine, ...]
    plan: PlanDetail | None
    household: HouseholdDetail | None
    consents: tuple[ConsentState, ...]
    signing: Signing
    villages: tuple[VillageLine, ...]
    users: tuple[UserLine, ...]
    proposed_title: str
    photo: bytes
    rights: frozenset[Right]
    urgent: tuple[UrgentLine, ...] = ()

    @property
    def may_see_sensitive(self) -> bool:
        """Whether who is signed in may ask for sensitive parts."""
        return Right.SENSITIVE in self.rights

    @property
    def may_edit(self) -> bool:
        """Whether who is signed in may change anything of a person; a viewer only looks."""
        return Right.WRITE in self.rights

    @property
    def may_restrict(self) -> bool:
        """Whether who is signed in holds a record still, and lets it go."""
        return Right.RESTRICT in self.rights

    @property
    def restricted(self) -> bool:
        """Whether the record is held still: kept, but not edited nor given out."""
        return bool(self.detail.values.get("restricted_on"))

    @property
    def may_print(self) -> bool:
        """Whether who is signed in prints papers with names on them."""
        return Right.PRINT in self.rights

    @property
    def may_plan(self) -> bool:
        """Whether who is signed in assesses and plans."""
        return Right.PLAN in self.rights

    @property
    def may_erase(self) -> bool:
        """Whether who is signed in destroys or makes unknown."""
        return Right.ERASE in self.rights

    @property
    def id(self) -> UUID:
        """The learner."""
        return self.detail.row.id


def read_page(services: Services, learner_id: UUID, today: date) -> LearnerPage:
    """Read a learner whole; UserError `learner_unknown`."""
    detail = services.learners.get(learner_id)
    birth = detail.row.birth_date
    age = birth.age_on(today) if birth else None
    plan_id = services.plans.current(learner_id)
    kept = services.settings.get(TITLES_KEPT, [])
    proposed = proposed_title(detail.row.title, age.years) if age else None
    return LearnerPage(
        detail=detail,
        today=today,
        age=age,
        picture=services.hett.picture(learner_id),
        contacts=services.contacts.of(learner_id),
        plan=services.plans.get(plan_id) if plan_id else None,
        household=services.people.household(learner_id),
        consents=services.consents.states(learner_id),
        signing=services.consents.signing(learner_id),
        villages=services.centre.villages(),
        users=services.users.list(),
        proposed_title="" if learner_id.hex in kept else proposed or "",
        photo=_photo(services, detail.row.photo_id),
        rights=services.workspace.rights,
        urgent=services.urgent.of_learner(learner_id),
    )


def read_codes(services: Services) -> CodeBook:
    """Read the code lists in the centre's own words."""
    return CodeBook(services.centre.own_words())


def _photo(services: Services, photo_id: UUID | None) -> bytes:
    if photo_id is None:
        return b""
    try:
        return services.documents.content(photo_id).content
    except UserError:  # hidden, or its bytes are still on their way: initials stand in
        return b""
