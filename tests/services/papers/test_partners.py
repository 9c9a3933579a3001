"""The printed directory of partners."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.reports.paper_data import PaperOptions
from desktop.services.consent.of_persons import PersonConsentService
from desktop.services.papers.partners import PartnerDirectory
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace
from tests.reports.paper_reader import reversed_text, squeezed


def test_the_directory_says_what_one_asks_and_nothing_confidential(
    workspace: Workspace, tmp_path: Path
) -> None:
    partners, persons = PartnerService(workspace), PersonService(workspace)
    school = partners.add(
        {"name": "โรงเรียนบ้านห้วยม่วง", "sector": "education", "villages": "3", "months_open": "5,6",
         "capacity_unit": "คน", "capacity_number": 20, "capacity_free": 4, "capacity_on": "2569-10",
         "mou_number": "12/2569", "groups_served": "TG02"}
    )  # fmt: skip
    partners.add({"name": "ร้านน้ำปั่น"})
    partners.add_contact(school, persons.add({"given": "คำแพง", "phone": "0800000123"}), {})
    partners.add_contact(school, persons.add({"given": "ปกปิด"}), {"confidential": True})
    refused = persons.add({"given": "ไม่ให้ลงชื่อ"})
    partners.add_contact(school, refused, {})
    PersonConsentService(workspace).record(refused, {"directory": False})
    gone = partners.add_contact(school, persons.add({"given": "ย้ายแล้ว"}), {"until": "2568"})
    assert gone

    directory = PartnerDirectory(workspace)
    assert directory.write_pdf(tmp_path / "x.pdf") == 1
    words = squeezed(reversed_text(tmp_path / "x.pdf"))
    for said in ("ทำเนียบภาคี", "โรงเรียนบ้านห้วยม่วง", "คำแพง", "0800000123", "12/2569", "ว่าง 4",
                 "พ.ค. มิ.ย.", "หมู่ 3", "ยังไม่ระบุภาคส่วน"):  # fmt: skip
        assert squeezed(said) in words, said
    for said in ("ปกปิด", "ไม่ให้ลงชื่อ", "ย้ายแล้ว", "TG02", "education"):
        assert squeezed(said) not in words, said
    directory.write_pdf(tmp_path / "y.pdf", options=PaperOptions(language="en"))
    assert "Directoryofpartners" in squeezed(reversed_text(tmp_path / "y.pdf"))
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        directory.write_pdf(tmp_path / "z.pdf", PartnerQuery(search="ไม่มี"))
