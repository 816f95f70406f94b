"""The engine for one machine's cores."""

import multiprocessing
import os
import signal
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from multiprocessing import connection
from threading import Thread
from typing import Any

from backstride.bulk import Done, Guarded, Item, Result, Task
from backstride.message import say

_CHUNK = 4
_CHUNK_BYTES = 8 << 20
_WINDOW_BYTES = 256 << 20
_CHUNKS_PER_WORKER = 2  # one at work, and one so that it need not wait for the next


class Processes:
    """One process a core, started at the first need and kept until `close`."""

    def __init__(self, workers: int | None = None, chunk: int = _CHUNK) -> None:
        self._workers = workers or _cores()
        self._chunk = chunk
        self._pool: ProcessPoolExecutor | None = None

    def map(
        self, function: Guarded[Item, Result], tasks: Iterable[Task[Item] | Done[Result]]
    ) -> Iterator[Done[Result]]:
        under_way: dict[Future[list[Done[Result]]], list[Task[Item]]] = {}
        chunk: list[Task[Item]] = []
        try:
            for task in tasks:
                if isinstance(task, Done):
                    yield task
                    continue
                chunk.append(task)
                if len(chunk) >= self._chunk or _weight(chunk) >= _CHUNK_BYTES:
                    under_way[self._submit(function, chunk)] = chunk
                    chunk = []
                while self._full(under_way.values()):
                    yield from self._finished(function, under_way)
            if chunk:
                under_way[self._submit(function, chunk)] = chunk
            while under_way:
                yield from self._finished(function, under_way)
        finally:
            for future in under_way:
                future.cancel()

    def close(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None

    def _full(self, chunks: Iterable[list[Task[Item]]]) -> bool:
        under_way = list(chunks)
        weight = sum(_weight(chunk) for chunk in under_way)
        return len(under_way) >= _CHUNKS_PER_WORKER * self._workers or weight >= _WINDOW_BYTES

    def _submit(self, function: Guarded[Item, Result], chunk: list[Task[Item]]) -> Future[list[Done[Result]]]:
        try:
            return self._ready_pool(function).submit(_apply, function, chunk)
        except BrokenProcessPool:
            self.close()
            return self._ready_pool(function).submit(_apply, function, chunk)

    def _ready_pool(self, function: Guarded[Any, Any]) -> ProcessPoolExecutor:
        if self._pool is None:
            methods = multiprocessing.get_all_start_methods()
            context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
            if "forkserver" in methods:  # what the workers need is imported once, before they are forked
                context.set_forkserver_preload(["__main__", function.function.__module__])
            self._pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_start_worker)
        return self._pool

    def _finished(
        self, function: Guarded[Item, Result], under_way: dict[Future[list[Done[Result]]], list[Task[Item]]]
    ) -> Iterator[Done[Result]]:
        """Answers of the chunks that are done; waits for the first of them."""
        finished, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in finished:
            try:
                answers = future.result()
            except BrokenProcessPool:
                lost = list(chain.from_iterable(under_way.values()))
                under_way.clear()
                yield from self._one_by_one(function, lost)
                return
            del under_way[future]
            yield from answers

    def _one_by_one(self, function: Guarded[Item, Result], tasks: Sequence[Task[Item]]) -> Iterator[Done[Result]]:
        """After a worker died: which of the items under way did it? All others get their answer."""
        self.close()
        for task in tasks:
            try:
                yield from self._submit(function, [task]).result()
            except BrokenProcessPool:
                self.close()
                yield Done(task.number, error=say("the analysis was ended by the system, perhaps for lack of memory"))


def _apply(function: Guarded[Item, Result], chunk: list[Task[Item]]) -> list[Done[Result]]:
    return [function(task) for task in chunk]


def _start_worker() -> None:
    """Ctrl-C is the caller's to handle; and a worker whose caller was killed must not stay behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


def _weight(chunk: Iterable[Task[Any]]) -> int:
    return sum(task.weight for task in chunk)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
