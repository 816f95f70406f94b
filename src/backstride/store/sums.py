"""Sums over recordings by stretches of time, added up where they are kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import ColumnElement, Integer, column, func, select, values

from backstride.recording import Direction
from backstride.store.database import Database
from backstride.store.schema import UtcDateTime, recording, session

# Nearly every recording is no twin: written so, that index is not taken, and the one of starts is.
_NO_TWIN = func.coalesce(recording.c.twin_of, "") == ""
_COUNTED = recording.c.start_known & _NO_TWIN


@dataclass(frozen=True, slots=True)
class Sums:
    """What the recordings of a stretch of time hold together, twins once. Distances: of those that know theirs.

    backward_run_s  of the seconds backward those that were run
    unmeasured      recordings that went backward, and do not know how far
    """

    recordings: int
    duration_s: float
    seconds: Mapping[Direction, float]
    backward_run_s: float
    distance_m: float | None
    backward_m: float | None
    unmeasured: int


NOTHING = Sums(0, 0.0, dict.fromkeys(Direction, 0.0), 0.0, None, None, 0)


class Totals:
    """Reading the table recording without its rows."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, edges: Sequence[datetime]) -> tuple[Sums, ...]:
        """The sums of recordings that began in each of the stretches between neighbouring edges (aware, rising).

        Recordings whose start is not known belong to none.
        """
        if len(edges) < 2:
            return ()
        stretch = (
            values(column("number", Integer), column("since", UtcDateTime), column("until", UtcDateTime))
            .data([(number, since, until) for number, (since, until) in enumerate(pairwise(edges))])
            .cte("stretch")
        )
        within = (recording.c.start >= stretch.c.since) & (recording.c.start < stretch.c.until)
        query = select(stretch.c.number, *_SUMS).join(recording, within).where(_COUNTED).group_by(stretch.c.number)
        found = [NOTHING] * (len(edges) - 1)
        with self._database.reading() as db:
            for number, *sums in db.execute(query):
                found[number] = _read(*sums)
        return tuple(found)

    def beginnings(self) -> tuple[datetime | None, date | None]:
        """When the oldest recording with a known start began, and the day of the oldest session."""
        with self._database.reading() as db:
            start = db.execute(select(func.min(recording.c.start)).where(_COUNTED)).scalar()
            return start, db.execute(select(func.min(session.c.day))).scalar()

    def count_undated(self) -> int:
        """Recordings of which nobody knows when they were made."""
        undated = ~recording.c.start_known & _NO_TWIN
        with self._database.reading() as db:
            return int(db.execute(select(func.count()).select_from(recording).where(undated)).scalar_one())


_UNMEASURED = (recording.c.backward_s > 0) & recording.c.backward_m.is_(None)
_SUMS: tuple[ColumnElement[Any], ...] = (
    func.count(recording.c.id),
    func.sum(recording.c.duration_s),
    func.sum(recording.c.backward_run_s),
    func.sum(recording.c.distance_m),
    func.sum(recording.c.backward_m),
    func.count(recording.c.id).filter(_UNMEASURED),
    *(func.sum(recording.c[f"{direction.value}_s"]) for direction in Direction),
)


def _read(
    recordings: int,
    duration_s: float,
    run_s: float | None,
    distance_m: float | None,
    backward_m: float | None,
    unmeasured: int,
    *seconds: float,
) -> Sums:
    by_direction = dict(zip(Direction, seconds, strict=True))
    return Sums(recordings, duration_s, by_direction, run_s or 0.0, distance_m, backward_m, unmeasured)
