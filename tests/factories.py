"""Valid things for tests: an open centre with a quick key, and people with fictional numbers."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any
from uuid import UUID

from PIL import Image

from desktop.keys import KeyCost, KeyRing
from desktop.models.capture import SyncRules
from desktop.models.identity import check_digit
from desktop.services.learners.service import LearnerService
from desktop.services.opening import create_centre, open_centre
from desktop.services.storage.beginning import NewCentre
from desktop.services.workspace import Workspace
from sync.kinds import Lane, lane
from sync.stamps import next_stamp
from tests.made_schema import remembered

PASSCODE = "ทดสอบ1234"
RULES = SyncRules(next_stamp, lane, len(Lane))
# Argon2id's smallest: tests try many passcodes; real centres use the default.
QUICK = KeyCost(memory_kib=8, passes=1, lanes=1)
NOON = 1_795_323_600_000  # 22 November 2026, 05:00 UTC, noon in Thailand

_numbers = itertools.count(1)


class Clock:
    """A clock that a test moves; each reading is one second after the last."""

    def __init__(self, start_ms: int = NOON) -> None:
        self.now_ms = start_ms

    def __call__(self) -> int:
        self.now_ms += 1000
        return self.now_ms


def national_number() -> str:
    """Return a fresh valid number with the fictional registry code 9999."""
    twelve = f"19999{next(_numbers):07d}"
    return f"{twelve}{check_digit(twelve)}"


def picture(dots: bytes = b"picture") -> bytes:
    """Return a PNG that holds these bytes as grey dots, not packed, and nothing else."""
    out = io.BytesIO()
    Image.frombytes("L", (len(dots), 1), dots).save(out, "PNG", compress_level=0)
    return out.getvalue()


def make_workspace(
    folder: Path,
    clock: Callable[[], int] | None = None,
    joining: UUID | None = None,
    stepwise: bool = False,
    **values: Any,
) -> Workspace:
    """Begin a centre in `folder`; `stepwise` takes the schema's real steps, for tests of them."""
    new = NewCentre(
        **{
            "name": "ศูนย์ตัวอย่าง",
            "tambon": "580604",
            "user": "ครูทดสอบ",
            "passcode": PASSCODE,
            **values,
        }
    )
    with nullcontext() if stepwise else remembered():
        return create_centre(folder, new, clock=clock or Clock(), key_cost=QUICK, joining=joining)


def second_laptop(folder: Path, first: Workspace) -> Workspace:
    """Begin another laptop of the same centre, its clock a minute later."""
    clock = Clock(Clock().now_ms + 60_000)
    return make_workspace(folder, clock, first.centre_id, user="ครูอีกคน")


def open_workspace(folder: Path, passcode: str = PASSCODE) -> Workspace:
    """Open the centre in `folder` again."""
    return open_centre(folder, passcode, clock=Clock(), key_cost=QUICK)


def quicken(folder: Path) -> None:
    """Let whatever opens a centre from now on try the passcode at once, for tests of other things.

    The centre has one user, whose passcode is `PASSCODE`.
    """
    ring = KeyRing.of_folder(folder, QUICK)
    user_id, key = ring.unlock_any(PASSCODE)
    (who,) = ring.names()
    ring.add(user_id, who.name, who.role, PASSCODE, key)


def add_learner(workspace: Workspace, given: str = "ดาวเรือง", **values: Any) -> UUID:
    """Register a learner."""
    return LearnerService(workspace).add({"given": given, **values}).id
