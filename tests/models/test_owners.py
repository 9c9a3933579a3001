"""What becomes of records when somebody is erased, as their links declare it."""

from __future__ import annotations

from desktop.database import Database  # noqa: F401 - maps every class
from desktop.models import fields as field
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import HUMANS, fields_of
from desktop.models.owners import cut_links, erased_with, owner_links

# What laptops of the versions before call the link to an owner; they destroy what they do not know
# where such a link leads to somebody erased.
_RELEASED_OWNERS = {
    "assessment_id", "case_id", "goal_id", "household_id", "learner_id", "mentor_id", "partner_id",
    "person_id", "plan_id", "village_id",
}  # fmt: skip


def test_every_link_to_somebody_says_what_erasing_does() -> None:
    links = {
        f"{kind}.{each.name}": each.on_erase
        for kind, cls in synced_classes().items()
        for each in fields_of(cls).values()
        if each.type == "link" and each.link in HUMANS
    }

    assert "" not in links.values()
    assert links["partner_contact.person_id"] == "follow"
    assert links["partner_move.by_id"] == links["person.same_learner_id"] == "cut"
    assert links["carer.person_id"] == "cut"
    assert links["consent.learner_id"] == links["consent.person_id"] == "follow"


def test_what_belongs_to_another_goes_with_it() -> None:
    for cls in synced_classes().values():
        # What was given stays when the need of somebody who is gone goes.
        follow = {each.name for each in owner_links(cls) if each.on_erase != "cut"}
        assert follow <= {each.name for each in erased_with(cls)}
    assert {
        cls.kind
        for cls in synced_classes().values()
        if any(each.on_erase == "cut" for each in owner_links(cls))
    } == {"match"}


def test_a_link_that_is_cut_is_not_called_like_one_to_an_owner() -> None:
    for kind, cls in synced_classes().items():
        if kind != "carer":  # every version knows carers
            assert not {each.name for each in cut_links(cls)} & _RELEASED_OWNERS, kind


def _belongs_to_somebody(cls: type[SyncedRecord]) -> bool:
    return any(
        each.link in HUMANS or _belongs_to_somebody(synced_classes()[each.link])
        for each in owner_links(cls)
    )


def test_what_stays_when_somebody_goes_holds_no_names() -> None:
    staying = [
        cls
        for cls in synced_classes().values()
        if cls.kind not in HUMANS
        and not _belongs_to_somebody(cls)
        and any(each.link in HUMANS for each in cut_links(cls))
    ]

    assert {cls.kind for cls in staying} >= {"partner_move"}
    for cls in staying:
        assert [each.name for each in fields_of(cls).values() if each.identifying] == [], cls.kind


def test_a_link_to_somebody_without_a_word_on_erasing_is_refused() -> None:
    for said in ({}, {"on_erase": "cut"}):
        column = field.link("person", **said).column  # type: ignore[arg-type]
        column.key, column.nullable = "by_id", False
        found = field._contradiction(column.info["field"], column)
        assert found, said
