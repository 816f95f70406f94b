"""What each recording tells of the heart and of the work by direction: the table heart.

Kept with every analysis, so that a page over thousands of recordings opens none of them. Whatever depends on what a
person says of their heart (zones, load) is computed from it when it is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from math import isfinite
from typing import Any

import orjson
from sqlalchemy import Connection, Row, Select, delete, insert, select

from backstride.physiology.beats import Fault
from backstride.physiology.heart import Drift, Heard, Pace, Part, Point, Recovery
from backstride.recording import Direction, Gait
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.schema import heart, recording


@dataclass(frozen=True, slots=True)
class HeartRow:
    """A recording of known time. lead: its own id, or that of the recording whose twin it is."""

    id: str
    lead: str
    start: datetime
    heard_s: float
    parts: tuple[Part, ...] = ()
    paces: tuple[Pace, ...] = ()


@dataclass(frozen=True, slots=True)
class Extreme:
    """The recording that shows the highest or the lowest heart rate."""

    id: str
    start: datetime
    bpm: float


@dataclass(frozen=True, slots=True)
class _Body:
    """What only the page of the recording shows."""

    points: tuple[Point, ...] = ()
    drifts: tuple[Drift, ...] = ()
    recoveries: tuple[Recovery, ...] = ()
    left_out: Mapping[Fault, float] | None = None
    from_beats: bool = False


class Hearts:
    """Reading this table; `save` is called where an analysis is kept."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, id_: str) -> Heard:
        """All that was kept of a recording; empty where nothing was."""
        with self._database.reading() as db:
            row = db.execute(select(heart).where(heart.c.recording_id == id_)).first()
        if row is None:
            return Heard()
        body = from_json(_Body, row.body)
        return Heard(
            parts=_parts(row.parts),
            points=body.points,
            drifts=body.drifts,
            recoveries=body.recoveries,
            top_bpm=float("nan") if row.top_bpm is None else row.top_bpm,
            least_bpm=float("nan") if row.least_bpm is None else row.least_bpm,
            left_out=body.left_out or {},
            from_beats=body.from_beats,
        )

    def parts(self, since: datetime | None = None, until: datetime | None = None) -> tuple[HeartRow, ...]:
        """Work by direction and seconds at each rate, of recordings begun from `since` to before `until`."""
        with self._database.reading() as db:
            rows = db.execute(_between(select(*_WHICH, heart.c.parts), since, until)).all()
        return tuple(replace(_row(row), parts=_parts(row.parts)) for row in rows)

    def paces(self, newest: int) -> tuple[HeartRow, ...]:
        """Heart rate by speed, of the newest so many recordings that have any, oldest first."""
        query = _between(select(*_WHICH, heart.c.paces), None, None).where(heart.c.paces != "[]")
        query = query.order_by(None).order_by(recording.c.start.desc(), recording.c.id.desc()).limit(newest)
        with self._database.reading() as db:
            rows = db.execute(query).all()
        return tuple(replace(_row(row), paces=_paces(row.paces)) for row in reversed(rows))

    def highest(self) -> Extreme | None:
        """Of all recordings that are no simulation."""
        return self._extreme(heart.c.top_bpm, descending=True)

    def lowest(self) -> Extreme | None:
        """The lowest mean of a minute."""
        return self._extreme(heart.c.least_bpm, descending=False)

    def _extreme(self, column: Any, *, descending: bool) -> Extreme | None:
        order = column.desc() if descending else column.asc()
        query = select(recording.c.id, recording.c.start, column.label("bpm")).join(heart)
        query = query.where(column.is_not(None), recording.c.start_known).order_by(order).limit(1)
        with self._database.reading() as db:
            row = db.execute(query).first()
        return None if row is None else Extreme(row.id, row.start, row.bpm)


_WHICH = (recording.c.id, recording.c.twin_of, recording.c.start, heart.c.heard_s)


def save(db: Connection, id_: str, heard: Heard) -> None:
    """In the place of what was kept before."""
    db.execute(delete(heart).where(heart.c.recording_id == id_))
    body = _Body(heard.points, heard.drifts, heard.recoveries, heard.left_out, heard.from_beats)
    db.execute(
        insert(heart).values(
            recording_id=id_,
            heard_s=heard.heard_s,
            top_bpm=heard.top_bpm if isfinite(heard.top_bpm) else None,
            least_bpm=heard.least_bpm if isfinite(heard.least_bpm) else None,
            parts=to_json([_part_row(part) for part in heard.parts]),
            paces=to_json([_pace_row(pace) for pace in heard.paces]),
            body=to_json(body),
        )
    )


def _between(query: Select[Any], since: datetime | None, until: datetime | None) -> Select[Any]:
    query = query.join(heart, heart.c.recording_id == recording.c.id).where(recording.c.start_known)
    if since is not None:
        query = query.where(recording.c.start >= since)
    if until is not None:
        query = query.where(recording.c.start < until)
    return query.order_by(recording.c.start, recording.c.id)


def _row(row: Row[Any]) -> HeartRow:
    return HeartRow(row.id, row.twin_of or row.id, row.start, row.heard_s)


def _part_row(part: Part) -> list[object]:
    """Seconds at each rate as a list from the lowest on: shorter than pairs, and quicker to read."""
    low, high = min(part.rates, default=0), max(part.rates, default=-1)
    seconds = [part.rates.get(bpm, 0) for bpm in range(low, high + 1)]
    return [part.direction, part.gait, round(part.seconds, 2), part.steps, low, seconds]


def _parts(text: str) -> tuple[Part, ...]:
    return tuple(
        Part(Direction(way), Gait(gait), spent, steps, {low + k: held for k, held in enumerate(seconds) if held})
        for way, gait, spent, steps, low, seconds in orjson.loads(text)
    )


def _pace_row(pace: Pace) -> list[object]:
    return [pace.direction, pace.gait, pace.speed_mps, pace.bpm, pace.points]


def _paces(text: str) -> tuple[Pace, ...]:
    return tuple(Pace(Direction(way), Gait(gait), *rest) for way, gait, *rest in orjson.loads(text))
