"""What each recording tells of the heart, and of the work by direction.

Revision ID: 0006
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "heart",
        sa.Column("recording_id", sa.String(length=64), nullable=False),
        sa.Column("heard_s", sa.Float(), nullable=False),
        sa.Column("top_bpm", sa.Float(), nullable=True),
        sa.Column("least_bpm", sa.Float(), nullable=True),
        sa.Column("parts", sa.Text(), nullable=False),
        sa.Column("paces", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["recording_id"], ["recording.id"], name="fk_heart_recording_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("recording_id", name="pk_heart"),
    )
    op.create_index("ix_heart_top_bpm", "heart", ["top_bpm"])
    op.create_index("ix_heart_least_bpm", "heart", ["least_bpm"])
