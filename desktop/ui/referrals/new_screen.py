"""Writing a referral down: of whom, to whom, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services
from desktop.services.referrals.records import ReferralQuery
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.referrals.words import REFERRAL
from desktop.ui.subjects.links import finders
from desktop.ui.subjects.new import Alike, NewPresenter, NewScreen

FIRST = (
    FieldSpec("learner_id", span=12, search="user", required=True),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("service", span=7),
    FieldSpec("urgency", span=5),
    FieldSpec("reason", span=12),
    FieldSpec("asked", span=12),
    FieldSpec("note", span=12),
)


class NewReferralScreen(NewScreen):
    """The few things one knows at first; opened for a learner, it begins with them."""

    def __init__(self) -> None:
        super().__init__(EntryForm(REFERRAL, FIRST), ("learner_id",))

    def hint(self) -> str:
        return self.tr("เลือกผู้เรียนรู้ และหน่วยงานที่จะขอ เขียนแล้วยังไม่ส่งจนกว่าจะกดส่งเรื่อง")

    def enter(self, argument: object) -> None:
        super().enter(argument)
        if isinstance(argument, UUID):
            self.form.begin({"learner_id": argument})


class NewReferralPresenter(NewPresenter):
    """Learners and agencies are found by their names."""

    def __init__(self, screen: NewReferralScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.referrals.add)
        found = finders(services, jobs, screen)
        screen.form.set_finder("learner_id", found["learner"])
        screen.form.set_finder("partner_id", found["partner"])

    def alike(self, values: Mapping[str, Any]) -> Sequence[Alike]:
        """Referrals of the same learner that are not done."""
        learner = values.get("learner_id")
        if not isinstance(learner, UUID):
            return ()
        rows = self._services.referrals.find(ReferralQuery(learner_id=learner))
        told = [(" · ".join(filter(None, (row.name, row.receiver))), row.id) for row in rows]
        return [(name, (REFERRAL, known)) for name, known in told]
