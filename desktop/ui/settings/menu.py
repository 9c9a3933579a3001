"""The menu of the settings: each page's key, sign and name, and who has it."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.services.roles import Right
from desktop.ui.shell.finding import Words
from desktop.ui.translation import translate

SETTINGS = "settings"
BACKUP = "backup"
BACK_UP_NOW = (BACKUP, "now")
"""What the screen is entered with to make a backup at once."""
VILLAGES = "villages"
RENUMBER = "renumber"
HETT = "hett"
DIMENSION = "dimension"
URGENT_HOURS = "urgent_hours"
FIELD_FORMS = "field_forms"


@dataclass(frozen=True)
class MenuLine:
    """A page in the menu; one that only changes things is not there for who may not change them.

    Attributes:
        also: other words that people look for it by.
    """

    key: str
    icon: str
    name: Words
    right: Right = Right.READ
    also: Words = str


MENU = (
    MenuLine(
        "centre",
        "building-2",
        lambda: translate("SettingsMenu", "ศูนย์และหัวกระดาษ"),
        Right.CENTRE,
    ),
    MenuLine(VILLAGES, "house", lambda: translate("SettingsMenu", "หมู่บ้าน"), Right.CENTRE),
    MenuLine(
        "users",
        "users",
        lambda: translate("SettingsMenu", "ผู้ใช้และรหัสผ่าน"),
        also=lambda: translate("SettingsMenu", "เปลี่ยนรหัสผ่าน บทบาท สิทธิ์"),
    ),
    MenuLine("recovery", "key-round", lambda: translate("SettingsMenu", "ใบกู้คืน")),
    MenuLine(HETT, "radar", lambda: translate("SettingsMenu", "คำอธิบาย HETT"), Right.CENTRE),
    MenuLine(
        FIELD_FORMS,
        "phone",
        lambda: translate("SettingsMenu", "แบบบนโทรศัพท์"),
        Right.IMPORT,
        also=lambda: translate("SettingsMenu", "ODK KoBo XLSForm ฟอร์ม"),
    ),
    MenuLine("words", "type", lambda: translate("SettingsMenu", "คำเรียกในรายการ"), Right.CENTRE),
    MenuLine(
        URGENT_HOURS,
        "bell",
        lambda: translate("SettingsMenu", "เวลาของเรื่องเร่งด่วน"),
        Right.CENTRE,
        also=lambda: translate("SettingsMenu", "กี่ชั่วโมง กำหนดเวลา ช่วยด่วน"),
    ),
    MenuLine(
        BACKUP,
        "shield-check",
        lambda: translate("SettingsMenu", "สำรองและกู้คืน"),
        Right.BACKUP,
    ),
    MenuLine("retention", "clock", lambda: translate("SettingsMenu", "ข้อมูลที่ครบกำหนด"), Right.ERASE),
    MenuLine(
        "look",
        "monitor",
        lambda: translate("SettingsMenu", "หน้าจอและการล็อก"),
        also=lambda: translate("SettingsMenu", "ตัวอักษรใหญ่ สี มืด ภาษา"),
    ),
    MenuLine("audit", "shield", lambda: translate("SettingsMenu", "บันทึกการตรวจสอบ"), Right.AUDIT),
    MenuLine("about", "info", lambda: translate("SettingsMenu", "เกี่ยวกับโปรแกรม")),
)
