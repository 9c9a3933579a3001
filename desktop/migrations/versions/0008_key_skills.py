"""Key skills before and after, and what else learning keeps."""

from __future__ import annotations

from alembic import op

from desktop.migrations.pieces import link, needs_change, words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _records()


def _records() -> None:
    """Evidence of a course, photographs of a meeting, what came of it, and whence it was moved."""
    added = {
        "document": (link("session_id"),),
        "evidence": tuple(map(link, ("course_id", "session_id"))),
        "course_session": (link("moved_from_id"), *words("results", "problems")),
    }
    for table, columns in added.items():
        for column in columns:
            op.add_column(table, column)
            if column.name.endswith("_id"):
                op.create_index(op.f(f"ix_{table}_{column.name}"), table, [column.name])
        op.execute(f"DROP TRIGGER {table}_needs_change")
        op.execute(needs_change(table))
