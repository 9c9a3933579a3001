"""Examples of people who are looked for."""

from __future__ import annotations

from typing import Any

from desktop.services.leads.reading import found
from desktop.services.leads.records import LeadQuery
from desktop.services.leads.service import LeadService
from desktop.services.leads.walking import sheets_for
from desktop.services.rosters.lead_import import LeadImport
from desktop.services.workspace import Workspace
from tests.services.rights_world import ROSTER, Call, Place, call

SAYS = {
    # What is written of them is not confirmed from time to time.
    "LeadService.confirm": {"unknown_field"},
}


def build(workspace: Workspace, ids: dict[str, Any]) -> None:
    """Lay down a list with its people, somebody of no list, and a sheet that was printed."""
    imports, leads = LeadImport(workspace), LeadService(workspace)
    imports.run(imports.preview(ROSTER))
    ids["looked_for"], ids["lead_gone"] = [row.id for row in leads.find(limit=2)]
    ids["lead"] = leads.add({"given": "หน่อแอริ"})
    ids["lead_list"] = leads.get(ids["looked_for"]).row.list_id
    with workspace.write() as session:
        rows = found(session, LeadQuery(), workspace.today())
        ((sheet, _people), *_others) = sheets_for(session, rows, workspace.today().isoformat())
        ids["lead_sheet"] = sheet.code


def reading(place: Place) -> dict[str, Call]:
    """What looks or writes files."""
    ids = place.ids
    return {
        "LeadService.find": call(LeadQuery(search="หน่อ")),
        "LeadService.get": call(ids["lead"]),
        "LeadService.alike": call(ids["lead"]),
        "LeadService.prefilled": call(ids["lead"]),
        "LeadWalks.sheets": call(),
        "LeadWalks.rows": call(ids["lead_sheet"]),
        "LeadLists.lists": call(),
        "LeadLists.counts": call("source"),
    }


def changing(place: Place) -> dict[str, Call]:
    """What changes records."""
    ids = place.ids
    return {
        "LeadService.add": call({"given": "คำแพง"}),
        "LeadService.edit": call(ids["lead"], {"school": "วัดป่า"}),
        "LeadService.confirm": call(ids["lead"]),
        "LeadService.move": call(ids["lead"], "seek"),
        "LeadService.register": call(ids["lead"], {"given": "หน่อแอริ"}),
        "LeadWalks.key": call(ids["lead_sheet"], 1, "1"),
        "LeadLists.edit": call(ids["lead_list"], {"name": "บัญชีใหม่"}),
        "LeadService.hide": call([ids["lead_gone"]]),
    }
