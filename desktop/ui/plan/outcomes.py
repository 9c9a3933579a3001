"""What is told after something was done with a plan."""

from __future__ import annotations

from PySide6.QtCore import QObject


class PlanEvents(QObject):
    """What is told after something was done."""

    def goal_removed(self) -> str:
        """A goal was taken out."""
        return self.tr("เอาเป้าหมายออกแล้ว")

    def action_removed(self) -> str:
        """An action was taken out."""
        return self.tr("เอาสิ่งที่จะทำออกแล้ว")

    def draft_dropped(self) -> str:
        """A draft was dropped."""
        return self.tr("ทิ้งร่างแล้ว")

    def step(self, status: str) -> str:
        """The plan went a step on."""
        return {
            "draft": self.tr("แผนกลับไปเป็นร่างแล้ว"),
            "agreed": self.tr("ตกลงแผนร่วมกันแล้ว พิมพ์ไปให้ลงชื่อได้"),
            "active": self.tr("เริ่มทำตามแผนแล้ว"),
            "closed": self.tr("ปิดแผนแล้ว"),
        }.get(status, "")

    def reviewed(self) -> str:
        """A review was stored."""
        return self.tr("บันทึกการทบทวนแล้ว")

    def signed(self) -> str:
        """A signature was noted."""
        return self.tr("บันทึกการลงชื่อแล้ว ข้อความในแผนล็อกไว้")

    def unsigned(self) -> str:
        """A signature was taken back."""
        return self.tr("เอาการลงชื่อออกแล้ว")

    def version(self) -> str:
        """A new version was begun."""
        return self.tr("เริ่มแผนฉบับใหม่แล้ว ฉบับเดิมยังใช้อยู่จนกว่าจะตกลงกัน")

    def started(self) -> str:
        """A plan was begun."""
        return self.tr("เริ่มแผนแล้ว")
