"""A word of the centre's own is understood wherever a word is chosen."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desktop.errors import UserError
from desktop.models.base import SyncedRecord, synced_classes
from desktop.models.fields import Field, fields_of
from desktop.services.centre import CentreService
from desktop.services.learners.lists import LearnerLists
from desktop.services.learners.people import PeopleService
from desktop.services.learners.records import LearnerQuery
from desktop.services.learners.service import LearnerService
from desktop.services.record_values import read_value
from desktop.services.record_words import RecordWords
from desktop.services.rosters.importing import ImportService
from desktop.services.today.service import TodayService
from desktop.services.workspace import Workspace
from desktop.ui.learner.day_lines import LearnerDay
from desktop.ui.learners.presenter import read_choices
from tests.factories import add_learner, make_workspace

CODED = [
    (cls, field)
    for _kind, cls in sorted(synced_classes().items())
    for field in fields_of(cls).values()
    if field.type in ("code", "codes")
]
Own = Callable[[str], tuple[str, str]]


@pytest.fixture(scope="module")
def centre(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """A centre that stays the same through the tests, but for its words."""
    opened = make_workspace(tmp_path_factory.mktemp("own") / "centre")
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def own(centre: Workspace) -> Own:
    """Adds a word to a list, once; its code and what it is called."""
    known: dict[str, str] = {}

    def word(vocabulary: str) -> tuple[str, str]:
        said = f"คำของเรา {vocabulary}"
        if vocabulary not in known:
            known[vocabulary] = CentreService(centre).add_term(vocabulary, said)
        return known[vocabulary], said

    return word


@pytest.mark.parametrize(
    ("cls", "field"), CODED, ids=[f"{cls.kind}.{field.name}" for cls, field in CODED]
)
def test_every_coded_field_takes_the_centres_word(
    centre: Workspace, own: Own, cls: type[SyncedRecord], field: Field
) -> None:
    code, said = own(field.vocabulary)
    with centre.read() as session:
        for given in (said, code, said.replace(" ", "")):
            read = read_value(session, cls, field.name, given)
            assert read == ([code] if field.type == "codes" else code)
        assert RecordWords(session, "th").value(cls.kind, field.name, code) == said
        with pytest.raises(UserError, match="unknown_code"):
            read_value(session, cls, field.name, "ไม่มีคำนี้")


@pytest.mark.parametrize(
    ("name", "vocabulary"),
    [
        ("status", "status"),
        ("case_step", "case_steps"),
        ("mother_tongue", "languages"),
        ("level_current", "levels"),
    ],
)
def test_a_learner_takes_the_centres_word(
    centre: Workspace, own: Own, name: str, vocabulary: str
) -> None:
    code, said = own(vocabulary)
    learners = LearnerService(centre)
    added = learners.add({"given": "ทดลอง", name: said}).id
    edited = add_learner(centre)
    learners.edit(edited, {name: said})

    assert learners.get(added).values[name] == code
    assert learners.get(edited).values[name] == code


def test_the_list_finds_those_with_the_centres_word(centre: Workspace, own: Own) -> None:
    code, said = own("status")
    learner_id = add_learner(centre, "ค้นเจอ", status=said)

    found = LearnerLists(centre).find(LearnerQuery(search="ค้นเจอ", statuses=(code,)))

    assert [row.id for row in found] == [learner_id]
    offered = read_choices(CentreService(centre), sensitive=False).of("statuses", "")
    assert (code, said) in offered


def test_a_roster_takes_the_centres_words(centre: Workspace, own: Own, tmp_path: Path) -> None:
    status, said_status = own("status")
    relation, said_relation = own("relations")
    group, said_group = own("target_groups")
    path = tmp_path / "roster.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(("ชื่อ - สกุล", "สถานะ", "กลุ่มเป้าหมาย", "ผู้ปกครอง", "เกี่ยวข้องเป็น"))
        writer.writerow(("นายมาจาก ทะเบียนเอง", said_status, said_group, "ยายเอง", said_relation))
    service = ImportService(centre)

    service.run(service.preview(path))

    (row,) = LearnerLists(centre).find(LearnerQuery(search="มาจาก"))
    assert (row.status, row.groups) == (status, (group,))
    (carer,) = LearnerService(centre).get(row.id).carers
    assert carer.values["relation"] == relation


def test_a_part_of_a_learner_takes_the_centres_word(centre: Workspace, own: Own) -> None:
    code, said = own("relations")
    learner_id = add_learner(centre)
    PeopleService(centre).add_carer(learner_id, {"name": "ป้า", "relation": said})

    assert LearnerService(centre).get(learner_id).carers[0].values["relation"] == code


def test_only_lists_with_own_words_are_handed_out(centre: Workspace, own: Own) -> None:
    code, said = own("close_reasons")
    words = CentreService(centre).own_words()

    assert words["close_reasons"].label(code) == said
    assert "titles" not in words


def test_the_day_speaks_in_the_centres_words(centre: Workspace, own: Own) -> None:
    code, said = own("risk_flags")
    learner_id = add_learner(centre, "เตือนภัย")
    PeopleService(centre).raise_risk(learner_id, said)

    (line,) = [each for each in TodayService(centre).get().lines if each.learner_id == learner_id]

    assert line.values["risk"].code == code
    assert LearnerDay().reasons()[line.code].why(line, centre.today()) == said
