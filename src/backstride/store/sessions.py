"""Sessions as they went, and which recordings were made of them: the tables session and session_recording.

A session names the recordings it is told of; the link to one that is kept is a row of its own, so that it goes with the
recording and comes back with it. What linked recordings say is summed up by the caller: a session waits for it
(`again`) from the moment a link or an analysis changes, whoever changes it, until `renew`.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, exists, func, insert, select, update

from backstride.errors import NotFound
from backstride.message import say
from backstride.session import Measured, Session
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.schema import recording, session, session_recording

_ORDER = (session.c.day, session.c.logged_at, session.c.kept_at, session.c.id)
_AT_ONCE = 500  # SQLite and PostgreSQL take a list of so many values in one question


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session with what only the keeping of it knows.

    named    the recordings it was told of, whether they are kept or not
    chosen   the person said which recordings are of it
    edition  rises with each change of its links or of their analyses
    """

    session: Session
    named: tuple[str, ...]
    chosen: bool
    edition: int


@dataclass(frozen=True, slots=True)
class Loose:
    """A recording that belongs to no session."""

    id: str
    name: str
    start: datetime
    start_known: bool
    duration_s: float
    backward_s: float
    added_at: datetime


class Sessions:
    """Reading and writing sessions and their links. Each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save_session(self, one: Session, *, chosen: bool = False, only_new: bool = False) -> bool:
        """Keep a session with its links, in the place of one with the same id. Returns whether it was kept.

        A recording that belonged to another session belongs to this one then. Named recordings that are not kept are
        remembered.
        chosen    the person said which recordings are of it: none links itself to it any more
        only_new  leave a session with this id, or one for the same planned session, as it is
        """
        with self._database.writing() as db:
            if only_new and _known(db, one):
                return False
            edition = db.execute(select(session.c.edition).where(session.c.id == one.id)).scalar()
            values = {
                "day": one.day,
                "planned": one.planned,
                "logged_at": one.logged_at,
                "kept_at": datetime.now(UTC),
                "chosen": chosen,
                "edition": (edition or 0) + 1,
                "again": False,
                "body": to_json(one),
            }
            if edition is None:
                db.execute(insert(session).values(id=one.id, **values))
            else:
                db.execute(update(session).where(session.c.id == one.id).values(values))
            _set_links(db, one.id, one.recordings)
        return True

    def session(self, id_: str) -> Session:
        """Raises NotFound."""
        return self.session_row(id_).session

    def session_row(self, id_: str) -> SessionRow:
        """Raises NotFound."""
        with self._database.reading() as db:
            return _get(db, id_)

    def session_of_planned(self, planned: str) -> Session | None:
        """How a planned session went, the last word on it; None where nothing was said."""
        query = select(session).where(session.c.planned == planned).order_by(session.c.logged_at.desc()).limit(1)
        with self._database.reading() as db:
            rows = _rows(db, query)
        return rows[0].session if planned and rows else None

    def sessions(
        self, since: date | None = None, until: date | None = None, *, limit: int | None = None
    ) -> tuple[Session, ...]:
        """From `since` to `until`, both included, oldest first; with `limit` the newest so many."""
        query = _between(select(session), since, until)
        query = query.order_by(*(column.desc() for column in _ORDER)).limit(limit)
        with self._database.reading() as db:
            rows = db.execute(query.with_only_columns(session.c.id, session.c.body)).all()
            links = _links(db, [row.id for row in rows])
        return tuple(_linked(_session(row.body), links[row.id]) for row in reversed(rows))

    def count_sessions(self, since: date | None = None, until: date | None = None) -> int:
        with self._database.reading() as db:
            return int(db.execute(_between(select(func.count()).select_from(session), since, until)).scalar_one())

    def every_row(self) -> tuple[SessionRow, ...]:
        """All sessions, oldest first."""
        with self._database.reading() as db:
            return tuple(_rows(db, select(session).order_by(*_ORDER)))

    def session_rows(self, days: Iterable[date]) -> tuple[SessionRow, ...]:
        """All sessions of these days."""
        found: list[SessionRow] = []
        with self._database.reading() as db:
            for some in _portions(sorted(set(days))):
                found += _rows(db, select(session).where(session.c.day.in_(some)).order_by(session.c.logged_at))
        return tuple(found)

    def logged_planned(self) -> frozenset[str]:
        """Planned sessions of which something was said or recorded."""
        with self._database.reading() as db:
            return frozenset(db.execute(select(session.c.planned).where(session.c.planned != "")).scalars())

    def newest_arrival(self) -> datetime:
        """When the last recording or session came; later ones are found by asking for what came after it."""
        with self._database.reading() as db:
            moments = [
                db.execute(select(func.max(column))).scalar() for column in (recording.c.added_at, session.c.kept_at)
            ]
        return max((moment for moment in moments if moment is not None), default=datetime(1970, 1, 1, tzinfo=UTC))

    def days_kept_after(self, moment: datetime) -> tuple[date, ...]:
        """The days of sessions that were logged, told anew or imported since."""
        with self._database.reading() as db:
            return tuple(db.execute(select(session.c.day).where(session.c.kept_at > moment).distinct()).scalars())

    def remove_session(self, id_: str) -> None:
        """Forget a session; its recordings stay and belong to none. Raises NotFound."""
        with self._database.writing() as db:
            if not db.execute(delete(session).where(session.c.id == id_)).rowcount:
                raise _nothing(id_)

    def link(self, id_: str, recordings: Sequence[str], *, chosen: bool = True) -> bool:
        """Say which recordings are of a session. Returns whether it was done.

        chosen  False: the link makes itself, and only while neither the session nor a recording has another
        Raises NotFound where the session is gone.
        """
        with self._database.writing() as db:
            row = _get(db, id_)
            taken = {other for other in _owners(db, recordings).values() if other != id_}
            if not chosen and (row.chosen or taken or row.session.recordings):
                return False
            body = replace(row.session, recordings=tuple(recordings))
            values = {"chosen": chosen, "body": to_json(body)}
            db.execute(update(session).where(session.c.id == id_).values(values))
            _set_links(db, id_, recordings)
        return True

    def link_named(self, id_: str) -> None:
        """Link again the recordings a session was told of, those that are kept by now and belong to no other."""
        with self._database.writing() as db:
            row = _get(db, id_)
            owners = _owners(db, row.named)
            _set_links(db, id_, [name for name in row.named if owners.get(name, id_) == id_])

    def session_of(self, recording_id: str) -> str | None:
        """The id of the session a recording belongs to."""
        query = select(session_recording.c.session_id).where(session_recording.c.recording_id == recording_id)
        with self._database.reading() as db:
            return db.execute(query).scalar()

    def loose(
        self, *, since: datetime | None = None, until: datetime | None = None, added: datetime | None = None
    ) -> tuple[Loose, ...]:
        """Recordings of no session, each group of twins once, oldest first: begun in [since, until), added after."""
        linked = exists().where(session_recording.c.recording_id == recording.c.id)
        names = ("id", "name", "start", "start_known", "duration_s", "backward_s", "added_at")
        query = select(*(recording.c[name] for name in names)).where(~linked, recording.c.twin_of.is_(None))
        if since is not None:
            query = query.where(recording.c.start >= since)
        if until is not None:
            query = query.where(recording.c.start < until)
        if added is not None:
            query = query.where(recording.c.added_at > added)
        with self._database.reading() as db:
            return tuple(Loose(*row) for row in db.execute(query.order_by(recording.c.start, recording.c.id)))

    def waiting(self) -> tuple[SessionRow, ...]:
        """Sessions whose measured part is to be summed up again."""
        with self._database.reading() as db:
            return tuple(_rows(db, select(session).where(session.c.again)))

    def renew(self, id_: str, edition: int, measured: Measured | None) -> bool:
        """Keep what the recordings say, unless they say something else since `edition` was read. Returns whether."""
        with self._database.writing() as db:
            row = db.execute(select(session).where(session.c.id == id_, session.c.edition == edition)).first()
            if row is None:
                return False
            body = replace(from_json(Session, row.body), measured=measured)
            db.execute(update(session).where(session.c.id == id_).values(body=to_json(body), again=False))
        return True


def touch(db: Connection, recording_id: str) -> None:
    """What a recording says has changed, or it goes: the session it belongs to is to be summed up again."""
    mine = select(session_recording.c.session_id).where(session_recording.c.recording_id == recording_id)
    raised = update(session).where(session.c.id.in_(mine))
    db.execute(raised.values(edition=session.c.edition + 1, again=True))


def hand_over(db: Connection, recording_id: str, twins: Sequence[str]) -> None:
    """A recording goes: of its twins, one that belongs to no session takes its place in the session it belongs to."""
    touch(db, recording_id)
    taken = _owners(db, twins)
    heir = next((twin for twin in twins if twin not in taken), None)
    if heir is not None:
        mine = session_recording.c.recording_id == recording_id
        db.execute(update(session_recording).where(mine).values(recording_id=heir))


def _known(db: Connection, one: Session) -> bool:
    same = session.c.id == one.id
    if one.planned:
        same |= session.c.planned == one.planned
    return db.execute(select(session.c.id).where(same)).first() is not None


def _set_links(db: Connection, id_: str, recordings: Sequence[str]) -> None:
    """Link these and no others; every session that wins or loses one is to be summed up again."""
    wanted = list(dict.fromkeys(recordings))
    kept = [name for name in wanted if db.execute(select(recording.c.id).where(recording.c.id == name)).first()]
    before = _links(db, [id_])[id_]
    if set(before) == set(kept):
        if kept:
            touch(db, kept[0])
        return
    for name in kept:
        touch(db, name)
    db.execute(delete(session_recording).where(session_recording.c.session_id == id_))
    db.execute(delete(session_recording).where(session_recording.c.recording_id.in_(kept)))
    if kept:
        db.execute(insert(session_recording), [{"session_id": id_, "recording_id": name} for name in kept])
    db.execute(update(session).where(session.c.id == id_).values(edition=session.c.edition + 1, again=True))


def _owners(db: Connection, recordings: Sequence[str]) -> dict[str, str]:
    """By recording the session it belongs to."""
    query = select(session_recording).where(session_recording.c.recording_id.in_(list(recordings)))
    return {row.recording_id: row.session_id for row in db.execute(query)}


def _links(db: Connection, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    columns = (session_recording.c.session_id, session_recording.c.recording_id)
    for some in _portions(ids):
        query = select(*columns).join(recording).where(session_recording.c.session_id.in_(some))
        for row in db.execute(query.order_by(recording.c.start, recording.c.id)):
            found[row.session_id].append(row.recording_id)
    return {id_: tuple(found[id_]) for id_ in ids}


def _rows(db: Connection, query: Select[Any]) -> list[SessionRow]:
    rows = db.execute(query).all()
    links = _links(db, [row.id for row in rows])
    return [_row(row, links[row.id]) for row in rows]


def _row(row: Row[Any], linked: tuple[str, ...]) -> SessionRow:
    body = _session(row.body)
    return SessionRow(_linked(body, linked), body.recordings, row.chosen, row.edition)


def _linked(one: Session, recordings: tuple[str, ...]) -> Session:
    return one if one.recordings == recordings else replace(one, recordings=recordings)


@lru_cache(maxsize=4096)
def _session(text: str) -> Session:
    """Pages read all of somebody's sessions again and again: equal texts are read once."""
    return from_json(Session, text)


def _get(db: Connection, id_: str) -> SessionRow:
    rows = _rows(db, select(session).where(session.c.id == id_))
    if not rows:
        raise _nothing(id_)
    return rows[0]


def _nothing(id_: str) -> NotFound:
    return NotFound(say("there is no session {id}", id=id_))


def _between(query: Select[Any], since: date | None, until: date | None) -> Select[Any]:
    if since is not None:
        query = query.where(session.c.day >= since)
    return query if until is None else query.where(session.c.day <= until)


def _portions(values: Sequence[Any]) -> Iterable[Sequence[Any]]:
    return (values[start : start + _AT_ONCE] for start in range(0, len(values), _AT_ONCE))
