"""Key skills, before and after."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Argument, served
from desktop.services.skills.lifecycle import MEASURING

PAPERS = (
    directory(
        "skill_measures", "ทักษะสำคัญ ก่อนและหลัง / key skills", lambda services: services.skill_paper
    ),
)
SUBJECTS = (
    served(
        MEASURING,
        lambda services: services.skills,
        also=(Argument("course_id", type="link", link="course"),),
        needed=frozenset({"learner_id", "skill", "phase"}),
    ),
)
