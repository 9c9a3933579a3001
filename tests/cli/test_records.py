"""`records` and `record`: every kind, over its own service."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import select

from desktop.cli.subjects import SUBJECTS
from desktop.models.base import synced_classes
from desktop.models.moves import MoveRecord
from desktop.models.program import AuditEntry
from desktop.services.workspace import Workspace
from tests.cli.conftest import Command
from tests.factories import open_workspace

# What only the program writes, what the HETT editor words, notes inside an urgent case, and moves,
# which are made by an act on their thing.
WITHOUT = {
    "audit_anchor", "hett_dimension", "hett_framework", "hett_indicator", "hett_level",
    "urgent_handing", "urgent_note", "urgent_try",
    *(kind for kind, cls in synced_classes().items() if issubclass(cls, MoveRecord)),
}  # fmt: skip


def learner(command: Command, given: str = "ดาว", *more: str) -> dict[str, Any]:
    found: dict[str, Any] = command("record", "learner", "add", f"given={given}", *more).json
    return found


def test_every_kind_has_commands() -> None:
    assert set(synced_classes()) - set(SUBJECTS) == WITHOUT
    assert not set(SUBJECTS) & WITHOUT


def test_kinds_tell_fields_and_what_can_be_done(command: Command) -> None:
    told = {each["kind"]: each for each in command("record", "--kinds").json["kinds"]}

    assert set(told) == set(SUBJECTS)
    for kind in told.values():
        for field in (*kind["fields"], *(f for act in kind["actions"] for f in act["fields"])):
            assert set(field) == {"name", "type", "list", "required"}
    fields = {field["name"]: field for field in told["carer"]["fields"]}
    assert fields["relation"] == {
        "name": "relation", "type": "code", "list": "relations", "required": False,
    }  # fmt: skip
    assert fields["name"]["required"]
    assert fields["learner_id"] == {
        "name": "learner_id", "type": "link", "list": "learner", "required": True,
    }  # fmt: skip
    assert "step" in [act["name"] for act in told["plan"]["actions"]]
    moves = {act["name"]: act["fields"] for act in told["partner"]["actions"]}
    needed = {code: [f["name"] for f in moves[code] if f["required"]] for code in ("begin", "end")}
    assert needed == {"begin": [], "end": ["reason"]}
    assert {"number", "by_id", "document_id", "done_on"} <= {f["name"] for f in moves["begin"]}
    assert command("record", "--kinds", text=True).out.startswith("learner\t")


@pytest.mark.parametrize("kind", sorted(set(SUBJECTS) - {"learner_private"}))
def test_each_kind_is_listed(command: Command, kind: str) -> None:
    assert isinstance(command("records", kind).json["records"], list)


def test_add_show_set_and_find(command: Command) -> None:
    who = learner(command, "ดาว", "village=3", "status=นอกระบบ")
    assert (who["kind"], who["status"]) == ("learner", "out_of_school")
    made = command(
        "record", "carer", "add", f"learner_id={who['code']}", "name=คำ ใจดี", "relation=ยาย",
        "cares_daily=ใช่",
    ).json  # fmt: skip
    assert (made["kind"], made["learner_id"], made["cares_daily"]) == ("carer", who["id"], True)
    assert made["relation"] in ("grandmother", "maternal_grandmother")

    changed = command("record", "carer", "set", made["id"], "occupation=ทำไร่", "relation=").json
    assert (changed["occupation"], changed["relation"]) == ("ทำไร่", "")
    assert command("record", "carer", "show", made["id"]).json == changed

    def found(*words: str) -> list[str]:
        listed = command("records", "carer", *words).json["records"]
        return [each["id"] for each in listed]

    assert found("--search", "ใจดี") == found("--where", f"learner_id={who['code']}")
    assert found("--where", "relation=", "occupation=ทำไร่") == [made["id"]]
    assert found("--where", "occupation=ทำนา") == []
    assert found("--search", "ใจดี", "--limit", "0") == []
    assert command("record", "carer", "do", made["id"], "hide").json["id"] == made["id"]
    assert found() == []


def test_learners_are_found_as_the_list_finds_them(command: Command) -> None:
    for given in ("เป็ด", "ไก่", "กา"):
        learner(command, given)
    listed = command("records", "learner").json["records"]
    assert [each["given"] for each in listed] == ["กา", "ไก่", "เป็ด"]
    (one,) = command("records", "learner", "--search", "ไก").json["records"]
    assert command("record", "learner", "show", one["code"]).json["id"] == one["id"]


def test_codes_days_months_and_money_are_told_in_one_way(command: Command) -> None:
    who = learner(command)
    plan = command("record", "plan", "add", f"learner_id={who['code']}", "ends_on=๓๐/๙/๒๕๗๐").json
    assert plan["ends_on"] == "2027-09-30"
    made = command(
        "record", "action", "add", f"plan_id={plan['id']}", "text=เรียนทอผ้า", "budget=1,500",
        "hours=2.5",
    ).json  # fmt: skip
    assert (made["budget"], made["hours"]) == ("1500.00", 2.5)
    refused = command("record", "action", "set", made["id"], "budget=ฟรี", text=True)
    assert refused.code == 1
    village = command("record", "village", "add", "moo=หมู่ 9", "flood_months=5, 6").json
    assert (village["moo"], village["flood_months"]) == ("9", [5, 6])
    assert command("records", "village", "--where", "flood_months=6").json["records"] == [village]
    assert command("records", "plan", "--where", "ends_on=2027").json["records"] == [plan]


def test_acts_take_their_values_in_the_centres_words(command: Command) -> None:
    who = learner(command)
    plan = command("record", "plan", "add", f"learner_id={who['code']}").json
    command("record", "goal", "add", f"plan_id={plan['id']}", "text=อ่านออก")
    agreed = command("record", "plan", "do", plan["id"], "step", "status=agreed").json
    assert (agreed["kind"], agreed["status"]) == ("plan", "agreed")
    newer = command("record", "plan", "do", plan["id"], "new_version").json
    assert (newer["version"], newer["status"]) == (2, "draft")
    flag = command("record", "risk_flag", "add", f"learner_id={who['code']}", "code=ย้ายบ้าน").json
    cleared = command("record", "risk_flag", "do", flag["id"], "clear", "on=1/10/2569").json
    assert (cleared["code"], cleared["cleared_on"]) == ("moved_house", "2026-10-01")
    grouped = command("record", "learner", "do", who["code"], "groups", "groups=TG02,TG12")
    assert grouped.code == 0
    assert len(command("records", "learner_group").json["records"]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["records", "nothing"], "record --kinds"),
        (["record", "carer", "add", "name=คำ"], "Learner"),
        (["record", "rating", "add", "level=1"], "record --kinds"),
        (["record", "rating", "set", "x", "level=1"], "record --kinds"),
        (["record", "learner", "add", "given=ก", "colour=แดง"], "colour"),
        (["records", "learner", "--where", "colour=แดง"], "colour"),
        (["records", "learner_private"], "show CODE"),
        (["record", "carer", "show", "nobody"], "no longer here"),
    ],
)
def test_what_cannot_be_done_is_said(command: Command, words: list[str], said: str) -> None:
    done = command(*words, text=True)
    assert done.code == 1
    assert said in done.err
    assert "{" not in done.err


def test_an_unknown_act_names_those_that_are(command: Command) -> None:
    who = learner(command)
    done = command("record", "learner", "do", who["code"], "fly", text=True)
    assert done.code == 1
    assert "bring_back" in done.err


def test_the_sensitive_part_is_read_by_its_service_and_the_look_recorded(
    command: Command, folder: Path
) -> None:
    who = learner(command)
    saved = command(
        "record", "learner_private", "add", f"learner_id={who['code']}", "health_note=หอบหืด"
    )
    assert saved.json["health_note"] == "หอบหืด"
    assert command("record", "learner_private", "show", who["code"]).json["health_note"] == "หอบหืด"
    with closing(open_workspace(folder)) as workspace:
        assert noted(workspace, who["id"]) >= {"private_seen", "private_changed"}


def noted(workspace: Workspace, record_id: str) -> set[str]:
    with workspace.read() as session:
        events = select(AuditEntry.event).where(AuditEntry.record_id == UUID(record_id))
        return set(session.scalars(events))


def test_an_urgent_case_is_opened_noted_and_closed(command: Command) -> None:
    words = ("case_kind=harmed", "person_note=เด็กที่ตลาด", "summary=ร้องไห้")
    case = command("record", "urgent_case", "add", *words).json
    assert (case["state"], case["summary"]) == ("open", "ร้องไห้")
    assert command("records", "urgent_case").json["records"][0].get("summary", "") == ""
    command("record", "urgent_case", "do", case["id"], "note", "text=พาไปโรงพยาบาล")
    refused = command("record", "urgent_case", "do", case["id"], "state", "state=closed", text=True)
    assert refused.code == 1
    closed = command(
        "record", "urgent_case", "do", case["id"], "state", "state=closed", "outcome=ปลอดภัย"
    ).json
    assert (closed["state"], closed["outcome"]) == ("closed", "ปลอดภัย")


def test_a_partner_takes_codes_villages_and_whom_to_ask(command: Command) -> None:
    for number in ("3", "4"):
        command("record", "village", "add", f"moo={number}")
    made = command(
        "record", "partner", "add", "name=กลุ่มทอผ้า", "sector=community", "villages=3,4",
        "capacity_number=20",
    ).json  # fmt: skip
    assert (made["kind"], made["state"], made["sector"]) == ("partner", "candidate", "community")
    known = command("records", "village").json["records"]
    assert sorted(made["villages"]) == sorted(each["id"] for each in known)
    person = command("record", "person", "add", "given=คำแพง", "phone=0800000123").json
    contact = command(
        "record", "partner_contact", "add", f"partner_id={made['id']}",
        f"person_id={person['id']}", "role=ประธาน",
    ).json  # fmt: skip
    assert contact["role"] == "ประธาน"
    listed = command("records", "partner", "--search", "ทอผา").json["records"]
    assert [each["id"] for each in listed] == [made["id"]]


def test_a_table_of_partners_is_tried_brought_in_and_taken_back(
    command: Command, tmp_path: Path
) -> None:
    command("record", "partner", "add", "name=กลุ่มทอผ้า")
    book = tmp_path / "partners.csv"
    book.write_text("ชื่อภาคี,ภาคส่วน\nวัด,ไม่มี\n", encoding="utf-8")
    tried = command("import", book, "--what", "partners", "--dry-run").json
    assert (tried["new"], tried["run"]) == (1, None)
    assert tried["problems"][0]["code"] == "partner_unknown_code"
    run = command("import", book, "--what", "partners").json["run"]
    assert len(command("records", "partner").json["records"]) == 2
    assert command("import", "--undo", str(run)).code == 0
    assert len(command("records", "partner").json["records"]) == 1


def test_people_who_are_not_learners_and_their_consents(command: Command) -> None:
    made = command(
        "record", "person", "add", "given=ประยูร", "surname=ใจดี", "phone=081-234 5678",
        "village_id=", "languages=กะเหรี่ยงสะกอ", "birth=2520",
    ).json  # fmt: skip
    twin = command("record", "person", "add", "given=ประยูร").json
    assert (made["kind"], made["birth"], made["languages"]) == ("person", "1977", ["ksw"])

    def found(*words: str) -> list[str]:
        return [each["id"] for each in command("records", "person", *words).json["records"]]

    assert set(found()) == {made["id"], twin["id"]}
    assert found("--search", "ใจดี ประยูร") == found("--search", "812345") == [made["id"]]
    assert found("--search", "ประยูร", "--where", "surname=ใจดี") == [made["id"]]
    command("record", "person", "do", made["id"], "join", f"twin={twin['id']}")
    assert found() == [made["id"]]
    command("record", "person", "do", twin["id"], "separate")
    who = learner(command)
    linked = command("record", "person", "do", made["id"], "link", f"learner_id={who['code']}").json
    assert linked["same_learner_id"] == who["id"]
    consent = command(
        "record", "consent", "add", f"person_id={made['id']}", "purpose=directory", "granted=ใช่"
    ).json
    assert (consent["person_id"], consent["learner_id"], consent["granted"]) == (
        made["id"], "", True,
    )  # fmt: skip
    withdrawn = command("record", "consent", "do", consent["id"], "withdraw").json
    assert withdrawn["withdrawn_on"]
    refused = command("record", "consent", "add", "purpose=plan", "granted=ใช่", text=True)
    assert refused.code == 1
    said = ("purpose=plan", "granted=ไม่ใช่")
    other = command("record", "consent", "add", f"learner_id={who['code']}", *said).json
    assert (other["learner_id"], other["granted"]) == (who["id"], False)
    command("record", "person", "do", twin["id"], "hide")
    assert found() == [made["id"]]
