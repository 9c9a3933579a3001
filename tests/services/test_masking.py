"""What a session leaves out, rule by rule: which records are hidden, and that no others are."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.derived import ensure
from desktop.models.fields import fields_of
from desktop.models.hett import HettIndicator, Rating
from desktop.models.ids import new_id
from desktop.models.partners import PartnerContact
from desktop.models.people import Contact, LearnerCode, LearnerGroup, LearnerPrivate
from desktop.models.persons import Person
from desktop.models.referrals import Referral
from desktop.models.tries import ContactTry, UrgentTry
from desktop.models.urgent import UrgentCase, UrgentNote
from desktop.services import masking
from desktop.services.workspace import Workspace

LEARNER = new_id()
OTHER = new_id()
DAY = "2026-11-22"
USER, STRANGER = new_id(), new_id()


def _keep(workspace: Workspace, *records: SyncedRecord) -> None:
    with workspace.database.write() as session:
        session.add_all(records)


def _ensure(workspace: Workspace, cls: type[Any], of: dict[str, Any], **values: Any) -> Any:
    """A record whose id follows from what it is."""
    with workspace.database.write() as session:
        record = ensure(session, cls, **of)
        for name, value in values.items():
            setattr(record, name, value)
        return record.id


@contextmanager
def _covered(workspace: Workspace, *rules: Any) -> Iterator[Session]:
    with workspace.database.read() as session:
        masking.cover(session, rules)
        yield session


def _sensitive(workspace: Workspace) -> tuple[Any, ...]:
    with workspace.database.read() as session:
        return masking.sensitive_rules(masking.sensitive_indicators(session))


def _case(named: list[str] | None) -> UrgentCase:
    return UrgentCase(case_kind="other", opened_on="2026-11-22", named=named)


def _note(case: UrgentCase) -> UrgentNote:
    return UrgentNote(case_id=case.id, at=0, text="โทรหา")


def _try(case: UrgentCase) -> UrgentTry:
    return UrgentTry(case_id=case.id, on="2026-11-22")


def test_an_urgent_case_is_told_as_something_else() -> None:
    assert masking.told_kind("urgent_case") == masking.told_kind("urgent_note") == "other"
    assert masking.told_kind("learner_private") == "learner_private"
    assert masking.told_kind("kind_of_tomorrow") == "kind_of_tomorrow"


@pytest.mark.parametrize(
    ("kind", "hides"),
    [
        ("contact", True),
        ("urgent_case", True),
        ("person", True),
        ("partner_contact", True),
        ("learner", False),
        ("village", False),
        ("kind_of_tomorrow", False),
    ],
)
def test_which_kinds_a_session_may_hide(kind: str, hides: bool) -> None:
    assert masking.may_hide(kind) is hides


@pytest.mark.parametrize(
    ("kind", "whole"),
    [("learner_private", True), ("contact", False), ("urgent_case", False), ("learner", False)],
)
def test_which_kinds_are_sensitive_whole(kind: str, whole: bool) -> None:
    assert masking.is_sensitive_whole(kind) is whole


def test_sensitive_codes_are_those_that_the_list_marks() -> None:
    assert masking.sensitive_codes("target_groups") == {"TG05", "TG06"}
    assert masking.sensitive_codes("sex") == frozenset()


def test_sensitive_indicators_are_shipped_and_the_centres_own(workspace: Workspace) -> None:
    with workspace.database.read() as session:
        shipped = masking.sensitive_indicators(session)
    assert shipped == {"H7", "H8", "H9", "H12", "D7"}
    for code, sensitive in (("own1", True), ("own2", False), ("own3", None)):
        of = {"framework_version": 1, "code": code}
        _ensure(workspace, HettIndicator, of, dimension="health", sensitive=sensitive)
    with workspace.database.read() as session:
        assert masking.sensitive_indicators(session) == shipped | {"own1"}


def test_records_with_a_sensitive_code_are_hidden_and_no_others(workspace: Workspace) -> None:
    for code in ("TG05", "TG01", "own-code"):
        _ensure(workspace, LearnerGroup, {"learner_id": LEARNER, "code": code})
    _ensure(workspace, LearnerPrivate, {"learner_id": LEARNER}, health_note="หอบหืด")
    _keep(
        workspace,
        LearnerCode(learner_id=LEARNER, code_kind="disability_card", value="1"),
        LearnerCode(learner_id=LEARNER, code_kind="passport", value="2"),
    )
    with _covered(workspace, *_sensitive(workspace)) as session:
        codes = session.scalars(select(LearnerGroup.code)).all()
        assert sorted(codes) == ["TG01", "own-code"]
        assert session.scalars(select(LearnerCode.value)).all() == ["2"]
        assert session.scalar(select(func.count()).select_from(LearnerPrivate)) == 0
        again = aliased(LearnerGroup)
        assert session.scalar(select(func.count()).select_from(again)) == 2
    with workspace.database.read() as session:
        assert session.scalar(select(func.count()).select_from(LearnerGroup)) == 3
        assert session.scalar(select(func.count()).select_from(LearnerPrivate)) == 1


def test_what_somebody_marked_as_private_is_hidden(workspace: Workspace) -> None:
    _keep(
        workspace,
        *(
            Contact(learner_id=LEARNER, contact_kind="visit", on="2026-11-22", text=text, private=p)
            for text, p in (("ก", True), ("ข", False), ("ค", None))
        ),
    )
    with _covered(workspace, *_sensitive(workspace)) as session:
        assert sorted(session.scalars(select(Contact.text))) == ["ข", "ค"]


def test_ratings_of_sensitive_indicators_are_hidden(workspace: Workspace) -> None:
    _keep(
        workspace,
        *(
            Rating(assessment_id=OTHER, learner_id=LEARNER, indicator=indicator, level=1)
            for indicator in ("H1", "H7", "own1")
        ),
    )
    with _covered(workspace, *masking.sensitive_rules({"H7", "own1"})) as session:
        assert session.scalars(select(Rating.indicator)).all() == ["H1"]
    with _covered(workspace, *masking.sensitive_rules(())) as session:
        assert sorted(session.scalars(select(Rating.indicator))) == ["H1", "H7", "own1"]


def test_tries_are_hidden_with_what_they_are_for(workspace: Workspace) -> None:
    health, hidden = (
        Referral(learner_id=LEARNER, service=code) for code in ("health", "protection")
    )
    _keep(workspace, health, hidden)
    _keep(
        workspace,
        ContactTry(referral_id=health.id, on="2026-11-22", note="ก"),
        ContactTry(referral_id=hidden.id, on="2026-11-22", note="ข"),
        ContactTry(lead_id=OTHER, on="2026-11-22", note="ค"),
    )
    with _covered(workspace, *_sensitive(workspace)) as session:
        assert set(session.scalars(select(ContactTry.note))) == {"ก", "ค"}
        again = aliased(ContactTry)
        assert session.scalar(select(func.count()).select_from(again)) == 2
    assert masking.may_hide("contact_try")


@pytest.mark.parametrize(
    ("kind", "guard", "hides", "shows"),
    [
        ("referral_move", "service", "protection", "health"),
        ("capital_move", "confidential", True, False),
    ],
)
def test_moves_are_hidden_with_what_they_move(
    workspace: Workspace, kind: str, guard: str, hides: Any, shows: Any
) -> None:
    moves = synced_classes()[kind]
    link = next(each for each in fields_of(moves).values() if each.owner)
    owner = synced_classes()[link.link]
    named = {"name": "ป่าชุมชน"} if link.link == "capital" else {"learner_id": LEARNER}
    hidden, shown = (owner(**named, **{guard: value}) for value in (hides, shows))
    _keep(workspace, hidden, shown)
    _keep(
        workspace,
        *(
            moves(
                **{link.name: of.id}, move="x", from_state="y", to_state="z", done_on="2026-11-22"
            )
            for of in (hidden, shown)
        ),
    )
    with _covered(workspace, *_sensitive(workspace)) as session:
        assert list(session.scalars(select(getattr(moves, link.name)))) == [shown.id]
    assert masking.may_hide(kind)


def test_everything_that_belongs_to_what_a_word_hides_is_hidden_with_it() -> None:
    found = {
        kind
        for kind, cls in synced_classes().items()
        for each in fields_of(cls).values()
        if each.owner
        and each.link
        and any(of.guards for of in fields_of(synced_classes()[each.link]).values())
    }

    assert {"referral_move", "referral_reply", "capital_move", "mentor_move", "map_pin"} <= found
    assert all(masking.may_hide(kind) for kind in found)


def test_what_is_secret_has_rules_of_its_own(workspace: Workspace) -> None:
    _keep(workspace, _case(None))
    with _covered(workspace, *_sensitive(workspace)) as session:
        assert session.scalar(select(func.count()).select_from(UrgentCase)) == 1


def test_urgent_cases_are_hidden_but_for_those_that_are_shown(workspace: Workspace) -> None:
    mine, others, nobodys = _case([USER.hex, STRANGER.hex]), _case([STRANGER.hex]), _case(None)
    _keep(workspace, mine, others, nobodys)
    _keep(workspace, _note(mine), _note(others), _try(mine), _try(others), Person(given="พอคี"))
    with workspace.database.read() as session:
        shown = masking.cases_naming(session, USER)
        assert shown == {mine.id}
        assert masking.cases_naming(session, new_id()) == frozenset()
        both = masking.cases_naming(session, STRANGER)
        assert both == {mine.id, others.id}

    def seen(*cases: UUID) -> tuple[set[UUID], set[UUID], int]:
        with _covered(workspace, *masking.urgent_rules(cases)) as session:
            found = set(session.scalars(select(UrgentCase.id)))
            again = aliased(UrgentCase)
            assert set(session.scalars(select(again.id))) == found
            notes = set(session.scalars(select(UrgentNote.case_id)))
            again_note = aliased(UrgentNote)
            assert set(session.scalars(select(again_note.case_id))) == notes
            assert set(session.scalars(select(UrgentTry.case_id))) == notes
            return found, notes, len(session.scalars(select(Person)).all())

    assert seen() == (set(), set(), 1)
    assert seen(*shown) == ({mine.id}, {mine.id}, 1)
    assert len(masking.urgent_rules()) == 4


def test_confidential_contacts_and_the_people_behind_them_are_hidden(workspace: Workspace) -> None:
    people = {name: Person(given=name) for name in ("ลับ", "เปิด", "ลบแล้ว")}
    _keep(workspace, *people.values())
    for name, confidential, deleted in (
        ("ลับ", True, False), ("เปิด", False, False), ("ลบแล้ว", True, True)
    ):  # fmt: skip
        of = {"partner_id": OTHER, "person_id": people[name].id}
        _ensure(workspace, PartnerContact, of, confidential=confidential, deleted=deleted)
    with _covered(workspace, *masking.confidential_rules()) as session:
        contacts = session.scalars(select(PartnerContact.person_id)).all()
        assert contacts == [people["เปิด"].id]
        assert sorted(session.scalars(select(Person.given))) == ["ลบแล้ว", "เปิด"]
        again, again_contact = aliased(Person), aliased(PartnerContact)
        assert session.scalar(select(func.count()).select_from(again)) == 2
        assert session.scalar(select(func.count()).select_from(again_contact)) == 1
