"""The hub's tables, as SQLAlchemy Core; every key that grows is led by province and centre.

`device` and `enrol_code` are found by themselves, before the centre is known: in a sharded database
they are small reference tables. What is called sealed is opened by `sync.hub.vault` alone.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
)
from sqlalchemy.dialects.postgresql import JSONB

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    }
)


def _scope() -> tuple[Column[str], Column[bytes]]:
    return (
        Column("province", String(2), primary_key=True),
        Column("centre", LargeBinary(16), primary_key=True),
    )


hub: Final = Table(
    "hub",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("hub", LargeBinary(16), nullable=False),
    Column("generation", LargeBinary(4), nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),  # of the Ed25519 key in the key file
    # What the rows of `record` were made by: another program may read other fields in the clear.
    Column("projection", LargeBinary(8)),
    Column("created_ms", BigInteger, nullable=False),
)

# Data keys, each wrapped with a key that follows from a root in the key file; the highest number
# is the current one.
sealing_key: Final = Table(
    "sealing_key",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("root", Integer, nullable=False),
    Column("wrapped", LargeBinary, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
)

centre: Final = Table(
    "centre",
    metadata,
    *_scope(),
    Column("name", String, nullable=False),
    Column("tambon", String(6), nullable=False),
    Column("record", LargeBinary(16)),  # the centre's own record, once a laptop brought one
    # Last number of the feed. Raised inside the transaction that fills the numbers, so the row
    # stays locked until the commit and numbers become visible in their order.
    Column("feed", BigInteger, nullable=False),
    Column("created_ms", BigInteger, nullable=False),
)

enrol_code: Final = Table(
    "enrol_code",
    metadata,
    Column("code_hash", LargeBinary(32), primary_key=True),
    Column("province", String(2), nullable=False),
    Column("centre", LargeBinary(16), nullable=False),
    Column("created_ms", BigInteger, nullable=False),
    Column("expires_ms", BigInteger, nullable=False),
    Column("used_key", LargeBinary(32)),  # public key that used it up
)

device: Final = Table(
    "device",
    metadata,
    Column("device", LargeBinary(8), primary_key=True),
    Column("province", String(2), nullable=False),
    Column("centre", LargeBinary(16), nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("seal_key", LargeBinary(32), nullable=False),
    Column("name", LargeBinary, nullable=False),  # sealed
    Column("letters", String(2), nullable=False),
    Column("enrolled_ms", BigInteger, nullable=False),
    Column("revoked_ms", BigInteger),
    Column("seen_ms", BigInteger),
    Column("request_no", BigInteger, nullable=False),
    Column("epoch", BigInteger, nullable=False),  # highest given out or met
    Column("restarts", Integer, nullable=False),  # times it came back restored or cloned
    Column("waiting", Integer, nullable=False),  # changes it still had, by its own word
    Column("clock_off_ms", BigInteger, nullable=False),  # its clock minus ours, when last seen
    Column("receipts", BigInteger, nullable=False),
    Column("worked", BigInteger, nullable=False, server_default="0"),  # see `sync.hub.budget`
    Column("worked_ms", BigInteger, nullable=False, server_default="0"),
    Index(None, "province", "centre", "letters", unique=True),
)

accepted: Final = Table(
    "accepted",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
)

change: Final = Table(
    "change",
    metadata,
    *_scope(),
    Column("feed", BigInteger, primary_key=True, autoincrement=False),
    # The same for all rows of one transaction, and random: a hub that was restored and went on
    # fills the same numbers with other marks, and cursors of the lost time are noticed.
    Column("mark", LargeBinary(4), nullable=False),
    Column("device", LargeBinary(8), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("lane", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("record", LargeBinary(16), nullable=False),
    Column("kind", String(64), nullable=False),
    Column("stamp", LargeBinary(16), nullable=False),
    Column("wall_ms", BigInteger, nullable=False),
    Column("offset_ms", BigInteger),
    Column("author", LargeBinary(16), nullable=False),
    Column("doubtful", Boolean, nullable=False),
    Column("fields", LargeBinary, nullable=False),  # sealed msgpack: {name: [value, [bases]]}
    Index(None, "province", "centre", "device", "epoch", "lane", "seq", unique=True),
    Index(None, "province", "centre", "record"),
)

# Each record as it is now (`sync.hub.projection`).
record: Final = Table(
    "record",
    metadata,
    *_scope(),
    Column("record", LargeBinary(16), primary_key=True),
    Column("kind", String(64), nullable=False),
    Column("erased", Boolean, nullable=False),
    Column("hidden", Boolean, nullable=False),  # deleted, joined to another, or erased
    Column("writes", Integer, nullable=False),  # its changes in the feed
    Column("conflicts", Integer, nullable=False),
    # The shown values of what may be counted; every other field is in `state` alone.
    Column("open", JSON(none_as_null=True).with_variant(JSONB(), "postgresql"), nullable=False),
    # Sealed msgpack: the fields with their versions. NULL: of its one change.
    Column("state", LargeBinary),
    Index(None, "province", "centre", "kind"),
)

receipt: Final = Table(
    "receipt",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(8), nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("hub_ms", BigInteger, nullable=False),
)

set_aside: Final = Table(
    "set_aside",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("lane", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("record", LargeBinary(16), nullable=False),
    Column("stamp", LargeBinary(16), nullable=False),
    Column("code", String(40), nullable=False),
    Column("hub_ms", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),  # sealed msgpack of the change
)

# Signed requests of revoked devices, whole: their unsent work is kept for a person to look at.
held: Final = Table(
    "held",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("request_no", BigInteger, primary_key=True, autoincrement=False),
    Column("hub_ms", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),  # sealed
    # What it holds that was not held before, so that nobody need open it to tell: changes, and
    # records by kind (msgpack). NULL until the hub that was upgraded counts.
    Column("changes", Integer),
    Column("kinds", LargeBinary),
)

# A laptop's recovery secret as it sealed it to this hub; only the newest.
recovery: Final = Table(
    "recovery",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("key_id", String(32), nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    Column("made_ms", BigInteger, nullable=False),
    Column("kept_ms", BigInteger, nullable=False),
)

recovery_opened: Final = Table(
    "recovery_opened",
    metadata,
    *_scope(),
    Column("device", LargeBinary(8), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key_id", String(32), nullable=False),
    Column("opened_ms", BigInteger, nullable=False),
    Column("opened_by", LargeBinary, nullable=False),  # sealed
    Column("reason", LargeBinary, nullable=False),  # sealed
)
