"""Examples of import and export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from desktop.services.rosters.importing import Answers
from desktop.services.workbooks.declared import BookPreview
from tests.services.rights_world import ROSTER, Call, Later, Place, call

SAYS = {
    "ImportService.find_run": {"run_unknown"},
}


def reading(place: Place) -> dict[str, Call]:
    """What looks, writes files, or keeps one's own things."""
    return {
        "ImportService.runs": call(),
        "ImportService.find_run": call("1"),
        "ImportService.known": call([]),
        "LeadImport.runs": call(),
        "LeadImport.find_run": call("1"),
        "LeadImport.known": call([place.ids["lead"]]),
        "WorkbookService.what_is": call(ROSTER),
        "WorkbookService.preview": call("partners", _written(place)),
        "WorkbookService.decided": call(Later(_book_preview), {}),
        "OneRosterService.write": call(place.file("a.zip")),
        "ExportService.export": call("learners", place.file("a.xlsx")),
        "FieldForms.write": call("hett", place.file("form.xlsx")),
        "FieldForms.preview": call(_answers(place)),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    return {
        "ImportService.preview": call(ROSTER),
        "ImportService.read_again": call(Later(_preview), Answers()),
        "ImportService.decided": call(Later(_preview), {}),
        "ImportService.run": call(Later(_preview)),
        "ImportService.remember": call(Later(_preview)),
        "FieldForms.take": call(_answers(place)),
        "LeadImport.preview": call(ROSTER),
        "LeadImport.read_again": call(Later(_lead_preview), Answers()),
        "LeadImport.decided": call(Later(_lead_preview), {}),
        "LeadImport.run": call(Later(_lead_preview)),
        "LeadImport.remember": call(Later(_lead_preview)),
        "WorkbookService.run": call(BookPreview("partners", "x.csv", bytes(32), (), ())),
    }


def _answers(place: Place) -> Path:
    """A file of answers to the form of visits, of nobody here."""
    path = place.file("answers.csv")
    path.write_text("learner_code,on,contact_kind,text,KEY\n", encoding="utf-8")
    return path


def _preview(place: Place) -> Any:
    return place.answers["ImportService.preview"]


def _lead_preview(place: Place) -> Any:
    return place.answers["LeadImport.preview"]


def _book_preview(place: Place) -> Any:
    return place.answers["WorkbookService.preview"]


def _written(place: Place) -> Path:
    path = place.file("partners.csv")
    path.write_text("ชื่อภาคี\nวัด\n", encoding="utf-8")
    return path
