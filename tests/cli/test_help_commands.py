"""Funds, goods, needs, offers, matches and leads by commands, each act once and in its order."""

from __future__ import annotations

from tests.cli.conftest import Command


def made(command: Command, kind: str, *given: str) -> str:
    """The id of a new record."""
    answer = command("record", kind, "add", *given)
    assert answer.code == 0, answer.err
    known: str = answer.json["id"]
    return known


def done(command: Command, kind: str, known: str, act: str, *given: str) -> str:
    """What an act came to, by its id."""
    answer = command("record", kind, "do", known, act, *given)
    assert answer.code == 0, answer.err
    said: str = answer.json["id"]
    return said


def fund(command: Command, name: str) -> str:
    known = made(command, "fund", f"name={name}")
    done(command, "fund", known, "open")
    return known


def test_money_is_received_paid_moved_counted_and_taken_back(command: Command) -> None:
    own, other = fund(command, "กองทุนวัด"), fund(command, "กองทุนมัสยิด")
    for act, given in (
        ("begin_with", ("amount=๑๐๐", "on=1/9/2569")),
        ("receive", ("amount=50.25", "party=สมหวัง ให้ทาน", "on=1/9/2569")),
        ("pay", ("amount=20", "party=ร้านสมุด")),
        ("transfer", ("amount=30", f"to_fund_id={other}")),
        ("count", ("amount=100.25",)),
    ):
        last = done(command, "fund_entry", own, act, *given)
    entries = command("records", "fund_entry").json["records"]
    assert sorted((each["entry_kind"], each["amount"]) for each in entries) == [
        ("count", "100.25"), ("opening", "100.00"), ("payment", "20.00"), ("receipt", "50.25"),
        ("transfer", "30.00"),
    ]  # fmt: skip
    assert last in {each["id"] for each in entries}
    gift = next(each["id"] for each in entries if each["entry_kind"] == "receipt")
    refused = command("record", "fund_entry", "do", gift, "reverse", text=True)
    assert refused.code == 1
    done(command, "fund_entry", gift, "reverse", "reason=ลงผิด")
    over = command("record", "fund_entry", "do", own, "pay", "amount=9999", text=True)
    assert over.code == 1
    assert "50.00" in over.err


def test_a_fund_is_opened_its_month_closed_and_it_is_closed_when_empty(command: Command) -> None:
    own = fund(command, "กองทุนวัด")
    done(command, "fund_entry", own, "receive", "amount=10", "on=1/9/2569")
    done(command, "fund", own, "close_month", "counted=10", "note=สามคนนับ")
    (month,) = command("records", "fund_month").json["records"]
    assert (month["month"], month["balance"], month["counted"]) == ("2026-09", "10.00", "10.00")
    late = command(
        "record", "fund_entry", "do", own, "receive", "amount=1", "on=2/9/2569", text=True
    )
    assert late.code == 1
    done(command, "fund", own, "open_month")
    assert command("record", "fund", "do", own, "close", "reason=เลิก", text=True).code == 1
    done(command, "fund_entry", own, "pay", "amount=10")
    done(command, "fund", own, "close", "reason=เลิก")
    assert command("record", "fund_entry", "do", own, "receive", "amount=1", text=True).code == 1


def test_goods_are_received_given_spoiled_sold_and_come_back(command: Command) -> None:
    own, rice = fund(command, "กองทุนวัด"), ("item=ข้าวสาร", "unit=กก.")
    done(command, "goods_entry", own, "receive", *rice, "quantity=๓๐.๕")
    given = done(command, "goods_entry", own, "give", *rice, "quantity=10")
    assert command("record", "goods_entry", "do", own, "spoil", *rice, "quantity=1").code == 1
    done(command, "goods_entry", own, "spoil", *rice, "quantity=1", "reason=มอดกิน")
    done(command, "goods_entry", own, "sell", *rice, "quantity=5", "amount=200")
    lines = command("records", "goods_entry").json["records"]
    more = (*rice, "quantity=99")
    assert "14.5" in command("record", "goods_entry", "do", own, "give", *more, text=True).err
    (cash,) = command("records", "fund_entry").json["records"]
    assert (cash["entry_kind"], cash["amount"]) == ("receipt", "200.00")
    assert given in {each["id"] for each in lines}
    out = next(each["id"] for each in lines if each["goods_kind"] == "out")
    done(command, "goods_entry", out, "reverse", "reason=ให้ผิดคน")
    assert "24.5" in command("record", "goods_entry", "do", own, "give", *more, text=True).err


def test_a_need_and_an_offer_are_matched_until_the_receiver_confirms(command: Command) -> None:
    same = ("assistance=clothes", "quantity=4", "unit=pair")
    need = made(command, "need", "name=รองเท้า", "course=กลุ่มทอผ้า", *same)
    giver = made(command, "person", "given=คำมูล")
    offer = made(command, "offer", "name=รองเท้าใหม่", f"person_id={giver}", *same)
    for kind, known in (("need", need), ("offer", offer)):
        done(command, kind, known, "pause", "reason=ของหมด")
        done(command, kind, known, "open")
    match = made(command, "match", f"need_id={need}", f"offer_id={offer}")
    both = ("quantity=4", "how=phone")
    for act, given in (
        ("propose", ()),
        ("agree", (*both, f"by_id={giver}", "receiver=teacher")),
        ("deliver", both),
        ("confirm", (*both, "receiver=teacher")),
        ("end", ("reason=whole",)),
    ):
        done(command, "match", match, act, *given)
    assert command("record", "match", "do", match, "deliver", *both, text=True).code == 1
    assert command("record", "match", "show", match).json["state"] == "ended"
    for kind, known in (("need", need), ("offer", offer)):
        done(command, kind, known, "end", "reason=ครบแล้ว")


def test_somebody_is_looked_for_found_and_registered(command: Command) -> None:
    known = made(command, "lead", "given=ธาดา", "source=school")
    done(command, "lead", known, "seek")
    done(command, "lead", known, "find")
    assert command("record", "lead", "do", known, "enrol", text=True).code == 1
    learner = made(command, "learner", "given=ธาดา")
    done(command, "lead", known, "enrol", f"registered_id={learner}")
    other = made(command, "lead", "given=มาลี")
    assert command("record", "lead", "do", other, "elsewhere", text=True).code == 1
    done(command, "lead", other, "elsewhere", "institution=โรงเรียนบ้านห้วย")
