"""Sentences for files that cannot be read or written: rosters, workbooks, papers."""

from __future__ import annotations

from PySide6.QtCore import QObject


class FileWording(QObject):
    """Code to sentence; `{name}` and others are filled from the values of the error."""

    def sentences(self) -> dict[str, str]:
        """All of them, in the language of the moment."""
        return {
            "disk_full": self.tr("ที่ว่างในดิสก์ไม่พอ ลบแฟ้มที่ไม่ใช้หรือเลือกที่เก็บอื่น แล้วลองใหม่"),
            "document_not_here": self.tr(
                "แฟ้มของเอกสาร “{title}” อยู่ที่เครื่องอื่น จะมาถึงเมื่อซิงก์เอกสารแนบเสร็จ"
            ),
            "export_cell_too_long": self.tr(
                "แถว {row} ช่อง {column} ยาวเกินที่แฟ้มตารางรับได้ ย่อข้อความแล้วส่งออกใหม่"
            ),
            "export_format_unknown": self.tr("ไม่รู้จักชนิดของแฟ้ม {name} ใช้ .xlsx หรือ .csv"),
            "export_not_writable": self.tr("เขียนแฟ้ม {name} ไม่ได้ ปิดแฟ้มนี้ในโปรแกรมอื่น หรือเลือกที่เก็บอื่น"),
            "file_cell_too_long": self.tr(
                "แฟ้ม {name} มีช่องที่ยาวเกิน {limit} ตัวอักษร แบ่งหรือย่อแล้วลองใหม่"
            ),
            "file_damaged": self.tr(
                "แฟ้ม {name} เสียหรือมาไม่ครบ คัดลอกมาใหม่ หรือเปิดใน Excel แล้วบันทึกใหม่"
            ),
            "file_empty": self.tr("แฟ้มนี้ว่างเปล่า เลือกแฟ้มอื่น"),
            "file_encrypted": self.tr("แฟ้ม {name} ใส่รหัสผ่านไว้ เปิดใน Excel เอารหัสออก แล้วบันทึกใหม่"),
            "file_is_opendocument": self.tr(
                "แฟ้ม {name} เป็นแบบ OpenDocument เปิดแล้วบันทึกเป็น .xlsx หรือ .csv ก่อน"
            ),
            "file_is_web_page": self.tr(
                "แฟ้ม {name} เป็นหน้าเว็บ แม้ชื่อจะเหมือนแฟ้ม Excel เปิดใน Excel แล้วบันทึกเป็น .xlsx"
            ),
            "file_missing": self.tr("ไม่พบแฟ้ม {name} อาจถูกย้ายหรือถอดไดรฟ์ออก เลือกแฟ้มใหม่"),
            "file_not_workbook": self.tr("แฟ้ม {name} ไม่ใช่ตาราง เลือกแฟ้ม .xlsx หรือ .csv"),
            "file_old_excel": self.tr("แฟ้ม {name} เป็น Excel แบบเก่า (.xls) เปิดแล้วบันทึกเป็น .xlsx ก่อน"),
            "file_suspicious": self.tr(
                "แฟ้ม {name} มีสิ่งที่แฟ้มรายชื่อปกติไม่มี จึงไม่เปิดเพื่อความปลอดภัย ขอแฟ้มใหม่จากเจ้าของ"
            ),
            "file_too_large": self.tr("แฟ้ม {name} ใหญ่เกินไป แบ่งเป็นหลายแฟ้มแล้วนำเข้าทีละแฟ้ม"),
            "file_too_many_columns": self.tr("แฟ้ม {name} มีเกิน {limit} คอลัมน์ ลบคอลัมน์ที่ไม่ใช้แล้วลองใหม่"),
            "file_too_many_rows": self.tr("แฟ้ม {name} มีเกิน {limit} แถว แบ่งเป็นหลายแฟ้มแล้วลองใหม่"),
            "file_too_many_sheets": self.tr(
                "แฟ้ม {name} มีเกิน {limit} แผ่นงาน เก็บเฉพาะแผ่นที่ใช้แล้วลองใหม่"
            ),
            "file_type_unknown": self.tr("ไม่รู้จักแฟ้มชนิดนี้ ใช้ภาพ JPG หรือ PNG หรือเอกสาร PDF"),
            "file_unknown_encoding": self.tr(
                "อ่านตัวอักษรในแฟ้ม {name} ไม่ออก เปิดใน Excel แล้วบันทึกเป็น CSV UTF-8"
            ),
            "file_unreadable": self.tr("อ่านแฟ้ม {name} ไม่ได้ ปิดแฟ้มในโปรแกรมอื่นแล้วลองใหม่"),
            "not_a_photo": self.tr("แฟ้มนี้ไม่ใช่ภาพถ่าย เลือกภาพ JPG หรือ PNG"),
            "paper_cannot_write": self.tr("เขียนแฟ้ม {path} ไม่ได้ ปิดแฟ้มนี้ในโปรแกรมอื่น หรือเลือกที่เก็บอื่น"),
            "paper_nothing_to_print": self.tr("ไม่มีอะไรให้พิมพ์ตามที่เลือก เลือกคนหรือหมู่บ้านใหม่"),
            "paper_unknown_form": self.tr("ไม่มีแบบฟอร์มชื่อ {name} เลือกจากรายการ"),
            "roster_no_headings": self.tr(
                "หาแถวหัวตารางในแฟ้ม {name} ไม่พบ แถวหัวควรมีคำว่า ชื่อ กับ นามสกุล หรือเลขประจำตัว"
            ),
        }
