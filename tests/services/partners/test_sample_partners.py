"""The partners of the sample centre."""

from __future__ import annotations

from collections import Counter

from desktop.services.partners.records import PartnerQuery
from desktop.services.partners.service import PartnerService
from desktop.services.sample import SampleService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace


def test_the_sample_has_partners_in_every_state_and_two_for_the_day(workspace: Workspace) -> None:
    SampleService(workspace).load()
    partners = PartnerService(workspace)

    rows = partners.find()

    assert Counter(row.state for row in rows) == {
        "active": 9, "candidate": 1, "paused": 1, "ended": 1,
    }  # fmt: skip
    paused = next(row for row in rows if row.state == "paused")
    detail = partners.get(paused.id)
    assert [line.move.values["move"] for line in detail.moves] == ["pause", "begin"]
    assert all(partners.get(row.id).values["villages"] for row in rows)
    codes = {line.code for line in TodayService(workspace).get().lines}
    assert {"partner_ask_again", "partner_mou"} <= codes


def test_a_list_names_nobody_confidential_and_finds_nothing_by_them(workspace: Workspace) -> None:
    SampleService(workspace).load()
    partners = PartnerService(workspace)

    fund = next(row for row in partners.find() if row.name.startswith("กองทุนข้าว"))

    assert fund.contact == ""
    assert [line.person.given for line in partners.get(fund.id).contacts] == ["จันทร์หอม"]
    assert partners.find(PartnerQuery(search="จันทร์หอม")) == ()
