"""Needs, offers, and matches of both."""

from __future__ import annotations

from desktop.cli.printed import directory
from desktop.cli.subjects.subject import Argument, served
from desktop.services.matches.lifecycle import MATCHING
from desktop.services.needs.lifecycle import NEEDING
from desktop.services.offers.lifecycle import OFFERING

PAPERS = (
    directory(
        "needs", "รายการสิ่งที่ขอ ไม่มีชื่อคน / needs without names", lambda services: services.need_list
    ),
    directory("offers", "รายการสิ่งที่เสนอให้ / offers", lambda services: services.offer_list),
)
SUBJECTS = (
    served(NEEDING, lambda services: services.needs, needed=frozenset({"name"})),
    served(OFFERING, lambda services: services.offers, needed=frozenset({"name"})),
    served(
        MATCHING,
        lambda services: services.matches,
        also=(
            Argument("need_id", True, "link", link="need"),
            Argument("offer_id", True, "link", link="offer"),
        ),
    ),
)
