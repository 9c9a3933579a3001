"""What makes each reason of the day arise, for tests that go through all of them."""

from __future__ import annotations

from uuid import UUID

from desktop.models.program import Conflict, DeviceState, PossibleDuplicate
from desktop.services.centre import CentreService
from desktop.services.consent.service import ConsentService
from desktop.services.drafts import DraftService
from desktop.services.hett.service import HettService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.urgent.service import UrgentService
from desktop.services.workspace import Workspace
from tests.factories import Clock, add_learner
from tests.matching import MATCH_DAY
from tests.services.attendance.made import SESSION_DAY
from tests.subjects import EXAMPLES, Arise

DAY = 86_400_000
YEAR = 366 * DAY


def review_due(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A plan that was agreed is reviewed within two weeks."""
    plans = PlanService(workspace)
    plan = plans.start(learner_id)
    plans.add_goal(plan, {"text": "อ่าน"})
    plans.set_status(plan, "agreed")
    plans.save(plan, {"next_review_on": "1/12/2569"})


def promise(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Something is promised for today."""
    ContactService(workspace).add(learner_id, {"text": "นัด", "next_on": "22/11/2569"})


def risk(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A sign to look after."""
    PeopleService(workspace).raise_risk(learner_id, "debt_income")


def risk_urgent(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Somebody needs help at once."""
    PeopleService(workspace).raise_risk(learner_id, "urgent")


def duplicate(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Two records may be one person."""
    twin = add_learner(workspace)
    with workspace.write() as session:
        session.add(
            PossibleDuplicate(
                first_id=learner_id, second_id=twin, score=0.9, reasons=["name"], at=workspace.now()
            )
        )


def conflict(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Two laptops wrote one field."""
    with workspace.write() as session:
        session.add(
            Conflict(
                id=b"conflict", record_id=learner_id, kind="learner", field="surname",
                other_field="surname", shown="ก", shown_stamp=bytes(16), other="ข",
                other_stamp=bytes(16), base=None, review=True, found_at=workspace.now(),
            )
        )  # fmt: skip


def paper_expiring(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A passport ends within two months."""
    PeopleService(workspace).add_paper(
        learner_id, {"code_kind": "passport", "value": "A1", "expires_on": "1/1/2570"}
    )


def no_identity(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A plan stands open for somebody without any number or paper."""
    PlanService(workspace).start(learner_id)


def title_change(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A girl is fifteen today."""
    LearnerService(workspace).edit(learner_id, {"title": "ด.ญ.", "birth": "22/11/2554"})


def half_typed(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A meeting was begun to be written down."""
    DraftService(workspace).save("contact", str(learner_id), {"text": "ยังไม่เสร็จ"})


def flood_soon(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """The water comes next month."""
    CentreService(workspace).save_village("3", {"flood_months": [12, 1]})


def assessment_open(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A round of HETT was begun two days ago."""
    HettService(workspace).start(learner_id, on="20/11/2569")


def hett_missing(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """Work has begun without an assessment."""
    LearnerService(workspace).edit(learner_id, {"case_step": "visited"})


def plan_draft(workspace: Workspace, clock: Clock, learner_id: UUID) -> None:
    """A plan was left as a draft for more than a week."""
    PlanService(workspace).start(learner_id)
    clock.now_ms += 8 * DAY


def silent(_workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody was in touch for more than ninety days."""
    clock.now_ms += 91 * DAY


def retention_due(workspace: Workspace, clock: Clock, learner_id: UUID) -> None:
    """A record was closed six years ago."""
    LearnerService(workspace).edit(learner_id, {"status": "completed"})
    clock.now_ms += 6 * YEAR


def consent_due(workspace: Workspace, _clock: Clock, learner_id: UUID) -> None:
    """A consent ends within a month."""
    LearnerService(workspace).edit(learner_id, {"birth": "1/1/2540"})
    answer = {"situation": "adult", "signer_power": "self", "read_aloud": True}
    ConsentService(workspace).record(learner_id, {"plan": True}, {**answer, "until": "1/12/2569"})


def hub_plain(workspace: Workspace, _clock: Clock, _learner_id: UUID) -> None:
    """This laptop joined over plain http, before anybody was asked about it."""
    with workspace.write() as session:
        device = session.get_one(DeviceState, 1)
        device.hub_url = "http://192.0.2.1:9"
        device.hub, device.hub_key = {"id": bytes(16), "scope": bytes(16)}, bytes(32)


def urgent_try(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered yesterday, in a case that names who asks."""
    urgent = UrgentService(workspace)
    urgent.note_try(urgent.open({"person_note": "เด็กที่ตลาด", "case_kind": "at_risk"}))
    clock.now_ms += DAY


def urgent_hours(workspace: Workspace, clock: Clock, _learner_id: UUID) -> None:
    """Nobody answered within the hours of its kind."""
    UrgentService(workspace).open({"person_note": "เด็กที่ตลาด", "case_kind": "at_risk"})
    clock.now_ms += DAY // 8


ARISING: dict[str, Arise] = {
    arise.__name__: arise
    for arise in (
        review_due, promise, risk, risk_urgent, duplicate, conflict, paper_expiring, no_identity,
        title_change, half_typed, flood_soon, assessment_open, hett_missing, plan_draft, silent,
        retention_due, consent_due, hub_plain, urgent_try, urgent_hours, *MATCH_DAY.values(),
        *SESSION_DAY.values(),
    )
} | {code: arise for example in EXAMPLES for code, arise in example.day.items()}  # fmt: skip
"""By the code of the reason."""
