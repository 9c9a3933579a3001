"""Partners: found, written down, asked again, joined, and kept from those who may not know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.persons.service import PersonService
from desktop.services.workspace import Workspace


@pytest.fixture
def partners(workspace: Workspace) -> PartnerService:
    return PartnerService(workspace)


@pytest.fixture
def agent(workspace: Workspace) -> UUID:
    values = {"title": "นาง", "given": "คำแพง", "surname": "ใจดี", "phone": "080-000-0123"}
    return PersonService(workspace).add(values)


def names(partners: PartnerService, **query: object) -> list[str]:
    return [row.name for row in partners.find(PartnerQuery(**query))]  # type: ignore[arg-type]


def later(workspace: Workspace, days: int) -> None:
    now: Callable[[], int] = workspace.database.clock
    workspace.database.clock = lambda: now() + days * 86_400_000


def test_partners_are_listed_in_thai_order_and_found_by_name_phone_and_person(
    partners: PartnerService, agent: UUID
) -> None:
    weaving = partners.add({"name": "เครือข่ายทอผ้า", "phone": "053-111 222"})
    partners.add({"name": "กลุ่มเยาวชน"})
    partners.add({"name": "วัดห้วยปูลิง"})
    partners.add_contact(weaving, agent, {"role": "ประธาน"})

    assert names(partners) == ["กลุ่มเยาวชน", "เครือข่ายทอผ้า", "วัดห้วยปูลิง"]
    assert names(partners, search="ทอผา") == ["เครือข่ายทอผ้า"]
    assert names(partners, search="053111") == ["เครือข่ายทอผ้า"]
    assert names(partners, search="คำแพง") == ["เครือข่ายทอผ้า"]
    assert partners.find(PartnerQuery(search="ทอผ้า"))[0].contact == "นางคำแพง ใจดี"
    assert names(partners, search="0800000123") == ["เครือข่ายทอผ้า"]
    assert len(partners.find(limit=2)) == 2


def test_filters_narrow(partners: PartnerService) -> None:
    school = partners.add(
        {"name": "โรงเรียน", "sector": "education", "villages": "3, หมู่ 4", "months_open": "5,6",
         "groups_served": "TG02"}
    )  # fmt: skip
    partners.add({"name": "วัด"})
    partners.move(school, "begin")
    village = UUID(partners.get(school).values["villages"][0])

    for query in (
        {"sectors": ("education",)}, {"states": ("active",)}, {"village_id": village}, {"month": 6},
        {"group": "TG02"},
    ):  # fmt: skip
        assert names(partners, **query) == ["โรงเรียน"], query
    assert names(partners, states=("candidate",)) == ["วัด"]
    assert names(partners, month=12) == []


def test_one_not_confirmed_for_long_is_asked_again_until_it_ends(
    workspace: Workspace, partners: PartnerService
) -> None:
    known = partners.add({"name": "อนามัย"})
    partners.add({"name": "นานมาแล้ว", "confirmed_on": "2567"})
    assert names(partners, ask_again=True) == ["นานมาแล้ว"]
    later(workspace, 181)
    assert names(partners, ask_again=True) == ["นานมาแล้ว", "อนามัย"]
    assert len(partners.find()) == 2
    partners.move(known, "end", {"reason": "ย้ายไป"})
    later(workspace, 400)
    assert not partners.get(known).row.ask_again


def test_an_agreement_that_ends_is_told_in_time(
    workspace: Workspace, partners: PartnerService
) -> None:
    until = workspace.today().replace(year=workspace.today().year + 1).isoformat()
    known = partners.add({"name": "วิทยาลัย", "mou_number": "12/2569", "mou_until": until})
    assert not partners.get(known).row.mou_ending
    later(workspace, 310)
    assert names(partners, mou_ending=True) == ["วิทยาลัย"]


def test_what_cannot_be_quite_right_is_told_and_kept(partners: PartnerService) -> None:
    known = partners.add(
        {"name": "บ้านพัก", "capacity_number": 4, "capacity_free": 9, "mou_from": "2570",
         "mou_until": "2569", "groups_served": "TG02", "groups_not_served": "TG02"}
    )  # fmt: skip
    detail = partners.get(known)
    assert detail.doubtful == {
        "capacity_free": "partner_more_free_than_there_are",
        "capacity_on": "partner_capacity_needs_day",
        "mou_until": "partner_mou_ends_before",
        "groups_not_served": "partner_group_both_ways",
    }
    assert detail.values["capacity_free"] == 9
    assert "partner_contact" in detail.missing


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "field_missing"),
        ({"name": "ก", "sector": "ไม่มีในรายการ"}, "unknown_code"),
        ({"name": "ก", "capacity_free": "หลายคน"}, "bad_amount"),
        ({"name": "ก", "province_partner_id": "x"}, "unknown_field"),
    ],
)
def test_what_cannot_be_read_is_refused(
    partners: PartnerService, values: dict[str, object], code: str
) -> None:
    with pytest.raises(UserError, match=code):
        partners.add(values)
    assert partners.find() == ()


def test_a_confidential_contact_is_for_those_who_see_sensitive_parts(
    workspace: Workspace, partners: PartnerService, agent: UUID
) -> None:
    known = partners.add({"name": "บ้านพักเด็ก"})
    contact = partners.add_contact(known, agent, {"role": "นักสังคม", "confidential": True})
    assert [line.role for line in partners.get(known).contacts] == ["นักสังคม"]
    workspace.user = replace(workspace.user, role="officer")
    assert partners.get(known).contacts == ()
    assert partners.get(known).row.contact == ""
    assert partners.find(PartnerQuery(search="คำแพง")) == ()
    for act in (
        lambda: partners.edit_contact(contact, {"role": "ก"}),
        lambda: partners.add_contact(known, agent, {"confidential": True}),
    ):
        with pytest.raises(UserError):
            act()


def test_twins_are_joined_and_read_as_one(
    workspace: Workspace, partners: PartnerService, agent: UUID
) -> None:
    kept, twin = partners.add({"name": "วัดป่า"}), partners.add({"name": "วัด ป่า"})
    assert {row.id for row in partners.alike("วัดป่า")} == {kept, twin}
    partners.add_contact(twin, agent, {"role": "เจ้าอาวาส"})
    partners.join(kept, twin)
    assert names(partners) == ["วัดป่า"]
    assert [line.role for line in partners.get(twin).contacts] == ["เจ้าอาวาส"]
    with pytest.raises(UserError, match="same_partner"):
        partners.join(kept, twin)
    partners.separate(twin)
    assert names(partners) == ["วัด ป่า", "วัดป่า"]
