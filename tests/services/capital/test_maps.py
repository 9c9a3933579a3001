"""Hand-drawn maps: pins, who sees them, two laptops, erasing, putting back, commands' errors."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PIL import Image

from desktop.errors import UserError
from desktop.models.capital import MapPin
from desktop.models.program import Conflict
from desktop.reports.rendering import first_page
from desktop.services.all import Services
from desktop.services.keeping.backups import BackupService, restore
from desktop.services.keeping.checking import CheckService
from desktop.services.persons_rights.erasing import ErasureService
from desktop.services.workspace import Workspace
from tests.factories import PASSCODE, QUICK, open_workspace, picture
from tests.reports.paper_reader import poppler_text, squeezed
from tests.services.sync.test_store import exchange


@pytest.fixture
def village(services: Services) -> UUID:
    return services.centre.save_village("3", {"name": "ห้วยปูลิง"})


@pytest.fixture
def drawn(services: Services, village: UUID) -> UUID:
    return services.maps.add(picture(), {"title": "แผนที่เดินดิน", "village_id": "3"})


def names(services: Services, map_id: UUID) -> list[tuple[int, str]]:
    return [(pin.number, pin.capital.name) for pin in services.maps.get(map_id).pins]


def test_pins_are_put_moved_and_taken_off(services: Services, drawn: UUID) -> None:
    maps = services.maps
    forest, hall = (
        services.capital.add({"name": name, "village_id": "3"}) for name in ("ป่าต้นน้ำ", "ลานวัด")
    )
    elsewhere = services.capital.add({"name": "กลุ่มทอผ้า", "village_id": "4"})
    assert [row.name for row in maps.get(drawn).unplaced] == ["ป่าต้นน้ำ", "ลานวัด"]

    first = maps.put(drawn, forest, 0, 1000)
    maps.put(drawn, elsewhere, "500", 250)

    assert names(services, drawn) == [(1, "ป่าต้นน้ำ"), (2, "กลุ่มทอผ้า")]
    assert [row.id for row in maps.get(drawn).unplaced] == [hall]
    assert services.capital.get(forest).maps == ((drawn, "แผนที่เดินดิน"),)
    assert maps.put(drawn, forest, 10, 20) == first, "it stands there once"
    maps.move(first, {"down": 30})
    pin = maps.get(drawn).pins[0]
    assert (pin.id, pin.across, pin.down) == (first, 10, 30)
    maps.take_off(first)
    assert names(services, drawn) == [(1, "กลุ่มทอผ้า")]
    assert services.capital.get(forest).maps == ()
    services.undo.undo_action(services.undo.last_action() or b"")
    assert names(services, drawn) == [(1, "ป่าต้นน้ำ"), (2, "กลุ่มทอผ้า")]
    with pytest.raises(UserError, match="place_off_map"):
        maps.put(drawn, hall, 1001, 0)
    with pytest.raises(UserError, match="bad_amount"):
        maps.put(drawn, hall, "กลาง", 0)
    assert maps.get(drawn).line.pins == 2


def test_a_new_map_of_the_village_leaves_the_old_one_with_its_pins(
    services: Services, drawn: UUID
) -> None:
    maps = services.maps
    maps.edit(drawn, {"taken_on": "2567"})
    forest = services.capital.add({"name": "ป่าต้นน้ำ", "village_id": "3"})
    maps.put(drawn, forest, 5, 5)
    newer = maps.add(picture(b"newer"), {"village_id": "3", "taken_on": "2569-11"})
    whole = maps.add(picture(b"whole"))

    lines = maps.all()

    assert [(each.id, each.older, each.pins) for each in lines] == [
        (newer, False, 0), (drawn, True, 1), (whole, False, 0),
    ]  # fmt: skip
    assert [each.title for each in lines] == ["แผนที่ชุมชนวาดมือ", "แผนที่เดินดิน", "แผนที่ชุมชนวาดมือ"]
    assert [each.id for each in maps.named("ห้วยปูลิง เดินดิน")] == [drawn]
    maps.edit(whole, {"village_id": "3"})
    assert maps.all()[-1].village == "3"


def test_what_is_no_picture_or_no_map_is_refused(services: Services, drawn: UUID) -> None:
    with pytest.raises(UserError, match="not_a_photo"):
        services.maps.add(b"%PDF-1.7 x")
    with pytest.raises(UserError, match="unknown_field"):
        services.maps.edit(drawn, {"document_kind": "photo"})
    with pytest.raises(UserError, match="unknown_field"):
        services.documents.edit(drawn, {"village_id": None})
    paper = services.documents.add(
        services.centre.villages()[0].id, b"%PDF-1.7 x", {"title": "รายงาน"}, of="village"
    )
    with pytest.raises(UserError, match="record_unknown"):
        services.maps.get(paper)
    with pytest.raises(UserError, match="field_missing"):
        services.documents.add(None, picture())


def test_a_confidential_pin_is_seen_by_those_only_who_may(services: Services, drawn: UUID) -> None:
    secret = services.capital.add({"name": "ศาลผีป่า", "village_id": "3", "confidential": True})
    services.maps.put(drawn, secret, 400, 400)
    workspace = services.workspace
    assert names(services, drawn) == [(1, "ศาลผีป่า")]

    workspace.user = replace(workspace.user, role="officer")

    detail = services.maps.get(drawn)
    assert (detail.pins, detail.unplaced, detail.line.pins) == ((), (), 0)
    with workspace.read() as session:
        assert session.query(MapPin).count() == 0


def test_two_laptops_that_pin_the_same_make_one_pin(
    services: Services, other: Workspace, drawn: UUID
) -> None:
    forest = services.capital.add({"name": "ป่าต้นน้ำ", "village_id": "3"})
    workspace, away = services.workspace, Services(other)
    exchange(workspace, other)
    here = services.maps.put(drawn, forest, 100, 200)
    there = away.maps.put(drawn, forest, 130, 240)
    assert here == there

    exchange(workspace, other)

    for each in (services, away):
        (pin,) = each.maps.get(drawn).pins
        assert (pin.across, pin.down) == (130, 240)
        with each.workspace.read() as session:
            listed = session.query(Conflict).filter(Conflict.settled.is_(False)).all()
        assert {one.field for one in listed} == {"across", "down"}
        assert not any(one.review for one in listed), "nobody need be asked where a pin stands"
    away.maps.take_off(there)
    exchange(workspace, other)
    assert services.maps.get(drawn).pins == ()


def test_the_pin_goes_with_whom_it_is_of_and_the_map_stays(services: Services, drawn: UUID) -> None:
    giver = services.persons.add({"given": "หน่อแอริ"})
    weaving = services.capital.add({"name": "ทอผ้า", "person_id": giver, "village_id": "3"})
    forest = services.capital.add({"name": "ป่าต้นน้ำ", "village_id": "3"})
    for number, each in enumerate((weaving, forest)):
        services.maps.put(drawn, each, number, number)

    ErasureService(services.workspace).erase(giver, "ขอให้ลบ")

    assert names(services, drawn) == [(1, "ป่าต้นน้ำ")]
    assert services.maps.content(drawn).content == picture()
    assert CheckService(services.workspace).check().findings == ()
    with services.workspace.read() as session:
        assert session.query(MapPin).count() == 1


def test_a_copy_put_back_has_the_map_with_its_pins(
    services: Services, drawn: UUID, tmp_path: Path
) -> None:
    forest = services.capital.add({"name": "ป่าต้นน้ำ", "village_id": "3"})
    services.maps.put(drawn, forest, 10, 20)
    workspace = services.workspace
    BackupService(workspace).make(tmp_path / "old.backup")
    services.maps.hide([drawn])
    assert services.maps.all() == ()
    workspace.close()

    restore(workspace.folder, tmp_path / "old.backup", PASSCODE, key_cost=QUICK)

    back = open_workspace(workspace.folder)
    try:
        assert names(Services(back), drawn) == [(1, "ป่าต้นน้ำ")]
        assert Services(back).maps.content(drawn).content == picture()
    finally:
        back.close()


def _photograph() -> bytes:
    """A white sheet, as a telephone takes it."""
    out = io.BytesIO()
    Image.new("RGB", (800, 600), "white").save(out, "JPEG")
    return out.getvalue()


def test_on_paper_each_number_stands_on_the_picture_and_in_the_list(
    services: Services, tmp_path: Path
) -> None:
    giver = services.persons.add({"given": "หน่อแอริ"})
    drawn = services.maps.add(_photograph(), {"title": "แผนที่เดินดิน", "village_id": "3"})
    services.centre.save_village("4", {"name": "บ้านหลังดอย"})
    other = services.maps.add(picture(b"other"), {"title": "อีกหมู่บ้าน", "village_id": "4"})
    capital: list[dict[str, Any]] = [
        {"name": "ป่าต้นน้ำ"},
        {"name": "ศาลผีป่า", "confidential": True},
        {"name": "ทอผ้า", "person_id": giver},
    ]
    for place, values in enumerate(capital):
        known = services.capital.add({**values, "village_id": "3"})
        services.maps.put(drawn, known, 250 * (place + 1), 500)

    assert services.map_paper.write_pdf(tmp_path / "one.pdf", [drawn]) == 2

    told = squeezed(poppler_text(tmp_path / "one.pdf"))
    assert "ป่าต้นน้ำ" in told
    assert "หน่อแอริ" in told
    assert "ศาลผีป่า" not in told
    assert "ไม่แสดง1รายการ" in told
    page = first_page((tmp_path / "one.pdf").read_bytes(), 1000)
    shown = Image.frombuffer(
        "RGB", (page.width, page.height), page.dots, "raw", "BGRX", page.stride, 1
    )
    below = [(x, y) for x in range(page.width) for y in range(page.height // 4, page.height)]
    dark = sum(shown.getpixel(each) == (8, 70, 67) for each in below)
    assert 400 < dark < 800, "two pins: the one that is confidential has none"
    assert services.map_paper.write_pdf(tmp_path / "all.pdf") == 4
    services.maps.hide([drawn, other])
    with pytest.raises(UserError, match="paper_nothing_to_print"):
        services.map_paper.write_pdf(tmp_path / "none.pdf")
