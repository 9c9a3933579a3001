"""What one knows of a learner at the first meeting, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from desktop.models.fields import Field
from desktop.models.titles import canonical_title
from desktop.ui.forms.entry_form import EntryForm
from desktop.ui.forms.field import FormField
from desktop.ui.forms.fields import CodeField, LineField
from desktop.ui.forms.record_form import Words
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.widgets.identity_field import IdentityField

COMMON_TITLES = ("เด็กชาย", "เด็กหญิง", "นาย", "นางสาว", "นาง", "พระ", "สามเณร", "แม่ชี")
_SEX_OF = {
    **dict.fromkeys(("เด็กชาย", "นาย", "พระ", "สามเณร"), "male"),
    **dict.fromkeys(("นางสาว", "นาง", "แม่ชี"), "female"),
}


class TitleField(LineField):
    """A title, of which the usual ones are offered."""

    def __init__(self) -> None:
        super().__init__()
        completer = QCompleter(COMMON_TITLES, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.line.setCompleter(completer)


class NumberOfPerson(FormField):
    """Thirteen digits, a G code or nothing; what looks wrong is warned of and may be confirmed."""

    complains = True

    def __init__(self) -> None:
        self.number = IdentityField()
        super().__init__(self.number)
        self.number.changed.connect(lambda _identity: self.touched.emit())
        self.number.settled.connect(lambda _identity: self.settled.emit())

    def value(self) -> str:
        return self.number.text().strip()

    def put(self, value: Any) -> None:
        kept = value if isinstance(value, Mapping) else {"number": value}
        self.number.set_identity(
            str(kept.get("number") or ""), confirmed=bool(kept.get("confirmed"))
        )

    def plain(self) -> dict[str, Any]:
        return {"number": self.value(), "confirmed": self.number.confirmed}

    @property
    def busy(self) -> bool:
        return super().busy or self.number.unsaved


class NewLearnerForm(EntryForm):
    """A learner, and who cares for them."""

    def __init__(self) -> None:
        self.sex, self.title = CodeField("sex"), TitleField()
        self._sex_by_hand = False
        super().__init__(
            "learner",
            (
                FieldSpec("title", 3, slot=lambda: self.title),
                FieldSpec("given", 4),
                FieldSpec("surname", 5),
                FieldSpec("nickname", 4),
                FieldSpec("sex", 3, slot=lambda: self.sex),
                FieldSpec("village", 5, meaning=Field("code")),
                FieldSpec("birth", 12),
                FieldSpec("identity", 12, meaning=Field("plain"), slot=NumberOfPerson),
                FieldSpec("carer", 5, of="carer.name", required=False),
                FieldSpec("relation", 3, of="carer.relation"),
                FieldSpec("phone", 4, of="carer.phone"),
            ),
        )
        self.sex.choice.chosen.connect(self._on_sex_chosen)
        self.title.line.editingFinished.connect(self._guess_sex)

    def begin(self, values: Mapping[str, Any] | None = None) -> None:
        super().begin(values)
        self._sex_by_hand = False

    def show_draft(self, content: Mapping[str, Any]) -> None:
        super().show_draft(content)
        self._sex_by_hand = bool(self.values()["sex"])

    def problems(self) -> dict[str, str]:
        found = super().problems()
        values = self.values()
        if (values["phone"].strip() or values["relation"]) and not values["carer"].strip():
            found["carer"] = self.tr("พิมพ์ชื่อผู้ดูแล หรือลบเบอร์โทรและความเกี่ยวข้องออก")
        return found

    def show_problem(self, name: str, text: str) -> None:
        # The service calls the number by its kind; the form has one field for all kinds.
        super().show_problem("identity" if name in ("national_id", "g_code") else name, text)

    def words(self) -> Mapping[str, Words]:
        return {
            "given": Words(missing=self.tr("พิมพ์ชื่อก่อน นามสกุลเว้นว่างได้")),
            "identity": Words(self.tr("เลขประจำตัว")),
            "carer": Words(self.tr("ผู้ดูแล")),
            "phone": Words(self.tr("โทรศัพท์ของผู้ดูแล")),
        }

    def _guess_sex(self) -> None:
        """Choose the sex that a title tells, until the person has chosen it."""
        typed = self.title.value()
        title = canonical_title(typed) or typed.strip()
        sex = "female" if title.endswith("หญิง") else _SEX_OF.get(title)
        if sex and not self._sex_by_hand:
            self.sex.put(sex)

    def _on_sex_chosen(self, _code: str) -> None:
        self._sex_by_hand = True
