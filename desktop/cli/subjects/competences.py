"""Competence of the team."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Argument, served
from desktop.services.competences.lifecycle import HOLDING

PAPERS = (
    directory(
        "competences",
        "สมรรถนะทีมงาน / competence of the team",
        lambda services: services.competence_paper,
    ),
)
SUBJECTS = (
    served(
        HOLDING,
        lambda services: services.competences,
        also=(
            Argument("title", type="line"),
            Argument("given", type="line"),
            Argument("surname", type="line"),
            Argument("phone", type="phone"),
        ),
    ),
)
