"""Sealing: keys that are not in the database, records as they are now, text that is sealed.

What lies here already is sealed after this step (`sync.hub.rotation`), in many transactions; until
then `record.state` and `hub.projection` are NULL, and rows begin as they always did.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import context, op
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
_COUNTS = ("writes", "conflicts")
_TEXTS = (("device", "name"), ("recovery_opened", "opened_by"), ("recovery_opened", "reason"))


def upgrade() -> None:
    """Change the tables; the private key was written to its file before."""
    op.create_table(
        "sealing_key",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("root", sa.Integer(), nullable=False),
        sa.Column("wrapped", sa.LargeBinary(), nullable=False),
        sa.Column("made_ms", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_sealing_key")),
    )
    op.add_column("hub", sa.Column("public_key", sa.LargeBinary(length=32), nullable=True))
    op.add_column("hub", sa.Column("projection", sa.LargeBinary(length=8), nullable=True))
    connection = op.get_bind()
    private = connection.execute(sa.text("SELECT private_key FROM hub")).scalar_one_or_none()
    if private is not None:
        key = Ed25519PrivateKey.from_private_bytes(bytes(private))
        known = context.config.attributes["public_key"]
        if key.public_key().public_bytes_raw() != known:
            raise ValueError("the key file is of another hub")
        connection.execute(sa.text("UPDATE hub SET public_key = :key"), {"key": known})
    with op.batch_alter_table("hub") as hub:
        hub.alter_column("public_key", existing_type=sa.LargeBinary(length=32), nullable=False)
        hub.drop_column("private_key")
    with op.batch_alter_table("record") as record:
        for name in _COUNTS:
            record.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default="0"))
        record.add_column(sa.Column("open", _JSON, nullable=False, server_default="{}"))
        record.add_column(sa.Column("state", sa.LargeBinary(), nullable=True))
    with op.batch_alter_table("record") as record:
        for name in _COUNTS:
            record.alter_column(name, existing_type=sa.Integer(), server_default=None)
        record.alter_column("open", existing_type=_JSON, server_default=None)
    for table, column in _TEXTS:
        _as_bytes(connection.dialect.name, table, column)


def _as_bytes(dialect: str, table: str, column: str) -> None:
    if dialect == "postgresql":
        op.alter_column(
            table, column, type_=sa.LargeBinary(), existing_type=sa.String(),
            postgresql_using=f"convert_to({column}, 'UTF8')",
        )  # fmt: skip
        return
    op.execute(f"UPDATE {table} SET {column} = CAST({column} AS BLOB)")  # nosec B608
    with op.batch_alter_table(table) as altered:
        altered.alter_column(
            column, type_=sa.LargeBinary(), existing_type=sa.String(), existing_nullable=False
        )
