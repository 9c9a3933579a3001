"""Courses as a OneRoster package: by the binding, without whom nobody may tell of, no numbers."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.workspace import Workspace
from tests.exchange.oneroster_binding import faults
from tests.factories import add_learner, national_number
from tests.services.courses.scene import course, meet


def rows(path: Path, name: str) -> list[dict[str, str]]:
    with zipfile.ZipFile(path) as packed:
        text = packed.read(f"{name}.csv").decode("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def given(path: Path) -> set[str]:
    return {each["givenName"] for each in rows(path, "users")}


def test_courses_and_people_go_out_by_our_ids(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    number = national_number()
    learner = add_learner(workspace, "ดาว", national_id=number, phone="0800000123")
    held = course(services, "ทอผ้า", term="1/2569", skill_groups="technical,soft")
    other = course(services, "ทำขนม", starts_on="2569-06", ends_on="2569-07")
    course(services, "ไม่รู้วัน")
    meet(workspace, held, "2026-11-20")
    meet(workspace, held, "2026-11-22")
    services.enrolments.enrol(held, [learner])
    services.enrolments.enrol(other, [learner], {"role": "helper"})
    path = tmp_path / "x.zip"

    done = services.oneroster.write(path)

    assert faults(path.read_bytes()) == []
    assert (done.courses, done.people, done.left_out, done.undated) == (2, 1, 0, 1)
    assert {UUID(each["sourcedId"]) for each in rows(path, "classes")} == {held, other}
    (user,) = rows(path, "users")
    assert UUID(user["sourcedId"]) == learner
    assert {each["role"] for each in rows(path, "roles")} == {"student", "aide"}
    assert {each["role"] for each in rows(path, "enrollments")} == {"student", "teacher"}
    spans = {
        each["title"]: (each["startDate"], each["endDate"])
        for each in rows(path, "academicSessions")
    }
    assert spans == {"1/2569": ("2026-11-20", "2026-11-23"), "ทำขนม": ("2026-06-01", "2026-08-01")}
    with zipfile.ZipFile(path) as packed:
        whole = b"".join(packed.read(name) for name in packed.namelist())
    assert number.encode() not in whole
    assert b"0800000123" not in whole


def test_whom_nobody_may_tell_of_stays_and_is_counted(
    workspace: Workspace, services: Services, tmp_path: Path
) -> None:
    made = course(services, "ทอผ้า", starts_on="2569-11-01")
    plain, restricted, danger = (add_learner(workspace, name) for name in ("ดาว", "ต้น", "มะลิ"))
    services.enrolments.enrol(made, [plain, restricted, danger])
    services.restrictions.restrict(restricted, "ขอให้ระงับ")
    services.urgent.open({"learner_id": danger, "case_kind": "harmed"})
    silent = services.persons.add({"given": "คำมูล"})
    agreed = services.persons.add({"given": "สมร"})
    services.person_consents.record(agreed, {"directory": True})
    for person in (silent, agreed):
        known = services.enrolments.add(
            {"course_id": made, "person_id": person, "role": "guardian"}
        )
        services.enrolments.move(known, "enrol")
    path = tmp_path / "x.zip"

    done = services.oneroster.write(path)

    assert faults(path.read_bytes()) == []
    assert given(path) == {"ดาว", "สมร"}
    assert (done.people, done.left_out) == (2, 3)
    assert len(rows(path, "enrollments")) == 1


def test_nothing_to_tell_and_another_ending_are_refused(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="oneroster_nothing"):
        services.oneroster.write(tmp_path / "x.zip")
    with pytest.raises(UserError, match="roster_format_unknown"):
        services.oneroster.write(tmp_path / "x.csv")
