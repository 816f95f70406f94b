"""What the pages of one site share: the runner's own site at /, and the demo runner's at /demo."""

from collections.abc import Callable
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING

from fastapi import Request

if TYPE_CHECKING:
    from backstride.store import Store


class Site:
    """A store behind a path prefix. The store is opened at the first use: nobody pays for a demo not looked at."""

    def __init__(self, opener: "Callable[[], Store]", *, prefix: str = "", simulated: bool = False) -> None:
        self.prefix = prefix
        self.simulated = simulated
        self._opener = opener
        self._lock = Lock()

    @property
    def store(self) -> "Store":
        with self._lock:
            return self._store

    @cached_property
    def _store(self) -> "Store":
        return self._opener()


def site_of(request: Request) -> Site:
    """The site a request is for."""
    site: Site = request.app.state.site
    return site
