"""A person's whole record: everything in words, sensitive and urgent parts by right only."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import openpyxl
import pytest

from desktop.errors import UserError
from desktop.models import vocabulary
from desktop.services.audit import AuditService
from desktop.services.consent.service import ConsentService
from desktop.services.documents.service import DocumentService
from desktop.services.hett.service import HettService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.papers.printing import PrintService
from desktop.services.persons_rights.person_record import PersonRecordService
from desktop.services.persons_rights.rectifying import RectificationService
from desktop.services.persons_rights.restrictions import RestrictionService
from desktop.services.plans.service import PlanService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from tests.factories import add_learner

SECRETS = ("แพ้ยาเพนิซิลลิน", "เยาวชนในกระบวนการยุติธรรม", "ถูกทำร้ายที่บ้าน")


@pytest.fixture
def person(workspace: Workspace) -> UUID:
    """A learner of whom something of each kind is held."""
    learner = add_learner(
        workspace, birth="2012-05-05", surname="ธารน้ำเงา", village="3", national_id="1999900000013"
    )
    people, plans, hett = PeopleService(workspace), PlanService(workspace), HettService(workspace)
    people.add_carer(learner, {"name": "แม่ดาว", "relation": "แม่", "parental_power": "yes"})
    people.add_education(learner, {"place": "โรงเรียนตัวอย่าง", "level": "ป.6"})
    people.save_household(learner, {"members": 5})
    people.raise_risk(learner, "moved_house")
    people.save_private(learner, {"health_note": SECRETS[0]})
    LearnerService(workspace).set_groups(learner, ["TG02", "TG05"])
    ConsentService(workspace).record(
        learner, {"plan": True}, {"signer": "แม่ดาว", "child_agrees": True}
    )
    ContactService(workspace).add(learner, {"text": "เล่าเรื่องปลาในห้วย"})
    DocumentService(workspace).add(learner, b"%PDF-1.4 x", {"title": "ใบเกิด"})
    hett.rate(hett.start(learner), "E1", 2)
    plan = plans.start(learner)
    plans.add_goal(plan, {"text": "อ่านป้ายได้"})
    RectificationService(workspace).put_right(
        learner, {"nickname": "ต้นน้ำ"}, asked_by="แม่ดาว", reason="สะกดผิด"
    )
    people.private(learner)
    return learner


def _book(path: Path) -> dict[str, str]:
    book = openpyxl.load_workbook(path)
    return {
        sheet.title: "\n".join(
            " | ".join("" if cell is None else str(cell) for cell in row)
            for row in sheet.iter_rows(values_only=True)
        )
        for sheet in book.worksheets
    }


def test_everything_is_in_the_workbook_in_words(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "person.xlsx"

    written = PersonRecordService(workspace).write_xlsx(person, path)

    text = "\n".join(_book(path).values())
    for said in (
        "ดาวเรือง", "1-9999-00000-01-3", "5 พฤษภาคม 2555", "หมู่ 3", "แม่ดาว", "แม่",
        "โรงเรียนตัวอย่าง", "ป.6", "จัดทำแผนการเรียนรู้", "ผู้ใช้อำนาจปกครอง", "เล่าเรื่องปลาในห้วย",
        "ใบเกิด", "อ่านป้ายได้", "การอ่านภาษาไทย", "สะกดผิด", "ครูทดสอบ", "เปิดดูข้อมูลอ่อนไหว",
        "ศูนย์กลางจังหวัด", *SECRETS[:2],
    ):  # fmt: skip
        assert said in text, said
    assert written.rows > 40
    for code in ("parental_power |", "moved_house", "TG02", "mother", "01a2"):
        assert code not in text, code


def test_sensitive_parts_are_left_out_when_asked_and_without_the_right(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    records = PersonRecordService(workspace)
    records.write_xlsx(person, tmp_path / "a.xlsx", sensitive=False)
    workspace.user = replace(workspace.user, role="officer")
    records.write_xlsx(person, tmp_path / "b.xlsx")

    for name in ("a.xlsx", "b.xlsx"):
        text = "\n".join(_book(tmp_path / name).values())
        assert "เล่าเรื่องปลาในห้วย" in text
        assert not any(secret in text for secret in SECRETS), name
    with pytest.raises(UserError, match="not_allowed"):
        records.write_xlsx(person, tmp_path / "c.xlsx", sensitive=True)
    workspace.user = replace(workspace.user, role="viewer")
    with pytest.raises(UserError, match="not_allowed"):
        records.write_xlsx(person, tmp_path / "c.xlsx")
    assert not (tmp_path / "c.xlsx").exists()


def test_urgent_cases_are_in_it_for_those_named_and_never_protected_ones(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    urgent = UrgentService(workspace)
    kind = vocabulary.load("urgent_kinds").terms[0].code
    case = {"learner_id": person, "case_kind": kind, "summary": SECRETS[2]}
    urgent.open({**case, "protected": False})
    urgent.open({**case, "summary": "ห้ามออกนอกหน่วย", "protected": True})
    path = tmp_path / "a.xlsx"

    PersonRecordService(workspace).write_xlsx(person, path)

    text = "\n".join(_book(path).values())
    assert SECRETS[2] in text
    assert "ห้ามออกนอกหน่วย" not in text


def test_it_is_printed_whole_and_giving_it_out_is_audited(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    path = tmp_path / "person.pdf"

    written = PersonRecordService(workspace).write_pdf(person, path)

    assert path.read_bytes().startswith(b"%PDF-")
    assert (written.pages or 0) > 1
    (last,) = AuditService(workspace).entries(1)
    assert (last.event, last.record_id) == ("person_record_printed", person)
    assert last.detail["sensitive"] is True


def test_a_restricted_record_is_not_given_out(
    workspace: Workspace, person: UUID, tmp_path: Path
) -> None:
    RestrictionService(workspace).restrict(person, "ตามคำขอ")

    with pytest.raises(UserError, match="learner_restricted"):
        PersonRecordService(workspace).write_pdf(person, tmp_path / "a.pdf")
    assert not list(tmp_path.glob("*.pdf"))


@pytest.mark.parametrize("filled", [False, True])
def test_the_consent_form_fits_one_sheet(
    workspace: Workspace, person: UUID, tmp_path: Path, filled: bool
) -> None:
    path = tmp_path / "consent.pdf"

    printed = PrintService(workspace).form("consent", path, learner_id=person if filled else None)

    assert path.read_bytes().startswith(b"%PDF-")
    assert printed.pages == 1
