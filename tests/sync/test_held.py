"""Work of revoked laptops: kept, opened by staff, taken in or thrown away, erased with the rest."""

from __future__ import annotations

import msgspec
import pytest
import sqlalchemy as sa

from resources.words.names import kinds_name
from sync.errors import Rejected
from sync.hub.holding import list_held
from sync.hub.overview import read_overview
from sync.hub.tables import held
from sync.hub.web import render
from tests.sync.world import Laptop, World


def _shut_out(world: World, by_file: bool = False) -> tuple[Laptop, bytes, bytes]:
    """A revoked laptop with two records that came after its revocation, and their ids."""
    laptop = world.join("AA")
    laptop.sync()
    first, second = world.record_id(), world.record_id()
    laptop.store.edit(first, "learner", {"given": "มะลิ"})
    laptop.store.edit(second, "learner", {"given": "ดาว"})
    world.hub.revoke(laptop.store.device)
    _send(world, laptop, by_file)
    return laptop, first, second


def _send(world: World, laptop: Laptop, by_file: bool) -> None:
    """What a revoked laptop does: it is refused, and what it brought is kept."""
    content = world.bundle(laptop)
    with pytest.raises(Rejected, match="revoked"):
        world.hub.accept_bundle(content) if by_file else laptop.sync()


def _bodies(world: World) -> bytes:
    with world.hub.database.read() as connection:
        return b"".join(
            bytes(each) for each in connection.execute(sa.select(held.c.body)).scalars()
        )


@pytest.mark.parametrize("by_file", [False, True])
def test_staff_see_open_and_take_it_in(world: World, by_file: bool) -> None:
    laptop, first, second = _shut_out(world, by_file)
    (line,) = world.hub.held()
    assert (line.changes, line.records, line.letters) == (2, {"learner": 2}, "AA")
    shown = world.hub.show_held(laptop.store.device)
    assert [each.fields["given"] for each in shown] == ["มะลิ", "ดาว"]
    assert msgspec.json.encode(shown)

    assert world.hub.accept_held(laptop.store.device) == 2

    assert world.hub.held() == []
    other = world.join("AB")
    assert other.sync().received == 2
    assert set(other.store.states) == {first, second}
    with pytest.raises(Rejected, match="revoked"):
        laptop.sync()


def test_sent_many_times_it_is_taken_once(world: World) -> None:
    laptop, _first, _second = _shut_out(world)
    for number in range(3):
        laptop.store.edit(world.record_id(), "learner", {"given": str(number)})
        world.clock.ms += 1
        with pytest.raises(Rejected, match="revoked"):
            laptop.sync()
    with pytest.raises(Rejected, match="revoked"):
        world.hub.accept_bundle(world.bundle(laptop))
    assert world.hub.held()[0].changes == 5
    assert world.hub.accept_held(laptop.store.device) == 5
    assert world.join("AB").sync().received == 5


@pytest.mark.parametrize("later", [0, 1])
@pytest.mark.parametrize("by_file", [False, True])
def test_what_two_copies_of_it_brought_under_the_same_numbers_is_taken(
    world: World, by_file: bool, later: int
) -> None:
    laptop = world.join("AA")
    laptop.sync()
    twin = world.cloned(laptop)
    made = {world.record_id(): laptop, world.record_id(): twin}
    for record, copy in made.items():
        copy.store.edit(record, "learner", {"given": "มะลิ"})
    world.hub.revoke(laptop.store.device)
    for copy in (laptop, twin):
        world.clock.ms += later
        _send(world, copy, by_file)
    shown = world.hub.show_held(laptop.store.device)
    assert {bytes.fromhex(each.record) for each in shown} == made.keys()

    assert world.hub.accept_held(laptop.store.device) == 2

    assert world.join("AB").sync().received == 2


def test_what_is_thrown_away_is_gone(world: World) -> None:
    laptop, _first, _second = _shut_out(world)
    assert world.hub.discard_held(laptop.store.device) == 1
    assert _bodies(world) == b""
    for ask in (world.hub.discard_held, world.hub.show_held, world.hub.accept_held):
        with pytest.raises(Rejected, match="nothing_held"):
            ask(laptop.store.device)
    assert world.join("AB").sync().received == 0


@pytest.mark.parametrize("by_file", [False, True])
@pytest.mark.parametrize("erased_first", [False, True])
def test_erasing_a_person_reaches_what_is_held(
    world: World, by_file: bool, erased_first: bool
) -> None:
    staff = world.join("AB")
    laptop = world.join("AA")
    laptop.sync()
    first, second = world.record_id(), world.record_id()
    laptop.store.edit(first, "learner", {"given": "มะลิวัลย์"})
    laptop.store.edit(second, "learner", {"given": "ดาว"})
    world.hub.revoke(laptop.store.device)

    def erase() -> None:
        staff.store.edit(first, "learner", {"erased": "2026-11-22"})
        staff.sync()

    def send() -> None:
        _send(world, laptop, by_file)

    for step in (erase, send) if erased_first else (send, erase):
        step()

    shown = {each.record: each.fields["given"] for each in world.hub.show_held(laptop.store.device)}
    assert shown == {first.hex(): None, second.hex(): "ดาว"}
    assert _bodies(world)[:1] == b"\x00"
    world.hub.accept_held(laptop.store.device)
    staff.sync()
    assert staff.store.values(first)["given"] is None
    assert staff.store.values(second)["given"] == "ดาว"


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_page_tells_how_much_and_what_to_do_and_nobodys_words(
    world: World, language: str
) -> None:
    laptop, _first, _second = _shut_out(world)

    with world.hub.database.read() as connection:
        page = render(read_overview(connection, world.clock()), language, list_held(connection))

    assert laptop.store.device.hex() in page
    assert "held accept" in page
    assert f"{kinds_name('learner', language)} 2" in page
    assert "มะลิ" not in page
    world.hub.discard_held(laptop.store.device)
    with world.hub.database.read() as connection:
        page = render(read_overview(connection, world.clock()), language, list_held(connection))
    assert "held accept" not in page
