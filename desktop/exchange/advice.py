"""What to do about each problem of a roster, in the words of the workbook that people mend."""

from __future__ import annotations

from typing import Final

from resources.words.names import of_newer

# Code -> Thai, English. Sheets of paper and workbooks say the same as the screen.
ADVICE: Final[dict[str, tuple[str, str]]] = {
    "no_name": (
        "ไม่มีชื่อ ให้เติมชื่อ แถวนี้ยังบันทึกไม่ได้",
        "No name: type one. This row cannot be stored yet.",
    ),
    "number_checksum": (
        "เลขประจำตัวไม่ผ่านการตรวจ ให้เทียบกับบัตรหรือเอกสาร ถ้าตรงกันแล้วให้คงไว้",
        "The number fails its check: compare with the paper; if it is the same, leave it.",
    ),
    "number_filler": (
        "เลขประจำตัวเหมือนพิมพ์ไว้ให้เต็มช่อง ให้ใส่เลขจริงหรือเว้นว่าง",
        "The number looks made up: type the real one or leave it empty.",
    ),
    "number_wrong_length": (
        "เลขประจำตัวไม่ครบหรือเกิน 13 หลัก ให้แก้หรือเว้นว่าง",
        "Not 13 digits: mend it or leave it empty.",
    ),
    "number_destroyed": (
        "Excel ปัดเลขประจำตัวทิ้งไปแล้ว ให้พิมพ์เลขใหม่ทั้งหมดเป็นข้อความ",
        "The spreadsheet rounded the number away: type it again as text.",
    ),
    "number_leading_zero_restored": (
        "เติมเลข 0 ที่หายไปข้างหน้าให้แล้ว ให้ตรวจว่าถูกต้อง",
        "A lost leading zero was put back: check it.",
    ),
    "number_again": (
        "เลขนี้มีอยู่แล้วในแถวก่อนหน้า ให้ตรวจว่าเป็นคนเดียวกันหรือพิมพ์ผิด",
        "This number stands in an earlier row: the same person, or a slip?",
    ),
    "same_person_again": (
        "แถวนี้ซ้ำกับแถวก่อนหน้า ให้ลบออกถ้าเป็นคนเดียวกัน",
        "This row repeats an earlier one: delete it if it is the same person.",
    ),
    "birth_two_digit_year": (
        "ปีเกิดมีสองหลัก ให้พิมพ์ปี พ.ศ. สี่หลัก เช่น 2555",
        "Two-digit year: type all four digits.",
    ),
    "birth_impossible_day": (
        "ไม่มีวันที่นี้ในเดือนนั้น ให้ตรวจวันเกิด (เก็บไว้เฉพาะเดือนและปี)",
        "No such day in that month: check it (month and year are kept).",
    ),
    "birth_impossible_month": (
        "ไม่มีเดือนนี้ ให้ตรวจวันเกิด (เก็บไว้เฉพาะปี)",
        "No such month: check it (the year is kept).",
    ),
    "birth_impossible_year": (
        "ปีเกิดเป็นไปไม่ได้ ให้พิมพ์ปี พ.ศ. สี่หลัก",
        "Impossible year: type it in four digits.",
    ),
    "birth_no_such_month": (
        "ปี 2483 ไม่มีเดือนมกราคมถึงมีนาคม ให้ถามวันเกิดอีกครั้ง",
        "BE 2483 had no January to March: ask again.",
    ),
    "birth_future": ("วันเกิดอยู่หลังวันนี้ ให้ตรวจปี", "The birth date is after today: check the year."),
    "birth_unreadable": (
        "อ่านวันเกิดไม่ออก ให้พิมพ์เป็น วัน/เดือน/ปี พ.ศ. หรือเฉพาะปี",
        "Unreadable birth date: type day/month/year or the year only.",
    ),
    "birth_day_month_swapped": (
        "วันกับเดือนดูเหมือนสลับกัน สลับให้แล้ว ให้ตรวจว่าถูกต้อง",
        "Day and month seemed swapped and were turned: check.",
    ),
    "birth_double_converted": (
        "ปีถูกแปลง พ.ศ. ซ้ำสองครั้ง แปลงกลับให้แล้ว ให้ตรวจว่าถูกต้อง",
        "The year was converted twice; turned back: check.",
    ),
    "birth_old_calendar": (
        "เกิดก่อน พ.ศ. 2484 ซึ่งปีใหม่เริ่มเดือนเมษายน ให้ตรวจปีเกิด",
        "Born before 1941, when the year began in April: check the year.",
    ),
    "birth_long_ago": ("อายุเกิน 115 ปี ให้ตรวจปีเกิด", "More than 115 years old: check the year."),
    "birth_estimated_from_age": (
        "คำนวณปีเกิดโดยประมาณจากอายุ ให้ถามปีเกิด",
        "Year estimated from the age: ask for it.",
    ),
    "moo_unreadable": ("อ่านหมู่ที่ไม่ออก ให้พิมพ์เป็นตัวเลข", "Unreadable moo: type a number."),
    "moo_differs": ("หมู่ที่ในสองช่องไม่ตรงกัน ให้แก้ให้ตรงกัน", "Two moo numbers differ: make them agree."),
    "phone_unreadable": ("เบอร์โทรไม่ครบ ให้ตรวจเบอร์", "Not a telephone number: check it."),
    "unmatched_sex": (
        "ไม่รู้จักคำในช่องเพศ ให้ใส่ ชาย หญิง หรือ ไม่ระบุ",
        "Unknown word: male, female or not stated.",
    ),
    "unmatched_level": (
        "ไม่รู้จักระดับการศึกษานี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown level: choose one (the word is kept in the note).",
    ),
    "unmatched_status": (
        "ไม่รู้จักสถานะนี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown status: choose one (the word is kept in the note).",
    ),
    "unmatched_reasons": (
        "ไม่รู้จักสาเหตุนี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown reason: choose one (the word is kept in the note).",
    ),
    "unmatched_groups": (
        "ไม่รู้จักกลุ่มนี้ ให้เลือกจากรายการ (คำเดิมเก็บไว้ในหมายเหตุ)",
        "Unknown group: choose one (the word is kept in the note).",
    ),
    "text_replacement_character": (
        "มีตัวอักษรที่เสียหาย ให้พิมพ์คำใหม่",
        "A letter was lost: type the word again.",
    ),
    "text_too_long": (
        "ข้อความยาวเกินกว่าจะเก็บได้ ให้ย่อ แถวนี้ยังบันทึกไม่ได้",
        "The text is longer than is kept: shorten it. This row cannot be stored yet.",
    ),
    "text_repeated_mark": (
        "วรรณยุกต์หรือสระอาจซ้ำ (มักมาจาก PDF) ให้ตรวจคำ",
        "A mark may stand twice (often from a PDF): check.",
    ),
    "text_clashing_marks": (
        "มีสระหรือวรรณยุกต์ซ้อนกัน ให้ตรวจคำ",
        "Marks stand on one another: check the word.",
    ),
    "text_stray_mark": (
        "มีสระหรือวรรณยุกต์ลอย ให้ตรวจคำ",
        "A mark stands without its letter: check the word.",
    ),
    "text_wrong_encoding": (
        "ตัวอักษรอ่านไม่ออก ไฟล์อาจบันทึกผิดรหัสภาษา",
        "The letters are garbled: the file was saved in a wrong encoding.",
    ),
    "text_private_use": (
        "มีตัวอักษรพิเศษของโปรแกรมอื่น ให้พิมพ์คำใหม่",
        "Letters of another program's own: type the word again.",
    ),
    "cell_error": (
        "สูตรในช่องนี้ให้ผลผิดพลาด จึงอ่านเป็นช่องว่าง ให้แก้ในไฟล์เดิมหรือพิมพ์ค่าเอง",
        "The formula in this cell failed; it was read as empty. Mend it in the file or type it.",
    ),
    "cell_not_calculated": (
        "สูตรในช่องนี้ยังไม่มีผล ให้เปิดไฟล์ใน Excel แล้วบันทึกใหม่",
        "The formula in this cell has no result yet: open the file in Excel and save it.",
    ),
    "name_differs": (
        "ชื่อเต็มไม่ตรงกับชื่อและนามสกุลในช่องของตน ใช้ตามช่องชื่อและนามสกุล",
        "The whole name differs from given name and surname; those were taken.",
    ),
    "two_people": (
        "ช่องนี้มีชื่อมากกว่าหนึ่งคน ให้แยกเป็นคนละแถว แถวนี้ยังบันทึกไม่ได้",
        "This cell names more than one person: give each a row. This row cannot be stored yet.",
    ),
    "maybe_two_people": (
        "ช่องนี้อาจเป็นมากกว่าหนึ่งคน แถวนี้ยังไม่นำเข้า ให้แยกเป็นคนละแถวในแฟ้ม หรือตัดสินว่าเป็นคนเดียว",
        "This cell may name more than one person, so the row waits: give each a row in the file, "
        "or decide that it is one person.",
    ),
    "maybe_no_learner": (
        "แถวนี้ไม่มีลำดับและมีแต่ชื่อ อาจเป็นผู้ปกครองหรือข้อความของคนแถวบน แถวนี้ยังไม่นำเข้า ให้ตัดสินก่อน",
        "This row has no number and only a name: it may be the carer of the person above, or "
        "words about that person. It waits until somebody decides.",
    ),
    "row_shifted": (
        "ในช่องชื่อมีแต่ตัวเลข แถวนี้อาจเลื่อนช่อง จึงยังไม่นำเข้า ให้แก้ในแฟ้มหรือตัดสินก่อน",
        "Only figures stand where a name should be: the row may have slipped sideways. It waits "
        "until it is mended or decided.",
    ),
    "sheet_sorted_in_part": (
        "แผ่นงานนี้ถูกเรียงลำดับเพียงบางคอลัมน์ แถวจึงปนกันหลายคน ยังไม่แก้ใคร ให้เลิกการเรียงหรือส่งออกใหม่ "
        "หรือตัดสินทีละแถว",
        "This sheet was sorted in part, so its rows mix several people. Nobody is changed: undo "
        "the sorting, export it anew, or decide row by row.",
    ),
    "ticked_twice": (
        "ทำเครื่องหมายไว้หลายช่องที่เลือกได้ช่องเดียว จึงเก็บไว้ตามที่เขียน ให้เลือกเมื่อนำเข้าแล้ว",
        "Several of these columns are ticked where only one can be so; kept as written. Choose "
        "after the import.",
    ),
    "name_remark": (
        "หลังชื่อมีคำที่ไม่ใช่ชื่อ จึงเก็บไว้เป็นข้อมูลเพิ่มเติม ถ้าบอกว่าย้าย เสียชีวิต หรือซ้ำ ให้ตัดสินก่อนนำเข้า",
        "A word behind the name is no name; it is kept beside it. Where it says moved, died or "
        "twice, decide before the row is brought in.",
    ),
    "row_struck": (
        "แถวนี้ถูกขีดฆ่าในแฟ้ม จึงยังไม่นำเข้า ให้ตัดสินว่าจะนำเข้าหรือไม่",
        "This row is struck through in the file: decide whether to bring it in. It waits.",
    ),
    "row_torn": (
        "ช่องนี้กับรหัสของแถวเป็นของคนละคน จึงยังไม่แก้ใคร ให้ตัดสินว่าแถวนี้คือใคร",
        "This cell and the row's code mean two people. Nobody is changed: decide who the row is.",
    ),
    "row_copied": (
        "มีหลายแถวที่มีรหัสของคนเดียวกัน แถวนี้ไม่เหมือนที่ส่งออก ให้ตัดสินว่าเป็นคนเดิมหรือคนใหม่",
        "Several rows carry one person's code, and this one differs from the export: decide "
        "whether it is the same person or somebody new.",
    ),
    "row_gone": (
        "คนนี้ถูกซ่อนหรือลบไปแล้วหลังจากส่งออก จึงยังไม่นำกลับเข้ามา ให้ตัดสินว่าจะเพิ่มเป็นคนใหม่หรือไม่นำเข้า",
        "This person was hidden or erased after the export and is not brought back by itself: "
        "decide whether to add somebody new or to leave the row out.",
    ),
    "column_not_read_back": (
        "คอลัมน์นี้โปรแกรมเป็นผู้กำหนด จึงไม่ได้อ่านค่าที่แก้",
        "The program tells this column by itself; the edit was not read.",
    ),
    "village_by_number": (
        "หมู่บ้านเป็นไปตามหมู่ที่ ให้แก้หมู่ที่ หรือแก้ชื่อหมู่บ้านในการตั้งค่าพื้นที่",
        "The village follows the moo number: change that, or the village's name in the settings.",
    ),
    "clock_suspected": (
        "นาฬิกาของเครื่องนี้บอกวันที่ข้างต้น ซึ่งไม่น่าถูก ให้ตั้งวันที่ใหม่ วันเกิดอ่านโดยไม่เทียบกับวันนี้",
        "The clock of this computer shows this day, which cannot be right: set it. Births were "
        "read without comparing them with today.",
    ),
    "left_out_total": ("แถวรวมยอด", "a row of totals"),
    "left_out_footer": ("ท้ายตาราง", "below the table"),
    "left_out_blank": ("แถวที่ไม่มีชื่อใคร", "a row without anybody"),
    "left_out_order": ("คอลัมน์ลำดับ", "a column of numbers in order"),
    "left_out_ignore": ("คอลัมน์ที่ไม่บอกอะไรของคน", "a column that says nothing of a person"),
    "left_out_hidden_row": ("แถวที่ซ่อนไว้", "a hidden row"),
    "left_out_hidden_column": ("คอลัมน์ที่ซ่อนไว้", "a hidden column"),
    "left_out_hidden_sheet": ("แผ่นงานที่ซ่อนไว้", "a hidden sheet"),
    "left_out_sheet_without_headings": ("แผ่นงานที่ไม่มีหัวตารางรายชื่อ", "a sheet without headings"),
    "sheet_without_headings": (
        "หาหัวตารางของแผ่นงานนี้ไม่พบ จึงไม่ได้อ่าน",
        "No headings were found on this sheet; it was not read.",
    ),
}


def advice(code: str, *, english: bool = False) -> str:
    """What to do about a problem."""
    words = ADVICE.get(code)
    return of_newer(code, "en" if english else "th") if words is None else words[english]
