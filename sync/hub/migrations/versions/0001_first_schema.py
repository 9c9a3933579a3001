"""First schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "accepted",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint(
            "province", "centre", "device", "epoch", "lane", name=op.f("pk_accepted")
        ),
    )
    op.create_table(
        "centre",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tambon", sa.String(length=6), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=True),
        sa.Column("feed", sa.BigInteger(), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", name=op.f("pk_centre")),
    )
    op.create_table(
        "change",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("feed", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("mark", sa.LargeBinary(length=4), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wall_ms", sa.BigInteger(), nullable=False),
        sa.Column("offset_ms", sa.BigInteger(), nullable=True),
        sa.Column("author", sa.LargeBinary(length=16), nullable=False),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", "feed", name=op.f("pk_change")),
    )
    op.create_index(
        op.f("ix_change_province_centre_device_epoch_lane_seq"),
        "change",
        ["province", "centre", "device", "epoch", "lane", "seq"],
        unique=True,
    )
    op.create_index(
        op.f("ix_change_province_centre_record"),
        "change",
        ["province", "centre", "record"],
        unique=False,
    )
    op.create_table(
        "device",
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("public_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("seal_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("letters", sa.String(length=2), nullable=False),
        sa.Column("enrolled_ms", sa.BigInteger(), nullable=False),
        sa.Column("revoked_ms", sa.BigInteger(), nullable=True),
        sa.Column("seen_ms", sa.BigInteger(), nullable=True),
        sa.Column("request_no", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("restarts", sa.Integer(), nullable=False),
        sa.Column("waiting", sa.Integer(), nullable=False),
        sa.Column("clock_off_ms", sa.BigInteger(), nullable=False),
        sa.Column("receipts", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("device", name=op.f("pk_device")),
    )
    op.create_index(
        op.f("ix_device_province_centre_letters"),
        "device",
        ["province", "centre", "letters"],
        unique=True,
    )
    op.create_table(
        "enrol_code",
        sa.Column("code_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.Column("expires_ms", sa.BigInteger(), nullable=False),
        sa.Column("used_key", sa.LargeBinary(length=32), nullable=True),
        sa.PrimaryKeyConstraint("code_hash", name=op.f("pk_enrol_code")),
    )
    op.create_table(
        "held",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("request_no", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("hub_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", "device", "request_no", name=op.f("pk_held")),
    )
    op.create_table(
        "hub",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("hub", sa.LargeBinary(length=16), nullable=False),
        sa.Column("generation", sa.LargeBinary(length=4), nullable=False),
        sa.Column("private_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("created_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hub")),
    )
    op.create_table(
        "receipt",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("number", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("epoch", sa.BigInteger(), nullable=False),
        sa.Column("changes", sa.Integer(), nullable=False),
        sa.Column("hub_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", "device", "number", name=op.f("pk_receipt")),
    )
    op.create_table(
        "record",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("erased", sa.Boolean(), nullable=False),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("province", "centre", "record", name=op.f("pk_record")),
    )
    op.create_index(
        op.f("ix_record_province_centre_kind"),
        "record",
        ["province", "centre", "kind"],
        unique=False,
    )
    op.create_table(
        "set_aside",
        sa.Column("province", sa.String(length=2), nullable=False),
        sa.Column("centre", sa.LargeBinary(length=16), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("lane", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("record", sa.LargeBinary(length=16), nullable=False),
        sa.Column("stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("hub_ms", sa.BigInteger(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint(
            "province", "centre", "device", "epoch", "lane", "seq", name=op.f("pk_set_aside")
        ),
    )


def downgrade() -> None:
    """Remove them."""
    op.drop_table("set_aside")
    op.drop_index(op.f("ix_record_province_centre_kind"), table_name="record")
    op.drop_table("record")
    op.drop_table("receipt")
    op.drop_table("hub")
    op.drop_table("held")
    op.drop_table("enrol_code")
    op.drop_index(op.f("ix_device_province_centre_letters"), table_name="device")
    op.drop_table("device")
    op.drop_index(op.f("ix_change_province_centre_record"), table_name="change")
    op.drop_index(op.f("ix_change_province_centre_device_epoch_lane_seq"), table_name="change")
    op.drop_table("change")
    op.drop_table("centre")
    op.drop_table("accepted")
