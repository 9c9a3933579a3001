"""Sentences about passcodes, waiting, the recovery key and a second start."""

from __future__ import annotations

from PySide6.QtCore import QObject


class KeyWording(QObject):
    """Code to sentence, in the language of the moment."""

    def sentences(self) -> dict[str, str]:
        """`{name}` is filled from the values of the error."""
        return {
            "wrong_passcode": self.tr("รหัสผ่านไม่ถูกต้อง ตรวจว่าแป้นพิมพ์เป็นภาษาใด แล้วลองใหม่"),
            "passcode_wait": self.tr("ใส่รหัสผิดหลายครั้ง รออีก {seconds} วินาที ข้อมูลไม่หาย"),
            "passcode_too_short": self.tr("รหัสผ่านสั้นเกินไป ใช้อย่างน้อย {least} ตัว"),
            "passcode_figures": self.tr("ถ้าเป็นตัวเลขล้วน ใช้อย่างน้อย {least} ตัว หรือใส่ตัวอักษรปนด้วย"),
            "passcode_common": self.tr("รหัสนี้เดาง่าย ลองใช้คำสองสามคำที่คนอื่นไม่รู้"),
            "passcode_personal": self.tr("อย่าใช้ชื่อ วันเกิด เบอร์โทร หรือเลขประจำตัว คนรู้จักเดาได้ ใช้คำอื่น"),
            "unknown_user": self.tr("ไม่พบผู้ใช้นี้ในเครื่องนี้ เลือกชื่อจากรายการ"),
            "last_user": self.tr("เหลือผู้ใช้คนเดียว ลบไม่ได้ เพิ่มผู้ใช้อีกคนก่อน"),
            "key_file_damaged": self.tr("แฟ้มกุญแจเสียหาย กู้จากสำเนาสำรองด้วยรหัสผ่านหรือคำกู้คืน"),
            "memory_full": self.tr("หน่วยความจำของเครื่องไม่พอเปิดกุญแจ ปิดโปรแกรมอื่นแล้วลองใหม่"),
            "centre_closed": self.tr("ศูนย์นี้ปิดแล้ว เข้าใช้งานใหม่ก่อน"),
            "recovery_none": self.tr("เครื่องนี้ยังไม่เคยทำคำกู้คืน ให้ผู้ดูแลของศูนย์ตั้งรหัสให้ใหม่"),
            "recovery_words_missing": self.tr("พิมพ์คำในใบกู้คืนก่อน"),
            "recovery_words_count": self.tr("ต้องมี {wanted} คำ ตอนนี้มี {given} คำ"),
            "recovery_word_wrong": self.tr("คำที่ {number} ไม่ตรง ดูในใบอีกครั้ง {likely}"),
            "recovery_words_wrong": self.tr("ไม่ตรงมากกว่าหนึ่งคำ หรือสลับที่กัน ดูในใบอีกครั้งทีละแถว"),
            "recovery_replaced": self.tr("คำครบถูกต้อง แต่เป็นใบเก่าหรือใบของเครื่องอื่น หาใบที่ใหม่กว่า"),
            "already_open_elsewhere": self.tr(
                "เครื่อง {host} กำลังเปิดข้อมูลชุดนี้อยู่ ปิดโปรแกรมที่เครื่องนั้นก่อน แล้วเปิดใหม่"
            ),
            "already_open": self.tr(
                "โปรแกรมเปิดข้อมูลชุดนี้อยู่แล้ว แต่ไม่ตอบ รอสักครู่แล้วเปิดใหม่ หรือปิดหน้าต่างเดิมก่อน"
            ),
            "folder_not_yours": self.tr(
                "โฟลเดอร์ข้อมูลนี้เป็นของผู้ใช้คอมพิวเตอร์คนอื่น เข้าเครื่องด้วยชื่อคนนั้น หรือให้เขาแบ่งโฟลเดอร์ {folder}"
            ),
        }
