"""Answers ภาพรวม: what happened, where the next step is taken, and risk flags up and down."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from desktop.ui.learner.overview import OverviewTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.learner_place import HETT, PLAN, PROFILE, VISITS
from desktop.ui.shell.feature import OnItsWay

FORM = "risk"


class OverviewPresenter(TabPresenter):
    """Leads to the tabs, and stores risk flags."""

    def __init__(self, tab: OverviewTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work, self._screen = tab, work, work.screen
        tab.stepped.connect(self._on_step)
        tab.opened.connect(self._on_event)
        tab.way_wanted.connect(work.screen.open_requested)
        tab.urgent.opened.connect(lambda case: self._screen.open_requested.emit("urgent", case))
        tab.urgent.new_wanted.connect(self._open_urgent)
        self._people = work.services.people
        self._loaded: UUID | None = None
        tab.risks.raised.connect(self._raise)
        tab.risks.cleared.connect(self._clear)
        tab.risks.form.drafted.connect(lambda content: work.keep_draft(FORM, content))

    def load(self) -> None:
        if self._loaded != self._work.whose:
            self._loaded = self._work.whose
            self._work.ask_draft(FORM, self._tab.risks.show_draft)
        self._work.read(self._work.services.timeline.of, self._tab.show_events, "timeline")
        services = self._work.services
        ways = [each.on_its_way for each in self._screen.entries.values() if each.on_its_way]

        def ask(learner_id: UUID) -> list[tuple[OnItsWay[Any], Any]]:
            return [(way, way.ask(services, learner_id)) for way in ways]

        self._work.read(ask, self._tab.show_coming, "on its way")

    def _on_step(self, act: str) -> None:
        page = self._screen.page
        if act == "visit":
            self._screen.go_to_tab(VISITS)
            self._screen.begin()
        elif act == "hett":
            self._screen.go_to_tab(HETT, "start")
        elif act == "consent":
            self._screen.go_to_tab(PROFILE, "consent")
        elif act == "plan" and page is not None and page.plan:
            self._screen.open_requested.emit("plan", page.plan.id)
        else:
            self._screen.go_to_tab(PLAN)
            self._screen.begin()

    def _on_event(self, key: str) -> None:
        kind, _, record = key.partition(":")
        self._screen.go_to_tab(self._screen.tab_of(kind), record)

    def _raise(self, values: Mapping[str, Any]) -> None:
        self._store(
            lambda who: self._people.raise_risk(
                who, values["code"], values.get("note", ""), values.get("raised_on")
            ),
            self.tr("ยกสัญญาณเสี่ยงแล้ว"),
        )

    def _clear(self, flag: UUID, values: Mapping[str, Any]) -> None:
        self._store(
            lambda _who: self._people.clear_risk(
                flag, values.get("note", ""), values.get("cleared_on")
            ),
            self.tr("คลี่คลายสัญญาณเสี่ยงแล้ว"),
        )

    def _store(self, act: Callable[[UUID], object], undo: str) -> None:
        def both(who: UUID) -> None:
            act(who)
            self._work.drop_draft(FORM, who)

        risks = self._tab.risks
        self._work.write(both, lambda _none: risks.stored(), risks.form.refused, undo=undo)

    def _open_urgent(self) -> None:
        self._screen.open_requested.emit("urgent", ("new", self._work.whose))
