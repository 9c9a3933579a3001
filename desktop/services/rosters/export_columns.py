"""The columns of exported plans and progress."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from desktop.exchange.writing import Column
from desktop.models.plan import Plan
from desktop.services.workbooks.declared import field_columns

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
    *field_columns(Plan, ("version",)),
    Column("plan_status", "สถานะแผน", "Plan status", width=16),
    *field_columns(
        Plan,
        (
            *("pathway", "starts_on", "agreed_on", "next_review_on", "closed_on", "close_reason"),
            *("dream", "interests", "strengths", "constraints"),
            *("long_qualification", "long_occupation", "long_life"),
        ),
    ),
    Column("goals", "เป้าหมายระยะสั้น", "Short-term goals", width=40),
    Column("actions", "กิจกรรม", "Actions", width=40),
    *field_columns(Plan, ("courses",)),
    Column("budget", "งบประมาณ (บาท)", "Budget (baht)", "number", width=14),
    *field_columns(Plan, ("facilitator", "mentors", "partners", "support")),
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
