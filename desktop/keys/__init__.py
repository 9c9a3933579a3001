"""The key file beside the database: the one random database key, and what opens it."""

from __future__ import annotations

from desktop.keys.cost import KEY_BYTES, KeyCost
from desktop.keys.file import KEY_FILE, KeyEvent
from desktop.keys.held import HeldKey
from desktop.keys.ring import (
    KeyRing,
    NewRecovery,
    RecoveryState,
    SignInName,
    new_database_key,
)
from desktop.keys.rules import check_new_passcode
from desktop.keys.tries import TRIES_FILE, Tries

__all__ = [
    "KEY_BYTES",
    "KEY_FILE",
    "TRIES_FILE",
    "HeldKey",
    "KeyCost",
    "KeyEvent",
    "KeyRing",
    "NewRecovery",
    "RecoveryState",
    "SignInName",
    "Tries",
    "check_new_passcode",
    "new_database_key",
]
