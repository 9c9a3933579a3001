"""Community capital, and where it stands on hand-drawn maps."""

from __future__ import annotations

from uuid import UUID

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Subject, Values, hide, served
from desktop.models.capital import MapPin
from desktop.services.all import Services
from desktop.services.capital.lifecycle import KNOWING


def _put(services: Services, values: Values) -> UUID:
    names = ("document_id", "capital_id", "across", "down")
    return services.maps.put(*(values[name] for name in names))


PAPERS = (
    directory(
        "capitals", "แผนที่ทุนชุมชน / community capital", lambda services: services.capital_paper
    ),
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
