"""The diagnostic file tells of sync, and nobody's word is in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.services.learners.service import LearnerService
from desktop.services.sync.diagnostics import DiagnosticService
from tests.factories import add_learner, make_workspace, national_number
from tests.services.near_hub import Province


def test_it_says_where_sync_stands_without_a_name(tmp_path: Path) -> None:
    province = Province(tmp_path)
    first, second = province.join(), province.join()
    number = national_number()
    learner = add_learner(
        first.workspace, "ดาวเรือง", surname="ธารน้ำเงา", nickname="ดาวเหนือ", national_id=number
    )
    first.sync.sync_now()
    second.sync.sync_now()
    for laptop, name in ((first, "มะลิวัลย์"), (second, "จำปีแดง")):
        LearnerService(laptop.workspace).edit(learner, {"given": name})
    for laptop in (first, second, first):
        laptop.sync.sync_now()
    first.carrying.find(second.id)
    first.carrying.write_for(second.id, tmp_path / "a.bundle")
    second.carrying.take(tmp_path / "a.bundle")

    written = DiagnosticService(first.workspace).write(tmp_path / "sync.json")

    text = written.path.read_text()
    assert written.size == len(text)
    told = json.loads(text)
    assert told["device"]["device"] == first.id
    assert told["device"]["acknowledged"] == told["device"]["made"]
    assert {"kind": "learner", "field": "given"}.items() <= told["conflicts"][0].items()
    assert {each["outcome"] for each in told["sessions"]} == {"done", "written"}
    assert len(told["laptops"]) == 2
    assert sum(each["count"] for each in told["changes"]) > 4
    # Everything people typed here, and everything that names them, the place or the hub.
    for word in (
        "ดาวเรือง", "ธารน้ำเงา", "ดาวเหนือ", "มะลิวัลย์", "จำปีแดง", "ครู", "ศูนย์", number,
        "580604", "hub.example", learner.hex, str(learner), str(tmp_path),
    ):  # fmt: skip
        assert word not in text
        assert json.dumps(word).strip('"') not in text
    with pytest.raises(UserError, match="file_exists"):
        DiagnosticService(first.workspace).write(tmp_path / "sync.json")
    province.close()


def test_a_laptop_that_joined_nothing_has_one_too(tmp_path: Path) -> None:
    workspace = make_workspace(tmp_path / "centre")
    told = DiagnosticService(workspace).gather()
    workspace.close()
    assert not told["device"]["enrolled"]
    assert told["laptops"] == []
    assert told["sessions"] == []
