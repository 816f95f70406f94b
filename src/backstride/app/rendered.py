"""Bytes that take long to make, kept in memory up to a limit; what was not asked for longest goes first."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock


class Rendered:
    """A bounded memory of files. Of many who ask for the same at once, one makes it and the others wait."""

    def __init__(self, most_bytes: int) -> None:
        self._most = most_bytes
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._making: dict[str, Lock] = {}
        self._lock = Lock()

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under the key, else what `make` gives. A file beyond the limit is given and not kept."""
        with self._lock:
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
            try:
                made = make()
                with self._lock:
                    self._keep(key, made)
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return made

    def _keep(self, key: str, made: bytes) -> None:
        self._kept[key] = made
        while self._kept and sum(map(len, self._kept.values())) > self._most:
            self._kept.popitem(last=False)
