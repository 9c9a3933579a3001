"""Sentences of the hub's commands: for each code what happened and what to do, Thai and English."""

from __future__ import annotations

from typing import Final

from sync.errors import SyncError

# Code -> Thai, English; {name} is filled from the values of the error.
SENTENCES: Final[dict[str, tuple[str, str]]] = {
    # The database
    "database_not_named": (
        "ยังไม่บอกที่เก็บฐานข้อมูล ใส่ --database sqlite:////srv/tambon/hub.db หรือตั้ง TAMBON_HUB_DATABASE",
        "No database was named: give --database sqlite:////srv/tambon/hub.db, "
        "or set TAMBON_HUB_DATABASE.",
    ),
    "database_url_wrong": (
        "ที่อยู่ฐานข้อมูลไม่ถูก ใช้แบบ sqlite:////srv/tambon/hub.db หรือ postgresql://ผู้ใช้:รหัส@เครื่อง/tambon",
        "The database's address cannot be read: write it as sqlite:////srv/tambon/hub.db "
        "or postgresql://user:password@host/tambon.",
    ),
    "database_in_memory": (
        "ฐานข้อมูลนี้ไม่มีแฟ้ม ปิดแล้วหายหมด ใส่ชื่อแฟ้มต่อท้าย เช่น sqlite:///hub.sqlite",
        "This database has no file and would be lost: name one, such as sqlite:///hub.sqlite.",
    ),
    "database_missing": (
        "ไม่พบฐานข้อมูล {file} ตรวจชื่อ ฐานใหม่ทำด้วย serve หรือ centre add",
        "There is no database {file}. Check its name; serve and centre add make a new one.",
    ),
    "database_no_folder": (
        "ไม่มีโฟลเดอร์ {folder} สร้างก่อน แล้วสั่งใหม่",
        "There is no folder {folder}: make it, then give the command again.",
    ),
    "database_driver": (
        "ไม่รู้จักฐานข้อมูลแบบ {kind} ใช้ sqlite หรือ postgresql",
        "Databases of the kind {kind} are not known here: use sqlite or postgresql.",
    ),
    "database_refused": (
        "เปิดฐานข้อมูลไม่ได้: {reason}",
        "The database cannot be opened: {reason}",
    ),
    # Files and the network
    "system_refused": ("{reason}: {file}", "{reason}: {file}"),
    "file_missing": ("ไม่พบแฟ้ม {file}", "There is no file {file}."),
    "file_exists": (
        "มีแฟ้ม {file} อยู่แล้ว ใช้ชื่ออื่น",
        "The file {file} is there already: choose another name.",
    ),
    "not_permitted": (
        "ไม่มีสิทธิ์ใช้ {file}",
        "This account may not use {file}.",
    ),
    "port_taken": (
        "ช่อง {port} มีโปรแกรมอื่นใช้อยู่ เลือกช่องอื่นด้วย --port",
        "Port {port} is in use by another program: choose another with --port.",
    ),
    "port_refused": (
        "เปิดรับที่ {host} ช่อง {port} ไม่ได้: {reason}",
        "Cannot listen on {host}, port {port}: {reason}",
    ),
    "certificate_unreadable": (
        "อ่านใบรับรองหรือกุญแจไม่ได้ ใช้แฟ้มจาก authority make ทั้งคู่",
        "The certificate or its key cannot be read: use the two files of authority make.",
    ),
    # Centres and laptops
    "bad_tambon": (
        "รหัสตำบล {tambon} ไม่ถูก ต้องเป็นตัวเลข 6 ตัว เช่น 580604",
        "The tambon code {tambon} is wrong: six digits, such as 580604.",
    ),
    "bad_name": (
        "ชื่อว่างหรือยาวเกินไป",
        "The name is empty or too long.",
    ),
    "bad_host": (
        "ชื่อเครื่อง {host} ไม่ถูก",
        "The host name {host} is wrong.",
    ),
    "unknown_centre": (
        "ไม่พบศูนย์ {centre} ดูรายชื่อด้วย centre list",
        "There is no centre {centre}: see centre list.",
    ),
    "several_centres": (
        "มีหลายศูนย์ชื่อ {centre} ใช้รหัสของศูนย์ ดูด้วย centre list",
        "Several centres are called {centre}: use the id that centre list shows.",
    ),
    "unknown_device": (
        "ไม่พบเครื่องนี้ ดูรายชื่อด้วย devices",
        "There is no such laptop: see devices.",
    ),
    "nothing_held": (
        "ไม่มีงานของเครื่องนี้ที่เก็บแยกไว้",
        "Nothing of this laptop is held.",
    ),
    "held_gap": (
        "งานที่เก็บแยกไว้ขาดช่วง รับเข้าทั้งหมดไม่ได้ ดูด้วย held show",
        "A part of what is held is missing, so it cannot be taken in: look at it with held show.",
    ),
    "no_recovery": (
        "เครื่องนี้ไม่ได้ฝากคำกู้คืนไว้",
        "This laptop left no recovery words here.",
    ),
    "no_sealing_key": (
        "เครื่องนี้ยังไม่ส่งกุญแจมา ให้ซิงก์ครั้งหนึ่งก่อน",
        "This laptop has not sent its key yet: let it sync once.",
    ),
    "no_letters_left": (
        "อักษรรหัสของศูนย์นี้ใช้หมดแล้ว",
        "All code letters of this centre are taken.",
    ),
    "not_confirmed": (
        "ยังไม่ยืนยัน จึงไม่ได้ทำอะไร ใส่ --yes เพื่อยืนยันในคำสั่ง",
        "Not confirmed, so nothing was done: --yes confirms in the command.",
    ),
    # Certificates and files on a stick
    "not_an_authority": (
        "โฟลเดอร์นี้ไม่มีใบรับรองของจังหวัดที่ใช้ได้ ทำด้วย authority make",
        "This folder holds no usable authority: make one with authority make.",
    ),
    "not_a_bundle": (
        "แฟ้มนี้ไม่ใช่แฟ้มที่โปรแกรมเขียนไว้บนแท่ง",
        "This is not a file that the program wrote for a stick.",
    ),
    "damaged_file": (
        "แฟ้มนี้เสีย ให้คัดลอกมาใหม่",
        "The file is damaged: have it copied again.",
    ),
    "other_bundle": (
        "แฟ้มนี้เป็นแฟ้มแบบอื่น ไม่ใช่งานจากเครื่องของตำบล",
        "This file is of another sort, not a laptop's work.",
    ),
    "wrong_centre": (
        "แฟ้มนี้เป็นของศูนย์อื่น",
        "This file is of another centre.",
    ),
    "wrong_device": (
        "แฟ้มนี้เป็นของเครื่องอื่น",
        "This file is of another laptop.",
    ),
    "wrong_hub": (
        "แฟ้มนี้เขียนไว้ให้จังหวัดอื่น",
        "This file was written for another province.",
    ),
    "revoked": (
        "เครื่องนี้ถูกยกเลิกแล้ว งานของเครื่องเก็บแยกไว้ ดูด้วย held list",
        "This laptop was shut out; its work is held apart: see held list.",
    ),
    "replayed": (
        "แฟ้มนี้รับไปแล้ว",
        "This file was taken in already.",
    ),
    "bad_signature": (
        "ลายเซ็นไม่ตรง แฟ้มถูกแก้ หรือไม่ใช่ของเครื่องนี้",
        "The signature is wrong: the file was altered, or is not of this laptop.",
    ),
    "bad_message": (
        "อ่านสิ่งที่ส่งมาไม่ได้",
        "What was brought cannot be read.",
    ),
    "too_large": (
        "แฟ้มใหญ่เกินกว่าที่รับได้",
        "The file is larger than is taken.",
    ),
    "incompatible": (
        "โปรแกรมสองฝั่งคนละรุ่น ปรับรุ่นให้ตรงกันก่อน",
        "The two programs are of different versions: update the older one.",
    ),
}


def sentence(error: SyncError) -> str:
    """What to say of a refusal: a line in Thai and one in English."""
    known = SENTENCES.get(error.code)
    if known is None:
        return f"ทำรายการนี้ไม่ได้ ({error.code})\nThis was refused ({error.code})."
    return "\n".join(_filled(text, error.values) for text in known)


def _filled(text: str, values: dict[str, object]) -> str:
    for name, value in values.items():
        text = text.replace("{" + name + "}", str(value))
    return text
