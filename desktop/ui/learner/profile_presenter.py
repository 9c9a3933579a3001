"""Answers ประวัติและครอบครัว: each field goes to its service as it is left."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from desktop.errors import UserError
from desktop.ui.forms.record_list import RecordItem, RecordList
from desktop.ui.learner.profile import ProfileTab
from desktop.ui.learner.tab import TabPresenter
from desktop.ui.learner.work import LearnerWork
from desktop.ui.learners.finder import learner_finder
from desktop.ui.own_rights.presenter import OwnRightsPresenter
from desktop.ui.persons.opening import finder
from desktop.ui.wording import refusal

_CONSENT = "consent"


class ProfilePresenter(TabPresenter):
    """Saves as people type; what cannot be stored is said beside its field and stays typed."""

    def __init__(self, tab: ProfileTab, work: LearnerWork) -> None:
        super().__init__(tab)
        self._tab, self._work = tab, work
        self._people, self._learners = work.services.people, work.services.learners
        self._consents = work.services.consents
        tab.edited.connect(self.edit)
        tab.papers.number_settled.connect(self.set_number)
        tab.papers.paper_added.connect(self.add_paper)
        tab.papers.edited.connect(
            lambda i, n, v: self._edit_in(tab.papers.list, self._people.edit_paper, i, n, v)
        )
        tab.papers.removed.connect(
            lambda i: self._remove(self._people.remove_paper, i, self.tr("เอาเลขหรือเอกสารออกแล้ว"))
        )
        tab.carers.added.connect(
            lambda item, values: self._add(self._people.add_carer, tab.carers, item, values)
        )
        tab.carers.edited.connect(
            lambda i, n, v: self._edit_in(tab.carers, self._people.edit_carer, i, n, v)
        )
        tab.carers.removed.connect(
            lambda i: self._remove(self._people.remove_carer, i, self.tr("เอาผู้ดูแลออกแล้ว"))
        )
        tab.education.added.connect(
            lambda item, values: self._add(self._people.add_education, tab.education, item, values)
        )
        tab.education.edited.connect(
            lambda i, n, v: self._edit_in(tab.education, self._people.edit_education, i, n, v)
        )
        tab.education.removed.connect(
            lambda i: self._remove(self._people.remove_education, i, self.tr("เอาช่วงที่เรียนออกแล้ว"))
        )
        tab.reasons.groups_changed.connect(self.set_groups)
        tab.reasons.reasons_changed.connect(self.set_reasons)
        tab.household.edited.connect(self.edit_house)
        known = work.services, work.jobs, work.screen
        tab.carers.set_finder("person_id", finder(*known))
        tab.household.search.set_finder(learner_finder(*known))
        tab.household.shared.connect(self.share_house)
        tab.household.left.connect(self.leave_house)
        tab.household.member_opened.connect(
            lambda other: work.screen.open_requested.emit("learner", other)
        )
        tab.private.asked.connect(self.show_private)
        tab.reasons.asked.connect(self.show_reasons)
        tab.private.edited.connect(self.edit_private)
        tab.consents.recorded.connect(self.record_consent)
        tab.consents.withdraw_asked.connect(self.ask_to_withdraw)
        tab.consents.withdrawn.connect(self.withdraw_consent)
        self.law = OwnRightsPresenter(tab.law, work, "rectification", self._code)
        printing = work.printing
        tab.consents.paper_wanted.connect(
            lambda: printing.print_form("consent", work.whose, self._code())
        )
        tab.consents.asked.connect(self.restore_consent)
        tab.consents.draft_changed.connect(self.keep_consent)

    def _code(self) -> str:
        page = self._work.screen.page
        return page.detail.row.code if page is not None else ""

    def edit(self, name: str, value: Any) -> None:
        """Store one field of the learner."""
        if name == "former_names":
            value = self._former_names(value)
        elif name == "title" and isinstance(value, str):
            value = value.strip()

        def failed(error: Exception) -> None:
            self._tab.show_error(name, refusal(error)[1])

        self._work.save(
            lambda learner_id: self._learners.edit(learner_id, {name: value}),
            lambda _saved: self._tab.clear_error(name),
            failed,
        )

    def set_number(self, number: str) -> None:
        """Store the number that is right or was confirmed; "" makes the present one past."""
        values = {"identity": number} if number else {"national_id": "", "g_code": ""}
        self._work.write(
            lambda learner_id: self._learners.edit(learner_id, values),
            lambda saved: self._tell_twins(len(saved.number_also_at)),
            lambda error: self._tab.papers.show_error("identity", refusal(error)[1]),
            told=self.tr("บันทึกเลขแล้ว"),
        )

    def add_paper(self, values: Mapping[str, Any]) -> None:
        """Store another paper."""
        self._work.write(
            lambda learner_id: self._people.add_paper(learner_id, values),
            lambda _id: self._tab.papers.clear(),
            lambda error: self._tab.papers.show_error("value", refusal(error)[1]),
            undo=self.tr("เพิ่มเอกสารแล้ว"),
        )

    def set_groups(self, codes: tuple[str, ...]) -> None:
        """Store the target groups."""
        self._work.save(
            lambda learner_id: self._learners.set_groups(learner_id, codes),
            told=self.tr("บันทึกกลุ่มแล้ว"),
        )

    def set_reasons(self, codes: tuple[str, ...], main: str, text: str) -> None:
        """Store the reasons for leaving school."""
        self._work.save(
            lambda learner_id: self._learners.set_reasons(learner_id, codes, main, text),
            told=self.tr("บันทึกเหตุแล้ว"),
        )

    def edit_house(self, name: str, value: Any) -> None:
        """Store one field of the house."""
        form = self._tab.household.form
        self._work.save(
            lambda learner_id: self._people.save_household(learner_id, {name: value}),
            lambda _id: form.clear_error(name),
            lambda error: self._said_beside(form.show_error, name, error),
        )

    def share_house(self, other: UUID) -> None:
        """Let the learner live where another one lives."""
        self._work.write(
            lambda learner_id: self._people.share_household(learner_id, other),
            undo=self.tr("อยู่บ้านเดียวกันแล้ว"),
        )

    def leave_house(self) -> None:
        """Take the learner out of the house."""
        self._work.write(self._people.leave_household, undo=self.tr("ย้ายออกจากบ้านนี้แล้ว"))

    def show_private(self) -> None:
        """Show the sensitive part; the look is recorded by the service."""
        self._work.ask(self._people.private, self._tab.show_private)

    def show_reasons(self) -> None:
        """Show sensitive groups and reasons; the look is recorded by the service."""
        self._work.ask(self._people.private, lambda _entry: self._tab.reasons.uncover())

    def edit_private(self, name: str, value: Any) -> None:
        """Store one sensitive field."""
        form = self._tab.private.form
        self._work.save(
            lambda learner_id: self._people.save_private(learner_id, {name: value}),
            lambda _none: form.clear_error(name),
            lambda error: self._said_beside(form.show_error, name, error),
        )

    def record_consent(
        self, key: str, answers: Mapping[str, bool], values: Mapping[str, Any]
    ) -> None:
        """Store what was answered, for one purpose or for several on one sheet."""
        card = self._tab.consents

        def act(learner_id: UUID) -> None:
            self._consents.record(learner_id, answers, values)
            self._work.drop_draft(_CONSENT, learner_id, key)

        self._work.write(
            act,
            lambda _none: card.stored(key),
            lambda error: card.show_problem(key, *refusal(error)),
            undo=self.tr("บันทึกคำตอบเรื่องความยินยอมแล้ว"),
        )

    def load(self) -> None:
        """Show what was put right before, and what is half written of it."""
        self.law.load()

    def ask_to_withdraw(self, key: str, consent_id: UUID) -> None:
        """Show what taking a consent back brings about."""
        self._work.read(
            lambda _who: self._consents.consequences(consent_id),
            lambda found: self._tab.consents.show_consequences(key, found),
            "consequences",
        )

    def restore_consent(self, key: str) -> None:
        """Bring back a form that was half filled when the power went."""
        self._work.ask_draft(
            _CONSENT, lambda content: self._tab.consents.restore(key, content), key
        )

    def keep_consent(self, key: str, values: Mapping[str, Any]) -> None:
        """Keep a form that is being filled in; nothing in it forgets it."""
        self._work.keep_draft(_CONSENT, values, key)

    def withdraw_consent(self, key: str, consent_id: UUID, values: Mapping[str, Any]) -> None:
        """Store that a consent was taken back."""
        self._work.write(
            lambda _learner: self._consents.withdraw(
                consent_id,
                str(values["withdrawn_by"] or ""),
                values["withdrawn_on"],
                str(values["withdrawal_note"] or ""),
            ),
            undo=self.tr("บันทึกการถอนความยินยอมแล้ว"),
        )

    def _add(
        self,
        store: Callable[[UUID, Mapping[str, Any]], UUID],
        cards: RecordList,
        item: RecordItem,
        values: Mapping[str, Any],
    ) -> None:
        def failed(error: Exception) -> None:
            if isinstance(error, UserError):
                item.unbind()
            name, text = refusal(error)
            item.form.show_error(name or item.form.names[0], text)

        self._work.save(
            lambda learner_id: store(learner_id, values),
            item.bind,
            failed,
        )

    def _edit_in(
        self,
        cards: RecordList,
        store: Callable[[UUID, Mapping[str, Any]], None],
        record_id: UUID,
        name: str,
        value: Any,
    ) -> None:
        def failed(error: Exception) -> None:
            cards.show_error(record_id, name, refusal(error)[1])

        self._work.save(
            lambda _learner: store(record_id, {name: value}),
            lambda _none: cards.clear_error(record_id, name),
            failed,
        )

    def _remove(self, hide: Callable[[UUID], None], record_id: UUID, text: str) -> None:
        self._work.write(lambda _learner: hide(record_id), undo=text)

    def _said_beside(self, show: Callable[[str, str], bool], name: str, error: Exception) -> None:
        show(name, refusal(error)[1])

    def _former_names(self, names: list[str]) -> list[dict[str, Any]] | None:
        page = self._work.screen.page
        before = (page.detail.values.get("former_names") or []) if page else []
        known = {str(each.get("name", "")): each for each in before if isinstance(each, Mapping)}
        return [dict(known.get(name, {"name": name})) for name in names] or None

    def _tell_twins(self, count: int) -> None:
        if count:
            text = self.tr("เลขนี้มีอีก %n คนใช้อยู่ ตรวจกับเอกสารอีกครั้ง", "", count)
            self._tab.papers.show_error("identity", text)
