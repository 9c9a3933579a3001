"""HETT: a centre's own wording over the shipped framework, assessments and ratings."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped

from desktop.models import fields as field
from desktop.models.base import Base, SyncedRecord
from desktop.models.ids import CENTRE, DerivedId


class HettFramework(SyncedRecord, Base):
    """A framework version in use at the centre; version 1 ships with the program."""

    __tablename__ = "hett_framework"
    kind = "hett_framework"

    code: Mapped[str] = field.plain()
    version: Mapped[int] = field.count()
    name_th: Mapped[str | None] = field.line()
    name_en: Mapped[str | None] = field.plain()
    active: Mapped[bool] = field.yes_no(default=True)


class HettDimension(SyncedRecord, Base):
    """A centre's own words for a dimension."""

    __tablename__ = "hett_dimension"
    kind = "hett_dimension"
    derived = DerivedId(CENTRE, ("hett", "{framework_version}", "dimension", "{code}"))

    framework_version: Mapped[int] = field.machine()
    code: Mapped[str] = field.hett("dimensions")
    name_th: Mapped[str | None] = field.line()
    name_en: Mapped[str | None] = field.plain()


class HettIndicator(SyncedRecord, Base):
    """A centre's own indicator, or its own words for a shipped one."""

    __tablename__ = "hett_indicator"
    kind = "hett_indicator"
    derived = DerivedId(CENTRE, ("hett", "{framework_version}", "indicator", "{code}"))

    framework_version: Mapped[int] = field.machine()
    dimension: Mapped[str] = field.hett("dimensions")
    code: Mapped[str] = field.hett("indicators")
    name_th: Mapped[str | None] = field.line()
    name_en: Mapped[str | None] = field.plain()
    raw: Mapped[dict[str, Any] | None] = field.packed()
    sensitive: Mapped[bool | None] = field.yes_no()
    hidden: Mapped[bool] = field.yes_no(default=False)
    position: Mapped[int | None] = field.machine()


class HettLevel(SyncedRecord, Base):
    """A centre's own wording of one level of one indicator."""

    __tablename__ = "hett_level"
    kind = "hett_level"
    derived = DerivedId(CENTRE, ("hett", "{framework_version}", "level", "{indicator}", "{level}"))

    framework_version: Mapped[int] = field.machine()
    indicator: Mapped[str] = field.hett("indicators")
    level: Mapped[int] = field.count()
    text_th: Mapped[str | None] = field.text()
    text_en: Mapped[str | None] = field.plain()


class Assessment(SyncedRecord, Base):
    """One round of HETT with a learner."""

    __tablename__ = "assessment"
    kind = "assessment"

    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    framework: Mapped[str] = field.machine(default="hett")
    framework_version: Mapped[int] = field.machine(default=1)
    round: Mapped[str | None] = field.coded("rounds")
    on: Mapped[str] = field.day()
    assessor_id: Mapped[UUID | None] = field.user(by_hand=False)
    assessor_name: Mapped[str | None] = field.line()
    complete: Mapped[bool] = field.yes_no(by_hand=False, default=False)
    note: Mapped[str | None] = field.text()


class Rating(SyncedRecord, Base):
    """A rating of one indicator. Append-only: of several, the one with the latest stamp counts."""

    __tablename__ = "rating"
    kind = "rating"

    assessment_id: Mapped[UUID] = field.owner("assessment")
    learner_id: Mapped[UUID] = field.owner("learner", index=True)
    indicator: Mapped[str] = field.hett("indicators", guards=True)
    state: Mapped[str] = field.coded("rating_states", default="rated")
    level: Mapped[int | None] = field.count()
    self_level: Mapped[int | None] = field.count()
    raw: Mapped[dict[str, Any] | None] = field.packed()
    evidence: Mapped[str | None] = field.text()

    __table_args__ = (Index("ix_rating_assessment", "assessment_id", "indicator"),)
