"""What trying a passcode costs: Argon2id fitted to this machine, 0.5 to 1 second for one try."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from desktop.errors import StorageError

KEY_BYTES: Final = 32
LEAST_MEMORY_KIB: Final = 19 * 1024
LEAST_PASSES: Final = 2
_MOST_MEMORY_KIB: Final = 256 * 1024
_TRIAL_MEMORY_KIB: Final = 32 * 1024
_MOST_PASSES: Final = 200
_AIM_SECONDS: Final = 0.7
_MOST_SECONDS: Final = 0.95
# A try that took less is worth wrapping anew: the machine, or what it was doing, has changed.
_TOO_QUICK_SECONDS: Final = 0.3
_MUCH_MORE: Final = 1.5
_UNKNOWN_FREE_BYTES: Final = 1 << 30


class KeyCost(msgspec.Struct, frozen=True):
    """What Argon2id costs: memory in KiB, passes, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def work(self) -> int:
        """Memory filled over all passes, in KiB: what a guesser pays for."""
        return self.memory_kib * self.passes


def derive(passcode: str, salt: bytes, cost: KeyCost) -> bytes:
    """Return the 32-byte key that a passcode gives.

    Raises:
        StorageError: `memory_full` when the machine cannot give the memory just now.
    """
    try:
        return hash_secret_raw(
            passcode.encode(),
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=KEY_BYTES,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as error:
        raise StorageError("memory_full") from error


@dataclass(frozen=True)
class Machine:
    """What the fitting needs to know of a machine.

    Args:
        free_bytes: memory that can be had now.
        cores: how many lanes run side by side.
        seconds: how long one derivation at a cost takes.
    """

    free_bytes: int
    cores: int
    seconds: Callable[[KeyCost], float]


def this_machine() -> Machine:
    """Return this machine as it is now."""
    return Machine(_free_bytes(), os.cpu_count() or 1, _measured)


def fitted(machine: Machine | None = None) -> KeyCost:
    """Return the cost with which one try takes 0.5 to 1 s here, never below 19 MiB and 2 passes.

    Memory first, since it is what a guesser's machine cannot save: up to an eighth of what is
    free and at most 256 MiB; then as many passes as the time allows.
    """
    machine = machine or this_machine()
    lanes = max(1, min(4, machine.cores))
    # One short try tells the pace: time grows with memory times passes.
    trial = KeyCost(_TRIAL_MEMORY_KIB, LEAST_PASSES, lanes)
    pace = max(machine.seconds(trial), 1e-6) / trial.work
    memory = _MOST_MEMORY_KIB
    while memory > LEAST_MEMORY_KIB and (
        memory * 1024 > machine.free_bytes // 8 or memory * LEAST_PASSES * pace > _MOST_SECONDS
    ):
        memory = max(memory // 2, LEAST_MEMORY_KIB)
    passes = min(max(round(_AIM_SECONDS / (memory * pace)), LEAST_PASSES), _MOST_PASSES)
    return KeyCost(memory, passes, lanes)


def worth_raising(cost: KeyCost, seconds: float, machine: Machine | None = None) -> KeyCost | None:
    """Return a higher cost when a try at this one took too little here; None otherwise.

    Only ever upward: neither memory nor the whole work becomes less.
    """
    if seconds >= _TOO_QUICK_SECONDS and cost.memory_kib >= LEAST_MEMORY_KIB:
        return None
    better = fitted(machine)
    if better.memory_kib < cost.memory_kib or better.work < cost.work * _MUCH_MORE:
        return None
    return better


def _measured(cost: KeyCost) -> float:
    start = time.perf_counter()
    derive("วัดเวลา", bytes(16), cost)
    return time.perf_counter() - start


def _free_bytes() -> int:
    """Memory that can be had, in bytes; one GiB where the system does not say."""
    try:
        if sys.platform == "linux":
            with open("/proc/meminfo", encoding="ascii") as file:
                for line in file:
                    if line.startswith("MemAvailable:"):
                        return int(line.split()[1]) * 1024
        if sys.platform == "win32":
            return _free_on_windows()
        # macOS gives back much of what it holds; a quarter of all is safely to be had.
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 4
    except (OSError, ValueError, AttributeError):
        return _UNKNOWN_FREE_BYTES


def _free_on_windows() -> int:
    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("available", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        )

    status = Status(length=ctypes.sizeof(Status))
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows only
    if not kernel.GlobalMemoryStatusEx(ctypes.byref(status)):
        return _UNKNOWN_FREE_BYTES
    return int(status.available)
