"""`python -m benchmarks speed [names]`: runs every benchmarks/speed/bench_*.py and prints its figures."""

import importlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.figure import Figure

MARK = {True: "reached", False: "MISSED", None: ""}


def names() -> list[str]:
    return sorted(path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py"))


def measured(wanted: Sequence[str]) -> Iterator[tuple[str, Figure]]:
    for name in wanted:
        module = importlib.import_module(f"benchmarks.speed.bench_{name}")
        for figure in module.measure():
            yield name, figure


def main(arguments: Sequence[str]) -> int:
    """0 where every target is reached."""
    wanted = list(arguments) or names()
    if unknown := sorted(set(wanted) - set(names())):
        print(f"No such benchmark: {', '.join(unknown)}. There are: {', '.join(names())}.", file=sys.stderr)
        return 2
    missed = False
    for name, figure in measured(wanted):
        missed |= figure.reached is False
        value = f"{figure.value:,.4g} {figure.unit}"
        print(f"{name:<12} {figure.name:<58} {value:>18}  {figure.target:<16} {MARK[figure.reached]:<8} {figure.note}")
        sys.stdout.flush()
    return int(missed)
