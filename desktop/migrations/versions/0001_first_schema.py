"""The first schema: area, people, HETT, plan and program, with the guards on synced tables."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SYNCED = (
    "action",
    "assessment",
    "carer",
    "centre",
    "consent",
    "contact",
    "document",
    "education",
    "goal",
    "hamlet",
    "hett_dimension",
    "hett_framework",
    "hett_indicator",
    "hett_level",
    "household",
    "learner",
    "learner_code",
    "learner_group",
    "learner_private",
    "leaving_reason",
    "plan",
    "plan_print",
    "rating",
    "review",
    "risk_flag",
    "signature",
    "user",
    "village",
    "vocabulary_term",
)

# Columns that a laptop keeps for itself; writing only these is no edit.
LOCAL = {
    "id", "centre_id", "created_at", "created_by", "edited_at", "edited_by", "first_stamp",
    "field_stamps", "unknown_fields", "typed", "last_change", "sort_key",
}  # fmt: skip

SEARCH = (
    """CREATE VIRTUAL TABLE learner_fts USING fts5(
        key, content='learner_search', content_rowid='rowid', tokenize='trigram')""",
    "INSERT INTO learner_fts(learner_fts, rank) VALUES('secure-delete', 1)",
    """CREATE TRIGGER learner_search_added AFTER INSERT ON learner_search BEGIN
        INSERT INTO learner_fts(rowid, key) VALUES (new.rowid, new.key);
    END""",
    """CREATE TRIGGER learner_search_removed AFTER DELETE ON learner_search BEGIN
        INSERT INTO learner_fts(learner_fts, rowid, key) VALUES ('delete', old.rowid, old.key);
    END""",
    """CREATE TRIGGER learner_search_changed AFTER UPDATE ON learner_search BEGIN
        INSERT INTO learner_fts(learner_fts, rowid, key) VALUES ('delete', old.rowid, old.key);
        INSERT INTO learner_fts(rowid, key) VALUES (new.rowid, new.key);
    END""",
)


def guards(table: str, fields: list[str]) -> tuple[str, str]:
    """Return the triggers that keep a synced row from changing without its change row.

    The deferred foreign key on `last_change` proves that the change row exists at commit;
    the triggers prove that each edit has a change row of its own, and that no row leaves
    unless its erasure is written down.
    """
    return (
        f"""CREATE TRIGGER {table}_needs_change
        BEFORE UPDATE OF {", ".join(f'"{name}"' for name in fields)} ON "{table}"
        WHEN NEW.last_change IS OLD.last_change
        BEGIN SELECT RAISE(ABORT, 'a synced row changed without a change row'); END""",
        f"""CREATE TRIGGER {table}_stays BEFORE DELETE ON "{table}"
        WHEN NOT EXISTS (SELECT 1 FROM erasure WHERE record_id = OLD.id)
        BEGIN SELECT RAISE(ABORT, 'a synced row is erased only on request'); END""",  # nosec B608
    )


def upgrade() -> None:
    """Create every table, then the search index and the guards."""
    _tables()
    for statement in SEARCH:
        op.execute(statement)
    made = sa.inspect(op.get_bind())
    for table in SYNCED:
        fields = [c["name"] for c in made.get_columns(table) if c["name"] not in LOCAL]
        for statement in guards(table, fields):
            op.execute(statement)


def _record(table: str) -> tuple[sa.Column[Any] | sa.Constraint, ...]:
    """Return what every synced record has, as columns and constraints of one table."""
    return (
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("centre_id", sa.LargeBinary(16), nullable=False),
        sa.Column("created_at", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.LargeBinary(16), nullable=True),
        sa.Column("edited_at", sa.Integer(), nullable=False),
        sa.Column("edited_by", sa.LargeBinary(16), nullable=True),
        sa.Column("first_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("field_stamps", sa.LargeBinary(), nullable=False),
        sa.Column("unknown_fields", sa.LargeBinary(), nullable=True),
        sa.Column("typed", sa.LargeBinary(), nullable=True),
        sa.Column("verified_on", sa.String(), nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("erased", sa.String(), nullable=True),
        sa.Column("last_change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["last_change"],
            ["change.number"],
            name=op.f(f"fk_{table}_last_change"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{table}")),
    )


def _tables() -> None:

    op.create_table(
        "attachment",
        sa.Column("sha256", sa.LargeBinary(length=32), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_attachment")),
    )
    op.create_table(
        "audit_entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("author", sa.LargeBinary(16), nullable=True),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=True),
        sa.Column("detail", sa.LargeBinary(), nullable=False),
        sa.Column("chain", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_audit_entry")),
    )
    op.create_table(
        "change",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("created", sa.Boolean(), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("action", sa.LargeBinary(length=16), nullable=False),
        sa.Column("wall_ms", sa.Integer(), nullable=False),
        sa.Column("offset_ms", sa.Integer(), nullable=True),
        sa.Column("author", sa.LargeBinary(16), nullable=True),
        sa.Column("run_id", sa.LargeBinary(16), nullable=True),
        sa.Column("remote", sa.Boolean(), nullable=False),
        sa.Column("at_hub", sa.Boolean(), nullable=False),
        sa.Column("doubtful", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_change")),
        sa.UniqueConstraint(
            "device", "epoch", "lane", "seq", name=op.f("uq_change_device_epoch_lane_seq")
        ),
    )
    op.create_index(op.f("ix_change_action"), "change", ["action"], unique=False)
    op.create_index("ix_change_record", "change", ["record_id", "number"], unique=False)
    op.create_index(op.f("ix_change_run_id"), "change", ["run_id"], unique=False)
    op.create_table(
        "column_mapping",
        sa.Column("fingerprint", sa.String(), nullable=False),
        sa.Column("mapping", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("fingerprint", name=op.f("pk_column_mapping")),
    )
    op.create_table(
        "conflict",
        sa.Column("id", sa.LargeBinary(length=8), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("other_field", sa.String(), nullable=False),
        sa.Column("shown", sa.LargeBinary(), nullable=True),
        sa.Column("shown_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("shown_author", sa.LargeBinary(16), nullable=True),
        sa.Column("other", sa.LargeBinary(), nullable=True),
        sa.Column("other_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("other_author", sa.LargeBinary(16), nullable=True),
        sa.Column("base", sa.LargeBinary(), nullable=True),
        sa.Column("review", sa.Boolean(), nullable=False),
        sa.Column("settled", sa.Boolean(), nullable=False),
        sa.Column("found_at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conflict")),
    )
    op.create_index(op.f("ix_conflict_record_id"), "conflict", ["record_id"], unique=False)
    op.create_table(
        "device_state",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("letters", sa.String(), nullable=False),
        sa.Column("next_code", sa.Integer(), nullable=False),
        sa.Column("centre_id", sa.LargeBinary(16), nullable=False),
        sa.Column("signing_key", sa.LargeBinary(length=32), nullable=False),
        sa.Column("last_stamp", sa.LargeBinary(length=16), nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("next_seq", sa.LargeBinary(), nullable=False),
        sa.Column("acked_seq", sa.LargeBinary(), nullable=False),
        sa.Column("offset_ms", sa.Integer(), nullable=True),
        sa.Column("hub_url", sa.String(), nullable=True),
        sa.Column("hub_key", sa.LargeBinary(), nullable=True),
        sa.Column("hub", sa.LargeBinary(), nullable=True),
        sa.Column("link", sa.LargeBinary(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("last_sync", sa.Integer(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_device_state_one_row")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_device_state")),
    )
    op.create_table(
        "draft",
        sa.Column("user_id", sa.LargeBinary(16), nullable=False),
        sa.Column("form", sa.String(), nullable=False),
        sa.Column("subject", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", "form", "subject", name=op.f("pk_draft")),
    )
    op.create_table(
        "erasure",
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("author", sa.LargeBinary(16), nullable=True),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "foreign_record",
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("fields", sa.LargeBinary(), nullable=False),
        sa.Column("field_stamps", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("record_id", name=op.f("pk_foreign_record")),
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.Column("author", sa.LargeBinary(16), nullable=True),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("counts", sa.LargeBinary(), nullable=False),
        sa.Column("undone_at", sa.Integer(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sa.UniqueConstraint("number", name=op.f("uq_import_run_number")),
    )
    op.create_table(
        "learner_search",
        sa.Column("rowid", sa.Integer(), nullable=False),
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_learner_search")),
        sa.UniqueConstraint("learner_id", name=op.f("uq_learner_search_learner_id")),
    )
    op.create_table(
        "possible_duplicate",
        sa.Column("first_id", sa.LargeBinary(16), nullable=False),
        sa.Column("second_id", sa.LargeBinary(16), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", sa.LargeBinary(), nullable=False),
        sa.Column("decision", sa.String(), nullable=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("first_id", "second_id", name=op.f("pk_possible_duplicate")),
    )
    op.create_table(
        "set_aside",
        sa.Column("device", sa.LargeBinary(length=8), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("lane", sa.Integer(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("record_id", sa.LargeBinary(16), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("payload", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", "lane", "seq", name=op.f("pk_set_aside")),
    )
    op.create_table(
        "setting",
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("value", sa.LargeBinary(), nullable=True),
        sa.PrimaryKeyConstraint("user", "name", name=op.f("pk_setting")),
    )
    op.create_table(
        "sync_session",
        sa.Column("id", sa.LargeBinary(16), nullable=False),
        sa.Column("started_at", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.Integer(), nullable=True),
        sa.Column("sent", sa.Integer(), nullable=False),
        sa.Column("received", sa.Integer(), nullable=False),
        sa.Column("bytes_up", sa.Integer(), nullable=False),
        sa.Column("bytes_down", sa.Integer(), nullable=False),
        sa.Column("requests", sa.Integer(), nullable=False),
        sa.Column("receipt", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sync_session")),
    )
    op.create_table(
        "today_mark",
        sa.Column("line", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("by", sa.LargeBinary(16), nullable=True),
        sa.Column("at", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("line", name=op.f("pk_today_mark")),
    )
    op.create_table(
        "action",
        sa.Column("plan_id", sa.LargeBinary(16), nullable=False),
        sa.Column("goal_id", sa.LargeBinary(16), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("provider", sa.String(), nullable=True),
        sa.Column("provider_type", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("hours", sa.Double(), nullable=True),
        sa.Column("budget", sa.Integer(), nullable=True),
        sa.Column("fund", sa.String(), nullable=True),
        sa.Column("starts_on", sa.String(), nullable=True),
        sa.Column("ends_on", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        *_record("action"),
    )
    op.create_index(op.f("ix_action_centre_id"), "action", ["centre_id"], unique=False)
    op.create_index(op.f("ix_action_plan_id"), "action", ["plan_id"], unique=False)
    op.create_table(
        "assessment",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("framework", sa.String(), nullable=False),
        sa.Column("framework_version", sa.Integer(), nullable=False),
        sa.Column("round", sa.String(), nullable=True),
        sa.Column("on", sa.String(), nullable=False),
        sa.Column("assessor_id", sa.LargeBinary(16), nullable=True),
        sa.Column("assessor_name", sa.String(), nullable=True),
        sa.Column("complete", sa.Boolean(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        *_record("assessment"),
    )
    op.create_index(op.f("ix_assessment_centre_id"), "assessment", ["centre_id"], unique=False)
    op.create_index(op.f("ix_assessment_learner_id"), "assessment", ["learner_id"], unique=False)
    op.create_table(
        "carer",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("relation", sa.String(), nullable=True),
        sa.Column("cares_daily", sa.Boolean(), nullable=False),
        sa.Column("parental_power", sa.Boolean(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("person_id", sa.LargeBinary(16), nullable=True),
        *_record("carer"),
    )
    op.create_index(op.f("ix_carer_centre_id"), "carer", ["centre_id"], unique=False)
    op.create_index(op.f("ix_carer_learner_id"), "carer", ["learner_id"], unique=False)
    op.create_table(
        "centre",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("tambon", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("goal", sa.String(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        sa.Column("letterhead", sa.LargeBinary(), nullable=True),
        *_record("centre"),
    )
    op.create_index(op.f("ix_centre_centre_id"), "centre", ["centre_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("purpose", sa.String(), nullable=False),
        sa.Column("basis", sa.String(), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("signer", sa.String(), nullable=True),
        sa.Column("signer_relation", sa.String(), nullable=True),
        sa.Column("child_agrees", sa.Boolean(), nullable=True),
        sa.Column("thumbprint", sa.Boolean(), nullable=False),
        sa.Column("witnesses", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("form_version", sa.String(), nullable=True),
        sa.Column("signed_on", sa.String(), nullable=True),
        sa.Column("until", sa.String(), nullable=True),
        sa.Column("withdrawn_on", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("consent"),
    )
    op.create_index(op.f("ix_consent_centre_id"), "consent", ["centre_id"], unique=False)
    op.create_index(op.f("ix_consent_learner_id"), "consent", ["learner_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("contact_kind", sa.String(), nullable=False),
        sa.Column("on", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("next_on", sa.String(), nullable=True),
        sa.Column("next_text", sa.String(), nullable=True),
        sa.Column("corrects", sa.LargeBinary(16), nullable=True),
        *_record("contact"),
    )
    op.create_index(op.f("ix_contact_centre_id"), "contact", ["centre_id"], unique=False)
    op.create_index(op.f("ix_contact_learner_id"), "contact", ["learner_id"], unique=False)
    op.create_table(
        "document",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("document_kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("sha256", sa.LargeBinary(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=True),
        sa.Column("taken_on", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("document"),
    )
    op.create_index(op.f("ix_document_centre_id"), "document", ["centre_id"], unique=False)
    op.create_index(op.f("ix_document_learner_id"), "document", ["learner_id"], unique=False)
    op.create_table(
        "education",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("level", sa.String(), nullable=True),
        sa.Column("place", sa.String(), nullable=True),
        sa.Column("pathway", sa.String(), nullable=True),
        sa.Column("started", sa.String(), nullable=True),
        sa.Column("ended", sa.String(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("credits", sa.Double(), nullable=True),
        sa.Column("hours", sa.Double(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("education"),
    )
    op.create_index(op.f("ix_education_centre_id"), "education", ["centre_id"], unique=False)
    op.create_index(op.f("ix_education_learner_id"), "education", ["learner_id"], unique=False)
    op.create_table(
        "goal",
        sa.Column("plan_id", sa.LargeBinary(16), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("measure", sa.String(), nullable=True),
        sa.Column("baseline", sa.String(), nullable=True),
        sa.Column("target", sa.String(), nullable=True),
        sa.Column("target_level", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("result", sa.String(), nullable=True),
        *_record("goal"),
    )
    op.create_index(op.f("ix_goal_centre_id"), "goal", ["centre_id"], unique=False)
    op.create_index(op.f("ix_goal_plan_id"), "goal", ["plan_id"], unique=False)
    op.create_table(
        "hamlet",
        sa.Column("village_id", sa.LargeBinary(16), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("access", sa.String(), nullable=True),
        sa.Column("closed_months", sa.LargeBinary(), nullable=True),
        sa.Column("travel_hours", sa.LargeBinary(), nullable=True),
        sa.Column("electricity", sa.String(), nullable=True),
        sa.Column("water", sa.String(), nullable=True),
        sa.Column("phone_signal", sa.String(), nullable=True),
        sa.Column("internet", sa.String(), nullable=True),
        sa.Column("land_right", sa.String(), nullable=True),
        sa.Column("crops", sa.String(), nullable=True),
        sa.Column("income_months", sa.LargeBinary(), nullable=True),
        sa.Column("services", sa.LargeBinary(), nullable=True),
        sa.Column("leaders", sa.LargeBinary(), nullable=True),
        sa.Column("flood_months", sa.LargeBinary(), nullable=True),
        sa.Column("languages", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        *_record("hamlet"),
    )
    op.create_index(op.f("ix_hamlet_centre_id"), "hamlet", ["centre_id"], unique=False)
    op.create_index(op.f("ix_hamlet_village_id"), "hamlet", ["village_id"], unique=False)
    op.create_table(
        "hett_dimension",
        sa.Column("framework_version", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_th", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=True),
        *_record("hett_dimension"),
    )
    op.create_index(
        op.f("ix_hett_dimension_centre_id"), "hett_dimension", ["centre_id"], unique=False
    )
    op.create_table(
        "hett_framework",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("name_th", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        *_record("hett_framework"),
    )
    op.create_index(
        op.f("ix_hett_framework_centre_id"), "hett_framework", ["centre_id"], unique=False
    )
    op.create_table(
        "hett_indicator",
        sa.Column("framework_version", sa.Integer(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name_th", sa.String(), nullable=True),
        sa.Column("name_en", sa.String(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("sensitive", sa.Boolean(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        *_record("hett_indicator"),
    )
    op.create_index(
        op.f("ix_hett_indicator_centre_id"), "hett_indicator", ["centre_id"], unique=False
    )
    op.create_table(
        "hett_level",
        sa.Column("framework_version", sa.Integer(), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("text_th", sa.String(), nullable=True),
        sa.Column("text_en", sa.String(), nullable=True),
        *_record("hett_level"),
    )
    op.create_index(op.f("ix_hett_level_centre_id"), "hett_level", ["centre_id"], unique=False)
    op.create_table(
        "household",
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("house_number", sa.String(), nullable=True),
        sa.Column("village_id", sa.LargeBinary(16), nullable=True),
        sa.Column("hamlet_id", sa.LargeBinary(16), nullable=True),
        sa.Column("members", sa.Integer(), nullable=True),
        sa.Column("income_per_person", sa.Integer(), nullable=True),
        sa.Column("poverty_items", sa.LargeBinary(), nullable=True),
        sa.Column("family_status", sa.String(), nullable=True),
        sa.Column("latitude", sa.Double(), nullable=True),
        sa.Column("longitude", sa.Double(), nullable=True),
        sa.Column("travel", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("household"),
    )
    op.create_index(op.f("ix_household_centre_id"), "household", ["centre_id"], unique=False)
    op.create_index(op.f("ix_household_village_id"), "household", ["village_id"], unique=False)
    op.create_table(
        "learner",
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("given", sa.String(), nullable=False),
        sa.Column("middle", sa.String(), nullable=True),
        sa.Column("surname", sa.String(), nullable=True),
        sa.Column("nickname", sa.String(), nullable=True),
        sa.Column("own_name", sa.String(), nullable=True),
        sa.Column("call_as", sa.String(), nullable=True),
        sa.Column("former_names", sa.LargeBinary(), nullable=True),
        sa.Column("sex", sa.String(), nullable=False),
        sa.Column("birth", sa.String(), nullable=True),
        sa.Column("birth_estimated", sa.Boolean(), nullable=False),
        sa.Column("birth_text", sa.String(), nullable=True),
        sa.Column("status", sa.String(), nullable=True),
        sa.Column("case_step", sa.String(), nullable=True),
        sa.Column("close_reason", sa.String(), nullable=True),
        sa.Column("trace_result", sa.String(), nullable=True),
        sa.Column("village_id", sa.LargeBinary(16), nullable=True),
        sa.Column("hamlet_id", sa.LargeBinary(16), nullable=True),
        sa.Column("household_id", sa.LargeBinary(16), nullable=True),
        sa.Column("house_number", sa.String(), nullable=True),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("mother_tongue", sa.String(), nullable=True),
        sa.Column("talk_language", sa.String(), nullable=True),
        sa.Column("interpreter_needed", sa.Boolean(), nullable=True),
        sa.Column("level_completed", sa.String(), nullable=True),
        sa.Column("level_last", sa.String(), nullable=True),
        sa.Column("last_place", sa.String(), nullable=True),
        sa.Column("last_left", sa.String(), nullable=True),
        sa.Column("level_current", sa.String(), nullable=True),
        sa.Column("current_place", sa.String(), nullable=True),
        sa.Column("interests", sa.String(), nullable=True),
        sa.Column("occupation", sa.String(), nullable=True),
        sa.Column("facilitator_id", sa.LargeBinary(16), nullable=True),
        sa.Column("photo_id", sa.LargeBinary(16), nullable=True),
        sa.Column("registered_on", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("extra", sa.LargeBinary(), nullable=True),
        sa.Column("merged_into", sa.LargeBinary(16), nullable=True),
        sa.Column("sort_key", sa.String(), nullable=False),
        *_record("learner"),
    )
    op.create_index(op.f("ix_learner_centre_id"), "learner", ["centre_id"], unique=False)
    op.create_index(op.f("ix_learner_code"), "learner", ["code"], unique=False)
    op.create_index(op.f("ix_learner_facilitator_id"), "learner", ["facilitator_id"], unique=False)
    op.create_index(op.f("ix_learner_household_id"), "learner", ["household_id"], unique=False)
    op.create_index(
        "ix_learner_merged_into",
        "learner",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index(
        "ix_learner_sort",
        "learner",
        ["sort_key", "id", "deleted", "merged_into"],
        unique=False,
        sqlite_where=sa.text("deleted = 0 AND merged_into IS NULL"),
    )
    op.create_index(op.f("ix_learner_status"), "learner", ["status"], unique=False)
    op.create_index(op.f("ix_learner_village_id"), "learner", ["village_id"], unique=False)
    op.create_table(
        "learner_code",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code_kind", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("checksum_confirmed", sa.Boolean(), nullable=False),
        sa.Column("issuer", sa.String(), nullable=True),
        sa.Column("issued_on", sa.String(), nullable=True),
        sa.Column("expires_on", sa.String(), nullable=True),
        sa.Column("seen_by", sa.String(), nullable=True),
        sa.Column("copy_kept", sa.Boolean(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("current", sa.Boolean(), nullable=False),
        *_record("learner_code"),
    )
    op.create_index(op.f("ix_learner_code_centre_id"), "learner_code", ["centre_id"], unique=False)
    op.create_index(
        op.f("ix_learner_code_learner_id"), "learner_code", ["learner_id"], unique=False
    )
    op.create_index("ix_learner_code_value", "learner_code", ["value", "code_kind"], unique=False)
    op.create_table(
        "learner_group",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("since", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("learner_group"),
    )
    op.create_index(
        op.f("ix_learner_group_centre_id"), "learner_group", ["centre_id"], unique=False
    )
    op.create_index(op.f("ix_learner_group_code"), "learner_group", ["code"], unique=False)
    op.create_index(
        op.f("ix_learner_group_learner_id"), "learner_group", ["learner_id"], unique=False
    )
    op.create_table(
        "learner_private",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("ethnic_groups", sa.LargeBinary(), nullable=True),
        sa.Column("ethnic_own_name", sa.String(), nullable=True),
        sa.Column("religion", sa.String(), nullable=True),
        sa.Column("disability_education", sa.LargeBinary(), nullable=True),
        sa.Column("disability_welfare", sa.LargeBinary(), nullable=True),
        sa.Column("disability_suspected", sa.Boolean(), nullable=True),
        sa.Column("disability_note", sa.String(), nullable=True),
        sa.Column("disadvantaged_types", sa.LargeBinary(), nullable=True),
        sa.Column("health_note", sa.String(), nullable=True),
        sa.Column("welfare", sa.LargeBinary(), nullable=True),
        sa.Column("treatment_right", sa.String(), nullable=True),
        sa.Column("justice_note", sa.String(), nullable=True),
        sa.Column("harm_note", sa.String(), nullable=True),
        *_record("learner_private"),
    )
    op.create_index(
        op.f("ix_learner_private_centre_id"), "learner_private", ["centre_id"], unique=False
    )
    op.create_index(
        op.f("ix_learner_private_learner_id"), "learner_private", ["learner_id"], unique=False
    )
    op.create_table(
        "leaving_reason",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("main", sa.Boolean(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        *_record("leaving_reason"),
    )
    op.create_index(
        op.f("ix_leaving_reason_centre_id"), "leaving_reason", ["centre_id"], unique=False
    )
    op.create_index(op.f("ix_leaving_reason_code"), "leaving_reason", ["code"], unique=False)
    op.create_index(
        op.f("ix_leaving_reason_learner_id"), "leaving_reason", ["learner_id"], unique=False
    )
    op.create_table(
        "plan",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("previous_id", sa.LargeBinary(16), nullable=True),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("pathway", sa.String(), nullable=True),
        sa.Column("pathway_more", sa.LargeBinary(), nullable=True),
        sa.Column("assessment_id", sa.LargeBinary(16), nullable=True),
        sa.Column("starts_on", sa.String(), nullable=True),
        sa.Column("ends_on", sa.String(), nullable=True),
        sa.Column("agreed_on", sa.String(), nullable=True),
        sa.Column("closed_on", sa.String(), nullable=True),
        sa.Column("close_reason", sa.String(), nullable=True),
        sa.Column("dream", sa.String(), nullable=True),
        sa.Column("interests", sa.String(), nullable=True),
        sa.Column("aptitudes", sa.String(), nullable=True),
        sa.Column("strengths", sa.String(), nullable=True),
        sa.Column("constraints", sa.String(), nullable=True),
        sa.Column("constraint_kinds", sa.LargeBinary(), nullable=True),
        sa.Column("free_time", sa.String(), nullable=True),
        sa.Column("flood_months", sa.LargeBinary(), nullable=True),
        sa.Column("long_qualification", sa.String(), nullable=True),
        sa.Column("long_occupation", sa.String(), nullable=True),
        sa.Column("long_life", sa.String(), nullable=True),
        sa.Column("courses", sa.String(), nullable=True),
        sa.Column("method", sa.String(), nullable=True),
        sa.Column("times", sa.String(), nullable=True),
        sa.Column("places", sa.String(), nullable=True),
        sa.Column("media", sa.String(), nullable=True),
        sa.Column("facilitator", sa.String(), nullable=True),
        sa.Column("mentors", sa.String(), nullable=True),
        sa.Column("partners", sa.String(), nullable=True),
        sa.Column("codesigned_by", sa.String(), nullable=True),
        sa.Column("support", sa.String(), nullable=True),
        sa.Column("accommodations", sa.String(), nullable=True),
        sa.Column("funds", sa.String(), nullable=True),
        sa.Column("measurement", sa.String(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        sa.Column("credit_transfer", sa.String(), nullable=True),
        sa.Column("review_months", sa.Integer(), nullable=False),
        sa.Column("next_review_on", sa.String(), nullable=True),
        sa.Column("learner_comment", sa.String(), nullable=True),
        sa.Column("guardian_comment", sa.String(), nullable=True),
        *_record("plan"),
    )
    op.create_index(op.f("ix_plan_centre_id"), "plan", ["centre_id"], unique=False)
    op.create_index(op.f("ix_plan_learner_id"), "plan", ["learner_id"], unique=False)
    op.create_index(op.f("ix_plan_status"), "plan", ["status"], unique=False)
    op.create_table(
        "plan_print",
        sa.Column("plan_id", sa.LargeBinary(16), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("content_hash", sa.String(), nullable=False),
        sa.Column("printed_at", sa.Integer(), nullable=False),
        sa.Column("pages", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(), nullable=False),
        *_record("plan_print"),
    )
    op.create_index(op.f("ix_plan_print_centre_id"), "plan_print", ["centre_id"], unique=False)
    op.create_index(op.f("ix_plan_print_plan_id"), "plan_print", ["plan_id"], unique=False)
    op.create_index(op.f("ix_plan_print_stamp"), "plan_print", ["stamp"], unique=False)
    op.create_table(
        "rating",
        sa.Column("assessment_id", sa.LargeBinary(16), nullable=False),
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("indicator", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("level", sa.Integer(), nullable=True),
        sa.Column("self_level", sa.Integer(), nullable=True),
        sa.Column("raw", sa.LargeBinary(), nullable=True),
        sa.Column("evidence", sa.String(), nullable=True),
        *_record("rating"),
    )
    op.create_index("ix_rating_assessment", "rating", ["assessment_id", "indicator"], unique=False)
    op.create_index(op.f("ix_rating_centre_id"), "rating", ["centre_id"], unique=False)
    op.create_index(op.f("ix_rating_learner_id"), "rating", ["learner_id"], unique=False)
    op.create_table(
        "review",
        sa.Column("plan_id", sa.LargeBinary(16), nullable=False),
        sa.Column("on", sa.String(), nullable=False),
        sa.Column("by_name", sa.String(), nullable=True),
        sa.Column("result", sa.String(), nullable=True),
        sa.Column("adjustment", sa.String(), nullable=True),
        sa.Column("learner_says", sa.String(), nullable=True),
        sa.Column("goal_results", sa.LargeBinary(), nullable=True),
        sa.Column("next_on", sa.String(), nullable=True),
        *_record("review"),
    )
    op.create_index(op.f("ix_review_centre_id"), "review", ["centre_id"], unique=False)
    op.create_index(op.f("ix_review_plan_id"), "review", ["plan_id"], unique=False)
    op.create_table(
        "risk_flag",
        sa.Column("learner_id", sa.LargeBinary(16), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("raised_on", sa.String(), nullable=True),
        sa.Column("cleared_on", sa.String(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        *_record("risk_flag"),
    )
    op.create_index(op.f("ix_risk_flag_centre_id"), "risk_flag", ["centre_id"], unique=False)
    op.create_index(op.f("ix_risk_flag_learner_id"), "risk_flag", ["learner_id"], unique=False)
    op.create_table(
        "signature",
        sa.Column("plan_id", sa.LargeBinary(16), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("signed_on", sa.String(), nullable=True),
        sa.Column("thumbprint", sa.Boolean(), nullable=False),
        sa.Column("witnesses", sa.LargeBinary(), nullable=True),
        *_record("signature"),
    )
    op.create_index(op.f("ix_signature_centre_id"), "signature", ["centre_id"], unique=False)
    op.create_index(op.f("ix_signature_plan_id"), "signature", ["plan_id"], unique=False)
    op.create_table(
        "user",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("position", sa.String(), nullable=True),
        sa.Column("phone", sa.String(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        *_record("user"),
    )
    op.create_index(op.f("ix_user_centre_id"), "user", ["centre_id"], unique=False)
    op.create_table(
        "village",
        sa.Column("moo", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("community_code", sa.String(), nullable=True),
        sa.Column("households", sa.Integer(), nullable=True),
        sa.Column("people", sa.Integer(), nullable=True),
        sa.Column("access", sa.String(), nullable=True),
        sa.Column("closed_months", sa.LargeBinary(), nullable=True),
        sa.Column("travel_hours", sa.LargeBinary(), nullable=True),
        sa.Column("electricity", sa.String(), nullable=True),
        sa.Column("water", sa.String(), nullable=True),
        sa.Column("phone_signal", sa.String(), nullable=True),
        sa.Column("internet", sa.String(), nullable=True),
        sa.Column("land_right", sa.String(), nullable=True),
        sa.Column("crops", sa.String(), nullable=True),
        sa.Column("income_months", sa.LargeBinary(), nullable=True),
        sa.Column("services", sa.LargeBinary(), nullable=True),
        sa.Column("leaders", sa.LargeBinary(), nullable=True),
        sa.Column("flood_months", sa.LargeBinary(), nullable=True),
        sa.Column("languages", sa.LargeBinary(), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("sample", sa.Boolean(), nullable=False),
        *_record("village"),
    )
    op.create_index(op.f("ix_village_centre_id"), "village", ["centre_id"], unique=False)
    op.create_index(op.f("ix_village_moo"), "village", ["moo"], unique=False)
    op.create_table(
        "vocabulary_term",
        sa.Column("vocabulary", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("th", sa.String(), nullable=True),
        sa.Column("en", sa.String(), nullable=True),
        sa.Column("aliases", sa.LargeBinary(), nullable=True),
        sa.Column("hidden", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        *_record("vocabulary_term"),
    )
    op.create_index(
        op.f("ix_vocabulary_term_centre_id"), "vocabulary_term", ["centre_id"], unique=False
    )
    op.create_index(
        op.f("ix_vocabulary_term_vocabulary"), "vocabulary_term", ["vocabulary"], unique=False
    )
