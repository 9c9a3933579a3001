"""Anchors at the hub: a chain written anew, set back, or claimed by another laptop is marked."""

from __future__ import annotations

from typing import Any

from sync.hub.anchors import read_anchors, tampered
from sync.hub.overview import read_devices, read_overview
from sync.hub.web import render
from tests.sync.world import Laptop, World


def set_anchor(
    world: World, laptop: Laptop, number: int, chain: str, record: bytes, **other: Any
) -> None:
    identity = laptop.store.identity()
    fields = {
        "device": identity.device.hex()[:8],
        "epoch": identity.epoch,
        "number": number,
        "chain": chain,
        "at": 1_795_000_000,
        **other,
    }
    laptop.store.edit(record, "audit_anchor", fields)
    laptop.sync()


def problems(world: World) -> list[tuple[int, str]]:
    with world.hub.database.read() as connection:
        return [(line.number, line.problem) for line in read_anchors(connection)]


def test_anchors_that_follow_each_other_are_fine(world: World) -> None:
    laptop = world.join()
    set_anchor(world, laptop, 3, "aa" * 16, world.record_id())
    set_anchor(world, laptop, 7, "bb" * 16, world.record_id())
    assert problems(world) == [(3, ""), (7, "")]
    with world.hub.database.read() as connection:
        assert tampered(connection) == frozenset()


def test_the_same_number_with_another_hash_marks_both_and_the_laptop(world: World) -> None:
    laptop, other = world.join(), world.join("MC")
    record = world.record_id()
    set_anchor(world, other, 2, "cc" * 16, world.record_id())
    set_anchor(world, laptop, 3, "aa" * 16, record)
    set_anchor(world, laptop, 3, "bb" * 16, record)
    with world.hub.database.read() as connection:
        found = read_anchors(connection, laptop.store.identity().device)
        assert {(line.chain, line.problem) for line in found} == {
            ("aa" * 16, "rewritten"),
            ("bb" * 16, "rewritten"),
        }
        marked = {line.letters: line.tampered for line in read_devices(connection)}
        page = render(read_overview(connection, 0), "en")
    assert marked == {"MB": True, "MC": False}
    assert page.count("audit log rewritten") == 1


def test_a_chain_that_became_shorter_is_marked(world: World) -> None:
    laptop = world.join()
    set_anchor(world, laptop, 9, "aa" * 16, world.record_id())
    set_anchor(world, laptop, 4, "bb" * 16, world.record_id())
    assert problems(world) == [(9, ""), (4, "set_back")]


def test_an_anchor_in_anothers_name_marks_whoever_sent_it(world: World) -> None:
    laptop, other = world.join(), world.join("MC")
    set_anchor(
        world,
        laptop,
        5,
        "aa" * 16,
        world.record_id(),
        device=other.store.identity().device.hex()[:8],
    )
    with world.hub.database.read() as connection:
        assert tampered(connection) == {laptop.store.identity().device.hex()}
