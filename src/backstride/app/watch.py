"""A folder whose files are imported as they appear."""

import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from threading import Event

from backstride.app.intake import Found, ImportLine, files_below, import_found
from backstride.bulk import Engine
from backstride.bulk.engines import engine as engine_named
from backstride.errors import NotFound
from backstride.message import say
from backstride.store import Store

_LOOK_S = 0.5

_Seen = tuple[int, int]  # size and time of the last change


def watch(
    store: Store, folder: Path, stop: Event, *, engine: str = "processes", settle_s: float = 2.0
) -> Iterator[ImportLine]:
    """Import what is in a folder and below, then whatever appears, until `stop` is set. Raises NotFound.

    A file is taken once it has not changed for `settle_s` seconds: before that it may still be being copied. Files that
    are kept already have no line.
    """
    from watchfiles import watch as changes

    if not folder.is_dir():
        raise NotFound(say("there is no folder {folder}", folder=str(folder)))
    settling = _Settling(store, folder, settle_s)
    with closing(engine_named(engine)) as workers:
        # The file system wakes us at once; looking again at intervals tells when a file has settled.
        for _ in changes(
            folder, stop_event=stop, yield_on_timeout=True, rust_timeout=int(_LOOK_S * 1000), debounce=200
        ):
            yield from _import(store, settling.settled(), workers)


def _import(store: Store, files: list[tuple[Path, str]], workers: Engine) -> Iterator[ImportLine]:
    found = [Found(shown, path.read_bytes) for path, shown in files]
    if found:
        yield from import_found(store, found, bulk_engine=workers, known=False)


class _Settling:
    """Which files have stopped growing, each told once for each of its states."""

    def __init__(self, store: Store, folder: Path, settle_s: float) -> None:
        self._store = store
        self._folder = folder
        self._settle_s = settle_s
        self._since: dict[Path, tuple[_Seen, float]] = {}
        self._told: dict[Path, _Seen] = {}

    def settled(self) -> list[tuple[Path, str]]:
        ready = []
        now = time.monotonic()
        for path, shown in files_below(self._store, (self._folder,)):
            seen = _look(path)
            if seen is None or self._told.get(path) == seen:
                continue
            before = self._since.get(path)
            if before is None or before[0] != seen:
                self._since[path] = (seen, now)
            elif now - before[1] >= self._settle_s:
                self._told[path] = seen
                del self._since[path]
                ready.append((path, shown))
        return ready


def _look(path: Path) -> _Seen | None:
    try:
        found = path.stat()
    except OSError:  # moved away between the listing and the look
        return None
    return found.st_size, found.st_mtime_ns
