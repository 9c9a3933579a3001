"""Community capital."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import served
from desktop.services.capital.lifecycle import KNOWING

PAPERS = (
    directory(
        "capitals", "แผนที่ทุนชุมชน / community capital", lambda services: services.capital_paper
    ),
)
SUBJECTS = (served(KNOWING, lambda services: services.capital, needed=frozenset({"name"})),)
