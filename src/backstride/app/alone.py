"""A lock that the system takes back when its process ends, however it ends."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import IO

_TRY_AGAIN_S = 1.0


@contextmanager
def only_one(path: Path, stop: Event) -> Iterator[bool]:
    """Wait until no other process holds the lock at `path`. Yields False where `stop` came first."""
    with path.open("a+b") as handle:
        while not (held := _lock(handle)) and not stop.wait(_TRY_AGAIN_S):
            pass
        yield held


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: IO[bytes]) -> bool:
        handle.seek(0)
        with suppress(OSError):
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
            return True
        return False
else:
    import fcntl

    def _lock(handle: IO[bytes]) -> bool:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        return False
