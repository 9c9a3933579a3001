"""What is said of a cell or a row of a book, in both languages."""

from __future__ import annotations

from typing import Final

from desktop.exchange.advice import advice

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "renamed": (
        "ชื่อหรือรหัสไม่ตรงกับที่ส่งออก จึงไม่แก้ให้ ถ้าเปลี่ยนจริงให้แก้ในโปรแกรม ถ้าเป็นรายการใหม่ให้ลบรหัสระเบียน",
        "The name or code is not the one exported, so nothing is changed: change it in the "
        "program, or empty the record id for something new.",
    ),
    "unknown": (
        "แผนใหม่เริ่มในโปรแกรม แถวนี้ไม่นำเข้า",
        "A new plan begins in the program; this row is left out.",
    ),
    "learner_unknown": (
        "ไม่มีผู้เรียนรู้รหัสนี้ ตรวจรหัสในทะเบียน แถวนี้ไม่นำเข้า",
        "No learner has this code: look it up in the register. This row is left out.",
    ),
    "agency_unknown": (
        "ไม่พบหน่วยงานชื่อนี้ หรือมีหลายแห่ง เขียนให้ตรงกับทำเนียบภาคี แถวนี้ไม่นำเข้า",
        "No agency is called so, or several are: write it as in the directory. It is left out.",
    ),
    "plan_closed": (
        "แผนนี้ปิดแล้ว จึงไม่แก้ให้",
        "This plan is closed; it is not changed.",
    ),
    "plan_signed": (
        "แผนฉบับนี้ลงนามแล้ว ถ้าจะแก้ให้เริ่มฉบับใหม่ในโปรแกรม",
        "This version of the plan is signed: begin a new version in the program.",
    ),
    "version_locked": (
        "ฉบับนี้ทดลองจัดหรือรับรองแล้ว จึงไม่แก้ให้ ทำฉบับใหม่ในโปรแกรม",
        "This version was tried or adopted; it is not changed: make a new version in the program.",
    ),
    "duty_unknown": (
        "ไม่พบคนชื่อนี้ หรือมีหลายคน เขียนให้ตรงกับรายชื่อผู้ใช้หรือบุคคล แถวนี้ไม่นำเข้า",
        "Nobody is called so, or several are: write the name as in the program. It is left out.",
    ),
    "fund_unknown": (
        "ไม่พบกองทุนชื่อนี้ แถวนี้ไม่นำเข้า",
        "No fund is called so. This row is left out.",
    ),
    "fund_not_open": (
        "กองทุนนี้ยังไม่เปิดหรือปิดแล้ว แถวนี้ไม่นำเข้า",
        "This fund is not open. This row is left out.",
    ),
    "fund_kind_by_hand": (
        "นำเข้าได้เฉพาะรับเงิน จ่ายเงิน และยอดยกมา อย่างอื่นลงในโปรแกรม",
        "Only what was received, paid or brought forward comes in; write the rest in the program.",
    ),
    "fund_entry_stays": (
        "รายการที่ลงแล้วไม่แก้ ให้ยกเลิกในโปรแกรมแล้วลงใหม่",
        "An entry stays as it was written: take it back in the program and write another.",
    ),
    "goods_kind_by_hand": (
        "นำเข้าได้เฉพาะรับเข้า จ่ายออก เสียหาย และขายหรือประมูล การยกเลิกให้ทำในโปรแกรม แถวนี้ไม่นำเข้า",
        "Only what was received, given out, spoiled or sold comes in; take a line back in the "
        "program. This row is left out.",
    ),
    "goods_cash_differs": (
        "ใบเสร็จเลขที่นี้อยู่ในสมุดเงินสดด้วยจำนวนเงินอื่น ตรวจเลขที่หรือจำนวนเงิน แถวนี้ไม่นำเข้า",
        "The receipt of this number stands in the cash book with another amount: check either. "
        "This row is left out.",
    ),
    "goods_cash_not_sold": (
        "ช่องนี้ใช้กับของที่ขายหรือประมูลเท่านั้น แถวนี้ไม่นำเข้า",
        "This is only of goods that were sold or auctioned. This row is left out.",
    ),
    "goods_quantity": (
        "จำนวนต้องมากกว่าศูนย์ และมีทศนิยมไม่เกินสามตำแหน่ง แถวนี้ไม่นำเข้า",
        "The quantity must be more than zero, with at most three decimals. This row is left out.",
    ),
    "fund_line_lacks": (
        "ช่องนี้ต้องมี แถวนี้ไม่นำเข้า",
        "This must be filled. This row is left out.",
    ),
    "fund_amount": (
        "จำนวนเงินต้องมากกว่าศูนย์ แถวนี้ไม่นำเข้า",
        "The amount must be more than zero. This row is left out.",
    ),
    "fund_number_used": (
        "เลขที่นี้ใช้ไปแล้ว แถวนี้ไม่นำเข้า",
        "This number is used already. This row is left out.",
    ),
    "fund_month_closed": (
        "เดือนนี้ปิดแล้ว ให้ลงวันที่วันนี้ แถวนี้ไม่นำเข้า",
        "This month is closed: date it today. This row is left out.",
    ),
    "fund_against_purpose": (
        "กองทุนนี้จ่ายเรื่องนี้ไม่ได้ แถวนี้ไม่นำเข้า",
        "This fund may not be paid for that. This row is left out.",
    ),
    "fund_approver_missing": (
        "เกินวงเงินที่ต้องมีผู้อนุมัติ ให้ลงในโปรแกรม",
        "Above the limit somebody must approve: write it in the program.",
    ),
    "date_ahead": (
        "วันที่ต้องไม่เลยวันนี้ แถวนี้ไม่นำเข้า",
        "The day must not lie ahead. This row is left out.",
    ),
    "quantity_not_positive": (
        "จำนวนต้องมากกว่าศูนย์ แถวนี้ไม่นำเข้า",
        "The number must be more than nothing. This row is left out.",
    ),
    "field_missing": (
        "ช่องนี้ลบให้ว่างไม่ได้ จึงคงค่าเดิมไว้",
        "This cannot be emptied; it stays as it was.",
    ),
    "twice": (
        "ชื่อนี้อยู่ในแถวก่อนหน้าแล้ว แถวนี้ไม่นำเข้า",
        "This name stands in an earlier row; this one is left out.",
    ),
    "restricted": (
        "ข้อมูลของคนนี้ถูกระงับการใช้ แถวนี้จึงไม่นำเข้า",
        "The use of this person's record is restricted; this row is left out.",
    ),
    "row_fits_several": (
        "ชื่อนี้มีหลายรายการ จึงยังไม่นำเข้า ให้เลือกว่าแถวนี้คือรายการไหน หรือเป็นรายการใหม่",
        "Several are called so: choose which one the row is, or that it is a new one. It waits.",
    ),
    "row_says_another": (
        "มีชื่อนี้อยู่แล้ว แต่ช่องนี้ไม่ตรงกัน จึงยังไม่นำเข้า ให้เลือกว่าเป็นรายการเดิมหรือรายการใหม่",
        "This name is known, with something else in this cell: choose whether it is the same or a "
        "new one. It waits.",
    ),
    "row_name_again": (
        "ชื่อนี้อยู่ในแถวก่อนหน้าแล้ว แต่บอกไม่เหมือนกัน ให้เลือกว่าเป็นรายการใหม่หรือไม่นำเข้าแถวนี้",
        "This name stands in an earlier row, with other words beside it: choose whether this is a "
        "new one, or leave the row out.",
    ),
    "no_name": (
        "ไม่มีชื่อหรือรหัส ให้เติม แถวนี้ยังไม่นำเข้า",
        "No name: type one. This row is left out.",
    ),
    "column_kept": (
        "ไม่รู้จักหัวคอลัมน์นี้ คำในคอลัมน์เก็บไว้ในหมายเหตุ",
        "This heading is not known; what stands below it is kept in the note.",
    ),
    "line_left_out": (
        "แถวนี้เป็นยอดรวม ลายมือชื่อ หรือหัวตาราง จึงไม่นำเข้า",
        "A total, a signature or headings: the line is left out.",
    ),
    "column_unknown": (
        "ไม่รู้จักหัวคอลัมน์นี้ จึงไม่ได้อ่าน",
        "This heading is not known; the column was not read.",
    ),
    "unknown_code": (
        "ไม่รู้จักคำนี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown word: choose one of the list (it is kept in the note).",
    ),
    "bad_date": (
        "อ่านวันที่ไม่ออก ให้พิมพ์ วัน/เดือน/ปี พ.ศ. (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unreadable day: type day/month/year (it is kept in the note).",
    ),
    "bad_amount": (
        "ต้องเป็นตัวเลข (คำเดิมเก็บไว้ในหมายเหตุ)",
        "A number is wanted (the word is kept in the note).",
    ),
    "bad_whole_number": (
        "ต้องเป็นจำนวนเต็ม (คำเดิมเก็บไว้ในหมายเหตุ)",
        "A whole number is wanted (the word is kept in the note).",
    ),
    "bad_yes_no": (
        "ให้พิมพ์ ใช่ หรือ ไม่ใช่ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Type yes or no (the word is kept in the note).",
    ),
}


def problem_words(code: str, language: str) -> str:
    """What to do about a problem; the code may begin with whose book it is."""
    words = _WORDS.get(code) or _WORDS.get(code.partition("_")[2])
    english = language == "en"
    return advice(code, english=english) if words is None else words[english]
