"""The hub holds recovery words of its own: handed over once, believed only from the hub itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.services.audit import AuditService
from desktop.services.keeping.recovery import RecoveryService
from desktop.services.opening import names_for
from desktop.services.sync.escrow import hand_over_recovery, keep_recovery_handed
from desktop.services.sync.roster import Post
from sync.address import Way
from sync.errors import Offline, Rejected
from sync.hub.__main__ import main as hub_main
from tests.factories import PASSCODE
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    made = Province(tmp_path)
    yield made
    made.close()


@pytest.fixture
def laptop(province: Province) -> Laptop:
    return province.join()


def posting(province: Province, sent: list[bytes] | None = None) -> Post:
    def post(_way: Way, path: str, body: bytes) -> bytes:
        assert path == "/v1/recovery"
        if sent is not None:
            sent.append(body)
        return province.hub.keep_recovery(body)

    return post


def given(laptop: Laptop) -> bool:
    hub = RecoveryService(laptop.workspace).status().hub
    return hub is not None and hub.given is not None


def test_the_words_of_the_hub_open_the_laptop(province: Province, laptop: Laptop) -> None:
    assert hand_over_recovery(laptop.workspace, posting(province))
    assert given(laptop)

    found = province.hub.open_recovery(bytes.fromhex(laptop.id), "ผู้ดูแล", "ครูลืมรหัส")

    assert names_for(laptop.workspace.folder, " ".join(found.words))
    (line,) = province.hub.recoveries()
    assert (line.device, line.opened, line.key_id) == (laptop.id, 1, found.key_id)


def test_it_is_handed_over_once_and_noted(province: Province, laptop: Laptop) -> None:
    sent: list[bytes] = []
    for _ in range(3):
        assert hand_over_recovery(laptop.workspace, posting(province, sent))

    assert len(sent) == 1
    events = [line.event for line in AuditService(laptop.workspace).entries()]
    assert events.count("recovery_given_to_hub") == 1


def test_the_sheet_and_the_hubs_words_stand_side_by_side(
    province: Province, laptop: Laptop
) -> None:
    hand_over_recovery(laptop.workspace, posting(province))
    sheet = RecoveryService(laptop.workspace).make(PASSCODE)
    found = province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r")

    assert names_for(laptop.workspace.folder, " ".join(sheet.words))
    assert names_for(laptop.workspace.folder, " ".join(found.words))


def test_a_lost_answer_is_asked_for_again(province: Province, laptop: Laptop) -> None:
    def lost(_way: Way, _path: str, body: bytes) -> bytes:
        province.hub.keep_recovery(body)
        raise Offline("offline", reason="test")

    keep_recovery_handed(laptop.workspace, lost)
    assert not given(laptop)

    assert hand_over_recovery(laptop.workspace, posting(province))
    assert names_for(
        laptop.workspace.folder,
        " ".join(province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r").words),
    )


def test_an_older_hub_is_no_error(laptop: Laptop) -> None:
    def unknown(_way: Way, _path: str, _body: bytes) -> bytes:
        raise Rejected("not_a_hub", status=404)

    assert not hand_over_recovery(laptop.workspace, unknown)
    assert not given(laptop)


def test_another_who_says_that_it_is_kept_is_not_believed(laptop: Laptop) -> None:
    with pytest.raises(Rejected, match="bad_signature"):
        hand_over_recovery(laptop.workspace, lambda *_given: bytes(64))

    assert not given(laptop)


def test_what_travels_is_signed_and_unreadable(province: Province, laptop: Laptop) -> None:
    sent: list[bytes] = []
    hand_over_recovery(laptop.workspace, posting(province, sent))
    found = province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r")
    from resources.words.recovery import secret_of

    secret = secret_of(" ".join(found.words))
    assert secret not in sent[0]
    for at in (0, 9, 80, len(sent[0]) - 1):
        altered = bytearray(sent[0])
        altered[at] ^= 1
        with pytest.raises(Rejected):
            province.hub.keep_recovery(bytes(altered))


def test_an_old_one_that_comes_again_takes_nothing_back(province: Province, laptop: Laptop) -> None:
    sent: list[bytes] = []
    hand_over_recovery(laptop.workspace, posting(province, sent))
    first = province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r").key_id
    content = laptop.workspace.keys.recovery("hub")
    assert content is not None
    laptop.workspace.keys.make_hub_recovery(
        laptop.workspace.database.key.plain(),
        bytes(16),
        lambda secret, _key_id: secret,
        made_ms=province.clock() + 60_000,
    )
    hand_over_recovery(laptop.workspace, posting(province, sent))
    second = province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r").key_id
    assert first != second

    province.hub.keep_recovery(sent[0])

    assert province.hub.open_recovery(bytes.fromhex(laptop.id), "k", "r").key_id == second


def test_a_laptop_that_was_shut_out_hands_nothing_over(province: Province, laptop: Laptop) -> None:
    province.hub.revoke(bytes.fromhex(laptop.id))

    with pytest.raises(Rejected, match="revoked"):
        hand_over_recovery(laptop.workspace, posting(province))


def test_the_keepers_command_asks_and_notes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = f"sqlite:///{tmp_path / 'hub.db'}"

    centre = ["centre", "add", "--name", "ขุนยวม", "--tambon", "580604"]
    assert hub_main(["--database", database, *centre]) == 0
    capsys.readouterr()
    assert hub_main(["--database", database, "recovery", "--json"]) == 0
    assert capsys.readouterr().out.strip() == '{"recoveries":[]}'
    assert hub_main(["--database", database, "recovery", "00" * 8, "--yes"]) == 1
    assert "There is no such laptop" in capsys.readouterr().err
