"""What the pages of one site share: the runner's own site at /, and the demo runner's at /demo."""

from collections.abc import Callable
from functools import cached_property
from threading import Lock

from fastapi import Request

from backstride.app import Store
from backstride.app.queue import Queue


class Site:
    """A store behind a path prefix. The store is opened at the first use: nobody pays for a demo not looked at.

    own       the site of the reader's own recordings: this one, except in the demo
    has_demo  whether there is a demo to look at
    """

    def __init__(
        self, opener: Callable[[], Store], *, prefix: str = "", own: "Site | None" = None, has_demo: bool = False
    ) -> None:
        self.prefix = prefix
        self.own = own or self
        self.has_demo = has_demo
        self._opener = opener
        self._lock = Lock()

    @property
    def simulated(self) -> bool:
        """Whether this is the demo."""
        return self.own is not self

    @cached_property
    def queue(self) -> Queue:
        """What is handed in through this site, imported one after the other."""
        return Queue(self.store)

    @property
    def store(self) -> Store:
        with self._lock:
            return self._store

    @cached_property
    def _store(self) -> Store:
        return self._opener()


def site_of(request: Request) -> Site:
    """The site a request is for."""
    site: Site = request.app.state.site
    return site
