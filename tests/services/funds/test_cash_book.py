"""The cash book: what is written, refused, taken back and moved, and what is left after it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.models.ids import new_id
from desktop.services.all import Services
from desktop.services.funds.records import BookLine
from desktop.services.workspace import Workspace
from tests.factories import add_learner

CENTRE_DAY = "22/11/2569"


def opened(services: Services, name: str = "กองทุนน้ำใจ", **values: Any) -> UUID:
    fund = services.funds.add({"name": name, **values})
    services.funds.move(fund, "open")
    return fund


@pytest.fixture
def fund(services: Services) -> UUID:
    return opened(services)


def lines(services: Services, fund: UUID) -> tuple[BookLine, ...]:
    return services.fund_entries.book(fund).lines


def balance(services: Services, fund: UUID) -> int:
    return services.funds.get(fund).row.balance


def refused(code: str, field: str = "") -> Any:
    """A refusal with this code, beside this field."""

    def beside(error: UserError) -> bool:
        return error.code == code and str(error.values.get("field", "")) == field

    return pytest.raises(UserError, check=beside)


def test_a_gift_and_a_payment_read_as_on_paper(services: Services, fund: UUID) -> None:
    entries = services.fund_entries
    entries.receive(fund, {"amount": "๑,๒๕๐.๕๐", "party": "นายสมหวัง ให้ทาน", "purpose": "ค่าเทอม"})
    entries.pay(fund, {"amount": "50", "party": "ร้านสมุดดินสอ", "purpose": "fees"})
    entries.receive(fund, {"amount": "9", "party": "ไม่ประสงค์ออกนาม"})
    book = entries.book(fund)
    assert [(each.effect, each.balance, each.party) for each in book.lines] == [
        (125050, 125050, "นายสมหวัง ให้ทาน"), (-5000, 120050, "ร้านสมุดดินสอ"), (900, 120950, ""),
    ]  # fmt: skip
    assert (book.carried, book.received, book.paid, book.balance) == (0, 125950, 5000, 120950)
    assert book.lines[2].anonymous
    # Who gave is a person, a shop a partner: no name stands alone.
    assert [row.given for row in services.persons.find("สมหวัง")] == ["สมหวัง"]
    assert [row.name for row in services.partners.find()] == ["ร้านสมุดดินสอ"]
    entries.receive(fund, {"amount": "1", "party": "สมหวัง ให้ทาน"})
    assert services.persons.count("สมหวัง") == 1


def test_what_is_paid_beyond_a_purpose_comes_from_what_is_for_anything(
    services: Services, fund: UUID
) -> None:
    entries = services.fund_entries
    entries.receive(fund, {"amount": "100", "purpose": "meals"})
    entries.receive(fund, {"amount": "50"})
    entries.pay(fund, {"amount": "120", "purpose": "meals"})
    assert services.funds.get(fund).row.parts == {"": 3000}
    entries.receive(fund, {"amount": "10", "purpose": "fees"})
    with refused("fund_over_balance", "reason"):
        entries.pay(fund, {"amount": "31", "purpose": "meals"})
    entries.pay(fund, {"amount": "40", "purpose": "fees"})
    assert services.funds.get(fund).row.parts == {"": 0}


@pytest.mark.parametrize(
    ("values", "code", "field"),
    [
        ({"amount": "-5"}, "fund_amount", "amount"),
        ({"amount": "0"}, "fund_amount", "amount"),
        ({"amount": "ห้า"}, "bad_amount", "amount"),
        ({"amount": "5", "on": "1/1/2599"}, "date_ahead", "on"),
        ({"amount": "5", "happened_on": "2599"}, "date_ahead", "happened_on"),
        ({"amount": "5", "number": "เล่ม 1/1"}, "fund_number_used", "number"),
        ({"amount": "5", "entry_kind": "count"}, "unknown_field", "entry_kind"),
        ({"amount": "5", "effect": "9"}, "unknown_field", "effect"),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(
    services: Services, fund: UUID, values: dict[str, str], code: str, field: str
) -> None:
    first = services.fund_entries.receive(fund, {"amount": "1", "number": "เล่ม 1/1"})
    services.fund_entries.reverse(first, "เขียนผิด")
    with refused(code, field):
        services.fund_entries.receive(fund, values)
    assert len(lines(services, fund)) == 2


def test_a_payment_against_the_purpose_of_its_fund_is_refused(services: Services) -> None:
    fund = opened(services, purposes="fees,travel")
    services.fund_entries.receive(fund, {"amount": "100", "purpose": "fees"})
    for purpose in ("meals", ""):
        with refused("fund_against_purpose", "purpose"):
            services.fund_entries.pay(fund, {"amount": "5", "purpose": purpose})
    services.fund_entries.pay(fund, {"amount": "5", "purpose": "fees"})


def test_a_payment_above_the_balance_of_its_day_is_confirmed_by_a_reason(
    services: Services, fund: UUID
) -> None:
    entries = services.fund_entries
    entries.receive(fund, {"amount": "100", "on": "10/11/2569"})
    with refused("fund_over_balance", "reason"):
        entries.pay(fund, {"amount": "60", "on": "9/11/2569"})
    with refused("fund_over_balance", "reason"):
        entries.pay(fund, {"amount": "100.01"})
    entries.pay(fund, {"amount": "100.01", "reason": "เครื่องอื่นรับไว้แล้ว"})
    assert balance(services, fund) == -1
    assert services.funds.get(fund).row.below_zero


def test_above_the_limit_of_the_fund_somebody_else_approves_on_paper(
    workspace: Workspace, services: Services
) -> None:
    fund = opened(services, approval_limit="1,000")
    entries = services.fund_entries
    entries.receive(fund, {"amount": "9000"})
    abbot = services.persons.add({"given": "สุวรรณ", "surname": "ธรรมดี"})
    given, _, surname = workspace.user.name.partition(" ")
    myself = services.persons.add({"given": given, "surname": surname})
    entries.pay(fund, {"amount": "1000"})
    payment = {"amount": "1000.01", "approved_by_id": abbot, "approval": "12/2569"}
    with refused("fund_approver_missing", "approved_by_id"):
        entries.pay(fund, {"amount": "1000.01"})
    with refused("fund_approver_missing", "approval"):
        entries.pay(fund, {**payment, "approval": ""})
    for same in ({"by_id": abbot}, {"approved_by_id": myself}):
        with refused("fund_payer_approves", "approved_by_id"):
            entries.pay(fund, {**payment, **same})
    entries.pay(fund, payment)


def test_money_moves_as_one_line_of_both_books(services: Services, fund: UUID) -> None:
    other = opened(services, "กองทุนพืชผล")
    entries = services.fund_entries
    entries.receive(fund, {"amount": "100", "purpose": "meals"})
    with refused("fund_same", "to_fund_id"):
        entries.transfer(fund, fund, {"amount": "1"})
    moved = entries.transfer(fund, other, {"amount": "40", "purpose": "meals"})
    (there,) = lines(services, other)
    assert (there.id, there.effect, there.other_fund) == (moved, 4000, "กองทุนน้ำใจ")
    assert lines(services, fund)[1].effect == -4000
    entries.reverse(moved, "โอนผิดกองทุน")
    assert (balance(services, fund), balance(services, other)) == (10000, 0)
    assert [each.taken_back for each in lines(services, other)] == [True, False]


def test_an_entry_is_taken_back_once_by_a_line_that_points_to_it(
    services: Services, fund: UUID
) -> None:
    entries = services.fund_entries
    first = entries.receive(fund, {"amount": "100", "on": "10/11/2569", "party": "สมหวัง ให้ทาน"})
    with refused("field_missing", "reason"):
        entries.reverse(first, "  ")
    entries.reverse(first, "นับเงินผิด")
    with refused("fund_entry_taken_back"):
        entries.reverse(first, "อีกครั้ง")
    was, back = lines(services, fund)
    assert (was.taken_back, back.takes_back, back.on) == (True, was.number, "2026-11-22")
    assert (back.effect, back.party, back.reason) == (-10000, "สมหวัง ให้ทาน", "นับเงินผิด")
    assert was.number
    again = entries.receive(fund, {"amount": "100"})
    assert lines(services, fund)[-1].number != was.number, again


def test_undo_is_a_reversal_and_its_undo_one_more(services: Services, fund: UUID) -> None:
    services.fund_entries.receive(fund, {"amount": "100", "party": "คนใหม่ มาให้"})
    action = services.undo.last_action()
    assert action is not None
    undone = services.undo.undo_action(action)
    assert (undone.reversed, balance(services, fund)) == (1, 0)
    assert undone.action is not None
    services.undo.undo_action(undone.action)
    assert balance(services, fund) == 10000
    assert [each.entry_kind for each in lines(services, fund)] == [
        "receipt",
        "reversal",
        "reversal",
    ]
    assert [each.taken_back for each in lines(services, fund)] == [False, True, False]


def test_counted_cash_shows_what_it_differs_by_and_moves_nothing(
    services: Services, fund: UUID
) -> None:
    services.fund_entries.receive(fund, {"amount": "100", "on": "1/11/2569"})
    services.fund_entries.count(fund, {"amount": "98.50"})
    line = lines(services, fund)[1]
    assert (line.difference, line.effect, line.balance) == (-150, 0, 10000)
    assert services.funds.get(fund).row.counted_on == "2026-11-22"
    services.fund_entries.count(fund, {"amount": "0"})


def test_numbers_bear_the_letters_of_the_laptop_and_go_on(
    workspace: Workspace, services: Services, fund: UUID
) -> None:
    entries = services.fund_entries
    for amount in ("1", "2"):
        entries.receive(fund, {"amount": amount})
    entries.pay(fund, {"amount": "1"})
    numbers = [each.number for each in lines(services, fund)]
    letters = numbers[0].partition("-")[0]
    assert numbers == [
        f"{letters}-R-0001/2569", f"{letters}-R-0002/2569", f"{letters}-P-0001/2569",
    ]  # fmt: skip
    assert len(letters) == 2


def test_a_fund_is_open_before_money_comes_and_empty_before_it_is_closed(
    services: Services,
) -> None:
    fund = services.funds.add({"name": "ยังไม่เปิด"})
    with refused("fund_not_open"):
        services.fund_entries.receive(fund, {"amount": "1"})
    services.funds.move(fund, "open", {"number": "มติ 3/2569"})
    services.fund_entries.receive(fund, {"amount": "1"})
    with refused("fund_not_empty"):
        services.funds.move(fund, "close", {"reason": "เลิกกลุ่ม"})
    with refused("fund_in_use"):
        services.funds.hide([fund])
    services.fund_entries.pay(fund, {"amount": "1"})
    services.funds.move(fund, "close", {"reason": "เลิกกลุ่ม"})
    with refused("fund_not_open"):
        services.fund_entries.receive(fund, {"amount": "1"})


def test_whoever_only_reads_sees_balances_and_no_people(
    workspace: Workspace, services: Services, fund: UUID
) -> None:
    values = {"amount": "100", "party": "สมหวัง ให้ทาน", "details": "ฝากให้หลานสมหวัง"}
    services.fund_entries.receive(fund, values)
    workspace.user = replace(workspace.user, role="viewer")
    book = services.fund_entries.book(fund)
    assert (book.lines[0].party, book.lines[0].details, book.balance) == ("", "", 10000)
    assert services.records.find("fund_entry") == ()
    assert "สมหวัง" not in repr((book, services.funds.get(fund), services.funds.find()))


def test_a_facilitator_receives_a_gift_and_takes_back_only_their_own(
    workspace: Workspace, services: Services, fund: UUID
) -> None:
    services.fund_entries.pay(fund, {"amount": "1", "reason": "สำรองจ่าย"})
    paid = services.undo.last_action()
    assert paid is not None
    workspace.user = replace(workspace.user, user_id=new_id(), role="facilitator")
    services.fund_entries.receive(fund, {"amount": "5"})
    own = services.undo.last_action()
    assert own is not None
    with pytest.raises(UserError, match="not_allowed"):
        services.undo.undo_action(paid)
    assert services.undo.undo_action(own).reversed == 1


def test_erasing_somebody_cuts_the_link_and_leaves_the_money(
    workspace: Workspace, services: Services, fund: UUID
) -> None:
    learner = add_learner(workspace)
    services.fund_entries.receive(fund, {"amount": "100", "party": "สมหวัง ให้ทาน"})
    services.fund_entries.pay(fund, {"amount": "30", "helped_id": learner})
    (giver,) = services.persons.find("สมหวัง")
    services.erasure.erase(learner, "ตามคำขอ")
    services.erasure.erase(giver.id, "ตามคำขอ")
    gift, paid = lines(services, fund)
    assert (gift.party, paid.balance) == ("", 7000)
