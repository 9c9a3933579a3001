"""Laptops and a hub as separate parties over HTTP: the commands, the wire, the staff's page."""

from __future__ import annotations

import base64
import socket
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import pytest
import requests

from resources.words.recovery import secret_of
from sync import escrow
from sync.address import Way
from sync.client import HttpRemote, post_once
from sync.dictionaries.invented import learner, record_id
from sync.errors import Incompatible, Rejected
from sync.hub.database import Database
from sync.hub.service import wall_clock_ms
from sync.identity import write_code
from sync.joining import join
from sync.protocol import MAX_REQUEST_BYTES, Code, SyncRequest
from tests.sync.hub_process import HubProcess, hub_json, no_authority, run_hub
from tests.sync.station import Station, joined


@pytest.fixture
def database(tmp_path: Path) -> str:
    """A hub's database file."""
    return f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"


@pytest.fixture
def served(database: str) -> Iterator[HubProcess]:
    """A hub that answers."""
    with HubProcess(database) as process:
        yield process


def test_two_laptops_and_a_hub_as_three_parties(database: str, served: HubProcess) -> None:
    centre = hub_json(database, "centre", "add", "--name", "แม่สวด", "--tambon", "580604")["centre"]
    first, second = (
        Station(served.url, hub_json(database, "enrol-code", centre)["code"]) for _ in range(2)
    )
    random = Random(2)
    village = record_id(random, wall_clock_ms())
    for number in range(300):
        first.store.edit(*learner(random, wall_clock_ms(), village, number))
    assert first.engine.run().waiting == 0
    assert second.engine.run().received == 300
    assert second.store.states == first.store.states
    devices = hub_json(database, "devices")["devices"]
    assert [(each["letters"], each["waiting"]) for each in devices] == [("AA", 0), ("MB", 0)]
    records = hub_json(database, "export")["records"]
    assert len(records) == 300
    assert records[0]["fields"]["code"].startswith("580604-MB-")
    for station in (first, second):
        station.remote.close()


def test_one_changed_field_is_one_request_of_few_bytes(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    record, kind, fields = learner(Random(1), wall_clock_ms(), bytes(16), 1)
    station.store.edit(record, kind, fields)
    station.engine.run()
    station.store.edit(record, kind, {"phone": "0990012345"})
    summary = station.engine.run()
    assert summary.requests == 1
    assert summary.bytes_up <= 400
    idle = station.engine.run()
    assert (idle.requests, idle.sent) == (1, 0)
    assert idle.bytes_up + idle.bytes_down <= 400
    station.remote.close()


def test_a_request_on_the_wire_has_no_needless_headers(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    # What really crosses: one request caught by a listener in the hub's place.
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)
        port = listener.getsockname()[1]
        remote = HttpRemote(
            Way(f"http://127.0.0.1:{port}"),
            station.store.device,
            station.key,
            station.answer.hub,
            stall_seconds=0.2,
        )
        with pytest.raises(Exception, match="offline"):
            remote.turn(_request_of(station), 1)
        connection, _address = listener.accept()
        with connection:
            connection.settimeout(10)
            sent = connection.recv(65_536)
        remote.close()
    head, _, body = sent.partition(b"\r\n\r\n")
    names = [line.split(b":")[0].lower() for line in head.split(b"\r\n")[1:]]
    assert sorted(names) == [b"content-length", b"host"]
    assert len(sent) <= 400
    assert abs(remote.bytes_up - len(sent)) < 40
    assert body
    station.remote.close()


def _request_of(station: Station) -> SyncRequest:
    return SyncRequest(1, wall_clock_ms(), b"", station.store.highest())


def test_an_answer_carries_no_needless_headers(database: str, served: HubProcess) -> None:
    answer = requests.post(served.url + "/v1/sync", data=b"\x01", timeout=10)
    assert "server" not in answer.headers
    assert "date" not in answer.headers


def test_enrolment_again_after_a_lost_answer(database: str, served: HubProcess) -> None:
    station = joined(database, served.url, "ZZ", centre=bytes(range(16)))
    assert station.answer.letters == "ZZ"
    assert station.answer.centre == bytes(range(16))
    again = join(Way(served.url), station.code, station.request, station.key, no_authority)
    assert again.answer.letters == "ZZ"
    station.remote.close()


def test_a_code_serves_one_laptop(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    with pytest.raises(Rejected) as refusal:
        Station(served.url, station.code)
    assert refusal.value.code == Code.BAD_CODE
    with pytest.raises(Rejected) as refusal:
        Station(served.url, write_code("A" * 12, station.answer.hub_key))
    assert refusal.value.code == Code.BAD_CODE
    station.remote.close()


def test_the_second_laptop_learns_the_centres_record(database: str, served: HubProcess) -> None:
    centre = hub_json(database, "centre", "add", "--name", "แม่สวด", "--tambon", "580604")["centre"]
    codes = [hub_json(database, "enrol-code", centre)["code"] for _ in range(2)]
    first = Station(served.url, codes[0], centre=bytes(range(16)))
    second = Station(served.url, codes[1].lower().replace("-", " "), centre=bytes(16))
    assert second.answer.centre == first.answer.centre == bytes(range(16))
    for station in (first, second):
        station.remote.close()


def test_errors_have_one_shape(served: HubProcess) -> None:
    cases = [
        ("/v1/sync", b"", 400, Code.BAD_MESSAGE),
        ("/v1/sync", b"\x63" + bytes(200), 426, Code.INCOMPATIBLE),
        ("/v1/sync", b"\x01" + bytes(200), 401, Code.UNKNOWN_DEVICE),
        ("/v1/sync", bytes(MAX_REQUEST_BYTES + 1), 413, Code.TOO_LARGE),
        ("/v1/enrol", b"garbage", 400, Code.BAD_MESSAGE),
    ]
    for path, body, status, code in cases:
        answer = requests.post(served.url + path, data=body, timeout=10)
        assert (answer.status_code, answer.json()["error"]) == (status, code)


def test_a_hub_of_another_time_is_told_apart(database: str, served: HubProcess) -> None:
    answer = requests.post(served.url + "/v1/sync", data=b"\x63" + bytes(200), timeout=10)
    assert answer.json()["spoken"] == [1]
    with pytest.raises(Incompatible):
        post_once(Way(served.url), "/v1/sync", b"\x63" + bytes(200))


def test_the_staffs_page_in_both_languages(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    station.store.edit(*learner(Random(1), wall_clock_ms(), bytes(16), 1))
    station.engine.run()
    thai = requests.get(served.url + "/", timeout=10).text
    assert "ผู้เรียนรู้" in thai
    assert "แม่สวด" in thai
    assert "โน้ตบุ๊กศูนย์" in thai
    english = requests.get(served.url + "/?lang=en", timeout=10).text
    assert "Learners" in english
    assert "<script" not in thai + english
    station.remote.close()


def test_the_staffs_page_is_for_the_staff(
    database: str, served: HubProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert (
        requests.get(
            served.url + "/", headers={"X-Forwarded-For": "192.0.2.1"}, timeout=10
        ).status_code
        == 403
    )
    monkeypatch.setenv("TAMBON_HUB_STAFF_PASSWORD", "ลับ")
    with HubProcess(database) as guarded:
        assert requests.get(guarded.url + "/", timeout=10).status_code == 401
        token = base64.b64encode("x:ลับ".encode()).decode()
        answer = requests.get(
            guarded.url + "/", headers={"Authorization": f"Basic {token}"}, timeout=10
        )
        assert answer.status_code == 200


@pytest.mark.parametrize(
    "arguments",
    [("--json", "centre", "add"), ("centre", "--json", "add"), ("centre", "add", "--json")],
)
def test_options_stand_before_or_after_the_sub_command(
    database: str, arguments: tuple[str, ...]
) -> None:
    done = run_hub(database, *arguments, "--name", "แม่สวด", "--tambon", "580604")
    assert done.returncode == 0
    assert done.stdout.startswith('{"centre":')


def test_the_database_option_wins_over_the_environment(tmp_path: Path, database: str) -> None:
    other = f"sqlite:///{(tmp_path / 'other.db').as_posix()}"
    done = run_hub(
        database, "centre", "add", "--name", "ก", "--tambon", "580604", "--database", other
    )
    assert done.returncode == 0
    assert (tmp_path / "other.db").exists()
    assert not (tmp_path / "hub.db").exists()


@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (("centre", "add", "--name", "ก", "--tambon", "58"), 1, "six digits"),
        (("enrol-code", "00" * 16), 1, "There is no centre"),
        (("revoke", "00" * 8), 1, "There is no such laptop"),
        (("revoke", "not an id"), 2, "usage"),
        (("nothing",), 2, "usage"),
    ],
)
def test_refusals_of_the_commands(
    database: str, arguments: tuple[str, ...], status: int, word: str
) -> None:
    Database(database).upgrade()
    done = run_hub(database, *arguments)
    assert done.returncode == status
    assert word in done.stderr
    assert not done.stdout


def test_revoking_by_command(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    hub_json(database, "revoke", station.store.device.hex())
    with pytest.raises(Rejected) as refusal:
        station.engine.run()
    assert refusal.value.code == Code.REVOKED
    station.remote.close()


def test_a_hub_killed_and_started_again_goes_on(database: str, served: HubProcess) -> None:
    station = joined(database, served.url)
    random = Random(4)
    for number in range(20):
        station.store.edit(*learner(random, wall_clock_ms(), bytes(16), number))
        station.engine.run()
        if number % 7 == 3:
            port = urlsplit(served.url).port
            served.kill()
            served.start(port or 0)
    assert len(hub_json(database, "export")["records"]) == 20
    station.remote.close()


def test_recovery_words_are_handed_over_and_read_by_the_keeper(
    database: str, served: HubProcess
) -> None:
    centre = hub_json(database, "centre", "add", "--name", "ศูนย์", "--tambon", "580604")["centre"]
    station = Station(served.url, hub_json(database, "enrol-code", centre)["code"])
    device, secret = station.request.device, bytes(range(16))
    sealed = escrow.seal_secret(secret, "0a1b2c3d", device, station.answer.hub_seal_key)
    handed = escrow.Escrow("0a1b2c3d", wall_clock_ms(), sealed)
    request = escrow.hand_over(handed, device, station.key, station.answer.hub)

    answer = post_once(Way(served.url), "/v1/recovery", request)

    escrow.check_kept(answer, request, station.answer.hub_key)
    refused = run_hub(database, "recovery", device.hex())
    assert refused.returncode == 1
    unsaid = run_hub(database, "recovery", device.hex(), "--yes")
    assert unsaid.returncode == 1
    assert "--reason" in unsaid.stderr
    told = hub_json(database, "recovery", device.hex(), "--yes", "--reason", "ลืมรหัส")
    assert secret_of(" ".join(told["words"])) == secret
    listed = hub_json(database, "recovery")["recoveries"]
    assert [line["opened"] for line in listed if line["device"] == device.hex()] == [1]
