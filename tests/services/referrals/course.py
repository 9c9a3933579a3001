"""The course of a referral, for tests: what each step is told, and the way to each state."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from desktop.services.all import Services

DAY = 86_400_000
BY = {"institution": "ห้องบัตร"}
SLIP = {"channel": "slip"}
SERVED = {"extent": "whole", "served_what": "แว่นตา", "known_by": "agency", **BY}
FACTS: dict[str, dict[str, Any]] = {
    "send": SLIP,
    "acknowledge": {"channel": "phone", **BY},
    "accept": {},
    "waitlist": {"until": "25/12/2569"},
    "decline": {"decline_reason": "full"},
    "decide": {"decision": "unmet"},
    "serve": SERVED,
    "close": {"result": "entered", "known_by": "learner_says"},
    "check": {"after_days": "d30", "check_result": "staying", "known_by": "learner_says"},
    "recall": {"reason": "ส่งผิด"},
    "reopen": {"reason": "หลุดอีก"},
}
PATHS: dict[str, Sequence[tuple[str, Mapping[str, Any]]]] = {
    "draft": (),
    "sent": (("send", {}),),
    "acknowledged": (("send", {}), ("acknowledge", {})),
    "accepted": (("send", {}), ("acknowledge", {}), ("accept", {})),
    "waitlisted": (("send", {}), ("acknowledge", {}), ("waitlist", {})),
    "declined": (("send", {}), ("acknowledge", {}), ("decline", {})),
    "unmet": (("send", {}), ("acknowledge", {}), ("decline", {}), ("decide", {})),
    "served_part": (
        ("send", {}), ("acknowledge", {}), ("accept", {}), ("serve", {"extent": "part"}),
    ),
    "served": (("send", {}), ("acknowledge", {}), ("accept", {}), ("serve", {})),
    "recalled": (("recall", {}),),
}  # fmt: skip


def lead(services: Services, known: UUID, path: Sequence[tuple[str, Mapping[str, Any]]]) -> UUID:
    for code, more in path:
        services.referrals.move(known, code, {**FACTS[code], **more})
    return known


def state(services: Services, known: UUID) -> str:
    return services.referrals.get(known).row.state
