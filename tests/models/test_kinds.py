"""The table of kinds that both ends go by, held beside the classes that it speaks of."""

from __future__ import annotations

import pytest

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import fields_of
from desktop.models.moves import LAST_MOVE, AppendOnly, WithStates
from sync.kinds import KINDS, OPEN_EVERYWHERE, Kind, Lane, Review, kind_of, lane

CLASSES = sorted(synced_classes().items())
# Kinds that the hub or a version to come has, and this laptop has no class for yet.
ELSEWHERE = {
    "attachment_piece",
    "attendance",
    "audit_entry",
    "device",
    "self_rating",
}


def test_every_kind_has_a_row() -> None:
    assert set(KINDS) == set(synced_classes()) | ELSEWHERE


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_a_row_names_fields_that_exist(kind: str, cls: type[SyncedRecord]) -> None:
    row = KINDS[kind]
    assert row.open | row.asked | OPEN_EVERYWHERE <= fields_of(cls).keys()
    assert not row.asked or row.review is Review.LISTED


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_open_fields_tell_of_nobody(kind: str, cls: type[SyncedRecord]) -> None:
    for name in KINDS[kind].open | OPEN_EVERYWHERE:
        each = fields_of(cls)[name]
        telling = (
            each.identifying, each.sensitive, each.guards, each.is_free_text, each.is_text,
        )  # fmt: skip
        assert not any(telling), f"{kind}.{name}"


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_what_is_sensitive_is_open_in_its_links_and_days_only(
    kind: str, cls: type[SyncedRecord]
) -> None:
    row = KINDS[kind]
    if row.sensitive:
        assert {fields_of(cls)[name].type for name in row.open} <= {"link", "day"}, kind
    assert not (row.secret and row.open), kind
    assert row.sensitive or not row.secret, kind


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_guards_stand_in_sensitive_kinds(kind: str, cls: type[SyncedRecord]) -> None:
    if any(each.guards or each.sensitive for each in fields_of(cls).values()):
        assert KINDS[kind].sensitive, kind


def test_a_kind_of_a_newer_version_follows_the_ordinary_rule() -> None:
    assert kind_of("kind_of_tomorrow") == Kind()
    assert (lane("kind_of_tomorrow"), lane("urgent_case")) == (Lane.REST, Lane.URGENT)
    assert not kind_of("kind_of_tomorrow").open


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_what_is_never_edited_never_conflicts(kind: str, cls: type[SyncedRecord]) -> None:
    assert not issubclass(cls, AppendOnly) or KINDS[kind].review is Review.SILENT


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_a_person_decides_between_moves_and_they_travel_with_their_thing(
    kind: str, cls: type[SyncedRecord]
) -> None:
    if issubclass(cls, WithStates):
        assert LAST_MOVE in KINDS[kind].asked, kind
        assert lane(kind) is lane(cls.move_kind), kind
