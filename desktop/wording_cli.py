"""Sentences of the command line: for each code what happened and what to do, Thai and English."""

from __future__ import annotations

from typing import Final

from desktop.errors import TambonError

# Code -> Thai, English; {name} is filled from the values of the error.
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # Opening
    "no_display": (
        "เครื่องนี้ไม่มีจอภาพให้เปิดหน้าต่าง สั่งงานด้วยคำสั่งแทนได้ ดูด้วย --help",
        "There is no display to open a window on. Use commands instead: see --help.",
    ),
    "wrong_passcode": ("รหัสผ่านไม่ถูกต้อง", "Wrong passcode."),
    "passcode_missing": (
        "ไม่มีรหัสผ่าน ใส่ไว้ในตัวแปร {name} หรือสั่งจากหน้าจอที่พิมพ์ได้",
        "No passcode: set {name}, or run where it can be typed.",
    ),
    "passcodes_differ": ("รหัสผ่านสองครั้งไม่ตรงกัน", "The two passcodes differ."),
    "passcode_too_short": (
        "รหัสผ่านสั้นไป ต้องมีอย่างน้อย {least} ตัว",
        "The passcode is too short: at least {least} characters.",
    ),
    "passcode_wait": (
        "ใส่รหัสผิดหลายครั้ง รออีก {seconds} วินาที ข้อมูลไม่หาย",
        "Too many wrong passcodes: wait {seconds} seconds. Nothing is lost.",
    ),
    "passcode_figures": (
        "ตัวเลขล้วนต้องมีอย่างน้อย {least} ตัว",
        "Figures alone: at least {least} of them, or add letters.",
    ),
    "passcode_common": (
        "รหัสนี้เดาง่าย ใช้คำสองสามคำที่คนอื่นไม่รู้",
        "This passcode is easily guessed: use two or three words that nobody knows.",
    ),
    "passcode_personal": (
        "อย่าใช้ชื่อ วันเกิด เบอร์โทร หรือเลขประจำตัว",
        "Not a name, a birthday, a telephone or an identity number.",
    ),
    "last_user": ("เหลือผู้ใช้คนเดียว", "This is the last user of this laptop."),
    "memory_full": (
        "หน่วยความจำไม่พอ ปิดโปรแกรมอื่นแล้วลองใหม่",
        "Not enough memory: close other programs and try again.",
    ),
    "centre_closed": ("ศูนย์นี้ปิดแล้ว", "The centre was closed."),
    "recovery_none": (
        "ยังไม่เคยทำคำกู้คืน ทำด้วยคำสั่ง recovery make",
        "No recovery key was made: make one with recovery make.",
    ),
    "recovery_words_missing": (
        "ไม่มีคำกู้คืน ใส่ไว้ในตัวแปร {name} หรือสั่งจากหน้าจอที่พิมพ์ได้",
        "No recovery words: set {name}, or run where they can be typed.",
    ),
    "recovery_words_count": (
        "ต้องมี {wanted} คำ แต่มี {given} คำ",
        "{wanted} words are needed; {given} were given.",
    ),
    "recovery_word_wrong": (
        "คำที่ {number} ไม่ตรง: {word} {likely}",
        "Word {number} is not right: {word} {likely}",
    ),
    "recovery_words_wrong": (
        "ไม่ตรงมากกว่าหนึ่งคำ หรือสลับที่กัน",
        "More than one word is wrong, or two changed places.",
    ),
    "recovery_replaced": (
        "คำครบถูกต้อง แต่เป็นใบเก่าหรือใบของเครื่องอื่น",
        "The words are whole, but of an older sheet or of another laptop.",
    ),
    "unknown_user": ("ไม่มีผู้ใช้นี้ในเครื่องนี้", "No such user on this laptop."),
    "user_inactive": ("ผู้ใช้ {name} ถูกระงับแล้ว", "The user {name} is no longer active."),
    "no_centre_here": (
        "ยังไม่มีศูนย์ใน {folder} เริ่มด้วยคำสั่ง init หรือบอกโฟลเดอร์ด้วย --data",
        "There is no centre in {folder}: begin one with init, or name its folder with --data.",
    ),
    "centre_exists": (
        "มีศูนย์อยู่แล้วใน {folder} เลือกโฟลเดอร์อื่น",
        "There is a centre in {folder} already: choose another folder.",
    ),
    "centre_and_tambon_needed": (
        "บอกชื่อศูนย์ด้วย --centre และรหัสตำบลด้วย --tambon",
        "Name the centre with --centre and its tambon with --tambon.",
    ),
    "tambon_unknown": ("ไม่มีรหัสตำบล {tambon}", "There is no tambon {tambon}."),
    "name_missing": ("ใส่ชื่อศูนย์และชื่อผู้ใช้", "The centre and the user need a name."),
    "sample_needs_empty_centre": (
        "ข้อมูลตัวอย่างใส่ได้เฉพาะศูนย์ที่ยังไม่มีผู้เรียนรู้",
        "The sample goes only into a centre without learners.",
    ),
    "urgent_named_there": (
        "ยังมีคนที่มีชื่อในเรื่องนี้ทำงานอยู่",
        "Somebody named in this case still works here.",
    ),
    "urgent_nobody": ("ต้องมีผู้ดูแลอย่างน้อยหนึ่งคน", "At least one person must be named."),
    "urgent_user_unfit": (
        "คนนี้รับเรื่องเร่งด่วนไม่ได้",
        "This user may not work with urgent cases.",
    ),
    "not_allowed": ("บทบาทของผู้ใช้นี้ทำไม่ได้", "This user's role may not do that."),
    # Learners
    "learner_unknown": ("ไม่พบผู้เรียนรู้ {text}", "No learner {text}."),
    "learner_ambiguous": (
        "{text} ตรงกับผู้เรียนรู้ {count} คน ใช้รหัสอื่นหรือ id ของคนนั้น",
        "{text} means {count} learners: give another code, or the id, of the one meant.",
    ),
    "given_missing": ("ต้องมีชื่อ (given)", "A given name is needed."),
    "bad_date": (
        "อ่านวันที่ในช่อง {field} ไม่ได้: {value} ใส่เช่น 22/11/2554 หรือ 2554",
        "The date in {field} cannot be read: {value}. Give 22/11/2554, or 2554 alone.",
    ),
    "bad_number": (
        "อ่านเลขในช่อง {field} ไม่ได้: {value}",
        "The number in {field} cannot be read: {value}.",
    ),
    "bad_yes_no": ("ช่อง {field} ต้องเป็น ใช่ หรือ ไม่: {value}", "{field} is yes or no: {value}."),
    "unknown_field": ("ไม่มีช่องชื่อ {field}", "There is no field {field}."),
    "unknown_code": (
        "ไม่รู้จักคำว่า {value} ในช่อง {field}",
        "{value} is not a word known for {field}.",
    ),
    "village_unknown": ("ไม่มีหมู่บ้าน {village} ในศูนย์นี้", "There is no village {village} here."),
    # Consent and a person's rights
    "consent_nothing_asked": ("บอกอย่างน้อยหนึ่งเรื่องที่ขอ", "Name at least one purpose."),
    "consent_not_given": ("ยังไม่มีความยินยอมเรื่องนี้ให้ถอน", "There is no such consent to take back."),
    "consent_situation_missing": (
        "ไม่รู้วันเกิด บอก situation ด้วย เช่น minor หรือ adult",
        "The birth date is unknown: give situation, such as minor or adult.",
    ),
    "consent_situation_wrong": (
        "situation ไม่ตรงกับวันเกิดในทะเบียน",
        "The situation does not fit the birth date on record.",
    ),
    "consent_power_missing": (
        "บอก signer_power ของผู้ลงชื่อด้วย",
        "Say in what capacity the signer signs: signer_power.",
    ),
    "consent_power_wrong": (
        "ผู้ลงชื่อในฐานะนี้ลงแทนไม่ได้",
        "A signer in this capacity cannot sign here.",
    ),
    "consent_carer_cannot": (
        "ผู้ดูแลจริงที่ไม่มีอำนาจปกครองลงชื่อแทนไม่ได้ ใช้ฐานกฎหมายอื่นพร้อมเหตุผล",
        "A daily carer without parental power cannot sign; use another legal basis, with a reason.",
    ),
    "consent_own_agreement_missing": (
        "เด็กอายุเกิน 10 ปีต้องเห็นด้วยเองด้วย (child_agrees=yes)",
        "A child over ten has to agree too (child_agrees=yes).",
    ),
    "consent_read_aloud_missing": (
        "ต้องอ่านให้ฟังก่อน (read_aloud=yes)",
        "It has to be read aloud first (read_aloud=yes).",
    ),
    "consent_recipient_missing": (
        "บอกหน่วยงานที่รับข้อมูล (recipient)",
        "Name the agency that gets the data (recipient).",
    ),
    "consent_basis_reason_missing": (
        "บอกเหตุผลที่ใช้ฐานอื่น (basis_reason)",
        "Say why another legal basis is used (basis_reason).",
    ),
    "consent_date_ahead": ("วันที่ต้องไม่เลยวันนี้", "The day must not lie ahead."),
    "consent_until_before": (
        "วันสิ้นสุดต้องไม่มาก่อนวันที่ลงชื่อ",
        "It cannot end before it was signed.",
    ),
    "witnesses_missing": (
        "ต้องมีพยานอย่างน้อย {least} คน",
        "At least {least} witnesses are needed.",
    ),
    "learner_restricted": (
        "ข้อมูลของคนนี้ถูกระงับการใช้อยู่ ยกเลิกการระงับก่อน",
        "This person's record is restricted: lift that first.",
    ),
    "already_restricted": ("ถูกระงับอยู่แล้ว", "It is restricted already."),
    "not_restricted": ("ไม่ได้ถูกระงับ", "It is not restricted."),
    "nothing_to_rectify": ("ค่าเหมือนเดิม ไม่มีอะไรต้องแก้", "Nothing differs from what is on record."),
    "photo_without_consent": (
        "ไม่มีความยินยอมเรื่องภาพถ่าย ส่งออกไม่ได้",
        "There is no consent to photographs: it cannot be exported.",
    ),
    "export_whom": (
        "บอกรหัสคนเมื่อส่งออก person เท่านั้น",
        "Give a code with `person`, and only with that.",
    ),
    "reason_missing": ("บอกเหตุผลด้วย --reason", "Say why with --reason."),
    "reason_names_person": (
        "เหตุผลจะถูกเก็บไว้ อย่าใส่ชื่อหรือเลขของคนนั้น ({text})",
        "The reason is kept: leave out the person's name and numbers ({text}).",
    ),
    "place_unknown": ("ที่นั้นไม่อยู่ในรายการ", "That place is not on the list."),
    "retention_years_wrong": (
        "จำนวนปีต้องเป็น {least} ถึง {most}",
        "The years must be {least} to {most}.",
    ),
    "already_anonymous": (
        "ระเบียนนี้ไม่ระบุตัวบุคคลอยู่แล้ว",
        "This record names nobody already.",
    ),
    # Rosters
    "run_unknown": ("ไม่มีการนำเข้าครั้งที่ {text}", "There is no import {text}."),
    "run_undone_already": ("เลิกการนำเข้าครั้งที่ {run} ไปแล้ว", "Import {run} was taken back already."),
    "roster_no_headings": (
        "หาหัวตารางใน {name} ไม่พบ ต้องมีแถวที่บอกว่าช่องใดคือชื่อหรือเลขประจำตัว",
        "No heading row in {name}: one must say which column is the name or the number.",
    ),
    "file_missing": ("ไม่พบแฟ้ม {name}", "There is no file {name}."),
    "file_unreadable": ("อ่านแฟ้ม {name} ไม่ได้", "{name} cannot be read."),
    "file_empty": ("แฟ้ม {name} ว่าง", "{name} is empty."),
    "file_too_large": ("แฟ้ม {name} ใหญ่เกินไป แบ่งเป็นหลายแฟ้ม", "{name} is too large: split it."),
    "file_encrypted": (
        "แฟ้ม {name} ใส่รหัสผ่านไว้ เปิดใน Excel แล้วเอารหัสออกก่อน",
        "{name} has a password: take it off in the spreadsheet first.",
    ),
    "file_old_excel": (
        "แฟ้ม {name} เป็น Excel รุ่นเก่า บันทึกใหม่เป็น .xlsx",
        "{name} is an old Excel file: save it as .xlsx.",
    ),
    "file_is_pdf": ("แฟ้ม {name} เป็น PDF ขอแฟ้มตารางแทน", "{name} is a PDF: ask for the table."),
    "file_is_web_page": (
        "{name} เป็นหน้าเว็บ เปิดใน Excel แล้วบันทึกเป็น .xlsx",
        "{name} is a web page: open it in Excel and save it as .xlsx.",
    ),
    "file_is_opendocument": (
        "แฟ้ม {name} เป็น OpenDocument บันทึกใหม่เป็น .xlsx",
        "{name} is OpenDocument: save it as .xlsx.",
    ),
    "file_not_workbook": (
        "แฟ้ม {name} ไม่ใช่ตาราง .xlsx หรือ .csv",
        "{name} is no .xlsx or .csv table.",
    ),
    "file_damaged": ("แฟ้ม {name} เสียหรือไม่ครบ", "{name} is damaged or cut short."),
    "file_suspicious": (
        "แฟ้ม {name} มีสิ่งที่ไม่ควรอยู่ในตาราง จึงไม่เปิด",
        "{name} holds what no table should, and was not opened.",
    ),
    "file_too_many_rows": ("แฟ้ม {name} เกิน {limit} แถว", "{name} has more than {limit} rows."),
    "file_too_many_columns": (
        "แฟ้ม {name} เกิน {limit} คอลัมน์",
        "{name} has more than {limit} columns.",
    ),
    "file_too_many_sheets": ("แฟ้ม {name} มีหลายแผ่นงานเกินไป", "{name} has too many sheets."),
    "file_cell_too_long": ("แฟ้ม {name} มีช่องที่ยาวเกินไป", "{name} has a cell that is too long."),
    "file_unknown_encoding": (
        "อ่านตัวอักษรใน {name} ไม่ออก บันทึกใหม่เป็น CSV UTF-8",
        "The letters of {name} cannot be read: save it as CSV UTF-8.",
    ),
    # Tables and paper out
    "export_not_writable": ("เขียนแฟ้ม {name} ไม่ได้", "{name} cannot be written."),
    "export_cell_too_long": (
        "แถว {row} ช่อง {column} ยาวเกินที่ตารางเก็บได้",
        "Row {row}, {column} is longer than a cell can be.",
    ),
    "export_format_unknown": (
        "ชื่อแฟ้มต้องลงท้ายด้วย .xlsx หรือ .csv",
        "The file's name must end in .xlsx or .csv.",
    ),
    "paper_cannot_write": ("เขียนแฟ้ม PDF ไม่ได้", "The PDF cannot be written."),
    "paper_nothing_to_print": ("ไม่มีอะไรให้พิมพ์", "There is nothing to print."),
    "paper_unknown_form": ("ไม่มีแบบฟอร์มชื่อนี้", "There is no such form."),
    "no_plan": ("ผู้เรียนรู้คนนี้ยังไม่มีแผน", "This learner has no plan yet."),
    # Hub
    "offline": (
        "ติดต่อศูนย์จังหวัดไม่ได้ ข้อมูลยังอยู่ครบในเครื่อง ลองใหม่เมื่อมีสัญญาณ",
        "The hub cannot be reached. Everything is kept here; try again when there is a link.",
    ),
    "not_enrolled": (
        "ยังไม่ได้เข้าร่วมศูนย์จังหวัด ใช้คำสั่ง enrol",
        "This laptop has joined no hub yet: use enrol.",
    ),
    "already_enrolled": ("เข้าร่วม {hub} อยู่แล้ว", "This laptop has joined {hub} already."),
    "sync_running": ("กำลังส่งอยู่", "Sync is running already."),
    "mass_deletion": (
        "การรับครั้งนี้จะซ่อน {deleting} จาก {of} ระเบียน ถ้าตั้งใจ สั่งใหม่พร้อม --allow-mass-deletion",
        "This would hide {deleting} of {of} records. If that is meant, add --allow-mass-deletion.",
    ),
    "hub_bad_address": ("ที่อยู่ศูนย์จังหวัดไม่ถูกต้อง: {address}", "{address} is no hub address."),
    "hub_bad_code": ("รหัสเข้าร่วมไม่ถูกต้องหรือใช้ไปแล้ว", "The code is wrong, or was used already."),
    "hub_revoked": ("เครื่องนี้ถูกยกเลิกสิทธิ์ที่ศูนย์จังหวัด", "The hub has revoked this laptop."),
    "hub_unknown_device": ("ศูนย์จังหวัดไม่รู้จักเครื่องนี้", "The hub does not know this laptop."),
    "hub_too_many_tries": ("ลองหลายครั้งเกินไป รอสักครู่", "Too many tries: wait a while."),
    "hub_device_taken": ("เครื่องนี้เข้าร่วมด้วยกุญแจอื่นแล้ว", "This laptop has joined with another key."),
    "hub_adopted_elsewhere": ("ศูนย์นี้อยู่กับศูนย์จังหวัดอื่นแล้ว", "Another centre at the hub has this one."),
    "hub_incompatible": (
        "โปรแกรมกับศูนย์จังหวัดต่างรุ่นกันเกินไป ต้องปรับรุ่น",
        "This program and the hub are too far apart: one must be updated.",
    ),
    "hub_malformed": ("คำตอบจากศูนย์จังหวัดอ่านไม่ได้", "The hub's answer cannot be read."),
    "hub_wrong_hub": ("แฟ้มหรือศูนย์จังหวัดนี้ไม่ใช่ของเครื่องนี้", "This is not this laptop's hub."),
    "stick_damaged": ("{file} มาไม่ครบหรือเสีย", "{file} is damaged or cut short."),
    "stick_for_hub": ("{file} เป็นแฟ้มสำหรับศูนย์จังหวัด", "{file} goes to the province hub."),
    "stick_from_revoked": (
        "{file} มาจากเครื่องที่ถูกยกเลิกสิทธิ์",
        "{file} comes from a laptop that was shut out.",
    ),
    "stick_from_stranger": (
        "{file} มาจากเครื่องที่ไม่รู้จัก",
        "{file} comes from a laptop that is not known here.",
    ),
    "stick_newer": ("{file} เป็นของรุ่นใหม่กว่า", "A newer version wrote {file}."),
    "stick_not_ours": ("{file} ไม่ใช่แฟ้มของโปรแกรมนี้", "{file} is no file of this program."),
    "stick_other_laptop": ("{file} ส่งให้เครื่องอื่น", "{file} is meant for another laptop."),
    "stick_tampered": ("{file} ถูกแก้ระหว่างทาง", "{file} was altered on its way."),
    "stick_wrong_hub": ("{file} เป็นของจังหวัดหรือศูนย์อื่น", "{file} is another hub's or centre's."),
    "hub_wrong_device": ("ใบรับนี้เป็นของเครื่องอื่น", "This receipt is another laptop's."),
    "laptop_unknown": (
        "ไม่รู้จักเครื่อง {laptop} ในศูนย์นี้ (ดู bundle laptops)",
        "No laptop {laptop} is known in this centre (see bundle laptops).",
    ),
    "hub_untrusted_hub": (
        "ยืนยันไม่ได้ว่าเป็นศูนย์จังหวัดจริง ตรวจที่อยู่และรหัสเข้าร่วม",
        "This is not proved to be the hub: check the address and the code.",
    ),
    "near_bad_address": ("ที่อยู่เครื่องใกล้กันไม่ถูกต้อง: {address}", "{address} is no address."),
    "near_itself": ("ที่อยู่นี้คือเครื่องนี้เอง", "That is this laptop itself."),
    "near_port_taken": ("ช่อง {port} ถูกใช้อยู่", "Port {port} is taken."),
    "hub_wrong_centre": ("แฟ้มนี้เป็นของศูนย์อื่น", "This file is another centre's."),
    "hub_bad_signature": ("ลายเซ็นไม่ถูกต้อง จึงไม่รับ", "The signature is false; nothing was taken."),
    "hub_no_sealing_key": (
        "ศูนย์จังหวัดรุ่นนี้รับแฟ้มไม่ได้ ใช้คำสั่ง sync",
        "This hub takes no files: use sync.",
    ),
    "conflict_moved_on": (
        "มีคนแก้เรื่องนี้ต่อไปแล้ว จึงไม่ย้อน: {id}",
        "{id} was edited since its decision; it is not reopened.",
    ),
    "conflict_unknown": ("ไม่มีข้อขัดกัน {id} ที่รอตัดสิน", "No conflict {id} waits."),
    # Keeping
    "file_exists": ("มีแฟ้ม {file} อยู่แล้ว ไม่เขียนทับ", "{file} exists; it is never overwritten."),
    "folder_missing": ("ไม่มีโฟลเดอร์ {folder}", "There is no folder {folder}."),
    "backup_missing": ("ไม่พบแฟ้มสำรอง {file}", "There is no backup {file}."),
    "backup_unreadable": (
        "แฟ้ม {file} ไม่ใช่สำเนาสำรองที่ครบถ้วน ไม่มีอะไรเปลี่ยน",
        "{file} is no whole backup; nothing was changed.",
    ),
    "backup_damaged": ("สำเนาสำรองเสียหาย", "The backup is damaged."),
    "backup_differs": ("สำเนาสำรองไม่ตรงกับที่บอกไว้", "The backup is not what it says it is."),
    "check_found": ("พบสิ่งผิดปกติ {count} รายการ", "{count} things are amiss."),
    # Disk
    "disk_full": ("ดิสก์เต็ม ข้อมูลเดิมยังอยู่", "The disk is full; what was stored is safe."),
    "disk_nearly_full": (
        "ดิสก์เหลือที่ว่าง {free} MB ไม่พอสำหรับแฟ้มใหญ่",
        "Only {free} MB of the disk are free: too little for something large.",
    ),
    "restore_unfinished": (
        "การกู้คืนครั้งก่อนค้างอยู่ และอ่าน {file} ไม่ได้",
        "An earlier restore was cut off, and {file} cannot be read.",
    ),
    "disk_error": ("ดิสก์อ่านหรือเขียนไม่ได้", "The disk cannot be read or written."),
    "cannot_open": ("เปิด {file} ไม่ได้", "{file} cannot be opened."),
    "cannot_write": ("เขียน {file} ไม่ได้", "{file} cannot be written."),
    "database_locked": ("โปรแกรมอื่นกำลังใช้ข้อมูลอยู่ ลองใหม่", "The data is in use: try again."),
    "database_read_only": ("โฟลเดอร์ข้อมูลเขียนไม่ได้", "The data folder is read-only."),
    "database_damaged": (
        "ฐานข้อมูลเสียหาย ใช้คำสั่ง restore กับสำเนาสำรองล่าสุด",
        "The database is damaged: restore the newest backup.",
    ),
    "database_missing": ("ไม่พบฐานข้อมูล {file}", "The database {file} is missing."),
    "not_our_database": ("แฟ้มนี้ไม่ใช่ฐานข้อมูลของโปรแกรม", "This is not the program's database."),
    "key_file_damaged": ("แฟ้มกุญแจเสียหาย: {file}", "The key file is damaged: {file}."),
    "newer_file": (
        "ข้อมูลนี้มาจากโปรแกรมรุ่นใหม่กว่า ปรับรุ่นโปรแกรมก่อน",
        "A newer program has written this: update first.",
    ),
    "text_not_unicode": (
        "ข้อความในช่อง {field} มีอักขระที่เสียหาย ลบแล้วพิมพ์ใหม่",
        "The text of {field} holds a broken character: delete it and type it again.",
    ),
    "value_out_of_range": (
        "ค่าในช่อง {field} ใหญ่เกินกว่าจะเก็บได้ ตรวจแล้วใส่ใหม่",
        "The value of {field} is larger than can be kept: check it and enter it again.",
    ),
    "sqlite_too_old": ("SQLite {version} เก่าเกินไป", "SQLite {version} is too old."),
}


def sentence(error: TambonError) -> str:
    """What to say of a refusal: a line in Thai and one in English."""
    known = SENTENCES.get(error.code)
    if known is None:
        return f"ทำรายการนี้ไม่ได้ ({error.code})\nThis was refused ({error.code})."
    return "\n".join(_filled(text, error.values) for text in known)


def _filled(text: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        shown = f"{value:,}" if isinstance(value, int) else str(value)
        text = text.replace("{" + name + "}", shown)
    return text
