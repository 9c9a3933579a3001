"""What a backup holds, and what putting it back would set aside, in plain words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.keeping.backups import Restored, RestorePreview
from desktop.ui import thai_time
from desktop.ui.record_names import kind_name

_KINDS_AT_MOST = 5


class RestoreWords(QObject):
    """The sentences; each says numbers, and nothing that is not known."""

    def unreadable(self) -> str:
        """A file of the list that cannot be read."""
        return self.tr("อ่านไม่ได้")

    def of_copy(self, preview: RestorePreview) -> str:
        """When the backup was made and what it holds."""
        learners, changes = preview.learners, preview.changes
        lines = [
            self.tr("ทำเมื่อ {time}").replace("{time}", thai_time.shown_moment(preview.at)),
            self.tr("ผู้เรียนรู้ %n คน", "", learners),
            self.tr("การแก้ไข {count} รายการ").replace("{count}", f"{changes:,}"),
        ]
        if not preview.same_centre:
            lines.append(self.tr("เป็นของศูนย์อื่น"))
        return "\n".join(lines)

    def of_later(self, preview: RestorePreview) -> str:
        """What stands on this laptop now and is not in the backup."""
        later = preview.later
        if later is None:
            return self.tr("เครื่องนี้ยังไม่มีข้อมูลศูนย์")
        if not later.readable and later.changes is None:
            return self.tr("แฟ้มข้อมูลตอนนี้อ่านไม่ได้ จะเก็บไว้ทั้งแฟ้ม")
        lines = []
        if not later.readable:
            lines.append(self.tr("แฟ้มข้อมูลตอนนี้เสียหาย อ่านได้บางส่วน"))
        count = later.learners or 0
        if count:
            lines.append(self.tr("ผู้เรียนรู้ที่เพิ่มทีหลัง %n คน", "", count))
        changes = later.changes or 0
        if not changes:
            return "\n".join([*lines, self.tr("ไม่มีอะไรใหม่กว่าสำเนานี้")])
        lines.append(self.tr("แก้ไขหลังสำเนา %n รายการ", "", changes))
        lines.append(self._kinds(later.kinds))
        return "\n".join(lines)

    def of_unsent(self, preview: RestorePreview) -> str:
        """What the province does not have either; "" for nothing."""
        later = preview.later
        count = sum(later.unsent.values()) if later is not None else 0
        if later is None or not count:
            return ""
        text = self.tr("%n รายการยังไม่ได้ส่งถึงจังหวัด", "", count)
        return f"{text}: {self._kinds(later.unsent)}"

    def of_restored(self, restored: Restored) -> str:
        """What was done, and where the old files are."""
        learners, brought = restored.learners, restored.salvaged
        lines = [self.tr("มีผู้เรียนรู้ %n คน", "", learners)]
        if brought:
            lines.append(self.tr("นำงานที่ยังไม่ได้ส่งกลับมา %n รายการ", "", brought))
        lost = restored.changes_lost or 0
        if lost:
            lines.append(self.tr("อีก %n รายการอยู่ในแฟ้มเดิมเท่านั้น", "", lost))
        if restored.kept is not None:
            kept = self.tr("แฟ้มเดิมเก็บไว้ที่ {folder}")
            lines.append(kept.replace("{folder}", str(restored.kept)))
        return "\n".join(lines)

    def _kinds(self, kinds: dict[str, int]) -> str:
        ordered = sorted(kinds.items(), key=lambda item: -item[1])
        said = [f"{kind_name(kind)} {count:,}" for kind, count in ordered[:_KINDS_AT_MOST]]
        if len(ordered) > _KINDS_AT_MOST:
            said.append(self.tr("อื่น ๆ"))
        return " · ".join(said)
