"""What labelled stretches have taught of the person, by where the sensor was worn: the table lesson.

A recording's lessons are saved and go with its analysis. Which lessons an analysis was given is kept beside it, as
`taught`, so that recordings read without the newest lessons are found without opening anything.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, Update, delete, exists, func, insert, select, update

from backstride.recording import Direction, Gait, Lesson, Placement
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.schema import analysis, label, lesson, recording

MOST = 200  # of one placement the newest so many count: a person changes, and each analysis is handed all of them


@dataclass(frozen=True, slots=True)
class Taught:
    """A lesson, and the recording it was learned from."""

    id: str
    name: str
    start: datetime
    start_known: bool
    lesson: Lesson


@dataclass(frozen=True, slots=True)
class Reading:
    """How a recording was read by the present rules.

    worn    where its motion sensor was said to be
    taught  stands for the lessons that were given; see `app.learning`
    again   whether it waits to be read again
    """

    id: str
    name: str
    worn: Placement
    taught: str
    again: bool


class Lessons:
    """Lessons of all recordings. Only those made by the present recipe count: no other can read them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def standing(self, recipe: str, placement: Placement | None = None) -> tuple[Taught, ...]:
        """The newest lessons of each placement, or of one, newest recording first."""
        rank = func.row_number().over(
            partition_by=lesson.c.placement,
            order_by=(recording.c.start.desc(), recording.c.id, lesson.c.number),
        )
        found = (
            select(lesson, recording.c.name, recording.c.start, recording.c.start_known, rank.label("rank"))
            .join(recording, recording.c.id == lesson.c.recording_id)
            .where(lesson.c.recipe == recipe)
        )
        if placement is not None:
            found = found.where(lesson.c.placement == placement.value)
        ranked = found.subquery()
        with self._database.reading() as db:
            rows = db.execute(select(ranked).where(ranked.c.rank <= MOST).order_by(ranked.c.placement, ranked.c.rank))
            return tuple(_taught(row) for row in rows)

    def others(self, id_: str, recipe: str, placement: Placement | None = None) -> tuple[Lesson, ...]:
        """What the person's other recordings teach for this one."""
        return tuple(one.lesson for one in self.standing(recipe, placement) if one.id != id_)

    def readings(self, recipe: str) -> tuple[Reading, ...]:
        """All recordings with a motion sensor that the present rules have read."""
        read = exists().where(
            analysis.c.sha == recording.c.sha, analysis.c.part == recording.c.part, analysis.c.recipe == recipe
        )
        columns = (recording.c.id, recording.c.name, recording.c.worn, recording.c.taught, recording.c.again)
        query = select(*columns).where(recording.c.worn.is_not(None), read)
        with self._database.reading() as db:
            rows = db.execute(query.order_by(recording.c.start.desc(), recording.c.id))
            return tuple(Reading(row.id, row.name, Placement(row.worn), row.taught or "", row.again) for row in rows)

    def read_again(self, ids: Iterable[str]) -> int:
        """Mark recordings as waiting to be read again. Returns how many there are."""
        with self._database.writing() as db:
            return sum(db.execute(_marked(id_)).rowcount for id_ in ids)

    def forget(self, ids: Iterable[str]) -> int:
        """Take back everything that was said of these recordings, and with it what they taught, in one step.

        They wait to be read again then. Returns how many labels were taken back.
        """
        taken = 0
        with self._database.writing() as db:
            for id_ in ids:
                standing = (label.c.recording_id == id_) & label.c.undone_at.is_(None)
                taken += db.execute(update(label).where(standing).values(undone_at=datetime.now(UTC))).rowcount
                db.execute(delete(lesson).where(lesson.c.recording_id == id_))
                db.execute(_marked(id_).values(edition=recording.c.edition + 1))
        return taken


def save(db: Connection, id_: str, recipe: str, found: Sequence[Lesson]) -> None:
    """Put these in the place of what the recording taught before."""
    db.execute(delete(lesson).where(lesson.c.recording_id == id_))
    rows = [
        {
            "recording_id": id_,
            "number": number,
            "recipe": recipe,
            "placement": one.placement.value,
            "direction": one.direction.value,
            "gait": one.gait.value,
            "seconds": one.seconds,
            "pattern": to_json(one.pattern),
        }
        for number, one in enumerate(found)
    ]
    if rows:
        db.execute(insert(lesson), rows)


def of(db: Connection, id_: str) -> tuple[Lesson, ...]:
    """What one recording teaches."""
    rows = db.execute(select(lesson).where(lesson.c.recording_id == id_).order_by(lesson.c.number))
    return tuple(_lesson(row) for row in rows)


def _marked(id_: str) -> Update:
    return update(recording).where(recording.c.id == id_).values(again=True)


def _taught(row: Row[Any]) -> Taught:
    return Taught(row.recording_id, row.name, row.start, row.start_known, _lesson(row))


def _lesson(row: Row[Any]) -> Lesson:
    pattern = from_json(tuple[float, ...], row.pattern)
    return Lesson(Placement(row.placement), Direction(row.direction), Gait(row.gait), row.seconds, pattern)
