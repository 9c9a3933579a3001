"""The page of one referral: what is asked, of whom, how it stands, and the next step."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.services.all import Services
from desktop.services.referrals.lifecycle import DONE, OUT
from desktop.services.referrals.records import ReferralDetail
from desktop.services.roles import Right
from desktop.services.tries.records import AGAIN_DAYS
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.jobs import Jobs
from desktop.ui.learner_place import ANSWER, PROFILE, VISITS, LearnerPlace, consent_key
from desktop.ui.printing.done_bar import DoneBar
from desktop.ui.printing.presenter import PrintPresenter
from desktop.ui.referrals.course import CourseWords
from desktop.ui.referrals.next_step import ReferralStepWords
from desktop.ui.referrals.words import LETTER, REFERRAL, REFERRALS, SLIP
from desktop.ui.shell.screens import Action
from desktop.ui.subjects.page import SubjectPage
from desktop.ui.subjects.page_presenter import PagePresenter
from desktop.ui.thai_time import shown_iso
from desktop.ui.tries import TryWords
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.labels import StatusPill, ThaiLabel
from desktop.ui.widgets.step_banner import StepBanner
from desktop.ui.widgets.timeline import Timeline

_OUT: Final = frozenset({"sent", "acknowledged", "accepted"})
_ASKED: Final = frozenset({"closed", "followed_up"})

FACTS: Final = (
    FieldSpec("reason", span=12),
    FieldSpec("partner_id", span=12, search="handshake"),
    FieldSpec("receiver_id", span=12, search="user"),
    FieldSpec("service", span=7),
    FieldSpec("urgency", span=5),
    FieldSpec("asked", span=12),
    FieldSpec("done_already", span=12),
    FieldSpec("language", span=5),
    FieldSpec("cautions", span=12),
    FieldSpec("enter_by", span=4, compact=True, ahead=True),
    FieldSpec("stay_until", span=4, compact=True, ahead=True),
    FieldSpec("work_by", span=4, compact=True, ahead=True),
    FieldSpec("note", span=12),
)


class ReferralScreen(SubjectPage[ReferralDetail]):
    """With the next step beside, the papers, and the way to the learner.

    `slip_wanted()`, `letter_wanted()`; `tried()`: `whom` was phoned, and nobody answered.
    """

    slip_wanted = Signal()
    letter_wanted = Signal()
    tried = Signal()

    def __init__(self, rights: Collection[Right]) -> None:
        self.next, self.done_bar = Card(""), DoneBar()
        self.slip_button = Button("", "secondary", "printer")
        self.letter_button = Button("", "link", "printer")
        self.tried_button = Button("", "secondary", "phone")
        self._move, self._to_meet = "", False
        self.step, self.tries = StepBanner(), ThaiLabel("", "caption")
        self.course, self.timeline = Card(""), Timeline()
        self.course.body.addWidget(self.timeline)
        self.pill = StatusPill("", "info", "send")
        self.learner_button = Button("", "link", "user")
        for small in (
            self.pill,
            self.slip_button,
            self.letter_button,
            self.tried_button,
            self.tries,
            self.learner_button,
        ):
            self.next.body.addWidget(small, 0, Qt.AlignmentFlag.AlignLeft)
        reads = (
            "learner", "partner", "person", "consent", "contact", "contact_try",
            "referral_sending",
        )  # fmt: skip
        super().__init__(
            rights, REFERRAL, FACTS, reads, [self.next, self.done_bar], self.step, self.course
        )
        self.step.button.clicked.connect(self._on_step)
        self.timeline.opened.connect(self._on_event)
        self.slip_button.clicked.connect(self.slip_wanted)
        self.letter_button.clicked.connect(self.letter_wanted)
        self.tried_button.clicked.connect(self.tried)
        self.learner_button.clicked.connect(self._open_learner)

    def print_action(self) -> Action | None:
        return None if self.slip_button.isHidden() else self.slip_wanted.emit

    def doubts(self) -> Mapping[str, str]:
        return {
            "tells_home": self.tr("บอกเบอร์โทรหรือที่อยู่ ใบส่งต่อไปถึงหลายมือ บอกเท่าที่จำเป็น"),
            "tells_names": self.tr("เอ่ยชื่อคนในบ้าน ใบส่งต่อไปถึงหลายมือ บอกชื่อเมื่อจำเป็นเท่านั้น"),
        }

    def about(self) -> str:
        return self.tr("ขออะไร ของใคร")

    def show_more(self, detail: ReferralDetail, *, keep: bool) -> None:
        agency = detail.row.receiver if detail.row.partner_id is not None else ""
        told = {"institution": agency} if agency else {}
        likely = dict.fromkeys(("acknowledge", "serve"), told)
        if detail.row.check:
            likely["check"] = {"after_days": detail.row.check}
        self.moves_card.set_likely(likely)

    def retranslate(self) -> None:
        super().retranslate()
        self.next.set_title(self.tr("ใบส่งต่อและการติดต่อ"))
        self.course.set_title(self.tr("เส้นเวลาของเรื่องนี้"))
        if self.detail is None:
            return
        row = self.detail.row
        self._word_step(self.detail)
        self.timeline.show_events(CourseWords().events(self.detail, self.codes))
        self.course.setVisible(bool(self.detail.moves))
        told = [row.number, self.tr("%n วัน", "", row.days) if row.state != "draft" else ""]
        self.pill.set_state(" · ".join(filter(None, told)), "info", "send")
        self.pill.setVisible(any(told))
        may = Right.PRINT in self._rights
        self.slip_button.setText(self.tr("พิมพ์ใบส่งต่อ"))
        self.slip_button.setVisible(may and bool(row.number))
        self.letter_button.setText(self.tr("พิมพ์หนังสือติดตามทุกเรื่องของหน่วยงานนี้"))
        self.letter_button.setVisible(may and row.partner_id is not None and row.state in _OUT)
        whom = {"person": row.name, "agency": row.receiver or self.tr("ผู้รับ")}[self.whom]
        tried = self.tr("โทรหา {who} แล้ว ไม่มีคนรับ").replace("{who}", whom)
        self.tried_button.setText(tried)
        self.tries.set_text(TryWords().log(self.detail.tries, self.codes))
        self.tries.setVisible(bool(self.detail.tries))
        self.tried_button.setVisible(Right.WRITE in self._rights and row.state not in DONE - _ASKED)
        self.learner_button.setText(self.tr("เปิดหน้าของ {name}").replace("{name}", row.name))

    def first_focus(self) -> QWidget | None:
        if self.moves_card.form is not None:
            return super().first_focus()
        if self.step.offers:
            return self.step.button
        row = self.detail.row if self.detail is not None else None
        to_choose = row is not None and row.state == "draft" and not row.receiver
        return self.form.field("partner_id") if to_choose else super().first_focus()

    def _word_step(self, detail: ReferralDetail) -> None:
        words, row = ReferralStepWords(), detail.row
        step, mark = words.step(row, self.codes), words.mark(row)
        if step.move == "close" and detail.heard:
            step = replace(step, title=self.tr("ปิดเรื่อง"), why=self.tr("พบหรือตามถามหลังได้รับบริการแล้ว"))
        title = self.tr("ขั้นต่อไป: {step}").replace("{step}", step.title)
        due = self.tr("ภายใน {day}").replace("{day}", shown_iso(step.due)) if step.due else ""
        why = " · ".join(filter(None, (step.why, due)))
        asks = row.no_consent or row.asks_consent
        self._move = "" if asks else step.move
        label = (
            self.codes.label("referral_moves", step.move) if self._move in detail.possible else ""
        )
        if asks:
            label = self.tr("ขอความยินยอม")
        self._to_meet = self._move == "close" and not detail.heard
        if self._to_meet:
            label = self.tr("บันทึกการพบ")
        label = label if Right.WRITE in self._rights else ""
        tone = "info" if mark.tone == "neutral" else mark.tone
        self.step.show_step(title, why, label, tone, mark.icon if mark.word else "arrow-right")

    def _on_step(self) -> None:
        if self._to_meet and self.detail is not None:
            self.open_requested.emit("learner", LearnerPlace(self.detail.row.learner_id, VISITS))
        elif self._move:
            self.moves_card.begin(self._move)
        elif self.detail is not None:
            row = self.detail.row
            asked = f"{ANSWER}:{consent_key('referral', row.receiver)}"
            self.open_requested.emit("learner", LearnerPlace(row.learner_id, PROFILE, asked))

    def _on_event(self, key: str) -> None:
        kind, _, known = key.partition(":")
        if self.detail is not None and kind == "contact":
            place = LearnerPlace(self.detail.row.learner_id, VISITS, known)
            self.open_requested.emit("learner", place)

    @property
    def whom(self) -> str:
        """Whom one phones at this point, a code of `contact_whom`: the agency while it has it."""
        state = self.detail.row.state if self.detail is not None else ""
        return "agency" if state in OUT else "person"

    def _open_learner(self) -> None:
        if self.detail is not None:
            self.open_requested.emit("learner", LearnerPlace(self.detail.row.learner_id))

    def help_text(self) -> str:
        return self.tr(
            "ทุกช่องเก็บเองเมื่อพิมพ์เสร็จ ปุ่มด้านขวาบอกว่าเรื่องเดินถึงไหน แต่ละปุ่มถามสิ่งที่ต้องรู้\n"
            "ส่งได้เมื่อมีความยินยอมให้ส่งต่อให้ผู้รับรายนี้ หรือเลือกฐานอื่นพร้อมเหตุผล\n"
            "สิ่งที่ส่งไปถูกเก็บไว้ตามตัวอักษร แก้ทีหลังไม่ได้"
        )


class ReferralPresenter(PagePresenter):
    """Answers the page of one referral."""

    def __init__(self, screen: ReferralScreen, services: Services, jobs: Jobs) -> None:
        super().__init__(screen, services, jobs, services.referrals, REFERRALS)
        self._referral = screen
        self.printing = PrintPresenter(screen, screen.done_bar, services, jobs)
        screen.slip_wanted.connect(self.print_slip)
        screen.letter_wanted.connect(self.print_letter)
        screen.tried.connect(self.note_try)

    def note_try(self) -> None:
        """Note that whoever is to be asked now was phoned in vain, to be phoned again."""
        services, whom = self._services, self._referral.whom
        again = services.workspace.today() + timedelta(AGAIN_DAYS[REFERRAL])
        self.write(
            lambda known: services.tries.note(REFERRAL, known, {"whom": whom}),
            undo=TryWords().noted(again),
        )

    def print_slip(self) -> None:
        """Ask how, then print what was sent, with the reply to tear off."""
        detail, slips = self._page.detail, self._services.referral_slips
        if detail is not None:
            known = detail.row.id
            self.printing.print_list(SLIP, lambda path, looks: slips.write_slip(path, known, looks))

    def print_letter(self) -> None:
        """Ask how, then print all that the agency has not answered."""
        detail, slips = self._page.detail, self._services.referral_slips
        if detail is not None and detail.row.partner_id is not None:
            agency = detail.row.partner_id
            self.printing.print_list(
                LETTER, lambda path, looks: slips.write_letter(path, agency, looks)
            )
