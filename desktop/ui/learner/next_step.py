"""The one next step with a learner, worked out from what is known and worded for a tired reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from desktop.services.learners.contacts import ContactLine
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.page import LearnerPage
from desktop.ui.thai_time import DayWords, shown_iso, whole_day
from desktop.ui.widgets.labels import Tone

SILENT_DAYS = 90
_SOON_DAYS = 14

Act = Literal["visit", "hett", "plan", "start_plan", "history", "consent"]


@dataclass(frozen=True)
class NextStep:
    """What to do, why, and where the button leads."""

    code: str
    title: str
    why: str
    button: str
    act: Act
    tone: Tone = "info"
    icon: str = "arrow-right"

    def offered(self, page: LearnerPage) -> bool:
        """Whether who is signed in may take the step; everybody may read what it is."""
        if self.act in ("hett", "start_plan"):
            return page.may_plan and not page.restricted
        if self.act in ("visit", "consent"):
            return page.may_edit
        return True


class NextStepWords(QObject):
    """Chooses and words the step."""

    def of(self, page: LearnerPage, codes: CodeBook) -> NextStep:
        """The most pressing step; there is always one."""
        return (
            self._urgent(page, codes)
            or self._promise(page)
            or self._beginning(page)
            or self._plan(page)
            or self._silence(page)
            or self._going_on(page, codes)
        )

    def _urgent(self, page: LearnerPage, codes: CodeBook) -> NextStep | None:
        for risk in page.detail.risks:
            if risk.text("code") == "urgent" and not risk.text("cleared_on"):
                return NextStep(
                    "urgent",
                    self.tr("ต้องช่วยด่วน"),
                    risk.text("note") or codes.label("risk_flags", "urgent"),
                    self.tr("บันทึกสิ่งที่ทำ"),
                    "visit",
                    "danger",
                    "triangle-alert",
                )
        return None

    def _promise(self, page: LearnerPage) -> NextStep | None:
        promise = next_promise(page.contacts)
        day = whole_day(promise.next_on) if promise else None
        if promise is None or day is None or (day - page.today).days > _SOON_DAYS:
            return None
        when = DayWords().away(day, page.today)
        why = self.tr("นัดไว้ {date} ({when})").replace("{date}", shown_iso(promise.next_on))
        late = day < page.today
        return NextStep(
            "promise",
            promise.next_text or self.tr("ไปพบตามที่นัดไว้"),
            why.replace("{when}", when),
            self.tr("บันทึกการพบ"),
            "visit",
            "warning" if late else "info",
            "calendar-days",
        )

    def _beginning(self, page: LearnerPage) -> NextStep | None:
        plan_consent = next((each for each in page.consents if each.purpose == "plan"), None)
        if not page.contacts:
            return NextStep(
                "first_visit",
                self.tr("ไปเยี่ยมครั้งแรก"),
                self.tr("ยังไม่มีบันทึกการพบ เริ่มจากฟังเรื่องราวที่บ้าน"),
                self.tr("บันทึกการพบ"),
                "visit",
                icon="house",
            )
        if plan_consent is not None and plan_consent.status in {"pending", "expired"}:
            return NextStep(
                "consent",
                self.tr("ขอความยินยอมทำแผน"),
                self.tr("อ่านให้ฟังในภาษาของเขา แล้วบันทึกคำตอบ"),
                self.tr("ไปที่ความยินยอม"),
                "consent",
                icon="file-check",
            )
        if not page.picture.rounds:
            return NextStep(
                "assess",
                self.tr("ประเมิน HETT แรกเข้า"),
                self.tr("เพื่อเห็นสี่ด้านของชีวิตก่อนคุยเรื่องแผน"),
                self.tr("เริ่มประเมิน"),
                "hett",
                icon="radar",
            )
        return None

    def _plan(self, page: LearnerPage) -> NextStep | None:
        plan = page.plan
        if plan is None or plan.status == "closed":
            return NextStep(
                "start_plan",
                self.tr("เริ่มแผนรายบุคคล"),
                self.tr("เริ่มจากสิ่งที่เขาสนใจและอยากเป็น"),
                self.tr("เริ่มแผน"),
                "start_plan",
                icon="notebook-pen",
            )
        title, why = {
            "draft": (
                self.tr("คุยแผนให้ตกลงกัน"),
                self.tr("แผนยังเป็นร่าง อ่านด้วยกันแล้วลงชื่อ"),
            ),
            "agreed": (self.tr("เริ่มทำตามแผน"), self.tr("ตกลงกันแล้ว เริ่มกิจกรรมแรกได้")),
        }.get(plan.status, ("", ""))
        if not title:
            due = whole_day(plan.values.get("next_review_on"))
            if due is None or (due - page.today).days > _SOON_DAYS:
                return None
            title = self.tr("ทบทวนแผนด้วยกัน")
            why = self.tr("ครบกำหนดทบทวน {date} ({when})")
            why = why.replace("{date}", shown_iso(due.isoformat()))
            why = why.replace("{when}", DayWords().away(due, page.today))
        late = plan.status in {"active", "reviewed"}
        tone: Tone = "warning" if late else "info"
        return NextStep("plan", title, why, self.tr("เปิดแผน"), "plan", tone, "notebook-pen")

    def _silence(self, page: LearnerPage) -> NextStep | None:
        last = whole_day(page.contacts[0].on) if page.contacts else None
        if last is None or (page.today - last).days <= SILENT_DAYS:
            return None
        return NextStep(
            "silent",
            self.tr("ไปหากันหน่อย"),
            self.tr("ไม่ได้พบกัน %n วันแล้ว", "", (page.today - last).days),
            self.tr("บันทึกการพบ"),
            "visit",
            "warning",
            "footprints",
        )

    def _going_on(self, page: LearnerPage, codes: CodeBook) -> NextStep:
        goals = page.plan.goals if page.plan else ()
        for goal in sorted(goals, key=lambda each: each.text("due_on") or "9999"):
            if goal.text("state") in {"open", "in_progress", "partly", "changed"}:
                why = self.tr("เป้าหมายถัดไป")
                if goal.text("due_on"):
                    why = self.tr("ภายใน {date}").replace("{date}", shown_iso(goal.text("due_on")))
                return NextStep(
                    "goal", goal.text("text"), why, self.tr("เปิดแผน"), "plan", "success", "target"
                )
        return NextStep(
            "on_the_way",
            self.tr("ไปต่อตามแผน"),
            self.tr("ไม่มีอะไรค้าง เจอกันครั้งหน้าก็บันทึกไว้"),
            self.tr("บันทึกการพบ"),
            "visit",
            "success",
            "sprout",
        )


def next_promise(contacts: tuple[ContactLine, ...]) -> ContactLine | None:
    """The promise that is not kept yet and comes first."""
    waiting = [each for each in contacts if each.next_on and not each.kept]
    return min(waiting, key=lambda each: each.next_on, default=None)
