"""The urgent cases of the sample centre: a newcomer sees the screen with something in it."""

from __future__ import annotations

from datetime import timedelta

from desktop.services.all import Services
from desktop.services.workspace import Workspace
from resources.clock import in_thailand


def test_one_was_handed_on_after_tries_and_one_is_new(
    services: Services, workspace: Workspace
) -> None:
    services.sample.load()
    lines = {line.case_kind: line for line in services.urgent.mine()}

    handed = services.urgent.get(lines["no_carer"].id)
    assert (handed.line.state, handed.line.told_step) == ("referred", "tambon")
    following = handed.line.next_step
    assert following is not None
    assert (following.step, following.phone) == ("amphoe", "0800000162")
    assert [each.result for each in handed.tries] == ["met_family", "wrong_number", "no_answer"]
    assert {each.author_name for each in handed.notes} == {workspace.user.name, "อินสอน มูลเมืองดี"}
    assert {each.name for each in handed.named} == {each.author_name for each in handed.notes}
    assert handed.line.responsible == workspace.user.name
    at = in_thailand(handed.handings[0].at)
    evening = (workspace.today() - timedelta(days=1), 20, 10)
    assert (at.date(), at.hour, at.minute) == evening

    new = services.urgent.get(lines["opportunity"].id)
    assert (new.line.state, new.line.told_step) == ("open", "")
    assert new.line.who == new.person_note
    assert [each.whom for each in new.tries] == ["village"]


def test_the_chain_says_whom_one_tells_and_how(services: Services) -> None:
    services.sample.load()

    steps = services.urgent_chain.steps()

    assert [bool(each.phone) for each in steps] == [True] * 3
    assert steps[0].whom == "นางสมร แก้วดวงมา อบต.ตัวอย่าง"
    assert steps[1].whom.startswith("นางสาวศรีวรรณ บุญยืนนาน")
