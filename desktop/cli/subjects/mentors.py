"""Mentors."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Argument, served
from desktop.services.mentors.lifecycle import MENTORSHIP

PAPERS = (
    directory("mentors", "ทำเนียบครูพี่เลี้ยง / mentors", lambda services: services.mentor_directory),
)
SUBJECTS = (
    served(
        MENTORSHIP,
        lambda services: services.mentors,
        also=(
            Argument("title", type="line"),
            Argument("given", type="line"),
            Argument("surname", type="line"),
            Argument("phone", type="phone"),
        ),
    ),
)
