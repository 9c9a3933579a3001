"""HETT: a centre's own wording over the shipped framework, assessments and ratings."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, SyncedRecord, ThaiString


class HettFramework(SyncedRecord, Base):
    """A framework version in use at the centre; version 1 ships with the program."""

    __tablename__ = "hett_framework"
    kind = "hett_framework"

    code: Mapped[str]
    version: Mapped[int]
    name_th: Mapped[str | None] = mapped_column(ThaiString)
    name_en: Mapped[str | None]
    active: Mapped[bool] = mapped_column(default=True)


class HettDimension(SyncedRecord, Base):
    """A centre's own words for a dimension; the id is derived from framework and code."""

    __tablename__ = "hett_dimension"
    kind = "hett_dimension"

    framework_version: Mapped[int]
    code: Mapped[str]
    name_th: Mapped[str | None] = mapped_column(ThaiString)
    name_en: Mapped[str | None]


class HettIndicator(SyncedRecord, Base):
    """A centre's own indicator, or its own words for a shipped one."""

    __tablename__ = "hett_indicator"
    kind = "hett_indicator"

    framework_version: Mapped[int]
    dimension: Mapped[str]
    code: Mapped[str]
    name_th: Mapped[str | None] = mapped_column(ThaiString)
    name_en: Mapped[str | None]
    raw: Mapped[dict[str, Any] | None]
    sensitive: Mapped[bool | None]
    hidden: Mapped[bool] = mapped_column(default=False)
    position: Mapped[int | None]


class HettLevel(SyncedRecord, Base):
    """A centre's own wording of one level of one indicator."""

    __tablename__ = "hett_level"
    kind = "hett_level"

    framework_version: Mapped[int]
    indicator: Mapped[str]
    level: Mapped[int]
    text_th: Mapped[str | None] = mapped_column(ThaiString)
    text_en: Mapped[str | None]


class Assessment(SyncedRecord, Base):
    """One round of HETT with a learner."""

    __tablename__ = "assessment"
    kind = "assessment"

    learner_id: Mapped[UUID] = mapped_column(index=True)
    framework: Mapped[str] = mapped_column(default="hett")
    framework_version: Mapped[int] = mapped_column(default=1)
    round: Mapped[str | None]
    on: Mapped[str]
    assessor_id: Mapped[UUID | None]
    assessor_name: Mapped[str | None] = mapped_column(ThaiString)
    complete: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str | None] = mapped_column(ThaiString)


class Rating(SyncedRecord, Base):
    """A rating of one indicator. Append-only: of several, the one with the latest stamp counts."""

    __tablename__ = "rating"
    kind = "rating"

    assessment_id: Mapped[UUID]
    learner_id: Mapped[UUID] = mapped_column(index=True)
    indicator: Mapped[str]
    state: Mapped[str] = mapped_column(default="rated")
    level: Mapped[int | None]
    self_level: Mapped[int | None]
    raw: Mapped[dict[str, Any] | None]
    evidence: Mapped[str | None] = mapped_column(ThaiString)

    __table_args__ = (Index("ix_rating_assessment", "assessment_id", "indicator"),)
