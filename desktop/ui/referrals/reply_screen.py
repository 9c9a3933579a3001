"""Keying replies back: the number of the slip, what the agency answers, and the next one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.models.dates import PartialDate
from desktop.models.fields import Field
from desktop.services.all import Services
from desktop.services.drafts import KeptDraft
from desktop.services.referrals.brought import REPLY
from desktop.services.referrals.records import ReferralRow, WaitingReply
from desktop.services.referrals.replies import ANSWERS
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.entry_form import EntryForm, filled
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.referrals.waiting_card import WaitingCard
from desktop.ui.referrals.words import REFERRAL
from desktop.ui.shell.screens import Action, Screen
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import clear_layout
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.wording import sentence
from desktop.ui.writes import Writes

_SPECS: Final = (
    FieldSpec("number", span=4, required=True),
    FieldSpec("answer", span=8, required=True, meaning=Field("code", name="answer")),
    FieldSpec("done_on", span=4, compact=True),
    FieldSpec("institution", span=8, required=True),
    FieldSpec("until", span=6, compact=True, ahead=True),
    FieldSpec("decline_reason", span=12),
    FieldSpec("extent", span=4),
    FieldSpec("served_what", span=8),
    FieldSpec("note", span=12),
)
_OF: Final[Mapping[str, frozenset[str]]] = {
    "until": frozenset({"waitlist"}),
    "decline_reason": frozenset({"decline"}),
    "extent": frozenset({"serve"}),
    "served_what": frozenset({"serve"}),
}
"""By the field: the answers that it belongs to."""


class ReplyForm(EntryForm):
    """Asks of each answer only what belongs to it."""

    def __init__(self) -> None:
        super().__init__("referral_move", _SPECS)

    def words(self) -> Mapping[str, Words]:
        return {
            "number": Words(self.tr("เลขที่บนใบตอบรับ"), self.tr("เช่น A-0012")),
            "answer": Words(self.tr("หน่วยงานตอบว่า"), missing=self.tr("เลือกคำตอบ")),
            "institution": Words(self.tr("ใครตอบ (หน่วยงานหรือฝ่าย)")),
        }

    def retranslate(self) -> None:
        super().retranslate()
        self.set_choices(
            "answer", [(code, self.codes.label("referral_moves", code)) for code in ANSWERS]
        )
        self.save_button.setText(self.tr("เก็บคำตอบ แล้วคีย์ใบต่อไป"))

    def changed(self) -> None:
        answer = self.values()["answer"]
        for name, answers in _OF.items():
            self.row(name).setHidden(answer not in answers)


class ReplyScreen(Screen):
    """`given(values)`, `drafted(content)`, `asked(number)`, `entered()`;
    `meant(number)` of a slip that is chosen in the place of a number that is nobody's.
    """

    given = Signal(object)
    drafted = Signal(object)
    asked = Signal(str)
    entered = Signal()
    meant = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form, self._card = ReplyForm(), Card("")
        self.whose = ThaiLabel("", "strong")
        self.open_button = Button("", "link", "send")
        self._near_title, self._near = ThaiLabel("", "field"), QVBoxLayout()
        self.near_buttons: list[Button] = []
        self.waiting = WaitingCard()
        self.found: ReferralRow | None = None
        self._likely = ""
        self._card.body.addWidget(self.form)
        self._card.body.addWidget(self.whose)
        self._card.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._card.body.addWidget(self._near_title)
        self._card.body.addLayout(self._near)
        self._card.body.addWidget(self.form.save_button, 0, Qt.AlignmentFlag.AlignRight)
        both = QWidget()
        inside = QVBoxLayout(both)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(16)
        inside.addWidget(self._card)
        inside.addWidget(self.waiting)
        inside.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(Scrolling(both))
        self.form.given.connect(self.given)
        self.form.drafted.connect(self.drafted)
        self.form.edited.connect(self._on_edited)
        self.open_button.clicked.connect(self._on_open)
        self.show_whose(None, "")
        self.show_near(())
        self.adapt()

    def show_whose(self, row: ReferralRow | None, problem: str) -> None:
        """Say whose slip it is, or why that is not known."""
        self.found = row
        parts = (row.name, row.receiver) if row is not None else (problem,)
        self.whose.set_text(" · ".join(filter(None, parts)))
        self.whose.setVisible(any(parts))
        self.open_button.setVisible(row is not None)
        agency = row.receiver if row is not None and row.partner_id is not None else ""
        if self.form.values()["institution"] in ("", self._likely):
            self._likely = agency
            self.form.put("institution", agency)

    def show_near(self, rows: Sequence[ReferralRow]) -> None:
        """Offer slips of which one may be meant."""
        clear_layout(self._near)
        self.near_buttons = []
        for row in rows:
            said = " · ".join(filter(None, (row.number, row.name, row.receiver)))
            button = Button(said, "link", "send")
            button.clicked.connect(lambda _on=False, number=row.number: self.meant.emit(number))
            self.near_buttons.append(button)
            self._near.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._near_title.setVisible(bool(rows))

    def title(self) -> str:
        return self.tr("คีย์ใบตอบรับ")

    def help_text(self) -> str:
        return self.tr(
            "พิมพ์เลขที่บนใบตอบรับ เลือกคำตอบ แล้วกด Ctrl+S ใบเดียวตอบได้หลายครั้งจนกว่าจะปิดเรื่อง\n"
            "ใบที่ยังไม่มีในเครื่องนี้ เก็บคำตอบไว้รอในทุกเครื่อง เมื่อเรื่องซิงก์มาถึง โปรแกรมเดินขั้นให้เอง"
        )

    def save_action(self) -> Action | None:
        return self.form.save

    def first_focus(self) -> QWidget | None:
        return self.form.field("number")

    def enter(self, argument: object) -> None:
        self.entered.emit()

    def refresh(self, kinds: frozenset[str]) -> None:
        if kinds & {REPLY, REFERRAL}:
            self.entered.emit()

    def leave(self) -> None:
        self.form.flush()

    def retranslate(self) -> None:
        self._card.set_title(self.tr("คีย์ใบตอบรับ"), self.tr("เลขที่อยู่มุมบนของใบที่ฉีกส่งคืน"))
        self.open_button.setText(self.tr("เปิดเรื่องนี้"))
        self._near_title.set_text(self.tr("หมายถึงใบใดต่อไปนี้หรือไม่"))

    def _on_edited(self, name: str, value: object) -> None:
        if name == "number":
            self.asked.emit(str(value or ""))

    def _on_open(self) -> None:
        if self.found is not None:
            self.open_requested.emit(REFERRAL, self.found.id)


class ReplyPresenter(QObject):
    """Stores answers; one whose slip has not come yet is kept, and waits for it."""

    def __init__(self, screen: ReplyScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen)
        self._screen, self._services, self._jobs = screen, services, jobs
        self._instead: UUID | None = None
        self.writes = Writes(screen, jobs, services.undo)
        screen.entered.connect(self.begin)
        screen.asked.connect(self.look)
        screen.meant.connect(self.take_meant)
        screen.given.connect(self.store)
        screen.drafted.connect(self.keep)
        screen.waiting.rekey_wanted.connect(self.rekey)
        screen.waiting.drop_wanted.connect(self.drop)

    def begin(self) -> None:
        """Show the form, with what was left half written, and what waits."""
        services, screen = self._services, self._screen

        def ask() -> tuple[KeptDraft | None, CodeBook, tuple[WaitingReply, ...]]:
            codes = CodeBook(services.centre.own_words())
            return services.drafts.load(REPLY, ""), codes, services.referrals.replies()

        def show(found: tuple[KeptDraft | None, CodeBook, tuple[WaitingReply, ...]]) -> None:
            draft, codes, replies = found
            screen.form.set_codes(codes)
            screen.waiting.show_replies(replies, codes)
            if screen.form.untouched:
                screen.form.begin(self._first())
                if draft is not None:
                    screen.form.show_draft(draft.content)
                    self.look(str(draft.content.get("number") or ""))

        self.writes.ask(ask, show)

    def look(self, number: str) -> None:
        """Say whose slip a number is."""
        screen, referrals = self._screen, self._services.referrals
        screen.show_near(())
        if not number.strip():
            screen.show_whose(None, "")
            return
        whom = str(screen.form.values()["institution"] or "")

        def nobodys(error: Exception) -> None:
            screen.show_whose(None, sentence(error))
            self._jobs.run(
                lambda _progress: referrals.near_slips(number, whom),
                screen.show_near,
                owner=screen,
                supersedes=REPLY,
            )

        self._jobs.run(
            lambda _progress: referrals.of_slip(number),
            lambda row: screen.show_whose(row, ""),
            nobodys,
            owner=screen,
            supersedes=REPLY,
        )

    def take_meant(self, number: str) -> None:
        """Put the number of the slip that is meant into the form, and go on from there."""
        form = self._screen.form
        form.put("number", number)
        form.touched()
        self.look(number)
        form.focus_first()

    def store(self, values: Mapping[str, Any]) -> None:
        """Store an answer and begin the next; where its slip is not here yet, it waits."""
        services, screen, instead = self._services, self._screen, self._instead
        number, answer = str(values["number"]), str(values["answer"])
        known = {"number", "answer", *(n for n, of in _OF.items() if answer not in of)}
        facts = {name: each for name, each in filled(values).items() if name not in known}

        def act() -> bool:
            put = services.referrals.answer(number, answer, facts, instead)
            services.drafts.discard(REPLY, "")
            return put is not None

        def done(put: bool) -> None:
            waits = self.tr("ยังไม่มีใบเลขที่ {number} ในเครื่องนี้ เก็บคำตอบไว้รอแล้ว")
            said = self.tr("เก็บคำตอบของ {number} แล้ว") if put else waits
            self._instead = None
            screen.form.begin(self._first())
            screen.show_whose(None, said.replace("{number}", number))
            screen.form.field("number").setFocus(Qt.FocusReason.OtherFocusReason)
            self.begin()

        undo = self.tr("เก็บคำตอบของ {number} แล้ว").replace("{number}", number)
        self.writes.do(act, done, screen.form.refused, undo=undo)

    def rekey(self, reply: WaitingReply) -> None:
        """Put what waits into the form, to be put right and kept instead."""
        form, days = self._screen.form, ("done_on", "until")
        given = {name: each for name, each in reply.facts.items() if name in form.names and each}
        shown = {
            name: PartialDate.from_iso(each) if name in days else each
            for name, each in given.items()
        }
        form.begin({"number": reply.number, "answer": reply.answer, **shown})
        self._instead = reply.id
        self.look(reply.number)
        form.field("number").setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, reply: WaitingReply) -> None:
        """Hide what is no reply; it can be brought back."""
        said = self.tr("เอาใบตอบรับ {number} ออกแล้ว").replace("{number}", reply.number)
        self.writes.do(
            lambda: self._services.referrals.drop_reply(reply.id),
            lambda _done: self.begin(),
            undo=said,
        )

    def keep(self, content: Mapping[str, Any]) -> None:
        """Keep what is half written."""
        self.writes.keep_draft(self._services.drafts, REPLY, "", content)

    def _first(self) -> dict[str, Any]:
        return {"done_on": PartialDate.from_date(self._services.workspace.today())}
