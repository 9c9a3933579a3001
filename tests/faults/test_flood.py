"""A hub as the province runs it, beside connections that say half of what they want."""

from __future__ import annotations

from pathlib import Path

import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sync.envelope import seal_enrolment
from sync.protocol import EnrolRequest
from tests.benchmarks.attack import HALF_BODIES, HALF_OPEN, half_said, honest_turns
from tests.sync.hub_process import HubProcess
from tests.sync.station import joined


class _Behind(HubProcess):
    """A hub with a web server in front."""

    def arguments(self) -> tuple[str, ...]:
        """It is believed who comes."""
        return ("--behind", "127.0.0.1")


def _wrong_code(url: str, of: str) -> str:
    answer = requests.post(
        url + "/v1/enrol", data=_request(), headers={"X-Forwarded-For": of}, timeout=20
    )
    return str(answer.json()["error"])


def _request() -> bytes:
    key = Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes_raw()
    return seal_enrolment(EnrolRequest("22222-22222", public[:8], public, "", "AA", b""), key)


def test_honest_turns_get_in_beside_hundreds_of_half_said_ones(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    assert HALF_OPEN >= 320
    assert HALF_BODIES >= 100
    with HubProcess(database) as hub:
        station = joined(database, hub.url)
        with half_said(hub.url):
            honest_turns(station, 10)
        assert station.store.waiting() == 0
        station.remote.close()


def test_a_sender_cannot_say_to_be_another(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    with HubProcess(database) as hub:
        told = [_wrong_code(hub.url, f"192.0.2.{n}") for n in range(8)]
    assert told == ["bad_code"] * 5 + ["too_many_tries"] * 3


def test_a_server_in_front_that_is_named_says_who_comes(tmp_path: Path) -> None:
    database = f"sqlite:///{(tmp_path / 'hub.db').as_posix()}"
    with _Behind(database) as hub:
        told = [_wrong_code(hub.url, f"192.0.2.{n}") for n in range(8)]
        same = [_wrong_code(hub.url, "192.0.2.99") for _ in range(7)]
    assert told == ["bad_code"] * 8
    assert same == ["bad_code"] * 5 + ["too_many_tries"] * 2
