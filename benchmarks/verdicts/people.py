"""Simulated people who are tested before and after: their noise is known, and so is whether anything changed."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from backstride.evidence import verdicts as claims
from backstride.progress.change import FADES_DAYS, SHARES, Point
from backstride.recording import FloatArray

START = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Plan:
    """When tries are made: days since the first one, before and after training."""

    before: tuple[int, ...]
    after: tuple[int, ...]

    @property
    def says(self) -> str:
        gap = self.before[1] - self.before[0]
        return f"{len(self.before)} before, {len(self.after)} after, {gap} days apart"


def planned(before: int, after: int, gap: int, training: int = 42) -> Plan:
    """Tries a number of days apart, with days of training between the last before and the first after."""
    first = tuple(gap * n for n in range(before))
    return Plan(first, tuple(first[-1] + training + gap * n for n in range(after)))


@dataclass(frozen=True, slots=True)
class World:
    """How tries of a person differ though nothing changed, in standard deviations of one try.

    share, fade  of the noise a share that fades within days; None: a possibility of the model, drawn by its weight
    tails        degrees of freedom of Student's t that the noise follows; None: normal
    learning     how much worse the first try is for being the first; half as much the second, and so on
    drift        change over 100 days that has nothing to do with training
    weekly       not a possibility of the model: how alike values a week apart are lies evenly between 0 and this
    error        beside it each try has an error of its own, of a share of all noise that lies evenly between 0 and 1
    """

    says: str
    share: float | None = None
    fade: float = 10.0
    tails: int | None = None
    learning: float = 0.0
    drift: float = 0.0
    weekly: float | None = None
    error: bool = False

    def drawn(self, chance: np.random.Generator) -> tuple[float, float]:
        """Share and fade (days) of one person."""
        if self.weekly is not None:
            alike = chance.uniform(1e-6, self.weekly)
            return float(chance.uniform()) if self.error else 1.0, float(-7.0 / np.log(alike))
        if self.share is not None:
            return self.share, self.fade
        return float(chance.choice(SHARES)), float(chance.choice(FADES_DAYS))


ANYBODY = World("anybody: as the model weighs its possibilities")
WORLDS: tuple[World, ...] = (
    ANYBODY,
    World("every try on its own", 0.0),
    *(World(f"{share:.0%} fades within {fade:g} days", share, fade) for share in SHARES[1:] for fade in FADES_DAYS),
    World("every try on its own, with outliers (t, 4 degrees)", 0.0, tails=4),
)
OTHERS: tuple[World, ...] = (
    World("not of the model: AR(1), a week apart alike by 0 to 0.7, and error of each try", weekly=0.7, error=True),
    World("not of the model: AR(1), a week apart alike by 0 to 0.7, no other error", weekly=0.7),
)
BEYOND: tuple[World, ...] = (
    replace(ANYBODY, says="the first try 1 SD worse for being the first", learning=1.0),
    replace(ANYBODY, says="a drift of 1 SD in 100 days, of other causes", drift=1.0),
)


def tries(plan: Plan, world: World, change: float, chance: np.random.Generator, sd: float = 1.0) -> list[Point]:
    """The tries of one person whose level changes by `change`."""
    days = np.array(plan.before + plan.after, float)
    share, fade = world.drawn(chance)
    noise = _noise(days, share, fade, chance)
    if world.tails is not None:  # one divisor for each try, scaled to a variance of 1
        divisor = np.sqrt(chance.chisquare(world.tails, len(days)) / (world.tails - 2))
        noise = noise / divisor
    number = np.arange(len(days))
    level = world.drift * days / 100.0 - world.learning * 0.5**number
    after = number >= len(plan.before)
    values = sd * (level + noise) + change * after
    return [
        Point(START + timedelta(days=int(day)), float(value), bool(late))
        for day, value, late in zip(days, values, after, strict=True)
    ]


def spread_around(sem: float, chance: np.random.Generator) -> float:
    """One person's standard deviation where a publication says `sem`: as far from it as the claim lets it be."""
    worth = claims.SEM_WORTH.value
    return float(sem * np.sqrt(worth / chance.chisquare(worth)))


def people(number: int, seed: int, make: Callable[[np.random.Generator], bool]) -> float:
    """The share of people of whom something holds."""
    chance = np.random.default_rng(seed)
    return sum(make(chance) for _ in range(number)) / number


def _noise(days: FloatArray, share: float, fade: float, chance: np.random.Generator) -> FloatArray:
    apart = np.abs(days[:, None] - days)
    alike = share * np.exp(-apart / fade) + (1.0 - share) * np.eye(len(days))
    noise: FloatArray = np.linalg.cholesky(alike) @ chance.standard_normal(len(days))
    return noise
