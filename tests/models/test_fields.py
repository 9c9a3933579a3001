"""Every field of every synced class says what it means, and what it says holds together."""

from __future__ import annotations

import subprocess
import sys
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desktop.models import documents, people, plan, urgent
from desktop.models import fields as field
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import Id, UndeclaredFieldError, fields_of

CLASSES = sorted(synced_classes().items())


def odd(annotation: object, declared: object) -> dict[str, field.Field]:
    """The fields of a class of its own whose field `odd` is declared so."""
    base = type("Loose", (DeclarativeBase,), {"type_annotation_map": {UUID: Id}})
    made: Any = type(
        "Odd",
        (base,),
        {
            "__tablename__": "odd",
            "__annotations__": {"number": Mapped[int], "odd": annotation},
            "number": mapped_column(primary_key=True, info=field.LOCAL),
            **({} if declared is None else {"odd": declared}),
        },
    )
    return fields_of(made)


def test_whoever_asks_for_the_kinds_first_gets_all_of_them() -> None:
    asked = "from desktop.models.base import synced_classes; print(*synced_classes())"
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True
    )

    assert set(done.stdout.split()) == {kind for kind, _ in CLASSES}


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_every_field_is_declared(kind: str, cls: type[SyncedRecord]) -> None:
    assert {"verified_on", "deleted", "erased"} < fields_of(cls).keys(), kind


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_links_lead_to_kinds_that_exist(kind: str, cls: type[SyncedRecord]) -> None:
    for name, each in fields_of(cls).items():
        assert not each.link or each.link in synced_classes(), f"{kind}.{name}"
        assert each.is_id == (each.type == "link") or each.machine, f"{kind}.{name}"
        assert each.link or not each.owner, f"{kind}.{name}"


@pytest.mark.parametrize(
    ("annotation", "declared", "said"),
    [
        (Mapped[str], None, "does not say what it means"),
        (Mapped[int], field.yes_no(), "is declared yes_no"),
        (Mapped[str], field.link("learner"), "is declared link"),
        (Mapped[str], field.coded("no_such_list"), "names a code list that is not shipped"),
        (Mapped[str], field.line("no_such_list"), "names a code list that is not shipped"),
        (Mapped[str], field.line(guards=True), "cannot tell what is sensitive"),
        (Mapped[str], field.line(machine=True), "read by the program only"),
        (Mapped[str | None], field.coded("sex", empty="male"), "although it may be empty"),
    ],
)
def test_what_cannot_be_is_refused_by_class_and_name(
    annotation: object, declared: object, said: str
) -> None:
    with pytest.raises(UndeclaredFieldError, match=rf"Odd\.odd .*{said}"):
        odd(annotation, declared)


def test_what_a_declaration_says_is_found_again() -> None:
    learner = fields_of(people.Learner)
    assert (learner["birth"].type, learner["birth"].part_known) == ("day", True)
    assert learner["birth"].identifying
    assert (learner["status"].type, learner["status"].vocabulary) == ("code", "status")
    assert learner["given"].required
    assert not learner["sex"].required  # it has a value from the start
    assert not learner["code"].by_hand
    assert (learner["village_id"].link, learner["village_id"].owner) == ("village", False)

    note = fields_of(urgent.UrgentNote)["case_id"]
    assert (note.link, note.owner, note.by_hand, note.told) == ("urgent_case", True, False, False)
    goal = fields_of(plan.Action)["goal_id"]
    assert (goal.owner, goal.by_hand, goal.told) == (True, True, True)
    assert fields_of(plan.Action)["budget"].unit == "baht"
    assert fields_of(documents.Document)["sha256"].machine
    assert fields_of(people.LearnerPrivate)["religion"].sensitive
    assert not fields_of(people.LearnerPrivate)["learner_id"].sensitive
    assert fields_of(urgent.UrgentCase)["summary"].sensitive
    assert not fields_of(people.Contact)["text"].sensitive  # its guard says of which
    group = fields_of(people.LearnerGroup)["code"]
    assert (group.by_hand, group.required, group.guards) == (False, True, True)
