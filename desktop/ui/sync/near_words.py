"""The sentences of the near link."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.sync.ledger import VisitRow
from desktop.services.sync.near import NearReport


class NearWords(QObject):
    """Together, so that they are worded alike."""

    def serve(self) -> str:
        """Head of the first card."""
        return self.tr("ให้เครื่องอื่นในพื้นที่ส่งผ่านเครื่องนี้")

    def serve_text(self) -> str:
        """What it does."""
        return self.tr(
            "เครื่องของหมู่บ้านที่ต่อเครือข่ายเดียวกันมาฝากงานไว้ที่เครื่องนี้ได้ เครื่องนี้ส่งต่อให้จังหวัดเมื่อมีเน็ต "
            "รับเฉพาะเครื่องของศูนย์นี้"
        )

    def open(self) -> str:
        """Switch it on."""
        return self.tr("เปิดรับ")

    def close(self) -> str:
        """Switch it off."""
        return self.tr("ปิดรับ")

    def state(self, *, serving: bool) -> str:
        """Whether it is on."""
        return self.tr("เปิดรับอยู่") if serving else self.tr("ปิดอยู่")

    def address(self) -> str:
        """Above the address."""
        return self.tr("บอกที่อยู่นี้ให้เครื่องอื่นพิมพ์")

    def no_address(self) -> str:
        """The machine is on no network."""
        return self.tr("เครื่องนี้ยังไม่ได้ต่อเครือข่าย ต่อสายหรือ Wi-Fi แล้วที่อยู่จะขึ้นเอง")

    def others(self, addresses: str) -> str:
        """Further addresses."""
        return self.tr("หรือ {addresses}").replace("{addresses}", addresses)

    def until(self) -> str:
        """How long it stays on."""
        return self.tr("เปิดอยู่แม้ล็อกหน้าจอ ปิดเองเมื่อออกจากระบบหรือปิดโปรแกรม")

    def visits(self) -> str:
        """Above the list."""
        return self.tr("ใครมาแล้ว เมื่อไร")

    def nobody(self) -> str:
        """An empty list."""
        return self.tr("ยังไม่มีใครมา")

    def visit(self, row: VisitRow, when: str) -> str:
        """One line of the list."""
        text = self.tr("{when} · เครื่อง {letters} · ให้มา {received} · ได้ไป {sent}")
        if row.outgoing:
            text = self.tr("{when} · ไปหาเครื่อง {letters} · ให้ {sent} · ได้ {received}")
        return (
            text.replace("{when}", when)
            .replace("{letters}", row.letters or row.partner[:4])
            .replace("{sent}", f"{row.sent:,}")
            .replace("{received}", f"{row.received:,}")
        )

    def go(self) -> str:
        """Head of the second card."""
        return self.tr("ไปที่เครื่องของสำนักงาน")

    def go_text(self) -> str:
        """What to do."""
        return self.tr("ต่อเครือข่ายเดียวกับเครื่องที่เปิดรับ แล้วพิมพ์หรือวางที่อยู่ที่เห็นบนจอเครื่องนั้น")

    def not_joined(self) -> str:
        """It belongs to no centre at a hub."""
        return self.tr("เครื่องนี้ยังไม่ได้เข้าร่วมกับจังหวัด จึงยังไม่มีเครื่องที่รู้จัก")

    def address_label(self) -> str:
        """Of the field."""
        return self.tr("ที่อยู่")

    def address_help(self) -> str:
        """Under the field."""
        return self.tr("เช่น 192.168.1.5:8461")

    def address_missing(self) -> str:
        """Nothing was typed."""
        return self.tr("ใส่ที่อยู่ก่อน")

    def remembered(self) -> str:
        """Above the addresses visited before."""
        return self.tr("เคยไปแล้ว")

    def visit_now(self) -> str:
        """Go."""
        return self.tr("ไปแลกข้อมูล")

    def stop(self) -> str:
        """Stop the visit."""
        return self.tr("หยุดไว้ก่อน")

    def visiting(self, count: int) -> str:
        """While it goes on."""
        if not count:
            return self.tr("กำลังติดต่อ…")
        return self.tr("แลกแล้ว %n รายการ…", "", count)

    def visited(self, report: NearReport) -> str:
        """What the visit did."""
        lines = [
            self.tr("ฝากไว้ที่เครื่องนั้น %n รายการ จะส่งต่อให้จังหวัดเมื่อมีเน็ต", "", report.sent)
            if report.sent
            else self.tr("ไม่มีอะไรต้องฝากเพิ่ม เครื่องนั้นมีครบแล้ว")
        ]
        if report.received:
            lines.append(self.tr("ได้ของใหม่ %n รายการ", "", report.received))
        if report.receipts:
            lines.append(self.tr("ได้ใบรับของจังหวัดมาด้วย"))
        return "\n".join(lines)

    def stopped(self) -> str:
        """It was stopped."""
        return self.tr("หยุดแล้ว ที่แลกไปแล้วยังอยู่ ครั้งหน้าทำต่อจากเดิม")
