"""The sentences of the stick's three steps."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.services.sync.sticks import StickTaken


class StickWords(QObject):
    """Together, so that they are worded alike."""

    def steps(self, page: int) -> str:
        """Where one is."""
        if page == 0:
            return self.tr("ขั้นที่ 1 จาก 3: จะทำอะไร")
        if page == 3:
            return self.tr("ขั้นที่ 3 จาก 3: เสร็จแล้ว")
        return self.tr("ขั้นที่ 2 จาก 3: ที่ไหน")

    def not_joined(self) -> str:
        """Nothing can be sealed to a hub that is not known."""
        return self.tr("เครื่องนี้ยังไม่ได้เข้าร่วมกับจังหวัด จึงยังไม่มีผู้รับ เข้าร่วมก่อนที่แท็บ สถานะ")

    def to_province(self) -> str:
        """The first way."""
        return self.tr("ส่งให้จังหวัด")

    def to_province_text(self, waiting: int) -> str:
        """What would go."""
        if not waiting:
            return self.tr("ตอนนี้ไม่มีอะไรรอส่ง ทำได้ถ้าอยากขอข้อมูลใหม่จากจังหวัด")
        return self.tr("เขียน %n รายการที่รอส่งลงแฟลชไดรฟ์ แล้วฝากคนนำไปให้ศูนย์จังหวัด", "", waiting)

    def to_laptop(self) -> str:
        """The second way."""
        return self.tr("ส่งให้เครื่องอื่นของศูนย์")

    def to_laptop_text(self) -> str:
        """What that is good for."""
        return self.tr("เครื่องที่มีเน็ตช่วยส่งต่อให้จังหวัดได้ คนอื่นเปิดแฟ้มอ่านไม่ได้")

    def no_laptops(self) -> str:
        """There is nobody to write for."""
        return self.tr("ยังไม่รู้จักเครื่องอื่นของศูนย์ เชื่อมเน็ตสักครั้งแล้วจะมีให้เลือก")

    def take_in(self) -> str:
        """The third way."""
        return self.tr("รับแฟ้มที่มีคนนำมา")

    def take_in_text(self) -> str:
        """Which files."""
        return self.tr("ใบรับจากจังหวัด หรือแฟ้มจากเครื่องอื่น โปรแกรมรู้เองว่าเป็นแฟ้มอะไร")

    def where(self, way: str) -> str:
        """The second step's head."""
        if way == "in":
            return self.tr("เลือกแฟ้มที่จะรับ")
        if way == "laptop":
            return self.tr("เขียนให้เครื่องไหน ลงที่ไหน")
        return self.tr("เขียนลงที่ไหน")

    def which_laptop(self) -> str:
        """Label of the choice."""
        return self.tr("ให้เครื่อง")

    def laptop(self, letters: str) -> str:
        """A laptop by its letters."""
        return self.tr("เครื่อง {letters}").replace("{letters}", letters)

    def room(self, size: str) -> str:
        """Free room on a stick."""
        return self.tr("ว่าง {size}").replace("{size}", size)

    def no_sticks(self) -> str:
        """None is plugged in."""
        return self.tr("ยังไม่พบแฟลชไดรฟ์ เสียบแล้วรอสักครู่จะขึ้นเอง หรือเลือกโฟลเดอร์อื่น")

    def no_files(self) -> str:
        """None lies on what is plugged in."""
        return self.tr("ยังไม่พบแฟ้มที่รับได้ เสียบแฟลชไดรฟ์แล้วรอสักครู่จะขึ้นเอง หรือเลือกแฟ้มเอง")

    def other_folder(self) -> str:
        """The folder dialog."""
        return self.tr("เลือกโฟลเดอร์อื่น…")

    def other_file(self) -> str:
        """The file dialog."""
        return self.tr("เลือกแฟ้มเอง…")

    def kinds_of_files(self) -> str:
        """What the file dialog shows."""
        return self.tr("แฟ้มส่งและใบรับ (*.bundle *.receipt);;ทุกแฟ้ม (*)")

    def back(self) -> str:
        """A step back."""
        return self.tr("ย้อนกลับ")

    def write(self) -> str:
        """Go."""
        return self.tr("เขียนแฟ้ม")

    def take(self) -> str:
        """Go."""
        return self.tr("รับแฟ้มนี้")

    def writing(self) -> str:
        """While it is written."""
        return self.tr("กำลังเขียนแฟ้ม อย่าเพิ่งถอดแฟลชไดรฟ์…")

    def reading(self) -> str:
        """While it is read."""
        return self.tr("กำลังรับแฟ้ม อย่าเพิ่งถอดแฟลชไดรฟ์…")

    def again(self) -> str:
        """Back to the start."""
        return self.tr("กลับไปหน้าแรกของแท็บนี้")

    def written(self, count: int) -> str:
        """How much is in the file."""
        return self.tr("เขียนแล้ว %n รายการ", "", count)

    def file(self, name: str, size: str, folder: str) -> str:
        """Its name, size and place."""
        text = self.tr("แฟ้ม {name} ({size}) อยู่ที่ {folder}")
        return text.replace("{name}", name).replace("{size}", size).replace("{folder}", folder)

    def after_writing(self, *, to_laptop: bool) -> str:
        """What to do with it."""
        if to_laptop:
            return self.tr(
                "ถอดแฟลชไดรฟ์ได้แล้ว (สั่งนำอุปกรณ์ออกก่อน) นำไปที่เครื่องนั้น เปิดแท็บนี้ แล้วเลือก รับแฟ้มที่มีคนนำมา"
            )
        return self.tr(
            "ถอดแฟลชไดรฟ์ได้แล้ว (สั่งนำอุปกรณ์ออกก่อน) ฝากคนนำไปให้ศูนย์จังหวัด ขอใบรับกลับมา "
            "แล้วรับใบรับที่แท็บนี้ ระหว่างนี้ทำงานต่อได้ รายการยังนับว่ารอส่งจนกว่าจะได้ใบรับ"
        )

    def taken(self, done: StickTaken) -> str:
        """What the file was."""
        if done.known:
            return self.tr("แฟ้มนี้เคยรับไปแล้ว ไม่มีอะไรเปลี่ยน")
        if done.kind == "receipt":
            return self.tr("ได้ใบรับ {receipt} จากจังหวัดแล้ว").replace("{receipt}", done.receipt)
        if not done.sender:
            return self.tr("รับแฟ้มจากเครื่องอื่นแล้ว")
        return self.tr("รับแฟ้มจากเครื่อง {letters} แล้ว").replace("{letters}", done.sender)

    def brought(self, done: StickTaken) -> str:
        """What it brought, line by line."""
        lines = []
        if done.sent:
            lines.append(self.tr("จังหวัดได้รับของเครื่องนี้แล้ว %n รายการ", "", done.sent))
        if done.received:
            lines.append(self.tr("ได้ของใหม่ %n รายการ", "", done.received))
        if done.carried:
            lines.append(self.tr("ฝากส่งต่อ %n ชุด จะส่งให้จังหวัดเองเมื่อมีเน็ต", "", done.carried))
        if done.left_out:
            lines.append(self.tr("ไม่รับ %n ชุด เพราะมาจากเครื่องที่ถูกยกเลิกหรือไม่รู้จัก", "", done.left_out))
        return "\n".join(lines)

    def after_taking(self, waiting: int) -> str:
        """What still waits."""
        if not waiting:
            return self.tr("ไม่มีอะไรรอส่งแล้ว ถอดแฟลชไดรฟ์ได้")
        return self.tr("ยังรอส่ง %n รายการ ถอดแฟลชไดรฟ์ได้", "", waiting)
