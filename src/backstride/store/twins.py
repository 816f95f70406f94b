"""One session, recorded by two devices: kept as two recordings, offered as one."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from backstride.store.schema import recording

# The shared time must be this much of the longer of the two. Two starts may then differ by a fifth of the session,
# which covers a watch started at the door and a foot sensor started at the track.
_SHARED = 0.8
_ANY_SPORT = frozenset({"", "generic", "unknown", "other"})
_COLUMNS = (
    recording.c.id,
    recording.c.sha,
    recording.c.start,
    recording.c.duration_s,
    recording.c.sport,
    recording.c.twin_of,
)


def join(db: Connection, id_: str) -> tuple[str, ...]:
    """Look for recordings of the same session; the one that came first leads. Returns the others' ids."""
    mine = db.execute(select(*_COLUMNS, recording.c.start_known).where(recording.c.id == id_)).one()
    if not mine.start_known or not mine.duration_s:
        return ()
    reach = timedelta(seconds=mine.duration_s * (1 / _SHARED - 1) + 1)
    near = (
        select(*_COLUMNS)
        .where(recording.c.start.between(mine.start - reach, mine.start + reach))
        .where(recording.c.start_known, ~recording.c.apart, recording.c.sha != mine.sha)
        .order_by(recording.c.added_at, recording.c.id)
    )
    same = [other for other in db.execute(near) if _same_session(mine, other)]
    if not same:
        return ()
    lead = same[0].twin_of or same[0].id
    db.execute(update(recording).where(recording.c.id == id_).values(twin_of=lead))
    return tuple(other.id for other in same)


def leave(db: Connection, id_: str) -> None:
    """Before a lead goes, the next of its twins takes the lead."""
    followers = select(recording.c.id).where(recording.c.twin_of == id_).order_by(recording.c.added_at, recording.c.id)
    ids = list(db.execute(followers).scalars())
    if ids:
        db.execute(update(recording).where(recording.c.twin_of == id_).values(twin_of=ids[0]))
        db.execute(update(recording).where(recording.c.id == ids[0]).values(twin_of=None))


def of(db: Connection, id_: str) -> tuple[str, ...]:
    """The other recordings of the same session, the lead first."""
    lead = select(recording.c.twin_of).where(recording.c.id == id_).scalar_subquery()
    group = select(recording.c.id).where(
        (recording.c.twin_of == id_) | (recording.c.id == lead) | (recording.c.twin_of == lead), recording.c.id != id_
    )
    return tuple(db.execute(group.order_by(recording.c.added_at, recording.c.id)).scalars())


def _same_session(one: Any, other: Any) -> bool:
    sports = {one.sport.casefold(), other.sport.casefold()} - _ANY_SPORT
    longer = max(one.duration_s, other.duration_s)
    later = max(one.start, other.start)
    end = min(one.start + timedelta(seconds=one.duration_s), other.start + timedelta(seconds=other.duration_s))
    return len(sports) < 2 and (end - later).total_seconds() >= _SHARED * longer
