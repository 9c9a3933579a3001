"""Hand-drawn maps on paper: the picture with numbered pins, and what each number is."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from uuid import UUID

from desktop.models.documents import Document
from desktop.models.program import Attachment
from desktop.pictures import leaving
from desktop.reports.list_data import MarkedPicture
from desktop.reports.paper_data import PaperOptions
from desktop.services.capital.maps import MapDetail, map_detail, map_lines
from desktop.services.consent.of_persons import person_said_no
from desktop.services.documents.leaving import refuse_leaving
from desktop.services.papers.learner import PaperDesk
from desktop.services.papers.lists import Listed, lines, write_lists
from desktop.services.rights import Right, needs
from desktop.services.workspace import Workspace

_COLUMNS: Final = (
    ("ทุนชุมชน", "Capital", 250.0),
    ("ประเภท", "Kind", 130.0),
    ("อยู่ตรงไหน", "Where", 180.0),
    ("ใครเป็นเจ้าของ", "Whose", 190.0),
)


class MapPaper:
    """Prints maps. What is confidential, or of somebody whose record is closed, has no pin."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @needs(Right.PRINT)
    def write_pdf(
        self, path: Path, map_ids: Iterable[UUID] = (), options: PaperOptions | None = None
    ) -> int:
        """Write maps into one file and return its pages; without ids the newest of each village.

        A map whose picture has not come to this laptop yet is left out.

        Raises:
            UserError: `record_unknown`, `paper_nothing_to_print`, and as `write_lists`.
        """
        wanted = tuple(map_ids)

        def told(desk: PaperDesk) -> list[Listed]:
            newest = (each.id for each in map_lines(desk.session) if not each.older)
            details = [map_detail(desk.session, each, self._workspace) for each in wanted or newest]
            return [self._listed(desk, each) for each in details if each.line.here]

        return write_lists(self._workspace, path, options, told, "printed_capital")

    def _listed(self, desk: PaperDesk, detail: MapDetail) -> Listed:
        english, line = desk.language == "en", detail.line
        document = desk.session.get_one(Document, line.id)
        refuse_leaving(desk.session, document, self._workspace.today())
        attachment = desk.session.get_one(Attachment, document.sha256)
        shown = [
            pin
            for pin in detail.pins
            if not pin.capital.confidential and not pin.capital.restricted
        ]
        rows, marks = [], []
        for number, pin in enumerate(shown, 1):
            row, whose = pin.capital, pin.capital.person_id
            silent = whose is not None and person_said_no(desk.session, whose, "directory")
            unnamed = "Not named" if english else "ไม่ประสงค์ออกชื่อ"
            kind = desk.label("capital_types", row.kind) if row.kind else ""
            state = desk.label("capital_states", row.state) if row.state != "confirmed" else ""
            rows.append((lines(row.name, state), kind, row.place, unnamed if silent else row.owner))
            marks.append((number, pin.across, pin.down))
        village = f"{'Moo' if english else 'หมู่'} {line.village} {line.village_name}".strip()
        whole = "The whole tambon" if english else "ทั้งตำบล"
        left = len(detail.pins) - len(shown)
        more = f"{left} not shown" if english else f"ไม่แสดง {left} รายการ"
        drawn = desk.date(line.drawn_on) if line.drawn_on else ""
        under = (village if line.village_id else whole, drawn, more if left else "")
        return Listed(
            line.title,
            _COLUMNS,
            [("", rows)],
            " · ".join(filter(None, under)),
            tuple(row.owner for row in (pin.capital for pin in shown) if row.owner),
            picture=MarkedPicture(leaving(attachment.content), tuple(marks)),
        )
