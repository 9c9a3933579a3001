"""People who are not learners: mentors, elders, holders of seats, donors, contacts of agencies."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.fields import LOCAL
from desktop.models.names import full_name, name_sort_key
from desktop.models.people import Learner
from desktop.models.search import key_of

SHOWN_PERSON = "deleted = 0 AND merged_into IS NULL"


class Person(SyncedRecord, Base):
    """Somebody the centre works with. `same_learner_id`: the same human is or was a learner."""

    __tablename__ = "person"
    kind = "person"

    title: Mapped[str | None] = field.line()
    given: Mapped[str] = field.line(identifying=True)
    surname: Mapped[str | None] = field.line(identifying=True)
    nickname: Mapped[str | None] = field.line(identifying=True)
    former_names: Mapped[list[str] | None] = field.lines(identifying=True)
    sex: Mapped[str | None] = field.coded("sex")
    birth: Mapped[str | None] = field.day(part_known=True, identifying=True)
    phone: Mapped[str | None] = field.phone()
    other_contact: Mapped[str | None] = field.line(identifying=True)
    village_id: Mapped[UUID | None] = field.link("village", index=True)
    languages: Mapped[list[str] | None] = field.coded_list("languages")
    occupation: Mapped[str | None] = field.line()
    position: Mapped[str | None] = field.line()
    skills: Mapped[str | None] = field.text()
    note: Mapped[str | None] = field.text()
    same_learner_id: Mapped[UUID | None] = field.link("learner", on_erase="cut")
    merged_into: Mapped[UUID | None] = field.link("person", on_erase="follow", by_hand=False)
    # While set, the record is kept but not used: no edit, print or export.
    restricted_on: Mapped[str | None] = field.day(by_hand=False)
    restricted_reason: Mapped[str | None] = field.text(by_hand=False)
    sort_key: Mapped[str] = mapped_column(default="", info=LOCAL)
    search_key: Mapped[str] = mapped_column(default="", info=LOCAL)

    __table_args__ = (
        Index("ix_person_sort", "sort_key", "id", sqlite_where=text(SHOWN_PERSON)),
        Index(
            "ix_person_same_learner_id",
            "same_learner_id",
            sqlite_where=text("same_learner_id IS NOT NULL"),
        ),
        Index("ix_person_merged_into", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
        # Asked in every write; hardly anybody is in it.
        Index(
            "ix_person_restricted", "restricted_on", sqlite_where=text("restricted_on IS NOT NULL")
        ),
    )

    @classmethod
    def local_values(cls, values: Mapping[str, Any]) -> dict[str, Any]:
        """Return the order in lists, and what a person is found by, their telephone too."""
        given, surname = values.get("given") or "", values.get("surname") or ""
        texts = [
            given + surname,
            *(values.get(name) for name in ("nickname", "phone", "other_contact", "position")),
            *(values.get("former_names") or ()),
        ]
        return {
            "sort_key": name_sort_key(given, surname),
            "search_key": "\n".join(key_of(each) for each in texts if each),
        }


def called(somebody: Learner | Person) -> str:
    """Return the full name of a learner, or of somebody who is none."""
    middle = somebody.middle if isinstance(somebody, Learner) else ""
    return full_name(somebody.title or "", somebody.given, somebody.surname or "", middle or "")
