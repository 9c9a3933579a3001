"""What this laptop carries for other laptops of the centre: signed requests, and their receipts."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import LargeBinary
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base

NEWS_LANE = 255
"""Stands for the lane of a request that sends nothing and asks the hub for news."""


class CarriedRequest(Base):
    """Another laptop's changes as it signed them, kept until the hub has them.

    `records` are the ids of the records inside, 16 bytes each: erasing one takes the row out.
    `refused` is why the hub could not read it.
    """

    __tablename__ = "carried_request"

    device: Mapped[bytes] = mapped_column(LargeBinary(8), primary_key=True)
    epoch: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    lane: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    to_seq: Mapped[int]
    body: Mapped[bytes] = mapped_column(LargeBinary)
    records: Mapped[bytes] = mapped_column(LargeBinary)
    refused: Mapped[str | None]
    at: Mapped[datetime]


class CarriedReceipt(Base):
    """The hub's newest receipt for another laptop; only that laptop can read it."""

    __tablename__ = "carried_receipt"

    device: Mapped[bytes] = mapped_column(LargeBinary(8), primary_key=True)
    body: Mapped[bytes] = mapped_column(LargeBinary)
    at: Mapped[datetime]
