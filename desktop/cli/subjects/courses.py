"""Courses, and who takes part in them."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Act, Argument, Values, served
from desktop.services.all import Services
from desktop.services.courses.lifecycle import COURSING
from desktop.services.enrolments.lifecycle import ENROLLING


def _settle(services: Services, course_id: UUID, values: Values) -> None:
    services.enrolments.settle(course_id, values.get("on") or "")


def _enrol(services: Services, course_id: UUID, values: Values) -> None:
    services.enrolments.enrol(course_id, [values["learner_id"]])


def _walk_in(services: Services, course_id: UUID, values: Values) -> UUID:
    return services.enrolments.walk_in(course_id, values["name"])


def _join(services: Services, enrolment_id: UUID, values: Values) -> None:
    services.enrolments.join(enrolment_id, values["learner_id"])


def _pair(services: Services, enrolment_id: UUID, values: Values) -> None:
    services.enrolments.pair(enrolment_id, values.get("pair_id"))


PAPERS = (directory("courses", "บัญชีกิจกรรม / courses", lambda services: services.course_list),)
SUBJECTS = (
    served(
        COURSING,
        lambda services: services.courses,
        acts=(
            Act("enrol", _enrol, (Argument("learner_id", True, "link", link="learner"),)),
            Act("walk_in", _walk_in, (Argument("name", True, "line"),)),
            Act("settle", _settle, (Argument("on", type="day"),)),
        ),
        needed=frozenset({"name"}),
    ),
    served(
        ENROLLING,
        lambda services: services.enrolments,
        acts=(
            Act("join", _join, (Argument("learner_id", True, "link", link="learner"),)),
            Act("pair", _pair, (Argument("pair_id", type="link", link="enrolment"),)),
        ),
        also=(
            Argument("course_id", True, "link", link="course"),
            Argument("learner_id", type="link", link="learner"),
            Argument("person_id", type="link", link="person"),
            Argument("name", type="line"),
        ),
    ),
)
