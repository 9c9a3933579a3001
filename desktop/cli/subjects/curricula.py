"""Local curricula and their units."""

from __future__ import annotations

import argparse
from pathlib import Path
from uuid import UUID

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import Act, Subject, Values, hide, served, split
from desktop.models.curricula import CurriculumUnit
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.curricula.lifecycle import COURSE
from desktop.services.curricula.records import CurriculumQuery
from desktop.services.papers.printing import Printed


def _new_version(services: Services, known: UUID, _values: Values) -> UUID:
    return services.curricula.new_version(known)


def _add_unit(services: Services, values: Values) -> UUID:
    own, rest = split(values, "curriculum_id")
    return services.curricula.add_unit(own["curriculum_id"], rest)


def _words(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--search", default="", metavar="WORDS", help="คำในชื่อ / words of a title")


def _whole(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    out: Path = options.out
    query = CurriculumQuery(search=options.search)
    return Printed(out, services.curriculum_papers.write_all(out, query, looks))


PAPERS = (
    directory(
        "curricula",
        "ทำเนียบหลักสูตรท้องถิ่น / local curricula",
        lambda services: services.curriculum_papers,
    ),
    Paper("curriculum", "หลักสูตรท้องถิ่นทั้งฉบับ / curricula whole", _whole, _words),
)
SUBJECTS = (
    served(
        COURSE,
        lambda services: services.curricula,
        acts=(Act("new_version", _new_version),),
        needed=frozenset({"name"}),
    ),
    Subject(
        CurriculumUnit,
        add=_add_unit,
        edit=lambda services, known, values: services.curricula.edit_unit(known, values),
        acts=(hide(lambda services, known: services.curricula.remove_unit(known)),),
        needed=frozenset({"curriculum_id", "name"}),
    ),
)
