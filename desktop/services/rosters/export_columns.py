"""The columns of exported plans and progress."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.exchange.writing import Column

_PERSON: Final = (
    Column("local_code", "รหัสผู้เรียน", "Learner code", "code", width=18),
    Column("name", "ชื่อ-สกุล", "Name", width=30),
    Column("nickname", "ชื่อเล่น", "Nickname"),
    Column("moo", "หมู่ที่", "Moo", "number", width=8),
    Column("village", "หมู่บ้าน", "Village", width=20),
    Column("status", "สถานะ", "Status", width=16),
)

_PLAN: Final = (
    *_PERSON,
    Column("version", "ฉบับที่", "Version", "number", width=8),
    Column("plan_status", "สถานะแผน", "Plan status", width=16),
    Column("pathway", "เส้นทางการเรียนรู้", "Pathway", width=28),
    Column("starts_on", "วันเริ่ม", "Starts", "date", width=14),
    Column("agreed_on", "วันที่ตกลง", "Agreed", "date", width=14),
    Column("next_review_on", "ทบทวนครั้งต่อไป", "Next review", "date", width=16),
    Column("closed_on", "วันปิด", "Closed", "date", width=14),
    Column("close_reason", "เหตุผลที่ปิด", "Reason for closing", width=18),
    Column("dream", "ความฝัน", "Dream", width=30),
    Column("interests", "ความสนใจ", "Interests", width=30),
    Column("strengths", "ทุนเดิม", "Strengths", width=30),
    Column("constraints", "เงื่อนไขและข้อจำกัด", "Conditions", width=30),
    Column("long_qualification", "เป้าหมายด้านวุฒิ", "Qualification goal", width=26),
    Column("long_occupation", "เป้าหมายด้านอาชีพ", "Occupation goal", width=26),
    Column("long_life", "เป้าหมายด้านชีวิต", "Life goal", width=26),
    Column("goals", "เป้าหมายระยะสั้น", "Short-term goals", width=40),
    Column("actions", "กิจกรรม", "Actions", width=40),
    Column("courses", "รายวิชา", "Courses", width=26),
    Column("budget", "งบประมาณ (บาท)", "Budget (baht)", "number", width=14),
    Column("facilitator", "ครูพี่เลี้ยง", "Facilitator", width=20),
    Column("mentors", "ปราชญ์/ผู้สอน", "Mentors", width=20),
    Column("partners", "ภาคี", "Partners", width=24),
    Column("support", "ความช่วยเหลือ", "Support", width=24),
)

_PROGRESS: Final = (
    *_PERSON,
    Column("case_step", "ขั้นการช่วยเหลือ", "Case step", width=18),
    Column("plan_status", "สถานะแผน", "Plan status", width=16),
    Column("goals", "เป้าหมาย", "Goals", "number", width=10),
    Column("goals_achieved", "สำเร็จ", "Achieved", "number", width=10),
    Column("reviews", "จำนวนทบทวน", "Reviews", "number", width=12),
    Column("last_review", "ทบทวนล่าสุด", "Last review", "date", width=14),
)

PLAN_COLUMNS: Final = tuple(replace(each, back=False) for each in _PLAN)
PROGRESS_COLUMNS: Final = tuple(replace(each, back=False) for each in _PROGRESS)
