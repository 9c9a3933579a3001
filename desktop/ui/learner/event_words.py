"""Events of a learner's timeline into words and pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.timeline import TimelineEvent as Happened
from desktop.ui.code_book import CodeBook
from desktop.ui.person_words import CONTACT_ICONS
from desktop.ui.thai_time import shown_iso
from desktop.ui.translation import language
from desktop.ui.widgets.hett_style import dimensions
from desktop.ui.widgets.timeline import TimelineEvent
from resources.words.names import of_newer


class EventWords(QObject):
    """Words every kind of event."""

    def worded(self, happened: Happened, codes: CodeBook) -> TimelineEvent:
        """The event as the timeline shows it; its key is `kind:record id`."""
        title, detail, icon, role = self._worded(happened, codes)
        year = shown_iso(happened.on[:4])
        return TimelineEvent(
            key=f"{happened.kind}:{happened.record_id}",
            when=shown_iso(happened.on),
            title=title,
            detail=detail,
            icon=icon,
            role=role,
            group=year,
        )

    def _worded(self, one: Happened, codes: CodeBook) -> tuple[str, str, str, str]:
        plain = {
            "registered": (self.tr("รับเข้าทะเบียน"), "user-plus", "success"),
            "plan_started": (self.tr("เริ่มแผนรายบุคคล"), "notebook-pen", "primary"),
            "plan_agreed": (self.tr("ตกลงแผนรายบุคคล"), "signature", "success"),
            "plan_closed": (self.tr("ปิดแผนรายบุคคล"), "circle-check", "muted"),
            "paper_issued": (self.tr("ได้เอกสาร"), "file-check", "primary"),
        }
        if one.kind == "contact":
            text = one.text
            if one.values.get("next_on"):
                promise = self.tr("นัดต่อ {date} {text}")
                promise = promise.replace("{date}", shown_iso(one.values["next_on"]))
                text += "\n" + promise.replace("{text}", one.values.get("next_text", "")).strip()
            icon = CONTACT_ICONS.get(one.code, "message-square")
            return codes.label("contact_kinds", one.code), text, icon, "primary"
        if one.kind == "contact_try":
            parts = [
                codes.label("contact_results", one.values["result"]),
                codes.label("contact_whom", one.values["whom"]) if one.values["whom"] else "",
                one.text,
            ]
            title = self.tr("พยายามติดต่อ · {way}").replace(
                "{way}", codes.label("contact_kinds", one.code)
            )
            return title, " · ".join(filter(None, parts)), "phone", "muted"
        if one.kind == "assessment":
            title = self.tr("ประเมิน HETT · {round}")
            levels = "  ".join(
                f"{part.letter} {one.values['averages'][part.code]:.1f}"
                for part in dimensions()
                if part.code in one.values["averages"]
            )
            return (
                title.replace("{round}", codes.label("rounds", one.code)),
                levels,
                "radar",
                "primary",
            )
        if one.kind == "review":
            title = self.tr("ทบทวนแผน · {result}")
            word = codes.label("review_results", one.code)
            return title.replace("{result}", word), one.text, "refresh-cw", "primary"
        if one.kind == "education":
            level = codes.label("levels", one.values.get("level"))
            started = one.code == "education_started"
            title = self.tr("เริ่มเรียน {level}") if started else self.tr("ออกจาก {level}")
            detail = " ".join(part for part in (one.text, one.values.get("outcome", "")) if part)
            return title.replace("{level}", level).strip(), detail, "graduation-cap", "primary"
        if one.kind == "document":
            title = self.tr("เพิ่มเอกสาร · {title}").replace("{title}", one.text)
            return title, codes.label("document_kinds", one.code), "file-text", "muted"
        if one.kind == "risk":
            raised = one.code == "risk_raised"
            title = self.tr("สัญญาณเสี่ยง · {risk}") if raised else self.tr("คลี่คลายแล้ว · {risk}")
            title = title.replace("{risk}", codes.label("risk_flags", one.values["risk"]))
            role = "warning" if raised else "success"
            return title, one.text, "flag" if raised else "circle-check", role
        word, icon, role = plain.get(one.code, (of_newer(one.code, language()), "circle", "muted"))
        if one.kind == "plan" and one.values.get("version"):
            numbered = self.tr("{what} ฉบับที่ {number}").replace("{what}", word)
            word = numbered.replace("{number}", str(one.values["version"]))
        if one.kind == "paper":
            word = f"{word} · {codes.label('identity_papers', one.values.get('code_kind'))}"
        return word, one.text, icon, role
