"""Key skills before and after, and what else learning keeps."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.migrations.pieces import link, moves, needs_change, synced_table, words

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of each."""
    _records()
    _skills()


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


def _skills() -> None:
    """The key skills of learners before and after, with their moves."""
    measure = (
        link("learner_id", needed=True),
        *map(link, ("course_id", "rater_id", "assessment_id", "last_move_id")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("skill", "phase")),
        *words("level", "self_level", "on", "instrument", "note"),
        sa.Column("estimated", sa.Boolean(), nullable=True),
    )
    leads_to = ("learner_id", "course_id", "rater_id", "last_move_id")
    synced_table("skill_measure", measure, *leads_to)
    move = (link("skill_measure_id", needed=True), *moves())
    synced_table("skill_measure_move", move, "by_id", "skill_measure_id")
