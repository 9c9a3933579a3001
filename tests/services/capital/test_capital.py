"""Community capital: whom it helped, who may know of it, how sure it is, table, paper, workbook."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from openpyxl import Workbook, load_workbook

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.capital.records import CapitalQuery
from resources.clock import today
from tests.factories import add_learner
from tests.reports.paper_reader import poppler_text, squeezed


@pytest.fixture
def giver(services: Services) -> UUID:
    return services.persons.add({"given": "หน่อแอริ", "surname": "ทอดอยดี", "phone": "0811111111"})


def give(services: Services, offer: UUID, giver: UUID, confirmed: int = 1, **need: Any) -> UUID:
    """Something of an offer is agreed, delivered, and so much of it confirmed."""
    known = services.needs.add(
        {"name": "ด้าย", "quantity": 2, "unit": "set", "share": "named", **need}
    )
    match = services.matches.propose(known, offer)
    both = {"quantity": 1, "how": "phone"}
    agreed = {**both, "by_id": giver, "receiver": "teacher"}
    services.matches.move(match, "agree", agreed)
    services.matches.move(match, "deliver", both)
    if confirmed:
        services.matches.move(match, "confirm", {**both, "receiver": "teacher"})
    return match


def test_whom_it_helped_is_counted_from_what_receivers_confirmed(
    services: Services, giver: UUID
) -> None:
    workspace = services.workspace
    known = services.capital.add({"name": "ทอผ้ากี่เอว", "person_id": giver})
    offers = [
        services.offers.add({"name": name, "quantity": 9, "unit": "set", "capital_id": known})
        for name in ("ด้าย", "กี่")
    ]
    noor, dao = (add_learner(workspace, given=name) for name in ("นุช", "ดาว"))
    give(services, offers[0], giver, learner_id=noor)
    give(services, offers[1], giver, learner_id=noor)
    assert services.capital.get(known).row.helped == 1
    give(services, offers[0], giver, learner_id=dao, confirmed=0)
    assert services.capital.get(known).row.helped == 1
    give(services, offers[0], giver, course="กลุ่มทอผ้า")
    assert services.capital.get(known).row.helped == 2
    assert [name for _id, name in services.capital.get(known).offers] == ["กี่", "ด้าย"]
    assert services.capital.find(CapitalQuery(unhelped=True)) == ()
    with pytest.raises(UserError, match="unknown_field"):
        services.capital.edit(known, {"helped": 9})
    services.erasure.erase(dao, "asked")
    services.erasure.erase(noor, "asked")
    assert services.capital.get(known).row.helped == 3


def test_joined_twins_are_one_who_was_helped(services: Services, giver: UUID) -> None:
    known = services.capital.add({"name": "ทอผ้ากี่เอว"})
    offer = services.offers.add({"name": "ด้าย", "capital_id": known})
    kept, twin = (add_learner(services.workspace, given=name) for name in ("นุช", "นุด"))
    for learner in (kept, twin):
        give(services, offer, giver, learner_id=learner)
    assert services.capital.get(known).row.helped == 2
    services.duplicates.join(kept, twin, {})
    assert services.capital.get(known).row.helped == 1


def test_what_is_confidential_is_for_those_who_see_sensitive_parts(
    services: Services, giver: UUID, tmp_path: Path
) -> None:
    workspace = services.workspace
    secret = services.capital.add({"name": "ศาลผีปู่", "confidential": True, "village_id": "3"})
    services.capital.add({"name": "ลานวัด", "village_id": "3"})
    services.capital_paper.write_pdf(tmp_path / "a.pdf")
    paper = squeezed(poppler_text(tmp_path / "a.pdf"))
    assert "ลานวัด" in paper
    assert "ศาลผีปู่" not in paper
    assert "ไม่แสดง1รายการ" in paper
    services.capital_paper.write_counts(tmp_path / "a.pdf")
    counted = poppler_text(tmp_path / "a.pdf", "-layout").split("รวม")[-1]
    assert counted.replace("–", " ").split()[:2] == ["1", "1"]
    services.exporting.export("capitals", tmp_path / "a.xlsx")
    sheet = load_workbook(tmp_path / "a.xlsx").active
    assert sheet is not None
    assert "ศาลผีปู่" not in str([[cell.value for cell in row] for row in sheet.iter_rows()])
    assert services.capital.table().total == 2
    workspace.user = replace(workspace.user, role="officer")
    assert [row.name for row in services.capital.find()] == ["ลานวัด"]
    assert services.capital.table().total == 1
    for act in (
        lambda: services.capital.get(secret),
        lambda: services.capital.edit(secret, {"name": "ก"}),
        lambda: services.capital.add({"name": "ข", "confidential": True}),
    ):
        with pytest.raises(UserError):
            act()


def test_verifying_confirms_and_a_late_one_does_not_make_it_older(services: Services) -> None:
    known = services.capital.add({"name": "ป่าชุมชน", "confirmed_on": "2567-01-01"})
    assert services.capital.get(known).row.ask_again
    services.capital.move(known, "verify", {"done_on": "2569-10-04"})
    row = services.capital.get(known).row
    assert (row.state, row.confirmed_on, row.ask_again) == ("confirmed", "2026-10-04", False)
    other, workspace_day = services.capital.add({"name": "ลานวัด"}), services.workspace.today()
    services.capital.move(other, "verify", {"done_on": "2569-01-04"})
    assert services.capital.get(other).row.confirmed_on == workspace_day.isoformat()
    with pytest.raises(UserError, match="field_missing"):
        services.capital.move(known, "end")
    services.capital.move(known, "end", {"reason": "ไฟไหม้"})
    services.capital.move(known, "restore")
    assert services.capital.get(known).row.state == "noted"


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"noted_on": "1/1/2600"}, "date_ahead", "noted_on"),
        ({"capacity_number": "0"}, "quantity_not_positive", "capacity_number"),
        ({"interest": "9"}, "unknown_code", "interest"),
        ({"name": " "}, "field_missing", "name"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    services: Services, values: dict[str, str], code: str, field: str
) -> None:
    with pytest.raises(UserError, match=code) as refused:
        services.capital.add({"name": "ป่า", **values})
    assert refused.value.values["field"] == field
    assert services.capital.find() == ()


def test_the_table_counts_what_is_there_by_village_and_kind(services: Services) -> None:
    add = services.capital.add
    for village, kind in (("3", "nature"), ("3", "nature"), ("4", "people"), ("", "people")):
        add({"name": "ก", "village_id": village, "capital_type": kind})
    add({"name": "ข", "village_id": "4"})
    gone = add({"name": "ค", "village_id": "4", "capital_type": "money"})
    services.capital.move(gone, "end", {"reason": "ปิดกลุ่ม"})
    table = services.capital.table()
    assert [(each.village, dict(each.counts)) for each in table.villages] == [
        ("3", {"nature": 2}),
        ("4", {"people": 1, "": 1}),
        ("", {"people": 1}),
    ]
    assert (table.total, table.of_kind("people"), table.of_kind("money")) == (5, 2, 0)
    assert table.kinds[-1] == ""
    assert len(services.capital.find(CapitalQuery(nowhere=True))) == 1
    assert len(services.capital.find(CapitalQuery(kinds=("",)))) == 1


def test_the_map_on_paper_is_by_village_and_names_nobody_against_their_will(
    services: Services, giver: UUID, tmp_path: Path
) -> None:
    services.capital.add({"name": "ทอผ้า", "person_id": giver, "village_id": "4", "teaches": True})
    services.capital.add({"name": "ป่า", "owner_name": "ชาวบ้านสันดอย", "village_id": "10"})
    services.capital.add({"name": "ที่เรียนทวิภาคี"})
    path = tmp_path / "a.pdf"
    services.capital_paper.write_pdf(path)
    said = squeezed(poppler_text(path))
    assert said.index("หมู่4") < said.index("หมู่10") < said.index("นอกหมู่บ้าน")
    assert "หน่อแอริ" in said
    assert "ยินดีสอน" in said
    services.person_consents.record(giver, {"directory": False})
    services.capital_paper.write_pdf(path)
    said = squeezed(poppler_text(path))
    assert "หน่อแอริ" not in said
    assert "ไม่ประสงค์ออกชื่อ" in said
    services.capital_paper.write_counts(path)
    counted = squeezed(poppler_text(path, "-layout"))
    assert "รวม" in counted
    services.capital_paper.write_form(path)
    assert "หน่อแอริ" not in squeezed(poppler_text(path))


def test_a_row_of_elsewhere_finds_its_owner_and_a_day_ahead_is_left_out(
    services: Services, giver: UUID, tmp_path: Path
) -> None:
    services.partners.add({"name": "วัดตัวอย่าง"})
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("ชื่อ", "เจ้าของ", "หมู่", "จดเมื่อ", "ยินดีสอน"),
        ("ศาลาวัด", "วัดตัวอย่าง", "3", "", ""),
        ("ทอผ้า", "หน่อแอริ ทอดอยดี", "4", "", "ใช่"),
        ("เรือข้ามน้ำ", "กลุ่มเรือ", "5", "", ""),
        ("ป่า", "", "", "1/1/2600", ""),
    ):
        sheet.append(row)
    path = tmp_path / "ทุน.xlsx"
    book.save(path)
    preview = services.workbooks.preview("capitals", path)
    assert [line.outcome for line in preview.lines] == ["new", "new", "new", "error"]
    assert ("capital_date_ahead", 5) in {(each.code, each.row) for each in preview.problems}
    services.workbooks.run(preview)
    owners = {row.name: (row.owner, row.village) for row in services.capital.find()}
    assert owners["ศาลาวัด"] == ("วัดตัวอย่าง", "3")
    assert owners["ทอผ้า"][0].startswith("หน่อแอริ")
    assert owners["เรือข้ามน้ำ"] == ("กลุ่มเรือ", "5")
    (found,) = services.capital.find(CapitalQuery(teaches=True))
    assert found.person_id == giver
    assert services.capital.get(found.id).values["noted_on"] == today().isoformat()


def test_an_erased_owner_takes_what_is_told_of_them(services: Services, giver: UUID) -> None:
    theirs = services.capital.add({"name": "ทอผ้าของหน่อ", "person_id": giver})
    told = services.capital.add({"name": "ป่า", "told_by_id": giver})
    offer = services.offers.add({"name": "ด้าย", "capital_id": theirs})
    services.erasure.erase(giver, "asked")
    assert [row.id for row in services.capital.find()] == [told]
    assert services.capital.get(told).values["told_by_id"] is None
    assert services.offers.get(offer).values["capital_id"] is None
