"""What follows from the declarations: what is given by hand, whose a record is, what is told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from sqlalchemy import or_, select

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import fields_of
from desktop.models.owners import belonging_to, owner_links, owner_of
from desktop.models.people import Carer, Contact, Learner, LearnerPrivate
from desktop.models.persons import Person
from desktop.models.plan import Goal, Signature
from desktop.models.tries import UrgentTry
from desktop.models.urgent import UrgentCase, UrgentHanding, UrgentNote
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.masking import is_sensitive_whole, told_kind, urgent_rules
from desktop.services.plans.service import PlanService
from desktop.services.record_values import read_value, read_values
from desktop.services.record_words import RecordWords
from desktop.services.sample import SampleService
from desktop.services.sync.conflict_rows import learner_of_record
from desktop.services.workspace import Workspace
from sync.kinds import KINDS
from tests.factories import add_learner, make_workspace

CLASSES = sorted(synced_classes().items())
AN_ID = re.compile(r"[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """The sample centre, only looked at."""
    opened = make_workspace(tmp_path_factory.mktemp("declared") / "centre")
    SampleService(opened).load()
    yield opened
    opened.close()


@pytest.mark.parametrize(("kind", "cls"), CLASSES)
def test_what_is_not_given_by_hand_is_refused(
    sample: Workspace, kind: str, cls: type[SyncedRecord]
) -> None:
    with sample.read() as session:
        for name, field in fields_of(cls).items():
            if not field.by_hand:
                with pytest.raises(UserError, match="unknown_field"):
                    read_values(session, cls, {name: ""})
        assert "deleted" in {each.name for each in fields_of(cls).values() if not each.by_hand}


@pytest.mark.parametrize("name", ["restricted_on", "anonymised_on", "erased", "kept_until"])
def test_no_edit_of_a_learner_gets_past_their_rights(workspace: Workspace, name: str) -> None:
    learner_id = add_learner(workspace)

    with pytest.raises(UserError, match="unknown_field"):
        LearnerService(workspace).edit(learner_id, {name: "2569-01-01"})


def test_values_are_read_by_what_the_field_means(sample: Workspace) -> None:
    with sample.read() as session:
        several = read_value(session, LearnerPrivate, "disability_welfare", "DW1, DW3")
        assert several == ["DW1", "DW3"]
        assert read_value(session, Learner, "last_left", "พ.ค. 2560") == "2017-05"
        assert read_value(session, Learner, "sex", "") == "unspecified"
        assert read_value(session, Learner, "given", "ดาว\nเรือง") == "ดาว เรือง"
        with pytest.raises(UserError, match="bad_date"):
            read_value(session, Contact, "on", "2560")  # a whole day is meant
        with pytest.raises(UserError, match="unknown_code"):
            read_value(session, Learner, "facilitator_id", "ไม่ใช่รหัส")
        with pytest.raises(UserError, match="field_missing"):
            read_value(session, Contact, "on", "")


def test_a_record_is_not_made_without_what_it_needs(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)

    with pytest.raises(UserError, match="field_missing") as caught:
        PeopleService(workspace).add_carer(learner_id, {"phone": "0800000199"})

    assert caught.value.values == {"field": "name", "kind": "carer"}


# A hamlet is a village's, a contact and a move a partner's, a line a fund's: nobody's own.
_NOBODYS = {
    "capital_move", "competence_move", "course_move", "curriculum_move", "curriculum_unit",
    "document", "fund_entry", "fund_month", "fund_move", "goods_entry", "hamlet", "map_pin",
    "match", "match_move", "offer_move", "partner_contact", "partner_move", "session",
    "session_move",
}  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "cls"), [(kind, cls) for kind, cls in CLASSES if owner_links(cls)]
)
def test_what_belongs_to_a_person_is_found_from_both_ends(
    sample: Workspace, kind: str, cls: type[SyncedRecord]
) -> None:
    with sample.read(named=True) as session:
        # A reply that waits for its referral is nobody's until that comes.
        owned = or_(*(getattr(cls, link.name).is_not(None) for link in owner_links(cls)))
        record = session.scalars(select(cls).where(owned).limit(1)).first()
        if record is None or kind in _NOBODYS:
            return
        owner = owner_of(session, record)
        assert owner is not None
        human = Learner if session.get(Learner, owner) is not None else Person
        assert record.id in belonging_to(session, {human: [owner]})[cls]
        learner = learner_of_record(session, kind, record.id)
        assert (learner is None) == (human is Person)
        assert learner is None or learner.id == owner


def test_the_sample_has_what_belongs_to_people(sample: Workspace) -> None:
    with sample.read() as session:
        for cls in (Carer, Goal, Signature, LearnerPrivate):
            assert session.scalars(select(cls).limit(1)).first() is not None


def test_no_id_and_no_field_of_the_program_is_told(sample: Workspace) -> None:
    with sample.read(named=True) as session:
        words = RecordWords(session, "th")
        told = {kind for kind, cls in CLASSES if any(f.told for f in fields_of(cls).values())}
        for kind in sorted(told):
            for record in session.scalars(select(synced_classes()[kind]).limit(20)):
                for label, value in words.facts(record):
                    assert not AN_ID.search(value), (kind, label)


def test_what_a_signer_is_and_what_a_visit_corrects_are_told(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    plans = PlanService(workspace)
    plan_id = plans.start(learner_id)
    plans.add_goal(plan_id, {"text": "อ่านออก"})
    plans.sign(plan_id, "learner", {"name": "ดาว", "position": "ประธานชุมชน"})
    contacts = ContactService(workspace)
    first = contacts.add(learner_id, {"text": "พบที่บ้าน", "on": "2026-05-04"})
    second = contacts.correct(first, {"text": "พบที่วัด"})

    with workspace.read() as session:
        words = RecordWords(session, "th")
        signature = session.scalars(select(Signature)).one()
        assert "ประธานชุมชน" in [value for _, value in words.facts(signature)]
        corrected = dict(words.facts(session.get_one(Contact, second)))
        assert corrected[words.field("contact", "corrects")] == "4 พฤษภาคม 2569"


def test_secret_kinds_are_those_that_a_rule_of_their_own_hides() -> None:
    secret = {kind for kind, row in KINDS.items() if row.secret}

    assert secret == {UrgentCase.kind, UrgentNote.kind, UrgentTry.kind, UrgentHanding.kind}
    assert len(urgent_rules()) == len(secret)
    assert {told_kind(kind) for kind in secret} == {"other"}


def test_which_kinds_are_sensitive_as_a_whole() -> None:
    assert [kind for kind, _ in CLASSES if is_sensitive_whole(kind)] == [
        "lead_row", "learner_private", "referral_words"
    ]  # fmt: skip
