"""Partners, and whom to ask there."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Act, Argument, Subject, Values, hide, served, split
from desktop.models.partners import PartnerContact
from desktop.services.all import Services
from desktop.services.partners.lifecycle import PARTNERSHIP


def _join(services: Services, partner_id: UUID, values: Values) -> None:
    services.partners.join(partner_id, values["twin"])


def _add_contact(services: Services, values: Values) -> UUID:
    own, rest = split(values, "partner_id", "person_id")
    return services.partners.add_contact(own["partner_id"], own["person_id"], rest)


PAPERS = (
    directory("partners", "ทำเนียบภาคี / partners", lambda services: services.partner_directory),
)
SUBJECTS = (
    served(
        PARTNERSHIP,
        lambda services: services.partners,
        acts=(
            Act("join", _join, (Argument("twin", True, "link", link="partner"),)),
            hide(lambda services, partner_id: services.partners.separate(partner_id), "separate"),
        ),
        needed=frozenset({"name"}),
    ),
    Subject(
        PartnerContact,
        add=_add_contact,
        edit=lambda services, known, values: services.partners.edit_contact(known, values),
        acts=(hide(lambda services, known: services.partners.remove_contact(known)),),
        needed=frozenset({"partner_id", "person_id"}),
    ),
)
