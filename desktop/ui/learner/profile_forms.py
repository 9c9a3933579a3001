"""Which fields stand in which card of ประวัติและครอบครัว, and how their records are summed up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject

from desktop.models.identity import checksum_ok, format_national
from desktop.ui.code_book import CodeBook
from desktop.ui.learner.record_form import FieldSpec
from desktop.ui.learner.record_list import Pill
from desktop.ui.thai_time import shown_iso

NAMES = (
    FieldSpec("title", span=2),
    FieldSpec("given", span=5, required=True),
    FieldSpec("surname", span=5),
    FieldSpec("nickname", span=4),
    FieldSpec("call_as", span=4),
    FieldSpec("middle", span=4),
    FieldSpec("own_name", span=6),
    FieldSpec("former_names", "lines", span=6, lines=1),
)
PERSON = (
    FieldSpec("birth", "date", span=8),
    FieldSpec("sex", "choice", "sex", span=4),
    FieldSpec("status", "choice", "status", span=4),
    FieldSpec("case_step", "choice", "case_steps", span=4),
    FieldSpec("facilitator_id", "own", span=4),
    FieldSpec("note", "area", span=12),
)
PLACE = (
    FieldSpec("village", "own", span=5),
    FieldSpec("hamlet_id", "own", span=4),
    FieldSpec("house_number", span=3),
    FieldSpec("address", span=8),
    FieldSpec("phone", span=4),
)
LANGUAGES = (
    FieldSpec("mother_tongue", "choice", "languages"),
    FieldSpec("talk_language", "choice", "languages"),
    FieldSpec("interpreter_needed", "yes_no"),
)
LEVELS = (
    FieldSpec("level_current", "choice", "levels", span=4),
    FieldSpec("current_place", span=8),
    FieldSpec("level_last", "choice", "levels", span=4),
    FieldSpec("last_place", span=8),
    FieldSpec("level_completed", "choice", "levels", span=4),
    FieldSpec("last_left", "date", span=8),
    FieldSpec("interests", "area", span=6),
    FieldSpec("occupation", span=6),
)
EDUCATION = (
    FieldSpec("level", "choice", "levels", span=4),
    FieldSpec("place", span=8),
    FieldSpec("pathway", "choice", "pathways", span=6),
    FieldSpec("outcome", span=6),
    FieldSpec("started", "date", span=6),
    FieldSpec("ended", "date", span=6),
    FieldSpec("credits", span=3),
    FieldSpec("hours", span=3),
    FieldSpec("note", span=6),
)
CARERS = (
    FieldSpec("name", span=5, required=True),
    FieldSpec("relation", "choice", "relations", span=4),
    FieldSpec("phone", span=3),
    FieldSpec("cares_daily", "yes_no", span=4),
    FieldSpec("parental_power", "yes_no", span=4),
    FieldSpec("language", "choice", "languages", span=4),
    FieldSpec("occupation", span=4),
    FieldSpec("note", span=8),
)
HOUSEHOLD = (
    FieldSpec("family_status", span=6),
    FieldSpec("members", span=2),
    FieldSpec("income_per_person", span=4),
    FieldSpec("poverty_items", "many", "poverty_items", span=12),
    FieldSpec("travel", span=6),
    FieldSpec("note", span=6),
)
PAPERS = (
    FieldSpec("issuer", span=4),
    FieldSpec("seen_by", span=4),
    FieldSpec("copy_kept", "yes_no", span=4),
    FieldSpec("issued_on", "date", span=6),
    FieldSpec("expires_on", "date", span=6),
    FieldSpec("note", span=12),
)
PRIVATE = (
    FieldSpec("disability_education", "many", "disability_education", span=12),
    FieldSpec("disability_welfare", "many", "disability_welfare", span=12),
    FieldSpec("disability_suspected", "yes_no", span=4),
    FieldSpec("disability_note", span=8),
    FieldSpec("health_note", "area", span=8),
    FieldSpec("treatment_right", span=4),
    FieldSpec("welfare", "many", "welfare", span=12),
    FieldSpec("ethnic_groups", "many", "ethnic_groups", span=8),
    FieldSpec("ethnic_own_name", span=4),
    FieldSpec("religion", "choice", "religions", span=4),
    FieldSpec("disadvantaged_types", "many", "disadvantaged_types", span=8),
    FieldSpec("justice_note", "area", span=6),
    FieldSpec("harm_note", "area", span=6),
)
CONSENT = (
    FieldSpec("granted", "own", span=4, required=True),
    FieldSpec("also", "many", "consent_purposes", span=8),
    FieldSpec("situation", "choice", "consent_situations", span=6),
    FieldSpec("recipient", span=6),
    FieldSpec("signer", span=5),
    FieldSpec("signer_relation", "choice", "relations", span=3),
    FieldSpec("signer_power", "choice", "signer_powers", span=4),
    FieldSpec("child_agrees", "yes_no", span=3),
    FieldSpec("means", "choice", "consent_means", span=5),
    FieldSpec("witnesses", "lines", span=4, lines=1),
    FieldSpec("language", "choice", "languages", span=4),
    FieldSpec("read_aloud", "yes_no", span=3),
    FieldSpec("interpreter", span=5),
    FieldSpec("signed_on", "day", span=6),
    FieldSpec("until", "day", span=6),
    FieldSpec("data_items", "many", "consent_data", span=8),
    FieldSpec("form_version", span=4),
    FieldSpec("basis", "choice", "legal_bases", span=4),
    FieldSpec("basis_reason", span=8),
    FieldSpec("note", span=12),
)
WITHDRAWAL = (
    FieldSpec("withdrawn_by", span=6),
    FieldSpec("withdrawn_on", "day", span=6),
    FieldSpec("withdrawal_note", span=12),
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
