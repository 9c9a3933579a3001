"""An old attendance sheet: read as it is, asked where it is unclear, taken as one act."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from openpyxl import Workbook

from desktop.errors import UserError
from desktop.services.all import Services
from desktop.services.sessions.old_sheets import OldAnswers
from desktop.services.workspace import Workspace
from tests.factories import add_learner
from tests.services.attendance.made import course, enrol, meeting


@pytest.fixture
def made(workspace: Workspace, services: Services) -> tuple[UUID, dict[str, UUID], UUID]:
    """A course of four people, one of them a learner, that met once so far."""
    known = course(workspace)
    people = {name: enrol(workspace, known, name=name) for name in ("กาญจนา", "ขวัญใจ", "คำแก้ว")}
    people["มูแฮ"] = enrol(workspace, known, learner_id=add_learner(workspace, "มูแฮ"))
    return known, people, meeting(services, known, "2026-11-10")


def written(path: Path, rows: list[list[object]]) -> Path:
    """A workbook with these rows on its first sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "ภาคเรียนที่ 2"
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def marks_of(services: Services, known: UUID) -> dict[tuple[str, str], str]:
    """What is marked, by name and day."""
    grid = services.attendance.grid(known)
    names = {line.enrolment_id: line.name for line in grid.lines}
    days = {each.id: each.on for each in grid.meetings}
    return {(names[who], days[on]): code for (who, on), code in grid.marks.items()}


def test_ticks_letters_and_figures_are_read_under_days_of_either_era(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    known, people, met = made
    path = written(
        tmp_path / "old.xlsx",
        [
            ["บัญชีเรียกชื่อ ห้อง 1"],
            ["ที่", "ชื่อ", "10/11/2569", date(2026, 11, 12), "14 พ.ย. 2569", "รวม"],
            [1, "นางสาวกาญจนา", "✓", 1, "ป", 2],
            [2, "ขวัญใจ", "มา", 0, "ล", 1],
            [3, "คำแก้ว", None, "ข", "/", 1],
        ],
    )
    sheet = services.old_sheets.read(known, path)
    assert sheet.title == "ภาคเรียนที่ 2"
    assert [(each.on, each.meeting_id) for each in sheet.days] == [
        ("2026-11-10", met), ("2026-11-12", None), ("2026-11-14", None),
    ]  # fmt: skip
    assert [line.candidates[0][0] for line in sheet.lines] == [
        people[name] for name in ("กาญจนา", "ขวัญใจ", "คำแก้ว")
    ]
    assert not sheet.doubts
    assert marks_of(services, known) == {}

    done = services.old_sheets.take(sheet, OldAnswers({}, {}))
    wanted = {
        ("กาญจนา", "2026-11-10"): "present", ("กาญจนา", "2026-11-12"): "present",
        ("กาญจนา", "2026-11-14"): "sick", ("ขวัญใจ", "2026-11-10"): "present",
        ("ขวัญใจ", "2026-11-12"): "absent", ("ขวัญใจ", "2026-11-14"): "excused",
        ("คำแก้ว", "2026-11-12"): "absent", ("คำแก้ว", "2026-11-14"): "present",
    }  # fmt: skip
    assert marks_of(services, known) == wanted
    assert done.count == len(wanted)
    again = services.old_sheets.read(known, path)
    assert services.old_sheets.take(again, OldAnswers({}, {})).count == 0
    assert done.action is not None
    services.undo.undo_action(done.action)
    grid = services.attendance.grid(known)
    assert grid.marks == {}
    assert [each.on for each in grid.meetings] == ["2026-11-10"]


def test_what_is_unclear_or_other_than_what_is_marked_is_asked(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    known, people, met = made
    services.attendance.mark(met, {people["กาญจนา"]: "late", people["ขวัญใจ"]: "late"})
    path = written(
        tmp_path / "old.xlsx",
        [["ชื่อ", "10/11/2569"], ["กาญจนา", "✓"], ["ขวัญใจ", "ข"], ["คำแก้ว", "x"], ["มูแฮ", "?"]],
    )
    sheet = services.old_sheets.read(known, path)
    assert [(each.why, each.code, each.now) for each in sheet.doubts] == [
        ("differs", "present", "late"), ("differs", "absent", "late"),
        ("unclear", "", ""), ("unclear", "", ""),
    ]  # fmt: skip
    assert sheet.marks == {}
    answers = OldAnswers({}, {(0, 0): "", (1, 0): "absent", (2, 0): "absent"})
    services.old_sheets.take(sheet, answers)
    assert set(marks_of(services, known).values()) == {"late", "absent"}
    assert marks_of(services, known)["กาญจนา", "2026-11-10"] == "late"
    assert len(marks_of(services, known)) == 3


def test_somebody_unknown_is_taken_in_only_when_said_so(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    known, people, met = made
    services.attendance.mark(met, {people["ขวัญใจ"]: "late"})
    rows: list[list[object]] = [
        ["ชื่อ", "นามสกุล", "10/11/2569"],
        ["กาญจนา", None, 1], ["กาญจนา", None, 0], ["สมหญิง", "ดอยงาม", 1], ["ขวัญ", None, 1],
        ["รวม", None, 3],
    ]  # fmt: skip
    sheet = services.old_sheets.read(known, written(tmp_path / "old.xlsx", rows))
    assert [(line.name, line.asked) for line in sheet.lines] == [
        ("กาญจนา", False), ("กาญจนา", True), ("สมหญิง ดอยงาม", True), ("ขวัญ", True), ("รวม", True),
    ]  # fmt: skip
    answers = OldAnswers({1: None, 2: "", 3: people["ขวัญใจ"], 4: None}, {})
    services.old_sheets.take(sheet, answers)
    assert marks_of(services, known) == {
        ("กาญจนา", "2026-11-10"): "present",
        ("สมหญิง ดอยงาม", "2026-11-10"): "present",
        ("ขวัญใจ", "2026-11-10"): "late",
    }


def test_a_sheet_without_days_is_refused(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    path = written(tmp_path / "old.xlsx", [["ชื่อ", "อายุ"], ["กาญจนา", 12]])
    with pytest.raises(UserError, match="old_sheet_no_days"):
        services.old_sheets.read(made[0], path)


def test_our_own_workbook_is_read_again(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    known, people, met = made
    services.attendance.mark(met, {people["กาญจนา"]: "cut_off", people["มูแฮ"]: "late"})
    services.exporting.export("attendance", tmp_path / "a.xlsx")
    sheet = services.old_sheets.read(known, tmp_path / "a.xlsx")
    assert not sheet.doubts
    assert sorted(sheet.marks.values()) == ["cut_off", "late"]
    assert services.old_sheets.take(sheet, OldAnswers({}, {})).count == 0


def test_somebody_new_and_their_marks_are_taken_back_together(
    services: Services, made: tuple[UUID, dict[str, UUID], UUID], tmp_path: Path
) -> None:
    known, _people, _met = made
    rows: list[list[object]] = [["ชื่อ", "10/11/2569"], ["กาญจนา", 1], ["สมหญิง", 1]]
    sheet = services.old_sheets.read(known, written(tmp_path / "old.xlsx", rows))
    done = services.old_sheets.take(sheet, OldAnswers({1: ""}, {}))
    assert done.action is not None
    undone = services.undo.undo_action(done.action)
    assert undone.left == ()
    assert marks_of(services, known) == {}
    names = [line.name for line in services.attendance.grid(known).lines]
    assert "สมหญิง" not in names
