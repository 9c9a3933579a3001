"""Two laptops and a hub in three processes: both edits live, one conflict, one decision."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.ids import new_id
from tests.end_to_end.hub_process import HubProcess
from tests.end_to_end.laptop_process import LaptopProcess
from tests.factories import make_workspace

Three = tuple[LaptopProcess, LaptopProcess, HubProcess]


@pytest.fixture
def three(tmp_path: Path) -> Iterator[Three]:
    """A centre begun offline, its second laptop, and their hub."""
    hub = HubProcess(tmp_path / "hub")
    hub.start()
    centre = hub.new_centre()
    first, second = LaptopProcess(tmp_path / "first"), LaptopProcess(tmp_path / "second")
    make_workspace(first.folder).close()
    first.ask("enrol", hub.url, hub.code(centre))
    first.ask("sync")
    # As `init --join` does it, with a key that costs each of its commands nothing.
    make_workspace(second.folder, joining=new_id(), name="", user="ครูคนที่สอง").close()
    second.ask("enrol", hub.url, hub.code(centre))
    second.ask("sync")
    yield first, second, hub
    hub.kill()


@pytest.mark.long
def test_edits_of_both_live_and_a_conflict_is_decided_once(three: Three) -> None:
    first, second, _hub = three
    code = first.ask("learner", "add", "given=ซอวาทู", "nickname=เดิม", "village=3")["code"]
    first.run("sync")
    second.run("sync")

    first.ask("learner", "set", code, "phone=0800000001", "surname=ใจงาม")
    second.ask("learner", "set", code, "interests=ซ่อมรถ", "surname=ใจดี")
    for laptop in (first, second, first):
        laptop.ask("sync")

    for laptop in (first, second):
        shown = laptop.ask("learner", "show", code)
        assert (shown["phone"], shown["interests"]) == ("0800000001", "ซ่อมรถ")
    (here,) = first.ask("conflicts")["conflicts"]
    (there,) = second.ask("conflicts")["conflicts"]
    assert (here["field"], here["mine"], here["theirs"]) == ("surname", "ใจงาม", "ใจดี")
    assert (there["mine"], there["theirs"], there["id"]) == ("ใจดี", "ใจงาม", here["id"])

    first.ask("conflicts", "resolve", here["id"], "mine")
    for laptop in (first, second):
        laptop.ask("sync")

    for laptop in (first, second):
        assert laptop.ask("learner", "show", code)["surname"] == "ใจงาม"
        assert laptop.ask("conflicts")["conflicts"] == []
    quiet = first.ask("sync")
    assert (quiet["sent"], quiet["received"], quiet["waiting"]) == (0, 0, 0)


@pytest.mark.long
def test_a_laptop_killed_while_sending_goes_on_where_it_was(three: Three, tmp_path: Path) -> None:
    first, second, hub = three
    roster = tmp_path / "roster.csv"
    lines = [f"ตัวอย่าง{number},ธารน้ำเงา,{number % 9 + 1}" for number in range(400)]
    roster.write_text("\n".join(["ชื่อ,นามสกุล,หมู่ที่", *lines]), encoding="utf-8-sig")
    first.ask("import", str(roster))
    began = time.monotonic()
    first.run("status")
    starting = time.monotonic() - began

    for share in (1.0, 1.3):
        process = first.begin("sync")
        time.sleep(starting * share)
        process.kill()
        process.wait()
    hub.kill()
    hub.start()
    rest = first.run("sync")
    second.run("sync")

    assert rest["waiting"] == 0
    theirs = {row["id"]: row for row in second.ask("learners")["learners"]}
    assert theirs == {row["id"]: row for row in first.ask("learners")["learners"]}
    assert len(theirs) == 400


@pytest.mark.long
def test_a_partner_edited_on_both_is_one_on_both(three: Three) -> None:
    first, second, _hub = three
    partner = first.ask("record", "partner", "add", "name=กลุ่มทอผ้า")["id"]
    person = first.ask("record", "person", "add", "given=คำแพง")["id"]
    first.run("sync")
    second.run("sync")

    asked = ("record", "partner_contact", "add", f"partner_id={partner}", f"person_id={person}")
    first.ask("record", "partner", "set", partner, "phone=053111222", "skills=ทอผ้า")
    first.ask(*asked, "role=ประธาน")
    first.ask("record", "partner", "do", partner, "begin", "done_on=1/10/2568")
    second.ask("record", "partner", "set", partner, "address=หมู่ 3", "skills=ย้อมผ้า")
    second.ask(*asked)
    for laptop in (first, second, first, second):
        laptop.ask("sync")

    for laptop in (first, second):
        shown = laptop.ask("record", "partner", "show", partner)
        told = (shown["phone"], shown["address"], shown["state"])
        assert told == ("053111222", "หมู่ 3", "active")
        # Whom to ask is one, though both wrote them down apart.
        (contact,) = laptop.ask("records", "partner_contact")["records"]
        assert contact["role"] == "ประธาน"
        (clash,) = laptop.ask("conflicts")["conflicts"]
        assert (clash["field"], {clash["mine"], clash["theirs"]}) == ("skills", {"ทอผ้า", "ย้อมผ้า"})
    first.ask("conflicts", "resolve", first.ask("conflicts")["conflicts"][0]["id"], "mine")
    for laptop in (first, second):
        laptop.ask("sync")
    assert first.ask("record", "partner", "show", partner) == second.ask(
        "record", "partner", "show", partner
    )
