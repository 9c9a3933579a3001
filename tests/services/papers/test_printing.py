"""From records to paper: stamps, what changed since, and nothing sensitive unasked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import Cancelled, UserError
from desktop.models.people import Learner
from desktop.models.plan import Plan
from desktop.reports.paper_data import PaperOptions, PlanPaper, PrintStamp
from desktop.services.audit import AuditService
from desktop.services.centre import CentreService
from desktop.services.hett.service import HettService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.papers.learner import PaperDesk, learner_paper
from desktop.services.papers.overviews import form_paper, register_paper, summary_paper
from desktop.services.papers.plan import plan_paper
from desktop.services.papers.printing import PrintService
from desktop.services.papers.prints import PlanPrints
from desktop.services.plans.service import PlanService
from desktop.services.tallies.service import TallyService
from desktop.services.users import UserService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, add_learner, open_workspace


def _paper(workspace: Workspace, plan_id: UUID, **choices: object) -> PlanPaper:
    sensitive, language = bool(choices.get("sensitive")), str(choices.get("language", "th"))
    with workspace.read() as session:
        desk = PaperDesk(session, language, workspace.today(), sensitive=sensitive)
        return plan_paper(desk, session.get_one(Plan, plan_id))


def _planned(workspace: Workspace, given: str = "ดาวเรือง", **values: str) -> tuple[UUID, UUID]:
    learner_id = add_learner(workspace, given, **values)
    return learner_id, PlanService(workspace).start(learner_id, template="occupation")


def test_codes_become_words(workspace: Workspace) -> None:
    learner_id, plan = _planned(
        workspace, title="ด.ญ.", surname="ธารน้ำเงา", birth="พ.ย. 2554", village="3",
        mother_tongue="ksw", level_last="ป.6", last_left="2566", national_id="3999900000036",
    )  # fmt: skip
    CentreService(workspace).save_village("3", {"name": "นาดอย"})
    PeopleService(workspace).add_carer(learner_id, {"name": "ยายคำ", "relation": "ยาย"})

    paper = _paper(workspace, plan)

    learner = paper.learner
    assert learner.name == "เด็กหญิงดาวเรือง ธารน้ำเงา"
    assert (learner.birth, learner.age) == ("พฤศจิกายน 2554", "15 ปี")
    assert (learner.village_label, learner.tambon) == ("หมู่ 3 นาดอย", "ต.แม่สวด")
    assert learner.national_id == "3-9999-00000-03-6"
    assert learner.education == "ล่าสุด ป.6 พ.ศ. 2566"
    assert (learner.carers[0].name, learner.carers[0].relation) == ("ยายคำ", "ยาย")
    assert paper.pathway == "หลักสูตรอาชีพระยะสั้น"
    assert [goal.number for goal in paper.goals] == [1, 2, 3]
    assert {action.goal for action in paper.actions} == {1, 2, 3}
    assert [place.role for place in paper.signatures][:3] == ["ผู้เรียนรู้", "ผู้ปกครอง", "ครูพี่เลี้ยง"]
    english = _paper(workspace, plan, language="en")
    assert (english.learner.birth, english.learner.tambon) == ("November 2011", "Mae Suat")


def test_the_sensitive_part_is_only_there_when_asked(workspace: Workspace) -> None:
    learner_id, plan = _planned(workspace)
    LearnerService(workspace).set_groups(learner_id, ["TG05", "TG02"])
    PeopleService(workspace).save_private(learner_id, {"health_note": "หอบหืด"})
    hett = HettService(workspace)
    assessment = hett.start(learner_id)
    hett.rate(assessment, "H8", 1)
    hett.rate(assessment, "H2", 3)

    plain, asked = _paper(workspace, plan), _paper(workspace, plan, sensitive=True)

    assert "หอบหืด" not in repr(plain)
    assert plain.hett is not None
    assert asked.hett is not None
    assert [rating.code for rating in plain.hett.ratings] == ["H2"]
    assert [rating.code for rating in asked.hett.ratings] == ["H2", "H8"]
    assert len(plain.learner.groups) == 1
    assert len(asked.learner.groups) == 2
    assert [(fact.text, fact.sensitive) for fact in asked.facts] == [("หอบหืด", True)]


def test_a_stamp_leads_back_to_the_plan(workspace: Workspace, tmp_path: Path) -> None:
    learner_id, plan = _planned(workspace)
    printing = PrintService(workspace)

    printed = printing.plan_of(learner_id, tmp_path / "แผน.pdf")

    assert printed.path.read_bytes().startswith(b"%PDF")
    assert printed.stamps is not None
    stamp = printed.stamps[plan]
    prints = PlanPrints(workspace)
    found = prints.find(f" {stamp.lower().replace('-', ' ')} ")
    assert (found.plan_id, found.learner_id, found.current) == (plan, learner_id, True)
    assert (found.version, found.printed_by) == (1, workspace.user.name)
    assert prints.of_learner(learner_id) == (found,)
    assert prints.find(f"TAMBON-RIANRU:PLAN:{stamp}:V1").plan_id == plan
    PlanService(workspace).save(plan, {"dream": "ใหม่"})
    assert not prints.find(stamp).current
    with pytest.raises(UserError, match="stamp_unknown"):
        prints.find("AAAA-AAAA")
    assert AuditService(workspace).entries()[0].event == "printed_plans"


def test_only_changed_plans_are_printed_again(workspace: Workspace, tmp_path: Path) -> None:
    _, first = _planned(workspace, "กา", village="2", birth="2554")
    _, second = _planned(workspace, "ขา", village="3")
    printing, out = PrintService(workspace), tmp_path / "แผน.pdf"
    assert set(printing.plans(out).plans) == {first, second}
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        printing.plans(out, only_changed=True)

    PlanService(workspace).edit_goal(
        PlanService(workspace).get(second).goals[0].id, {"text": "ทอผ้าเอง"}
    )

    again = printing.plans(out, only_changed=True)
    assert (again.plans, again.unchanged) == ((second,), 1)
    english = printing.plans(out, PaperOptions(language="en"), only_changed=True)
    assert set(english.plans) == {first, second}
    assert printing.plans(out, villages=("2",)).plans == (first,)


def test_a_draft_of_the_next_version_is_printed_in_its_place(
    workspace: Workspace, tmp_path: Path
) -> None:
    plans = PlanService(workspace)
    _, old = _planned(workspace)
    plans.set_status(old, "agreed")
    new = plans.new_version(old)

    assert PrintService(workspace).plans(tmp_path / "แผน.pdf").plans == (new,)


class _Stop:
    def step(self, done: int, total: int, doing: str = "") -> None:
        if doing == "plans_composing":
            raise Cancelled


def test_a_stopped_print_leaves_and_remembers_nothing(workspace: Workspace, tmp_path: Path) -> None:
    _, plan = _planned(workspace)

    with pytest.raises(Cancelled):
        PrintService(workspace).plans(tmp_path / "แผน.pdf", progress=_Stop())

    assert list(tmp_path.glob("*.pdf")) == []
    assert PlanService(workspace).get(plan).prints == ()


def test_registers_summaries_and_forms(workspace: Workspace, tmp_path: Path) -> None:
    learner_id, _ = _planned(workspace, "กา", village="2", status="at_risk")
    add_learner(workspace, "ขา", village="3", surname="คีรี", status="studying")
    printing = PrintService(workspace)

    assert printing.register(tmp_path / "r.pdf").pages >= 1
    assert printing.summary(tmp_path / "s.pdf").pages >= 1
    for name in ("survey", "hett", "plan"):
        assert printing.form(name, tmp_path / f"{name}.pdf", learner_id=learner_id).pages >= 1
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        printing.register(tmp_path / "x.pdf", LearnerQuery(search="ไม่มีใคร"))
    with pytest.raises(UserError, match="paper_unknown_form"):
        printing.form("tax", tmp_path / "tax.pdf")
    with workspace.read() as session:
        desk = PaperDesk(session, "th", workspace.today())
        stamp = printing._stamp("")
        ids = [learner_id]
        register = register_paper(desk, ids, stamp)
        summary = summary_paper(desk, TallyService(workspace), LearnerQuery(), stamp, "")
        form = form_paper(desk, stamp)
    assert [row.name for row in register.rows] == ["กา -"]
    assert (summary.learners, summary.plans, summary.assessed) == (2, 1, 0)
    assert [(c.label, c.people) for c in summary.villages] == [("หมู่ 2", 1), ("หมู่ 3", 1)]
    assert [dimension.code for dimension in form.dimensions] == ["H", "E", "T", "D"]
    assert not any("ยุติธรรม" in group for group in form.groups)


def test_an_officer_prints_nothing_sensitive(workspace: Workspace, tmp_path: Path) -> None:
    learner_id, _ = _planned(workspace)
    UserService(workspace).add("เจ้าหน้าที่", "officer", "officer-1", PASSCODE)
    officer = open_workspace(workspace.folder, "officer-1")
    options = PaperOptions(include_sensitive=True)
    try:
        with pytest.raises(UserError, match="not_allowed"):
            PrintService(officer).plan_of(learner_id, tmp_path / "a.pdf", options)
        whole = PaperOptions(whole_numbers=True)
        with pytest.raises(UserError, match="not_allowed"):
            PrintService(officer).register(tmp_path / "b.pdf", options=whole)
        plain = replace(options, include_sensitive=False)
        assert PrintService(officer).plan_of(learner_id, tmp_path / "a.pdf", plain).pages
    finally:
        officer.close()


def test_a_learner_without_a_plan_is_said_so(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no_plan"):
        PrintService(workspace).plan_of(add_learner(workspace), tmp_path / "a.pdf")


def test_the_register_masks_numbers_and_goes_by_village(workspace: Workspace) -> None:
    for given, moo in (("ดาว", "10"), ("บุญ", "2")):
        add_learner(workspace, given, village=moo, national_id="1999900000017")
    ids = LearnerLists(workspace).ids(LearnerQuery())
    with workspace.read() as session:
        stamp = PrintStamp()
        masked = register_paper(PaperDesk(session, "th", workspace.today()), ids, stamp)
        desk = PaperDesk(session, "th", workspace.today(), whole_numbers=True)
        whole = register_paper(desk, ids, stamp)
        tens = [learner_paper(desk, session.get_one(Learner, each)) for each in ids]
    assert {row.national_id for row in masked.rows} == {"x-xxxx-xxxx0-01-7"}
    assert {row.national_id for row in whole.rows} == {"1-9999-00000-01-7"}
    assert {row.moo for row in masked.rows} == {"2", "10"}
    by_moo = {paper.moo: paper.village_sort_key for paper in tens}
    assert by_moo["2"] < by_moo["10"]


def test_who_signed_is_named_with_the_title(workspace: Workspace) -> None:
    _, plan = _planned(workspace, title="ด.ญ.", surname="ธารน้ำเงา")
    PlanService(workspace).sign(plan, "learner", {"name": "ดาวเรือง ธารน้ำเงา"})
    PlanService(workspace).sign(plan, "guardian", {"name": "ยายคำ"})
    names = [place.name for place in _paper(workspace, plan).signatures]
    assert names[:2] == ["เด็กหญิงดาวเรือง ธารน้ำเงา", "ยายคำ"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_forms_waste_no_sheet(workspace: Workspace, tmp_path: Path, language: str) -> None:
    looks = PaperOptions(language=language)
    service = PrintService(workspace)
    pages = {
        name: service.form(name, tmp_path / f"{name}.pdf", looks).pages
        for name in ("survey", "consent", "plan")
    }
    assert pages == {"survey": 2, "consent": 1, "plan": 3}
