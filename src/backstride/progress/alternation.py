"""A trial with one person: weeks with backward sessions and weeks without, by lot, and an exact test of the lot.

Weeks come in pairs; a coin says which of the two is with. Whatever else changes from week to week, the coin did not
know of it: so the mean difference within pairs is held against all the ways in which the coins could have fallen
(a randomisation test; Edgington and Onghena, Randomization Tests, 4th edition, 2007). Nothing is assumed of the noise.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from statistics import mean

import numpy as np

FEWEST_PAIRS, MOST_PAIRS = 6, 12  # five pairs give no share of 5 % or less, whatever they show


@dataclass(frozen=True, slots=True)
class Alternation:
    """begun: the first day of the first week; with_: for each week whether it is one with backward sessions.

    outcome  key of the outcome that is compared (`progress.outcomes.OUTCOMES`)
    """

    begun: date
    outcome: str
    with_: tuple[bool, ...]

    @property
    def pairs(self) -> int:
        return len(self.with_) // 2

    @property
    def ends(self) -> date:
        """The last day."""
        return self.begun + timedelta(days=7 * len(self.with_) - 1)

    def week(self, day: date) -> int | None:
        """The number of the week a day lies in, from 0; None outside."""
        number = (day - self.begun).days // 7
        return number if 0 <= number < len(self.with_) else None


@dataclass(frozen=True, slots=True)
class Difference:
    """With minus without.

    chance  share of all ways the coins could have fallen that give a difference at least as large, either way
    least   the smallest share that so many pairs can give: above 0.05 nothing can be told yet
    pairs   how many pairs of weeks have a try in each
    """

    value: float
    chance: float
    least: float
    pairs: int


def drawn(begun: date, outcome: str, pairs: int, coin: np.random.Generator) -> Alternation:
    """Weeks by lot, in balanced pairs. Raises ValueError outside `FEWEST_PAIRS` to `MOST_PAIRS`."""
    if not FEWEST_PAIRS <= pairs <= MOST_PAIRS:
        raise ValueError(f"{pairs} pairs: from {FEWEST_PAIRS} to {MOST_PAIRS}")
    falls = coin.integers(0, 2, pairs).astype(bool)
    return Alternation(begun, outcome, tuple(bool(week) for fell in falls for week in (fell, not fell)))


def difference(one: Alternation, values: Sequence[tuple[date, float]]) -> Difference | None:
    """Weeks with against weeks without; None before one pair is whole. A week counts by the mean of its tries."""
    weeks = _weeks(one, values)
    steps = [
        (weeks[first] - weeks[first + 1]) * (1 if one.with_[first] else -1)
        for first in range(0, len(one.with_), 2)
        if first in weeks and first + 1 in weeks
    ]
    if not steps:
        return None
    seen = abs(mean(steps))
    every = [abs(mean(sign * step for sign, step in zip(signs, steps, strict=True))) for signs in _falls(len(steps))]
    as_large = sum(other >= seen - 1e-12 for other in every)
    return Difference(mean(steps), as_large / len(every), min(1.0, 2 / len(every)), len(steps))


def _weeks(one: Alternation, values: Sequence[tuple[date, float]]) -> Mapping[int, float]:
    found: dict[int, list[float]] = {}
    for day, value in values:
        week = one.week(day)
        if week is not None:
            found.setdefault(week, []).append(value)
    return {week: mean(rows) for week, rows in found.items()}


def _falls(pairs: int) -> Iterator[tuple[int, ...]]:
    return product((1, -1), repeat=pairs)
