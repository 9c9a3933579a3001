"""One plan: `plan` opened by its id, `learner_plan` by the learner's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.services.roles import Right
from desktop.ui.plan.opening import LEARNER_PLAN, PLAN, lines_of, plan_of, review_of
from desktop.ui.plan.printed_words import by_stamp
from desktop.ui.shell.feature import (
    BuiltScreen,
    DayReason,
    DraftForm,
    Feature,
    ScreenEntry,
    ShellContext,
)
from desktop.ui.translation import translate

if TYPE_CHECKING:
    from desktop.ui.parts import Parts


def feature(parts: Parts) -> Feature:
    """Both ways to a plan; in the rail they stand under the list of plans."""

    def entry(key: str, *, by_learner: bool) -> ScreenEntry:
        def build(context: ShellContext) -> BuiltScreen:
            from desktop.ui.plan.presenter import PlanPresenter
            from desktop.ui.plan.screen import PlanScreen

            screen = PlanScreen(by_learner=by_learner)
            presenter = PlanPresenter(screen, parts.services, context.jobs)
            return BuiltScreen(screen, presenter)

        return ScreenEntry(
            key,
            "clipboard-list",
            lambda: translate("PlanScreen", "แผนรายบุคคล"),
            build,
            place="none",
            parent="plans",
        )

    return Feature(
        screens=[entry(PLAN, by_learner=False), entry(LEARNER_PLAN, by_learner=True)],
        drafts={
            "plan_review": DraftForm(
                "clipboard-list",
                lambda: translate("PlanDrafts", "ทบทวนแผน"),
                review_of,
                Right.PLAN,
            ),
            "plan_lines": DraftForm(
                "pencil", lambda: translate("PlanDrafts", "บรรทัดในแผน"), lines_of, Right.PLAN
            ),
        },
        reasons={
            "review_due": DayReason(
                "clipboard-list",
                lambda: translate("PlanDay", "ทบทวนแผน"),
                lambda _line, _today: translate("PlanDay", "ถึงกำหนดทบทวนแผนร่วมกับผู้เรียนรู้และผู้ดูแล"),
                lambda line: plan_of(line.subject),
                dated=True,
            ),
            "plan_draft": DayReason(
                "file-text",
                lambda: translate("PlanDay", "แผนยังร่างอยู่"),
                lambda _line, _today: translate("PlanDay", "แผนยังเป็นร่าง ชวนคุยและตกลงร่วมกัน"),
                lambda line: plan_of(line.subject),
            ),
        },
        search=by_stamp(parts.services),
    )
