"""What was imported and what waits to be: the tables import_log and job."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, case, insert, select, update

from backstride.message import Message
from backstride.store.codec import from_json, to_json
from backstride.store.database import Database
from backstride.store.schema import import_log, job


@dataclass(frozen=True, slots=True)
class LogRow:
    """What became of one file of an import."""

    id: int
    at: datetime
    name: str
    became: str
    message: Message | None
    ids: tuple[str, ...]
    twins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class JobRow:
    """One thing handed in: `done` of `total` files so far. `state` is waiting, running or done."""

    id: str
    name: str
    state: str
    done: int
    total: int
    made_at: datetime
    ended_at: datetime | None


class Journal:
    """Written by imports, read by the import log and the upload queue."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(
        self,
        name: str,
        became: str,
        message: Message | None,
        ids: Iterable[str],
        twins: Iterable[str],
        job_id: str | None,
    ) -> None:
        values = {
            "at": datetime.now(UTC),
            "job_id": job_id,
            "name": name,
            "became": became,
            "message": None if message is None else to_json(message),
            "ids": tuple(ids),
            "twins": tuple(twins),
        }
        with self._database.writing() as db:
            db.execute(insert(import_log).values(values))

    def lines(self, *, limit: int, before: int | None = None, job_id: str | None = None) -> tuple[LogRow, ...]:
        """The newest lines first; `before` is the id of the last line already seen."""
        query = select(import_log).order_by(import_log.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(import_log.c.id < before)
        if job_id is not None:
            query = query.where(import_log.c.job_id == job_id)
        with self._database.reading() as db:
            return tuple(_log_row(row) for row in db.execute(query))

    def new_job(self, id_: str, name: str) -> None:
        values = {"id": id_, "name": name, "state": "waiting", "done": 0, "total": 1, "made_at": datetime.now(UTC)}
        with self._database.writing() as db:
            db.execute(insert(job).values(values))

    def next_job(self) -> JobRow | None:
        """The oldest one that waits."""
        with self._database.reading() as db:
            waiting = select(job).where(job.c.state == "waiting").order_by(job.c.made_at, job.c.id).limit(1)
            row = db.execute(waiting).first()
        return None if row is None else _job_row(row)

    def update_job(self, id_: str, state: str, done: int, total: int) -> None:
        ended = datetime.now(UTC) if state == "done" else None
        with self._database.writing() as db:
            db.execute(update(job).where(job.c.id == id_).values(state=state, done=done, total=total, ended_at=ended))

    def reopen_jobs(self) -> None:
        """What was running when its process ended waits again."""
        with self._database.writing() as db:
            db.execute(update(job).where(job.c.state == "running").values(state="waiting", done=0, total=1))

    def jobs(self, *, limit: int) -> tuple[JobRow, ...]:
        """Those that are not done, oldest first, then the newest of the others."""
        done = job.c.state == "done"
        order = (done, case((done, None), else_=job.c.made_at), job.c.made_at.desc())
        with self._database.reading() as db:
            return tuple(_job_row(row) for row in db.execute(select(job).order_by(*order).limit(limit)))

    def waiting_ids(self) -> frozenset[str]:
        """The jobs whose file is still needed."""
        with self._database.reading() as db:
            return frozenset(db.execute(select(job.c.id).where(job.c.state != "done")).scalars())


def _log_row(row: Row[Any]) -> LogRow:
    message = from_json(Message, row.message) if row.message else None
    return LogRow(row.id, row.at, row.name, row.became, message, tuple(row.ids), tuple(row.twins))


def _job_row(row: Row[Any]) -> JobRow:
    return JobRow(row.id, row.name, row.state, row.done, row.total, row.made_at, row.ended_at)
