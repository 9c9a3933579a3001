"""Examples of documents."""

from __future__ import annotations

from typing import Any

from desktop.services.documents.service import DocumentService
from desktop.services.workspace import Workspace
from tests.factories import picture
from tests.services.rights_world import CANARY, PNG, Call, Place, call

SAYS = {"DocumentService.save_copy": {"photo_without_consent"}}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Give a learner a photograph and a paper that only some may see."""
    documents, who = DocumentService(workspace), ids["learner"]
    ids["document"] = documents.add(who, PNG, {"title": "ภาพ", "document_kind": "photo"})
    ids["medical"] = documents.add(
        who, picture(b"1"), {"title": CANARY, "document_kind": "medical"}
    )


def reading(place: Place) -> dict[str, Call]:
    """What looks and writes files."""
    ids = place.ids
    return {
        "DocumentService.of": call(ids["learner"]),
        "DocumentService.content": call(ids["document"]),
        "DocumentService.save_copy": call(ids["document"], place.file("copy.png")),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "DocumentService.add": call(
            ids["fifth"], picture(b"2"), {"title": "งาน", "document_kind": "work"}
        ),
        "DocumentService.edit": call(ids["document"], {"title": "ภาพถ่าย"}),
        "DocumentService.set_photo": call(ids["learner"], ids["document"]),
        "DocumentService.hide": call(ids["document"]),
    }
