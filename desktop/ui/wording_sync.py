"""Sentences for sync with the province and for backups."""

from __future__ import annotations

from PySide6.QtCore import QObject


class SyncWording(QObject):
    """Code to sentence; `hub_` before a code of the protocol means that the hub said so."""

    def sentences(self) -> dict[str, str]:
        """All of them, in the language of the moment."""
        return {**self._sync(), **self._hub(), **self._backup()}

    def _sync(self) -> dict[str, str]:
        return {
            "already_enrolled": self.tr("เครื่องนี้เชื่อมกับจังหวัดแล้ว ({hub})"),
            "conflict_unknown": self.tr("ไม่พบข้อมูลไม่ตรงกันรายการนี้ อาจตัดสินไปแล้วที่เครื่องอื่น"),
            "conflict_moved_on": self.tr("มีคนแก้เรื่องนี้ต่อไปแล้ว จึงไม่ย้อนให้ แก้ที่หน้าผู้เรียนรู้ได้เลย"),
            "mass_deletion": self.tr(
                "การซิงก์จะซ่อน {deleting} จาก {of} รายการ จึงหยุดไว้ก่อน ถามศูนย์จังหวัดก่อนยืนยัน"
            ),
            "not_enrolled": self.tr("เครื่องนี้ยังไม่ได้เชื่อมกับจังหวัด ขอรหัสเข้าร่วมจากศูนย์จังหวัด"),
            "offline": self.tr("ตอนนี้ไม่มีเครือข่าย งานทุกอย่างทำต่อได้ จะส่งเองเมื่อมีสัญญาณ"),
            "sync_running": self.tr("กำลังซิงก์อยู่แล้ว รอให้เสร็จ"),
        }

    def _hub(self) -> dict[str, str]:
        return {
            "hub_adopted_elsewhere": self.tr("ข้อมูลชุดนี้ถูกรับไปใช้ที่เครื่องอื่นแล้ว แจ้งศูนย์จังหวัดก่อนทำต่อ"),
            "hub_bad_message": self.tr("ศูนย์จังหวัดอ่านข้อมูลที่ส่งไม่ได้ ไม่มีอะไรหาย ติดตั้งโปรแกรมรุ่นใหม่"),
            "hub_bad_signature": self.tr("ศูนย์จังหวัดตรวจลายเซ็นของเครื่องนี้ไม่ผ่าน แจ้งศูนย์จังหวัด"),
            "hub_busy": self.tr("ศูนย์จังหวัดกำลังมีงานมาก จะลองส่งใหม่เอง"),
            "hub_device_taken": self.tr("ชื่อเครื่องนี้ถูกใช้แล้ว ขอรหัสเข้าร่วมใหม่จากศูนย์จังหวัด"),
            "hub_hub_failed": self.tr("ศูนย์จังหวัดขัดข้อง ไม่มีอะไรหาย จะลองส่งใหม่เอง"),
            "hub_kind_changed": self.tr("ศูนย์จังหวัดเก็บรายการหนึ่งไว้คนละชนิด แจ้งศูนย์จังหวัดพร้อมแฟ้มวินิจฉัย"),
            "hub_replayed": self.tr("ศูนย์จังหวัดได้รับชุดนี้แล้ว ตรวจนาฬิกาของเครื่องแล้วลองใหม่"),
            "hub_revoked": self.tr("ศูนย์จังหวัดยกเลิกสิทธิ์เครื่องนี้แล้ว งานที่ยังไม่ส่งยังอยู่ ติดต่อศูนย์จังหวัด"),
            "hub_too_large": self.tr("มีรายการใหญ่เกินกว่าที่ศูนย์จังหวัดรับได้ ย่อข้อความหรือภาพแล้วลองใหม่"),
            "hub_too_many_tries": self.tr("ลองรหัสผิดหลายครั้งเกินไป รอหนึ่งชั่วโมงแล้วลองใหม่"),
            "hub_unknown_device": self.tr("ศูนย์จังหวัดไม่รู้จักเครื่องนี้ ขอรหัสเข้าร่วมใหม่"),
            "hub_wrong_hub": self.tr("นี่ไม่ใช่ศูนย์จังหวัดที่เครื่องนี้เชื่อมไว้ ตรวจที่อยู่กับศูนย์จังหวัด"),
            "hub_bad_address": self.tr("ที่อยู่ของศูนย์จังหวัดไม่ถูกต้อง ตรวจตัวสะกดแล้วพิมพ์ใหม่"),
            "hub_bad_code": self.tr("รหัสเข้าร่วมไม่ถูกต้อง หมดอายุ หรือใช้ไปแล้ว ขอรหัสใหม่จากศูนย์จังหวัด"),
            "hub_incompatible": self.tr("โปรแกรมของเครื่องนี้กับของจังหวัดต่างรุ่นกันเกินไป ติดตั้งรุ่นใหม่"),
            "hub_malformed": self.tr("ข้อมูลจากศูนย์จังหวัดมาไม่ครบหรืออ่านไม่ได้ ไม่มีอะไรหาย ลองใหม่ภายหลัง"),
            "hub_not_a_hub": self.tr("ที่อยู่นี้ไม่ใช่ศูนย์จังหวัด ตรวจที่อยู่กับศูนย์จังหวัด"),
            "laptop_unknown": self.tr("ไม่รู้จักเครื่อง {laptop} ในศูนย์นี้ เลือกจากรายการเครื่อง"),
            "near_bad_address": self.tr("ที่อยู่เครื่องใกล้กันไม่ถูกต้อง: {address} พิมพ์ใหม่"),
            "near_itself": self.tr("ที่อยู่นี้คือเครื่องนี้เอง พิมพ์ที่อยู่ของอีกเครื่อง"),
            "near_port_taken": self.tr("ช่อง {port} มีโปรแกรมอื่นใช้อยู่ เลือกช่องอื่น"),
            "cannot_write": self.tr("เขียนแฟ้ม {file} ไม่ได้ ตรวจไดรฟ์หรือเลือกที่เก็บอื่น"),
            "hub_untrusted_hub": self.tr("ศูนย์ที่ตอบไม่ใช่ศูนย์ที่เครื่องนี้รู้จัก จึงไม่ส่งข้อมูล แจ้งศูนย์จังหวัด"),
        }

    def _backup(self) -> dict[str, str]:
        return {
            "backup_damaged": self.tr("สำเนาสำรองนี้เสีย ใช้สำเนาอื่น"),
            "check_found": self.tr("ตรวจพบ {count} เรื่องที่ควรดู สำรองข้อมูลไว้แล้วแจ้งผู้ดูแล"),
            "backup_differs": self.tr("สำเนาสำรองไม่ตรงกับข้อมูลจริง จึงไม่เก็บไว้ ลองสำรองใหม่"),
            "backup_missing": self.tr("ไม่พบสำเนาสำรอง {file} เลือกแฟ้มใหม่"),
            "backup_unreadable": self.tr(
                "อ่านสำเนาสำรอง {file} ไม่ได้ ตรวจว่าเป็นของศูนย์นี้และรหัสผ่านถูกต้อง"
            ),
            "file_exists": self.tr("มีแฟ้ม {file} อยู่แล้ว ใช้ชื่ออื่น"),
            "folder_missing": self.tr("ไม่พบโฟลเดอร์ {folder} เสียบไดรฟ์ให้แน่นหรือเลือกที่เก็บอื่น"),
            "sample_needs_empty_centre": self.tr("ใส่ข้อมูลตัวอย่างได้เฉพาะศูนย์ที่ยังไม่มีใคร"),
        }
