"""Many items through one function, on any engine. Workers compute; only the caller writes.

    for outcome in run(function, items, engine):
        ...

An item that needs no work travels as Ready and comes out at once, in its turn. Order is otherwise the engine's own.
"""

from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from backstride.errors import BackstrideError
from backstride.message import Message, say

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Ready(Generic[Result]):
    """In the place of an item: its result is known already."""

    result: Result


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Item, Result]):
    """What became of one item: a result, or the reason there is none. `item` is None for what came in Ready."""

    item: Item | None
    result: Result | None = None
    error: Message | None = None


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """An item on its way to a worker. Its number comes back instead of the item, which may be large."""

    number: int
    item: Item
    weight: int


@dataclass(frozen=True, slots=True)
class Done(Generic[Result]):
    """What a worker sends back."""

    number: int
    result: Result | None = None
    error: Message | None = None


@dataclass(frozen=True, slots=True)
class Guarded(Generic[Item, Result]):
    """`function`, with a failure turned into an answer so that one bad item stops nothing."""

    function: Callable[[Item], Result]

    def __call__(self, task: Task[Item]) -> Done[Result]:
        try:
            return Done(task.number, self.function(task.item))
        except BackstrideError as error:
            return Done(task.number, error=error.message)
        except Exception as error:  # noqa: BLE001 - the one broad except of the code: a worker's edge
            return Done(task.number, error=say("{kind}: {text}", kind=type(error).__name__, text=str(error)))


class Engine(Protocol):
    """What can map a guarded function over tasks. A Done among the tasks is passed on as it is."""

    def map(
        self, function: Guarded[Item, Result], tasks: Iterable[Task[Item] | Done[Result]]
    ) -> Iterator[Done[Result]]:
        """Take tasks as workers become free, never all at once; give answers as they come."""

    def close(self) -> None:
        """Let the workers go."""


def run(
    function: Callable[[Item], Result],
    items: Iterable[Item | Ready[Result]],
    engine: Engine,
    weigh: Callable[[Item], int] | None = None,
) -> Generator[Outcome[Item, Result], None, None]:
    """Apply `function` to every item on `engine`; stop early by closing the iterator.

    weigh  how many bytes an item is, so that few large items are under way at once, or many small ones
    """
    under_way: dict[int, Item] = {}

    def tasks() -> Iterator[Task[Item] | Done[Result]]:
        for number, item in enumerate(items):
            if isinstance(item, Ready):
                yield Done(number, item.result)
            else:
                under_way[number] = item
                yield Task(number, item, weigh(item) if weigh else 0)

    for done in engine.map(Guarded(function), tasks()):
        yield Outcome(under_way.pop(done.number, None), done.result, done.error)
