"""The engine that needs nothing: one item after another, in this process."""

from collections.abc import Iterable, Iterator

from backstride.bulk import Done, Guarded, Item, Result, Task


class Here:
    """In this process, one after another."""

    def map(
        self, function: Guarded[Item, Result], tasks: Iterable[Task[Item] | Done[Result]]
    ) -> Iterator[Done[Result]]:
        for task in tasks:
            yield task if isinstance(task, Done) else function(task)

    def close(self) -> None:
        """There is nothing to close."""
