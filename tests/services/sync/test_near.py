"""The office serves the villages: their work meets there and goes on as they signed it."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from desktop.errors import UserError
from desktop.services.learners.service import LearnerService
from desktop.services.sync.near import NearService, _centre
from desktop.services.sync.roster import enrolled
from sync.errors import Rejected
from sync.hub.records import read_records
from sync.near.greeting import Centre, ask_near, read_near
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def _near(laptop: Laptop) -> NearService:
    return NearService(laptop.workspace, laptop.carrying)


def _knows(laptop: Laptop, learner: UUID) -> bool:
    try:
        return bool(LearnerService(laptop.workspace).get(learner))
    except UserError:
        return False


def test_villages_meet_at_the_office_and_reach_the_hub_through_it(province: Province) -> None:
    office, first, second = province.join(), province.join(), province.join()
    # The one that joined last knows of all; the others hear of it from the office.
    office.carrying.find(second.id)
    province.wire.up = False
    here, there = add_learner(first.workspace), add_learner(second.workspace)
    at_office = add_learner(office.workspace)
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"

    went = _near(first).visit(address)
    assert went.sent == first.sync.status().waiting
    assert went.neighbour == office.id
    _near(second).visit(address)
    again = _near(first).visit(address)
    idle = _near(first).visit(address)

    assert again.sent == 0
    assert again.received
    assert (idle.sent, idle.received) == (0, 0)
    for laptop in (office, first, second):
        assert all(_knows(laptop, each) for each in (here, there, at_office))
    assert first.sync.status().waiting
    province.wire.up = True
    office.sync.sync_now()
    with province.hub.database.read() as connection:
        assert {here.bytes, there.bytes, at_office.bytes} <= {
            each.record for each in read_records(connection)
        }
        signed = connection.exec_driver_sql(
            "SELECT device FROM change WHERE record = ?", (here.bytes,)
        ).scalars()
        assert {bytes(each).hex() for each in signed} == {first.id}
    assert _near(first).visit(address).receipts == 1
    assert first.sync.status().waiting == 0
    serving.stop()
    assert serving.port == 0
    with pytest.raises(UserError, match="offline"):
        _near(first).visit(address)


def test_strangers_and_the_revoked_get_nothing(province: Province, tmp_path: Path) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    other = Province(tmp_path / "elsewhere")
    stranger = other.join()
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"
    try:
        with pytest.raises(UserError, match="near_silent"):
            _near(stranger).visit(address)
        with pytest.raises(UserError, match="near_itself"):
            _near(office).visit(address)
        with pytest.raises(UserError, match="near_bad_address"):
            _near(village).visit("ftp://127.0.0.1")
        province.hub.revoke(bytes.fromhex(village.id))
        province.clock.now_ms += 25 * 60 * 60 * 1000
        office.sync.sync_now()
        learner = add_learner(village.workspace)
        with pytest.raises(UserError, match="near_silent"):
            _near(village).visit(address)
        assert not _knows(office, learner)
    finally:
        serving.stop()
        other.close()


def _raw(address: str, method: str, path: str, body: bytes) -> bytes:
    """All that comes back for one request, byte for byte."""
    host, port = address.split(":")
    with socket.create_connection((host, int(port)), 10) as connection:
        head = f"{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        connection.sendall(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        said = b""
        while piece := connection.recv(65_536):
            said += piece
    return said


def _question(laptop: Laptop) -> tuple[bytes, Centre]:
    own = _centre(enrolled(laptop.workspace))
    return ask_near(own), own


def test_a_stranger_hears_the_same_silence_whatever_is_asked(
    province: Province, tmp_path: Path
) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    other = Province(tmp_path / "elsewhere")
    question, _own = _question(other.join())
    known, _own = _question(village)
    hub = enrolled(office.workspace).hub
    parcel = b"TAMBONS\x01\x03" + hub + bytes(16) + b"x" * 200
    altered = bytearray(known)
    altered[20] ^= 1
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"
    try:
        said = {
            _raw(address, *each)
            for each in (
                ("POST", "/v1/near/hello", b""),
                ("POST", "/v1/near/hello", question),
                ("POST", "/v1/near/hello", bytes(altered)),
                ("POST", "/v1/near/hello", known[:-1]),
                ("POST", "/v1/near/hello", bytes(72) + b"\xff\xff"),
                ("GET", "/v1/near/hello", b""),
                ("POST", "/v1/near", b"x" * 100),
                ("POST", "/v1/near", parcel),
                ("GET", "/v1/near", b""),
                ("GET", "/", b""),
                ("POST", "/v1/sync", b""),
            )
        }
        assert said == {b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nConnection: close\r\n\r\n"}
    finally:
        serving.stop()
        other.close()


def test_who_overheard_a_question_reads_no_answer(province: Province) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    question, own = _question(village)
    told = _near(office).hello(question)
    device, roster = read_near(told, question, own)
    assert device.hex() == office.id
    for secret in (own.hub, bytes.fromhex(office.id), bytes.fromhex(village.id), roster[:40]):
        assert secret not in told
    for secret in (own.hub, roster[:40], bytes.fromhex(office.id)):
        assert secret not in question
    other = _question(village)[0]
    with pytest.raises(Rejected, match="wrong_hub"):
        read_near(told, other, own)


def test_who_has_just_joined_is_known_by_what_they_bring(province: Province) -> None:
    """The office has had no link for months; the hub's word comes along, and only it reads it."""
    office = province.join()
    office.carrying.keep_up()
    late = province.join()
    late.carrying.keep_up()
    before = enrolled(office.workspace).roster
    serving = _near(office)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"
    try:
        assert _near(late).visit(address).neighbour == office.id
    finally:
        serving.stop()
    assert enrolled(office.workspace).roster != before


def test_an_office_that_the_visitor_does_not_know_yet_answers(province: Province) -> None:
    village = province.join()
    village.carrying.keep_up()
    office = province.join()
    office.carrying.keep_up()
    question, own = _question(village)
    device, roster = read_near(_near(office).hello(question), question, own)
    assert device.hex() == office.id
    assert roster != own.packed


def test_an_office_of_an_earlier_version_is_understood(province: Province) -> None:
    village, office = province.join(), province.join()
    village.carrying.keep_up()
    question, own = _question(village)
    theirs = enrolled(office.workspace)
    device, roster = read_near(own.hub + theirs.device + theirs.roster, question, own)
    assert (device, roster) == (theirs.device, theirs.roster)
