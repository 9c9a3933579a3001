"""Mentors."""

from __future__ import annotations

from argparse import Namespace
from uuid import UUID

from desktop.cli.printed import Paper
from desktop.cli.subjects.subject import Act, Argument, Subject, Told, Values, hide, moves
from desktop.models.mentors import Mentor
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.mentors.lifecycle import MENTORSHIP
from desktop.services.papers.printing import Printed


def _confirm(services: Services, mentor_id: UUID, values: Values) -> None:
    services.mentors.confirm(mentor_id, values.get("on") or "")


def _directory(services: Services, options: Namespace, looks: PaperOptions) -> Printed:
    pages = services.mentor_directory.write_pdf(options.out, options=looks)
    return Printed(options.out, pages)


PAPERS = (Paper("mentors", "ทำเนียบครูพี่เลี้ยง / mentors", _directory),)
SUBJECTS = (
    Subject(
        Mentor,
        add=lambda services, values: services.mentors.add(values),
        edit=lambda services, mentor_id, values: services.mentors.edit(mentor_id, values),
        acts=(
            *moves(MENTORSHIP, lambda services: services.mentors),
            Act("confirm", _confirm, (Argument("on", type="day"),)),
            hide(lambda services, mentor_id: services.mentors.hide([mentor_id])),
        ),
        also=(
            Argument("title", type="line"),
            Argument("given", type="line"),
            Argument("surname", type="line"),
            Argument("phone", type="phone"),
        ),
        told={"state": Told(lambda all_, each: all_.mentors.get(each).row.state, "mentor_states")},
    ),
)
