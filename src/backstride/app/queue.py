"""Uploads: kept in the data folder the moment they arrive, imported in the background, also after a restart.

When nothing waits, recordings are analysed again whose analysis is by an older recipe, or that someone asked for.
"""

import uuid
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath
from threading import Event, Thread
from typing import IO

from backstride import gait
from backstride.app.alone import only_one
from backstride.app.analysing import Analysing, analyse_waiting
from backstride.app.intake import Became, Found, ImportLine, Progress, import_found, readable
from backstride.app.own_records import look_further
from backstride.bulk import Engine
from backstride.bulk.engines import engine as engine_named
from backstride.errors import BackstrideError
from backstride.message import Message, say
from backstride.store import DatabaseError, JobRow, Store

_LOOK_AGAIN_S = 5.0
_AFTER_TROUBLE_S = 10.0
_LINES = 200


@dataclass(frozen=True, slots=True)
class Job:
    """One upload. `state` is waiting, running or done; `done` of `total` counts files, more than one in an archive."""

    id: str
    name: str
    state: str
    done: int
    total: int
    lines: tuple[ImportLine, ...]


class Queue:
    """The uploads of one store and the thread that imports them, among all processes of the store the only one.

    trouble     what keeps the queue from working just now; None while all is well
    analysing   how far a re-analysis is; None while none runs
    """

    def __init__(self, store: Store, *, engine: str = "processes") -> None:
        self.trouble: Message | None = None
        self.analysing: Analysing | None = None
        self._store = store
        self._engine_name = engine
        self._engine: Engine | None = None
        self._unlooked = True  # recordings may hold records that nobody saw yet
        self._wake = Event()
        self._stop = Event()
        self._thread = Thread(target=self._work, name="backstride-queue", daemon=True)
        self._thread.start()

    def submit(self, name: str, content: bytes | Path | IO[bytes]) -> str:
        """Take a file in: its bytes, a file to copy, or an open one. It is safe once this returns the job's id."""
        id_ = uuid.uuid4().hex
        if isinstance(content, bytes):
            self._store.files.put([(self._spooled(id_), content)])
        else:
            self._store.files.put_stream(self._spooled(id_), content)
        self._store.journal.new_job(id_, readable(PurePath(name).name) or "-")
        self._wake.set()
        return id_

    def look(self) -> None:
        """Something is to be done: do not wait for the next look."""
        self._wake.set()

    def jobs(self, limit: int = 50) -> tuple[Job, ...]:
        """What is under way and what waits, then the newest of what is done."""
        return tuple(self._shown(row) for row in self._store.journal.jobs(limit=limit))

    def wait_until_idle(self, timeout_s: float) -> bool:
        """Wait until nothing waits or runs; returns whether that came true in time."""
        ticks = max(1, round(timeout_s / 0.05))
        return any(not self._store.journal.waiting_ids() or self._stop.wait(0.05) for _ in range(ticks))

    def close(self) -> None:
        """Stop after the file under way; what waits is done after the next start."""
        self._stop.set()
        self._wake.set()
        self._thread.join()
        if self._engine is not None:
            self._engine.close()

    def _spooled(self, id_: str) -> Path:
        return self._store.files.spool / id_

    def _shown(self, row: JobRow) -> Job:
        lines = self._store.journal.lines(limit=_LINES, job_id=row.id) if row.done else ()
        shown = tuple(ImportLine(one.name, Became(one.became), one.message, one.ids, one.twins) for one in lines)
        return Job(row.id, row.name, row.state, row.done, row.total, shown)

    def _work(self) -> None:
        with only_one(self._store.folder / "queue.lock", self._stop) as alone:
            if alone:
                self._through_trouble(self._take_over)
            while not self._stop.is_set():
                self._through_trouble(self._work_once)

    def _through_trouble(self, step: Callable[[], None]) -> None:
        """A full disk or a database that restarts must not end the thread: say so, wait, try again."""
        try:
            step()
            self.trouble = None
        except (BackstrideError, DatabaseError, OSError) as error:
            self.trouble = error.message if isinstance(error, BackstrideError) else say("{why}", why=str(error))
            self._stop.wait(_AFTER_TROUBLE_S)

    def _take_over(self) -> None:
        """What ran when the last process ended waits again; spooled files that nobody waits for go."""
        journal = self._store.journal
        journal.reopen_jobs()
        waiting = journal.waiting_ids()
        self._store.files.tidy_spool(waiting)

    def _work_once(self) -> None:
        if self.trouble is not None:  # it may have ended a job in the middle
            self._store.journal.reopen_jobs()
        job = self._store.journal.next_job()
        if job is not None:
            self._import(job)
            self._unlooked = True
        elif self._analyse_again():
            self._unlooked = True
        elif self._unlooked:
            self._unlooked = look_further(self._store)
        else:
            self._wake.wait(_LOOK_AGAIN_S)
            self._wake.clear()

    def _import(self, job: JobRow) -> None:
        journal = self._store.journal
        done, total = 0, 1
        path = self._spooled(job.id)
        journal.update_job(job.id, "running", done, total)

        def progressed(progress: Progress) -> None:
            nonlocal done, total
            done, total = progress.done, progress.total
            journal.update_job(job.id, "running", done, total)

        found = (Found(job.name, path.read_bytes),)
        lines = import_found(self._store, found, bulk_engine=self._workers(), on_progress=progressed, job_id=job.id)
        with closing(lines):
            for _ in lines:
                if self._stop.is_set():
                    return
        journal.update_job(job.id, "done", done, max(done, total))
        path.unlink(missing_ok=True)

    def _analyse_again(self) -> bool:
        """Work on what waits to be analysed again, until an upload comes. Returns whether there was anything."""
        pending = self._store.analyses.pending(gait.RECIPE)
        if not pending:
            return False
        with closing(analyse_waiting(self._store, pending, self._workers())) as steps:
            for step in steps:
                self.analysing = step
                if self._stop.is_set() or self._wake.is_set():
                    self._wake.clear()
                    break
        self.analysing = None
        return True

    def _workers(self) -> Engine:
        if self._engine is None:
            self._engine = engine_named(self._engine_name)
        return self._engine
