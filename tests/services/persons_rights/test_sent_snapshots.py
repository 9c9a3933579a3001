"""What was sent of somebody goes with them, at laptops and hub; its seal stays."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.base import synced_classes
from desktop.models.fields import HUMANS, fields_of
from desktop.models.snapshots import SealedSending, SentSnapshot
from sync.kinds import KINDS, Kind, Review


def test_the_words_are_erased_and_the_seal_stays(tmp_path: Path) -> None:
    tried = subprocess.run(
        [sys.executable, "-m", "tests.services.persons_rights.sent_slips", str(tmp_path)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert tried.returncode == 0, tried.stderr


@pytest.mark.parametrize(
    "row",
    [
        {"sensitive": True},
        {"review": Review.SILENT},
        {"review": Review.SILENT, "sensitive": True, "open": frozenset({"content"})},
    ],
)
def test_a_snapshot_that_could_be_rewritten_or_read_is_refused(row: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="snapshot"):
        Kind(snapshot=True, **row)  # type: ignore[arg-type]


def test_a_snapshot_without_its_row_is_refused() -> None:
    with pytest.raises(TypeError, match="no row in sync/kinds"):
        type("Odd", (SentSnapshot,), {"kind": "no_such_kind"})


def test_every_sending_keeps_nothing_of_whom_it_tells() -> None:
    classes = synced_classes()
    assert {kind for kind, row in KINDS.items() if row.snapshot} == {
        kind for kind, cls in classes.items() if issubclass(cls, SentSnapshot)
    }
    for kind, cls in classes.items():
        links = fields_of(cls).values()
        if issubclass(cls, SentSnapshot):
            assert any(each.owner for each in links), kind
        if issubclass(cls, SealedSending):
            people = [each for each in links if each.link in HUMANS | {cls.snapshot}]
            assert all(each.on_erase == "cut" for each in people), kind
            assert not any(each.identifying for each in links), kind
