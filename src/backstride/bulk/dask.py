"""The engine for many machines: a Dask cluster, from a laptop to Slurm and Kubernetes."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Any

from backstride.bulk import Done, Guarded, Item, Result, Task
from backstride.errors import NotAllowed
from backstride.message import say

_PER_WORKER = 4  # chunks under way for each thread of the cluster
_CHUNK = 16  # a task costs the scheduler about a millisecond: chunks keep that small beside the work

# Without an address Dask would take its usual port for its pages, which fails where a cluster is running already.
_OF_THIS_MACHINE = {"threads_per_worker": 1, "host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}


class Dask:
    """On the Dask cluster at `address`, or on workers of this machine. Raises NotAllowed without the package."""

    def __init__(self, address: str | None = None) -> None:
        try:
            self._distributed: Any = import_module("distributed")
        except ModuleNotFoundError as error:
            raise NotAllowed(say("the engine dask needs an extra package: install backstride[dask]")) from error
        try:
            self._client = self._distributed.Client(address, **({} if address else _OF_THIS_MACHINE))
        except OSError as error:
            raise NotAllowed(say("no Dask cluster answers at {address}", address=str(address))) from error

    def map(
        self, function: Guarded[Item, Result], tasks: Iterable[Task[Item] | Done[Result]]
    ) -> Iterator[Done[Result]]:
        window = max(1, sum(self._client.nthreads().values())) * _PER_WORKER
        under_way = self._distributed.as_completed()
        chunk: list[Task[Item]] = []
        for task in tasks:
            if isinstance(task, Done):
                yield task
                continue
            chunk.append(task)
            if len(chunk) == _CHUNK:
                under_way.add(self._submit(function, chunk))
                chunk = []
            while under_way.count() >= window:
                yield from next(under_way).result()
        if chunk:
            under_way.add(self._submit(function, chunk))
        for future in under_way:
            yield from future.result()

    def close(self) -> None:
        self._client.close()

    def _submit(self, function: Guarded[Item, Result], chunk: list[Task[Item]]) -> Any:
        return self._client.submit(_apply, function, chunk, pure=False)


def _apply(function: Guarded[Item, Result], chunk: list[Task[Item]]) -> list[Done[Result]]:
    return [function(task) for task in chunk]
