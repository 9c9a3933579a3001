"""What is said of a cell or a row of a workbook of partners, in both languages."""

from __future__ import annotations

from typing import Final

from desktop.exchange.advice import advice

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "partners_sorted_in_part": (
        "แผ่นนี้ถูกเรียงลำดับไม่ครบทุกคอลัมน์ จึงไม่แก้ภาคีที่มีอยู่แล้ว เลิกเรียง หรือส่งออกใหม่แล้วแก้อีกครั้ง",
        "This sheet was sorted in part, so no known partner is changed: undo the sorting, or "
        "export it anew.",
    ),
    "partner_row_torn": (
        "แถวนี้มีรหัสของภาคีอื่น จึงไม่แก้ให้ ตรวจว่าทั้งแถวเป็นของที่เดียวกัน",
        "This row carries another partner's id; it was left out. Check that the row is of one.",
    ),
    "partner_renamed": (
        "ชื่อไม่ตรงกับชื่อในโปรแกรม ถ้าเปลี่ยนชื่อให้แก้ในหน้าของภาคี ถ้าเป็นที่ใหม่ให้ลบรหัสระเบียน",
        "The name is not the one known: change it on the partner's page, or empty the record id "
        "for a new partner.",
    ),
    "partner_twice": (
        "ชื่อนี้อยู่ในแถวก่อนหน้าแล้ว แถวนี้ไม่นำเข้า",
        "This name stands in an earlier row; this one is left out.",
    ),
    "partner_no_name": (
        "ไม่มีชื่อภาคี ให้เติมชื่อ แถวนี้ยังไม่นำเข้า",
        "No name: type one. This row is left out.",
    ),
    "column_unknown": (
        "ไม่รู้จักหัวคอลัมน์นี้ จึงไม่ได้อ่าน",
        "This heading is not known; the column was not read.",
    ),
    "partner_unknown_code": (
        "ไม่รู้จักคำนี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown word: choose one of the list (it is kept in the note).",
    ),
    "partner_bad_date": (
        "อ่านวันที่ไม่ออก ให้พิมพ์ วัน/เดือน/ปี พ.ศ. (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unreadable day: type day/month/year (it is kept in the note).",
    ),
    "partner_bad_amount": (
        "ต้องเป็นตัวเลข (คำเดิมเก็บไว้ในหมายเหตุ)",
        "A number is wanted (the word is kept in the note).",
    ),
    "partner_bad_whole_number": (
        "ต้องเป็นจำนวนเต็ม (คำเดิมเก็บไว้ในหมายเหตุ)",
        "A whole number is wanted (the word is kept in the note).",
    ),
    "partner_bad_yes_no": (
        "ให้พิมพ์ ใช่ หรือ ไม่ใช่ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Type yes or no (the word is kept in the note).",
    ),
}


def problem_words(code: str, language: str) -> str:
    """What to do about a problem."""
    words = _WORDS.get(code)
    english = language == "en"
    return advice(code, english=english) if words is None else words[english]
