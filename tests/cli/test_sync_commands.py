"""Sync without a window: what was decided is taken back, twins are joined and parted, sticks."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.models.program import SetAside
from desktop.services.learners.service import LearnerService
from tests.cli.conftest import Command
from tests.factories import add_learner, open_workspace, second_laptop
from tests.services.near_hub import Province
from tests.services.sync.test_store import exchange
from tests.sync.hub_process import HubProcess, hub_json
from tests.sync.office_proxy import OfficeProxy


@pytest.fixture
def disputed(folder: Path, tmp_path: Path) -> str:
    """The code of a learner whose surname another laptop changed too."""
    here = open_workspace(folder)
    there = second_laptop(tmp_path / "other", here)
    learner = add_learner(here, surname="เดิม")
    exchange(here, there)
    LearnerService(here).edit(learner, {"surname": "ใจงาม"})
    LearnerService(there).edit(learner, {"surname": "ใจดี"})
    exchange(here, there)
    code = LearnerService(here).get(learner).row.code
    here.close()
    there.close()
    return code


def test_a_decision_is_taken_back(command: Command, disputed: str) -> None:
    (row,) = command("conflicts").json["conflicts"]
    assert command("status").json["conflicts"] == 1
    assert command("conflicts", "resolve", row["id"], "mine").json == {
        "resolved": 1, "conflicts": 0,
    }  # fmt: skip
    (settled,) = command("conflicts", "--settled").json["conflicts"]
    assert (settled["id"], settled["decided"]) == (row["id"], "mine")

    assert command("conflicts", "reopen", row["id"]).json == {"reopened": 1, "conflicts": 1}

    (again,) = command("conflicts").json["conflicts"]
    assert {again["mine"], again["theirs"]} == {"ใจงาม", "ใจดี"}
    assert again["base"] == "เดิม"
    refused = command("conflicts", "reopen", "00ff")
    assert refused.code == 1
    assert "00ff" in refused.err


def test_twins_are_joined_field_by_field_and_parted(command: Command) -> None:
    first = command("learner", "add", "given=ซอวาทู", "nickname=ทู", "village=3").json["code"]
    command("learner", "add", "given=ซอวาทู", "nickname=วา", "phone=0800000000", "village=3")
    second = command("learners", "--search", "ซอวาทู").json["learners"]
    twin = next(row["code"] for row in second if row["code"] != first)

    joined = command("duplicates", "join", first, twin, "--take", "nickname").json

    assert joined["taken"] == ["nickname", "phone"]
    (row,) = command("learners").json["learners"]
    assert (row["code"], row["nickname"]) == (first, "วา")
    (pair,) = command("duplicates", "--joined").json["joined"]
    assert (pair["keep"]["code"], pair["twin"]["code"]) == (first, twin)
    assert command("duplicates", "undo", twin).json["twin"]["code"] == twin
    rows = {row["code"]: row["nickname"] for row in command("learners").json["learners"]}
    assert rows == {first: "ทู", twin: "วา"}
    assert command("duplicates", "undo", twin).code == 1
    assert command("duplicates", "apart", first, twin).json["apart"]
    assert command("duplicates").json == {"duplicates": []}
    assert command("duplicates", "join", first, twin, "--take", "colour").code == 1


def test_what_was_done_is_listed(command: Command, folder: Path) -> None:
    assert command("receipts").json == {"receipts": []}
    assert command("sessions").json == {"sessions": []}
    assert command("near", "visits").json == {"visits": []}
    (own,) = command("laptops").json["laptops"]
    assert (own["here"], own["revoked"]) == (True, False)
    opened = open_workspace(folder)
    learner = add_learner(opened, "มะลิ")
    with opened.database.write(applying=True) as session:
        session.add(
            SetAside(
                device=b"elsewhe.", epoch=1, lane=1, seq=9, record_id=learner, kind="learner",
                reason="wrong_type:given", payload=b"", at=opened.now(),
            )
        )  # fmt: skip
    opened.close()

    (row,) = command("set-aside").json["set_aside"]

    assert (row["learner_name"], row["reason"], row["own"]) == ("มะลิ", "wrong_type:given", False)
    assert "มะลิ" in command("set-aside", text=True).out


def test_a_file_in_a_folder_names_itself_and_is_known_by_itself(
    command: Command, tmp_path: Path
) -> None:
    province = Province(tmp_path / "province")
    laptop = province.join()
    add_learner(laptop.workspace)
    waiting = laptop.sync.status().waiting
    where = laptop.workspace.folder
    laptop.workspace.close()
    stick = tmp_path / "stick"
    stick.mkdir()

    written = command("bundle", "export", stick, data=where).json

    file = Path(written["file"])
    assert file.parent == stick
    assert written["changes"] == waiting
    wrong = command("bundle", "import", file, data=where)
    assert wrong.code == 1
    assert file.name in wrong.err
    receipt, _answer = province.hub.accept_bundle(file.read_bytes())
    (stick / "back").write_bytes(receipt)
    taken = command("bundle", "import", stick / "back", data=where).json
    assert (taken["kind"], taken["sent"], taken["waiting"]) == ("receipt", waiting, 0)
    assert [row["way"] for row in command("receipts", data=where).json["receipts"]] == [
        "stick",
        "link",
    ]
    province.close()


def test_the_way_to_the_hub_is_told_and_changed(command: Command, tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    centre = hub_json(database, "centre", "add", "--name", "ก", "--tambon", "580604")["centre"]
    code = hub_json(database, "enrol-code", centre)["code"]
    assert command("hub", "show").json == {
        "address": "", "proxy": "", "unencrypted": False, "pinned": False,
    }  # fmt: skip
    refused = command("enrol", "http://192.0.2.1:9", code)
    assert refused.code == 1
    assert "--unencrypted" in refused.err
    assert command("hub", "move", "hub.example").code == 1

    with HubProcess(database) as new:
        with HubProcess(database) as old, OfficeProxy() as proxy:
            joined = command("enrol", old.url, code, "--proxy", f"me:secret@{proxy.address}")
            assert joined.json["hub"] == old.url
            assert len(proxy.asked) >= 2
        shown = command("hub", "show")
        assert shown.json["proxy"] == proxy.address
        assert "secret" not in shown.out
        assert command("hub", "proxy", "--none").json["proxy"] == ""
        assert command("sync").code == 1
        assert command("hub", "move", new.url).json["address"] == new.url
        assert command("sync").json["waiting"] == 0
        assert command("hub", "proxy", "socks5://a:1").code == 1
