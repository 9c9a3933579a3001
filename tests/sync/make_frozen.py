"""Writes the messages of this protocol version as they are now: `python -m tests.sync.make_frozen`.

To be run once for each released version; the files are never written again.
"""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.columns import pack_changes
from sync.envelope import pack_answer, seal_request
from sync.protocol import (
    PROTOCOL,
    Change,
    FieldWrite,
    LaneBatch,
    Refusal,
    SyncAnswer,
    SyncRequest,
)
from sync.stamps import make_stamp

FROZEN = Path(__file__).parent / "frozen"
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
HUB = bytes(range(16))
DEVICE = b"device-a"
_MS = 1_795_000_000_000


def changes() -> list[Change]:
    """Something of everything: forms of values, several bases, another's stamp, a doubt."""
    first = make_stamp(_MS, 3, DEVICE)
    second = make_stamp(_MS + 5, 0, b"device-b")
    fields = {
        "given": FieldWrite("มะลิ"),
        "birth": FieldWrite("2012-05"),
        "on": FieldWrite("2026-11-22"),
        "village_id": FieldWrite(bytes(range(16)), (first, second)),
        "flood_months": FieldWrite([7, 8, {"a": None, "b": True, "c": 1.5}]),
    }
    return [
        Change(bytes(16), "learner", fields, DEVICE, 1, 1, 7, first, _MS, None, b""),
        Change(
            HUB, "learner", {"given": FieldWrite("แดง", (first,))}, DEVICE, 1, 1, 8, second,
            _MS - 90_000, 90_000, bytes(range(16)), True,
        ),
    ]  # fmt: skip


def request() -> SyncRequest:
    """A request that sends and asks."""
    batch = LaneBatch(1, 7, 2, pack_changes(changes()))
    return SyncRequest(1, _MS, bytes(24), (0, 8, 0, 0), (batch,), 4_096, 3)


def answer() -> SyncAnswer:
    """An answer with everything in it."""
    return SyncAnswer(
        _MS, (0, 8, 0, 0), bytes(24), pack_changes(changes()), True, True, 2, "8F3K",
        (Refusal(1, 8, "kind_changed"),),
    )  # fmt: skip


def main() -> None:
    """Write what is not there yet."""
    FROZEN.mkdir(exist_ok=True)
    for name, content in (
        (f"request-{PROTOCOL}.bin", seal_request(request(), 9, DEVICE, KEY, HUB)),
        (f"answer-{PROTOCOL}.bin", pack_answer(answer())),
    ):
        with (FROZEN / name).open("xb") as file:
            file.write(content)


if __name__ == "__main__":
    main()
