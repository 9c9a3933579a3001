"""Each step on a populated database of the step before: rows intact, counted and looked at."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import inspect, select, text

from desktop.database import Database
from desktop.migrations import newest, revision_of, upgrade
from desktop.models.base import Base
from desktop.models.derived import ensure
from desktop.models.ids import new_id
from desktop.models.partners import Partner, PartnerContact
from desktop.models.people import Consent, Learner
from desktop.models.persons import Person
from desktop.models.program import AuditAnchor, Change
from desktop.models.urgent import UrgentCase, UrgentNote
from desktop.services.storage.search_rows import renew_search_rows
from tests.factories import RULES
from tests.migrations.make_frozen import FROZEN, KEY

STEPS = sorted(path.stem for path in FROZEN.glob("*.db"))


@pytest.fixture(params=STEPS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """A copy of a frozen database."""
    path = tmp_path / "old.db"
    shutil.copy(FROZEN / f"{request.param}.db", path)
    opened = Database(path, KEY, RULES)
    assert revision_of(opened.engine) == request.param
    yield opened
    opened.close()


Columns = dict[str, list[str]]


def _columns(database: Database) -> Columns:
    """The columns of each table of the program, as the file has them."""
    with database.engine.connect() as connection:
        found = inspect(connection)
        return {
            name: [column["name"] for column in found.get_columns(name)]
            for name in found.get_table_names()
            if name in Base.metadata.tables
        }


def _rows(database: Database, columns: Columns) -> dict[str, list[tuple[object, ...]]]:
    rows = {}
    with database.engine.connect() as connection:
        for table, names in columns.items():
            wanted = ", ".join(f'"{name}"' for name in names)
            found = connection.execute(text(f'SELECT {wanted} FROM "{table}"'))
            rows[table] = sorted(map(tuple, found), key=repr)
    return rows


def test_every_released_step_is_frozen() -> None:
    assert [f"{number:04}" for number in range(1, int(newest()))] == STEPS


def test_every_row_is_there_after_all_steps(old: Database) -> None:
    columns = _columns(old)
    before = _rows(old, columns)
    assert len(before["learner"]) == 3
    assert len(before["change"]) > 10

    upgrade(old.engine)

    assert revision_of(old.engine) == newest()
    assert _rows(old, columns) == before
    with old.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
        found = connection.execute(
            text("SELECT count(*) FROM learner_fts WHERE learner_fts MATCH '\"ธารนำเงา\"'")
        ).scalar()
    assert found == 3


def test_what_people_are_found_by_is_made_anew(old: Database) -> None:
    with old.engine.begin() as connection:
        # As the program of that step stored it.
        connection.execute(text("DROP TRIGGER learner_needs_change"))
        connection.execute(text("UPDATE learner SET phone = '081-234-5678' WHERE given = 'พอคี'"))
    upgrade(old.engine)

    def found() -> object:
        with old.read() as session:
            return session.scalar(
                text("SELECT count(*) FROM learner_fts WHERE learner_fts MATCH '\"0812345678\"'")
            )

    assert found() == 0
    renew_search_rows(old)

    assert found() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE learner SET given = 'x'",
        "UPDATE learner SET restricted_on = '2026-11-23'",
        "UPDATE learner SET anonymised_on = '2026-11-23'",
    ],
)
def test_the_guards_stand_after_all_steps(old: Database, statement: str) -> None:
    upgrade(old.engine)

    with old.engine.connect() as connection:
        with pytest.raises(Exception, match="without a change row"):
            connection.execute(text(statement))
        connection.rollback()


def test_an_upgraded_centre_takes_what_the_step_brought(old: Database) -> None:
    upgrade(old.engine)

    with old.write(new_id()) as session:
        learner = session.scalars(select(Learner).where(Learner.given == "พอคี")).one()
        learner.restricted_on, learner.restricted_reason = "2026-11-23", "ตามคำขอ"
        case = UrgentCase(learner_id=learner.id, case_kind="harm", opened_on="2026-11-23")
        session.add(case)
        session.add(UrgentNote(case_id=case.id, at=1, text="โทรแล้ว"))
        session.add(AuditAnchor(device="00" * 8, epoch=1, number=1, chain="00" * 32, at=1))
        person = Person(given="แสงเดือน", same_learner_id=learner.id)
        session.add_all([person, Consent(person_id=person.id, purpose="directory", granted=True)])
        partner = Partner(name="วัดห้วยปูลิง")
        session.add(partner)
        ensure(session, PartnerContact, partner_id=partner.id, person_id=person.id)
    with old.read() as session:
        kinds = set(session.scalars(select(Change.kind)))
        assert {"urgent_case", "urgent_note", "audit_anchor"} <= kinds
        assert {"person", "partner", "partner_contact", "consent"} <= kinds
        keys = session.scalars(select(Person.search_key).order_by(Person.created_at))
        assert list(keys)[-1] == "แสงเดือน"
    with old.engine.connect() as connection:
        with pytest.raises(Exception, match="erased only on request"):
            connection.execute(text("DELETE FROM urgent_note"))
        connection.rollback()
        with pytest.raises(Exception, match="erased only on request"):
            connection.execute(text("DELETE FROM consent"))
        connection.rollback()
        with pytest.raises(Exception, match="without a change row"):
            connection.execute(text("UPDATE consent SET person_id = x'00'"))
        connection.rollback()


def test_an_upgrade_that_fails_leaves_the_file_usable(
    old: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    columns, step = _columns(old), revision_of(old.engine)
    before = _rows(old, columns)

    def fails(*_words: object, **_more: object) -> None:
        raise OSError("no room")

    # Once a step has made all that it makes, whatever that is.
    monkeypatch.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", fails)
    with pytest.raises(OSError, match="no room"):
        upgrade(old.engine)
    monkeypatch.undo()

    assert revision_of(old.engine) == step
    assert _columns(old) == columns
    assert _rows(old, columns) == before
    upgrade(old.engine)
    assert revision_of(old.engine) == newest()


def test_a_document_that_was_of_no_learner_is_of_none(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    shutil.copy(FROZEN / "0006.db", path)
    old = Database(path, KEY, RULES)
    with old.engine.begin() as connection:
        # As the program of that step kept a map of a village, which a newer laptop had sent.
        names = [each["name"] for each in inspect(connection).get_columns("learner_code")]
        shared = [
            each["name"]
            for each in inspect(connection).get_columns("document")
            if each["name"] in names and each["name"] not in ("id", "learner_id", "note")
        ]
        columns = ", ".join(f'"{name}"' for name in shared)
        connection.execute(
            text(
                f"INSERT INTO document ({columns}, id, learner_id, document_kind, title, sha256,"
                f" size, media_type) SELECT {columns}, x'{'07' * 16}', zeroblob(16), 'village_map',"
                " 'แผนที่', x'00', 1, 'image/png' FROM learner_code LIMIT 1"
            )
        )

    upgrade(old.engine)

    with old.engine.connect() as connection:
        found = connection.execute(text("SELECT learner_id, title FROM document")).all()
    old.close()
    assert (None, "แผนที่") in [tuple(each) for each in found]
