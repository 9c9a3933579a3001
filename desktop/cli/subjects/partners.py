"""Partners, and whom to ask there."""

from __future__ import annotations

from argparse import Namespace
from uuid import UUID

from desktop.cli.printed import Paper
from desktop.cli.subjects.subject import Act, Argument, Subject, Told, Values, hide, moves, split
from desktop.models.partners import Partner, PartnerContact
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.papers.printing import Printed
from desktop.services.partners.lifecycle import PARTNERSHIP


def _confirm(services: Services, partner_id: UUID, values: Values) -> None:
    services.partners.confirm(partner_id, values.get("on") or "")


def _join(services: Services, partner_id: UUID, values: Values) -> None:
    services.partners.join(partner_id, values["twin"])


def _add_contact(services: Services, values: Values) -> UUID:
    own, rest = split(values, "partner_id", "person_id")
    return services.partners.add_contact(own["partner_id"], own["person_id"], rest)


def _directory(services: Services, options: Namespace, looks: PaperOptions) -> Printed:
    pages = services.partner_directory.write_pdf(options.out, options=looks)
    return Printed(options.out, pages)


PAPERS = (Paper("partners", "ทำเนียบภาคี / partners", _directory),)
SUBJECTS = (
    Subject(
        Partner,
        add=lambda services, values: services.partners.add(values),
        edit=lambda services, partner_id, values: services.partners.edit(partner_id, values),
        acts=(
            *moves(PARTNERSHIP, lambda services: services.partners),
            Act("confirm", _confirm, (Argument("on", type="day"),)),
            Act("join", _join, (Argument("twin", True, "link", link="partner"),)),
            hide(lambda services, partner_id: services.partners.separate(partner_id), "separate"),
            hide(lambda services, partner_id: services.partners.hide([partner_id])),
        ),
        needed=frozenset({"name"}),
        told={
            "state": Told(lambda all_, each: all_.partners.get(each).row.state, "partner_states")
        },
    ),
    Subject(
        PartnerContact,
        add=_add_contact,
        edit=lambda services, known, values: services.partners.edit_contact(known, values),
        acts=(hide(lambda services, known: services.partners.remove_contact(known)),),
        needed=frozenset({"partner_id", "person_id"}),
    ),
)
