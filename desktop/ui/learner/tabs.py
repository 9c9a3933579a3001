"""The tabs that every learner's page has."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from desktop.ui.learner.documents import DocumentsTab, DocumentsTabPresenter
from desktop.ui.learner.edits import EditsTab
from desktop.ui.learner.edits_presenter import EditsPresenter
from desktop.ui.learner.hett import HettTab
from desktop.ui.learner.hett_presenter import HettPresenter
from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.overview_presenter import OverviewPresenter
from desktop.ui.learner.plan import PlanTab
from desktop.ui.learner.plan_presenter import PlanPresenter
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.profile_presenter import ProfilePresenter
from desktop.ui.learner.tab import BuiltTab, LearnerTab, TabPresenter
from desktop.ui.learner.visits import VisitsTab
from desktop.ui.learner.visits_presenter import VisitsPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.learner_place import DOCUMENTS, EDITS, HETT, OVERVIEW, PLAN, PROFILE, VISITS
from desktop.ui.shell.feature import TabEntry
from desktop.ui.translation import translate

Tab = TypeVar("Tab", bound=LearnerTab)
Build = Callable[[LearnerWork], BuiltTab]


def _both(tab: Callable[[], Tab], presenter: Callable[[Tab, LearnerWork], TabPresenter]) -> Build:
    def build(work: LearnerWork) -> BuiltTab:
        made = tab()
        return BuiltTab(made, presenter(made, work))

    return build


TABS = (
    TabEntry(
        OVERVIEW,
        "layout-grid",
        lambda: translate("LearnerTabs", "ภาพรวม"),
        _both(OverviewTab, OverviewPresenter),
    ),
    TabEntry(
        PROFILE,
        "user",
        lambda: translate("LearnerTabs", "ประวัติและครอบครัว"),
        _both(ProfileTab, ProfilePresenter),
    ),
    TabEntry(
        HETT,
        "radar",
        lambda: translate("LearnerTabs", "HETT"),
        _both(HettTab, HettPresenter),
        kinds=("assessment",),
    ),
    TabEntry(
        PLAN,
        "notebook-pen",
        lambda: translate("LearnerTabs", "แผน"),
        _both(PlanTab, PlanPresenter),
        kinds=("plan", "review"),
    ),
    TabEntry(
        VISITS,
        "house",
        lambda: translate("LearnerTabs", "บันทึก/เยี่ยมบ้าน"),
        _both(VisitsTab, VisitsPresenter),
        kinds=("contact",),
    ),
    TabEntry(
        DOCUMENTS,
        "file-text",
        lambda: translate("LearnerTabs", "เอกสาร"),
        _both(DocumentsTab, DocumentsTabPresenter),
        kinds=("document",),
    ),
    TabEntry(
        EDITS,
        "history",
        lambda: translate("LearnerTabs", "ประวัติการแก้ไข"),
        _both(EditsTab, EditsPresenter),
    ),
)
