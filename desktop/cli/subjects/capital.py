"""Community capital, and where it stands on hand-drawn maps."""

from __future__ import annotations

import argparse
from uuid import UUID

from desktop.cli.printed import Paper, directory
from desktop.cli.subjects.subject import Subject, Values, hide, served
from desktop.models.capital import MapPin
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.capital.lifecycle import KNOWING
from desktop.services.papers.printing import Printed


def _put(services: Services, values: Values) -> UUID:
    names = ("document_id", "capital_id", "across", "down")
    return services.maps.put(*(values[name] for name in names))


def _maps(services: Services, options: argparse.Namespace, looks: PaperOptions) -> Printed:
    pages = services.map_paper.write_pdf(options.out, options.map or (), looks)
    return Printed(options.out, pages)


def _which_map(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--map", type=UUID, action="append", metavar="ID",
        help="แผนที่ใด ใส่ซ้ำได้ / which map, may be repeated; the newest of each village without",
    )  # fmt: skip


PAPERS = (
    directory(
        "capitals", "แผนที่ทุนชุมชน / community capital", lambda services: services.capital_paper
    ),
    Paper("maps", "แผนที่วาดมือพร้อมหมุด / hand-drawn maps with their pins", _maps, _which_map),
)
SUBJECTS = (
    served(KNOWING, lambda services: services.capital, needed=frozenset({"name"})),
    Subject(
        MapPin,
        add=_put,
        edit=lambda services, pin_id, values: services.maps.move(pin_id, values),
        acts=(hide(lambda services, pin_id: services.maps.take_off(pin_id)),),
        needed=frozenset({"document_id", "capital_id", "across", "down"}),
    ),
)
