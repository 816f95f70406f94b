"""Analyses, kept under the hash of the original, the recording's number in it, and the recipe."""

import math
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, insert, select, update

from backstride.message import Message
from backstride.recording import Analysis, Direction, Reasoning, Steps
from backstride.store import hearts, lessons, sessions
from backstride.store.codec import from_json, to_json
from backstride.store.compact import pack_reasoning, pack_steps, unpack_reasoning, unpack_steps
from backstride.store.database import Database
from backstride.store.rows import Analysed, Digest
from backstride.store.schema import analysis, heart, recording


@dataclass(frozen=True, eq=False, slots=True)
class KeptAnalysis:
    """The newest analysis of a recording: its result, or why there is none."""

    recipe: str
    analysis: Analysis | None
    error: Message | None
    made_at: datetime


class Analyses:
    """The table analysis, and the digest of it that the list reads from the recording."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, id_: str, recipe: str) -> KeptAnalysis | None:
        """The analysis by this recipe, else the newest by another; None where there never was one."""
        with self._database.reading() as db:
            row = db.execute(_newest(id_, recipe, *analysis.c)).first()
            taught = lessons.of(db, id_)
        if row is None:
            return None
        error = from_json(Message, row.error) if row.error else None
        if row.body is None:
            return KeptAnalysis(row.recipe, None, error, row.made_at)
        steps, reasoning = unpack_steps(row.steps), unpack_reasoning(row.reasoning)
        whole = replace(from_json(Analysis, row.body), steps=steps, reasoning=reasoning, lessons=taught)
        return KeptAnalysis(row.recipe, whole, error, row.made_at)

    def trace(self, id_: str, recipe: str) -> tuple[Reasoning, Steps]:
        """Reasoning and steps of the same analysis, without opening the rest; empty where there is none."""
        with self._database.reading() as db:
            row = db.execute(_newest(id_, recipe, analysis.c.reasoning, analysis.c.steps)).first()
        if row is None or row.steps is None:
            return Reasoning(), Steps()
        return unpack_reasoning(row.reasoning), unpack_steps(row.steps)

    def save(self, id_: str, edition: int, analysed: Analysed) -> bool:
        """Save, unless the recording was corrected or removed since its `edition` was analysed. Returns whether."""
        with self._database.writing() as db:
            row = db.execute(
                select(recording.c.sha, recording.c.part).where(recording.c.id == id_, recording.c.edition == edition)
            ).first()
            if row is not None:
                save(db, id_, row.sha, row.part, analysed)
        return row is not None

    def pending(self, recipe: str) -> tuple[str, ...]:
        """Recordings that wait to be analysed, newest first.

        They have no analysis by this recipe, or one that was made before the heart was listened to, or wait for a new
        one.
        """
        done = exists().where(
            analysis.c.sha == recording.c.sha, analysis.c.part == recording.c.part, analysis.c.recipe == recipe
        )
        heard = exists().where(heart.c.recording_id == recording.c.id)
        with self._database.reading() as db:
            waiting = select(recording.c.id).where(~done | ~heard | recording.c.again)
            return tuple(db.execute(waiting.order_by(recording.c.start.desc())).scalars())


def _newest(id_: str, recipe: str, *columns: ColumnElement[Any]) -> Select[Any]:
    mine = select(recording.c.sha, recording.c.part).where(recording.c.id == id_).subquery()
    same = (analysis.c.sha == mine.c.sha) & (analysis.c.part == mine.c.part)
    order = (analysis.c.recipe == recipe).desc(), analysis.c.made_at.desc()
    return select(*columns).join(mine, same).order_by(*order).limit(1)


def save(db: Connection, id_: str, sha: str, part: int, analysed: Analysed) -> None:
    """Replace every earlier analysis of this recording, its digest and what it taught."""
    forget(db, sha, part)
    found = analysed.analysis
    db.execute(
        insert(analysis).values(
            sha=sha,
            part=part,
            recipe=analysed.recipe,
            body=None if found is None else to_json(_body(found)),
            steps=None if found is None else pack_steps(found.steps),
            reasoning=None if found is None else pack_reasoning(found.reasoning),
            error=None if analysed.error is None else to_json(analysed.error),
            made_at=datetime.now(UTC),
        )
    )
    sessions.touch(db, id_)
    hearts.save(db, id_, analysed.heard)
    lessons.save(db, id_, analysed.recipe, () if found is None else found.lessons)
    values: dict[str, object] = {
        "worn": analysed.worn and analysed.worn.value,
        "taught": analysed.taught,
        "again": False,
    }
    if found is not None:
        values |= _digest_values(analysed.digest)
    db.execute(update(recording).where(recording.c.id == id_).values(values))


def forget(db: Connection, sha: str, part: int) -> None:
    db.execute(delete(analysis).where(analysis.c.sha == sha, analysis.c.part == part))


def _body(found: Analysis) -> dict[str, object]:
    """Without what has a column or a table of its own."""
    return {
        "recipe": found.recipe,
        "bouts": found.bouts,
        "steps": {},
        "metrics": found.metrics,
        "quality": found.quality,
        "events": found.events,
    }


def _digest_values(digest: Digest) -> dict[str, object]:
    return {
        "distance_m": _known(digest.distance_m),
        "backward_m": _known(digest.backward_m),
        "backward_run_s": _known(digest.backward_run_s),
        "ribbon": to_json(digest.ribbon),
        **{f"{direction.value}_s": digest.seconds.get(direction, 0.0) for direction in Direction},
    }


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
