"""Needs and offers: whose they are, how much, what may be told outside, and what is destroyed."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.needs import Need, Offer
from desktop.reports.paper_data import PaperOptions
from desktop.services.all import Services
from desktop.services.needs.outside import outside
from desktop.services.needs.reading import found
from desktop.services.needs.records import NeedQuery
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.reports.paper_reader import poppler_text, squeezed

SHOES = {"name": "รองเท้าของนุช", "assistance": "clothes", "quantity": 2, "unit": "คู่"}


@pytest.fixture
def learner(workspace: Workspace) -> UUID:
    return add_learner(workspace, given="นุชนาถ", surname="ธารน้ำเงา", village="3")


def told(services: Services) -> list[tuple[str, str, bool]]:
    """Kind, words, and whether the village is named, of what may be told outside."""
    workspace = services.workspace
    with workspace.read() as session:
        rows = found(session, NeedQuery(), workspace.today())
        return [
            (each.kind, each.name, each.village_id is not None) for each in outside(session, rows)
        ]


def test_a_quantity_is_more_than_nothing_and_units_are_understood(services: Services) -> None:
    known = services.needs.add(SHOES)
    assert services.needs.get(known).values["unit"] == "คู่"
    for wrong in ("0", "-2"):
        with pytest.raises(UserError, match="quantity_not_positive") as refused:
            services.needs.edit(known, {"quantity": wrong})
        assert refused.value.values["field"] == "quantity"
    with pytest.raises(UserError, match="quantity_not_positive"):
        services.offers.add({"name": "ข้าว", "quantity": "-1"})
    with pytest.raises(UserError, match="learner_unknown"):
        services.needs.edit(known, {"learner_id": known})


def test_a_need_is_found_by_who_asks_and_says_where_they_live(
    services: Services, learner: UUID
) -> None:
    known = services.needs.add({**SHOES, "learner_id": learner})
    services.needs.add({"name": "หนังสือ", "village_id": "3"})
    (row,) = services.needs.find(NeedQuery("นุชนาถ"))
    assert (row.id, row.who) == (known, "นุชนาถ ธารน้ำเงา")
    assert [each.id for each in services.needs.find(NeedQuery(learner_id=learner))] == [known]
    assert len(services.needs.find(NeedQuery(village_id=row.village_id))) == 2
    assert services.needs.find(NeedQuery(kinds=("food",))) == ()


def test_the_most_urgent_come_first_where_only_some_are_wanted(services: Services) -> None:
    for name, urgency, by in (
        ("ก", "3", ""),
        ("ข", "1", "2570"),
        ("ค", "1", "2569-12"),
        ("ง", "", ""),
    ):
        services.needs.add({"name": name, "urgency": urgency, "needed_by": by})
    assert [row.name for row in services.needs.find(NeedQuery(most=3))] == ["ค", "ข", "ก"]
    assert len(services.needs.find()) == 4


def test_a_house_is_found_by_whoever_lives_there(services: Services, learner: UUID) -> None:
    house = services.people.save_household(learner, {"house_number": "12"})
    (found_house,) = services.needs.houses("นุช")
    assert (found_house.id, found_house.name) == (house, "12")
    known = services.needs.add({"name": "หลังคา", "household_id": house})
    assert services.needs.get(known).row.who == "12"
    assert [each.id for each in services.needs.find(NeedQuery(learner_id=learner))] == [known]


def test_only_what_may_be_told_is_told_and_without_words_or_a_small_village(
    services: Services, workspace: Workspace, learner: UUID
) -> None:
    known = services.needs.add({**SHOES, "learner_id": learner})
    services.needs.add({"name": "เตาอบ", "course": "กลุ่มขนม", "assistance": "tools"})
    assert told(services) == [("tools", "เตาอบ", False)]
    for share, count in (("anonymous", 2), ("none", 1), ("named", 2)):
        services.needs.edit(known, {"share": share})
        assert len(told(services)) == count
    assert ("clothes", "", False) in told(services)
    for number in range(4):
        add_learner(workspace, given=f"ดาว{number}", village="3")
    assert ("clothes", "", True) in told(services)


@pytest.mark.parametrize("how", ["urgent", "group"])
def test_a_child_who_was_harmed_never_appears_nor_does_their_house(
    services: Services, learner: UUID, tmp_path: Path, how: str
) -> None:
    house = services.people.save_household(learner, {"house_number": "12"})
    known = services.needs.add({**SHOES, "learner_id": learner, "share": "named"})
    services.needs.add({"name": "หลังคา", "household_id": house, "share": "named"})
    assert len(told(services)) == 2
    if how == "urgent":
        services.urgent.open({"learner_id": learner, "case_kind": "harmed"})
    else:
        services.learners.set_groups(learner, ["TG06"])
    assert told(services) == []
    with pytest.raises(UserError, match="need_not_shared"):
        services.need_list.write_request(tmp_path / "x.pdf", known)


def test_a_request_names_only_who_agreed_to_that(
    services: Services, learner: UUID, tmp_path: Path
) -> None:
    known = services.needs.add({**SHOES, "learner_id": learner, "text": "เดินขึ้นดอย"})
    with pytest.raises(UserError, match="need_not_shared"):
        services.need_list.write_request(tmp_path / "a.pdf", known)
    said = {}
    for share in ("anonymous", "named"):
        services.needs.edit(known, {"share": share})
        services.need_list.write_request(tmp_path / f"{share}.pdf", known)
        said[share] = squeezed(poppler_text(tmp_path / f"{share}.pdf"))
    assert "นุช" in said["named"]
    assert "นุช" not in said["anonymous"]
    assert "ดอย" not in said["anonymous"]


def test_met_and_unmet_are_counted_by_kind_and_village_and_small_numbers_hidden(
    services: Services, tmp_path: Path
) -> None:
    for _ in range(6):
        services.needs.add({**SHOES, "village_id": "3"})
    services.needs.add({**SHOES, "village_id": "4"})
    said = {}
    for hiding in (True, False):
        path = tmp_path / f"{hiding}.pdf"
        services.need_list.write_counts(path, PaperOptions(hide_small_cells=hiding))
        said[hiding] = squeezed(poppler_text(path, "-layout"))
        assert "หมู่3600" in said[hiding]
    assert "หมู่4<500<5" in said[True]
    assert "หมู่41001" in said[False]


def test_a_row_of_elsewhere_finds_its_learner_or_keeps_the_name(
    services: Services, learner: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "x.csv"
    path.write_text(
        "ขออะไร,ใครขอ,จำนวน\nรองเท้า,นุชนาถ ธารน้ำเงา,2\nรองเท้า,ไม่มีใครรู้จัก,1\nหมวก,,\n", "utf-8-sig"
    )
    stored = services.workbooks.run(services.workbooks.preview("needs", path))
    assert stored.new == 3
    rows = {(row.name, row.quantity): row for row in services.needs.find()}
    assert rows["รองเท้า", 2.0].learner_id == learner
    other = rows["รองเท้า", 1.0]
    assert other.learner_id is None
    assert services.needs.get(other.id).values["note"] == "ใครขอ: ไม่มีใครรู้จัก"


def test_a_learners_need_is_destroyed_with_them_and_an_offer_with_its_person(
    services: Services, workspace: Workspace, learner: UUID
) -> None:
    known = services.needs.add({**SHOES, "learner_id": learner})
    giver = services.persons.add({"given": "คำมูล"})
    offer = services.offers.add({"name": "ข้าวสาร", "person_id": giver})
    services.erasure.erase(learner, "asked")
    services.erasure.erase(giver, "asked")
    with workspace.database.read() as session:
        for record in (session.get(Need, known), session.get(Offer, offer)):
            assert record is None or record.erased
    assert services.needs.find() == ()
    assert services.offers.find() == ()
