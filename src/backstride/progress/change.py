"""How much something has changed in one person, from few tries of which neighbours are alike.

The model: a level before, a level after, a slope for each co-variate that was known for all tries, and noise. Of the
noise one part is new at every try, another fades from day to day; how large each is and how slowly it fades is not
known from few tries, so all of a grid of possibilities are weighed by how well they explain the tries.

1. For each share of fading noise and each time of fading, the correlation of the tries follows from their days.
2. Given those, level, change and slopes are those of generalised least squares; the posterior of the change is a
   Student's t. The size of the noise has a conjugate prior around the test's standard error of measurement where one
   is known, and none otherwise; that no try is read finer than its step adds the error of rounding to it.
3. The tries say how likely each possibility is (the marginal likelihood); the change is the mixture of all t's.
4. Quantiles and chances come from the mixture's distribution function, exactly: nothing is sampled.

The textbook parts are in Gelman and others, Bayesian Data Analysis, 3rd edition, chapters 14 and 15 (linear models
with known correlation, averaged over it). Its cover in repeated use is simulated by `./run-benchmarks verdicts`.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np

from backstride.evidence import verdicts as claims
from backstride.evidence.student import cumulative, t_quantile
from backstride.recording import FloatArray

SHARES = (0.0, 0.33, 0.67, 0.98)  # of fading noise in all noise; all of it could not bear two tries of one day
FADES_DAYS = (3.0, 10.0, 30.0)
FEWEST_FREE = 4  # tries beyond the unknowns before a co-variate is taken in
_MOST_LEVERAGE = 0.9
_MOST_STEPS, _CLOSE = 60, 1e-10  # in search of a quantile; mostly it takes six


@dataclass(frozen=True, slots=True)
class Point:
    """A try that counts. after: done once the training was to have worked; before: ahead of its first session."""

    day: date
    value: float
    after: bool
    known: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Student:
    """A possibility: Student's t of the change, and how likely the tries make it."""

    middle: float
    scale: float
    freedom: int
    weight: float


@dataclass(frozen=True, slots=True)
class Error:
    """What is known of one try's error beforehand, in its unit. sem: standard error; step: what it is rounded to."""

    sem: float | None = None
    step: float = 0.0

    @property
    def worth(self) -> int:
        """How many tries' worth is known of the noise."""
        return round(claims.SEM_WORTH.value) if self.sem else 0

    def squares(self, free: int) -> float:
        """The sum of squares that is known of beforehand, beside `free` tries beyond the unknowns."""
        rounding = max(0, free) * self.step**2 / 12.0  # the variance of what rounding takes away
        return rounding + (self.worth * self.sem**2 if self.sem else 0.0)


UNKNOWN = Error()


@dataclass(frozen=True, slots=True)
class Change:
    """The posterior of the change, in the unit of the tries.

    low, high    nine of ten possibilities lie between
    before, after  how many tries stand on each side
    spread       standard deviation of one try around its level
    adjusted     co-variates that were taken in
    """

    value: float
    low: float
    high: float
    before: int
    after: int
    spread: float
    adjusted: tuple[str, ...]
    _mixture: tuple[_Student, ...]

    def chance_above(self, limit: float) -> float:
        """The probability that the change is larger than `limit`."""
        return 1.0 - _below(self._mixture, limit)


def change(points: Sequence[Point], error: Error = UNKNOWN) -> Change | None:
    """What the tries say of the change; None where a side has no try, or nothing tells how large the noise is."""
    ordered = sorted(points, key=lambda one: one.day)
    before = sum(not one.after for one in ordered)
    names = _adjusting(ordered)
    freedom = error.worth + len(ordered) - 2 - len(names)
    if not 0 < before < len(ordered) or freedom < 1:
        return None
    mixture = _mixture(ordered, names, error)
    middle, low, high = (_quantile(mixture, share) for share in (0.5, 0.05, 0.95))
    spread = math.sqrt(sum(one.weight * one.scale**2 * _per_change(ordered) for one in mixture))
    return Change(middle, low, high, before, len(ordered) - before, spread, names, mixture)


def foreseen(points: Sequence[Point], error: Error, days: Sequence[date]) -> Change | None:
    """What is to be expected once there are tries after training on these further days too.

    The change stays what it is and the noise stays as it was seen; only what is not known of them gets less.
    Co-variates are left out: nobody knows them beforehand.
    """
    found = change(points, error)
    if found is None or not days:
        return found
    ordered = sorted(points, key=lambda one: one.day)
    more = [*ordered, *(Point(day, 0.0, True) for day in days)]
    mixture = []
    for now, share, fade in zip(_mixture(ordered, (), error), *zip(*_possibilities(), strict=True), strict=True):
        narrower = _uncertain(more, share, fade) / _uncertain(ordered, share, fade)
        mixture.append(_Student(found.value, now.scale * math.sqrt(narrower), now.freedom + len(days), now.weight))
    ahead = tuple(mixture)
    low, high = _quantile(ahead, 0.05), _quantile(ahead, 0.95)
    return Change(found.value, low, high, found.before, found.after + len(days), found.spread, (), ahead)


def _possibilities() -> list[tuple[float, float]]:
    return [(share, fade) for share in SHARES for fade in (FADES_DAYS[:1] if share == 0 else FADES_DAYS)]


def _uncertain(points: Sequence[Point], share: float, fade: float) -> float:
    """Variance of the change where one try has a variance of 1."""
    design = np.column_stack([np.ones(len(points)), np.array([float(one.after) for one in points])])
    white = np.linalg.solve(np.linalg.cholesky(_alike(_days(points), share, fade)), design)
    return float(np.linalg.inv(white.T @ white)[1, 1])


def _days(points: Sequence[Point]) -> FloatArray:
    return np.array([float(one.day.toordinal()) for one in points])


def _adjusting(points: Sequence[Point]) -> tuple[str, ...]:
    """Co-variates known for all tries, as many as the tries can bear.

    None that is the same for all. None that fully goes with before and after: it cannot be told from the change, and it
    is for the page to say so. None whose slope hangs on a single try: that try would explain itself away.
    """
    if not points:
        return ()
    names: tuple[str, ...] = ()
    for name in sorted(set.intersection(*(set(one.known) for one in points))):
        more = (*names, name)
        bearable = len(points) - 2 - FEWEST_FREE >= len(more)
        if bearable and _can_be_told(_design(points, more)):
            names = more
    return names


def _can_be_told(design: FloatArray) -> bool:
    """Whether all unknowns can be told apart, and none by one try alone (its leverage would be 1)."""
    base, sizes, _ = np.linalg.svd(design, full_matrices=False)
    return bool(sizes[-1] > 1e-9 * sizes[0] and np.max(np.sum(base**2, axis=1)) < _MOST_LEVERAGE)


def _mixture(points: Sequence[Point], names: Sequence[str], error: Error) -> tuple[_Student, ...]:
    values = np.array([one.value for one in points])
    design = _design(points, names)
    days = _days(points)
    found, logs = [], []
    for share, fade in _possibilities():
        student, log = _possibility(design, values, _alike(days, share, fade), error)
        found.append(student)
        logs.append(log + math.log(1.0 / len(SHARES) / (1 if share == 0 else len(FADES_DAYS))))
    weights = np.exp(np.array(logs) - max(logs))
    weights /= weights.sum()
    return tuple(
        _Student(one.middle, one.scale, one.freedom, float(weight)) for one, weight in zip(found, weights, strict=True)
    )


def _design(points: Sequence[Point], names: Sequence[str]) -> FloatArray:
    """(n, 2 + names): level, change, and each co-variate around its mean."""
    columns = [np.ones(len(points)), np.array([float(one.after) for one in points])]
    for name in names:
        known = np.array([one.known[name] for one in points])
        columns.append(known - known.mean())
    return np.column_stack(columns)


def _alike(days: FloatArray, share: float, fade: float) -> FloatArray:
    """Correlation of the tries' noise: a share fades with the days between, the rest is each try's own."""
    apart = np.abs(days[:, None] - days[None, :])
    alike: FloatArray = share * np.exp(-apart / fade) + (1.0 - share) * np.eye(len(days))
    return alike


def _possibility(design: FloatArray, values: FloatArray, alike: FloatArray, error: Error) -> tuple[_Student, float]:
    """Student's t of the change under one correlation, and the logarithm of how likely the tries are under it."""
    root = np.linalg.cholesky(alike)
    white, told = np.linalg.solve(root, design), np.linalg.solve(root, values)
    inverse = np.linalg.inv(white.T @ white)
    solution = inverse @ (white.T @ told)
    rest = float(np.sum((told - white @ solution) ** 2))
    free = len(values) - design.shape[1]
    freedom = error.worth + free
    sum_of_squares = error.squares(free) + rest
    # Equal tries leave nothing over; where nothing is known of errors the smallest number that can be told stands in.
    sum_of_squares = max(sum_of_squares, 1e-18 * max(1.0, float(np.max(np.abs(values)))) ** 2)
    scale = math.sqrt(sum_of_squares / freedom * float(inverse[1, 1]))
    log = (
        -float(np.sum(np.log(np.diag(root))))
        + 0.5 * float(np.linalg.slogdet(inverse)[1])
        - 0.5 * freedom * math.log(sum_of_squares)
    )
    return _Student(float(solution[1]), scale, freedom, 1.0), log


def _per_change(points: Sequence[Point]) -> float:
    """How much of the variance of the change is the variance of one try, were all tries independent."""
    after = sum(one.after for one in points)
    return 1.0 / (1.0 / after + 1.0 / (len(points) - after))


def _below(mixture: Sequence[_Student], limit: float) -> float:
    return math.fsum(one.weight * cumulative((limit - one.middle) / one.scale, one.freedom) for one in mixture)


def _quantile(mixture: Sequence[_Student], share: float) -> float:
    """The limit below which that share of the mixture lies: between those of its parts, by regula falsi (Illinois)."""
    one_sided = math.copysign(t_quantile(max(share, 1.0 - share), mixture[0].freedom), share - 0.5)
    ends = [one.middle + one_sided * one.scale for one in mixture]
    low, high = min(ends), max(ends)
    under, over = _below(mixture, low) - share, _below(mixture, high) - share
    side = 0  # where the last guess fell: the end that stays a second time loses weight
    for _ in range(_MOST_STEPS):
        if over <= under or high - low <= 1e-12 * max(abs(low), abs(high)):
            break
        guess = high - over * (high - low) / (over - under)
        off = _below(mixture, guess) - share
        if abs(off) < _CLOSE:
            return guess
        if off < 0:
            low, under, over, side = guess, off, over / (2 if side < 0 else 1), -1
        else:
            high, over, under, side = guess, off, under / (2 if side > 0 else 1), 1
    return 0.5 * (low + high)
