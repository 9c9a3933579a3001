"""What the searched process does: everything a day brings, and a kill in the midst of an export."""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path

from openpyxl import Workbook

from desktop.crash_dumps import forbid_crash_dumps
from desktop.errors import UserError
from desktop.exchange import writing
from desktop.exchange.book_in_memory import close_sheets
from desktop.services.documents.service import DocumentService
from desktop.services.drafts import DraftService
from desktop.services.keeping.backups import BackupService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.papers.printing import PrintService
from desktop.services.plans.service import PlanService
from desktop.services.rosters.exporting import ExportService
from desktop.services.rosters.importing import ImportService
from desktop.services.sync.bundles import BundleService
from desktop.services.sync.diagnostics import DiagnosticService
from sync.hub.database import Database
from sync.hub.service import Hub
from tests.factories import NOON, Clock, add_learner, national_number, open_workspace, picture
from tests.services.near_hub import Laptop, Wire
from tests.sync.hub_keys import hub_keys

CANARY = "กระรอกบินลายจุด"
CANARY_LATIN = "Xylocanary Zephyrine"


def live(folder: str, asked: str, hold: str) -> None:
    """Work a day; then, where `hold` is set, stand still half-way through writing a workbook."""
    forbid_crash_dumps()
    logging.basicConfig(filename=Path(folder) / "program.log", level=logging.DEBUG)
    workspace = open_workspace(Path(folder))
    out = Path(asked)
    known = add_learner(
        workspace, CANARY, surname=CANARY_LATIN, national_id=national_number(), village="3"
    )
    LearnerService(workspace).edit(known, {"note": CANARY, "phone": "0812345678"})
    PeopleService(workspace).save_private(known, {"health_note": CANARY})
    ContactService(workspace).add(known, {"contact_kind": "home_visit", "text": CANARY})
    DocumentService(workspace).add(
        known, picture(CANARY.encode() * 9), {"title": CANARY}, as_photo=True
    )
    DraftService(workspace).save("visit", str(known), {"text": CANARY})
    plan = PlanService(workspace).start(known)
    LearnerLists(workspace).find(LearnerQuery(search=CANARY))
    imports = ImportService(workspace)
    roster = out / "roster.csv"
    roster.write_text(f"ชื่อ,นามสกุล\n{CANARY},{CANARY_LATIN}\n", encoding="utf-8-sig")
    imports.run(imports.preview(roster))
    try:
        LearnerService(workspace).edit(known, {"birth": CANARY})
    except UserError:
        logging.getLogger("tests").info("refused")
    PrintService(workspace).plan(plan, out / "plan.pdf")
    ExportService(workspace).export("learners", out / "people.xlsx")
    ExportService(workspace).export("learners", out / "people.csv")
    DiagnosticService(workspace).write(Path(folder) / "diagnostics.json")
    BackupService(workspace).keep()
    laptop = Laptop(workspace, Wire(hub := Hub(Database("sqlite://", hub_keys()), Clock(NOON))))
    laptop.sync.enrol("https://hub.example", hub.make_code(hub.add_centre("ศูนย์", "580604")))
    BundleService(workspace).write(out / "work.bundle")
    laptop.sync.sync_now()
    if hold:
        _stand_still_in_a_workbook(Path(hold))
        ExportService(workspace).export("learners", out / "half.xlsx")
    workspace.close()


def _stand_still_in_a_workbook(sign: Path) -> None:
    """Every row is written and nothing saved: then it is killed."""

    def wait(book: Workbook, _path: object) -> None:
        # What a sheet keeps for later is all where it keeps it.
        close_sheets(book)
        sign.write_text("ready", encoding="ascii")
        while True:
            time.sleep(1)

    vars(writing)["save_book"] = wait


if __name__ == "__main__":
    live(*sys.argv[1:])
    os._exit(0)
