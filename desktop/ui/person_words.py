"""Words about a person that their page, the lists, the form, imports and duplicates share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from desktop.models.dates import Age
from desktop.services.centre import VillageLine
from desktop.ui.record_names import code_name
from desktop.ui.widgets.choice_popup import Choice
from desktop.ui.widgets.labels import Tone
from resources.words.codes import codes_of

STATUS_TONES: dict[str, Tone] = {
    "studying": "success",
    "out_of_school": "warning",
    "at_risk": "warning",
    "general": "info",
    "completed": "success",
    "unknown": "neutral",
}
PLAN_TONES: dict[str, Tone] = {
    "draft": "neutral",
    "agreed": "info",
    "active": "success",
    "reviewed": "info",
    "closed": "neutral",
}
CONTACT_ICONS = {
    "home_visit": "house",
    "phone": "phone",
    "message": "message-square",
    "radio": "message-square",
    "centre_visit": "door-open",
    "school_visit": "graduation-cap",
    "work_visit": "sprout",
    "meeting": "users",
    "family_talk": "users-round",
    "case_conference": "users",
    "referral": "send",
}


class PersonWords(QObject):
    """Sentences about one person."""

    def age(self, age: Age | None) -> str:
        """`อายุ 9 ปี`, `อายุประมาณ 9 ปี`, or that it is not known."""
        if age is None:
            return self.tr("ไม่ทราบอายุ")
        if age.approximate:
            return self.tr("อายุประมาณ %n ปี", "", age.years)
        return self.tr("อายุ %n ปี", "", age.years)

    def village(self, moo: str, name: str = "") -> str:
        """`หมู่ 4 บ้านดอยตัวอย่าง`, or that it is not known."""
        if not moo:
            return name or self.tr("ยังไม่ระบุหมู่บ้าน")
        numbered = self.tr("หมู่ {moo}").replace("{moo}", moo)
        return f"{numbered} {name}".strip()

    def agreements(self, reasons: tuple[str, ...]) -> str:
        """What two records of perhaps one person have in common, in one line.

        A reason that only a newer version knows is one more thing, whatever it is called.
        """
        known = codes_of("agreement")
        said = [code_name("agreement", reason) for reason in reasons if reason in known]
        if len(said) < len(reasons):
            said.append(self.tr("และอย่างอื่นที่ตรงกัน"))
        return " · ".join(said)


def village_choices(villages: Iterable[VillageLine]) -> list[Choice]:
    """The villages as a field of a form offers them, by their ids."""
    words = PersonWords()
    return [(line.id.hex, words.village(line.moo, line.name)) for line in villages]
