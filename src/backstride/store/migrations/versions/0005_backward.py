"""How far a recording went backward, and how long at a run, beside its other sums.

Revision ID: 0005
"""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_RECORDING = sa.table(
    "recording", sa.column("sha"), sa.column("part"), sa.column("backward_m"), sa.column("backward_run_s")
)
_ANALYSIS = sa.table("analysis", sa.column("sha"), sa.column("part"), sa.column("body"))


def upgrade() -> None:
    op.add_column("recording", sa.Column("backward_m", sa.Float(), nullable=True))
    op.add_column("recording", sa.Column("backward_run_s", sa.Float(), nullable=True))
    db = op.get_bind()
    keys = db.execute(sa.select(_ANALYSIS.c.sha, _ANALYSIS.c.part).where(_ANALYSIS.c.body.is_not(None))).all()
    for sha, part in keys:  # one at a time: the analysis of a long recording is megabytes of text
        same = (_ANALYSIS.c.sha == sha) & (_ANALYSIS.c.part == part)
        body = db.execute(sa.select(_ANALYSIS.c.body).where(same, _ANALYSIS.c.body.is_not(None))).scalar_one()
        mine = (_RECORDING.c.sha == sha) & (_RECORDING.c.part == part)
        db.execute(sa.update(_RECORDING).where(mine).values(_sums(json.loads(body))))


def _sums(body: dict[str, Any]) -> dict[str, float | None]:
    backward = [bout for bout in body["bouts"] if bout["direction"] == "backward"]
    ways = (one["value"] for one in body["metrics"] if (one["key"], one.get("direction")) == ("distance_m", "backward"))
    run_s = sum(bout["end_s"] - bout["start_s"] for bout in backward if bout["gait"] == "run")
    return {"backward_m": next(ways, None), "backward_run_s": run_s}
