"""Contacts, promises, documents and the timeline."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.errors import StorageError, UserError
from desktop.services.documents.records import MOST_BYTES, sniff
from desktop.services.documents.service import DocumentService
from desktop.services.hett.service import HettService
from desktop.services.learners.contacts import ContactService
from desktop.services.learners.people import PeopleService
from desktop.services.learners.service import LearnerService
from desktop.services.plans.service import PlanService
from desktop.services.timeline import TimelineService
from desktop.services.workspace import Workspace
from tests.factories import add_learner, picture

PNG = picture()
JPEG = b"\xff\xd8\xff\xe0" + bytes(40)


def test_a_correction_stands_over_the_entry_it_corrects(workspace: Workspace) -> None:
    contacts, learner_id = ContactService(workspace), add_learner(workspace)
    first = contacts.add(learner_id, {"text": "แม่ป่วย", "on": "20/11/2569"})
    second = contacts.correct(first, {"text": "ยายป่วย"})
    third = contacts.correct(second, {"contact_kind": "โทรศัพท์"})
    other = contacts.add(learner_id, {"text": "มาเรียน"})

    lines = contacts.of(learner_id)

    assert [line.id for line in lines] == [other, third]
    assert (lines[1].text, lines[1].contact_kind, lines[1].on) == ("ยายป่วย", "phone", "2026-11-20")
    assert lines[1].earlier == (second, first)
    assert contacts.entry(first).text == "แม่ป่วย"
    assert lines[0].written_by == "ครูทดสอบ"


def test_an_entry_needs_words_and_a_whole_day(workspace: Workspace) -> None:
    contacts, learner_id = ContactService(workspace), add_learner(workspace)

    with pytest.raises(UserError, match="field_missing"):
        contacts.add(learner_id, {"text": "  "})
    with pytest.raises(UserError, match="bad_date"):
        contacts.add(learner_id, {"text": "ไป", "on": "พ.ย. 2569"})
    assert contacts.of(learner_id) == ()


@pytest.mark.parametrize(
    ("later", "kept"),
    [
        ({"on": "25/11/2569"}, True),
        ({"on": "24/11/2569"}, True),
        ({"on": "23/11/2569"}, False),
        ({"on": "23/11/2569", "next_on": "30/11/2569"}, True),
    ],
)
def test_a_promise_is_kept_by_its_day_or_a_new_promise(
    workspace: Workspace, later: dict[str, str], kept: bool
) -> None:
    contacts, learner_id = ContactService(workspace), add_learner(workspace)
    promise = contacts.add(learner_id, {"text": "นัดเยี่ยม", "next_on": "24/11/2569"})
    contacts.add(learner_id, {"text": "พบ", **later})

    states = {line.id: line.kept for line in contacts.of(learner_id)}

    assert states[promise] is kept


def test_documents_are_known_by_their_bytes(workspace: Workspace, tmp_path: Path) -> None:
    documents, learner_id = DocumentService(workspace), add_learner(workspace)
    paper = tmp_path / "ใบเกิด.jpg"
    paper.write_bytes(b"%PDF-1.7 x")

    kept = documents.add(learner_id, paper, {"document_kind": "identity"})

    line = documents.of(learner_id)[0]
    assert (line.title, line.media_type, line.sensitive, line.here) == (
        "ใบเกิด", "application/pdf", True, True,
    )  # fmt: skip
    assert documents.content(kept).content == b"%PDF-1.7 x"
    again = documents.add(add_learner(workspace), paper, {"title": "สำเนา"})
    assert documents.content(again).content == documents.content(kept).content
    documents.hide(kept)
    assert documents.of(learner_id) == ()
    assert documents.content(again).file_name == "ใบเกิด.jpg"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"MZ\x90\x00", "file_type_unknown"),
        (b"<svg onload=x>", "file_type_unknown"),
        (b"%PDF-" + bytes(MOST_BYTES), "document_too_large"),
        (b"\x00\x00\x00\x18ftypheic" + bytes(40), "photo_heic"),
        (PNG[:30], "photo_unreadable"),
    ],
)
def test_hostile_documents_are_refused(workspace: Workspace, content: bytes, code: str) -> None:
    documents, learner_id = DocumentService(workspace), add_learner(workspace)

    with pytest.raises(UserError) as refused:
        documents.add(learner_id, content)

    assert refused.value.code == code
    assert documents.of(learner_id) == ()


def test_a_file_that_is_gone_is_said_so(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="cannot_open"):
        DocumentService(workspace).add(add_learner(workspace), tmp_path / "none.png")


def test_only_a_photo_of_the_learner_becomes_the_photo(workspace: Workspace) -> None:
    documents, learner_id = DocumentService(workspace), add_learner(workspace)
    photo = documents.add(learner_id, PNG, {"file_name": "a.png"}, as_photo=True)
    paper = documents.add(learner_id, b"%PDF-1", {"title": "ก"})

    assert LearnerService(workspace).get(learner_id).row.photo_id == photo
    with pytest.raises(UserError, match="not_a_photo"):
        documents.set_photo(learner_id, paper)
    with pytest.raises(UserError, match="not_a_photo"):
        documents.set_photo(add_learner(workspace), photo)
    documents.hide(photo)
    assert LearnerService(workspace).get(learner_id).row.photo_id is None


def test_names_do_not_decide_the_type() -> None:
    assert sniff(JPEG) == "image/jpeg"
    assert sniff(b"RIFF\x00\x00\x00\x00WEBPVP8 ") == "image/webp"


def test_the_timeline_holds_everything_in_order(workspace: Workspace) -> None:
    learner_id = add_learner(workspace)
    people = PeopleService(workspace)
    people.add_education(learner_id, {"place": "บ้านนาดอย", "started": "2560", "ended": "2566"})
    ContactService(workspace).add(learner_id, {"text": "เยี่ยม", "on": "1/11/2569"})
    hett = HettService(workspace)
    hett.rate(hett.start(learner_id, on="5/11/2569"), "E1", 2)
    plans = PlanService(workspace)
    plan = plans.start(learner_id)
    plans.add_goal(plan, {"text": "อ่าน"})
    plans.set_status(plan, "agreed", on="10/11/2569")
    plans.review(plan, {"result": "continue", "on": "12/11/2569"})
    DocumentService(workspace).add(learner_id, PNG, {"title": "ภาพ", "taken_on": "2568"})
    people.clear_risk(people.raise_risk(learner_id, "urgent", on="2/11/2569"), on="3/11/2569")

    events = TimelineService(workspace).of(learner_id)

    assert [(event.on, event.code) for event in events] == [
        ("2026-11-22", "registered"),
        ("2026-11-22", "plan_started"),
        ("2026-11-12", "continue"),
        ("2026-11-10", "plan_agreed"),
        ("2026-11-05", "entry"),
        ("2026-11-03", "risk_cleared"),
        ("2026-11-02", "risk_raised"),
        ("2026-11-01", "home_visit"),
        ("2025", "photo"),
        ("2023", "education_ended"),
        ("2017", "education_started"),
    ]
