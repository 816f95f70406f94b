"""What the pages of one site share: the runner's own site at /, and the demo runner's at /demo."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from threading import Lock

from fastapi import Request

from backstride.app import Queue, Store


class Site:
    """A store behind a path prefix. The store is opened at the first use: nobody pays for a demo not looked at.

    own       the site of the reader's own recordings: this one, except in the demo
    has_demo  whether there is a demo to look at
    engine    what imports run on
    """

    def __init__(
        self,
        opener: Callable[[], Store],
        *,
        prefix: str = "",
        own: "Site | None" = None,
        has_demo: bool = False,
        engine: str = "processes",
    ) -> None:
        self.prefix = prefix
        self.own = own or self
        self.has_demo = has_demo
        self._opener = opener
        self._engine = engine
        self._lock = Lock()
        self._executor = ThreadPoolExecutor(1, "backstride-open")
        self._opening: Future[Store] | None = None

    @property
    def simulated(self) -> bool:
        """Whether this is the demo."""
        return self.own is not self

    @cached_property
    def queue(self) -> Queue:
        """What is handed in through this site, imported in the background. Its thread starts at the first use."""
        return Queue(self.store, engine=self._engine)

    def close(self) -> None:
        """Stop what this site started; a store that was given stays open."""
        if "queue" in self.__dict__:
            self.queue.close()
        if self.simulated and self._opening is not None and self._opening.exception() is None:
            self._opening.result().close()
        self._executor.shutdown()

    @property
    def store(self) -> Store:
        """The store, once it is open."""
        return self._opened().result()

    def ready(self, patience_s: float) -> bool:
        """Whether the store is open, or opens within that time. Raises what opening it raised."""
        try:
            self._opened().result(patience_s)
        except TimeoutError:
            return False
        return True

    def _opened(self) -> Future[Store]:
        """Opening goes on in its own thread, once; after a failure the next one to ask tries again."""
        with self._lock:
            if self._opening is None or (self._opening.done() and self._opening.exception() is not None):
                self._opening = self._executor.submit(self._opener)
            return self._opening


def site_of(request: Request) -> Site:
    """The site a request is for."""
    site: Site = request.app.state.site
    return site
