"""Reasoning and lessons beside the analyses, and recordings that wait to be analysed again.

Revision ID: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("analysis", sa.Column("reasoning", sa.LargeBinary(), nullable=True))
    op.add_column("recording", sa.Column("worn", sa.String(length=16), nullable=True))
    op.add_column("recording", sa.Column("taught", sa.String(length=16), nullable=True))
    op.add_column("recording", sa.Column("again", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "lesson",
        sa.Column("recording_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("recipe", sa.String(length=64), nullable=False),
        sa.Column("placement", sa.String(length=16), nullable=False),
        sa.Column("direction", sa.String(length=16), nullable=False),
        sa.Column("gait", sa.String(length=16), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("pattern", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["recording_id"], ["recording.id"], name="fk_lesson_recording_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("recording_id", "number", name="pk_lesson"),
    )
    op.create_index("ix_lesson_placement", "lesson", ["placement"])
