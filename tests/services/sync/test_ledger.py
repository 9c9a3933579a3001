"""What sync has done here: receipts by every way, laptops seen, visits, what was set aside."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import msgspec
import pytest

from desktop.errors import Cancelled
from desktop.models.program import Change, SetAside, User
from desktop.services.learners.service import LearnerService
from desktop.services.sync.bundles import BundleService
from desktop.services.sync.ledger import LedgerService
from desktop.services.sync.near import NearService, addresses, reachable, typed_address
from desktop.services.sync.rows import to_protocol
from desktop.services.sync.store import DesktopStore
from sync.ports import Incoming, LinkState
from sync.protocol import Change as WireChange
from tests.factories import add_learner
from tests.services.near_hub import Laptop, Province


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    """A hub and its laptops."""
    made = Province(tmp_path)
    yield made
    made.close()


def test_receipts_are_listed_whichever_way_they_came(province: Province, tmp_path: Path) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    add_learner(village.workspace)
    bundles = BundleService(village.workspace)
    bundles.write(tmp_path / "out")
    receipt, _answer = province.hub.accept_bundle((tmp_path / "out").read_bytes())
    (tmp_path / "back").write_bytes(receipt)
    taken = bundles.take_receipt(tmp_path / "back")
    bundles.take_receipt(tmp_path / "back")

    rows = LedgerService(village.workspace).receipts()

    # The same receipt again is no further line.
    assert [row.way for row in rows] == ["stick", "link"]
    assert (rows[0].number, rows[0].sent) == (taken.receipt, taken.sent)
    outcomes = [row.outcome for row in village.sync.sessions()]
    assert outcomes == ["done", "written", "done"]


def test_visits_are_listed_on_both_sides_and_addresses_remembered(province: Province) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    add_learner(village.workspace)
    brought: list[int] = []
    serving = NearService(office.workspace, office.carrying)
    serving.brought = lambda: brought.append(1)
    port = serving.start("127.0.0.1", 0)
    going = NearService(village.workspace, village.carrying)
    try:
        report = going.visit(f"127.0.0.1:{port}")
        going.visit(f"http://127.0.0.1:{port}/")
    finally:
        serving.stop()

    (came,) = LedgerService(office.workspace).visits()
    went = LedgerService(village.workspace).visits()
    assert (came.partner, came.received, came.outgoing) == (village.id, report.sent, False)
    assert came.letters == village.sync.status().letters
    assert [(row.partner, row.sent, row.outgoing) for row in went] == [
        (office.id, 0, True),
        (office.id, report.sent, True),
    ]
    assert brought
    assert going.remembered() == (f"127.0.0.1:{port}",)
    here, there = LedgerService(office.workspace).laptops()
    assert (here.here, there.here, there.device) == (True, False, village.id)
    assert (here.name, there.name) == (office.workspace.user.name, "")
    who = village.workspace.user
    with office.workspace.write() as session:
        session.add(User(id=who.user_id, name=who.name))
    # A laptop is known by who works there, once both have come.
    assert LedgerService(office.workspace).laptops()[1].name == who.name
    assert there.last_visit == came.at
    assert there.last_edit is not None


class _StopAt:
    """Stops at a turn."""

    def __init__(self, turn: int) -> None:
        self._left = turn

    def step(self, _done: int, _total: int, _doing: str = "") -> None:
        self._left -= 1
        if not self._left:
            raise Cancelled


def test_a_visit_that_is_stopped_loses_nothing_and_goes_on(province: Province) -> None:
    office, village = province.join(), province.join()
    office.carrying.find(village.id)
    learner = add_learner(village.workspace)
    serving = NearService(office.workspace, office.carrying)
    address = f"127.0.0.1:{serving.start('127.0.0.1', 0)}"
    going = NearService(village.workspace, village.carrying)
    try:
        with pytest.raises(Cancelled):
            going.visit(address, _StopAt(1))
        going.visit(address)
    finally:
        serving.stop()
    assert LearnerService(office.workspace).get(learner)


def test_a_laptop_that_was_shut_out_is_marked_and_knows_it(province: Province) -> None:
    office, village = province.join(), province.join()
    province.hub.revoke(bytes.fromhex(village.id))
    province.clock.now_ms += 25 * 60 * 60 * 1000
    office.sync.sync_now()

    rows = LedgerService(office.workspace).laptops()

    assert {row.device: row.revoked for row in rows} == {office.id: False, village.id: True}
    assert not LedgerService(office.workspace).revoked_here()


def test_what_was_set_aside_is_told_and_tried_again(province: Province) -> None:
    laptop, other = province.join(), province.join()
    learner = add_learner(other.workspace, "มะลิ")
    (change,) = _changes_of(other, learner)
    spoiled = msgspec.structs.replace(
        change, fields={**change.fields, "given": change.fields["given"].__class__(7, ())}
    )
    store = DesktopStore(laptop.workspace)
    store.apply(Incoming(LinkState(), store.acknowledged(), (spoiled,)))
    ledger = LedgerService(laptop.workspace)

    (row,) = ledger.set_aside()
    assert (row.record, row.kind, row.own) == (learner, "learner", False)
    assert row.reason == "wrong_type:given"
    assert ledger.retry_set_aside() == 0
    assert len(ledger.set_aside()) == 1

    # As a newer program reads it.
    with laptop.workspace.database.write(applying=True) as session:
        kept = session.get_one(SetAside, (change.device, change.epoch, change.lane, change.seq))
        kept.payload = msgspec.msgpack.encode(change)
    assert ledger.retry_set_aside() == 1
    assert ledger.set_aside() == []
    assert LearnerService(laptop.workspace).get(learner).row.given == "มะลิ"


def _changes_of(laptop: Laptop, record: UUID) -> list[WireChange]:
    with laptop.workspace.read() as session:
        rows = session.query(Change).filter(Change.record_id == record).order_by(Change.number)
        return [to_protocol(row) for row in rows]


@pytest.mark.parametrize(
    ("address", "good"),
    [
        ("192.168.1.5", True), ("10.0.0.9", True), ("fd00::2", True), ("127.0.0.1", False),
        ("::1", False), ("fe80::1%eth0", False), ("169.254.3.4", False), ("0.0.0.0", False),  # nosec B104
        ("no address", False),
    ],
)  # fmt: skip
def test_addresses_that_neighbours_can_use(address: str, good: bool) -> None:
    assert reachable(address) is good


def test_addresses_are_shown_as_they_are_typed() -> None:
    assert typed_address("192.168.1.5", 8461) == "192.168.1.5:8461"
    assert typed_address("fd00::2", 8461) == "[fd00::2]:8461"
    own = ("127.0.0.1", "192.168.1.5", "fd00::2", "192.168.1.5", "fe80::1")
    assert addresses(8461, lambda: own) == ("192.168.1.5:8461", "[fd00::2]:8461")
