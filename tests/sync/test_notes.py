"""Who read what opens a laptop, or asked whose data one held: by the system's word, with why."""

from __future__ import annotations

import os
import pwd
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.envelope import seal_enrolment
from sync.hub.database import Database
from sync.hub.person import who
from sync.hub.service import Hub
from sync.protocol import EnrolRequest
from tests.sync.hub_process import hub_json, run_hub


def _laptop(database: str) -> str:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    hub = Hub(Database(database))
    code = hub.make_code(hub.add_centre("ก", "580604"))
    hub.enrol(seal_enrolment(EnrolRequest(code, public[:8], public, "ก", "MB", b""), key))
    hub.close()
    return public[:8].hex()


def test_a_breach_pack_is_noted_with_who_and_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    device = _laptop(database)
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME", "SUDO_USER"):
        monkeypatch.setenv(name, "somebody-else")

    refused = run_hub(database, "breach", device, str(tmp_path / "no.xlsx"))
    assert refused.returncode == 1
    assert "--reason" in refused.stderr
    assert not (tmp_path / "no.xlsx").exists()
    hub_json(database, "breach", device, str(tmp_path / "a.xlsx"), "--reason", " หายที่ตลาด ")

    (note,) = hub_json(database, "notes")["notes"]
    assert (note["device"], note["what"], note["reason"]) == (device, "breach", "หายที่ตลาด")
    assert pwd.getpwuid(os.getuid()).pw_name in note["by"]
    assert "somebody-else" not in note["by"]
    (line,) = hub_json(database, "recovery")["recoveries"]
    assert line["opened"] == 0
    assert "หายที่ตลาด" in run_hub(database, "notes").stdout


def test_who_works_as_another_is_told_by_both(tmp_path: Path) -> None:
    own = pwd.getpwuid(os.getuid()).pw_name
    kept = tmp_path / "loginuid"
    assert who(kept) == own
    for text, said in (
        ("4294967295", own),
        (str(os.getuid()), own),
        ("what", own),
        ("54321", f"54321 ({own})"),
    ):
        kept.write_text(text)
        assert who(kept) == said
