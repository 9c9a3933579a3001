"""The book of names: every kind, field and event in both languages, and nothing left over."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from desktop.keys import KeyEvent
from desktop.models.base import synced_classes
from desktop.models.fields import fields_of
from desktop.models.text import normalise
from desktop.services import audit
from desktop.services.audit import AuditService
from desktop.services.keeping.key_events import key_event, note_key_events
from desktop.services.masking import told_kind
from desktop.services.persons_rights.person_record import PersonRecordService
from desktop.services.workspace import Workspace
from resources.words import names
from tests.factories import add_learner

LANGUAGES = ("th", "en")


def _book() -> dict[str, dict[str, Any]]:
    text = files("resources").joinpath("words", "names.json").read_text("utf-8")
    found: dict[str, dict[str, Any]] = json.loads(text)
    return found


def _pairs(entry: Any) -> list[list[str]]:
    return list(entry.values()) if isinstance(entry, dict) else [entry]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_and_every_field_has_a_name(language: str) -> None:
    classes = synced_classes()
    assert len(classes) > 30
    for kind, cls in classes.items():
        for said in (names.kind_name(kind, language), names.kinds_name(kind, language)):
            assert said != names.of_newer(kind, language), kind
        for field in fields_of(cls):
            said = names.field_name(kind, field, language)
            assert said != names.of_newer(field, language), f"{kind}.{field}"
        assert names.kinds_name(told_kind(kind), language) != names.of_newer("other", language)


def test_the_book_names_nothing_that_there_is_not() -> None:
    classes, book = synced_classes(), _book()
    fields = {kind: set(fields_of(cls)) for kind, cls in classes.items()}

    assert set(book["kinds"]) == {*classes, "other"}
    used = set().union(*fields.values())
    # Fields of forms, not of a record.
    assert set(book["fields"]) - used == {"also", "field", "identity", "village"}
    for name in book["fields_of"]:
        kind, field = name.split(".")
        assert field in fields[kind] or name == "rectification.value", name


def test_names_are_whole_in_thai_and_plain_in_english() -> None:
    for part, entries in _book().items():
        for code, entry in entries.items():
            for thai, english in _pairs(entry):
                assert thai.strip() == thai != "", (part, code)
                assert normalise(thai) == thai, (part, code)
                assert english.strip() == english != "", (part, code)
                assert english.isascii(), (part, code)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_of_a_newer_version_is_told_as_one(language: str) -> None:
    told = names.of_newer("from_2030", language)

    assert told != "from_2030"
    assert told.endswith("(from_2030)")
    assert names.kind_name("from_2030", language) == told
    assert names.kinds_name("from_2030", language) == told
    assert names.field_name("learner", "from_2030", language) == told
    assert names.event_name("from_2030", language) == told


def test_only_events_with_words_are_noted(workspace: Workspace) -> None:
    with (
        pytest.raises(ValueError, match="looked_around"),
        workspace.write() as session,
    ):
        audit.note(session, workspace, "looked_around")
    with pytest.raises(ValueError, match="looked_around"):
        key_event(workspace, "looked_around", workspace.user.user_id)
    assert not AuditService(workspace).entries()
    for event in audit.GRAVE | audit.SET_BACK:
        assert names.is_event(event), event


def test_an_event_of_a_newer_key_file_is_noted_all_the_same(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = workspace.user.user_id
    newer = KeyEvent("1", "passcode_sung", user.hex, workspace.database.clock(), user.hex)
    monkeypatch.setattr(type(workspace.keys), "events", lambda _keys: (newer,))

    assert note_key_events(workspace) == 1
    assert AuditService(workspace).entries(1)[0].event == "passcode_sung"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_persons_record_says_every_event_in_words(
    workspace: Workspace, tmp_path: Path, language: str
) -> None:
    learner = add_learner(workspace)
    events = _book()["events"]
    with workspace.write() as session:
        for event in events:
            audit.note(session, workspace, event, learner)
            audit.note(session, workspace, event)
    path = tmp_path / "person.xlsx"

    PersonRecordService(workspace).write_xlsx(learner, path, english=language == "en")

    cells = {
        str(cell)
        for sheet in openpyxl.load_workbook(path).worksheets
        for row in sheet.iter_rows(values_only=True)
        for cell in row
    }
    assert len(events) > 40
    for event in events:
        assert event not in cells
        assert names.event_name(event, language) in cells, event
