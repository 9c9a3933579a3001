"""Which fields stand in which card of ประวัติและครอบครัว, and how their records are summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.models.fields import Field
from desktop.models.identity import checksum_ok, format_national
from desktop.ui.code_book import CodeBook
from desktop.ui.forms.record_list import Pill
from desktop.ui.forms.spec import FieldSpec
from desktop.ui.thai_time import shown_iso

NAMES = (
    FieldSpec("title", 2),
    FieldSpec("given", 5),
    FieldSpec("surname", 5),
    FieldSpec("nickname"),
    FieldSpec("call_as"),
    FieldSpec("middle"),
    FieldSpec("own_name", 6),
    FieldSpec("former_names", 6, meaning=Field("lines"), lines=1),
)
PERSON = (
    FieldSpec("birth", 8),
    FieldSpec("sex"),
    FieldSpec("status"),
    FieldSpec("case_step"),
    FieldSpec("facilitator_id"),
    FieldSpec("note", 12),
)
PLACE = (
    FieldSpec("village", 5, meaning=Field("code")),
    FieldSpec("hamlet_id", 4),
    FieldSpec("house_number", 3),
    FieldSpec("address", 8, lines=1),
    FieldSpec("phone"),
)
LANGUAGES = (
    FieldSpec("mother_tongue"),
    FieldSpec("talk_language"),
    FieldSpec("interpreter_needed"),
)
LEVELS = (
    FieldSpec("level_current"),
    FieldSpec("current_place", 8),
    FieldSpec("level_last"),
    FieldSpec("last_place", 8),
    FieldSpec("level_completed"),
    FieldSpec("last_left", 8),
    FieldSpec("interests", 6),
    FieldSpec("occupation", 6),
)
EDUCATION = (
    FieldSpec("level"),
    FieldSpec("place", 8),
    FieldSpec("pathway", 6),
    FieldSpec("outcome", 6),
    FieldSpec("started", 6),
    FieldSpec("ended", 6, ahead=True),
    FieldSpec("credits", 3),
    FieldSpec("hours", 3),
    FieldSpec("note", 6, lines=1),
)
CARERS = (
    FieldSpec("name", 5),
    FieldSpec("relation"),
    FieldSpec("phone", 3),
    FieldSpec("cares_daily"),
    FieldSpec("parental_power"),
    FieldSpec("language"),
    FieldSpec("occupation"),
    FieldSpec("note", 8, lines=1),
    FieldSpec("person_id", 12, search="user"),
)
HOUSEHOLD = (
    FieldSpec("family_status", 6),
    FieldSpec("members", 2),
    FieldSpec("income_per_person"),
    FieldSpec("poverty_items", 12),
    FieldSpec("travel", 6, lines=1),
    FieldSpec("note", 6, lines=1),
)
PAPERS = (
    FieldSpec("issuer"),
    FieldSpec("seen_by"),
    FieldSpec("copy_kept"),
    FieldSpec("issued_on", 6),
    FieldSpec("expires_on", 6, ahead=True),
    FieldSpec("note", 12, lines=1),
)
PRIVATE = (
    FieldSpec("disability_education", 12),
    FieldSpec("disability_welfare", 12),
    FieldSpec("disability_suspected"),
    FieldSpec("disability_note", 8, lines=1),
    FieldSpec("health_note", 8),
    FieldSpec("treatment_right"),
    FieldSpec("welfare", 12),
    FieldSpec("ethnic_groups", 8),
    FieldSpec("ethnic_own_name"),
    FieldSpec("religion"),
    FieldSpec("disadvantaged_types", 8),
    FieldSpec("justice_note", 6),
    FieldSpec("harm_note", 6),
)
CONSENT = (
    FieldSpec("granted", required=True, meaning=Field("code")),
    FieldSpec("also", 8, meaning=Field("codes", vocabulary="consent_purposes")),
    FieldSpec("situation", 6),
    FieldSpec("recipient", 6),
    FieldSpec("signer", 5),
    FieldSpec("signer_relation", 3),
    FieldSpec("signer_power"),
    FieldSpec("child_agrees", 3),
    FieldSpec("means", 5),
    FieldSpec("witnesses", lines=1),
    FieldSpec("language"),
    FieldSpec("read_aloud", 3),
    FieldSpec("interpreter", 5),
    FieldSpec("signed_on", 6, compact=True),
    FieldSpec("until", 6, compact=True, ahead=True),
    FieldSpec("data_items", 8),
    FieldSpec("form_version"),
    FieldSpec("basis"),
    FieldSpec("basis_reason", 8, lines=1),
    FieldSpec("note", 12, lines=1),
)
WITHDRAWAL = (
    FieldSpec("withdrawn_by", 6),
    FieldSpec("withdrawn_on", 6, compact=True),
    FieldSpec("withdrawal_note", 12, lines=1),
)


class Summaries(QObject):
    """One line for a record that is folded up."""

    def __init__(self) -> None:
        super().__init__()
        self.codes = CodeBook()

    def carer(self, values: Mapping[str, Any]) -> tuple[str, str, Sequence[Pill]]:
        """Name and relation; what they do for the learner."""
        pills: list[Pill] = []
        if values.get("cares_daily"):
            pills.append((self.tr("ผู้ดูแลจริง"), "success", "house"))
        if values.get("parental_power"):
            pills.append((self.tr("ใช้อำนาจปกครอง"), "info", "signature"))
        relation = self.codes.label("relations", values.get("relation"))
        parts = [relation, values.get("phone") or "", values.get("occupation") or ""]
        return str(values.get("name") or ""), "  ·  ".join(p for p in parts if p), pills

    def education(self, values: Mapping[str, Any]) -> tuple[str, str, Sequence[Pill]]:
        """Level and place; from when to when."""
        level = self.codes.label("levels", values.get("level"))
        title = " · ".join(part for part in (level, values.get("place") or "") if part)
        days = [shown_iso(values.get("started")), shown_iso(values.get("ended"))]
        span = " – ".join(days) if any(days) else ""
        parts = [span.strip(" –") if not days[1] else span, values.get("outcome") or ""]
        if days[0] and not days[1]:
            parts[0] = self.tr("ตั้งแต่ {date}").replace("{date}", days[0])
        return title, "  ·  ".join(part for part in parts if part), ()

    def paper(self, values: Mapping[str, Any]) -> tuple[str, str, Sequence[Pill]]:
        """Kind and number; whether it is the one in use and whether it was checked."""

        kind, value = str(values.get("code_kind") or ""), str(values.get("value") or "")
        names = {
            "national": self.tr("เลขประจำตัว 13 หลัก"),
            "g_code": self.tr("รหัส G"),
            "local": self.tr("รหัสชั่วคราวของศูนย์"),
        }
        title = names.get(kind) or self.codes.label("identity_papers", kind)
        shown = format_national(value) if kind == "national" else value
        pills: list[Pill] = []
        if not values.get("current", True):
            pills.append((self.tr("เลขเดิม"), "neutral", "history"))
        if kind == "national" and not checksum_ok(value):
            pills.append((self.tr("เลขไม่ผ่านการตรวจ"), "warning", ""))
        parts = [shown]
        if values.get("seen_by"):
            parts.append(self.tr("ผู้เห็น {name}").replace("{name}", str(values["seen_by"])))
        if values.get("expires_on"):
            until = self.tr("หมดอายุ {date}").replace("{date}", shown_iso(values["expires_on"]))
            parts.append(until)
        return title, "  ·  ".join(parts), pills
