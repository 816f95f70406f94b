"""Importing: one file, many files, an archive, uploads in a queue, a folder that is watched.

Read -> analyse on workers, keep in the caller's own process: one writer. A file is kept whole or not at all, so an
import that ends in the middle, however it ends, is finished by running it again.
"""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from backstride.app.intake import Became, Found, ImportLine, OnProgress, Progress, files_below, import_found, readable
from backstride.app.queue import Job, Queue
from backstride.app.watch import watch
from backstride.bulk.engines import engine as engine_named
from backstride.message import Message
from backstride.store import Store

__all__ = [
    "Became",
    "ImportLine",
    "Job",
    "LoggedLine",
    "Progress",
    "Queue",
    "import_file",
    "import_log",
    "import_paths",
    "watch",
]


@dataclass(frozen=True, slots=True)
class LoggedLine:
    """A line of the import log. `id` is the place to go on from."""

    id: int
    at: datetime
    name: str
    became: Became
    message: Message | None
    ids: tuple[str, ...]
    twins: tuple[str, ...]


def import_file(store: Store, name: str, data: bytes) -> Iterator[ImportLine]:
    """Keep one file, or all the files of an archive. The work is done here; for many files see `import_paths`."""
    found = Found(readable(name), lambda: data)
    yield from import_found(store, (found,), bulk_engine=engine_named("here"))


def import_paths(
    store: Store, paths: Iterable[Path], *, engine: str = "processes", on_progress: OnProgress | None = None
) -> Iterator[ImportLine]:
    """Keep files, folders (with all below them, hidden ones left out) and archives."""
    store.files.tidy()
    found = [Found(shown, path.read_bytes) for path, shown in files_below(store, paths)]
    alone = len(found) == 1 and Path(found[0].shown).suffix.lower() != ".zip"
    with closing(engine_named("here" if alone else engine)) as workers:
        yield from import_found(store, found, bulk_engine=workers, on_progress=on_progress)


def import_log(store: Store, limit: int = 100, before: int | None = None) -> tuple[LoggedLine, ...]:
    """The newest lines of all imports; `before` is the id of the last line already seen."""
    return tuple(
        LoggedLine(row.id, row.at, row.name, Became(row.became), row.message, row.ids, row.twins)
        for row in store.journal.lines(limit=limit, before=before)
    )
