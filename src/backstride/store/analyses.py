"""Analyses, kept under the hash of the original, the recording's number in it, and the recipe."""

import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
from sqlalchemy import Connection, delete, exists, insert, select, update

from backstride.message import Message
from backstride.recording import Analysis, Direction, Steps
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.rows import Analysed, Digest
from backstride.store.schema import analysis, recording


@dataclass(frozen=True, eq=False, slots=True)
class KeptAnalysis:
    """The newest analysis of a recording: its result, or why there is none."""

    recipe: str
    analysis: Analysis | None
    error: Message | None


class Analyses:
    """The table analysis, and the digest of it that the list reads from the recording."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, id_: str, recipe: str) -> KeptAnalysis | None:
        """The analysis by this recipe, else the newest by another; None where there never was one."""
        mine = select(recording.c.sha, recording.c.part).where(recording.c.id == id_).subquery()
        by_recipe = (analysis.c.recipe == recipe).desc()
        query = (
            select(analysis)
            .join(mine, (analysis.c.sha == mine.c.sha) & (analysis.c.part == mine.c.part))
            .order_by(by_recipe, analysis.c.made_at.desc())
        )
        with self._database.reading() as db:
            row = db.execute(query.limit(1)).first()
        if row is None:
            return None
        error = from_json(Message, row.error) if row.error else None
        if row.body is None:
            return KeptAnalysis(row.recipe, None, error)
        return KeptAnalysis(row.recipe, replace(from_json(Analysis, row.body), steps=_steps(row.steps)), error)

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
        """Recordings without an analysis by this recipe, newest first."""
        done = exists().where(
            analysis.c.sha == recording.c.sha, analysis.c.part == recording.c.part, analysis.c.recipe == recipe
        )
        with self._database.reading() as db:
            return tuple(db.execute(select(recording.c.id).where(~done).order_by(recording.c.start.desc())).scalars())


def save(db: Connection, id_: str, sha: str, part: int, analysed: Analysed) -> None:
    """Replace every earlier analysis of this recording, and its digest."""
    forget(db, sha, part)
    found = analysed.analysis
    db.execute(
        insert(analysis).values(
            sha=sha,
            part=part,
            recipe=analysed.recipe,
            body=None if found is None else to_json(_without_steps(found)),
            steps=None if found is None else _steps_bytes(found.steps),
            error=None if analysed.error is None else to_json(analysed.error),
            made_at=datetime.now(UTC),
        )
    )
    if found is not None:
        db.execute(update(recording).where(recording.c.id == id_).values(_digest_values(analysed.digest)))


def forget(db: Connection, sha: str, part: int) -> None:
    db.execute(delete(analysis).where(analysis.c.sha == sha, analysis.c.part == part))


def _without_steps(found: Analysis) -> dict[str, object]:
    return {
        "recipe": found.recipe,
        "bouts": found.bouts,
        "steps": {},
        "metrics": found.metrics,
        "quality": found.quality,
    }


def _digest_values(digest: Digest) -> dict[str, object]:
    known = digest.distance_m == digest.distance_m
    return {
        "distance_m": digest.distance_m if known else None,
        "ribbon": to_json(digest.ribbon),
        **{f"{direction.value}_s": digest.seconds.get(direction, 0.0) for direction in Direction},
    }


def _steps_bytes(steps: Steps) -> bytes:
    """Contacts, then ends, as little-endian float64."""
    return zlib.compress(np.stack((steps.contact_s, steps.off_s)).astype("<f8").tobytes(), 1)


def _steps(data: bytes) -> Steps:
    both = np.frombuffer(zlib.decompress(data), dtype="<f8").astype(np.float64).reshape(2, -1)
    return Steps(both[0], both[1])
