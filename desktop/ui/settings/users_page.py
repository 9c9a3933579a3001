"""Users: who works here, in which role, and their passcodes."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.errors import UserError
from desktop.keys import check_new_passcode
from desktop.models import vocabulary
from desktop.models.fields import Field
from desktop.services.users import UserLine
from desktop.ui import wording
from desktop.ui.forms.record_form import RecordForm
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.settings.page import Page
from desktop.ui.theme import theme
from desktop.ui.translation import language
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.cards import Card
from desktop.ui.widgets.data_table import DataTable
from desktop.ui.widgets.folding import Folding
from desktop.ui.widgets.form_row import FormRow
from desktop.ui.widgets.labels import ThaiLabel
from desktop.ui.widgets.layouts import beside
from desktop.ui.widgets.scrolling import Scrolling
from desktop.ui.widgets.table_model import Column, DataclassTableModel
from desktop.ui.widgets.text_fields import PasscodeField, TextField

ROLES = ("facilitator", "officer", "administrator", "viewer")
FIELDS = (
    FieldSpec("role", 12, required=True, meaning=Field("code")),
    FieldSpec("sees_sensitive", 12, tick=True),
    FieldSpec("position", 6),
    FieldSpec("phone", 6),
)


class _Table(DataTable[UserLine]):
    def __init__(self) -> None:
        columns: list[Column[UserLine]] = [
            Column(
                "name",
                lambda: self.tr("ชื่อ"),
                lambda row: row.name,
                width=0,
                icon=lambda row: ("user", "primary" if row.active else "muted"),
            ),
            Column(
                "role",
                lambda: self.tr("บทบาท"),
                lambda row: role_label(row.role),
                width=160,
                spare=1,
            ),
            Column("state", lambda: self.tr("สถานะ"), self._state, width=120, spare=2),
        ]
        super().__init__(DataclassTableModel(columns, lambda row: row.id))
        self.view.setSortingEnabled(False)

    def retranslate(self) -> None:
        super().retranslate()
        self.set_name(self.tr("ผู้ใช้"))

    def _state(self, row: UserLine) -> str:
        if not row.active:
            return self.tr("หยุดใช้แล้ว")
        if not row.can_sign_in:
            return self.tr("ยังไม่มีรหัส")
        return self.tr("เข้าใช้ได้")


class UsersPage(Page):
    """Wishes: `added(name, role, passcode, own)`, `passcode_given(id, passcode, own)`,
    `own_changed(old, new)`, `edited(id, {field: value})`, `active_changed(id, bool)`.
    """

    added = Signal(str, str, str, str)
    passcode_given = Signal(object, str, str)
    own_changed = Signal(str, str)
    edited = Signal(object, object)
    active_changed = Signal(object, bool)

    def __init__(self) -> None:
        super().__init__(scrolls=False)
        self._users: dict[UUID, UserLine] = {}
        self._shown: UUID | None = None
        self._me: UUID | None = None
        self._allowed = True
        self._adding = False
        self.table = _Table()
        self.new_button = Button("", "secondary", "user-plus")
        self._card = Card()
        self.detail = Scrolling(self._card)
        self.name = TextField()
        self.form = RecordForm("user", FIELDS)
        self.passcode, self.again, self.own = PasscodeField(), PasscodeField(), PasscodeField()
        self.name_row = FormRow(self.name, required=True)
        self._secret = ThaiLabel("", "strong")
        self.passcode_row, self.again_row = FormRow(self.passcode), FormRow(self.again)
        self.own_row = FormRow(self.own)
        self.save_button = Button("", "primary", "check")
        self.active_button = Button("", "quiet", "log-out")
        self._lay_out()
        self.table.current_changed.connect(self._show_user)
        self.new_button.clicked.connect(self.begin_adding)
        self.save_button.clicked.connect(self._on_save)
        self.active_button.clicked.connect(self._on_active)
        self.form.edited.connect(self._edit)
        self.adapt()

    def show_users(self, users: Sequence[UserLine], me: UUID, *, allowed: bool) -> None:
        """Show them; `allowed`: who is signed in may change others."""
        self._users = {each.id: each for each in users}
        self._me, self._allowed = me, allowed
        self.table.model.set_rows(list(users))
        self.table.show_table()
        self.new_button.setVisible(allowed)
        if not self._adding:
            kept = self._shown if self._shown in self._users else me
            if not self.table.go_to(kept):
                return
            self._show_user(kept)

    def begin_adding(self) -> None:
        """Show the form for somebody new."""
        self.flush()
        self._adding = True
        self._shown = None
        self.table.view.clearSelection()
        self.name.set_value("")
        self.form.show_values({"role": "facilitator"}, keep=False)
        self._clear_secrets()
        self._word_card()
        self.name.setFocus()

    def show_saved(self, text: str) -> None:
        """What was asked is done; the passcodes leave the fields."""
        self._adding = False
        self._clear_secrets()
        self.show_done(text)

    def retranslate(self) -> None:
        self.set_words(self.tr("ผู้ใช้และรหัสผ่าน"), self.tr("แต่ละคนมีรหัสของตัวเอง ทุกการแก้ไขจะรู้ว่าใครทำ"))
        self.new_button.setText(self.tr("เพิ่มผู้ใช้"))
        self.name_row.set_words(self.tr("ชื่อที่เห็นตอนเข้าใช้งาน"))
        self.form.set_choices("role", [(code, role_label(code)) for code in ROLES])
        self._word_card()

    def redress(self) -> None:
        super().redress()
        # The words of an empty table are wider than the table needs to be.
        self.table.setMinimumWidth(theme().px(300))

    def flush(self) -> None:
        self.form.flush()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.table, 1)
        left.addWidget(self.new_button, 0, Qt.AlignmentFlag.AlignLeft)
        body = self._card.body
        body.setSpacing(10)
        body.addWidget(self.name_row)
        body.addWidget(self.form)
        body.addWidget(self._secret)
        body.addWidget(self.own_row)
        body.addLayout(beside(self.passcode_row, self.again_row))
        foot = QHBoxLayout()
        foot.addWidget(self.save_button)
        foot.addStretch(1)
        foot.addWidget(self.active_button)
        body.addLayout(foot)
        body.addStretch(1)
        row = Folding()
        row.add(left, 5)
        row.add(self.detail, 4)
        self.content.addWidget(row, 1)

    def _show_user(self, user_id: object) -> None:
        self.detail.begin_for(user_id)
        line = self._users.get(user_id) if isinstance(user_id, UUID) else None
        if line is None:
            return
        self._adding = False
        same = line.id == self._shown
        if not same:
            self.flush()
            self._clear_secrets()
        self._shown = line.id
        values = {name: getattr(line, name) for name in self.form.names}
        self.form.show_values(values, keep=same)
        self._word_card()

    def _word_card(self) -> None:
        line = self._users.get(self._shown) if self._shown else None
        mine = line is not None and line.id == self._me
        if self._adding:
            self._card.set_title(self.tr("ผู้ใช้ใหม่"))
        else:
            self._card.set_title(line.name if line else "", role_label(line.role) if line else "")
        self.name_row.setVisible(self._adding)
        self.form.row("role").setVisible(self._allowed)
        officer = line is not None and line.role == "officer" and not self._adding
        self.form.row("sees_sensitive").setVisible(self._allowed and officer)
        for name in ("position", "phone"):
            self.form.row(name).setVisible(self._allowed and not self._adding)
        secret = self._adding or mine or (self._allowed and line is not None and line.active)
        for part in (self.passcode_row, self.again_row, self.own_row, self.save_button):
            part.setVisible(secret)
        self._secret.setVisible(secret and not self._adding)
        self._secret.set_text(self.tr("เปลี่ยนรหัสผ่านของฉัน") if mine else self.tr("ตั้งรหัสผ่านใหม่ให้คนนี้"))
        self.own_row.set_words(
            self.tr("รหัสเดิม") if mine else self.tr("รหัสผ่านของคุณ"),
            "" if mine else self.tr("ยืนยันว่าเป็นคุณ"),
        )
        self.passcode_row.set_words(self.tr("รหัสใหม่"), wording.passcode_rule())
        self.again_row.set_words(self.tr("รหัสใหม่อีกครั้ง"))
        self.save_button.setText(self.tr("เพิ่มผู้ใช้นี้") if self._adding else self.tr("เปลี่ยนรหัสผ่าน"))
        self.active_button.setVisible(self._allowed and line is not None and not mine)
        if line is not None:
            self.active_button.setText(
                self.tr("หยุดให้เข้าใช้") if line.active else self.tr("ให้กลับมาใช้")
            )

    def _on_save(self) -> None:
        new, own = self.passcode.value(), self.own.value()
        weak = self._weakness(new)
        self.passcode_row.set_error(weak)
        differ = not weak and new != self.again.value()
        self.again_row.set_error(self.tr("สองครั้งยังไม่เหมือนกัน ลองพิมพ์ใหม่") if differ else "")
        self.own_row.set_error("" if own else self.tr("พิมพ์รหัสนี้ก่อน"))
        nameless = self._adding and not self.name.value().strip()
        self.name_row.set_error(self.tr("ใส่ชื่อก่อน") if nameless else "")
        if weak or differ or not own or nameless:
            return
        if self._adding:
            self.added.emit(self.name.value().strip(), self.form.values()["role"], new, own)
        elif self._shown == self._me:
            self.own_changed.emit(own, new)
        elif self._shown is not None:
            self.passcode_given.emit(self._shown, new, own)

    def _weakness(self, passcode: str) -> str:
        line = self._users.get(self._shown) if self._shown and not self._adding else None
        name = self.name.value() if self._adding else line.name if line else ""
        try:
            check_new_passcode(passcode, name, [self.form.values()["phone"]])
        except UserError as error:
            return wording.sentence(error)
        return ""

    def _on_active(self) -> None:
        line = self._users.get(self._shown) if self._shown else None
        if line is not None:
            self.active_changed.emit(line.id, not line.active)

    def _edit(self, name: str, value: object) -> None:
        if self._shown is not None and not self._adding:
            self.edited.emit(self._shown, {name: value})

    def _clear_secrets(self) -> None:
        for field, row in (
            (self.passcode, self.passcode_row),
            (self.again, self.again_row),
            (self.own, self.own_row),
        ):
            field.clear()
            row.set_error("")


def role_label(code: str) -> str:
    """What a role is called."""
    return vocabulary.load("user_roles").label(code, language().value)
